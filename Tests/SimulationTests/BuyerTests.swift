import Engine
import Scenarios
import Simulation
import Support
import Testing

struct BuyerTests {
    private let path = "Packs/sample/scenarios/T01.yaml"

    @Test func `a customer served well buys, thanks, rates and leaves`() throws {
        var play = try Stageplay()
        play.run(.seconds(40))
        #expect(play.said() == ["Hi", "M or L?"])
        play.reply("Do you like it loose?")
        play.run(.seconds(40))
        #expect(["A bit loose", "Loose please"].contains(play.said().last ?? ""))
        #expect(play.talk()?.revealedNeeds == ["loose"])
        play.reply("Then I'd go for size L")
        play.run(.seconds(45))
        #expect(play.said().last == "L then")
        let order = play.shop.orders(of: "liqian").last
        #expect(order?.holds("dress-L") == true)
        #expect(order?.status == .waitShip)
        if let order { play.agent(.sendCard(conversation: "c1", card: .order(order.id))) }
        play.run(.seconds(90))
        #expect(play.said().last == "Right")
        #expect(play.talk()?.buyerLeftAt != nil)
        // First reply in time, asked +6, need +20, resolved +10.
        #expect(
            play.feelings() == [
                "first-reply-fast", "T01.asking.1", "need-met", "question-resolved",
            ])
        #expect(play.talk()?.rating == 5)
        #expect(play.refusals == [])
    }

    @Test func `the same pack, seed and commands give the same events, another seed others`()
        throws
    {
        func events(_ seed: UInt64) throws -> [Recorded] {
            var play = try Stageplay(seed: seed)
            play.run(.seconds(60))
            play.reply("Do you like it loose?")
            play.run(.minutes(20))
            return play.records
        }
        #expect(try events(7) == events(7))
        #expect(try events(7) != events(8))
    }

    @Test(arguments: Tongue.allCases)
    func `a customer who hears nonsense asks again, in other words each time`(
        _ tongue: Tongue
    ) throws {
        for seed in 1...20 as ClosedRange<UInt64> {
            var play = try Stageplay(tongue: tongue, seed: seed)
            play.run(.seconds(60))
            let opening = play.said().count
            for nonsense in ["qwfp zxcv", "bananas orbit quietly", "1 2 3 purple"] {
                play.reply(nonsense)
                play.run(.seconds(40))
            }
            let answers = play.said().dropFirst(opening)
            #expect(answers.count >= 3)
            for (one, next) in zip(answers, answers.dropFirst()) { #expect(one != next) }
            // Twice not understood; then the question itself once more.
            #expect(answers.contains(tongue == .chinese ? "穿M还是L？" : "M or L?"))
            #expect(play.talk()?.phase != nil)
            #expect(play.shop.orders(of: "liqian").count == 2)
        }
    }

    @Test func `silence brings nudges in other words, loses mood, and the customer leaves`() throws
    {
        var play = try Stageplay()
        play.run(.minutes(25))
        let nudges = play.said().dropFirst(2)
        #expect(nudges.count >= 3)
        for (one, next) in zip(nudges, nudges.dropFirst()) { #expect(one != next) }
        #expect(play.feelings().contains("wait-beyond-patience"))
        #expect(play.talk()?.buyerLeftAt != nil)
        #expect((play.talk()?.rating ?? 5) <= 2)
        let left = play.records.last { if case .buyerLeft = $0.event { true } else { false } }
        let asked = play.records.first { if case .buyerSpoke = $0.event { true } else { false } }
        if let left, let asked { #expect(left.at - asked.at <= .minutes(11)) }
    }

    @Test func `one customer's dice do not disturb another's`() throws {
        var sample = SamplePack()
        let second = (sample.files[path] ?? "")
            .replacingOccurrences("id: T01", "id: T02")
            .replacingOccurrences("customer: liqian", "customer: other")
            .replacingOccurrences("order: first\n", "")
        sample.files["Packs/sample/scenarios/T02.yaml"] = second
        sample.replace(
            "customers:\n",
            with: """
                customers:
                  - id: other
                    name: {zh: 王五, en: Wang}
                    account: wang
                    address: {name: 王五, phone: "13900000002", region: 上海市, street: 南京路2号}

                """, in: "Packs/sample/shop.yaml")
        sample.replace(
            #"{scenario: T01, at: "0:20"}"#,
            with: "{scenario: T02, at: \"0:05\"}\n  - {scenario: T01, at: \"0:20\"}",
            in: "Packs/sample/pack.yaml")
        func lines(talking: Bool, alone: Bool) throws -> [String] {
            var play = try Stageplay(sample) { pack in
                if alone { pack = pack.narrowed(to: ["T01"]) }
            }
            play.run(.seconds(70))
            let mine = play.shop.conversations.values.first { $0.customer == "liqian" }?.id ?? ""
            let others = play.shop.conversations.values.first { $0.customer == "other" }?.id
            if talking, let others { play.reply("zxcv qwfp", in: others) }
            play.reply("zxcv qwfp", in: mine)
            play.run(.minutes(3))
            return play.records.compactMap { record in
                guard case .buyerSpoke(mine, _, let text) = record.event else { return nil }
                return "\(record.at.milliseconds) \(text)"
            }
        }
        let alone = try lines(talking: false, alone: true)
        #expect(alone.count > 3)
        #expect(try lines(talking: false, alone: false) == alone)
        #expect(try lines(talking: true, alone: false) == alone)
    }
}

extension String {
    fileprivate func replacingOccurrences(_ old: String, _ new: String) -> String {
        split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    }
}
