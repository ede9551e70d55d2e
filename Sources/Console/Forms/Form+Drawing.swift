public import Engine
public import Terminal

extension Form {
    /// Rows the inside of the form wants in so many columns.
    public func rows(columns: Int, in tongue: Tongue, gate: TextGate) -> Int {
        let sheet = FormSheet(self, columns: columns, tongue: tongue, gate: gate)
        return sheet.blocks.reduce(0) { $0 + $1.rows } + sheet.foot.count
    }

    /// Draws the inside of the form, the caret on its field. Where it does not all fit, the
    /// field with the caret, the effect and the button are shown.
    public func draw(
        in rect: Rect, on canvas: inout Canvas, theme: Theme, tongue: Tongue,
        ground: Role = .text
    ) {
        let sheet = FormSheet(self, columns: rect.width, tongue: tongue, gate: canvas.gate)
        canvas.withClip(rect) { canvas in
            canvas.fill(rect, style: theme[ground])
            var rest = rect
            let foot = rest.takeBottom(min(sheet.foot.count, max(1, rect.height - 2)))
            let body = rest
            var y = body.y
            for number in sheet.visible(place, rows: body.height) {
                let block = sheet.blocks[number]
                sheet.draw(
                    block, field: number,
                    at: Rect(
                        x: rect.x, y: y, width: rect.width,
                        height: min(block.rows, body.bottom - y)),
                    on: &canvas, theme: theme, ground: ground)
                y += block.rows
            }
            // The button is the last row; where rows are short the effect is cut, not the button.
            for (row, line) in sheet.foot.suffix(foot.height).enumerated() {
                sheet.draw(line, in: foot.row(row), on: &canvas, theme: theme, ground: ground)
            }
            if isOnButton { canvas.caret = Point(x: foot.x + 2, y: foot.bottom - 1) }
            // Where the window is too narrow for the field.
            if let caret = canvas.caret, !rect.contains(caret), !rect.isEmpty {
                canvas.caret = Point(x: rect.right - 1, y: rect.y)
            }
        }
    }
}

/// A form laid out for one width: what stands on which row.
struct FormSheet {
    let form: Form
    let columns: Int
    let tongue: Tongue
    let gate: TextGate
    let labelWidth: Int
    private(set) var blocks: [Block] = []
    private(set) var foot: [[Piece]] = []

    /// A field with the lines below it.
    struct Block {
        let valueRows: Int
        let below: [(text: String, role: Role)]

        var rows: Int { valueRows + below.count }
    }

    /// A stretch of text in one role.
    struct Piece {
        let text: String
        let role: Role
    }

    init(_ form: Form, columns: Int, tongue: Tongue, gate: TextGate) {
        self.form = form
        self.columns = columns
        self.tongue = tongue
        self.gate = gate
        let widest =
            form.fields.map { gate.width(of: $0.label[tongue]) + ($0.showsRequired ? 1 : 0) }
            .max() ?? 0
        labelWidth = min(widest, max(4, columns / 3))
        blocks = form.fields.indices.map { block($0) }
        foot = [[]] + effect() + [buttons()]
    }

    var valueWidth: Int { max(1, columns - labelWidth - 3) }

    private func block(_ number: Int) -> Block {
        let field = form.fields[number]
        var below: [(text: String, role: Role)] = []
        if let complaint = form.complaint(about: field) {
            below = gate.wrap("! " + complaint[tongue], width: valueWidth)
                .map { ($0, .danger) }
        } else if number == form.place, let hint = field.hint {
            below = gate.wrap(hint[tongue], width: valueWidth).map { ($0, .dim) }
        }
        return Block(valueRows: rows(of: field), below: below)
    }

    private func rows(of field: FormField) -> Int {
        switch field.content {
        case .text(let composer, let rows, _):
            rows == 1 ? 1 : min(max(2, composer.rows(columns: valueWidth, gate: gate)), rows)
        case .fixed(let text): gate.wrap(text[tongue], width: valueWidth).count
        case .choice(let choices, _): choiceRows(choices).map(\.count) ?? 1
        case .money, .time, .flag: 1
        }
    }

    /// The choices by number, row by row, where two rows can show them all.
    func choiceRows(_ choices: [Bilingual]) -> [Range<Int>]? {
        var rows: [Range<Int>] = []
        var begins = 0
        var used = 0
        for (number, choice) in choices.enumerated() {
            let wide = gate.width(of: choice[tongue]) + 2
            if used + wide > valueWidth, used > 0 {
                rows.append(begins..<number)
                begins = number
                used = 0
            }
            if wide > valueWidth { return nil }
            used += wide
        }
        rows.append(begins..<choices.count)
        return rows.count <= 2 ? rows : nil
    }

    private func effect() -> [[Piece]] {
        switch form.effect {
        case .none: return []
        case .refused(let why):
            guard form.showsRefusal else { return [] }
            return gate.wrap("! " + why[tongue], width: columns)
                .map { [Piece(text: $0, role: .danger)] } + [[]]
        case .changes(let changes):
            let arrow = gate.ambiguousIsWide ? "->" : "→"
            return changes.flatMap { rows(of: $0, arrow: arrow) } + [[]]
        }
    }

    /// Old and new on one line; where they do not fit the new one has lines of its own, for it
    /// is what will hold.
    private func rows(of change: FormEffect.Change, arrow: String) -> [[Piece]] {
        let label = Piece(text: change.label[tongue] + "  ", role: .dim)
        let after = change.after[tongue]
        guard let before = change.before?[tongue] else {
            return [[label, Piece(text: after, role: .after)]]
        }
        if gate.width(of: label.text + before + " \(arrow) " + after) <= columns {
            return [
                [
                    label, Piece(text: before, role: .before),
                    Piece(text: " \(arrow) ", role: .dim), Piece(text: after, role: .after),
                ]
            ]
        }
        let indent = gate.width(of: label.text)
        let space = String(repeating: " ", count: max(0, indent - 3)) + "\(arrow) "
        let rest = String(repeating: " ", count: gate.width(of: space))
        let lines = gate.wrap(after, width: max(8, columns - gate.width(of: space)))
        return [[label, Piece(text: before, role: .before)]]
            + lines.enumerated().map { number, line in
                [
                    Piece(text: number == 0 ? space : rest, role: .dim),
                    Piece(text: line, role: .after),
                ]
            }
    }

    private func buttons() -> [Piece] {
        [Piece(text: "[ \(form.verb[tongue]) ]", role: form.isOnButton ? .selected : .strong)]
    }

    /// The fields to show in so many rows: as few as possible are left out, never the one with
    /// the caret.
    func visible(_ place: Int, rows: Int) -> Range<Int> {
        guard !blocks.isEmpty else { return 0..<0 }
        var low = 0
        let focus = min(place, blocks.count - 1)
        while low < focus, blocks[low...focus].reduce(0, { $0 + $1.rows }) > rows { low += 1 }
        var high = focus + 1
        while high < blocks.count, blocks[low...high].reduce(0, { $0 + $1.rows }) <= rows {
            high += 1
        }
        return low..<high
    }
}
