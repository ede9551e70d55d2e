import Engine
import Terminal

/// Sheets and pages in lines: forms field by field, lists by number, questions with yes and no,
/// and all else as the text that would be drawn.
extension LinearDesk {
    // MARK: Telling

    /// What lies on top, if anything does.
    func sheetLines() -> [String] {
        while let text = desk.overlays.last as? TextSheet {
            // To be read, and read it is: nothing has to be closed.
            desk.overlays.removeLast()
            return [text.title] + text.lines.map(spoken) + sheetLines()
        }
        guard let top = desk.overlays.last else { return [] }
        switch top {
        case let question as Confirmation:
            return [say(question.question), say(LinearWords.yesOrNo(question.yes))]
        case let sheet as any AskingSheet:
            return sheet.told(desk).map(sentence) + formLines(sheet.asked)
        case let sheet as any ChoosingSheet:
            let rows = sheet.listed(desk)
            guard !rows.isEmpty else { return [say(sheet.heading), say(LinearWords.emptyList)] }
            return [say(sheet.heading)]
                + rows.prefix(30).enumerated().map { "\($0.offset + 1). \($0.element)" }
                + [say(LinearWords.howToChoose)]
        case let sheet: return text(of: sheet)
        }
    }

    private func formLines(_ form: Form) -> [String] {
        var lines = [say(form.title)]
        for (place, field) in form.fields.enumerated() {
            lines.append("\(place + 1). " + describe(field))
            if let wrong = form.complaint(about: field) {
                lines.append("   " + say(LinearWords.wrong) + say(wrong))
            }
        }
        switch form.effect {
        case .none: break
        case .changes(let changes):
            lines += changes.map { change in
                say(
                    LinearWords.change(change.label, from: change.before, to: change.after))
            }
        case .refused(let why): lines.append(say(LinearWords.wouldBeRefused) + say(why))
        }
        return lines + [say(LinearWords.howToFill(form.verb))]
    }

    private func describe(_ field: FormField) -> String {
        let name = say(field.label) + say(LinearWords.colon)
        switch field.content {
        case .text(let composer, _, _), .money(let composer, _, _), .time(let composer):
            let text = composer.text.isEmpty ? say(LinearWords.empty) : oneLine(composer.text)
            let free = field.isRequired ? "" : say(LinearWords.mayStayEmpty)
            return name + text + free + (field.hint.map { say(LinearWords.comma) + say($0) } ?? "")
        case .choice(let choices, let chosen):
            let all = choices.map(say).joined(separator: say(LinearWords.comma))
            return name + say(choices[chosen]) + say(LinearWords.choices(all))
        case .flag(let flag): return name + say(flag ? LinearWords.yes : LinearWords.no)
        case .fixed(let text): return name + say(text)
        }
    }

    /// A sheet as it would be drawn, without what only the eye reads.
    private func text(of sheet: any Overlay) -> [String] {
        var canvas = Canvas(size: Self.size, gate: desk.gate)
        sheet.draw(desk, in: canvas.bounds, into: &canvas)
        return lines(of: canvas)
    }

    /// A page as it would be drawn.
    func pageLines() -> [String] {
        guard let page = desk.page else { return [] }
        var canvas = Canvas(size: Self.size, gate: desk.gate)
        page.draw(desk, into: &canvas)
        // What is drawn large is a picture; the figure itself is said.
        let score = (page as? DebriefPage).map { [say(LinearWords.score($0.score))] } ?? []
        return score + lines(of: canvas) + [say(LinearWords.howToPage)]
    }

    private func lines(of canvas: Canvas) -> [String] {
        (0..<canvas.size.rows).map { spoken(canvas.text(row: $0)) }.filter { !$0.isEmpty }
    }

    // MARK: Hearing

    func hearInSheet(_ line: String) -> [String] {
        if LinearWords.isCancel(line) {
            let depth = desk.overlays.count
            _ = desk.answerWithOverlay(.key(Key(.escape)))
            // A filter is emptied first; cancelled is cancelled.
            if desk.overlays.count == depth { desk.overlays.removeLast() }
            return [say(LinearWords.cancelled)]
        }
        let (verb, rest) = LinearVerb.read(line)
        if verb == .key { return pressKeys(rest) }
        if verb == .type {
            _ = desk.answerWithOverlay(.paste(rest.replacing("\\n", with: "\n")))
            return []
        }
        switch desk.overlays.last {
        case is Confirmation: return answer(line)
        case let sheet as any AskingSheet: return fill(sheet, line)
        case let sheet as any ChoosingSheet: return choose(in: sheet, line)
        case _:
            return pressKeys(line)
        }
    }

