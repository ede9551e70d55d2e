extension TextGate {
    /// One line of a wrapped text and where it came from.
    public struct Line: Hashable, Sendable {
        public let text: String
        /// Columns the text takes.
        public let width: Int
        /// The first character of the line, counted in characters of the cleaned text, line ends
        /// included, and the first one behind it. A blank swallowed at the break lies between one
        /// line's `end` and the next one's `start`.
        public let start: Int
        public let end: Int
    }

    /// The cleaned text in lines of at most `width` columns. Latin words stay together, closing
    /// punctuation never starts a line and opening punctuation never ends one; a word longer than
    /// a line is broken. An empty text is one empty line.
    public func wrap(_ text: String, width: Int) -> [String] {
        lines(of: text, width: width).map(\.text)
    }

    /// As `wrap`, with the place of each line in the text, for putting a caret into it.
    public func lines(of text: String, width: Int) -> [Line] {
        var reader = ClusterReader(text, gate: self, keepsNewlines: true)
        var lines: [Line] = []
        var paragraph: [Cluster] = []
        var start = 0
        while let cluster = reader.next() {
            guard cluster.isNewline else {
                paragraph.append(cluster)
                continue
            }
            fold(paragraph, from: start, width: width, into: &lines)
            start += paragraph.count + 1
            paragraph.removeAll(keepingCapacity: true)
        }
        fold(paragraph, from: start, width: width, into: &lines)
        return lines
    }

    private func fold(
        _ paragraph: [Cluster], from offset: Int, width: Int, into lines: inout [Line]
    ) {
        var start = 0
        repeat {
            let end = lineEnd(paragraph, from: start, width: max(1, width))
            var visible = end
            var next = end
            if end < paragraph.count {
                while visible > start, paragraph[visible - 1].isSpace { visible -= 1 }
                while next < paragraph.count, paragraph[next].isSpace { next += 1 }
            }
            // Blanks may hang over the edge at a paragraph's end; they are not shown there.
            var columns = paragraph[start..<visible].reduce(0) { $0 + $1.width }
            while visible > start, columns > width, paragraph[visible - 1].isSpace {
                visible -= 1
                columns -= paragraph[visible].width
            }
            let part = paragraph[start..<visible]
            lines.append(
                Line(
                    text: part.reduce(into: "") { $0 += $1.text },
                    width: columns,
                    start: offset + start, end: offset + visible))
            start = next
        } while start < paragraph.count
    }

    /// Where the line that begins at `start` has to end: behind the last place a break is good.
    private func lineEnd(_ paragraph: [Cluster], from start: Int, width: Int) -> Int {
        var used = 0
        var good = start
        for index in start..<paragraph.count {
            let cluster = paragraph[index]
            if index > start, breaks(between: paragraph[index - 1], and: cluster) { good = index }
            used += cluster.width
            guard used > width, !cluster.isSpace else { continue }
            if good > start { return good }
            return max(index, start + 1)
        }
        return paragraph.count
    }

    func breaks(between before: Cluster, and after: Cluster) -> Bool {
        if after.isSpace || TextGate.closing.contains(after.first) { return false }
        if before.isSpace { return true }
        if TextGate.opening.contains(before.first) { return false }
        if before.first == "-" { return after.first.properties.isAlphabetic }
        return before.breaksFreely || after.breaksFreely
    }

    /// Never the first on a line.
    private static let closing = Set("，。、；：？！…—·～）》」』】〕〗〉’”％‰℃,.;:?!)]}%ー々〜".unicodeScalars)

    /// Never the last on a line.
    private static let opening = Set("（《「『【〔〖〈‘“￥＃([{¥$#".unicodeScalars)
}

extension Cluster {
    /// Chinese and its like, and pictures: a line may break on either side.
    fileprivate var breaksFreely: Bool { first.value >= 0x1100 && width == 2 }
}
