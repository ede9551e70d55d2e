public import Terminal

extension Composer {
    public mutating func move(to place: Int) {
        forgetPassing()
        undo.closeStep()
        caret = min(max(0, place), content.count)
        scroll()
    }

    /// Puts the caret where the mouse was pressed inside the area it was drawn in.
    public mutating func moveCaret(to point: Point, in rect: Rect) {
        fit(rect.size, gate: breaks.gate)
        let line = min(max(0, top + point.y - rect.y), breaks.count - 1)
        move(to: place(line: line, column: point.x - rect.x))
    }

    var caretLine: Int { breaks.line(at: caret) }

    /// Up and down by lines on the screen, keeping the column where the lines are long enough.
    mutating func moveLine(by step: Int) {
        let line = caretLine
        let target = line + step
        let wanted = goal ?? column(of: caret, line: line)
        guard target >= 0, target < breaks.count else {
            return move(to: step < 0 ? 0 : content.count)
        }
        move(to: place(line: target, column: wanted))
        goal = wanted
    }

    func lineStart(_ line: Int) -> Int { breaks.starts[line] }

    /// The last place of a line on the screen.
    func lineEnd(_ line: Int) -> Int {
        line + 1 < breaks.count ? breaks.starts[line + 1] - 1 : content.count
    }

    /// Where the paragraph around a place begins and ends.
    func paragraph(around place: Int) -> Range<Int> {
        let characters = content.characters
        var low = place
        while low > 0, characters[low - 1] != "\n" { low -= 1 }
        var high = place
        while high < characters.count, characters[high] != "\n" { high += 1 }
        return low..<high
    }

    /// Where the word before the caret begins.
    func wordBefore() -> Int {
        var place = caret
        while true {
            let start = max(0, place - Composer.window)
            let end = min(content.count, place + Composer.window)
            let before = boundaries(start..<end).reversed().filter { $0 < place }
            var right = place
            for left in before + [start] {
                if left < right, hasWord(left..<right) { return left }
                right = left
            }
            if start == 0 { return 0 }
            place = start
        }
    }

    /// Where the word behind the caret ends.
    func wordAfter() -> Int {
        var place = caret
        while true {
            let start = max(0, place - Composer.window)
            let end = min(content.count, place + Composer.window)
            let behind = boundaries(start..<end).filter { $0 > place }
            var left = place
            for right in behind + [end] {
                if left < right, hasWord(left..<right) { return right }
                left = right
            }
            if end == content.count { return end }
            place = end
        }
    }

    /// Characters looked at on each side to find a word.
    private static let window = 48

    private func boundaries(_ range: Range<Int>) -> [Int] {
        words.boundaries(content.text(range)).map { range.lowerBound + $0 }
            .filter { $0 > range.lowerBound && $0 < range.upperBound }
    }

    private func hasWord(_ range: Range<Int>) -> Bool {
        content.characters[range].contains { $0.isLetter || $0.isNumber }
    }

    func column(of place: Int, line: Int) -> Int {
        let start = lineStart(line)
        let columns = content.characters[start..<max(start, place)]
            .reduce(0) { $0 + ($1 == "\n" ? 0 : breaks.columns($1)) }
        return min(columns, breaks.width)
    }

    func place(line: Int, column wanted: Int) -> Int {
        var used = 0
        var place = lineStart(line)
        let end = lineEnd(line)
        while place < end {
            let wide = breaks.columns(content.characters[place])
            if used + wide > wanted { break }
            used += wide
            place += 1
        }
        return place
    }
}
