import Terminal

/// A picture in which only the writing can have changed: typing must cost what typing changes,
/// not what the screen holds.
struct Still {
    var canvas: Canvas
    /// Where the writing stands in it, and how many rows of text that was for.
    var composer: Rect
    var rows: Int
    var isEmpty: Bool
    /// The reply under the cursor, which writing takes back to the first.
    var reply: Int
}

extension Desk {
    /// Whether this input can do nothing but change the text being written. Everything else
    /// draws the whole picture anew.
    func isPlainWriting(_ input: Input) -> Bool {
        guard still != nil, case .key(let key) = input, focus == .composer, slot != nil,
            page == nil, overlays.isEmpty, guide == nil, watched == nil, replay == nil,
            outgoing == nil,
            presenting == nil,
            notice == nil, inlineReplies == nil, begunKeys.isEmpty
        else { return false }
        return composerClaims(key) || keymap.meaning(of: [key], in: place) == .nothing
    }

    /// After plain writing: the rest of the picture stays only where it still says the same.
    func keepStill(if wasPlain: Bool) {
        guard wasPlain, notice == nil, overlays.isEmpty, inlineReplies == nil,
            still?.isEmpty == composer.isEmpty, still?.reply == places.cursor[.replies] ?? 0
        else {
            still = nil
            return
        }
    }

    /// The last picture with the writing drawn anew; nil where more has changed.
    func drawOverStill() -> Canvas? {
        guard let still, still.rows == writingRows else { return nil }
        var canvas = still.canvas
        canvas.fill(still.composer, style: style(.text))
        ComposerPane().draw(self, in: still.composer, into: &canvas)
        drawMode(in: still.composer, into: &canvas)
        return canvas
    }

    /// Keeps a whole picture for the keys to come.
    func remember(_ canvas: Canvas) {
        guard shift != nil, page == nil, overlays.isEmpty, notice == nil, guide == nil,
            begunKeys.isEmpty, let rect = arrangement.composer
        else {
            still = nil
            return
        }
        still = Still(
            canvas: canvas, composer: rect, rows: writingRows, isEmpty: composer.isEmpty,
            reply: places.cursor[.replies] ?? 0)
    }
}
