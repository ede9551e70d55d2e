import Engine
import Macros
import Terminal

/// Recording a macro as one works, repeating it, keeping it.
extension Desk {
    /// One key starts it, the same key stops it.
    func toggleRecording() {
        guard recorder == nil else { return stopRecording() }
        if let onlyLooks { return announce(.hint, onlyLooks) }
        guard let selected, let occasion = occasion(for: selected) else { return }
        recorder = Recorder(on: occasion)
        announce(.done, Words.recordingStarts(name(of: selected)))
    }

    private func stopRecording() {
        // What waits for its countdown was written while recording.
        sendOutgoing()
        guard var recorder else { return }
        self.recorder = nil
        // Whoever stops beside another customer went on to that one.
        if recorder.conversation != selected, recorder.count > 0 { recorder.takeNext() }
        guard let macro = recorder.macro(named: "recorded", label: Words.justRecorded) else {
            return announce(.hint, Words.nothingRecorded)
        }
        recorded = macro
        let again = DeskCommand.named("repeat-recording").map { keyName(of: $0) } ?? ""
        let keep = DeskCommand.named("keep-recording").map { keyName(of: $0) } ?? ""
        announce(.done, Words.recordingStops(recorder.stepCount, again, keep))
    }

    /// The last recording once more, for whoever is in view or marked.
    func repeatRecording() {
        if recorder != nil { stopRecording() }
        guard let recorded else { return announce(.hint, Words.nothingRecordedYet) }
        rehearse(recorded)
    }

    /// Asks for a name and writes the last recording into the person's own folder.
    func keepRecording() {
        if recorder != nil { stopRecording() }
        guard let recorded else { return announce(.hint, Words.nothingRecordedYet) }
        overlays.append(KeepMacroSheet(recorded, on: self))
    }

    /// Marks a conversation in the queue, or takes the mark away.
    func toggleMark() {
        guard let selected else { return announce(.hint, Words.nobodySelected) }
        if places.chosen.remove(selected) == nil { places.chosen.insert(selected) }
        let count = places.chosen.count
        let key = DeskCommand.named("macros").map { keyName(of: $0) } ?? ""
        announce(.hint, count > 0 ? Words.marks(count, key) : Words.noMarks)
    }
}

/// The name under which a recording is kept.
struct KeepMacroSheet: Overlay {
    private var form: Form
    private let macro: Macro

    init(_ macro: Macro, on desk: Desk) {
        self.macro = macro
        let isNamed = macro.name != "recorded"
        form = Form(
            Words.keepTitle,
            fields: [
                .text(
                    "name", Words.macroName, initial: isNamed ? macro.name : "", limit: 40,
                    hint: Words.macroNameHint),
                .text(
                    "label", Words.macroLabel, initial: isNamed ? macro.label[desk.tongue] : "",
                    limit: 40, hint: Words.macroLabelHint, words: desk.words),
            ], verb: Words.keep, now: desk.now)
    }

    mutating func handle(_ input: Input, _ desk: Desk) -> OverlayOutcome {
        switch form.handle(input) {
        case .stay: return .stay
        case .changed:
            form.effect = obstacle(desk).map { .refused($0) } ?? .none
            return .stay
        case .cancelled: return .close
        case .submitted(let values):
            var kept = macro
            kept.name = values.text("name")
            kept.label = Bilingual(zh: values.text("label"), en: values.text("label"))
            do throws(StorageTrouble) {
                let path = try desk.host.saveMacro(kept)
                desk.recorded = kept
                let reads = desk.voice.reads
                let faults = MacroLint(reads: reads).faults(in: kept)
                guard let first = faults.first else {
                    desk.announce(.done, Words.macroKept(path))
                    return .close
                }
                desk.announce(
                    .hint,
                    Bilingual(
                        zh: first.sentence(in: .chinese), en: first.sentence(in: .english)))
                return .close
            } catch {
                desk.announce(.refused, error.sentence)
                return .stay
            }
        }
    }

    /// Why it cannot be kept under this name.
    private func obstacle(_ desk: Desk) -> Bilingual? {
        let name = form.values.text("name")
        if name.contains(where: { !($0.isLetter || $0.isNumber || $0 == "-") }) {
            return Words.macroNameHint
        }
        guard name != macro.name, desk.followedMacros().named(name) != nil else { return nil }
        return Words.macroNameTaken(name)
    }

    func keys(_ desk: Desk) -> [KeyHint] { form.keys }

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        let width = min(70, rect.width)
        let inside = max(1, width - 4)
        let steps = macro.outline(in: desk.tongue).split(separator: "\n").map {
            PaneLine(String($0), ink: .note)
        }
        let asked = form.rows(columns: inside, in: desk.tongue, gate: desk.gate)
        let box = rect.centred(width: width, height: min(rect.height, steps.count + asked + 3))
        desk.drawSheet(in: box, title: desk.say(form.title), into: &canvas)
        var inner = box.inset(left: 2, top: 1, right: 2, bottom: 1)
        let foot = inner.takeBottom(min(asked, inner.height))
        form.draw(in: foot, on: &canvas, theme: desk.theme, tongue: desk.tongue)
        desk.drawLines(steps, from: 0, in: inner.inset(bottom: 1), into: &canvas)
    }
}
