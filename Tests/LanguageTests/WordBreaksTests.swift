import Language
import Testing

/// Moving by word in the composer.
struct WordBreaksTests {
    let breaks: WordBreaks

    init() throws { breaks = WordBreaks(lexicon: try Fixture().reader.lexicon) }

    func cut(_ text: String) -> String {
        let places = breaks.boundaries(in: text)
        return zip(places, places.dropFirst()).map { String(text[$0..<$1]) }
            .joined(separator: "|")
    }

    @Test(arguments: [
        ("明天下午给您回复", "明天|下午|给|您|回复"),
        ("您的订单已经发货", "您的|订单|已经|发货"),
        ("退款298元，马上到账", "退款|298|元|，|马上|到账"),
        ("Hello there, 您好！", "Hello| |there|,| |您好|！"),
        ("", ""),
    ])
    func `a sentence falls into the words people see`(text: String, cut: String) {
        #expect(self.cut(text) == cut)
    }

    @Test func `an emoji of many scalars is never cut`() {
        #expect(cut("好的👨‍👩‍👧谢谢") == "好的|👨‍👩‍👧|谢谢")
    }

    @Test func `words leave out spaces and marks`() {
        let text = "您好， 在的"
        #expect(breaks.words(in: text).map { String(text[$0]) } == ["您好", "在", "的"])
    }
}
