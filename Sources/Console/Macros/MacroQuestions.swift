import Engine
import Macros

/// What a macro asks, as fields of a form that grows: an answer may lead to another question.
struct MacroQuestions {
    var form: Form
    private var asks: [Rehearsal.Ask] = []

    init(_ title: Bilingual, verb: Bilingual, on desk: Desk) {
        form = Form(
            title, fields: [], verb: verb, movesMoney: true, now: desk.now,
            offset: desk.shop?.offset ?? CivilTime.chinaOffset)
    }

    /// Takes in what is still asked; true where something is new.
    mutating func add(_ more: [Rehearsal.Ask], in tongue: Tongue) -> Bool {
        let fresh = more.filter { ask in !asks.contains { $0.id == ask.id } }
        guard !fresh.isEmpty else { return false }
        asks += fresh
        form.add(fresh.flatMap { $0.fields(in: tongue) })
        return true
    }

    /// Puts the caret on what is still asked.
    mutating func go(to ask: Rehearsal.Ask?) {
        if let ask { form.go(to: ask.id) }
    }

    /// What the fields say. What is empty is no answer.
    var answers: Answers {
        var answers = Answers()
        for ask in asks {
            guard let field = form.fields.first(where: { $0.id == ask.id }) else { continue }
            switch (ask.kind, field.content) {
            case (.confirm(let step), .choice(_, let chosen)):
                if chosen == 1 { answers.confirmed.insert(step) }
            case (.parameter(let name, _, let options), .choice(_, let chosen)):
                answers.values[name] = options[chosen].value.zh
            case (.parameter(let name, _, _), _):
                let text = field.composer?.text.trimmed ?? ""
                if !text.isEmpty { answers.values[name] = text }
            case (.confirm, _): break
            }
        }
        return answers
    }
}

extension Rehearsal.Ask {
    /// The name of its field.
    var id: String {
        switch kind {
        case .parameter(let name, _, _): "value " + name
        case .confirm(let step): "step \(step)"
        }
    }

    fileprivate func fields(in tongue: Tongue) -> [FormField] {
        switch kind {
        case .confirm:
            return [
                .fixed("question " + id, Words.macroQuestion, label),
                .choice(id, Words.macroYesNo, [Words.notYet, Words.yes]),
            ]
        case .parameter(_, let kind, let options):
            guard options.isEmpty else {
                let chosen = options.firstIndex {
                    [$0.value.zh, $0.value.en, $0.label.zh, $0.label.en].contains(standard)
                }
                return [.choice(id, label, options.map(\.label), chosen: chosen ?? 0)]
            }
            let text = standard ?? ""
            switch kind {
            case .money:
                let money = FormField.money(in: text)
                return [.money(id, label, initial: money, least: .zero, isRequired: false)]
            case .moment:
                return [.text(id, label, initial: text, isRequired: false, hint: Words.momentHint)]
            case .text:
                return [.text(id, label, initial: text, rows: 3, isRequired: false)]
            case .integer, .choice, .order, .variant, .coupon, .customer, .ticket, .account, .line,
                .afterSale, .parcel, .tag, .department, .colleague:
                return [.text(id, label, initial: text, isRequired: false)]
            }
        }
    }
}
