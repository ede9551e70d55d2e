import Engine
import Language

/// One customer in one matter: what they have heard, how they feel, what they are about to say.
///
/// Everything a buyer does is on its agenda with its time; nothing else wakes it. Its dice are
/// its own, so what one customer throws changes no other's luck.
struct Buyer: Sendable {
    let script: BuyerScript
    var dice: Dice
    let pace: Pace
    let channel: ChannelRule
    var conversation: ConversationID?
    /// Stands beside a person, who may be quicker than anybody simulated.
    var readsAtOnce = false

    // The chart
    var state: String
    /// Counted up whenever a state is entered.
    var entry = 0
    var enteredAt: Instant
    var firedOnce: Set<String> = []
    var firedHere: Set<String> = []
    /// `when` rules of `also` whose condition held when last looked at.
    var heldAlso: Set<String> = []
    /// Needs that have come to light.
    var revealed: Set<String> = []

    // The talk
    var inbox: [Heard] = []
    var agenda: [Item] = []
    private var serial = 0
    /// Fingers are busy until then.
    var freeAt: Instant
    var lastLine: [String: String] = [:]
    var agentTexts: Set<String> = []
    var asked: Set<Language.Act> = []
    /// How long the first human answer took, until it has been judged.
    var firstWait: Span?
    var hasHeardAgent = false
    var lastAgentAt: Instant?
    var lastSpokeAt: Instant?
    /// The first line that waits for an answer.
    var waitingSince: Instant?
    /// Since when they had waited for what the agent said last; nil where they did not.
    var answeredWait: Instant?
    /// The first question that nothing said since has answered: courtesies do not.
    var openSince: Instant?
    /// Promised something by then, and willing to wait for it.
    var promised: [Wait] = []
    /// Asked for a moment, and willing to give it until the agent speaks again.
    var moment: Wait?
    /// Willing to wait until then.
    var calmUntil: Instant? { (promised + [moment].compactMap { $0 }).map(\.until).max() }
    var hasAskedForPerson = false
    var nudges = 0
    var misses = 0

    // The mood
    var mood: Int
    var emptyApologies = 0
    var hasBeenUnderstood = false
    var datedPromises = 0
    var lastPromiseAt: Instant?
    /// What messages and promises have done for the mood, until they are recalled.
    var gains: [Gain] = []
    var hasHeardHandOver = false
    var isInvited = false

    /// The last human message was rude; it takes a civil one to mend that.
    var isOffended = false

    // The end
    var isResolved = false
    /// Has bought, or has what they came for: from now on only a question waits for an answer.
    var isSettled = false
    var isDone = false
    /// When they last did something in the shop.
    var actedAt: Instant?
    var hasRated = false
    var isGone = false
    /// The broken promise that brings the customer back.
    var returnsFor: PromiseID?
    /// A return to the shop is planned, or the opening of the conversation is under way.
    var isComing = true

    init(
        script: BuyerScript, dice: Dice, channel: ChannelRule? = nil, at instant: Instant
    ) {
        self.script = script
        self.channel = channel ?? ChannelRule(usual: script.channel)
        self.dice = dice
        pace = Pace(of: script.persona.kind, on: script.channel)
        state = script.chart.start
        enteredAt = instant
        freeAt = instant
        mood = script.persona.mood
    }

    var nextAct: Instant? { agenda.first?.at }

    /// How long they wait for an answer on this channel without minding.
    var patience: Span { onChannel(script.persona.patience) }

    /// What takes so long in a chat, on this channel.
    func onChannel(_ span: Span) -> Span {
        Span(milliseconds: span.milliseconds * Int64(channel.patience) / 100)
    }

    /// Something that reached the customer and has not been looked at.
    enum Heard: Sendable {
        /// With what it was read in: the conversation as it stood then.
        case message(MessageID, text: String, in: Context)
        /// The robot has answered from the knowledge base.
        case robot(MessageID, text: String, in: Context)
        case deed(Event)
        case promise(PromiseID, isKept: Bool, isEarly: Bool)
        case promised(Promise)
        /// Something in the shop changed; conditions may have become true.
        case world
        case closed
        case transferred
    }

    struct Item: Sendable {
        let at: Instant
        let serial: Int
        let kind: Kind
    }

    enum Kind: Sendable {
        case open
        /// The opening has been said; the chart's first state is entered.
        case begin
        case line(String, asks: Bool)
        /// A word to somebody who keeps silent; not sent when they speak before it is typed.
        case nudge(String)
        case deed(BuyerAct)
        case show(Shown)
        case joinIn(Remark)
        case read
        case patience(since: Instant)
        /// The agent has said something and then nothing.
        case idle(since: Instant)
        case silence(rule: String, entry: Int)
        /// What a rude answer held is taken in, once the offence has been said.
        case sinkIn(MessageID, String, Context)
        /// A message they had read has gone.
        case missWords(MessageID, [PromiseID])
        case rate
        case leave
    }

    // MARK: The agenda

    mutating func plan(_ kind: Kind, at instant: Instant) {
        serial += 1
        let item = Item(at: instant, serial: serial, kind: kind)
        let place = agenda.firstIndex { $0.at > instant } ?? agenda.endIndex
        agenda.insert(item, at: place)
    }

