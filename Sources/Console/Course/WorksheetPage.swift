import Course
import Engine
import Terminal

/// A worksheet being filled in. What is written is kept with every key.
struct WorksheetPage: Page {
    private let door: CourseDoor
    private let worksheet: Worksheet
    private let way: CourseDoor.Way
    private var sheet: FilledSheet
    private var form: Form

    init(
        _ door: CourseDoor, _ worksheet: Worksheet, _ sheet: FilledSheet, from way: CourseDoor.Way
    ) {
        self.door = door
        self.worksheet = worksheet
        self.way = way
        self.sheet = sheet
        form = Form(
            worksheet.heading, fields: Self.fields(worksheet, sheet), verb: CourseWords.finish,
            now: Instant(milliseconds: 0))
        form.leaving = PageWords.back
        form.effect = effect
    }

    var title: Bilingual { worksheet.heading }

    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        if case .key(let key) = input, key.modifiers == .alt {
            if key.code == .character("e") {
                export(as: .markdown, desk)
                return true
            }
            if key.code == .character("c") {
                export(as: .csv, desk)
                return true
            }
        }
        if case .mouse = input { return false }
        switch form.handle(input) {
        case .stay: return isForForm(input)
        case .changed:
            take(form.values)
            form.effect = effect
            keep(settles: false, desk)
        case .cancelled: leave(desk)
        case .submitted(let values):
            take(values)
            leave(desk)
            desk.announce(.done, CourseWords.sheetKept)
        }
        return true
    }

    /// Help, palette and language still work where the form has no use for a key.
    private func isForForm(_ input: Input) -> Bool {
        switch input {
        case .key(let key):
            if case .function = key.code { return false }
            return key.modifiers.isEmpty
        case .paste: return true
        case .mouse, .resize, .focus, .resumed, .profile, .hangup, .unknown: return false
        }
    }

    private func leave(_ desk: Desk) {
        keep(settles: true, desk)
        door.back(to: way, desk)
    }

    private func keep(settles: Bool, _ desk: Desk) {
        do { try door.course.keep(sheet, settles: settles) } catch {
            desk.announce(.refused, error.sentence)
        }
    }

    private func export(as form: SheetForm, _ desk: Desk) {
        do {
            let path = try door.course.export(sheet, of: worksheet, as: form)
            desk.announce(.done, CourseWords.exported(path))
        } catch { desk.announce(.refused, error.sentence) }
    }

    // MARK: Form and sheet

    private mutating func take(_ values: FormValues) {
        for placed in worksheet.cells {
            switch placed.cell.kind {
            case .text, .number: sheet[placed.id] = values.text(placed.id)
            case .choice:
                let chosen = values.choice(placed.id)
                sheet[placed.id] = chosen == 0 ? "" : "\(chosen)"
            }
        }
    }

    /// The totals, or the first thing that is wrong.
    private var effect: FormEffect {
        if let wrong = worksheet.cells.lazy.compactMap({ sheet.problem(of: $0) }).first {
            return .refused(wrong)
        }
        let results = worksheet.totals.compactMap { total in
            sheet.result(of: total, in: worksheet).map { (total, $0) }
        }
        if let (total, result) = results.first(where: { $0.1.isWrong }) {
            return .refused(
                Bilingual(
                    zh: "\(total.title.zh)合计 \(result.text)，要对上",
                    en: "\(total.title.en) come to \(result.text)"))
        }
        guard !results.isEmpty else { return .none }
        return .changes(
            results.map { total, result in
                FormEffect.Change(total.title, to: Bilingual(zh: result.text, en: result.text))
            })
    }

    private static func fields(_ worksheet: Worksheet, _ sheet: FilledSheet) -> [FormField] {
        var fields: [FormField] = []
        var part: Int?
        for placed in worksheet.cells {
            if placed.part != part, let title = worksheet.parts[placed.part].title {
                fields.append(.fixed("part-\(placed.part)", title, Bilingual(zh: "", en: "")))
            }
            part = placed.part
            var field = field(placed, sheet)
            // What somebody wrote is gone on with, not written over.
            field.isWritten = true
            fields.append(field)
        }
        return fields
    }

    private static func field(
        _ placed: Worksheet.PlacedCell, _ sheet: FilledSheet
    ) -> FormField {
        let cell = placed.cell
        let label =
            placed.row.map { row in
                Bilingual(
                    zh: row.title.zh + " · " + cell.title.zh,
                    en: row.title.en + " · " + cell.title.en)
            } ?? cell.title
        let hint = cell.hint ?? placed.row?.hint
        switch cell.kind {
        case .text(let lines):
            return .text(
                placed.id, label, initial: sheet[placed.id], rows: lines, limit: 2000,
                isRequired: false, hint: hint)
        case .number(let range):
            let bounds = "\(range.lowerBound)–\(range.upperBound)"
            return .text(
                placed.id, label, initial: sheet[placed.id], limit: 9, isRequired: false,
                hint: hint ?? Bilingual(zh: bounds, en: bounds))
        case .choice(let choices):
            return .choice(
                placed.id, label, [CourseWords.blank] + choices,
                chosen: Int(sheet[placed.id]) ?? 0, hint: hint)
        }
    }

    // MARK: Drawing

    func draw(_ desk: Desk, into canvas: inout Canvas) {
        let frame = PageFrame(
            title: title,
            hints: form.keys.dropLast() + [
                .init("Alt-E", CourseWords.asMarkdown), .init("Alt-C", CourseWords.asCSV),
                .init("Esc", PageWords.back),
            ])
        _ = frame.draw(desk, into: &canvas)
        let column = PageFrame.column(desk, width: 104)
        let used = desk.drawHeading(worksheet.heading, worksheet.task, in: column, into: &canvas)
        let filled = desk.say(
            CourseWords.filled(sheet.filled(in: worksheet), of: worksheet.cells.count))
        let right = filled + " · " + desk.say(CourseWords.keptNow)
        canvas.put(
            right, at: Point(x: column.right - desk.gate.width(of: right) - 1, y: column.y),
            style: desk.style(.dim))
        form.draw(
            in: column.inset(left: 1, top: used, right: 1), on: &canvas, theme: desk.theme,
            tongue: desk.tongue)
    }
}
