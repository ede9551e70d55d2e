public import Engine

/// Something a reply needs to know before it can be sent, and where in the text it stands.
///
/// A reply about an order of a customer who has two asks which; a form asks for each of its fields;
/// a parcel without a number asks for the number.
public struct Ask: Hashable, Sendable {
    /// The name under which `Snippet.fill(…, answers:)` takes the answer: `order`, `size`.
    public let name: String
    /// What to put before the person who answers.
    public let title: Bilingual
    /// What can be answered; empty where any text will do.
    public let choices: [Choice]
    public let isMultiline: Bool
    public let reason: Reason
    /// What stands in the text now: the answer, or what is there by default. Nil while it is open,
    /// and a text with an open ask must not be sent.
    public let value: String?
    /// Where it stands in the filled text, in characters from its start, in order: what Tab walks
    /// through. Empty where an answer stands for several variables and all of them are filled.
    public internal(set) var places: [Range<Int>]

    /// The name of a blank; a second one in the same text is `blank-2`.
    public static let blank = "blank"

    public var isOpen: Bool { value == nil }

    /// Why it is asked.
    public enum Reason: Hashable, Sendable {
        /// The reply has a field or a choice here.
        case field
        /// A blank in the middle of a sentence; its title is the words around it.
        case blank
        /// The shop does not have the value.
        case missing
        /// The shop has several.
        case ambiguous
    }

    /// One of several answers.
    public struct Choice: Hashable, Sendable {
        /// What is answered, and for a field what is put into the text.
        public let id: String
        public let title: Bilingual

        public init(id: String, title: Bilingual) {
            self.id = id
            self.title = title
        }

        public init(_ text: String) {
            self.init(id: text, title: Bilingual(zh: text, en: text))
        }
    }
}
