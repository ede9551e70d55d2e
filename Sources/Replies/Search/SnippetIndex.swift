import Engine
import Search

/// Everything a reply can be found by, as bytes side by side, so that ten thousand of them are
/// looked through between two keystrokes.
struct SnippetIndex: Sendable {
    private var entries: [Entry] = []
    /// All fields of all snippets one after the other, each ended by a zero byte.
    private var bytes: [UInt8] = []
    private let pinyin = Pinyin(folding: .shop)

    private struct Entry {
        let codes: Range<Int>
        let labels: Range<Int>
        let initials: Range<Int>
        let words: Range<Int>
        let texts: Range<Int>
        let stages: [Conversation.Stage]
    }

    /// How well a snippet fits what was typed, best first.
    private enum Fit: Int {
        case code, codeStart, labelStart, initialsStart, wordStart, label, initials, word, text
    }

    mutating func add(_ snippet: Snippet) {
        entries.append(
            Entry(
                codes: store(snippet.codes.map { Array($0.utf8) }),
                labels: store([folded(snippet.label.zh), folded(snippet.label.en)]),
                initials: store(
                    ([snippet.label.zh] + snippet.words).map { Array(pinyin.initials(of: $0).utf8) }
                ),
                words: store(snippet.words.map(folded)),
                texts: store([folded(snippet.text.zh), folded(snippet.text.en)]),
                stages: snippet.stages))
    }

    private mutating func store(_ fields: [[UInt8]]) -> Range<Int> {
        let start = bytes.count
        for field in fields {
            bytes += field
            bytes.append(0)
        }
        return start..<bytes.count
    }

    private func folded(_ text: String) -> [UInt8] { Array(text.lowercased().utf8) }

    /// The numbers of the snippets that fit, best first: by how they fit, then those of this
    /// stage, then the most used, then as written.
    func search(_ query: String, stage: Conversation.Stage?, uses: [Int]) -> [Int] {
        let wanted = folded(query.split(separator: " ").joined(separator: " "))
        var keys: [UInt64] = []
        keys.reserveCapacity(entries.count)
        bytes.withUnsafeBufferPointer { bytes in
            wanted.withUnsafeBufferPointer { wanted in
                for (number, entry) in entries.enumerated() {
                    let fit: Int
                    if wanted.isEmpty {
                        fit = 0
                    } else if let found = SnippetIndex.fit(entry, wanted, bytes) {
                        fit = found.rawValue
                    } else {
                        continue
                    }
                    let isHere = stage.map { entry.stages.contains($0) } ?? true
                    let place = isHere ? 0 : entry.stages.isEmpty ? 1 : 2
                    let used = number < uses.count ? min(uses[number], 0xFFFF) : 0
                    keys.append(
                        UInt64(fit) << 56 | UInt64(place) << 48
                            | UInt64(0xFFFF - used) << 32 | UInt64(number))
                }
            }
        }
        keys.sort()
        return keys.map { Int($0 & 0xFFFF_FFFF) }
    }

    private typealias Bytes = UnsafeBufferPointer<UInt8>

    private static func fit(_ entry: Entry, _ wanted: Bytes, _ bytes: Bytes) -> Fit? {
        switch place(of: wanted, in: entry.codes, bytes) {
        case .whole: return .code
        case .start: return .codeStart
        case .inside, .nowhere: break
        }
        let label = place(of: wanted, in: entry.labels, bytes)
        if label == .start || label == .whole { return .labelStart }
        let initials = place(of: wanted, in: entry.initials, bytes)
        if initials == .start || initials == .whole { return .initialsStart }
        let words = place(of: wanted, in: entry.words, bytes)
        if words == .start || words == .whole { return .wordStart }
        if label == .inside { return .label }
        // One letter inside a word says nothing.
        if initials == .inside, wanted.count > 1 { return .initials }
        if words == .inside { return .word }
        if wanted.count > 1, place(of: wanted, in: entry.texts, bytes) != .nowhere {
            return .text
        }
        return nil
    }

    private enum Place {
        case whole, start, inside, nowhere
    }

    /// Where in these fields the word stands; the best place counts.
    private static func place(of word: Bytes, in range: Range<Int>, _ bytes: Bytes) -> Place {
        let head = word[0]
        let length = word.count
        var best = Place.nowhere
        var isStart = true
        var index = range.lowerBound
        let last = range.upperBound - length
        while index < last {
            let byte = bytes[index]
            if byte == head, matches(word, length, bytes, index) {
                if isStart {
                    if bytes[index + length] == 0 { return .whole }
                    best = .start
                } else if best == .nowhere {
                    best = .inside
                }
            }
            isStart = byte == 0
            index += 1
        }
        return best
    }

    private static func matches(
        _ word: Bytes, _ length: Int, _ bytes: Bytes, _ index: Int
    ) -> Bool {
        var offset = 1
        while offset < length {
            if bytes[index + offset] != word[offset] { return false }
            offset += 1
        }
        return true
    }
}
