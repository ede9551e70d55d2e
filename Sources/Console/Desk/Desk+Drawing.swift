import Engine
public import Terminal

/// Drawing: the state as a picture; while one only types, the rest of the last picture serves.
extension Desk {
    /// The whole screen. Costs what is visible.
    public func draw() -> Canvas {
        fitComposer()
        if let canvas = drawOverStill() { return withCaret(canvas) }
        var canvas = Canvas(size: size, gate: gate, style: style(.text))
        if let page {
            if hidesAnswers, page.givesScores {
                drawCover(page, into: &canvas)
            } else {
                page.draw(self, into: &canvas)
            }
            drawNotice(in: canvas.bounds.row(size.rows - 1), into: &canvas)
        } else if shift == nil {
            drawEmptyDesk(into: &canvas)
        } else {
            drawDesk(into: &canvas)
        }
        dimBehindSheets(in: &canvas)
        for overlay in overlays { overlay.draw(self, in: sheetArea, into: &canvas) }
        drawOverlayKeys(into: &canvas)
        if !begunKeys.isEmpty { WhichKey().draw(self, in: sheetArea, into: &canvas) }
        notice?.isSeen = true
        remember(canvas)
        return withCaret(canvas)
    }

    /// The caret is always somewhere on the screen: an input method opens its window there.
    private func withCaret(_ canvas: Canvas) -> Canvas {
        var canvas = canvas
        let caret = canvas.caret ?? Point(x: 0, y: canvas.size.rows - 1)
        canvas.caret = Point(
            x: min(max(0, caret.x), canvas.size.columns - 1),
            y: min(max(0, caret.y), canvas.size.rows - 1))
        return canvas
    }

    /// Where things stand now.
    var arrangement: Arrangement {
        Arrangement(
            size: size, focus: focus, alone: zoomed, writing: writingRows,
            hasBanner: banner != nil || hasStrip,
            timeLine: replay == nil ? 0 : TimeLinePane.rows(of: size),
            stage: presenting.map { Arrangement.Stage(side: $0.side, captions: captionRows) })
    }

    /// The part of the screen overlays may use: header and footer stay visible.
    var sheetArea: Rect {
        switch size.rows {
        case ..<5: Rect(size: size)
        case 5..<8: Rect(size: size).inset(bottom: 1)
        case _: Rect(size: size).inset(columns: 0, rows: 1)
        }
    }

    var glyphs: Glyphs { Glyphs(gate) }

    func pane(for focus: Focus) -> any Pane {
        switch focus {
        case .queue: QueuePane()
        case .chat, .composer: ChatPane()
        case .order: OrderPane()
        case .customer: CustomerPane()
        case .replies: RepliesPane()
        case .shelf: ShelfPane()
        }
    }

    private func drawDesk(into canvas: inout Canvas) {
        let places = arrangement
        HeaderBar().draw(self, in: places.header, into: &canvas)
        if let row = places.banner, let banner {
            drawBanner(banner, in: row, into: &canvas)
        } else if let row = places.banner {
            drawStrip(in: row, into: &canvas)
        }
        if let row = places.tabs { drawTabs(in: row, into: &canvas) }
        for (focus, rect) in places.panes {
            let pane = pane(for: focus)
            drawRule(
                pane.title(self), in: rect.row(0), hasFocus: self.focus == focus, into: &canvas)
            let body = rect.inset(top: 1)
            canvas.withClip(rect) { pane.draw(self, in: body, into: &$0) }
        }
        FooterBar().draw(self, in: places.footer, into: &canvas)
        drawNotice(in: places.footer, into: &canvas)
        if let rect = places.timeLine { TimeLinePane().draw(self, in: rect, into: &canvas) }
        // Last, so that the cursor and an input method's window stand on its caret.
        if let rect = places.composer {
            ComposerPane().draw(self, in: rect, into: &canvas)
            drawMode(in: rect, into: &canvas)
        }
        guard presenting != nil else { return }
        drawSpotlight(places, into: &canvas)
        if let rect = places.caption { drawCaption(in: rect, into: &canvas) }
        if let row = places.cast { drawCast(in: row, into: &canvas) }
    }

    /// A title in a thin rule.
    func drawRule(_ title: String, in row: Rect, hasFocus: Bool, into canvas: inout Canvas) {
        guard !row.isEmpty else { return }
        canvas.withClip(row) { canvas in
            canvas.fill(row, with: glyphs.rule, style: style(hasFocus ? .ruleFocused : .rule))
            canvas.put(
                title + " ", at: row.origin, limit: row.width,
                style: style(hasFocus ? .titleFocused : .title), overflow: .ellipsis)
        }
    }

    /// A sheet that lies over the desk: a rule with its title above, a rule below, and sides where
    /// there is room.
    func drawSheet(in box: Rect, title: String, into canvas: inout Canvas) {
        // A column free on both sides parts it from what lies below.
        canvas.fill(
            Rect(x: box.x - 1, y: box.y, width: box.width + 2, height: box.height),
            style: style(.text))
        drawRule(" " + title, in: box.row(0), hasFocus: true, into: &canvas)
        if box.height > 1 {
            canvas.fill(box.row(box.height - 1), with: glyphs.rule, style: style(.focus))
        }
        guard box.x > 0, box.right < size.columns, box.height > 2 else { return }
        for x in [box.x - 1, box.right] {
            let side = Rect(x: x, y: box.y, width: 1, height: box.height)
            for y in 1..<box.height - 1 {
                canvas.put(glyphs.side, at: side.row(y).origin, style: style(.focus))
            }
        }
        let ends = [box.y, box.y + box.height - 1]
        for (y, corners) in zip(ends, glyphs.corners) {
            let ink = style(y == box.y ? .ruleFocused : .focus)
            canvas.put(corners.0, at: Point(x: box.x - 1, y: y), style: ink)
            canvas.put(corners.1, at: Point(x: box.right, y: y), style: ink)
        }
    }

    func drawNotice(in row: Rect, into canvas: inout Canvas) {
        guard let notice, !row.isEmpty else { return }
        let (mark, ink): (String, Role) =
            switch notice.kind {
            case .done: (glyphs.ended, .ok)
            case .hint: ("i", .accent)
            case .refused: ("!", .danger)
            }
        canvas.fill(row, style: style(.footer))
        canvas.put(
            " \(mark) " + say(notice.text), at: row.origin, limit: row.width,
            style: style(ink, on: .footer), overflow: .ellipsis)
    }

    private func drawBanner(_ text: Bilingual, in row: Rect, into canvas: inout Canvas) {
        canvas.fill(row, style: style(.banner))
        canvas.put(
            " ! " + say(text), at: row.origin, limit: row.width, style: style(.banner),
            overflow: .ellipsis)
    }

    private func drawTabs(in row: Rect, into canvas: inout Canvas) {
        let shown = focus == .composer ? Focus.chat : focus
        var x = row.x
        for tab in [Focus.chat, .queue, .order, .customer, .replies] {
            let label = " " + say(Words.pane(tab)) + " "
            x += canvas.put(
                label, at: Point(x: x, y: row.y), limit: row.right - x,
                style: style(tab == shown ? .selected : .dim))
        }
    }

    private func drawEmptyDesk(into canvas: inout Canvas) {
        let rect = canvas.bounds.inset(columns: 1, rows: 1)
        for (place, line) in gate.wrap(say(Words.noShift), width: max(1, rect.width))
            .enumerated()
        {
            canvas.put(
                line, at: Point(x: rect.x, y: rect.y + place), limit: rect.width,
                style: style(.text))
        }
    }
}
