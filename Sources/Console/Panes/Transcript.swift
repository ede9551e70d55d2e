import Engine
import Terminal

/// One line of a conversation as it stands in the chat pane.
struct ChatLine {
    /// A stretch of the line in one look, at a column of its own.
    struct Piece {
        var x: Int
        var text: String
        var ink: Role
    }

    var pieces: [Piece]
    /// The message's own first line, where a mark on it stands.
    var isFirst = false
}

/// Wrapped messages of the conversations looked at lately, so that a key costs no wrapping.
///
/// Only messages that come into view are wrapped: the length of a conversation does not matter.
struct TranscriptCache {
    private struct Entry {
        var width: Int
        var lines: [ChatLine]
    }

    private var blocks: [MessageID: Entry] = [:]
    private static let limit = 2000

    /// Messages kept wrapped.
    var count: Int { blocks.count }

    mutating func forget(_ id: MessageID) { blocks[id] = nil }

    mutating func lines(of id: MessageID, width: Int, make: () -> [ChatLine]) -> [ChatLine] {
        if let entry = blocks[id], entry.width == width { return entry.lines }
        if blocks.count >= TranscriptCache.limit { blocks.removeAll(keepingCapacity: true) }
        let lines = make()
        blocks[id] = Entry(width: width, lines: lines)
        return lines
    }
}

/// The window over one conversation: which lines of which messages are on the screen.
struct Transcript {
    /// A line by its message's place in the conversation and its own place in the message.
    struct Place: Hashable, Comparable {
        var message: Int
        var line: Int

        static func < (a: Self, b: Self) -> Bool {
            (a.message, a.line) < (b.message, b.line)
        }
    }

    let desk: Desk
    let talk: Conversation
    let width: Int

    func block(_ index: Int) -> [ChatLine] {
        let message = talk.messages[index]
        return desk.transcripts.lines(of: message.id, width: width) {
            MessageLayout(desk: desk, width: width).lines(
                of: message, after: index > 0 ? talk.messages[index - 1] : nil,
                customer: desk.name(of: talk.id))
        }
    }

    /// The lines from `top` on, as many as fit.
    func lines(from top: Place, count: Int) -> [(place: Place, line: ChatLine)] {
        var shown: [(Place, ChatLine)] = []
        var index = top.message
        var skip = top.line
        while index < talk.messages.count, shown.count < count {
            for (number, line) in block(index).enumerated().dropFirst(skip) {
                guard shown.count < count else { break }
                shown.append((Place(message: index, line: number), line))
            }
            skip = 0
            index += 1
        }
        return shown
    }

    /// The place `count` lines above `place`; the very first line where there are fewer.
    func above(_ place: Place, by count: Int) -> Place {
        var left = count
        var here = place
        while left > 0 {
            if here.line >= left { return Place(message: here.message, line: here.line - left) }
            left -= here.line
            guard here.message > 0 else { return Place(message: 0, line: 0) }
            here = Place(message: here.message - 1, line: block(here.message - 1).count)
        }
        return here
    }

    /// The first line shown when the last message stands at the bottom.
    func topAtEnd(rows: Int) -> Place {
        above(Place(message: talk.messages.count, line: 0), by: rows)
    }

    /// The first line shown now.
    func top(rows: Int) -> Place {
        switch desk.places.anchors[talk.id] ?? .end {
        case .end:
            return topAtEnd(rows: rows)
        case .line(let message, let line, _):
            // A window that grew shows no more emptiness than it must.
            let wanted = Place(message: min(message, max(0, talk.messages.count - 1)), line: line)
            return min(wanted, topAtEnd(rows: rows))
        }
    }
}
