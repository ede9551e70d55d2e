import Engine
import Language
import Scenarios
import Simulation
import Support
import Testing

@Suite struct `The robot` {
    private static let robot = RobotHabits(
        handOverWords: Wordings(zh: ["人工"], en: ["human", "person"]), misses: 2,
        handsOverAtMood: 20, saysHandOver: Wordings(zh: ["转人工中"], en: ["Calling a person"]),
        saysMissed: Wordings(zh: ["没懂"], en: ["I did not get that"]))

    /// The base knows one thing.
    private static let lookUp: RobotHabits.LookUp = { words, shop in
        words.lowercased().contains("return") ? (1, shop.knowledge.first) : (0, nil)
    }

    private func play(_ question: String) throws -> Stageplay {
        var sample = SamplePack()
        sample.replace(
            #"en: ["Hi\nM or L?", "Hi\nM or L, which?", "Hi\nIs it M or L?"]"#,
            with: "en: [\(question), \(question), \(question)]",
            in: "Packs/sample/scenarios/T01.yaml")
        return try Stageplay(
            sample, change: { $0.plan.robot = Self.robot }, lookUp: Self.lookUp)
    }

    private func robotSaid(_ play: Stageplay) -> [String] {
        play.records.compactMap {
            if case .autoReplied(_, _, let text) = $0.event { text } else { nil }
        }
    }

    @Test func `answers from the base, and calls a person when that was not it`() throws {
        var play = try play("Can I return it?")
        play.run(.minutes(3))
        #expect(robotSaid(play).contains("Within 7 days"))
        // The sample's customer has no rule for this answer: they ask for a person and get one.
        #expect(robotSaid(play).last == "Calling a person")
        #expect(
            play.records.contains {
                $0.actor == .bot
                    && $0.event
                        == .knowledgeMoved(
                            conversation: "c1",
                            step: .searched(
                                query: "Can I return it?", found: 1, opened: "Seven-day returns"))
            })
    }

    @Test func `hands over after so many questions it has nothing for`() throws {
        var play = try play("What colour is it?")
        play.run(.minutes(6))
        #expect(robotSaid(play).contains("I did not get that"))
        #expect(robotSaid(play).last == "Calling a person")
    }

    @Test func `keeps quiet once a person is there`() throws {
        var play = try play("Can I return it?")
        play.run(.seconds(24))
        play.agent(.take(conversation: "c1"))
        let before = robotSaid(play).count
        play.run(.minutes(3))
        #expect(robotSaid(play).count == before)
    }

    @Test func `lets a customer go whom its entry has served`() throws {
        var sample = SamplePack()
        sample.replace(
            #"en: ["Hi\nM or L?", "Hi\nM or L, which?", "Hi\nIs it M or L?"]"#,
            with: "en: [Can I return it?, Can I return it?, Can I return it?]",
            in: "Packs/sample/scenarios/T01.yaml")
        sample.replace(
            "- after: 60s",
            with: """
                - hears: {says: [7天, 7 days]}
                      resolved: true
                      say: {zh: [好的, 行, 知道了], en: [Fine, Good, I see]}
                    - after: 23h
                """, in: "Packs/sample/scenarios/T01.yaml")
        var play = try Stageplay(
            sample, change: { $0.plan.robot = Self.robot }, lookUp: Self.lookUp)
        play.run(.minutes(20))
        #expect(play.said().contains { ["Fine", "Good", "I see"].contains($0) })
        #expect(play.talk()?.buyerLeftAt != nil)
        // Thanks are no question: nobody was called.
        #expect(robotSaid(play).last == "Within 7 days")
    }
}
