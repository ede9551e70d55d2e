/// Words that mean the same to the learned layer: 快递, 包裹 and 件 are all `[parcel]`, so that what
/// is learned of one holds for the others.
///
/// A file has one concept a line: `parcel: 快递 包裹 件`, English entries parted by semicolons.
public struct Concepts: Sendable {
    /// A run of tokens, by its key, and the concept it stands for.
    private var names: [UInt64: Int32] = [:]
    private(set) var keys: [UInt64] = []
    private(set) var titles: [String] = []
    private var longest = 0

    public init() {}

    public var isEmpty: Bool { names.isEmpty }

    /// Adds the concepts of a file; the first of two that claim a word has it.
    /// - Returns: the lines that name no concept, counted from 1.
    public mutating func add(_ file: String) -> [Int] {
        var bad: [Int] = []
        for (number, line) in file.split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        ).enumerated() where !line.isEmpty && !line.hasPrefix("#") {
            guard let colon = line.firstIndex(of: ":") else {
                bad.append(number + 1)
                continue
            }
            let name = line[..<colon]
            let rest = line[line.index(after: colon)...]
            let words = rest.split(separator: rest.contains(";") ? ";" : " ")
            titles.append("[\(name)]")
            keys.append(Grams.key(of: "[\(name)]"))
            for word in words {
                let text = NormalText(String(word.drop { $0 == " " }))
                let tokens = Grams.tokens(of: text, values: [])
                guard !tokens.isEmpty else { continue }
                longest = max(longest, tokens.count)
                let key = tokens.reduce(Grams.seed) { Grams.join($0, $1.key) }
                if names[key] == nil { names[key] = Int32(keys.count - 1) }
            }
        }
        return bad
    }

    /// The longest concept that begins with the token at `start`: its place, and where it ends.
    func match(
        _ tokens: [(key: UInt64, range: Range<Int>)], at start: Int
    ) -> (concept: Int, end: Int)? {
        var key = Grams.seed
        var best: (concept: Int, end: Int)?
        for end in start..<min(start + longest, tokens.count) {
            key = Grams.join(key, tokens[end].key)
            if let found = names[key] { best = (Int(found), end + 1) }
        }
        return best
    }
}
