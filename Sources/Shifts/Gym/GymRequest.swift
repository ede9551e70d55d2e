public import Engine
import Grading
import Stores

/// One line from a program in the gym. `do` says what is wanted; the other fields belong to one
/// or another of them, as Docs/Gym.md lists.
///
/// A class: it has room for thirty things of which a line brings four, and is handed on often.
final class GymRequest: Decodable {
    var verb = Verb.help
    var id: String?
    var pack: String?
    var store: StoreForm?
    var storeFile: String?
    var profile: String?
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
    var customer: CustomerID?
    var lines: [Command.LineRequest]?
    var coupons: [CouponID]?
    var region: String?
    var procedure: Procedure?
    var actions: [String]?

    /// Only the fields that stand in the line are looked at.
    init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: CodingKeys.self)
        var hasVerb = false
        for key in form.allKeys {
            switch key {
            case .verb:
                verb = try form.decode(Verb.self, forKey: key)
                hasVerb = true
            case .actor: actor = try form.decodeIfPresent(forKey: key)
            case .id: id = try form.decodeIfPresent(forKey: key)
            case .pack: pack = try form.decodeIfPresent(forKey: key)
            case .store: store = try form.decodeIfPresent(forKey: key)
            case .storeFile: storeFile = try form.decodeIfPresent(forKey: key)
            case .profile: profile = try form.decodeIfPresent(forKey: key)
            case .seed: seed = try form.decodeIfPresent(forKey: key)
            case .language: language = try form.decodeIfPresent(forKey: key)
            case .scenarios: scenarios = try form.decodeIfPresent(forKey: key)
            case .crowd: crowd = try form.decodeIfPresent(forKey: key)
            case .people: people = try form.decodeIfPresent(forKey: key)
            case .at: at = try form.decodeIfPresent(forKey: key)
            case .command: command = try form.decodeIfPresent(forKey: key)
            case .by: by = try form.decodeIfPresent(forKey: key)
            case .to: to = try form.decodeIfPresent(forKey: key)
            case .of: of = try form.decodeIfPresent(forKey: key)
            case .name: name = try form.decodeIfPresent(forKey: key)
            case .after: after = try form.decodeIfPresent(forKey: key)
            case .limit: limit = try form.decodeIfPresent(forKey: key)
            case .text: text = try form.decodeIfPresent(forKey: key)
            case .conversation: conversation = try form.decodeIfPresent(forKey: key)
            case .customer: customer = try form.decodeIfPresent(forKey: key)
            case .lines: lines = try form.decodeIfPresent(forKey: key)
            case .coupons: coupons = try form.decodeIfPresent(forKey: key)
            case .region: region = try form.decodeIfPresent(forKey: key)
            case .procedure: procedure = try form.decodeIfPresent(forKey: key)
            case .actions: actions = try form.decodeIfPresent(forKey: key)
            }
        }
        if !hasVerb { verb = try form.decode(Verb.self, forKey: .verb) }
    }

    enum Verb: String, Decodable, CaseIterable {
        case load, dump, act, advance, state, quote, events, score, grade, read, help, quit
    }

    enum Subject: String, Decodable, CaseIterable {
        case conversation, order, customer, product, promise, ticket
        case afterSale = "after-sale"
        case review, campaign, group, coupon, promotion
        /// A parcel by its number, with the orders that travel under it.
        case parcel
        /// Of a customer: orders, means of payment.
        case orders, purse
        /// Of an order: its after-sale cases.
        case cases
        case road, books, rules
        /// What waits with a time, and what goes wrong on the road, the earliest first.
        case dues, troubles

        /// There is one of it in the shop.
        var isAlone: Bool { self == .road || self == .books || self == .rules }
        /// Under which name it stands in an answer.
        var field: String { self == .afterSale ? "afterSale" : rawValue }
    }

    enum CodingKeys: String, CodingKey, CaseIterable {
        case verb = "do"
        case actor = "as"
        case id, pack, store, storeFile, profile, seed, language, scenarios, crowd, people, at
        case command, by, to, of, name, after, limit, text, conversation, customer, lines, coupons
        case region, procedure, actions
    }

    /// `"next"`, `"+30s"`, `"1h30m"`, or milliseconds since 1970; where a dump goes, a path.
    enum Moment: Decodable, Hashable {
        case words(String)
        case instant(Instant)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            do {
                self = .words(try container.decode(String.self))
            } catch {
                self = .instant(try container.decode(Instant.self))
            }
        }

        /// Says what is no time before anything is done.
        func check(_ field: String) throws {
            if case .words(let text) = self, text != "next", Span(text: text) == nil {
                throw GymFault.noTime(text, in: field)
            }
        }

        func instant(from now: Instant, next: Instant?) -> Instant {
            switch self {
            case .words("next"): next ?? now
            case .words(let text): now + (Span(text: text) ?? .zero)
            case .instant(let instant): instant
            }
        }
    }
}

extension KeyedDecodingContainer {
    fileprivate func decodeIfPresent<Value: Decodable>(forKey key: Key) throws -> Value? {
        try decodeIfPresent(Value.self, forKey: key)
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
        // Longer than ten thousand years is a slip.
        guard total <= 315_360_000_000_000 else { return nil }
        self.init(milliseconds: total)
    }
}
