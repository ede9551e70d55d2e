import Terminal

/// Where the lines of a text begin on the screen. After a change only the lines around it are
/// wrapped again, so typing into a very long text costs as much as into a short one.
struct LineBreaks: Hashable, Sendable {
    let width: Int
    let gate: TextGate
    /// The first character of each line, ascending; the first is 0.
    private(set) var starts: [Int] = [0]

    /// Wraps a text, or only as much of it as `most` lines hold.
    init(_ characters: [Character], width: Int, gate: TextGate, most: Int = .max) {
        self.width = max(1, width)
        self.gate = gate
        var start = 0
        while starts.count < most, let next = lineEnd(characters, from: start) {
            starts.append(next)
            start = next
        }
    }

    var count: Int { starts.count }

    /// The line a caret at this place stands on.
    func line(at place: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= place { low = middle } else { high = middle }
        }
        return low
    }

    /// The characters of a line, the line end or swallowed break included.
    func range(of line: Int, count: Int) -> Range<Int> {
        starts[line]..<(line + 1 < starts.count ? starts[line + 1] : count)
    }

    /// Wraps again what a change at `place` can have moved; the characters are those after it.
    mutating func update(_ characters: [Character], place: Int, removed: Int, inserted: Int) {
        let shift = inserted - removed
        let first = firstLine(seeing: place, characters)
        var old = first + 1
        var fresh: [Int] = []
        var start = starts[first]
        while let next = lineEnd(characters, from: start) {
            fresh.append(next)
            start = next
            guard next >= place + inserted else { continue }
            while old < starts.count, starts[old] + shift < next { old += 1 }
            if old < starts.count, starts[old] >= place + removed, starts[old] + shift == next {
                let rest = starts[(old + 1)...]
                if shift == 0 {
                    starts.replaceSubrange((first + 1)...old, with: fresh)
                } else {
                    starts.replaceSubrange((first + 1)..., with: fresh + rest.map { $0 + shift })
                }
                return
            }
        }
        starts.replaceSubrange((first + 1)..., with: fresh)
    }

    /// The first line whose end may have been chosen with a look at this place: a shorter word
    /// there can now fit on the line before, and so on as far as one line's width reaches.
    private func firstLine(seeing place: Int, _ characters: [Character]) -> Int {
        var line = max(0, line(at: place) - 1)
        while line > 0, starts[line] + width >= place, characters[starts[line] - 1] != "\n" {
            line -= 1
        }
        return line
    }

    /// Columns of one character; Latin and Chinese without asking the table.
    func columns(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        if let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex {
            switch first.value {
            case 0x20..<0x7F: return 1
            case 0x4E00...0x9FFF, 0x3001...0x3029, 0xFF01...0xFF60: return 2
            default: break
            }
        }
        return gate.width(of: character)
    }

    /// Where the next line begins; nil when the text ends on this one.
    private func lineEnd(_ characters: [Character], from start: Int) -> Int? {
        var used = 0
        for place in start..<characters.count {
            let character = characters[place]
            if character == "\n" { return place + 1 }
            used += columns(character)
            // A blank may hang over the edge, so that the next line begins with a word.
            if used > width, character != " ", character != "\u{3000}" {
                return lastBreak(characters, after: start, upTo: place) ?? max(place, start + 1)
            }
        }
        return nil
    }

    private func lastBreak(_ characters: [Character], after start: Int, upTo end: Int) -> Int? {
        var place = end
        while place > start {
            if gate.allowsBreak(between: characters[place - 1], and: characters[place]) {
                return place
            }
            place -= 1
        }
        return nil
    }
}
