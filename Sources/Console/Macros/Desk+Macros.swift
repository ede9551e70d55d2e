import Coaching
public import Engine
public import Language
import Macros
import Shifts
import Typing

/// Whose voice texts are written in, and who reads them over.
public struct DeskVoice {
    /// What customers are told the agent is called.
    public var agentName: String?
    /// Reads a text: faults, and the promises in it.
    public var reads: (@Sendable (String, Context) -> Reading)?

    public init(
        agentName: String? = nil, reads: (@Sendable (String, Context) -> Reading)? = nil
    ) {
        self.agentName = agentName
        self.reads = reads
    }
}

/// Macros at the desk: which there are here, what one would do, and doing it.
extension Desk {
    /// Where a macro is to run: this conversation, with the order in view and its own draft.
    func occasion(for id: ConversationID) -> Occasion? {
        guard let shift, shift.shop.conversations[id] != nil else { return nil }
        let tongue = shift.card.tongue
        var occasion = Occasion(
            shop: shift.shop, conversation: id, order: orderInView(of: id),
            agentName: voice.agentName, tongue: tongue, draft: macroDraft(of: id))
        occasion.reads = voice.reads
        occasion.objections = objections
        return occasion
    }

    /// The order that is looked at in this conversation; nil where none is.
    public func orderInView(of id: ConversationID) -> OrderID? { id == selected ? order?.id : nil }

    /// What a dry run would tell a customer of somebody else; asked about before it is sent, as with
    /// a text that was typed.
    func foreignNumber(in rehearsal: Macros.Rehearsal) -> Bilingual? {
        guard let shop, let talk = shop.conversations[rehearsal.conversation] else { return nil }
        for text in rehearsal.sent {
            guard let found = Foreign.numbers(in: text, of: talk, shop).first else { continue }
            let other = shop.customers[found.owner]?.name ?? found.owner.rawValue
            return Words.namesForeign(found.words, other)
        }
        return nil
    }

    /// What the coach would say against a text that is typed, for the texts of macros.
    private var objections: (@Sendable (String, Conversation, Shop) -> [Occasion.Objection])? {
        guard settings.coaches, let shift, coach != nil else { return nil }
        coach?.follow(shift.records, in: shift.shop)
        guard let coach else { return nil }
        return { text, talk, shop in
            // A macro is tried on a copy of the shop; so is what the coach knows.
            var coach = coach
            return coach.advice(on: text, for: talk, in: shop).compactMap { advice in
                switch advice.fact {
                case .foreign(let known), .wrong(let known):
                    Occasion.Objection(advice.words, Words.shopKnows(known))
                case .unfounded(let known):
                    Occasion.Objection(advice.words, Words.shopHas(known))
                // Faults are found by the reader, promises shown as such, and what stays open
                // is a matter of the whole conversation.
                case .fault, .undated, .promise, .leavesOpen: nil
                }
            }
        }
    }

    /// What is written to a customer, as macros see it; never the note beside it.
    func macroDraft(of id: ConversationID) -> Macros.Draft {
        guard let composer = composers[DraftSlot(id)] else { return Macros.Draft() }
        return Macros.Draft(composer.text, caret: composer.draft.caret)
    }

    /// The marked conversations in the order of the queue; those that have gone from it last.
    var chosenTalks: [ConversationID] {
        let rows = (0..<queue.count).compactMap { queue[$0] }
        let seen = Set(rows)
        return rows.filter(places.chosen.contains)
            + places.chosen.filter { !seen.contains($0) }.sorted()
    }

    /// The macros as the files are now: looked at where a list opens or one is run, not with every
    /// letter of a code.
    func followedMacros() -> MacroLibrary {
        libraryRevision = followLibrary()
        return macroLibrary()
    }

    /// The macros that fit here, or any of the marked conversations; what was just recorded first.
    func macrosOffered() -> [Macro] {
        let library = macroLibrary()
        let talks = places.chosen.isEmpty ? selected.map { [$0] } ?? [] : chosenTalks
        var names: Set<String> = []
        for occasion in talks.compactMap(occasion) {
            names.formUnion(library.offered(on: occasion).map(\.name))
        }
        let found = library.macros.filter { names.contains($0.name) }
        guard let recorded else { return found }
        return [recorded] + found.filter { $0.name != recorded.name }
    }

    /// All there are, what was just recorded first: to change one it need not fit here.
    func macrosToEdit() -> [Macro] {
        let macros = followedMacros().macros
        guard let recorded else { return macros }
        return [recorded] + macros.filter { $0.name != recorded.name }
    }

    /// The macros that fit, as the list of replies offers them behind the replies.
    func macroChoices(_ typed: String) -> [ReplyChoice] {
        guard selected != nil else { return [] }
        let macros = macrosOffered()
        guard !macros.isEmpty else { return [] }
        let found = finder(of: macros).search(typed, limit: typed.isEmpty ? 20 : 5)
        return found.map { macro in
            var choice = ReplyChoice(
                code: macro.name, title: say(Words.macroMark) + macro.label[tongue],
                text: macro.outline(in: tongue))
            choice.macro = macro.name
            return choice
        }
    }

