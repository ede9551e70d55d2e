import Engine
import Foundation
import Grading
import Scenarios
import Shifts
import Support
import Terminal
import Testing

@testable import Console

/// Every demonstration is also a test: it is played to its end by the very player people see.
@Suite struct `A demonstration` {
    /// In a soak every one in both languages; in a test each in one, in turn.
    private static let playings = DemoScene.packs.enumerated().flatMap { place, pack in
        Tongue.allCases.enumerated().compactMap { number, tongue in
            Soak.isOn || (place + number) % 2 == 0 ? (pack, tongue) : nil
        }
    }

    @Test(arguments: playings)
    func `ends with the score of the golden run, and leaves no caption unsaid`(
        pack: String, tongue: Tongue
    ) throws {
        let scene = try DemoScene(pack, tongue: tongue)
        var said: [String] = []
        scene.run { scene in
            if let text = scene.demo.caption?.text[tongue], said.last != text { said.append(text) }
            return scene.demo.state == .over
        }
        #expect(scene.shift.isOver)
        let golden = try Rehearsal.play(scene.premises, scene.card, by: .golden)
        #expect(scene.score == golden.report.score.total)
        #expect(scene.grades == golden.report.conversations.map(\.total))
        let demo = try #require(scene.premises.pack.demo)
        let written =
            [demo.opens, demo.closes].compactMap { $0?[tongue] } + demo.points.map(\.text[tongue])
        #expect(Set(said) == Set(written))
    }

    @Test(arguments: Tongue.allCases)
    func `of the first shift takes about three minutes without a hand`(tongue: Tongue) throws {
        let scene = try DemoScene("first-shift", tongue: tongue)
        scene.run { $0.demo.state == .over }
        #expect(scene.shift.isOver)
        #expect((140...240).contains(scene.wall / 1000), "\(scene.wall / 1000) s")
    }

    @Test func `types every reply to be seen, and presses the desk's own keys`() throws {
        let scene = try DemoScene("first-steps")
        var drafts: Set<Int> = []
        var told: Set<String> = []
        scene.run { scene in
            drafts.insert(scene.desk.composer.count)
            for item in scene.desk.presenting?.cast.items ?? [] { told.insert(item.title.en) }
            return scene.demo.state == .over
        }
        // A reply is written a character at a time.
        #expect(drafts.isSuperset(of: 1...20))
        #expect(
            told.isSuperset(of: [
                "Send", "Look up", "Send a card", "Add a tag", "Private note", "Promise",
                "Close conversation",
            ]), "\(told.sorted())")
    }

    @Test(arguments: DemoScene.packs)
    func `fills each form so that the form itself would send the same`(pack: String) throws {
        let scene = try DemoScene(pack)
        var forms = 0
        var last: (sheet: ActionForm, command: Command)?
        scene.run { scene in
            if let sheet = scene.desk.overlays.last as? ActionForm, let wanted = scene.demo.pending
            {
                last = (sheet, wanted)
            } else if let (sheet, wanted) = last {
                let sent = sheet.command(sheet.form.values)
                // A form counts in whole minutes, and its days from now on.
                let same = sent.map { CommandPieces(wanted).isSameButForTimes($0) } ?? false
                #expect(same, "\(wanted) became \(String(describing: sent))")
                forms += 1
                last = nil
            }
            return scene.demo.state == .over
        }
        #expect(forms > 0)
    }

    @Test func `waits at a teaching point for a key, and only where that is wished`() throws {
        let scene = try DemoScene("first-steps", pace: DemoPlayer.Pace(stops: true))
        #expect(!scene.run { $0.demo.state == .over })
        #expect(scene.demo.state == .held && scene.demo.waits)
        #expect(scene.desk.nextWake.map { $0 > 1000 } ?? true)
        let before = scene.shift.now
        scene.desk.elapse(milliseconds: 60_000)
        #expect(scene.shift.now == before)
        #expect(scene.desk.draw().picture.contains("讲完按 F9 继续"))
        scene.press("F9")
        #expect(scene.demo.state == .playing)
        var stops = 1
        while scene.demo.state != .over {
            scene.run { $0.demo.state == .over }
            if scene.demo.state == .held {
                stops += 1
                scene.press("Space")
            }
        }
        #expect(stops == 2)
    }

    @Test func `lets no stray key into the model run`() throws {
        let scene = try DemoScene("first-steps")
        scene.run { $0.desk.composer.count > 3 }
        let draft = scene.desk.composer.text
        scene.type("乱打")
        scene.press("Enter", "Alt-E", "Ctrl-P", "Esc")
        #expect(scene.desk.composer.text == draft)
        #expect(scene.desk.overlays.isEmpty)
        #expect(scene.desk.notice?.text.zh.contains("Alt-Shift-G") == true)
        scene.run { $0.demo.state == .over }
        let golden = try Rehearsal.play(scene.premises, scene.card, by: .golden)
        #expect(scene.score == golden.report.score.total)
    }
}

