/// Where words begin and end, so that Alt-B and Alt-F go by Chinese word: 明天|下午|给|您|回复.
///
/// Chinese is cut by the longest word of the lexicon; characters no word knows go two by two. A
/// run of letters or digits is one word, a run of marks or of spaces one unit. The same text is
/// cut the same way on every machine; nothing of ICU is loaded.
public struct WordBreaks: Sendable {
    private let words: Set<[UInt32]>
    private let longest: Int

    /// Cuts by the words and names of `lexicon`.
    public init(lexicon: Lexicon) { self.init(words: lexicon.words) }

    public init(words: [String]) {
        var known: Set<[UInt32]> = []
        var longest = 2
        for word in words {
            let scalars = NormalText(word).scalars
            guard scalars.count > 1, scalars.allSatisfy(Scalars.isHan) else { continue }
            known.insert(scalars)
            longest = max(longest, scalars.count)
        }
        self.words = known
        self.longest = min(longest, 8)
    }

    /// Every place where a unit begins or ends, in order, the start and the end of the text among
    /// them; an empty text has one.
    public func boundaries(in text: String) -> [String.Index] {
        var result = [text.startIndex]
        for unit in units(in: text) { result.append(unit.range.upperBound) }
        return result
    }

    /// The words alone, without spaces and marks.
    public func words(in text: String) -> [Range<String.Index>] {
        units(in: text).filter { $0.kind == .han || $0.kind == .latin }.map(\.range)
    }

    private enum Kind { case han, latin, space, mark }

    private func units(in text: String) -> [(kind: Kind, range: Range<String.Index>)] {
        var result: [(kind: Kind, range: Range<String.Index>)] = []
        let indices = Array(text.indices) + [text.endIndex]
        let scalars = text.map { Traditional.simplified($0.unicodeScalars.first?.value ?? 0) }
        let kinds = text.map(Self.kind)
        var start = 0
        while start < kinds.count {
            var end = start + 1
            switch kinds[start] {
            case .han: end = start + hanLength(scalars, kinds, start)
            case .latin, .space, .mark:
                while end < kinds.count, kinds[end] == kinds[start] { end += 1 }
            }
            result.append((kinds[start], indices[start]..<indices[end]))
            start = end
        }
        return result
    }

    /// The longest known word here; else two characters, unless a known word begins at the second.
    private func hanLength(_ scalars: [UInt32], _ kinds: [Kind], _ start: Int) -> Int {
        if let known = knownLength(scalars, kinds, start) { return known }
        let next = start + 1
        guard next < kinds.count, kinds[next] == .han, knownLength(scalars, kinds, next) == nil,
            !Self.standsAlone(scalars[start]), !Self.standsAlone(scalars[next])
        else { return 1 }
        return 2
    }

    private func knownLength(_ scalars: [UInt32], _ kinds: [Kind], _ start: Int) -> Int? {
        var length = 1
        while length < longest, start + length < kinds.count, kinds[start + length] == .han {
            length += 1
        }
        while length >= 2 {
            if words.contains(Array(scalars[start..<start + length])) { return length }
            length -= 1
        }
        return nil
    }

    /// 的, 了, 您, 我 and the like are words by themselves and never half of an unknown one.
    private static func standsAlone(_ value: UInt32) -> Bool {
        switch value {
        case 0x7684, 0x4E86, 0x60A8, 0x4F60, 0x6211, 0x5417, 0x5462, 0x5427, 0x54E6, 0x662F,
            0x4E0D, 0x5728, 0x6709, 0x548C, 0x4E5F, 0x90FD, 0x5C31, 0x8FD9, 0x90A3, 0x7ED9,
            0x628A, 0x4F1A, 0x8981, 0x4EB2:
            true
        default: false
        }
    }

    private static func kind(_ character: Character) -> Kind {
        guard let value = character.unicodeScalars.first?.value else { return .mark }
        if Scalars.isHan(value) { return .han }
        if character.isWhitespace { return .space }
        if Scalars.isAlphanumeric(value) || value == 0x5F || character.isLetter
            || character.isNumber
        {
            return .latin
        }
        return .mark
    }
}
