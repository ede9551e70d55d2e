import Console
import Engine
import Language
import Macros
import Replies
import Shifts

/// The replies and macros of the shift on the desk: one's own first, then the pack's, then those
/// of every shop; replies filled for the customer in view.
final class SnippetShelf {
    // A class: the closure that the desk holds and the program that changes packs share it.
    private let own: String
    private let shared: String
    private var folders: ReplyFolders
    private var library = SnippetLibrary()
    /// Read when they are first asked for: the first picture does not wait for them.
    private var macroLibrary: MacroLibrary?
    /// The pack's file of macros as it was when they were read.
    private var macroStamp: FileStamp?
    private var uses: [String: Int] = [:]
    /// How often other files have been read.
    private var revision = 0
    /// Other files than when the keys were last put on.
    private var isNew = false
    /// Problems that were told; each is told once.
    private var told: Set<String> = []
    private(set) var pack = ""
    /// What customers are told the agent is called, where the pack says.
    private(set) var agentName: Bilingual?
    /// What a text is about, by the lexicon of the shift.
    private var topics: ((String) -> Set<Topic>)?

    /// - Parameters:
    ///   - own: the folder with a person's own files.
    ///   - shared: the folder of the library for every shop.
    init(own: String, shared: String) {
        self.own = own
        self.shared = shared
        folders = ReplyFolders(own: own, pack: nil, shared: shared)
    }

    /// Reads one's own files, those of a pack's folder and the shared ones.
    func open(pack folder: String, agentName: Bilingual?, reader: Reader?) {
        pack = folder
        self.agentName = agentName
        topics = reader.map { reader in { Set(reader.topics(in: $0).map(\.subject)) } }
        folders = ReplyFolders(own: own, pack: folder, shared: shared)
        library = SnippetLibrary(folders)
        macroLibrary = nil
        isNew = true
        revision += 1
    }

    /// Takes in what was saved since; the number is another after each time.
    @discardableResult
    func follow() -> Int {
        if library.changed() || macrosChanged() {
            library = library.reloaded()
            macroLibrary = nil
            isNew = true
            revision += 1
        }
        return revision
    }

    /// The pack's file of macros holds no replies: the library does not look after it.
    private func macrosChanged() -> Bool {
        macroLibrary != nil && macroStamp != packMacros
    }

    private var packMacros: FileStamp { FileStamp(path: pack + "/macros.yaml") }

    /// What keys can be given to, where it has changed since it was last asked for.
    func libraryNews() -> [LibraryEntry]? {
        guard isNew else { return nil }
        isNew = false
        return library.entries + macros().entries
    }

    /// The macros as the files were when they were last followed.
    func macros() -> MacroLibrary {
        if let macroLibrary { return macroLibrary }
        macroStamp = packMacros
        let read = MacroLibrary(files: folders.macroFiles)
        macroLibrary = read
        return read
    }

    /// What is wrong with the files and has not been told yet: the first of it, with how much more
    /// there is.
    func news() -> Bilingual? {
        var fresh = library.problems.map {
            Bilingual(zh: $0.sentence(in: .chinese), en: $0.sentence(in: .english))
        }
        fresh += (macroLibrary?.problems ?? []).map {
            Bilingual(zh: $0.sentence(in: .chinese), en: $0.sentence(in: .english))
        }
        fresh = fresh.filter { told.insert($0.en).inserted }
        guard let first = fresh.first else { return nil }
        guard fresh.count > 1 else { return first }
        return Bilingual(
            zh: "\(first.zh)（还有 \(fresh.count - 1) 处，xiaoer replies doctor 看全部）",
            en: "\(first.en) (and \(fresh.count - 1) more; xiaoer replies doctor lists them)")
    }

    /// A reply was put in: it is offered sooner from now on.
    func wasUsed(_ code: String) { uses[code, default: 0] += 1 }

    /// What fits what was typed, ready for the customer in view.
    /// Where nothing was, the ones that fit what the customer asks come first.
    func choices(_ desk: Desk, _ typed: String, _ asked: String) -> [ReplyChoice] {
        guard let shop = desk.shop, let talk = desk.talk else { return [] }
        let moment = moment(desk, talk, in: shop)
        let fitting = suggestions(for: asked, talk, at: moment)
        let found = library.search(
            typed, stage: talk.stage, channel: talk.channel, at: moment, uses: uses, limit: 30)
        return (fitting + found).enumerated().compactMap { place, snippet in
            guard let filled = fill(snippet, desk) else { return nil }
            var choice = ReplyChoice(snippet, filled, in: desk.tongue)
            choice.isSuggested = place < fitting.count
            return choice
        }
    }

    private func suggestions(
        for asked: String, _ talk: Conversation, at moment: Snippet.Moment
    ) -> [Snippet] {
        guard !asked.isEmpty else { return [] }
        if let topics { library.classify(by: topics) }
        return library.suggestions(
            for: asked, about: topics?(asked) ?? [], stage: talk.stage, channel: talk.channel,
            at: moment)
    }

    private func moment(_ desk: Desk, _ talk: Conversation, in shop: Shop) -> Snippet.Moment {
        Snippet.Moment(
            status: desk.orderInView(of: talk.id).flatMap { shop.orders[$0]?.status },
            hour: CivilTime(desk.now, offset: shop.offset).hour)
    }

    /// The reply of this code that may be said to the customer in view.
    func choice(_ desk: Desk, _ code: String) -> ReplyChoice? {
        guard let talk = desk.talk else { return nil }
        let fitting = library.named(code).first {
            $0.channels.isEmpty || $0.channels.contains(talk.channel)
        }
        guard let snippet = fitting else { return nil }
        return fill(snippet, desk).map { ReplyChoice(snippet, $0, in: desk.tongue) }
    }

    /// A reply of the list with what the person has answered.
    func refill(_ desk: Desk, _ reply: ReplyChoice, _ answers: [String: String]) -> Filled? {
        let same = library.named(reply.code).first { $0.place == reply.place }
        return same.flatMap { fill($0, desk, answers) }
    }

    private func fill(
        _ snippet: Snippet, _ desk: Desk, _ answers: [String: String] = [:]
    ) -> Filled? {
        guard let shop = desk.shop, let talk = desk.talk, let shift = desk.shift else {
            return nil
        }
        let tongue = shift.card.tongue
        return snippet.fill(
            in: shop, talk, order: desk.orderInView(of: talk.id), agentName: agentName?[tongue],
            tongue: tongue,
            now: shop.now,
            answers: answers)
    }
}

extension ReplyChoice {
    init(_ snippet: Snippet, _ filled: Filled, in tongue: Engine.Tongue) {
        self.init(
            code: snippet.code, title: snippet.label[tongue], text: filled.text,
            caret: filled.caret, asks: filled.asks, place: snippet.place)
    }
}

extension SnippetLibrary {
    /// The replies as the keymap sees them.
    var entries: [LibraryEntry] {
        snippets.map {
            LibraryEntry(
                .reply, $0.code, label: $0.label, keys: $0.keys, file: $0.place.file,
                line: $0.place.line)
        }
    }
}

extension MacroLibrary {
    /// The macros as the keymap sees them.
    var entries: [LibraryEntry] {
        macros.map {
            LibraryEntry(
                .macro, $0.name, label: $0.label, keys: $0.keys, file: $0.source?.file ?? "",
                line: $0.source?.line ?? 0)
        }
    }
}
