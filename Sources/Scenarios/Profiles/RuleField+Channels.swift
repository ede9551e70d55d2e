import Engine
import Yams

extension RuleField {
    /// One value a channel that differs from a chat: `channels.email: {answer-within: 4h, …}`.
    static let channels: [RuleField] = Conversation.Channel.allCases
        .filter { $0.manner != .chat }
        .map { channel in
            let name = FieldReader.hyphened(channel.rawValue)
            return RuleField(
                name: "channels.\(name)",
                title: Engine.Bilingual(
                    zh: "\(channel.name.zh)：多久答复、等多久",
                    en: "\(channel.name.en): answered within, patience"),
                isTable: false,
                read: { reader, fields, key, draft in
                    guard let node = fields[key] else { return }
                    let rule = reader.channelRule(
                        node, fields.path(key), over: ChannelRule(usual: channel))
                    guard let rule else { return }
                    draft.change { values, _ in values.rules.channels.set(rule) }
                },
                show: { values in
                    let rule = values.rules.channels[channel]
                    return "\(ShopClock.written(rule.answerWithin)), \(rule.patience)%"
                })
        }
}

extension FieldReader {
    /// `{answer-within: 4h, patience: 4000, looks-in-after: 5m}`; what is not written stays.
    mutating func channelRule(
        _ node: Node, _ path: String, over usual: ChannelRule
    ) -> ChannelRule? {
        guard
            let form = fields(
                node, path, optional: ["answer-within", "patience", "looks-in-after"])
        else { return nil }
        var rule = usual
        if let within = span(form, "answer-within", .seconds(1)...(.days(7))) {
            rule.answerWithin = within
        }
        if let patience = whole(form, "patience", 10...100_000) { rule.patience = patience }
        if let away = span(form, "looks-in-after", .zero...(.hours(24))) {
            rule.looksInAfter = away
        }
        return rule
    }
}
