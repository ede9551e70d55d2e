public import Engine
public import Language

/// One line of a customer's behaviour: when this happens, and this is so, then that.
///
/// ```yaml
/// - hears: {act: probe, about: fit}
///   say: {zh: [喜欢宽松一点], en: [A bit loose]}
///   reveal: loose
///   go: waiting
/// ```
public struct Rule: Hashable, Sendable {
    /// `P02.asking.1`: scenario, state (or `also`) and place in the list; mood changes name it.
    public var id: String
    public var trigger: Trigger
    /// What must be so in the shop besides.
    public var condition: Condition?
    /// Takes effect at most once in a conversation.
    public var isOnce: Bool
    public var effects: Effects

    public init(
        id: String, trigger: Trigger, condition: Condition? = nil, isOnce: Bool = false,
        effects: Effects
    ) {
        self.id = id
        self.trigger = trigger
        self.condition = condition
        self.isOnce = isOnce
        self.effects = effects
    }

    /// Only says something into the agent's silence.
    var isNudge: Bool {
        guard case .silence = trigger else { return false }
        return effects.go == nil && effects.acts.isEmpty && effects.shows.isEmpty
            && !effects.isDone
    }
}

/// What sets a rule off.
public enum Trigger: Hashable, Sendable {
    /// A message of the agent fits the pattern.
    case hears(Pattern)
    /// The agent has done something.
    case sees(DeedPattern)
    /// Something has become true in the shop, or is true on entering the state.
    case when(Condition)
    /// The agent has been silent this long in this state.
    case silence(Span)
    case promise(isKept: Bool)
    /// The state has just been entered.
    case enter
}

/// What follows when a rule is set off.
public struct Effects: Hashable, Sendable {
    public var say: Wordings?
    public var mood: Int
    /// The words by which the debrief names the change of mood.
    public var because: Engine.Bilingual?
    /// Hidden needs that come to light.
    public var reveals: [String]
    /// Hidden needs that are met.
    public var meets: [String]
    /// What the customer came for is settled.
    public var isResolved: Bool
    public var acts: [BuyerAct]
    /// Pictures, films and papers that are sent along with what is said.
    public var shows: [Shown]
    /// What others say who read along.
    public var remarks: [Remark]
    /// The next state.
    public var go: String?
    /// The customer is content: thanks, rates, leaves.
    public var isDone: Bool
    /// Heard and understood, with nothing to say to it.
    public var isUnderstood: Bool

    public init(
        say: Wordings? = nil, mood: Int = 0, because: Engine.Bilingual? = nil,
        reveals: [String] = [], meets: [String] = [], isResolved: Bool = false,
        acts: [BuyerAct] = [], shows: [Shown] = [], remarks: [Remark] = [], go: String? = nil,
        isDone: Bool = false,
        isUnderstood: Bool = false
    ) {
        self.say = say
        self.mood = mood
        self.because = because
        self.reveals = reveals
        self.meets = meets
        self.isResolved = isResolved
        self.acts = acts
        self.shows = shows
        self.remarks = remarks
        self.go = go
        self.isDone = isDone
        self.isUnderstood = isUnderstood
    }

    /// The customer pays or confirms: what they came for is done.
    var settles: Bool {
        acts.contains { act in
            switch act {
            case .pay, .confirm: true
            case .command(let form): form.settles
            case .placeOrder, .cancel, .requestRefund, .withdraw, .rate, .leave: false
            }
        }
    }

    /// Speaks, moves or acts: of these rules only the first that fits takes effect.
    public var isLoud: Bool {
        say != nil || go != nil || isDone || !acts.isEmpty || !shows.isEmpty || isUnderstood
    }
}

/// A picture, a film or a paper as a pack describes it, in both languages.
public struct Shown: Hashable, Sendable {
    public var kind: Attachment.Kind
    public var name: Engine.Bilingual
    public var shows: Engine.Bilingual

    public init(kind: Attachment.Kind, name: Engine.Bilingual, shows: Engine.Bilingual) {
        self.kind = kind
        self.name = name
        self.shows = shows
    }

    public subscript(tongue: Engine.Tongue) -> Attachment {
        Attachment(kind: kind, name: name[tongue], shows: shows[tongue])
    }
}

/// What somebody who reads along says: `{name: {zh: 阿杰, en: Jay}, say: {zh: [我也是！], en: [Me too!]}}`.
public struct Remark: Hashable, Sendable {
    public var name: Engine.Bilingual
    public var say: Wordings

    public init(name: Engine.Bilingual, say: Wordings) {
        self.name = name
        self.say = say
    }
}

/// What a customer does besides speaking.
public enum BuyerAct: Hashable, Sendable {
    case placeOrder(lines: [Command.LineRequest], coupon: CouponID?)
    case pay, cancel, confirm
    case requestRefund(AfterSale.Reason)
    /// Takes back the open after-sale request.
    case withdraw
    case rate(Int)
    case leave
    /// Anything else a buyer may send.
    case command(CommandForm)
}
