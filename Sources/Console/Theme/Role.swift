/// What a piece of the desk means; a theme says how each looks. Drawing names roles, never colours.
public enum Role: String, Hashable, Sendable, CaseIterable {
    // Surfaces: what text lies on.
    case text
    case selected
    case header, footer
    case input
    case overlay

    // Text of every kind; a banner and a badge bring their own ground.
    case banner, badge
    case strong, dim, accent, link
    case title
    case titleFocused = "title.focused"
    case placeholder, disabled
    case match
    case key
    case money, time
    case ok, warning, danger
    case before, after

    // Who speaks.
    case buyer, agent, bot, system, note, card

    // How long somebody waits.
    case waitingCalm = "waiting.calm"
    case waitingAmber = "waiting.amber"
    case waitingRed = "waiting.red"
    case answered, unread, promise, tag

    // Memo flags.
    case flagGrey = "flag.grey"
    case flagRed = "flag.red"
    case flagYellow = "flag.yellow"
    case flagGreen = "flag.green"
    case flagBlue = "flag.blue"
    case flagPink = "flag.pink"

    // Marks without words.
    case rule
    case ruleFocused = "rule.focused"
    case focus

    /// Whether text of any role may be drawn upon it.
    public var isSurface: Bool {
        switch self {
        case .text, .selected, .header, .footer, .input, .overlay: true
        case .banner, .badge, .strong, .dim, .accent, .link, .title, .titleFocused, .placeholder,
            .disabled, .match, .key, .money, .time, .ok, .warning, .danger, .before, .after, .buyer,
            .agent,
            .bot, .system, .note, .card, .waitingCalm, .waitingAmber, .waitingRed, .answered,
            .unread, .promise, .tag, .flagGrey, .flagRed, .flagYellow, .flagGreen, .flagBlue,
            .flagPink, .rule, .ruleFocused, .focus:
            false
        }
    }

    /// Whether a person has to read it: a rule and the focus bar only divide and point.
    public var isText: Bool {
        switch self {
        case .rule, .ruleFocused, .focus: false
        case .text, .selected, .header, .footer, .input, .overlay, .banner, .strong, .dim, .accent,
            .link, .title, .titleFocused, .placeholder, .disabled, .match, .key, .money, .time,
            .badge, .ok, .warning, .danger, .before, .after, .buyer, .agent, .bot, .system, .note,
            .card, .waitingCalm, .waitingAmber, .waitingRed, .answered, .unread, .promise, .tag,
            .flagGrey, .flagRed, .flagYellow, .flagGreen, .flagBlue, .flagPink:
            true
        }
    }
}
