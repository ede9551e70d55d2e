import Engine
import Foundation
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

    @Test func `a company's tax number is no parcel, and the year belongs to its day`() throws {
        let tax = try Self.read("税号91350203MA2HL61R9B收到了")
        #expect(tax.values.allSatisfy { $0.subject.sort != .tracking && $0.subject.sort != .order })
        let day = try Self.read("It ships by 18:00 on 13 November 2026.")
        #expect(day.values.allSatisfy { $0.subject.sort == .time })
    }

    @Test func `the reason a customer gave is no false reason, the shop's fault in their name is`()
        throws
    {
        let reason = "您申请退货的时候，原因选七天无理由就行"
        #expect(try !Self.read(reason, after: "不是很喜欢这个颜色，能退吗").has(.falseReason))
        #expect(try Self.read(reason, after: "你们发错货了").has(.falseReason))
    }

    @Test func `what is denied is known as denied`() throws {
        func denies(_ text: String, _ words: String) throws -> Bool {
            let reading = try Self.read(text)
            let range = try #require(text.range(of: words))
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            return reading.denies(TextRange(start: start, end: start + words.utf8.count))
        }
        #expect(try denies("专票按实付金额开，不另加税点", "加税点"))
        #expect(try denies("显示的不是您本人签的", "本人签"))
        #expect(try !denies("开专票要加税点", "加税点"))
        #expect(try !denies("不急，专票要加税点", "加税点"))
        #expect(try !denies("没问题已经发货了", "已经发货"))
        #expect(try !denies("不是7天是15天", "15天"))
        #expect(try denies("不是7天是15天", "7天"))
        #expect(try denies("You don't have any extra postage to pay.", "extra postage"))
    }

    @Test(arguments: ["林姐好～", "王先生好，", "您好"])
    func `a name and 好 greet`(text: String) throws {
        #expect(try Self.read(text).has(.greet))
    }

    @Test func `to promise a number is not to ask for one`() throws {
        #expect(try !Self.read("好的，补发一寄出，我就把新单号告诉您").has(.askOrderNumber))
        #expect(try Self.read("麻烦您把订单号发我一下").has(.askOrderNumber))
    }
}