    func hearOnPage(_ line: String) -> [String] {
        if LinearWords.isCancel(line) { return pressKeys("Esc") }
        if line.isEmpty { return pageLines() }
        let (verb, rest) = LinearVerb.read(line)
        if verb == .key { return pressKeys(rest) + pageLines() }
        if verb == .help { return LinearWords.help.map(say) }
        if let command = DeskCommand.named(line.lowercased()), desk.isOffered(command) {
            command.run(on: desk)
            return []
        }
        // Digits are what pages offer.
        guard line.count == 1 else { return [say(LinearWords.howToPage)] }
        desk.handle([.key(Key(.character(Character(line))))])
        return desk.page == nil ? [] : pageLines()
    }

    private func pressKeys(_ words: String) -> [String] {
        guard let series = KeySeries(name: words) else {
            return [say(LinearWords.noSuchKey(words, nearest: KeySeries.nearest(to: words)))]
        }
        desk.handle(series.keys.map { .key($0) })
        return []
    }

    private func answer(_ line: String) -> [String] {
        if LinearWords.isYes(line) {
            _ = desk.answerWithOverlay(.key(Key(.character("1"))))
            return []
        }
        guard LinearWords.isNo(line) else { return [] }
        _ = desk.answerWithOverlay(.key(Key(.character("0"))))
        return [say(LinearWords.cancelled)]
    }

    /// `2 半小时后` fills the second field; the word for yes, or the form's own verb, sends it.
    private func fill(_ sheet: any AskingSheet, _ line: String) -> [String] {
        let form = sheet.asked
        if LinearWords.isYes(line) || line == form.verb.zh || line.lowercased() == form.verb.en {
            go(to: form.fields.count)
            _ = desk.answerWithOverlay(.key(Key(.enter)))
            return []
        }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let rest = String(line.dropFirst(digits.count)).trimmed
        guard let number = Int(digits), form.fields.indices.contains(number - 1),
            form.fields[number - 1].takesFocus
        else { return [say(LinearWords.howToFill(form.verb))] }
        go(to: number - 1)
        put(rest, into: form.fields[number - 1])
        return []
    }

    /// Brings the caret to a field, or with their count to the button.
    private func go(to place: Int) {
        for _ in 0...100 {
            guard let sheet = desk.overlays.last as? any AskingSheet, sheet.asked.place != place
            else { return }
            _ = desk.answerWithOverlay(.key(Key(.tab)))
        }
    }

    private func put(_ text: String, into field: FormField) {
        switch field.content {
        case .text(let composer, _, _), .money(let composer, _, _), .time(let composer):
            _ = desk.answerWithOverlay(.key(Key(.end, .control)))
            for _ in 0..<composer.count { _ = desk.answerWithOverlay(.key(Key(.backspace))) }
            if !text.isEmpty {
                _ = desk.answerWithOverlay(.paste(text.replacing("\\n", with: "\n")))
            }
        case .choice(let choices, let chosen):
            guard let wanted = Self.choice(text, among: choices) else {
                desk.announce(.refused, LinearWords.noSuchChoice(text))
                return
            }
            let steps = (wanted - chosen + choices.count) % choices.count
            for _ in 0..<steps { _ = desk.answerWithOverlay(.key(Key(.right))) }
        case .flag(let flag):
            guard flag != LinearWords.isYes(text) else { return }
            _ = desk.answerWithOverlay(.key(Key(.character(" "))))
        case .fixed: break
        }
    }

    /// By its number or by a part of its name.
    private static func choice(_ words: String, among choices: [Bilingual]) -> Int? {
        if let number = Int(words), choices.indices.contains(number - 1) { return number - 1 }
        let wanted = words.lowercased()
        guard !wanted.isEmpty else { return nil }
        let names = choices.map { [$0.zh.lowercased(), $0.en.lowercased()] }
        return names.firstIndex { $0.contains(wanted) }
            ?? names.firstIndex { $0.contains { $0.contains(wanted) } }
    }

    /// A number takes a row; anything else is looked for.
    private func choose(in sheet: any ChoosingSheet, _ line: String) -> [String] {
        guard let number = Int(line) else {
            for _ in 0..<sheet.wanted.count {
                _ = desk.answerWithOverlay(.key(Key(.backspace)))
            }
            if !line.isEmpty { _ = desk.answerWithOverlay(.paste(line)) }
            return []
        }
        guard sheet.listed(desk).indices.contains(number - 1) else {
            return [say(LinearWords.noSuchNumber(number))]
        }
        let steps = number - 1 - sheet.markedRow
        for _ in 0..<abs(steps) {
            _ = desk.answerWithOverlay(.key(Key(steps > 0 ? .down : .up)))
        }
        _ = desk.answerWithOverlay(.key(Key(.enter)))
        return []
    }
}

/// A sheet that asks for values in a form.
protocol AskingSheet: Overlay {
    var asked: Form { get }
    /// What it tells besides.
    func told(_ desk: Desk) -> [PaneLine]
}

/// A sheet with a list that narrows as one types.
protocol ChoosingSheet: Overlay {
    var heading: Bilingual { get }
    /// What was typed.
    var wanted: String { get }
    /// The row the cursor is on.
    var markedRow: Int { get }
    /// The rows that fit, each as one line.
    func listed(_ desk: Desk) -> [String]
}
