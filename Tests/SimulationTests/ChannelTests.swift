import Engine
import Language
import Scenarios
import Simulation
import Support
import Testing

@Suite struct `Customers on other channels` {
    private let path = "Packs/sample/scenarios/T01.yaml"

    private func play(
        _ channel: String, tongue: Engine.Tongue = .english,
        _ change: (inout SamplePack) -> Void = { _ in }
    ) throws -> Stageplay {
        var sample = SamplePack()
        sample.replace("channel: taobao", with: "channel: \(channel)", in: path)
        change(&sample)
        return try Stageplay(sample, tongue: tongue)
    }

    /// Without the sample's own word into the silence.
    private func quiet(_ sample: inout SamplePack) {
        sample.replace("- after: 60s", with: "- after: 23h", in: path)
    }

    @Test func `a letter comes whole, and nobody greets it`() throws {
        var play = try play("email") { quiet(&$0) }
        play.run(.minutes(2))
        #expect(play.said() == ["Hi\nM or L?"])
        #expect(play.talk()?.messages.contains { $0.author == .bot } == false)
    }

    @Test func `who writes a letter waits where a chat would long be left`() throws {
        var chat = try play("taobao") { quiet(&$0) }
        chat.run(.minutes(40))
        #expect(chat.talk()?.buyerLeftAt != nil)
        var letter = try play("email") { quiet(&$0) }
        letter.run(.minutes(40))
        #expect(letter.talk()?.buyerLeftAt == nil)
        #expect(letter.said().count == 1)
    }

    @Test func `on the phone silence is heard sooner`() throws {
        var phone = try play("phone") { quiet(&$0) }
        var chat = try play("taobao") { quiet(&$0) }
        phone.run(.minutes(2))
        chat.run(.minutes(2))
        #expect(phone.said().count > chat.said().count)
        #expect(
            phone.said().contains { line in
                StockPhrases.spoken.nudges.en.contains(line)
            })
    }

    @Test func `sends a photo, and others join in where they read along`() throws {
        var play = try play("post") {
            $0.replace(
                "say: {zh: [喜欢宽松一点, 宽松点好, 宽松的], en: [A bit loose, Loose please, Loose]}",
                with: """
                    say: {zh: [喜欢宽松一点, 宽松点好, 宽松的], en: [A bit loose, Loose please, Loose]}
                          show: [{photo: {zh: 旧裙.jpg, en: old.jpg}, shows: {zh: 一条旧裙, en: an old dress}}]
                          others: [{name: {zh: 阿杰, en: Jay}, say: {zh: [我也想问], en: [Same here]}}]
                    """, in: path)
        }
        play.run(.seconds(40))
        play.reply("Do you like it loose?")
        play.run(.minutes(6))
        let bodies = play.talk()?.messages.map(\.body) ?? []
        #expect(
            bodies.contains(
                .attachment(Engine.Attachment(kind: .photo, name: "old.jpg", shows: "an old dress"))
            ))
        #expect(play.talk()?.messages.contains { $0.author == .bystander("Jay") } == true)
        #expect(play.refusals == [])
    }
}