    /// Made anew only where other macros are offered than with the key before.
    private func finder(of macros: [Macro]) -> MacroFinder {
        if let macroFinder, macroFinder.macros == macros { return macroFinder }
        let finder = MacroFinder(macros)
        macroFinder = finder
        return finder
    }

    func rehearse(macroNamed name: String) {
        if let recorded, recorded.name == name { return rehearse(recorded) }
        guard let macro = followedMacros().named(name) else {
            return announce(.refused, Words.macroGone(name))
        }
        rehearse(macro)
    }

    /// Shows what a macro would do, for this customer or for all that are marked.
    func rehearse(_ macro: Macro) {
        if let onlyLooks { return announce(.hint, onlyLooks) }
        sendOutgoing()
        let marked = chosenTalks
        if !marked.isEmpty {
            overlays.append(MacroTable(macro, for: marked, on: self))
        } else if let selected {
            overlays.append(MacroTrial(macro, for: selected, on: self))
        } else {
            announce(.hint, Words.nobodySelected)
        }
    }

    /// A command of a macro on its way to the shop.
    func passOn(_ command: Command) throws(SubmitFault) -> [Recorded] {
        guard let shift else { throw .notStored }
        do throws(ShiftFault) { return try carryOut(command, in: shift) } catch {
            switch error {
            case .refused(let refusal): throw .refused(refusal)
            case .notStored: throw .notStored
            }
        }
    }

    /// Carries a macro out for one customer, as it was shown. Only this customer's draft is
    /// touched, and only for what the macro wrote and did not send.
    func carryOut(
        _ macro: Macro, for id: ConversationID, _ answers: Answers, shown: Macros.Rehearsal
    ) -> (performance: Performance, run: MacroRun)? {
        if id == selected, !shown.sent.isEmpty { noteWhatIsShown() }
        guard let occasion = occasion(for: id) else { return nil }
        let performance = macro.perform(on: occasion, answers: answers, shown: shown) {
            command throws(SubmitFault) in try passOn(command)
        }
        var draft: (before: Draft, after: String)?
        if case .done = performance.outcome {
            for text in performance.rehearsal.sent { sent.remember(text) }
            keyWatch.macroRan(
                over: occasion.draft.text, sent: performance.rehearsal.sent,
                left: performance.draft.text, in: id)
            if !performance.rehearsal.sent.isEmpty { places.anchors[id] = .end }
            if performance.draft.text != occasion.draft.text {
                let slot = DraftSlot(id)
                draft = (composers[slot]?.draft ?? Draft(), performance.draft.text)
                let length = occasion.draft.text.count
                composers[slot, default: Composer(words: words)].replace(
                    0..<length, with: performance.draft.text, caret: performance.draft.caret)
                unkept.insert(slot)
            }
        }
        return (
            performance,
            MacroRun(label: macro.label, conversation: id, undo: performance.undo, draft: draft)
        )
    }

    /// Says what became of a run; false where it has to be looked at again.
    func tell(of performance: Performance, _ run: MacroRun) -> Bool {
        switch performance.outcome {
        case .done:
            lastAct = .macro(run)
            announce(.done, Words.macroDone(run.label, run.undo?.undoes))
            if performance.goesOn {
                recorder?.takeNext()
                selectRow(by: 1)
            }
            return true
        case .notStarted(.differs):
            announce(.refused, Words.macroDiffers)
        case .notStarted(.asks(let asks)):
            announce(.refused, Words.macroAsks(asks.map(\.label)))
        case .notStarted(.refused(let stop)):
            announce(.refused, Words.macroStops(stop.reason))
        case .stopped(let stopped):
            lastAct = nil
            announce(.refused, Words.macroStopped(Words.fault(stopped.fault), stopped.stays))
        }
        return false
    }
}

extension Macro {
    /// Its steps in one line each, before they are tried.
    func outline(in tongue: Tongue) -> String {
        var lines: [String] = []
        add(steps, depth: 0, tongue, to: &lines)
        return lines.joined(separator: "\n")
    }

    private func add(_ steps: [Step], depth: Int, _ tongue: Tongue, to lines: inout [String]) {
        let space = String(repeating: "  ", count: depth)
        for step in steps {
            switch step {
            case .insert(let text): lines.append(space + step.words[tongue] + " " + text[tongue])
            case .branch(_, let then, let otherwise):
                lines.append(space + step.words[tongue])
                add(then, depth: depth + 1, tongue, to: &lines)
                add(otherwise, depth: depth + 1, tongue, to: &lines)
            case .fill, .choose, .ask, .confirm, .act, .send, .next:
                lines.append(space + step.words[tongue])
            }
        }
    }
}
