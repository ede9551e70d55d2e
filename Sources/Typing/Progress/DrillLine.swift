public import Engine
import Foundation

/// One line of the book of rounds, `drills.jsonl`: a round begun or left, a sentence done, a shift
/// served. Lines are only ever added.
public enum DrillLine: Hashable, Sendable {
    /// A round as it stands: when it begins, and when it is left in the middle of a sentence.
    case round(Round)
    /// A sentence of a round is done.
    case sentence(round: String, number: Int, SentenceResult)
    /// What was typed in a real shift.
    case shift(ShiftLine)

    /// A shift's figures, named by its id; of two lines for one shift the later holds.
    public struct ShiftLine: Hashable, Sendable, Codable {
        public var id: String
        public var title: Bilingual
        /// On the person's wall.
        public var at: Instant
        public var typing: ShiftTyping

        public init(id: String, title: Bilingual, at: Instant, typing: ShiftTyping) {
            self.id = id
            self.title = title
            self.at = at
            self.typing = typing
        }
    }

    /// Why a line cannot be read; it is left as it is and not counted.
    public struct Unreadable: Error, Hashable, Sendable {}

    private struct Coded: Codable {
        var kind: String
        var round: Round?
        var id: String?
        var number: Int?
        var result: SentenceResult?
        var shift: ShiftLine?
    }

    public init(json bytes: [UInt8]) throws(Unreadable) {
        let coded: Coded
        do { coded = try JSONDecoder().decode(Coded.self, from: Data(bytes)) } catch {
            throw Unreadable()
        }
        switch (coded.kind, coded.round, coded.id, coded.number, coded.result, coded.shift) {
        case ("round", let round?, _, _, _, _): self = .round(round)
        case ("sentence", _, let id?, let number?, let result?, _):
            self = .sentence(round: id, number: number, result)
        case ("shift", _, _, _, _, let shift?): self = .shift(shift)
        default: throw Unreadable()
        }
    }

    /// One line without its end, keys sorted.
    public var json: [UInt8] {
        var coded = Coded(kind: "round")
        switch self {
        case .round(let round): coded.round = round
        case .sentence(let id, let number, let result):
            coded.kind = "sentence"
            coded.id = id
            coded.number = number
            coded.result = result
        case .shift(let shift):
            coded.kind = "shift"
            coded.shift = shift
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do { return Array(try encoder.encode(coded)) } catch {
            // Texts and whole numbers: there is nothing that could not be written.
            preconditionFailure("a line that cannot be written as JSON: \(error)")
        }
    }
}
