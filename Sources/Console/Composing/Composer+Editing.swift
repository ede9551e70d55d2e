extension Composer {
    /// Types or inserts a text at the caret. It passes the gate; line ends stay.
    public mutating func insert(_ raw: String) {
        forgetPassing()
        change(caret..<caret, to: raw, kind: raw.count == 1 ? .typing : .whole)
    }

    /// What came between the terminal's paste brackets: one step to undo.
    public mutating func paste(_ raw: String) {
        forgetPassing()
        change(caret..<caret, to: raw, kind: .whole)
    }

    /// Puts a text in place of a stretch, such as a snippet in place of its code, and the caret
    /// `offset` characters into it (behind it when nil).
    public mutating func replace(_ range: Range<Int>, with raw: String, caret offset: Int? = nil) {
        forgetPassing()
        let range = range.clamped(to: 0..<content.count)
        change(range, to: raw, kind: .whole)
        if let offset { move(to: range.lowerBound + max(0, offset)) }
    }

    /// The `/code` the caret stands behind, without the slash, and where it is, slash included.
    /// A slash inside an address or a fraction is none. `::code` is the same, also as an input
    /// method writes it: `：：`.
    public var snippetCode: (range: Range<Int>, code: String)? {
        let characters = content.characters
        var place = caret
        while place > 0, caret - place < 32 {
            place -= 1
            let character = characters[place]
            if character.isWhitespace { return nil }
            if character == ":" || character == "：" {
                guard place > 0, characters[place - 1] == character else { continue }
                let start = place - 1
                if start > 0, characters[start - 1].isASCII, !characters[start - 1].isWhitespace {
                    return nil
                }
                return (start..<caret, content.text(place + 1..<caret))
            }
            guard character == "/" else { continue }
            if place > 0 {
                let before = characters[place - 1]
                if before == "/" || before == ":" || before.isASCII && !before.isWhitespace {
                    return nil
                }
            }
            return (place..<caret, content.text(place + 1..<caret))
        }
        return nil
    }

    mutating func erase(_ range: Range<Int>) {
        forgetPassing()
        guard !range.isEmpty else { return }
        change(range, to: "", kind: .erasing)
    }

    mutating func kill(_ range: Range<Int>, ahead: Bool) {
        goal = nil
        yanked = nil
        guard !range.isEmpty else { return }
        kills.keep(content.text(range), ahead: ahead)
        change(range, to: "", kind: .whole)
    }

    mutating func yank() {
        guard let text = kills.texts.last else { return }
        forgetPassing()
        let start = caret
        change(caret..<caret, to: text, kind: .whole)
        yanked = (min(start, caret)..<caret, kills.texts.count - 1)
    }

    /// Replaces what was just put back by the cut before it.
    mutating func yankOlder() {
        guard let last = yanked, !kills.texts.isEmpty else { return }
        let number = (last.number + kills.texts.count - 1) % kills.texts.count
        forgetPassing()
        change(last.range, to: kills.texts[number], kind: .whole)
        yanked = (min(last.range.lowerBound, caret)..<caret, number)
    }

    /// Whether a typed character begins a word, so that undoing stops before it.
    func startsWord(_ raw: String) -> Bool {
        guard let typed = raw.first, raw.dropFirst().isEmpty else { return true }
        if typed == "\n" || typed.isWhitespace { return false }
        guard caret > 0 else { return true }
        let before = content.characters[caret - 1]
        guard typed.isLetter || typed.isNumber else { return false }
        guard before.isLetter || before.isNumber else { return true }
        guard before.isHan || typed.isHan else { return false }
        let start = max(0, caret - 16)
        return words.boundaries(content.text(start..<caret) + raw).contains(caret - start)
    }
}
