public import Engine

/// A reply the shop has ready: a code to type, a label to find it by, a text in both languages
/// with holes for this customer's order.
public struct Snippet: Hashable, Sendable {
    /// What is typed after the slash, the one to show first: `fh`.
    public let codes: [String]
    public let label: Bilingual
    /// The text as written, with `{{order.id}}` for what has to be filled in and `$|$` for the
    /// caret.
    public let text: Bilingual
    /// Where in the purchase it belongs; empty for everywhere.
    public let stages: [Conversation.Stage]
    /// Where it may be said; empty for everywhere.
    public let channels: [Conversation.Channel]
    /// Of which orders and at what time of day it is true.
    public let truth: Truth
    /// What it belongs to in a list as written: 发货, or 售后/退款.
    public let group: Bilingual?
    /// More words that find it.
    public let words: [String]
    /// What a person sorts replies by, apart from folders.
    public let tags: [String]
    public let scope: Scope
    /// Keys that put it in at once, by the names the keymap knows: `F13`.
    public let keys: [String]
    /// Where it is written.
    public let place: Place
    /// Values the file itself gives: a choice, a form, a date with a form of its own.
    let variables: [Variable]

    public var code: String { codes.first ?? "" }

    /// What is so while a reply is looked for.
    public struct Moment: Hashable, Sendable {
        /// Of the order in view.
        public var status: Order.Status?
        /// On the shop's clock, 0 to 23.
        public var hour: Int

        public init(status: Order.Status?, hour: Int) {
            self.status = status
            self.hour = hour
        }
    }

    /// From one full hour until another, which is no longer in it; over midnight where it is less.
    public struct Hours: Hashable, Sendable {
        public let from: Int
        public let until: Int

        public func contains(_ hour: Int) -> Bool {
            from < until ? (from..<until).contains(hour) : hour >= from || hour < until
        }
    }

    /// When a reply is true.
    public struct Truth: Hashable, Sendable {
        /// The states of the order; empty where it says nothing of one.
        public let statuses: [Order.Status]
        /// The hours of the day; nil for all of them.
        public let hours: Hours?

        /// True of every order, at any time.
        public static let always = Truth(statuses: [], hours: nil)

        public func holds(at moment: Moment) -> Bool {
            let status = statuses.isEmpty || moment.status.map(statuses.contains) ?? false
            return status && hours?.contains(moment.hour) ?? true
        }
    }

    /// Whose it is: everybody's in the shop, or one person's own.
    public enum Scope: String, Hashable, Sendable, CaseIterable, Codable {
        case shop, personal
    }

    /// The file and the line a reply was read from.
    public struct Place: Hashable, Sendable {
        public let file: String
        /// Counted from 1.
        public let line: Int
    }

    /// The folders from the outermost to its own: 售后/退款 and 售后::退款 are two. One with as many
    /// names in one language as in the other; else the group is one folder.
    public var folders: [Bilingual] {
        guard let group else { return [] }
        let (zh, en) = (Snippet.folders(in: group.zh), Snippet.folders(in: group.en))
        guard zh.count == en.count else { return [group] }
        return zip(zh, en).map { Bilingual(zh: $0, en: $1) }
    }

    static func folders(in path: String) -> [String] {
        guard path.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") })
        else { return path.isEmpty ? [] : [path] }
        let path = path.replacing("::", with: "/")
        return path.split(separator: "/").map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.filter { !$0.isEmpty }
    }

    /// The names of variables still standing unfilled in a text, in order, each once, and behind
    /// them braces that are no hole, as they begin: such a text must not be sent.
    public static func unfilled(in text: String) -> [String] {
        TextHoles.names(in: text) + TextHoles.strays(in: text)
    }
}
