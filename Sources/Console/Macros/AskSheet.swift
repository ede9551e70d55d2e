import Engine
import Replies
import Terminal

/// What a reply asks before it is put in: its fields, what the shop does not have, and what the
/// shop has several of. Tab walks through; below stands the text as it would be.
struct AskSheet: Overlay {
    private var reply: ReplyChoice
    private var asks: [Ask] = []
    private var form: Form

    init(_ reply: ReplyChoice, on desk: Desk) {
        self.reply = reply
        form = Form(
            Bilingual(zh: reply.title, en: reply.title), fields: [], verb: Words.putIn,
            now: desk.now)
        add(reply.asks, desk)
        // A choice has its answer at once, and that may lead on.
        while true {
            let more = refill(desk)
            let count = asks.count
            add(more, desk)
            if asks.count == count { break }
        }
    }

    private mutating func add(_ more: [Ask], _ desk: Desk) {
        let fresh = more.filter { ask in
            ask.wantsAnswer && !asks.contains { $0.name == ask.name }
        }
        asks += fresh
        form.add(fresh.map { AskSheet.field(for: $0, desk) })
    }

    private static func field(for ask: Ask, _ desk: Desk) -> FormField {
        if !ask.choices.isEmpty {
            let chosen = ask.choices.firstIndex {
                $0.title[desk.tongue] == ask.value || $0.id == ask.value
            }
            return .choice(ask.name, ask.title, ask.choices.map(\.title), chosen: chosen ?? 0)
        }
        return .text(
            ask.name, ask.title, initial: ask.value ?? "", rows: ask.isMultiline ? 3 : 1,
            hint: ask.reason == .missing ? Words.shopDoesNotKnow : nil, words: desk.words)
    }

    private var answers: [String: String] {
        var answers: [String: String] = [:]
        for ask in asks {
            guard let field = form.fields.first(where: { $0.id == ask.name }) else { continue }
            if case .choice(_, let chosen) = field.content {
                answers[ask.name] = ask.choices[chosen].id
            } else {
                answers[ask.name] = field.composer?.text.trimmed ?? ""
            }
        }
        return answers
    }

    /// The reply with what has been answered so far.
    private mutating func refill(_ desk: Desk) -> [Ask] {
        guard let filled = desk.refill(desk, reply, answers) else { return [] }
        reply.text = filled.text
        reply.caret = filled.caret
        reply.asks = filled.asks
        return filled.asks
    }

    mutating func handle(_ input: Input, _ desk: Desk) -> OverlayOutcome {
        switch form.handle(input) {
        case .stay: return .stay
        case .changed:
            _ = refill(desk)
            return .stay
        case .cancelled: return .close
        case .submitted:
            // An answer may lead to another question: which order, then which parcel.
            let known = asks.count
            add(refill(desk), desk)
            if asks.count > known { return .stay }
            let reply = reply
            return .closeThen { $0.putIn(reply) }
        }
    }

    func keys(_ desk: Desk) -> [KeyHint] { form.keys }

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        let width = min(64, rect.width)
        let inside = max(1, width - 4)
        let text = desk.wrapped(
            reply.preview(in: desk.tongue), width: inside, ink: .agent)
        let asked = form.rows(columns: inside, in: desk.tongue, gate: desk.gate)
        let box = rect.centred(width: width, height: min(rect.height, text.count + asked + 3))
        desk.drawSheet(in: box, title: "/" + reply.code + "  " + reply.title, into: &canvas)
        var inner = box.inset(left: 2, top: 1, right: 2, bottom: 1)
        let foot = inner.takeBottom(min(asked, inner.height))
        desk.drawLines(text, from: 0, in: inner.inset(bottom: 1), into: &canvas)
        form.draw(in: foot, on: &canvas, theme: desk.theme, tongue: desk.tongue)
    }
}

extension AskSheet: AskingSheet {
    var asked: Form { form }
    func told(_ desk: Desk) -> [PaneLine] {
        [PaneLine(desk.oneLine(reply.preview(in: desk.tongue)))]
    }
}
