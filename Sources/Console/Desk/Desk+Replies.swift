import Coaching
import Engine
import Macros
public import Replies
import Shifts
import Terminal

/// One of the shop's snippets as the desk offers it: already filled from this customer's order.
public struct ReplyChoice: Hashable, Sendable {
    /// What is typed after the slash: `fh`.
    public var code: String
    public var title: String
    public var text: String
    /// Characters from the start where the caret goes; nil for behind the text.
    public var caret: Int?
    /// Offered because of what the customer has just said.
    public var isSuggested: Bool
    /// The entry of the knowledge base it comes from; to put it in is to have read it.
    public var entry: String?
    /// What it asks before it can be put in, or what may be changed then.
    public var asks: [Ask]
    /// Where it is written.
    public var place: Snippet.Place?
    /// The macro it stands for; it is not put in but rehearsed.
    var macro: String?

    /// The text to be read before it is put in: what is still asked stands there by its label,
    /// 还差〔要填〕元.
    func preview(in tongue: Tongue) -> String {
        var shown = text
        // From behind, so that the places in front stay true.
        let open = asks.filter(\.isOpen).flatMap { ask in ask.places.map { (ask, $0) } }
        for (ask, place) in open.sorted(by: { $0.1.lowerBound > $1.1.lowerBound }) {
            guard place.upperBound <= shown.count else { continue }
            let start = shown.index(shown.startIndex, offsetBy: place.lowerBound)
            let end = shown.index(start, offsetBy: place.count)
            shown.replaceSubrange(start..<end, with: "〔\(ask.label[tongue])〕")
        }
        return shown
    }

    public init(
        code: String, title: String, text: String, caret: Int? = nil, isSuggested: Bool = false,
        entry: String? = nil, asks: [Ask] = [], place: Snippet.Place? = nil
    ) {
        self.asks = asks
        self.place = place
        self.code = code
        self.title = title
        self.text = text
        self.caret = caret
        self.isSuggested = isSuggested
        self.entry = entry
    }
}

extension Ask {
    /// What a reader sees in its place.
    fileprivate var label: Bilingual {
        switch reason {
        case .blank: Words.toFillIn
        case .field, .missing, .ambiguous: title
        }
    }

    /// Whether the reply may not be put in before it was asked.
    var wantsAnswer: Bool {
        switch reason {
        case .field, .blank: true
        case .missing, .ambiguous: isOpen
        }
    }
}

/// The shop's snippets: filtered as one types, inserted without losing what is written.
extension Desk {
    /// The `/code` being typed in the composer, when there is one.
    var inlineReplies: (range: Range<Int>, code: String)? {
        guard focus == .composer, slot != nil else { return nil }
        return composer.snippetCode
    }

    /// The snippets offered now, the closest first.
    var replies: [ReplyChoice] {
        let filter = inlineReplies?.code ?? places.replyFilter
        let key = ReplyCache.Key(
            filter: filter, talk: selected, order: order?.id,
            minute: now.milliseconds / 60_000, tongue: tongue, records: shift?.records.count ?? 0,
            isCoached: settings.coaches && coach != nil && !hidesAnswers,
            hasMacros: focus == .replies || !filter.isEmpty, library: libraryRevision)
        if let replyCache, replyCache.key == key { return replyCache.replies }
        let asked = key.isCoached && filter.isEmpty ? whatIsAsked : ""
        let found = withMacros(
            answers(to: asked) + repliesFor(self, filter, asked),
            key.hasMacros ? macroChoices(filter) : [], typed: filter.lowercased())
        replyCache = ReplyCache(key: key, replies: found)
        return found
    }

    /// Macros stand behind the replies; one whose name is being typed, behind the replies whose
    /// code is.
    private func withMacros(
        _ replies: [ReplyChoice], _ macros: [ReplyChoice], typed: String
    ) -> [ReplyChoice] {
        guard !typed.isEmpty else { return replies + macros }
        let named = macros.filter { $0.code.hasPrefix(typed) }
        let called = replies.prefix { $0.code.hasPrefix(typed) }
        return called + named + replies.dropFirst(called.count)
            + macros.filter { !$0.code.hasPrefix(typed) }
    }

    /// What the customer wants to know: the questions that stand open, else the last words.
    private var whatIsAsked: String {
        guard let talk, talk.isOpen else { return "" }
        let open = openQuestions.map(\.text)
        return open.isEmpty ? talk.lastBuyerText ?? "" : open.joined(separator: "\n")
    }

