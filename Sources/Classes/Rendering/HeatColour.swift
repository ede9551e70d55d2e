/// What a share of the points looks like: the less there is, the darker, so that weak spots stand
/// out on a projector, on paper without colour, and for eyes that see no red.
public enum HeatColour: Int, CaseIterable, Sendable {
    case least, little, middling, much, most

    public init(percent: Int) {
        switch percent {
        case ..<40: self = .least
        case ..<60: self = .little
        case ..<75: self = .middling
        case ..<90: self = .much
        case _: self = .most
        }
    }

    /// Ground and ink, `#rrggbb`.
    var ground: String {
        switch self {
        case .least: "#7f2704"
        case .little: "#c44601"
        case .middling: "#fdb366"
        case .much: "#fee0bf"
        case .most: "#fff8f0"
        }
    }

    var ink: String {
        switch self {
        case .least, .little: "#ffffff"
        case .middling, .much, .most: "#1a1a1a"
        }
    }

    /// The same in a terminal, with or without colours.
    public var shade: String {
        switch self {
        case .least: "█"
        case .little: "▓"
        case .middling: "▒"
        case .much: "░"
        case .most: " "
        }
    }

    var range: String {
        switch self {
        case .least: "0–39"
        case .little: "40–59"
        case .middling: "60–74"
        case .much: "75–89"
        case .most: "90–100"
        }
    }

    var style: String { "h\(rawValue)" }

    static var styles: String {
        allCases.map { ".\($0.style){background:\($0.ground);color:\($0.ink)}" }.joined()
    }
}
