public import Engine
import Grading
public import Scenarios
public import Simulation

/// What the person in front of the desk is told of the customer they play, and nobody else: the
/// need, the mood, what would satisfy. Made of the scenario, in the language of the shift.
public struct RoleCard: Hashable, Sendable {
    public var scenario: String
    public var title: Bilingual
    public var customer: CustomerID
    public var persona: Bilingual
    /// 0…100 on arriving.
    public var mood: Int
    public var patience: Span
    public var channel: Conversation.Channel
    public var stage: Conversation.Stage
    public var order: OrderID?
    /// How the customer is, as the pack tells the teacher.
    public var note: Bilingual?
    /// How one might begin.
    public var opens: [String]
    public var needs: [Need]
    /// What makes the customer feel better or worse, by how much, in the order of the chart.
    public var moves: [Move]
    /// What must be so at the end for the customer to be content.
    public var satisfied: [Bilingual]
    public var address: Address
    /// What the case has the customer do: buy these, ask for a refund for this reason.
    public var purchases: [Purchase]
    public var reasons: [AfterSale.Reason]

    /// Something that is not said unless it is asked for.
    public struct Need: Hashable, Sendable {
        public var id: String
        public var title: Bilingual
        /// How it might be said.
        public var says: [String]
    }

    /// Something of the agent's that moves the mood.
    public struct Move: Hashable, Sendable {
        public var shift: Int
        public var because: Bilingual
    }

    /// Something to buy.
    public struct Purchase: Hashable, Sendable {
        public var lines: [Command.LineRequest]
        public var coupon: CouponID?
    }

    public init(_ scenario: Scenario, in tongue: Tongue) {
        let script = scenario.script
        self.scenario = scenario.id
        title = scenario.title
        customer = script.customer
        persona = script.persona.kind.name
        mood = script.persona.mood
        patience = script.persona.patience
        channel = script.channel
        stage = script.stage
        order = script.order
        note = scenario.note
        opens = script.opens[tongue]
        let rules = script.chart.rules
        needs = scenario.needs.map { need in
            // Words that only tell are better than those of somebody who buys at the same time.
            let telling = rules.filter { $0.effects.reveals.contains(need.id) }
            let rule = telling.first { $0.effects.acts.isEmpty } ?? telling.first
            return Need(
                id: need.id, title: need.title, says: rule?.effects.say?[tongue] ?? [])
        }
        moves = rules.reduce(into: []) { moves, rule in
            guard rule.effects.mood != 0, let because = rule.effects.because else { return }
            let move = Move(shift: rule.effects.mood, because: because)
            if !moves.contains(where: { $0.because == because }) { moves.append(move) }
        }
        satisfied = scenario.rubric.success.map(\.title)
        address = script.address[tongue]
        let acts = rules.flatMap(\.effects.acts)
        purchases = acts.reduce(into: []) { found, act in
            guard case .placeOrder(let lines, let coupon) = act else { return }
            let purchase = Purchase(lines: lines, coupon: coupon)
            if !found.contains(purchase) { found.append(purchase) }
        }
        reasons = acts.reduce(into: []) { found, act in
            guard case .requestRefund(let reason) = act, !found.contains(reason) else { return }
            found.append(reason)
        }
    }

    /// The customer comes in.
    public var opening: Command {
        .openConversation(
            customer: customer, channel: channel, stage: stage, order: order, mood: mood)
    }
}

extension Persona.Kind {
    /// What sort of person, in a word or two.
    public var name: Bilingual {
        switch self {
        case .novice: Bilingual(zh: "新手", en: "a novice")
        case .hesitant: Bilingual(zh: "犹豫的人", en: "hesitant")
        case .bargainer: Bilingual(zh: "爱砍价的人", en: "a bargainer")
        case .expert: Bilingual(zh: "懂行的人", en: "an expert")
        case .anxious: Bilingual(zh: "着急的人", en: "anxious")
        case .angry: Bilingual(zh: "正在气头上的人", en: "angry")
        case .vip: Bilingual(zh: "大客户", en: "a VIP")
        case .gift: Bilingual(zh: "买来送人的人", en: "buying a gift")
        case .corporate: Bilingual(zh: "替公司买的人", en: "buying for a company")
        case .elder: Bilingual(zh: "上年纪的人", en: "elderly")
        case .terse: Bilingual(zh: "话少的人", en: "of few words")
        case .claimant: Bilingual(zh: "来索赔的人", en: "a claimant")
        case .troll: Bilingual(zh: "来捣乱的人", en: "a troublemaker")
        }
    }
}