@Suite struct `A shift that is only shown` {
    @Test func `is served by nobody but whoever sits at it`() throws {
        let scene = try DemoScene("first-steps")
        scene.desk.play(
            DemoPlayer(DemoScript(scene.premises.pack, tongue: .chinese), canPlay: false))
        scene.press("F11")
        scene.run { $0.desk.talk != nil }
        let count = scene.shift.entryCount
        scene.press("Alt-Shift-G")
        #expect(scene.desk.demo?.state == .yours)
        #expect(scene.shift.entryCount == count)
        #expect(scene.desk.notice?.text.zh.contains("没有示范可放") == true)
    }
}

@Suite struct `A demonstration that is taken over` {
    /// Until the model is about to answer for the first time.
    private func interrupted() throws -> DemoScene {
        let scene = try DemoScene("first-steps")
        scene.run { $0.desk.composer.count > 5 }
        scene.press("Alt-Shift-G")
        return scene
    }

    @Test func `is a shift like any other`() throws {
        let scene = try interrupted()
        #expect(scene.demo.state == .yours && scene.desk.isRunning)
        // What the model had begun to write is left to be finished or not.
        scene.press("Ctrl-U")
        scene.type("您好，家里几口人？")
        scene.press("Enter")
        #expect(
            scene.shift.shop.conversations.values.first?.messages.last?.body == .text("您好，家里几口人？"))
        scene.desk.elapse(milliseconds: 5000)
        #expect(scene.shift.now > scene.card.startsAt)
    }

    @Test func `goes on where the hand has done the step, and does not do it again`() throws {
        let scene = try interrupted()
        scene.press("Ctrl-U")
        scene.type("您好，请问家里几个人吃饭呢？")
        scene.press("Enter", "Alt-Shift-G")
        #expect(scene.demo.state == .playing)
        scene.run { $0.demo.state == .over }
        let mine = scene.shift.shop.conversations.values.first?.messages.filter { message in
            if case .agent = message.author { return !message.isPrivate }
            return false
        }
        let asked = mine?.filter { "\($0.body)".contains("几个人吃饭") }
        #expect(asked?.count == 1)
        #expect(scene.score >= 90, "\(scene.score)")
    }

    @Test func `begins the step anew where the hand did nothing`() throws {
        let scene = try interrupted()
        scene.press("Alt-Shift-G")
        scene.run { $0.demo.state == .over }
        let golden = try Rehearsal.play(scene.premises, scene.card, by: .golden)
        #expect(scene.score == golden.report.score.total)
    }

    @Test func `says where the script no longer fits, and leaves that customer alone`() throws {
        let scene = try interrupted()
        for text in ["在", "您等等", "我看看", "好", "嗯", "马上"] {
            scene.press("Ctrl-U")
            scene.type(text)
            scene.press("Enter")
        }
        scene.press("Alt-Shift-G")
        #expect(scene.desk.notice?.text.zh.contains("不一样") == true)
        let replies = scene.shift.records.count {
            if case .replySent = $0.event { true } else { false }
        }
        scene.run { $0.demo.state != .playing || $0.shift.isOver }
        let after = scene.shift.records.count {
            if case .replySent = $0.event { true } else { false }
        }
        #expect(after == replies)
    }
}

extension CommandPieces {
    func isSameButForTimes(_ other: Command) -> Bool {
        nearness(of: CommandPieces(other)).same == nearness(of: self).same
    }
}
