public import Engine
import Search

/// Things with a name, found as one types: by its beginning, its pinyin or first letters, its
/// English words, and whatever other words find it.
///
/// ```swift
/// var index = NameIndex()
/// index.add(Bilingual(zh: "迟发安抚", en: "Late shipment"), words: ["late-ship"])
/// index.search("cfaf")               // [0]
/// ```
public struct NameIndex: Sendable {
    private var texts = SearchIndex(folding: .shop)
    private var codes: [String] = []

    public init() {}

    public var count: Int { codes.count }

    /// - Parameters:
    ///   - code: found by its beginning, before everything else: `late-ship`.
    ///   - words: what else finds it.
    public mutating func add(_ name: Bilingual, code: String = "", words: [String] = []) {
        texts.add(
            title: name.zh, words: (name.en == name.zh ? [] : [name.en]) + [code] + words, body: "")
        codes.append(code.lowercased())
    }

    /// The numbers of what fits, best first; everything in its own order for nothing typed.
    public func search(_ query: String, limit: Int) -> [Int] {
        let wanted = query.lowercased().filter { !$0.isWhitespace }
        guard !wanted.isEmpty else { return Array(codes.indices.prefix(limit)) }
        var found = codes.indices.filter { codes[$0].hasPrefix(wanted) }
        let known = Set(found)
        found += texts.search(query, limit: limit).map(\.number).filter { !known.contains($0) }
        return Array(found.prefix(limit))
    }
}
