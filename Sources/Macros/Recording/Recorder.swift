public import Engine
import Replies
import Simulation
import Yams

/// Watches one conversation being served and makes a macro of it: commands by their names, with
/// what came from this order and customer turned into variables.
///
/// ```swift
/// var recorder = Recorder(on: occasion)
/// recorder.take(.tag(customer: "wang", name: "迟发", expires: nil), in: shopBefore)
/// recorder.macro(named: "late", label: label)      // steps: [{tag: 迟发}]
/// ```
public struct Recorder: Sendable {
    public let conversation: ConversationID
    private let order: OrderID?
    private let agentName: String?
    private let tongue: Engine.Tongue
    private var kept: [Kept] = []
    private var goesOn = false

    /// One command as steps, and what would take it back.
    private struct Kept: Sendable {
        let steps: [Step]
        let parameters: [Parameter]
        let reverse: Reverse?
    }

    /// Begins with this conversation and this order in view.
    public init(on occasion: Occasion) {
        conversation = occasion.conversation
        order = InView(occasion, in: occasion.shop)?.order?.id
        agentName = occasion.agentName
        tongue = occasion.tongue
    }

    /// How many commands there are so far.
    public var count: Int { kept.count }

    /// How many steps a macro of it has: a reply is written and then sent.
    public var stepCount: Int { kept.reduce(0) { $0 + $1.steps.count } + (goesOn ? 1 : 0) }

    /// Takes in a command that went through.
    ///
    /// What is undone at once was not meant: it takes the command before it out again. Taking a
    /// conversation is left out, because answering it does that; so is what concerns another
    /// conversation.
    ///
    /// - Parameters:
    ///   - shop: as it was before the command.
    ///   - records: what it led to.
    /// - Returns: whether it is part of the recording.
    @discardableResult
    public mutating func take(
        _ command: Command, in shop: Shop, records: [Recorded] = []
    ) -> Bool {
        if let last = kept.last, last.reverse?.command == command {
            kept.removeLast()
            return true
        }
        // A message can be recalled whatever was done since.
        if case .recall = command {
            guard let place = kept.lastIndex(where: { $0.reverse?.command == command }) else {
                return false
            }
            kept.remove(at: place)
            return true
        }
        guard let view = view(in: shop), command.mayBeSent(by: .agent(shop.agent)) else {
            return false
        }
        switch command {
        case .take, .searchKnowledge, .recall: return false
        case .reply(let id, let text):
            guard id == conversation else { return false }
            let general = Generaliser(view).text(text)
            keep([.insert(Bilingual(zh: general, en: general)), .send], [], command, shop, records)
            return true
        case _:
            var generaliser = Generaliser(view)
            guard let act = generaliser.act(command) else { return false }
            keep([.act(act)], generaliser.parameters, command, shop, records)
            return true
        }
    }

    /// The agent went on to the next customer; nothing after it belongs to this one.
    public mutating func takeNext() { goesOn = true }

    private mutating func keep(
        _ steps: [Step], _ parameters: [Parameter], _ command: Command, _ shop: Shop,
        _ records: [Recorded]
    ) {
        kept.append(
            Kept(
                steps: steps, parameters: parameters,
                reverse: Reverse(of: command, in: shop)?.filled(by: records)))
    }

    /// What has been recorded, as a macro; nil for nothing.
    public func macro(named name: String, label: Bilingual) -> Macro? {
        guard !kept.isEmpty else { return nil }
        var parameters: [Parameter] = []
        for parameter in kept.flatMap(\.parameters)
        where !parameters.contains(where: { $0.name == parameter.name }) {
            parameters.append(parameter)
        }
        return Macro(
            name: name, label: label, scope: .personal, parameters: parameters,
            steps: kept.flatMap(\.steps) + (goesOn ? [.next] : []))
    }

    private func view(in shop: Shop) -> InView? {
        var occasion = Occasion(
            shop: shop, conversation: conversation, order: order, agentName: agentName,
            tongue: tongue)
        occasion.order = order
        return InView(occasion, in: shop)
    }
}
