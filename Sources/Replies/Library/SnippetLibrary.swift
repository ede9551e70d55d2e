public import Engine
import Foundation
public import Language
import Search

/// The shop's replies, found as one types.
///
/// ```swift
/// var library = SnippetLibrary(ReplyFolders(own: config + "/replies", pack: pack))
/// for snippet in library.search("fh", stage: .order, uses: uses, limit: 20) {
///     let filled = snippet.fill(in: shop, conversation, tongue: .chinese, now: shop.now)
/// }
/// if library.changed() { library = library.reloaded() }     // somebody saved a file
/// ```
public struct SnippetLibrary: Sendable {
    public private(set) var snippets: [Snippet] = []
    /// What is wrong with the files, in their order; the rest works.
    public private(set) var problems: [SnippetProblem] = []
    private var index = SnippetIndex()
    private var numbers: [String: [Int]] = [:]
    /// What the first replies are about.
    private var subjects: [Set<Topic>] = []
    /// Reading more of them would be felt the first time; one's own and the shop's come first.
    private static let mostClassified = 2000
    /// The files as they were read, for `reloaded()`.
    private(set) var shelf: FileShelf?

    /// Without any reply.
    public init() {}

    /// Reads files of replies; of equal codes the one of the earlier file comes first.
    public init(files: [String]) {
        self.init(FileShelf(files.map { FileShelf.Source(path: $0, scope: .shop) }, before: nil))
    }

    /// Reads everything in the folders; one's own replies come before the shop's.
    public init(_ folders: ReplyFolders) {
        self.init(FileShelf(folders, before: nil))
    }

    init(_ shelf: FileShelf) {
        self.shelf = shelf
        problems = shelf.problems
        for file in shelf.files { add(file) }
        link()
    }

    /// Adds the replies of a text in the form of a file.
    public mutating func add(yaml: String, named file: String, scope: Snippet.Scope = .shop) {
        add(SnippetFile(path: file, text: yaml, scope: scope))
        link()
    }

    private mutating func add(_ file: SnippetFile) {
        problems += file.problems
        snippets.reserveCapacity(snippets.count + file.snippets.count)
        for snippet in file.snippets {
            for code in snippet.codes { numbers[code, default: []].append(snippets.count) }
            snippets.append(snippet)
            index.add(snippet)
        }
    }

    /// All replies of a code; more than one asks for a choice.
    public func named(_ code: String) -> [Snippet] {
        (numbers[code.lowercased()] ?? []).map { snippets[$0] }
    }

    // MARK: Saved files

    /// Whether a file was saved, added or taken away since it was read. Looks at dates and sizes
    /// only: cheap enough to ask every second.
    public func changed() -> Bool { shelf?.isStale ?? false }

    /// The library as the files are now; only those that were saved are read again. A file that
    /// cannot be read just now, half written perhaps, stays as it was, with a problem that says so.
    public func reloaded() -> SnippetLibrary {
        guard let shelf else { return self }
        return SnippetLibrary(shelf.renewed())
    }

    // MARK: Replies in replies

    /// Puts the replies that others name by their code in their places.
    private mutating func link() {
        for number in snippets.indices where snippets[number].callsReplies {
            let snippet = snippets[number]
            var unknown: [SnippetProblem] = []
            snippets[number] = snippet.replacing(
                linked(snippet.variables, of: snippet, above: snippet.codes, &unknown))
            problems += unknown.filter { !problems.contains($0) }
        }
    }

    private func linked(
        _ variables: [Variable], of snippet: Snippet, above: [String],
        _ unknown: inout [SnippetProblem]
    ) -> [Variable] {
        variables.map { variable in
            guard case .match(let code) = variable.value else { return variable }
            func report(_ fact: SnippetProblem.Fact) {
                unknown.append(
                    SnippetProblem(file: snippet.place.file, line: variable.line, fact: fact))
            }
            if above.contains(code) {
                report(.circular(variable: variable.name))
                return variable
            }
            guard let found = named(code).first else {
                report(
                    .unknownReply(
                        code: code,
                        nearest: Spelling.nearest(to: code, among: numbers.keys.sorted())))
                return variable
            }
            var variable = variable
            variable.value = .reply(
                text: found.text,
                variables: linked(found.variables, of: found, above: above + [code], &unknown))
            return variable
        }
    }

    // MARK: Finding

