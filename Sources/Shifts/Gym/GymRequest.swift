public import Engine
import Foundation

/// One line from a program in the gym. `do` says what is wanted; the other fields belong to one
/// or another of them, as Docs/Gym.md lists.
struct GymRequest: Decodable {
    var verb: Verb
    var id: String?
    var pack: String?
    var store: ShopFixture?
    var seed: UInt64?
    var language: Engine.Tongue?
    var scenarios: [String]?
    var crowd: Int?
    var people: Bool?
    var actor: Actor?
    var at: Moment?
    var command: Command?
    var by: Moment?
    var to: Moment?
    var of: Subject?
    var name: String?
    var after: Int?
    var limit: Int?
    var text: String?
    var conversation: ConversationID?

    enum Verb: String, Decodable, CaseIterable {
        case load, act, advance, state, events, score, read, help, quit
    }

    enum Subject: String, Decodable, CaseIterable {
        case conversation, order, customer, product, promise, ticket
        case afterSale = "after-sale"
    }

    enum CodingKeys: String, CodingKey, CaseIterable {
        case verb = "do"
        case actor = "as"
        case id, pack, store, seed, language, scenarios, crowd, people, at, command, by, to, of
        case name, after, limit, text, conversation
    }

    /// `"next"`, `"+30s"`, `"1h30m"`, or milliseconds since 1970.
    enum Moment: Decodable, Hashable {
        case next
        case span(Span)
        case instant(Instant)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int64.self) {
                self = .instant(Instant(milliseconds: number))
                return
            }
            let text = try container.decode(String.self)
            if text == "next" {
                self = .next
            } else if let span = Span(text: text) {
                self = .span(span)
            } else {
                throw DecodingError.dataCorruptedError(
                    in: container,
                    debugDescription:
                        "‘\(text)’ is no time: write next, +30s, 1h30m or milliseconds")
            }
        }

        func instant(from now: Instant, next: Instant?) -> Instant {
            switch self {
            case .next: next ?? now
            case .span(let span): now + span
            case .instant(let instant): instant
            }
        }
    }
}

extension Span {
    /// Reads `30s`, `+5m`, `1h30m`, `2d`, `250ms`; nil for anything else.
    public init?(text: String) {
        var rest = Substring(text.hasPrefix("+") ? text.dropFirst() : Substring(text))
        guard !rest.isEmpty else { return nil }
        var total: Int64 = 0
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard let count = Int64(digits), digits.count <= 9 else { return nil }
            rest = rest.dropFirst(digits.count)
            let unit = rest.prefix { $0.isLetter }
            rest = rest.dropFirst(unit.count)
            switch unit {
            case "ms": total += count
            case "s": total += count * 1000
            case "m": total += count * 60_000
            case "h": total += count * 3_600_000
            case "d": total += count * 86_400_000
            case _: return nil
            }
        }
        self.init(milliseconds: total)
    }
}
