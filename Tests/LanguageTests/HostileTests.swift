import Engine
import Language
import Support
import Testing

/// Input nobody should send.
struct HostileTests {
    let shop: Fixture

    init() throws { shop = try Fixture() }

    @Test(arguments: [
        String(repeating: "加我微信，明天退款298元！", count: 8000), String(repeating: "😀", count: 100_000),
        String(repeating: "1", count: 100_000), String(repeating: "会", count: 100_000),
        String(repeating: "a ", count: 50_000), String(repeating: "（", count: 100_000),
        String(repeating: "\n", count: 100_000), String(repeating: "明天", count: 50_000),
    ])
    func `a hundred thousand characters are read up to a limit`(text: String) {
        let reading = shop.read(text)
        #expect(reading.normal.count <= NormalText.scalarLimit)
        #expect(reading.values.count <= 400)
        for finding in reading.acts { #expect(finding.range.end <= text.utf8.count) }
    }

    @Test(arguments: ["", " ", "\u{0}", "😀😀", "\u{202E}\u{200B}", "。。。", "\u{1B}[2J", "&#x41;"])
    func `nothing to read is read as nothing`(text: String) {
        let reading = shop.read(text)
        #expect(reading.acts.isEmpty && reading.faults.isEmpty && reading.promises.isEmpty)
    }

    @Test(arguments: [
        ("Bonjour, où est ma commande s'il vous plaît, je suis très pressé", MessageLanguage.other),
        ("こんにちは、注文はどこですか", .other), ("Где мой заказ", .other), ("您好", .chinese),
        ("Where is my order?", .english), ("亲，加VX abc", .chinese), ("😀", .other), ("ok", .english),
    ])
    func `the language is told`(text: String, language: MessageLanguage) {
        #expect(shop.read(text).language == language)
    }

    @Test func `every finding lies within the message on character borders`() {
        for text in ["👨‍👩‍👧您好😀，退您２９８元❤️", "e\u{301}té 您好", "ＯＫ，马上帮您查～～"] {
            let reading = shop.read(text)
            for range in reading.acts.map(\.range) + reading.values.map(\.range) {
                #expect(!range.words(in: text).isEmpty)
            }
        }
    }

    @Test func `a quoted rule that reaches past a stop is read like any other`() {
        let buyer = "Your page says No. 1 in Asia, is that so?"
        #expect(shop.read("\"No. 1 in Asia\" is a slip of ours.", after: buyer).faults.isEmpty)
        #expect(shop.read("We are \"No. 1 in Asia\" for pans.").has(.superlative))
    }

    @Test func `words, quotation marks and stops in any order are read`() {
        let pieces = [
            "\"", "\"", "“", "”", ".", ". ", "。", "?", "，", " ", "\n", "😀", "不", "not ", "您说",
            "you said ",
            "No. 1 in Asia", "全网最低价", "加我微信", "bill@yuanchuan.example", "13800135678", "88号",
            "12 Hope Street", "一定明天到", "we'll refund you by Friday", "好评返现5元", "idiot", "尽快",
        ]
        for seed in UInt64(1)...UInt64(Soak.rounds(1500, soaking: 200_000)) {
            var dice = Dice(seed: seed, purpose: "pieces")
            func text() -> String {
                (0..<dice.roll(1...12)).map { _ in dice.pick(pieces) ?? "" }.joined()
            }
            let (message, buyer) = (text(), dice.chance(percent: 50) ? text() : nil)
            let reading = shop.read(message, after: buyer)
            for range in reading.faults.map(\.range) + reading.acts.map(\.range) {
                #expect(!range.words(in: message).isEmpty, "seed \(seed): \(message)")
            }
        }
    }
}
