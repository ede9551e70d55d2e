import Engine
import Terminal

extension FormSheet {
    func draw(
        _ pieces: [Piece], in row: Rect, on canvas: inout Canvas, theme: Theme, ground: Role
    ) {
        var x = row.x
        for piece in pieces {
            x += canvas.put(
                piece.text, at: Point(x: x, y: row.y), limit: row.right - x,
                style: theme[piece.role, on: piece.role == .selected ? .selected : ground],
                overflow: .ellipsis)
        }
    }

    func draw(
        _ block: Block, field number: Int, at rect: Rect, on canvas: inout Canvas, theme: Theme,
        ground: Role
    ) {
        let field = form.fields[number]
        let isFocused = number == form.place
        if isFocused {
            canvas.put(
                gate.ambiguousIsWide ? ">" : "▌", at: rect.origin,
                style: theme[.focus, on: ground])
        }
        canvas.put(
            field.label[tongue], at: Point(x: rect.x + 1, y: rect.y), limit: labelWidth,
            style: theme[isFocused ? .strong : .dim, on: ground], overflow: .ellipsis)
        if field.showsRequired {
            let width = min(labelWidth - 1, gate.width(of: field.label[tongue]))
            canvas.put(
                "*", at: Point(x: rect.x + 1 + width, y: rect.y),
                style: theme[.accent, on: ground])
        }
        let value = Rect(
            x: rect.x + labelWidth + 2, y: rect.y, width: valueWidth,
            height: min(block.valueRows, rect.height))
        drawValue(field, isFocused, in: value, on: &canvas, theme: theme, ground: ground)
        for (index, line) in block.below.enumerated() {
            canvas.put(
                line.text, at: Point(x: value.x, y: rect.y + block.valueRows + index),
                limit: value.width, style: theme[line.role, on: ground])
        }
    }

    private func drawValue(
        _ field: FormField, _ isFocused: Bool, in rect: Rect, on canvas: inout Canvas,
        theme: Theme, ground: Role
    ) {
        let plain = theme[.text, on: ground]
        switch field.content {
        case .text(let composer, _, _), .money(let composer, _, _):
            draw(composer, field.isMarked, isFocused, in: rect, on: &canvas, theme)
        case .time(let composer):
            let read = HumanTime.read(composer.text, now: form.now, offset: form.offset)
            let meaning = read.map {
                "= " + HumanTime.shown($0, in: tongue, offset: form.offset)
            }
            let room = meaning == nil ? rect.width : max(12, rect.width / 2 - 1)
            let (left, right) = rect.splitLeft(room)
            draw(composer, field.isMarked, isFocused, in: left, on: &canvas, theme)
            if let meaning {
                canvas.put(
                    " " + meaning, at: right.origin, limit: right.width,
                    style: theme[.ok, on: ground], overflow: .ellipsis)
            }
        case .choice(let choices, let chosen):
            drawChoices(choices, chosen, isFocused, in: rect, on: &canvas, theme, ground)
        case .flag(let isOn):
            canvas.put(isOn ? "[x]" : "[ ]", at: rect.origin, style: plain)
            if isFocused { canvas.caret = Point(x: rect.x + 1, y: rect.y) }
        case .fixed(let text):
            for (row, line) in gate.wrap(text[tongue], width: rect.width).enumerated() {
                canvas.put(line, at: Point(x: rect.x, y: rect.y + row), style: plain)
            }
        }
    }

    /// What was filled in for the person stands there marked: the next letter takes its place.
    private func draw(
        _ composer: Composer, _ isMarked: Bool, _ isFocused: Bool, in rect: Rect,
        on canvas: inout Canvas, _ theme: Theme
    ) {
        composer.draw(on: &canvas, in: rect, style: theme[.input], hasCaret: isFocused)
        guard isFocused, isMarked else { return }
        let width = min(rect.width, gate.width(of: composer.text))
        canvas.restyle(
            Rect(x: rect.x, y: rect.y, width: width, height: 1), style: theme[.selected])
    }

    /// All choices in a row or two, the chosen one in brackets, or between arrows where the keyboard
    /// is and there is another; where they do not fit, the chosen one
    /// with its number.
    private func drawChoices(
        _ choices: [Bilingual], _ chosen: Int, _ isFocused: Bool, in rect: Rect,
        on canvas: inout Canvas, _ theme: Theme, _ ground: Role
    ) {
        guard choices.indices.contains(chosen) else { return }
        let arrows = gate.ambiguousIsWide ? ("<", ">") : ("◂", "▸")
        let ends = isFocused && choices.count > 1 ? arrows : ("[", "]")
        let names = choices.map { $0[tongue] }
        guard let rows = choiceRows(choices) else {
            let text = "\(arrows.0) \(names[chosen]) \(arrows.1) \(chosen + 1)/\(names.count)"
            canvas.put(
                text, at: rect.origin, limit: rect.width, style: theme[.strong, on: ground],
                overflow: .ellipsis)
            if isFocused { canvas.caret = Point(x: rect.x + 2, y: rect.y) }
            return
        }
        for (row, numbers) in rows.prefix(rect.height).enumerated() {
            var x = rect.x
            for number in numbers {
                let isChosen = number == chosen
                let at = Point(x: x, y: rect.y + row)
                if isChosen, isFocused { canvas.caret = Point(x: x + 1, y: at.y) }
                x += canvas.put(
                    isChosen ? ends.0 + names[number] + ends.1 : " \(names[number]) ", at: at,
                    limit: rect.right - x,
                    style: isChosen ? theme[.selected] : theme[.dim, on: ground])
            }
        }
    }
}
