public import Engine

/// What a macro would do, tried on a copy of the shop: the dry run. It is also the plan of the run.
public struct Rehearsal: Hashable, Sendable {
    public let conversation: ConversationID
    /// The steps that were reached, in order.
    public internal(set) var trials: [Trial] = []
    /// The texts that would be sent.
    public internal(set) var sent: [String] = []
    /// What would stand in the composer afterwards.
    public internal(set) var draft: Draft
    /// What would be submitted, in order.
    public internal(set) var commands: [Command] = []
    /// What it all leads to, promises heard in the texts included.
    public internal(set) var events: [Event] = []
    /// What becomes different about the order and the customer.
    public internal(set) var changes: [ShopDifference.Change] = []
    /// Hung on and taken off.
    public internal(set) var tags: [TagChange] = []
    /// Entered by a step or heard in a text.
    public internal(set) var promises: [Promise] = []
    /// What the person is still to be asked; not empty: it may not run yet.
    public internal(set) var asks: [Ask] = []
    /// The step that would be refused; the rest was not tried.
    public internal(set) var stop: Stop?
    /// What is to be known about the texts; none of it stops the run.
    public internal(set) var remarks: [Remark] = []
    /// Goes on to the next customer at the end.
    public internal(set) var goesOn = false
    /// How far one key would take it back.
    public internal(set) var undoes: Undoing = .wholly

    init(conversation: ConversationID, draft: Draft) {
        self.conversation = conversation
        self.draft = draft
    }

    /// Nothing is asked and nothing refused: it may run.
    public var isReady: Bool { stop == nil && asks.isEmpty }

    /// One step and what came of it.
    public struct Trial: Hashable, Sendable {
        /// As `Macro.line(ofStep:)` and `Answers.confirmed` count.
        public let number: Int
        /// 0 for the macro's own list, 1 within a branch, and so on.
        public let depth: Int
        public let step: Step
        /// An act with its values filled in, in the language of the run: 补寄 勺子 少件/漏发.
        public let said: String?
        public let outcome: Outcome
    }

    public enum Outcome: Hashable, Sendable {
        case inserted(String)
        case filled(String, with: String)
        case answered(String)
        case acted(Command, [Event])
        case sent(String, [Event])
        case branched(Bool)
        case goesOn
        /// Cannot be tried before these have a value.
        case waits(for: [String])
        case refused(Reason)
    }

    public struct TagChange: Hashable, Sendable {
        public let name: String
        public let isHung: Bool
    }

    /// Which step does not go, and why.
    public struct Stop: Hashable, Sendable {
        /// Nil: the macro is not for this occasion at all.
        public let step: Int?
        public let reason: Reason
    }

    /// Why a step does not go.
    public enum Reason: Error, Hashable, Sendable {
        case refused(Refusal)
        /// `when` does not hold here.
        case notHere
        /// Variables or parameters without a value.
        case missing([String])
        /// What was given for a parameter is none of its kind.
        case unreadable(parameter: String, value: String)
        case nothingToSend
        /// The command has no such field, or the wrong value in it.
        case unfit(command: String)
        /// There is no order, case or parcel in view that the command could mean.
        case nothingInView(command: String, field: String)
    }

    /// Something the person is asked before the run.
    public struct Ask: Hashable, Sendable {
        public let kind: Kind
        public let label: Bilingual
        /// What Enter would take, as typed.
        public let standard: String?

        public enum Kind: Hashable, Sendable {
            /// By its name in `Answers.values`.
            case parameter(String, Parameter.Kind, options: [Parameter.Option])
            /// By its number in `Answers.confirmed`.
            case confirm(step: Int)
        }
    }

    /// Something to know about a text that would be sent or left in the composer.
    public struct Remark: Hashable, Sendable {
        public let words: String
        public let text: Bilingual
    }
}

/// How far one key takes a run back.
public enum Undoing: Hashable, Sendable {
    case wholly
    /// With what stays.
    case partly([Bilingual])
    case not([Bilingual])
}
