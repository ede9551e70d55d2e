import Engine
import Replies
import Testing

private func library() -> SnippetLibrary {
    var library = SnippetLibrary()
    library.add(
        yaml: """
            matches:
              - {trigger: /fh, label: {zh: 发货时间, en: When it ships}, stage: order, replace: {zh: 两天内发出, en: Within two days}}
              - {trigger: /kd, label: {zh: 快递到哪, en: Parcel}, stage: after-sale, search_terms: [物流], replace: {zh: 在路上, en: On its way}}
              - {trigger: /fhd, label: {zh: 发货地, en: Ships from}, replace: {zh: 杭州发货, en: From Hangzhou}}
              - {trigger: /th, label: {zh: 退货, en: Returns}, stage: after-sale, replace: {zh: 七天内可退, en: Within seven days}}
            """, named: "s.yaml")
    return library
}

private func codes(
    _ query: String, stage: Conversation.Stage? = nil, uses: [String: Int] = [:]
) -> [String] {
    library().search(query, stage: stage, uses: uses).map(\.code)
}

@Suite struct `Searching replies` {
    @Test func `an exact code comes before one that only begins so`() {
        #expect(codes("fh") == ["fh", "fhd"])
        #expect(codes("fhd") == ["fhd"])
    }

    @Test func `finds by label, pinyin, search terms, text and English`() {
        #expect(codes("退货") == ["th"])
        #expect(codes("kddn") == ["kd"])
        #expect(codes("wl") == ["kd"])
        #expect(codes("物流") == ["kd"])
        #expect(codes("杭州") == ["fhd"])
        #expect(codes("hangzhou") == ["fhd"])
        #expect(codes("Parcel") == ["kd"])
        #expect(codes("没有这个").isEmpty)
    }

    @Test func `of equals those of this stage come first, then the most used`() {
        #expect(codes("", stage: .afterSale).prefix(2) == ["kd", "th"])
        #expect(codes("", stage: .afterSale, uses: ["th": 3]).prefix(2) == ["th", "kd"])
        #expect(codes("", uses: ["fhd": 1]).first == "fhd")
        #expect(codes("发货", stage: .order) == ["fh", "fhd"])
    }

    @Test func `what fits better beats stage and use`() {
        #expect(codes("fh", stage: .afterSale, uses: ["fhd": 99]).first == "fh")
    }

    @Test func `gives no more than asked for and all for nothing typed`() {
        #expect(codes("").count == 4)
        #expect(codes("   ").count == 4)
        #expect(library().search("", limit: 2).count == 2)
    }
}
