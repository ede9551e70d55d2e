public import Engine
public import Simulation

/// One thing a macro does.
public indirect enum Step: Hashable, Sendable {
    /// Adds words to the text it is composing: `insert: {zh: …, en: …}`.
    case insert(Bilingual)
    /// Gives a parameter a value: `fill: {amount: "{{order.due}}"}`.
    case fill(parameter: String, with: Bilingual)
    /// The person takes one of several texts or values.
    case choose(Choice)
    /// Asks for a parameter midway: `ask: amount`.
    case ask(parameter: String)
    /// Goes on only if the person says yes: `confirm: {zh: 退全款？, en: Refund it all?}`.
    case confirm(Bilingual)
    /// A command of the desk: `tag: 迟发`.
    case act(DeskAct)
    /// Sends what has been composed.
    case send
    /// On to the next customer, when all has been done.
    case next
    case branch(when: Situation, then: [Step], otherwise: [Step])

    /// Itself and everything in its branches.
    public var count: Int {
        if case .branch(_, let then, let otherwise) = self {
            return 1 + then.stepCount + otherwise.stepCount
        }
        return 1
    }
}

extension [Step] {
    /// With all branches.
    var stepCount: Int { reduce(0) { $0 + $1.count } }
}

/// One of several texts, or one of several values for a parameter.
public struct Choice: Hashable, Sendable {
    /// By this the answer is given; a parameter of the name gets the value.
    public var name: String
    public var question: Bilingual
    public var options: [Parameter.Option]
    /// Puts the value into the text; else it is for `{{name}}`.
    public var isInserted: Bool

    public init(
        _ name: String, question: Bilingual, options: [Parameter.Option], isInserted: Bool
    ) {
        self.name = name
        self.question = question
        self.options = options
        self.isInserted = isInserted
    }
}

/// A command of the desk as a macro writes it: its name and fields, with `{{…}}` for what the
/// occasion gives. Conversation, customer, order and case in view stand for themselves.
public struct DeskAct: Hashable, Sendable {
    /// The command's: `memo`.
    public var name: String
    /// With short forms written out.
    public var fields: FormTree

    public init(_ name: String, _ fields: FormTree = .fields([])) {
        self.name = name
        self.fields = fields
    }
}