    /// Finds out what replies are about, by their labels and search terms; once is enough.
    public mutating func classify(by topics: (String) -> Set<Topic>) {
        guard subjects.isEmpty else { return }
        subjects = snippets.prefix(Self.mostClassified).map { snippet in
            topics(([snippet.label.zh, snippet.label.en] + snippet.words).joined(separator: "\n"))
        }
    }

    /// Replies that fit what a customer has said, best first: those about the same things, where
    /// `classify(by:)` has found out what they are about; where it is not known what the customer
    /// speaks of, those in whose words nearly all of it stands.
    /// Those meant for another stage or channel are left out, and those that are not true now.
    ///
    /// - Parameters:
    ///   - topics: what the customer speaks of.
    ///   - least: of what was said, in thousandths, must stand in the reply.
    public func suggestions(
        for words: String, about topics: Set<Topic> = [], stage: Conversation.Stage? = nil,
        channel: Conversation.Channel? = nil, at moment: Snippet.Moment? = nil,
        least: Int = 400, limit: Int = 3
    ) -> [Snippet] {
        func isMeant<Place: Equatable>(_ places: [Place], _ here: Place?) -> Bool {
            here.map { places.isEmpty || places.contains($0) } ?? true
        }
        func mayBeSaid(_ snippet: Snippet) -> Bool {
            isMeant(snippet.stages, stage) && isMeant(snippet.channels, channel)
                && moment.map(snippet.truth.holds) ?? true
        }
        // "电话" and "什么时候" stand in many a reply: where nobody knows what the customer speaks
        // of, nearly all that was said has to be in it.
        let share = topics.isEmpty && !subjects.isEmpty ? max(least, Self.nearlyAll) : least
        let inWords = index.sentences(words, limit: 20)
            .filter { $0.score >= share && mayBeSaid(snippets[$0.number]) }.map(\.number)
        func isAbout(_ number: Int) -> Bool {
            number < subjects.count && !subjects[number].isDisjoint(with: topics)
        }
        // The more of it, and the less besides, the nearer; else as written.
        func distance(_ number: Int) -> Int { subjects[number].symmetricDifference(topics).count }
        let alike = subjects.indices
            .filter {
                isAbout($0) && distance($0) <= Self.farthest && !inWords.contains($0)
                    && mayBeSaid(snippets[$0])
            }
            .sorted { (distance($0), $0) < (distance($1), $1) }
        // "有没有", "how do I" stand in many a reply, too.
        let others = topics.isEmpty || subjects.isEmpty ? inWords.filter { !isAbout($0) } : []
        let chosen = inWords.filter(isAbout) + alike + others
        return chosen.prefix(limit).map { snippets[$0] }
    }

    /// In thousandths of what was said.
    private static let nearlyAll = 700
    /// So many things more or less than the customer speaks of, and a reply is about another matter.
    private static let farthest = 2

    /// What fits what was typed, best first: by code, label, first letters of pinyin, search
    /// terms, tags, text, in both languages. Everything for nothing typed.
    ///
    /// - Parameters:
    ///   - stage: replies of this stage come before others that fit as well.
    ///   - channel: replies meant for it come first among those that fit as well; those meant for
    ///     other channels only are left out.
    ///   - moment: replies that are not true at it come last among those that fit as well.
    ///   - uses: how often each code was used; more used ones come first.
    public func search(
        _ query: String, stage: Conversation.Stage? = nil,
        channel: Conversation.Channel? = nil, at moment: Snippet.Moment? = nil,
        uses: [String: Int] = [:], limit: Int = 50
    ) -> [Snippet] {
        index.search(
            query, limit: limit,
            SnippetIndex.Situation(
                stage: stage, channel: channel, moment: moment, uses: numbered(uses))
        ).map { snippets[$0] }
    }

    private func numbered(_ counts: [String: Int]) -> [Int: Int] {
        var result: [Int: Int] = [:]
        for (code, count) in counts {
            for number in numbers[code] ?? [] { result[number] = max(result[number] ?? 0, count) }
        }
        return result
    }
}

extension Snippet {
    fileprivate var callsReplies: Bool {
        variables.contains {
            if case .match = $0.value { true } else { false }
        }
    }

    /// With other variables, and another text where one is given.
    func replacing(_ variables: [Variable], text: Bilingual? = nil) -> Snippet {
        Snippet(
            codes: codes, label: label, text: text ?? self.text, stages: stages,
            channels: channels, truth: truth, group: group, words: words,
            tags: tags, scope: scope, keys: keys,
            place: place, variables: variables)
    }

    /// The names of the values its file gives.
    var ownNames: [String] { variables.flatMap(\.names) }
}
