import Search
import Testing

struct HighlightTests {
    private func lit(_ query: String, _ text: String) -> [String] {
        Shop.index.highlights(of: query, in: text).map { String(text[$0]) }
    }

    @Test func `the query as typed is lit wherever it stands`() {
        #expect(lit("发货", "发货前可以改；发货后不行") == ["发货", "发货"])
        #expect(lit("ＴＩＭＥ", "Shipping Time") == ["Time"])
    }

    @Test func `otherwise its parts are lit, without what only fills`() {
        #expect(lit("我的裙子怎么还没发货啊", "怎么发货：裙子") == ["发货", "裙子"])
        #expect(lit("return day", "Seven-day returns") == ["day", "return"])
        #expect(lit("retrun", "Seven-day returns") == ["returns"])
    }

    @Test func `letters light the characters they spell`() {
        #expect(lit("fhsj", "看发货时间吧") == ["发货时间"])
        #expect(lit("fahuo", "发货，再发货") == ["发货", "发货"])
    }

    @Test func `ranges fit texts with emoji and accents`() {
        #expect(lit("发货", "👩‍👩‍👧发货é发货") == ["发货", "发货"])
        #expect(lit("发货", "") == [])
        #expect(lit("", "发货") == [])
        #expect(lit("😀", "发货😀") == [])
    }
}
