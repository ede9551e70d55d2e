import Search
import Testing

struct EnglishTests {
    @Test func `ret finds return`() {
        #expect(Set(Shop.titles("ret")) == ["七天无理由", "退货运费谁出"])
    }

    @Test func `words are found in any order`() {
        #expect(Shop.first("freight return") == "退货运费谁出")
        #expect(Shop.first("size dress") == "连衣裙怎么选码")
    }

    @Test(arguments: ["frieght", "freght", "freiight", "fraight", "freigth"])
    func `one slip in a long word is forgiven`(typed: String) {
        #expect(Shop.first(typed) == "退货运费谁出")
    }

    @Test func `a slip in the beginning of a word is forgiven`() {
        #expect(Shop.titles("retrun").contains("七天无理由"))
    }

    @Test(arguments: ["frieghht", "siez", "SF1522", "price"])
    func `two slips, short words and codes are not forgiven`(typed: String) {
        #expect(Shop.titles(typed).isEmpty)
    }

    @Test func `a misspelled word counts less than the right one`() throws {
        let right = try #require(Shop.index.search("postage", limit: 1).first)
        let wrong = try #require(Shop.index.search("postgae", limit: 1).first)
        #expect(right.number == wrong.number)
        #expect(right.score > wrong.score)
    }
}