    /// Entries of the knowledge base that answer it.
    private func answers(to words: String) -> [ReplyChoice] {
        guard !words.isEmpty, let shop else { return [] }
        if shopIndex == nil { shopIndex = ShopIndex(shop) }
        shopIndex?.follow(shop)
        return (shopIndex?.answers(to: words, limit: 2) ?? []).map { found in
            ReplyChoice(
                code: say(Words.fromKnowledge), title: found.title,
                text: lines(of: found.what).joined(separator: " "), isSuggested: true,
                entry: found.title)
        }
    }

    /// The one under the cursor.
    var chosenReply: ReplyChoice? {
        let offered = replies
        let place = places.cursor[.replies] ?? 0
        return offered.indices.contains(place) ? offered[place] : nil
    }

    /// Takes one of the list: puts a snippet where the caret is, asks first for what it needs, or
    /// shows what a macro would do.
    func insert(_ reply: ReplyChoice) {
        guard slot != nil else { return announce(.hint, Words.nobodySelected) }
        if let name = reply.macro {
            if let code = composer.snippetCode { write { $0.replace(code.range, with: "") } }
            places.replyFilter = ""
            turn(to: .composer)
            return rehearse(macroNamed: name)
        }
        guard !reply.asks.contains(where: \.wantsAnswer) else {
            return overlays.append(AskSheet(reply, on: self))
        }
        putIn(reply)
    }

    /// Puts a text where the caret is; a `/code` that was typed for it goes.
    func putIn(_ reply: ReplyChoice) {
        let code = composer.snippetCode
        countReply(reply.text, cost: code?.range.count ?? places.replyFilter.count)
        write { composer in
            let range = code?.range ?? composer.draft.caret..<composer.draft.caret
            composer.replace(range, with: reply.text, caret: reply.caret)
        }
        if let entry = reply.entry {
            look(at: .knowledge(entry))
        } else {
            replyWasUsed(reply.code)
        }
        places.replyFilter = ""
        places.cursor[.replies] = 0
        turn(to: .composer)
        if let hole = Snippet.unfilled(in: reply.text).first {
            announce(.hint, Words.fillFirst(hole))
        }
    }

    /// Alt-1 … Alt-9.
    func insertReply(number: Int) {
        // The numbers are those of the list as it always stands: fingers know them.
        let offered = replies.filter { !$0.isSuggested }
        guard offered.indices.contains(number - 1) else {
            return announce(.hint, Words.noSuchReply(number))
        }
        insert(offered[number - 1])
    }

    /// A reply by its code, as a key of its own takes it.
    func insertReply(named code: String) {
        guard let reply = replyNamed(self, code) else {
            return announce(.refused, Words.replyGone(code))
        }
        insert(reply)
    }

    /// What fits best what the customer has just asked.
    func insertSuggestion() {
        guard let first = replies.first, first.isSuggested else {
            return announce(.hint, Words.nothingSuggested)
        }
        insert(first)
    }

    /// Keys while a `/code` stands before the caret: up and down choose, Enter or Tab inserts.
    func answerInline(_ key: Key) -> Bool {
        let count = replies.count
        guard count > 0, key.modifiers.isEmpty else { return false }
        let place = places.cursor[.replies] ?? 0
        switch key.code {
        case .up: places.cursor[.replies] = max(0, place - 1)
        case .down: places.cursor[.replies] = min(count - 1, place + 1)
        case .tab, .enter: if let reply = chosenReply { insert(reply) }
        case .character, .backTab, .backspace, .delete, .escape, .insert, .left, .right, .home,
            .end, .pageUp, .pageDown, .function:
            return false
        }
        return true
    }

    /// Typing in the replies pane narrows the list.
    func filterReplies(_ key: Key) {
        if let character = key.typed {
            places.replyFilter.append(character)
        } else if key == Key(.backspace), !places.replyFilter.isEmpty {
            places.replyFilter.removeLast()
        } else {
            return
        }
        places.cursor[.replies] = 0
    }
}

/// What was last found for what was typed; as long as nothing happens it stays right.
struct ReplyCache {
    /// What an answer depends on.
    struct Key: Hashable {
        var filter: String
        var talk: ConversationID?
        /// The one in view: a reply names its number and its sum.
        var order: OrderID?
        /// A reply may say what time it is.
        var minute: Int64
        var tongue: Tongue
        /// How much had happened in the shift: a reply may name what has just changed.
        var records: Int
        /// What the customer asks counts.
        var isCoached: Bool
        /// Somebody looks for something: macros are offered behind the replies.
        var hasMacros: Bool
        /// Which files they were read from: one that was saved counts the next time.
        var library: Int
    }

    var key: Key
    var replies: [ReplyChoice]
}
