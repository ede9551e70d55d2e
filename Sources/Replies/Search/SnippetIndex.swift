import Engine
import Search

/// Everything a reply can be found by, so that tens of thousands of them are looked through between
/// two keystrokes: codes by their beginning, everything else by the full-text index.
struct SnippetIndex: Sendable {
    private var texts = SearchIndex(folding: .shop)
    private var stages: [UInt8] = []
    private var channels: [UInt16] = []
    private var truths: [Snippet.Truth] = []
    /// The English labels, folded: the index knows one title, and that is the Chinese one.
    private var labels: [String] = []
    /// All codes one after the other, and where each ends and whose it is: small enough to be read
    /// through for every query.
    private var codeBytes: [UInt8] = []
    private var codes: [(end: Int32, number: Int32)] = []

    /// What is known beside what was typed.
    struct Situation {
        var stage: Conversation.Stage?
        var channel: Conversation.Channel?
        var moment: Snippet.Moment?
        /// How often a reply was used.
        var uses: [Int: Int] = [:]
    }

    /// How well a snippet fits what was typed, best first.
    private enum Fit: Int {
        case code, codeStart, label, pinyin, word, labelInside, scattered, text, overlap
    }

    /// So many of the best by text are put in order by stage and use.
    private static let looked = 500

    mutating func add(_ snippet: Snippet) {
        let folders = snippet.folders
        texts.add(
            title: snippet.label.zh,
            words: (snippet.label.en == snippet.label.zh ? [] : [snippet.label.en]) + snippet.words
                + snippet.tags + folders.map(\.zh) + folders.map(\.en),
            body: snippet.text.zh == snippet.text.en
                ? snippet.text.zh : snippet.text.zh + "\n" + snippet.text.en)
        let stages = snippet.stages.map { SnippetIndex.bit($0) }
        let channels = snippet.channels.map { SnippetIndex.bit($0) }
        self.stages.append(stages.reduce(0, |))
        self.channels.append(channels.reduce(0, |))
        truths.append(snippet.truth)
        labels.append(snippet.label.en.lowercased())
        for code in snippet.codes {
            codeBytes += code.utf8
            codes.append((Int32(codeBytes.count), Int32(labels.count - 1)))
        }
    }

    private static func bit(_ stage: Conversation.Stage) -> UInt8 {
        switch stage {
        case .preSale: 1
        case .order: 2
        case .afterSale: 4
        }
    }

    private static func bit(_ channel: Conversation.Channel) -> UInt16 {
        switch channel {
        case .taobao: 1
        case .jd: 2
        case .pdd: 4
        case .wechatShop: 8
        case .web: 16
        case .email: 32
        case .form: 64
        case .group: 128
        case .post: 256
        case .phone: 512
        case .video: 1024
        }
    }

    /// What fits a customer's sentence.
    func sentences(_ words: String, limit: Int) -> [(number: Int, score: Int)] {
        texts.search(words, limit: limit).map { ($0.number, $0.score) }
    }

    /// The numbers of the snippets that fit, best first: by how they fit, then those true now, then
    /// those meant for this channel, then those of this stage, then the most used, then as written.
    func search(_ query: String, limit: Int, _ situation: Situation) -> [Int] {
        let wanted = query.split(separator: " ").joined(separator: " ").lowercased()
        var best = Best(limit: limit)
        if wanted.isEmpty {
            for number in labels.indices {
                if let key = key(number, fit: 0, situation) { best.offer(key) }
            }
            return best.numbers
        }
        var fits: [Int: Fit] = [:]
        findCodes(wanted, &fits)
        let hits = texts.search(wanted, limit: max(limit, SnippetIndex.looked))
        var scores: [Int: Int] = [:]
        for hit in hits {
            let fit = fit(hit, wanted)
            scores[hit.number] = hit.score
            if fits[hit.number].map({ fit.rawValue < $0.rawValue }) ?? true {
                fits[hit.number] = fit
            }
        }
        for (number, fit) in fits {
            // What only overlaps does so more or less; what fits, fits.
            let rest = fit == .overlap ? 15 - min(15, (scores[number] ?? 0) / 64) : 0
            if let key = key(number, fit: fit.rawValue << 4 | rest, situation) { best.offer(key) }
        }
        return best.numbers
    }

    private func fit(_ hit: Hit, _ wanted: String) -> Fit {
        switch hit.match {
        case .wholeTitle, .titleStart: .label
        case .pinyin: .pinyin
        case .otherWord: labels[hit.number].hasPrefix(wanted) ? .label : .word
        case .titleInside: .labelInside
        case .namesScattered: .scattered
        case .bodyPhrase: .text
        case .overlap: .overlap
        }
    }

    private func findCodes(_ wanted: String, _ fits: inout [Int: Fit]) {
        let wanted = Array(wanted.utf8)
        codeBytes.withUnsafeBufferPointer { bytes in
            var start = 0
            for (end, number) in codes {
                defer { start = Int(end) }
                guard Int(end) - start >= wanted.count else { continue }
                var index = 0
                while index < wanted.count, bytes[start + index] == wanted[index] { index += 1 }
                guard index == wanted.count else { continue }
                let isWhole = Int(end) - start == index
                if isWhole {
                    fits[Int(number)] = .code
                } else if fits[Int(number)] != .code {
                    fits[Int(number)] = .codeStart
                }
            }
        }
    }

    /// The place of a snippet as one number, smaller is better; nil where it is of no use.
    private func key(_ number: Int, fit: Int, _ situation: Situation) -> UInt64? {
        if let channel = situation.channel, channels[number] != 0,
            channels[number] & SnippetIndex.bit(channel) == 0
        {
            return nil
        }
        let stages = stages[number]
        let isHere = situation.stage.map { stages & SnippetIndex.bit($0) != 0 } ?? true
        let place = isHere ? 0 : stages == 0 ? 1 : 2
        let used = situation.uses.isEmpty ? 0 : min(situation.uses[number] ?? 0, 0xFFFF)
        // A letter, a call, a post is worded unlike a chat: what is meant for it goes before.
        let isOurs = situation.channel != nil && channels[number] != 0 && place < 2
        let isTrue = situation.moment.map(truths[number].holds) ?? true
        return UInt64(fit) << 56 | UInt64(isTrue ? 0 : 1) << 47 | UInt64(isOurs ? 0 : 1) << 46
            | UInt64(place) << 44
            | UInt64(0xFFFF - used) << 28 | UInt64(number)
    }
}

/// The smallest of many numbers, in order, without sorting all of them.
private struct Best {
    private let limit: Int
    private var keys: [UInt64] = []
    /// Nothing above it is among the smallest.
    private var worst = UInt64.max

    init(limit: Int) { self.limit = limit }

    mutating func offer(_ key: UInt64) {
        guard key < worst, limit > 0 else { return }
        keys.append(key)
        // Sorted in batches, now and then.
        guard keys.count >= 2 * limit + 32 else { return }
        keys.sort()
        keys.removeLast(keys.count - limit)
        worst = keys[limit - 1]
    }

    var numbers: [Int] {
        keys.sorted().prefix(limit).map { Int($0 & 0xFFF_FFFF) }
    }
}
