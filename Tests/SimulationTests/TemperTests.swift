import Engine
import Simulation
import Support
import Testing

/// How customers take rudeness, silence after they have bought, and a card of the wrong order.
struct TemperTests {
    private let usual = StockPhrases.usual

    private func bought(_ tongue: Tongue = .english) throws -> Stageplay {
        var play = try Stageplay(tongue: tongue)
        play.run(.seconds(40))
        play.reply(tongue == .chinese ? "您喜欢宽松吗？" : "Do you like it loose?")
        play.run(.seconds(40))
        play.reply(tongue == .chinese ? "建议您拍L码" : "Then I'd go for size L")
        play.run(.seconds(45))
        return play
    }

    @Test(arguments: Tongue.allCases)
    func `a customer who has paid asks for nobody, and goes content`(_ tongue: Tongue) throws {
        var play = try bought(tongue)
        let spoken = play.said().count
        play.run(.minutes(15))
        let later = Array(play.said().dropFirst(spoken))
        #expect(later.allSatisfy { usual.thanks[tongue].contains($0) }, "\(later)")
        #expect(!play.feelings().contains("wait-beyond-patience"))
        #expect(play.talk()?.buyerLeftAt != nil)
    }

    @Test(arguments: [
        (Tongue.chinese, "不知道，你自己看"), (.chinese, "已经付款了改不了，你自己当初怎么不看清楚"),
        (.chinese, "L码也行，随便你"), (.english, "I don't know, look it up yourself"),
        (.english, "Size L, take it or leave it"),
    ])
    func `to a rude answer a customer takes offence, even where it holds an answer`(
        tongue: Tongue, text: String
    ) throws {
        var play = try Stageplay(tongue: tongue)
        play.run(.seconds(40))
        play.reply(tongue == .chinese ? "您喜欢宽松吗？" : "Do you like it loose?")
        play.run(.seconds(40))
        let spoken = play.said().count
        play.reply(text)
        play.run(.seconds(40))
        let answer = try #require(play.said().dropFirst(spoken).first)
        #expect(usual.offended[tongue].contains(answer), "\(answer)")
        #expect(play.shop.orders(of: "liqian").count == 2)
        #expect(play.feelings().contains("fault-medium"))
    }

    @Test func `a customer who was offended is not thankful`() throws {
        var play = try bought(.chinese)
        play.reply("已经付款了改不了，你自己当初怎么不看清楚")
        play.run(.minutes(15))
        #expect(!play.said().contains { usual.thanks.zh.contains($0) })
    }

    @Test func `nobody asks whether anyone is there right after a person has answered`() throws {
        for seed in 1...12 as ClosedRange<UInt64> {
            var play = try Stageplay(tongue: .chinese, seed: seed)
            play.run(.seconds(75 + Int(seed)))
            play.reply("您好，欢迎光临")
            let spoken = play.said().count
            play.run(.seconds(55))
            let later = play.said().dropFirst(spoken)
            #expect(!later.contains { usual.nudges.zh.contains($0) }, "\(seed): \(later)")
        }
    }

    @Test(arguments: Tongue.allCases)
    func `the check card of another order is not taken for this one's`(_ tongue: Tongue) throws {
        var play = try bought(tongue)
        let old = try #require(play.shop.orders(of: "liqian").dropFirst().first?.id)
        play.agent(.sendCard(conversation: "c1", card: .order(old)))
        play.run(.seconds(20))
        #expect(usual.otherOrder[tongue].contains(play.said().last ?? ""))
        let order = try #require(play.shop.orders(of: "liqian").last?.id)
        play.agent(.sendCard(conversation: "c1", card: .order(order)))
        play.run(.seconds(20))
        let yes = tongue == .chinese ? ["对的", "对", "没错"] : ["Right", "Correct", "Yes"]
        #expect(play.said().contains { yes.contains($0) })
    }
}
