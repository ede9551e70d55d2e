import Engine
import Macros

/// What Alt-U takes back: one act, a whole macro, or a macro's runs over several customers.
enum WayBack {
    case act(Reverse)
    case macro(MacroRun)
    case macros([MacroRun])
}

/// A macro that was carried out for one customer, with the way back.
struct MacroRun {
    let label: Bilingual
    let conversation: ConversationID
    /// Nil where it only wrote into the draft.
    let undo: Undo?
    /// The draft before and after; nil where it was left alone.
    let draft: (before: Draft, after: String)?
}

extension Desk {
    /// Takes macros back, the last one first, and says what stays.
    func takeBack(_ runs: [MacroRun]) {
        lastAct = nil
        var stays: [Bilingual] = []
        for run in runs.reversed() {
            for left in takeBack(run) where !stays.contains(left) { stays.append(left) }
        }
        let label = runs.first?.label ?? Bilingual(zh: "", en: "")
        guard !stays.isEmpty else { return announce(.done, Words.macroUndone(label, runs.count)) }
        announce(.hint, Words.macroUndoneInPart(label, runs.count, stays))
    }

    /// - Returns: what stays.
    private func takeBack(_ run: MacroRun) -> [Bilingual] {
        var kept: [Bilingual] = []
        if let draft = run.draft {
            let slot = DraftSlot(run.conversation)
            // What was written on since is not thrown away.
            if composers[slot]?.text == draft.after {
                composers[slot]?.replace(
                    0..<draft.after.count, with: draft.before.text, caret: draft.before.caret)
                unkept.insert(slot)
            } else {
                kept = [Words.draftStays]
            }
        }
        guard let undo = run.undo else { return kept }
        let taken = undo.perform { command throws(SubmitFault) in try passOn(command) }
        let left = taken.stays.map { left in
            Words.notTakenBack(left.reverse.title, Words.fault(left.fault))
        }
        switch undo.undoes {
        case .wholly: return kept + left
        case .partly(let stays), .not(let stays): return stays + kept + left
        }
    }

    /// A macro ran for several: all of it, or one of them.
    func chooseWhatToTakeBack(_ runs: [MacroRun]) {
        let all = Picker.Item(
            id: "", label: say(Words.takeBackAll(runs.count)), also: "all 全部")
        let items = runs.enumerated().map { number, run in
            Picker.Item(id: "\(number)", label: name(of: run.conversation))
        }
        let label = runs.first?.label ?? Bilingual(zh: "", en: "")
        overlays.append(
            PickerSheet(
                Words.takeBackTitle(label), items: [all] + items, empty: Words.noMacroFound
            ) { desk, item in
                guard let number = Int(item.id) else { return desk.takeBack(runs) }
                desk.takeBack([runs[number]])
                var rest = runs
                rest.remove(at: number)
                if !rest.isEmpty { desk.lastAct = .macros(rest) }
            })
    }
}
