import Engine
import Yams

extension RuleField {
    /// One value a channel that differs from a chat: `channels.email: {answer-within: 4h, …}`.
    static let channels: [RuleField] = Conversation.Channel.allCases
        .filter { $0.manner != .chat }
        .map { channel in
            let name = Spelling.hyphened(channel.rawValue)
            return RuleField(
                name: "channels.\(name)",
                title: Engine.Bilingual(
                    zh: "\(channel.name.zh)：多久答复、等多久",
                    en: "\(channel.name.en): answered within, patience"),
                isTable: false,
                read: { reader, fields, key, draft in
                    guard let node = fields[key] else { return }
                    guard let change = reader.channelChange(node, fields.path(key)) else { return }
                    draft.change { values, _ in change.apply(to: &values.rules.channels, channel) }
                },
                show: { values in
                    let rule = values.rules.channels[channel]
                    return "\(ShopClock.written(rule.answerWithin)), \(rule.patience)%"
                })
        }
}

extension FieldReader {
    /// `{answer-within: 4h, patience: 4000, looks-in-after: 5m}`; what is not written stays.
    mutating func channelChange(_ node: Node, _ path: String) -> ChannelChange? {
        guard
            let form = fields(
                node, path, optional: ["answer-within", "patience", "looks-in-after"])
        else { return nil }
        return ChannelChange(
            answerWithin: span(form, "answer-within", .seconds(1)...(.days(7))),
            patience: whole(form, "patience", 10...100_000),
            looksInAfter: span(form, "looks-in-after", .zero...(.hours(24))))
    }
}

/// What a profile or a pack writes of one channel; what it does not write stays as it was.
struct ChannelChange: Hashable {
    var answerWithin: Span?
    var patience: Int?
    var looksInAfter: Span?

    func apply(to rules: inout ChannelRules, _ channel: Conversation.Channel) {
        let old = rules[channel]
        rules.set(
            ChannelRule(
                channel: channel, answerWithin: answerWithin ?? old.answerWithin,
                patience: patience ?? old.patience, looksInAfter: looksInAfter ?? old.looksInAfter))
    }
}
