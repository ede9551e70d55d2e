public import Engine

/// A list of steps that the agent starts with one key: texts, desk acts, questions, in an order.
///
/// ```yaml
/// - name: late-ship
///   label: {zh: 迟发安抚, en: Late shipment}
///   steps:
///     - insert: {zh: 您的订单最晚{{order.shipBy}}发出, en: "Your order leaves by {{order.shipBy}}"}
///     - send
///     - tag: 迟发
/// ```
public struct Macro: Sendable {
    /// What it is called by: `late-ship`. No two of a library have the same.
    public var name: String
    public var label: Bilingual
    /// What it belongs to in a list: 售中, Order.
    public var folder: Bilingual?
    /// Keys its author would have it on, as `keys.yaml` writes them: `F5`, `g l`.
    public var keys: [String]
    /// More words that find it.
    public var words: [String]
    public var scope: Scope
    /// Where in the purchase it belongs; empty for everywhere.
    public var stages: [Conversation.Stage]
    public var parameters: [Parameter]
    /// When it is offered; where this does not hold it does not run.
    public var when: Situation?
    public var steps: [Step]
    /// Where it was read; no part of what it is.
    public internal(set) var source: Source?

    public init(
        name: String, label: Bilingual, folder: Bilingual? = nil, keys: [String] = [],
        words: [String] = [], scope: Scope = .shop, stages: [Conversation.Stage] = [],
        parameters: [Parameter] = [], when: Situation? = nil, steps: [Step]
    ) {
        self.name = name
        self.label = label
        self.folder = folder
        self.keys = keys
        self.words = words
        self.scope = scope
        self.stages = stages
        self.parameters = parameters
        self.when = when
        self.steps = steps
    }

    /// Whose it is.
    public enum Scope: String, Hashable, Sendable, CaseIterable {
        case shop, personal
    }

    /// The file, and the line of each step by its number.
    public struct Source: Sendable {
        public var file: String
        public var line: Int
        public var lines: [Int]
    }

    public func parameter(_ name: String) -> Parameter? { parameters.first { $0.name == name } }

    /// The line a step was read from; steps are numbered from 0, each before its branches.
    public func line(ofStep number: Int) -> Int? {
        guard let lines = source?.lines, lines.indices.contains(number) else { return nil }
        return lines[number]
    }
}

extension Macro: Hashable {
    /// Two that say the same are the same, wherever they were read.
    public static func == (a: Self, b: Self) -> Bool {
        a.name == b.name && a.label == b.label && a.folder == b.folder && a.keys == b.keys
            && a.words == b.words && a.scope == b.scope && a.stages == b.stages
            && a.parameters == b.parameters && a.when == b.when && a.steps == b.steps
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(steps)
    }
}

/// What one macro leaves open for the occasion: an amount, a date, a coupon.
public struct Parameter: Hashable, Sendable {
    /// As it stands in texts and fields: `{{amount}}`.
    public var name: String
    public var kind: Kind
    public var label: Bilingual
    /// As a person would type it, variables included: `5.00`, `+2h`, `{{order.shipBy}}`.
    public var standard: Bilingual?
    /// The person is asked before the run, with the standard filled in.
    public var isAsked: Bool
    /// What may be chosen, for a choice.
    public var options: [Option]

    public init(
        _ name: String, _ kind: Kind, label: Bilingual, standard: Bilingual? = nil,
        isAsked: Bool? = nil, options: [Option] = []
    ) {
        self.name = name
        self.kind = kind
        self.label = label
        self.standard = standard
        self.isAsked = isAsked ?? (standard == nil)
        self.options = options
    }

    /// What a value may be, and how it is read.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case text, money, integer, choice
        /// A date, a time or both: `18:00`, `明天 18:00`, `2026-03-18 18:00`, `+30m`.
        case moment
        case order, variant, coupon, customer, ticket, account
        /// A line of the order in view, counted from 0.
        case line
        /// An after-sale case.
        case afterSale = "case"
        case parcel, tag, department, colleague
    }

    /// One of a choice's values with what is shown for it.
    public struct Option: Hashable, Sendable {
        public var value: Bilingual
        public var label: Bilingual
        /// Offered only where this holds.
        public var when: Situation?

        public init(value: Bilingual, label: Bilingual? = nil, when: Situation? = nil) {
            self.value = value
            self.label = label ?? value
            self.when = when
        }
    }
}
