public import Engine
public import Terminal

/// How the desk looks: a style for each role.
///
/// ```swift
/// canvas.put("298.00", at: place, style: theme[.money])
/// canvas.put("李倩", at: row, style: theme[.waitingRed, on: .selected])
/// ```
public struct Theme: Hashable, Sendable {
    /// The name of its file: `night`.
    public let name: String
    /// Its name for people.
    public let title: Bilingual
    private let paints: [Role: Paint]

    /// What a theme file says about a role; what it leaves open comes from what it is drawn on.
    struct Paint: Hashable, Sendable {
        var foreground: Colour?
        var background: Colour?
        var attributes: Style.Attributes = []
    }

    init(name: String, title: Bilingual, paints: [Role: Paint]) {
        self.name = name
        self.title = title
        self.paints = paints
    }

    /// The style of a role on the desk's own ground.
    public subscript(role: Role) -> Style { self[role, on: .text] }

    /// The style of a role on another ground, such as a selected row or an overlay. A role with
    /// a ground of its own keeps it.
    public subscript(role: Role, on surface: Role) -> Style {
        let text = paints[.text] ?? Paint()
        let ground = paints[surface] ?? Paint()
        let own = paints[role] ?? Paint()
        let groundColour = ground.background ?? text.background ?? .standard
        return Style(
            foreground: own.foreground ?? ground.foreground ?? text.foreground ?? .standard,
            background: own.background ?? groundColour,
            attributes: own.attributes.union(ground.attributes))
    }

    /// Without colours and without a file: weight, underline and reverse alone. What the desk
    /// wears where no theme can be read.
    public static let bare = Theme(
        name: "bare", title: Bilingual(zh: "素", en: "Bare"),
        paints: [
            .selected: Paint(attributes: .reverse), .header: Paint(attributes: .reverse),
            .banner: Paint(attributes: [.reverse, .bold]), .strong: Paint(attributes: .bold),
            .accent: Paint(attributes: .bold), .title: Paint(attributes: .bold),
            .titleFocused: Paint(attributes: [.bold, .underline]),
            .match: Paint(attributes: .underline), .key: Paint(attributes: .bold),
            .waitingAmber: Paint(attributes: .bold),
            .waitingRed: Paint(attributes: [.bold, .underline]),
            .danger: Paint(attributes: [.bold, .underline]),
            .warning: Paint(attributes: .bold), .unread: Paint(attributes: .bold),
            .agent: Paint(attributes: .bold), .note: Paint(attributes: .underline),
            .focus: Paint(attributes: .bold), .ruleFocused: Paint(attributes: .bold),
        ])
}
