/// Many phrases in one trie: finds all of them in a message in one pass over it.
struct PhraseIndex: Sendable {
    /// A phrase found: which one, and over which scalars.
    struct Hit: Hashable, Sendable {
        var phrase: Int
        var range: Range<Int>
    }

    /// A value found beforehand that a phrase may ask for.
    struct ValueSpan: Hashable, Sendable {
        var sort: Value.Sort
        var range: Range<Int>
    }

    private struct Step: Hashable, Sendable {
        var phrase: Int32
        var part: Int32
        var isPrefix: Bool
    }

    /// A phrase of several parts, found up to one of them.
    private struct Partial {
        var start: Int
        var end: Int
    }

    private var edges: [UInt64: Int32] = [:]
    /// By node: which parts of which phrases are spelled out there.
    private var payload: [[Step]] = [[]]
    private var phrases: [Phrase] = []
    /// Where each phrase's parts begin in one flat numbering.
    private var firstPart: [Int] = []
    private var partCount = 0
    private var valueSteps: [Value.Sort: [Step]] = [:]

    /// A gap keeps this many beginnings alive, the newest; enough for real messages, and bounded.
    private static let partialLimit = 8

    init() {}

    /// Makes room beforehand for the lexicons of a shop.
    mutating func reserve(nodes: Int) {
        edges.reserveCapacity(nodes)
        payload.reserveCapacity(nodes)
    }

    /// Adds a phrase and returns its number.
    mutating func add(_ phrase: Phrase) -> Int {
        let number = phrases.count
        phrases.append(phrase)
        firstPart.append(partCount)
        partCount += phrase.parts.count
        for (index, part) in phrase.parts.enumerated() {
            let step = Step(phrase: Int32(number), part: Int32(index), isPrefix: true)
            for sort in part.values { valueSteps[sort, default: []].append(step) }
            for literal in part.words {
                insert(
                    literal.scalars,
                    Step(phrase: Int32(number), part: Int32(index), isPrefix: literal.isPrefix))
            }
        }
        return number
    }

    private mutating func insert(_ scalars: [UInt32], _ step: Step) {
        var node: Int32 = 0
        for scalar in scalars {
            let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(scalar)
            if let next = edges[key] {
                node = next
            } else {
                node = Int32(payload.count)
                edges[key] = node
                payload.append([])
            }
        }
        if payload[Int(node)].last != step { payload[Int(node)].append(step) }
    }

    /// Every phrase in `text`, by where it starts.
    func hits(in text: NormalText, values: [ValueSpan] = []) -> [Hit] {
        var found: [Hit] = []
        var partials: [Int: [Partial]] = [:]
        var nextValue = 0
        let values = values.sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
        let scalars = text.scalars
        for start in 0..<scalars.count {
            while nextValue < values.count, values[nextValue].range.lowerBound == start {
                let value = values[nextValue]
                for step in valueSteps[value.sort] ?? [] {
                    advance(step, over: value.range, in: text, &partials, &found)
                }
                nextValue += 1
            }
            let first = scalars[start]
            let startsWord =
                start == 0 || !Scalars.isAlphanumeric(scalars[start - 1])
                || !Scalars.isAlphanumeric(first)
                || (Scalars.isDigit(scalars[start - 1]) && Scalars.isLatin(first))
            guard startsWord else { continue }
            var node: Int32 = 0
            var index = start
            while index < scalars.count {
                let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(scalars[index])
                guard let next = edges[key] else { break }
                node = next
                index += 1
                let steps = payload[Int(node)]
                if steps.isEmpty { continue }
                let endsWord =
                    index == scalars.count || !Scalars.isAlphanumeric(scalars[index])
                    || !Scalars.isAlphanumeric(scalars[index - 1])
                    || (Scalars.isLatin(scalars[index - 1]) && Scalars.isDigit(scalars[index]))
                for step in steps where endsWord || step.isPrefix {
                    let end = step.isPrefix ? wordEnd(scalars, from: index) : index
                    advance(step, over: start..<end, in: text, &partials, &found)
                }
            }
        }
        return found
    }

    /// `refund*` covers all of "refunded".
    private func wordEnd(_ scalars: [UInt32], from index: Int) -> Int {
        var end = index
        while end < scalars.count, Scalars.isLatin(scalars[end]) { end += 1 }
        return end
    }

    private func advance(
        _ step: Step, over range: Range<Int>, in text: NormalText,
        _ partials: inout [Int: [Partial]], _ found: inout [Hit]
    ) {
        let number = Int(step.phrase)
        let part = Int(step.part)
        let phrase = phrases[number]
        let slot = firstPart[number] + part
        let isLast = phrase.parts[(part + 1)...].allSatisfy(\.isOptional)
        let start = start(of: phrase, number, part, range, in: text, partials)
        guard let start else { return }
        if isLast, !phrase.endsClause || text.isClauseEnd(range.upperBound) {
            found.append(Hit(phrase: number, range: start..<range.upperBound))
        }
        if part < phrase.parts.count - 1 {
            if partials[slot]?.count == Self.partialLimit { partials[slot]?.removeFirst() }
            partials[slot, default: []].append(Partial(start: start, end: range.upperBound))
        }
    }

    /// Where the phrase began whose part stands at `range`; nil when nothing fits before it.
    private func start(
        of phrase: Phrase, _ number: Int, _ part: Int, _ range: Range<Int>, in text: NormalText,
        _ partials: [Int: [Partial]]
    ) -> Int? {
        var gap = phrase.parts[part].gap
        var previous = part - 1
        while previous >= 0 {
            let candidates = partials[firstPart[number] + previous]
            if let match = candidates?.last(where: {
                range.lowerBound >= $0.end && range.lowerBound - $0.end <= gap
                    && text.sameSentence($0.start, range.lowerBound)
            }) {
                return match.start
            }
            guard phrase.parts[previous].isOptional else { return nil }
            gap = max(gap, phrase.parts[previous].gap)
            previous -= 1
        }
        if phrase.startsClause, !text.isClauseStart(range.lowerBound) { return nil }
        return range.lowerBound
    }
}