    mutating func cancel(_ isUnwanted: (Kind) -> Bool) { agenda.removeAll { isUnwanted($0.kind) } }

    /// Does everything whose time has come.
    mutating func act(at instant: Instant, in shop: Shop, on stage: Stage) -> [Command] {
        var out: [Command] = []
        if let id = conversation, let talk = shop.conversations[id] { mood = talk.mood }
        while let first = agenda.first, first.at <= instant {
            agenda.removeFirst()
            perform(first.kind, at: instant, in: shop, on: stage, &out)
        }
        return out
    }

    private mutating func perform(
        _ kind: Kind, at instant: Instant, in shop: Shop, on stage: Stage, _ out: inout [Command]
    ) {
        switch kind {
        case .open:
            out.append(
                .openConversation(
                    customer: script.customer, channel: script.channel, stage: script.stage,
                    order: script.order, mood: mood))
        case .begin:
            // An answer to the first of several opening lines may have moved them on already.
            guard entry == 0 else { return }
            enter(script.chart.start, at: instant, in: shop, on: stage, &out)
            lookAround(at: instant, in: shop, on: stage, &out)
        case .line(let text, let asks):
            speak(text, asks: asks, at: instant, in: shop, on: stage, &out)
        case .nudge(let text):
            speak(text, asks: true, at: instant, in: shop, on: stage, &out)
        case .deed(let act):
            if let command = command(for: act, in: shop, on: stage) {
                actedAt = instant
                out.append(command)
            }
        case .show(let shown):
            guard let id = conversation, shop.conversations[id]?.isOpen == true, !isGone else {
                return
            }
            out.append(.show(conversation: id, attachment: shown[stage.tongue]))
            lastSpokeAt = instant
        case .joinIn(let remark):
            guard let id = conversation, shop.conversations[id]?.isOpen == true,
                let text = dice.pick(remark.say[stage.tongue])
            else { return }
            out.append(
                .joinIn(conversation: id, name: remark.name[stage.tongue], text: text))
        case .read: read(at: instant, in: shop, on: stage, &out)
        case .patience(let since): lookAtClock(since, at: instant, in: shop, on: stage, &out)
        case .idle(let since): wonder(since, at: instant, in: shop, on: stage, &out)
        case .silence(let rule, let entry):
            noticeSilence(rule, entry, at: instant, in: shop, on: stage, &out)
        case .sinkIn(let id, let text, let context):
            sinkIn(id, text, context, at: instant, in: shop, on: stage, &out)
        case .missWords(let id, let promises): missWords(id, promises, &out)
        case .rate: rate(on: stage, &out)
        case .leave:
            guard let id = conversation, !isGone else { return }
            isGone = true
            isDone = true
            if shop.conversations[id]?.isOpen == true { out.append(.leave(conversation: id)) }
        }
    }

    private mutating func speak(
        _ text: String, asks: Bool, at instant: Instant, in shop: Shop, on stage: Stage,
        _ out: inout [Command]
    ) {
        guard let id = conversation, shop.conversations[id]?.isOpen == true, !isGone else {
            return
        }
        let filled = Blanks(shop: shop, conversation: id).fill(text)
        guard filled.contains(where: { !$0.isWhitespace }) else { return }
        out.append(.say(conversation: id, text: filled))
        lastSpokeAt = instant
        let isQuestion = isQuestion(filled, at: instant, on: stage)
        if asks, openSince == nil, !isResolved, isQuestion { openSince = instant }
        if isSettled, !isQuestion, waitingSince == nil {
            // Nothing is asked: they look in again later, and go when nothing more comes.
            if let lastAgentAt { planIdle(since: lastAgentAt, from: instant) }
        } else if asks, waitingSince == nil {
            waitingSince = instant
            plan(.patience(since: instant), at: instant + patience)
        }
    }

    /// What a customer comes with is a question in any form.
    private func isQuestion(_ text: String, at instant: Instant, on stage: Stage) -> Bool {
        if entry == 0 { return true }
        let context = Context(now: instant, offset: stage.plan.offset, speaker: .buyer)
        return stage.reader.read(text, in: context).isQuestion
    }

    private func command(for act: BuyerAct, in shop: Shop, on stage: Stage) -> Command? {
        guard let id = conversation, let talk = shop.conversations[id] else { return nil }
        let order = talk.order ?? shop.orders(of: script.customer).last?.id
        switch act {
        case .placeOrder(let lines, let coupon):
            return .placeOrder(
                conversation: id, lines: lines, coupon: coupon,
                address: script.address[stage.tongue])
        case .pay: return order.map { .pay(order: $0, method: .mobile) }
        case .cancel: return order.map { .cancelOrder(order: $0) }
        case .confirm: return order.map { .confirmReceipt(order: $0, lines: nil) }
        case .requestRefund(let reason):
            return order.map { .requestRefund(order: $0, reason: reason) }
        case .withdraw:
            let open = order.flatMap { shop.afterSales(of: $0).last { $0.isOpen } }
            return open.map { .withdraw(afterSale: $0.id) }
        case .rate(let stars): return .rate(conversation: id, stars: stars)
        case .leave: return talk.isOpen ? .leave(conversation: id) : nil
        case .command(let form): return form.command(in: shop, stage.tongue)
        }
    }
}
