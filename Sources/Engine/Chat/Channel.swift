/// Ways of talking that differ in more than the platform: what a chat allows, a letter does not.
extension Conversation.Channel {
    /// How one talks here.
    public enum Manner: String, Hashable, Sendable, Codable, CaseIterable {
        /// Short lines, seen at once; what was sent can be taken back for a while.
        case chat
        /// A whole letter each time: nothing can be taken back.
        case letter
        /// Written where others read along and join in.
        case open
        /// Said aloud: nothing can be taken back or shown as a card, silence is heard.
        case spoken
    }

    public var manner: Manner {
        switch self {
        case .taobao, .jd, .pdd, .wechatShop, .web: .chat
        case .email, .form: .letter
        case .group, .post: .open
        case .phone, .video: .spoken
        }
    }

    /// What is written here is read by others, too.
    public var isPublic: Bool { manner == .open }
}

/// In which time the shop answers on each channel, and how long people there wait (网络客服的渠道).
///
/// A chat is answered within minutes, a letter within hours; whoever is on the phone hears every
/// second. The numbers come from the profile or the pack.
public struct ChannelRules: Hashable, Sendable, Codable {
    /// Channels with numbers of their own, in the order of `Conversation.Channel`.
    public var own: [ChannelRule] = []

    public init() {}

    public subscript(channel: Conversation.Channel) -> ChannelRule {
        own.first { $0.channel == channel } ?? ChannelRule(usual: channel)
    }

    public mutating func set(_ rule: ChannelRule) {
        own.removeAll { $0.channel == rule.channel }
        own.append(rule)
        let places = Conversation.Channel.allCases
        own.sort { places.firstIndex(of: $0.channel)! < places.firstIndex(of: $1.channel)! }
    }
}

/// One channel's numbers.
public struct ChannelRule: Hashable, Sendable, Codable {
    public var channel: Conversation.Channel
    /// The shop's own limit for an answer, counted from the first line nobody has answered.
    public var answerWithin: Span
    /// How long people wait here, in percent of their patience in a chat.
    public var patience: Int
    /// How long it takes until they look in again and read an answer.
    public var looksInAfter: Span

    public init(
        channel: Conversation.Channel, answerWithin: Span, patience: Int, looksInAfter: Span
    ) {
        self.channel = channel
        self.answerWithin = answerWithin
        self.patience = patience
        self.looksInAfter = looksInAfter
    }

    /// What holds where neither profile nor pack says anything.
    public init(usual channel: Conversation.Channel) {
        let (answer, patience, looksIn): (Span, Int, Span) =
            switch channel {
            case .taobao, .jd, .pdd, .wechatShop, .web: (.minutes(3), 100, .zero)
            case .group: (.minutes(5), 150, .seconds(10))
            case .post: (.hours(1), 1000, .minutes(2))
            case .form: (.hours(4), 4000, .minutes(5))
            case .email: (.hours(4), 4000, .minutes(5))
            case .phone, .video: (.seconds(20), 40, .zero)
            }
        self.init(
            channel: channel, answerWithin: answer, patience: patience, looksInAfter: looksIn)
    }
}
