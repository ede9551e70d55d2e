/// A message brought to one form, so that "ＶＸ", "vx" and "V x" need one rule and not three.
///
/// Half width, lower case, simplified characters, no emoji, no invisible characters, no space
/// beside a Chinese character. Every scalar remembers the bytes it came from.
public struct NormalText: Hashable, Sendable {
    /// What is left to match against, one Unicode scalar each.
    public private(set) var scalars: [UInt32] = []
    /// Where in the message each scalar stood.
    private(set) var starts: [Int32] = []
    private(set) var ends: [Int32] = []
    /// Which sentence and which clause each scalar belongs to, counted from 0.
    private(set) var sentenceOf: [Int32] = []
    private(set) var clauseOf: [Int32] = []

    /// Longer messages are read up to here; the rest cannot change what a person would answer.
    public static let scalarLimit = 8000

    public init(_ text: String) {
        let count = min(text.utf8.count, Self.scalarLimit)
        scalars.reserveCapacity(count)
        starts.reserveCapacity(count)
        ends.reserveCapacity(count)
        sentenceOf.reserveCapacity(count)
        clauseOf.reserveCapacity(count)
        read(text)
    }

    public var count: Int { scalars.count }
    public var isEmpty: Bool { scalars.isEmpty }

    /// The normal form as text, for a message that shows it.
    public var string: String {
        var result = String.UnicodeScalarView()
        for value in scalars { if let scalar = Unicode.Scalar(value) { result.append(scalar) } }
        return String(result)
    }

    /// The bytes of the message behind scalars `range`.
    public func source(_ range: Range<Int>) -> TextRange {
        guard !range.isEmpty, range.upperBound <= count else { return TextRange(start: 0, end: 0) }
        return TextRange(
            start: Int(starts[range.lowerBound]), end: Int(ends[range.upperBound - 1]))
    }

    /// The scalars that came from the bytes of `range`.
    func scalars(in range: TextRange) -> Range<Int> {
        var low = 0
        while low < count, Int(starts[low]) < range.start { low += 1 }
        var high = low
        while high < count, Int(ends[high]) <= range.end { high += 1 }
        return low..<high
    }

    func isClauseStart(_ index: Int) -> Bool {
        index == 0 || (index < count && clauseOf[index] != clauseOf[index - 1])
    }

    /// True when nothing but closing punctuation and final particles follows in the clause.
    func isClauseEnd(_ index: Int) -> Bool {
        index >= count || index == 0 || clauseOf[index] != clauseOf[index - 1]
            || Scalars.isPause(scalars[index])
    }

    func sameSentence(_ a: Int, _ b: Int) -> Bool {
        a < count && b < count && sentenceOf[a] == sentenceOf[b]
    }

    private mutating func read(_ text: String) {
        var offset = 0
        var sentence: Int32 = 0
        var clause: Int32 = 0
        var pendingSpace = false
        var endsSentence = false
        var endsClause = false
        let view = text.unicodeScalars
        var cursor = view.startIndex
        // One to spare: a space may go in before the last scalar.
        while cursor < view.endIndex, scalars.count + 1 < Self.scalarLimit {
            let raw = view[cursor].value
            view.formIndex(after: &cursor)
            let width = Scalars.utf8Width(raw)
            defer { offset += width }
            if Scalars.isLineBreak(raw) {
                endsSentence = true
                pendingSpace = true
                continue
            }
            let value = Scalars.normal(raw)
            if value == 0x20 {
                pendingSpace = true
                continue
            }
            // An emoji inside a word ("薇❤信") must not part it, so nothing is remembered of it.
            if value == 0 { continue }
            if offset > Self.scalarLimit * 4 { break }
            let isEnder = Scalars.isSentenceEnd(value)
            if endsSentence, !isEnder || scalars.isEmpty {
                if !scalars.isEmpty {
                    sentence += 1
                    clause += 1
                }
                endsSentence = false
                endsClause = false
            }
            let isWide = Scalars.isHan(value)
            if pendingSpace, let last = scalars.last {
                if !isWide, !Scalars.isHan(last), !Scalars.isPunctuation(value) {
                    push(0x20, at: offset - 1, width: 1, sentence: sentence, clause: clause)
                } else if isWide, Scalars.isHan(last) {
                    endsClause = true
                }
            }
            pendingSpace = false
            if endsClause, !Scalars.isPause(value) {
                clause += 1
                endsClause = false
            }
            push(value, at: offset, width: width, sentence: sentence, clause: clause)
            let next = cursor < view.endIndex ? view[cursor].value : 0
            if isEnder || isFullStop(value, raw: raw, next: next) {
                endsSentence = true
            } else if raw == 0xFF0C || raw == 0x3001 {
                // A Chinese comma parts two numbers ("减30，287.9"); it never groups digits.
                endsClause = true
                pendingSpace = true
            } else if Scalars.isPause(value), !isInsideNumber(value, next: next) {
                endsClause = true
            }
        }
    }

    mutating func removeAll() {
        scalars.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        sentenceOf.removeAll(keepingCapacity: true)
        clauseOf.removeAll(keepingCapacity: true)
    }

    mutating func copy(_ index: Int, from other: NormalText) {
        scalars.append(other.scalars[index])
        starts.append(other.starts[index])
        ends.append(other.ends[index])
        sentenceOf.append(other.sentenceOf[index])
        clauseOf.append(other.clauseOf[index])
    }

    private mutating func push(
        _ value: UInt32, at offset: Int, width: Int, sentence: Int32, clause: Int32
    ) {
        scalars.append(value)
        starts.append(Int32(offset))
        ends.append(Int32(offset + width))
        sentenceOf.append(sentence)
        clauseOf.append(clause)
    }

    /// "。" always ends a sentence; "." only when neither a number ("2.50") nor "p.m." goes on.
    private func isFullStop(_ value: UInt32, raw: UInt32, next: UInt32) -> Bool {
        guard value == 0x2E else { return false }
        if raw == 0x3002 { return true }
        // "微.信" hides a word and "2.50" is a number: no sentence ends before either.
        let after = Scalars.normal(next)
        if Scalars.isAlphanumeric(after) || Scalars.isHan(after) { return false }
        let count = scalars.count
        let isInitial =
            count >= 4 && scalars[count - 3] == 0x2E && Scalars.isLatin(scalars[count - 2])
        return !isInitial
    }

    private func isInsideNumber(_ value: UInt32, next: UInt32) -> Bool {
        guard value == 0x2C || value == 0x2E || value == 0x3A, scalars.count >= 2 else {
            return false
        }
        return Scalars.isDigit(scalars[scalars.count - 2]) && Scalars.isDigit(Scalars.normal(next))
    }
}
