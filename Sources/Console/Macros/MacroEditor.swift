import Engine
import Macros
import Terminal

/// A macro as its file writes it, to be changed at the desk: read and looked over with every key,
/// as `xiaoer lint` would; what is wrong stands below, with its line. Only one that reads is kept.
struct MacroEditor: Overlay {
    private let old: Macro
    private let page: MacroPage
    private var composer: Composer
    private var verdict: Verdict
    /// Esc was pressed once on a text that has changed.
    private var isLeaving = false

    /// What the text is, as it stands.
    private enum Verdict {
        case reads(Macro, [MacroFault])
        case wrong([MacroProblem])
        /// Not one macro, but none or several.
        case notOne(Int)
    }

    init(_ macro: Macro, on desk: Desk) {
        old = macro
        page = desk.host.openMacro(macro)
        composer = Composer(draft: Draft(text: page.text, caret: 0), words: desk.words)
        verdict = MacroEditor.verdict(on: page.text, named: macro.name, desk)
    }

    private static func verdict(on text: String, named name: String, _ desk: Desk) -> Verdict {
        var library = MacroLibrary()
        library.add(yaml: text, named: name)
        guard library.problems.isEmpty else { return .wrong(library.problems) }
        guard library.macros.count == 1, let macro = library.macros.first else {
            return .notOne(library.macros.count)
        }
        return .reads(macro, MacroLint(reads: desk.voice.reads).faults(in: macro))
    }

    mutating func handle(_ input: Input, _ desk: Desk) -> OverlayOutcome {
        switch input {
        case .key(let key):
            switch (key.code, key.modifiers) {
            case (.escape, _): return leave(desk)
            case (.character("s"), .control), (.function(2), _): return keep(desk)
            case (.enter, []): edit(desk) { $0.insert("\n" + MacroEditor.indent(after: $0)) }
            case (.tab, []): edit(desk) { $0.insert("  ") }
            case _: edit(desk) { _ = $0.handle(key) }
            }
        case .paste(let text): edit(desk) { $0.paste(text) }
        case .mouse, .resize, .focus, .resumed, .profile, .hangup, .unknown: break
        }
        return .stay
    }

    private mutating func edit(_ desk: Desk, _ change: (inout Composer) -> Void) {
        let before = composer.text
        change(&composer)
        guard composer.text != before else { return }
        isLeaving = false
        verdict = MacroEditor.verdict(on: composer.text, named: old.name, desk)
    }

    /// A new line begins under the one before; under one that opens a list or a table, further in.
    private static func indent(after composer: Composer) -> String {
        let line =
            composer.text.prefix(composer.draft.caret)
            .split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        let blanks = String(line.prefix { $0 == " " })
        return line.last == ":" ? blanks + "  " : blanks
    }

    private mutating func leave(_ desk: Desk) -> OverlayOutcome {
        guard composer.text != page.text, !isLeaving else { return .close }
        isLeaving = true
        desk.announce(.hint, Words.editorUnsaved)
        return .stay
    }

    private func keep(_ desk: Desk) -> OverlayOutcome {
        switch verdict {
        case .wrong(let problems):
            if let problem = problems.first { desk.announce(.refused, problem.words) }
            return .stay
        case .notOne(let count):
            desk.announce(.refused, Words.notOneMacro(count))
            return .stay
        case .reads(let macro, let faults):
            // A recording that has no name yet is only changed; it is kept under a name.
            let isUnnamed = desk.recorded?.name == old.name && old.source == nil
            if isUnnamed && macro.name == old.name {
                desk.recorded = macro
                desk.announce(.done, Words.recordingChanged)
                return .close
            }
            if macro.name != old.name, desk.followedMacros().named(macro.name) != nil {
                desk.announce(.refused, Words.macroNameTaken(macro.name))
                return .stay
            }
            do throws(StorageTrouble) {
                let path = try desk.host.saveMacro(macro, text: composer.text, on: page)
                if desk.recorded?.name == old.name { desk.recorded = macro }
                desk.announce(
                    faults.isEmpty ? .done : .hint,
                    faults.first?.words ?? Words.macroKept(path))
                return .close
            } catch {
                desk.announce(.refused, error.sentence)
                return .stay
            }
        }
    }

    func keys(_ desk: Desk) -> [KeyHint] {
        [
            KeyHint("Ctrl-S", Words.keepsIt), KeyHint("Tab", Words.indents),
            KeyHint("Esc", Words.dropsIt),
        ]
    }

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        let box = rect.centred(width: min(100, rect.width), height: rect.height)
        desk.drawSheet(in: box, title: desk.say(Words.editorTitle(old.label)), into: &canvas)
        var inner = box.inset(left: 1, top: 1, right: 1, bottom: 1)
        let remarks = lines(desk, width: inner.width)
        let foot = inner.takeBottom(min(remarks.count, max(1, inner.height / 3)))
        desk.drawLines(remarks, from: 0, in: foot, into: &canvas)
        composer.draw(on: &canvas, in: inner.inset(bottom: 1), style: desk.style(.input))
    }

    /// What there is to say of the text as it stands.
    private func lines(_ desk: Desk, width: Int) -> [PaneLine] {
        switch verdict {
        case .wrong(let problems):
            problems.flatMap { desk.wrapped(desk.say($0.words), width: width, ink: .danger) }
        case .notOne(let count):
            desk.wrapped(desk.say(Words.notOneMacro(count)), width: width, ink: .danger)
        case .reads(_, let faults) where faults.isEmpty:
            [PaneLine(desk.say(Words.editorReads), ink: .ok)]
        case .reads(_, let faults):
            faults.flatMap { desk.wrapped(desk.say($0.words), width: width, ink: .warning) }
        }
    }
}

extension MacroProblem {
    var words: Bilingual {
        Bilingual(zh: sentence(in: .chinese), en: sentence(in: .english))
    }
}

extension MacroFault {
    var words: Bilingual {
        Bilingual(zh: sentence(in: .chinese), en: sentence(in: .english))
    }
}

extension Desk {
    /// Opens a macro as text.
    func edit(_ macro: Macro) {
        overlays.append(MacroEditor(macro, on: self))
    }
}
