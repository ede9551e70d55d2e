import Engine
import Foundation
import Language
import Shifts
import Testing

/// A world without packs: the gym's own manners, and files that are only remembered.
final class EmptyWorld: GymWorld {
    var files: [String: [UInt8]] = [:]

    func rules(of profile: String) throws -> Rules {
        guard profile == "strict" else {
            throw GymFault(code: "no-such-profile", zh: "没有这套规则", en: "There is no such profile")
        }
        var rules = Rules.plain
        rules.source.profile = profile
        rules.postage = .yuan(12)
        return rules
    }

    func contents(of path: String) throws -> [UInt8] {
        guard let bytes = files[path] else {
            throw GymFault(code: "no-such-file", zh: "没有这个文件", en: "There is no such file")
        }
        return bytes
    }

    func write(_ bytes: [UInt8], to path: String) throws { files[path] = bytes }

    func open(_ opening: GymOpening) throws -> Shift {
        guard opening.pack == "corner" else {
            throw GymFault(code: "no-such-pack", zh: "没有这个包", en: "There is no such pack")
        }
        return Corner.shift(seed: opening.seed ?? 1, store: MemoryStore())
    }

    func report(_ shift: Shift) throws -> any Encodable {
        ["conversations": shift.shop.conversations.count]
    }

    func read(_ text: String, in context: Context) throws -> Reading {
        throw GymFault(code: "no-reader", zh: "没有词典", en: "There is no lexicon")
    }
}

@Suite struct `The gym` {
    private func answer(_ gym: inout Gym, _ line: String) throws -> [String: Any] {
        try GymLine.answer(&gym, line)
    }

    @Test func `serves a shift line by line`() throws {
        var gym = Gym(world: EmptyWorld())
        #expect(try answer(&gym, #"{"do":"load","pack":"corner","seed":3}"#)["ok"] as? Bool == true)
        let woken = try answer(&gym, #"{"do":"advance","by":"2m"}"#)
        #expect((woken["events"] as? [Any])?.isEmpty == false)
        let replied = try answer(
            &gym,
            #"{"do":"act","id":"7","command":{"reply":{"conversation":"c1","text":"您好"}}}"#)
        #expect(replied["ok"] as? Bool == true)
        #expect(replied["id"] as? String == "7")
        let state = try answer(&gym, #"{"do":"state","of":"conversation","name":"c1"}"#)
        #expect((state["conversation"] as? [String: Any])?["unread"] as? Int == 0)
        #expect(try answer(&gym, #"{"do":"score"}"#)["report"] != nil)
        #expect(try answer(&gym, #"{"do":"quit"}"#)["ok"] as? Bool == true)
        #expect(gym.isOver)
    }

    @Test(arguments: [
        (#"{"do":"act","command":{"take":{"conversation":"c1"}}}"#, "nothing-loaded"),
        (#"{"do":"lode"}"#, "unknown-request"),
        (#"{"do":"load","pakc":"corner"}"#, "unknown-field"),
        (#"{"do":"load"}"#, "missing-field"),
        (#"{"do":"load","pack":"nowhere"}"#, "no-such-pack"),
        ("not json", "bad-request"), ("[1,2]", "bad-request"), ("", "bad-request"),
        (#"{"do":"advance","to":"soon"}"#, "bad-request"),
        (#"{"do":"act","command":{"reply":{"conversation":"c1"}}}"#, "bad-request"),
        (#"{"do":"act","as":"nobody","command":{"passTime":{}}}"#, "bad-request"),
    ])
    func `answers a mistaken line with a code and a sentence`(line: String, code: String) throws {
        var gym = Gym(world: EmptyWorld())
        let reply = try answer(&gym, line)
        #expect(reply["ok"] as? Bool == false)
        #expect(reply["code"] as? String == code)
        let sentence = try #require(reply["sentence"] as? [String: String])
        #expect(sentence["zh"]?.isEmpty == false && sentence["en"]?.isEmpty == false)
    }

    @Test func `refuses in the shop's own words, and nothing changes`() throws {
        var gym = Gym(world: EmptyWorld())
        _ = gym.answer(#"{"do":"load","pack":"corner","seed":3}"#)
        let before = gym.answer(#"{"do":"state"}"#)
        let reply = try answer(
            &gym, #"{"do":"act","command":{"close":{"conversation":"c99"}}}"#)
        #expect(reply["code"] as? String == "no-such-conversation")
        #expect(gym.answer(#"{"do":"state"}"#) == before)
    }

    @Test func `lets any actor act, each in its own part only`() throws {
        var gym = Gym(world: EmptyWorld())
        _ = gym.answer(#"{"do":"load","pack":"corner","seed":3}"#)
        let opened = try answer(
            &gym,
            #"{"do":"act","as":"buyer:b1","at":"+1s","command":{"openConversation":{"customer":"b1","channel":"jd","stage":"order","mood":50}}}"#
        )
        #expect(opened["ok"] as? Bool == true)
        let wrong = try answer(
            &gym, #"{"do":"act","as":"buyer:b1","command":{"close":{"conversation":"c1"}}}"#)
        #expect(wrong["code"] as? String == "not-your-part")
    }

    @Test func `knows the help of every request`() throws {
        var gym = Gym(world: EmptyWorld())
        let help = try #require(try answer(&gym, #"{"do":"help"}"#)["help"] as? [String: String])
        #expect(
            help.keys.sorted() == [
                "act", "advance", "dump", "events", "grade", "help", "load", "quit", "quote",
                "read",
                "score", "state",
            ])
    }

    @Test func `grades a procedure written either way`() throws {
        var gym = Gym(world: EmptyWorld())
        func grade(_ procedure: String) throws -> [String: Any] {
            let line =
                #"{"do":"grade","procedure":"# + procedure
                + #","actions":["tell","change","verify","tag"]}"#
            return try #require(try answer(&gym, line)["grade"] as? [String: Any])
        }
        let plain = try grade(#"["verify","change","tell"]"#)
        #expect(plain["extra"] as? [String] == ["tag"])
        #expect((plain["outOfOrder"] as? [Any])?.count == 2)
        let written = try grade(
            #"["verify",{"step":"change","after":["verify"]},{"step":"tell"},{"step":"photo","optional":true}]"#
        )
        #expect(written["missed"] as? [String] == [])
        #expect((written["outOfOrder"] as? [Any])?.count == 1)
        #expect(written["points"] as? Int == 83)
        let wrong = try answer(&gym, #"{"do":"grade","procedure":[{"stop":"a"}],"actions":[]}"#)
        #expect(wrong["ok"] as? Bool == false)
    }
}
