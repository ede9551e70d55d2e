import Engine
import Terminal

/// Dimming all of the desk but one place.
extension Desk {
    /// Dims what is not meant; header, captions and told keys stay as they are.
    func drawSpotlight(_ places: Arrangement, into canvas: inout Canvas) {
        guard let spotlight = presenting?.spotlight, spotlight != .off else { return }
        let lit = spotlight == .row ? litRow(places) ?? litPane(places) : litPane(places)
        guard !lit.isEmpty else { return }
        let body = places.body
        let dimmed = dimmed
        for y in body.y..<body.bottom {
            var x = body.x
            for rect in lit.filter({ $0.y <= y && y < $0.bottom }).sorted(by: { $0.x < $1.x }) {
                canvas.restyle(Rect(x: x, y: y, width: rect.x - x, height: 1), style: dimmed)
                x = max(x, rect.right)
            }
            canvas.restyle(Rect(x: x, y: y, width: body.right - x, height: 1), style: dimmed)
        }
    }

    /// What lies behind a sheet does not ask to be read.
    func dimBehindSheets(in canvas: inout Canvas) {
        guard let first = overlays.first, !first.showsThrough else { return }
        canvas.restyle(sheetArea, style: dimmed)
    }

    /// How what is not meant looks. What stands on a ground of its own loses that too: nothing else
    /// is to shine. Finding the grey costs more than a row of cells: once a picture.
    private var dimmed: Style {
        var style = style(.text)
        guard case .indexed(let back) = style.background else {
            style.attributes = .dim
            return style
        }
        style.attributes = []
        style.foreground = .indexed(Palette.faint(on: back))
        return style
    }

    /// Whether the pane with the keyboard has a row to light.
    var hasLitRow: Bool { litRow(arrangement) != nil }

    /// The pane with the keyboard; where one writes, the chat with it.
    private func litPane(_ places: Arrangement) -> [Rect] {
        switch focus {
        case .composer:
            return [places.rect(of: .chat), places.composer].compactMap { $0 }
        case .queue, .chat, .order, .customer, .replies, .shelf:
            return [places.rect(of: focus)].compactMap { $0 }
        }
    }

    /// The row, the message or the text in it; nil where a pane has none.
    private func litRow(_ places: Arrangement) -> [Rect]? {
        switch focus {
        case .composer:
            // Before anything is written, what is to be answered is meant.
            return composer.isEmpty ? litMessage(places) : places.composer.map { [$0] }
        case .queue:
            guard let body = places.body(of: .queue), let selected,
                let row = queue.row(of: selected)
            else { return nil }
            let place = row - QueuePane.top(self, rows: body.height)
            return (0..<body.height).contains(place) ? [body.row(place)] : nil
        case .chat: return litMessage(places)
        case .replies:
            guard let body = places.body(of: .replies) else { return nil }
            let preview = body.height >= 8 ? body.height / 2 : 0
            let cursor = max(0, min(self.places.cursor[.replies] ?? 0, replies.count - 1))
            let first = RepliesPane.first(
                cursor: cursor, rows: body.height - preview, count: replies.count)
            return [body.row(max(0, cursor - first))]
        case .order, .customer, .shelf: return nil
        }
    }

    /// The marked message, else the last one.
    private func litMessage(_ places: Arrangement) -> [Rect]? {
        guard let talk, let body = places.body(of: .chat), !body.isEmpty else { return nil }
        let transcript = Transcript(desk: self, talk: talk, width: body.width - 1)
        let shown = transcript.lines(from: transcript.top(rows: body.height), count: body.height)
        let wanted = self.places.marked[talk.id] ?? talk.messages.count - 1
        let rows = shown.indices.filter { shown[$0].place.message == wanted }
        guard let first = rows.first, let last = rows.last else { return nil }
        return [
            Rect(x: body.x, y: body.y + first, width: body.width, height: last - first + 1)
        ]
    }
}

extension Palette {
    /// A grey that is still seen on this ground and no longer asks to be read: a contrast near
    /// two and a half to one.
    static func faint(on ground: UInt8) -> UInt8 {
        let wanted = 2.4
        return (UInt8(232)...255).min {
            abs(contrast($0, ground) - wanted) < abs(contrast($1, ground) - wanted)
        } ?? 244
    }
}
