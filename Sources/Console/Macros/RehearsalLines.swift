import Engine
import Macros
import Terminal

/// A rehearsal as lines to read: texts, differences, tags, promises, remarks, every step, and how
/// far it could be taken back.
struct RehearsalLines {
    let rehearsal: Rehearsal
    let desk: Desk
    let width: Int

    var lines: [PaneLine] {
        texts + changes + tags + promises + remarks + steps
            + desk.wrapped(rehearsal.undoes.sentence(in: desk.tongue), width: width, ink: undoInk)
    }

    private func head(_ text: Bilingual) -> PaneLine { PaneLine(desk.say(text), ink: .dim) }

    private var texts: [PaneLine] {
        var lines: [PaneLine] = []
        for text in rehearsal.sent {
            lines.append(head(Words.sendsTo(desk.name(of: rehearsal.conversation))))
            lines += desk.wrapped(text, width: width, indent: 2, ink: .agent)
        }
        let before = desk.macroDraft(of: rehearsal.conversation).text
        if rehearsal.draft.text != before {
            lines.append(head(Words.intoTheDraft))
            lines += desk.wrapped(rehearsal.draft.text, width: width, indent: 2)
        }
        return lines
    }

    private var changes: [PaneLine] {
        let arrow = desk.gate.ambiguousIsWide ? " -> " : " → "
        return rehearsal.changes.flatMap { change in
            let from = change.from.map { desk.say($0) + arrow } ?? ""
            return desk.wrapped(
                desk.say(change.label) + "  " + from + desk.say(change.to), width: width,
                ink: .after)
        }
    }

    private var tags: [PaneLine] {
        // A tag hung on stands among the changes already.
        let changed = rehearsal.changes.map { desk.say($0.to) }.joined(separator: " ")
        let tags = rehearsal.tags.filter { !changed.contains($0.name) }
        guard !tags.isEmpty else { return [] }
        let names = tags.map { ($0.isHung ? "+" : "-") + $0.name }
        return desk.wrapped(
            desk.say(Words.tagsLine) + names.joined(separator: "  "), width: width, ink: .tag)
    }

    private var promises: [PaneLine] {
        rehearsal.promises.flatMap { promise in
            desk.wrapped(
                desk.say(Words.promiseLine(promise.text, desk.moment(promise.due))), width: width,
                ink: .promise)
        }
    }

    private var remarks: [PaneLine] {
        rehearsal.remarks.filter { remark in
            // In an exam nobody helps; an empty hole is no help but a fact.
            desk.coach != nil || remark.words.hasPrefix("{{")
        }.flatMap { remark in
            desk.wrapped(
                desk.say(Words.remarkLine(remark.words, remark.text)), width: width, ink: .warning)
        }
    }

    private var steps: [PaneLine] {
        guard !rehearsal.trials.isEmpty else { return [] }
        return [head(Words.stepsHead)]
            + rehearsal.trials.flatMap { trial in
                let (mark, ink) = mark(of: trial.outcome)
                let space = String(repeating: "  ", count: trial.depth)
                let text = desk.oneLine(trial.line(in: desk.tongue))
                guard case .refused = trial.outcome else {
                    return [PaneLine(space + mark + " " + text, ink: ink)]
                }
                return desk.wrapped(space + mark + " " + text, width: width, ink: ink)
            }
    }

    private func mark(of outcome: Rehearsal.Outcome) -> (String, Role) {
        switch outcome {
        case .inserted, .filled, .answered, .acted, .sent, .branched, .goesOn:
            (desk.gate.ambiguousIsWide ? "+" : "✓", .text)
        case .waits: ("?", .warning)
        case .refused: ("!", .danger)
        }
    }

    private var undoInk: Role {
        switch rehearsal.undoes {
        case .wholly: .ok
        case .partly, .not: .warning
        }
    }
}
