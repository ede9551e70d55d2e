public import Engine
import Search

/// The shop's replies, found as one types.
///
/// ```swift
/// let library = SnippetLibrary(files: [own, pack + "/replies.yaml"])
/// for snippet in library.search("fh", stage: .order, uses: uses, limit: 20) {
///     let filled = snippet.fill(in: shop, conversation, tongue: .chinese, now: shop.now)
/// }
/// ```
public struct SnippetLibrary: Sendable {
    public private(set) var snippets: [Snippet] = []
    /// What is wrong with the files, in their order; the rest works.
    public private(set) var problems: [SnippetProblem] = []
    private var index = SnippetIndex()
    /// What they are about, to be found by a customer's sentence.
    private var sentences = SearchIndex(folding: .shop)
    private var numbers: [String: [Int]] = [:]

    /// Without any reply.
    public init() {}

    /// Reads files of replies; of equal codes the one of the earlier file comes first.
    public init(files: [String]) {
        for file in files { add(SnippetFile(path: file)) }
    }

    /// Adds the replies of a text in the form of a file.
    public mutating func add(yaml: String, named file: String) {
        add(SnippetFile(path: file, text: yaml))
    }

    private mutating func add(_ file: SnippetFile) {
        problems += file.problems
        for snippet in file.snippets {
            for code in snippet.codes { numbers[code, default: []].append(snippets.count) }
            snippets.append(snippet)
            index.add(snippet)
            sentences.add(
                title: snippet.label.zh, words: [snippet.label.en] + snippet.words,
                body: snippet.text.zh + "\n" + snippet.text.en)
        }
    }

    /// All replies of a code; more than one asks for a choice.
    public func named(_ code: String) -> [Snippet] {
        (numbers[code.lowercased()] ?? []).map { snippets[$0] }
    }

    /// Replies that fit what a customer has said, best first; those of another stage are left out.
    ///
    /// - Parameter least: of what was said, in thousandths, must stand in the reply.
    public func suggestions(
        for words: String, stage: Conversation.Stage?, least: Int = 400, limit: Int = 3
    ) -> [Snippet] {
        sentences.search(words, limit: 20).filter { $0.score >= least }
            .map { snippets[$0.number] }
            .filter { snippet in
                stage.map { snippet.stages.isEmpty || snippet.stages.contains($0) } ?? true
            }.prefix(limit).map(\.self)
    }

    /// What fits what was typed, best first: by code, label, first letters of pinyin, search
    /// terms, text, in both languages. Everything for nothing typed.
    ///
    /// - Parameters:
    ///   - stage: replies of this stage come before others that fit as well.
    ///   - uses: how often each code was used; more used ones come first.
    public func search(
        _ query: String, stage: Conversation.Stage? = nil, uses: [String: Int] = [:],
        limit: Int = 50
    ) -> [Snippet] {
        var counts: [Int] = []
        if !uses.isEmpty {
            counts = [Int](repeating: 0, count: snippets.count)
            for (code, count) in uses {
                for number in numbers[code] ?? [] { counts[number] = max(counts[number], count) }
            }
        }
        return index.search(query, stage: stage, uses: counts).prefix(limit)
            .map { snippets[$0] }
    }
}
