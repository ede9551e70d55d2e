import Engine
import Language
import Scenarios
import ShippedData
import Simulation
import Support
import Testing

/// The pack that a learner meets first, with an agent who says and does anything.
struct FirstShiftTests {
    private func pack() throws -> Pack {
        try Shipped.pack("first-shift")
    }

    private static let lines = [
        "您好，欢迎光临", "请稍等，马上帮您查", "非常抱歉", "建议您拍L码", "可以给您补发或者退款",
        "今天18点前给您回复", "您平时喜欢宽松还是修身？", "好的", "asdf", "不归我管", "已经帮您改好了",
        "满300元可用", "麻烦提供一下订单号", "祝您生活愉快",
        "Hi, how can I help?", "One moment please", "I'm so sorry", "I'd go for the L",
        "I can send a new one or refund you", "You'll hear from me by 18:00", "Done, it's changed",
    ]

    /// Says and does things by dice for twenty minutes.
    private func play(_ pack: Pack, _ tongue: Engine.Tongue, seed: UInt64) throws -> Stageplay {
        var play = Stageplay(pack, tongue: tongue, seed: seed, reader: try Shipped.reader)
        var dice = Dice(seed: seed, purpose: "agent")
        for _ in 0..<120 {
            play.run(.seconds(dice.roll(2...20)))
            let open = play.shop.conversations.values.filter(\.isOpen).map(\.id)
            guard let id = dice.pick(open), let talk = play.talk(id) else { continue }
            let order = talk.order ?? ""
            switch dice.roll(0...9) {
            case 0: play.agent(.sendCard(conversation: id, card: .order(order)))
            case 1: play.agent(.urge(order: order))
            case 2:
                play.agent(
                    .openTicket(
                        department: .carrier, conversation: id, order: nil, summary: "look"))
            case 3:
                play.agent(
                    .promise(
                        conversation: id, text: "soon", deed: .report(ticket: nil),
                        due: play.now + .minutes(dice.roll(1...9)), message: nil))
            case 4 where dice.chance(percent: 20): play.agent(.close(conversation: id))
            default: play.reply(dice.pick(Self.lines) ?? "", in: id)
            }
        }
        play.run(.minutes(10))
        return play
    }

    @Test(arguments: Engine.Tongue.allCases)
    func `whatever an agent does, the shop stays whole and nobody says the same twice in a row`(
        _ tongue: Engine.Tongue
    ) throws {
        let pack = try pack()
        for seed in 1...12 as ClosedRange<UInt64> {
            let play = try play(pack, tongue, seed: seed)
            #expect(play.shop.violations() == [])
            #expect(play.shop.conversations.count >= 6)
            for talk in play.shop.conversations.values {
                let said = play.said(in: talk.id)
                #expect(!said.isEmpty)
                for (one, next) in zip(said, said.dropFirst()) {
                    #expect(one != next, "seed \(seed), \(talk.id)")
                }
                for line in said {
                    #expect(!line.contains("{"), "a blank was left: \(line)")
                    #expect(line.count <= 120)
                }
            }
        }
    }

    @Test func `it plays the same again to the byte`() throws {
        let pack = try pack()
        for seed in 1...3 as ClosedRange<UInt64> {
            let first = try play(pack, .chinese, seed: seed).records
            #expect(try play(pack, .chinese, seed: seed).records == first)
        }
    }
}
