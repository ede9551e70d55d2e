import Engine
import Language
import Testing

/// Honest service that was once taken for its opposite: refusing, warning, reading back, weighing.
struct HonestTests {
    private static func read(_ text: String, after buyer: String? = nil) throws -> Reading {
        try Fixture().read(text, after: buyer)
    }

    @Test(arguments: [
        "不客气，遇到那种让加微信的您就留个心眼，别上当，再见～",
        "亲 微信转账这个我们不能收的哈",
        "微信转账我们是不收的哦",
        "加微信转钱的都是骗子",
        "I can't do it outside the platform: with a private transfer you'd have no escrow and no returns.",
        "If it's still with us, I'll cancel this label and send you the belt again today with a new number.",
        "Someone with a fake shop asks for a private transfer: beware, that's a scam.",
    ])
    func `who refuses or warns does not lead off the platform`(text: String) throws {
        #expect(try Self.read(text).faults.filter { $0.subject.kind == .offPlatform } == [])
    }

    @Test(arguments: [
        "加我微信，更便宜", "微信转我就行，不收手续费", "我们走微信，平台要抽成",
        "Cancel the order and send the money to me directly.",
        "Let's do a private transfer, it's cheaper for you.",
    ])
    func `who leads off the platform is found`(text: String) throws {
        #expect(try Self.read(text).has(.offPlatform))
    }

    @Test func `an address read back as the customer wrote it is no leak`() throws {
        let said = try Self.read(
            "跟您确认下 科技园3号楼505 也是宜昌西陵区的对吧", after: "公司是科技园3号楼505")
        #expect(!said.has(.privacyLeak))
    }

    @Test func `a weight is no sum, and the second of two ways adds no tenths`() throws {
        for text in ["出库称重1.62公斤", "it weighed 0.90 kg"] {
            #expect(try Self.read(text).values.allSatisfy { $0.subject.sort != .amount })
        }
        let ways = try Self.read("一是退您32块 二是退货退款")
        #expect(ways.values.contains { $0.subject == .amount(.yuan(32)) })
        #expect(
            try Self.read("退您2块5").values.contains { $0.subject == .amount(Money(fen: 250)) })
    }

    @Test func `a small extra is no size, a small is`() throws {
        #expect(
            try !Self.read("As a small extra I added tea.").values.contains {
                $0.subject.sort == .size
            })
        #expect(try Self.read("I'd take a small.").values.contains { $0.subject.sort == .size })
    }
}
