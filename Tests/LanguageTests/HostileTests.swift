import Engine
import Language
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
}
