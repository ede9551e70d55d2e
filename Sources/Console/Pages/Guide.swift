import Engine
import Shifts
import Terminal

/// The first three minutes: one line over the real desk says what to do next and why, and waits
/// until it is really done.
///
/// Eight keys are learnt by using them. The shop's clock stands while the customer waits for an
/// answer, so nobody is hurried; a step is left out by pressing Esc twice.
struct Guide {
    let host: any PageHost
    private(set) var done: Set<Step> = []
    private(set) var skipped: Set<Step> = []
    /// The last thing that was done, to be praised in the line once.
    private(set) var ticked: Step?
    private var escapes = 0
    /// The list of snippets was open while the reply was written.
    private var sawSnippets = false

    init(host: any PageHost) { self.host = host }

    /// Takes a learner up again where a shift was cut off: what the shop has seen is done.
    init(host: any PageHost, after records: [Recorded]) {
        self.host = host
        hear(records)
        // Looking leaves no trace; what can only follow it shows that it was done.
        let hasOrdered = records.contains {
            if case .orderPlaced = $0.event { true } else { false }
        }
        if hasOrdered { done.insert(.snippet) }
        if done.contains(.promise) { done.insert(.order) }
        skipped.subtract(done)
        ticked = nil
    }

    /// How long a customer may be silent before the guide says what to ask.
    static let silence = Span.seconds(20)

    /// What is learnt, in order.
    enum Step: String, Hashable, CaseIterable {
        case greet, snippet, order, promise, tag, note, palette, close
    }

    /// What is asked for now; nil when all is done.
    var step: Step? {
        Step.allCases.first { !done.contains($0) && !skipped.contains($0) }
    }

    var isOver: Bool { step == nil }

    /// Whether time should stand still: the customer waits, and nothing of theirs is on its way.
    func holdsClock(_ desk: Desk) -> Bool {
        guard let shift = desk.shift, desk.talk?.awaitsReplySince != nil else { return false }
        guard let due = shift.nextDue else { return true }
        return due - shift.now > .seconds(20)
    }

    /// What is asked for next can be done only when the customer has answered or ordered.
    func awaitsCustomer(_ desk: Desk) -> Bool {
        switch step {
        case .greet, .snippet: desk.talk?.awaitsReplySince == nil
        case .order: desk.order == nil
        case .promise, .tag, .note, .palette, .close, nil: false
        }
    }

    /// What was written did not make the customer go on, and the next step needs that.
    func stalls(_ desk: Desk) -> Bool {
        guard step != .greet, let talk = desk.talk, awaitsCustomer(desk) else { return false }
        if holdsClock(desk) { return true }
        guard talk.awaitsReplySince == nil, let said = talk.messages.last?.at else { return false }
        return desk.now - said >= Guide.silence
    }

    // MARK: Hearing

    /// Every input passes here first. Answers true when it was for the guide alone.
    mutating func hear(_ input: Input, _ desk: Desk) -> Bool {
        guard case .key(let key) = input else { return false }
        if isOver {
            // Everything was left out and the customer is still here: then the desk is theirs.
            guard desk.talk?.isOpen != true else {
                desk.guide = nil
                return false
            }
            return answerAtEnd(key, desk)
        }
        ticked = nil
        if desk.inlineReplies != nil { sawSnippets = true }
        guard key == Key(.escape), desk.overlays.isEmpty else {
            escapes = 0
            return false
        }
        escapes += 1
        if escapes == 2, let step {
            escapes = 0
            skipped.insert(step)
        }
        return false
    }

    private func answerAtEnd(_ key: Key, _ desk: Desk) -> Bool {
        guard desk.overlays.isEmpty, key.modifiers.isEmpty else { return false }
        switch key.code {
        case .enter:
            desk.guide = nil
            desk.submit(.endShift)
            return true
        case .escape:
            desk.guide = nil
            desk.submit(.endShift)
            desk.showStart()
            return true
        case .character, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right,
            .home, .end, .pageUp, .pageDown, .function:
            return false
        }
    }

    /// A command was run by a key, a click or the palette.
    mutating func hear(command id: String) {
        switch id {
        case "focus-order", "order-actions": tick(.order)
        case "palette": tick(.palette)
        case _: break
        }
    }

    /// Something happened in the shop.
    mutating func hear(_ records: [Recorded]) {
        for record in records {
            switch record.event {
            case .replySent:
                tick(sawSnippets && done.contains(.greet) ? .snippet : .greet)
                sawSnippets = false
            case .promiseMade: tick(.promise)
            case .tagged: tick(.tag)
            case .noteWritten: tick(.note)
            case .closed: close()
            case _: break
            }
        }
    }

    private mutating func tick(_ step: Step) {
        guard done.insert(step).inserted else { return }
        skipped.remove(step)
        ticked = step
    }

    /// With the conversation closed, what was not done before can no longer be.
    private mutating func close() {
        tick(.close)
        for step in Step.allCases where !done.contains(step) { skipped.insert(step) }
    }
}
