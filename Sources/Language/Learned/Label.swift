/// What the learned layer can say of a message: that it does something, or that something in it
/// must not be said.
public enum Label: Hashable, Sendable {
    case act(Act)
    case fault(Fault.Kind)

    /// As an examples file writes it: `promise`, `fault:taboo`.
    public var name: String {
        switch self {
        case .act(let act): act.rawValue
        case .fault(let kind): "fault:" + kind.rawValue
        }
    }

    var isFault: Bool {
        switch self {
        case .act: false
        case .fault: true
        }
    }

    public init?(name: some StringProtocol) {
        if name.hasPrefix("fault:") {
            guard let kind = Fault.Kind(rawValue: String(name.dropFirst(6))) else { return nil }
            self = .fault(kind)
        } else {
            guard let act = Act(rawValue: String(name)) else { return nil }
            self = .act(act)
        }
    }

    /// What a platform forbids beyond the law is its own list and not learned.
    public static let all: [Label] =
        Act.allCases.map(Label.act)
        + Fault.Kind.allCases.filter { $0 != .platformRule }.map(Label.fault)
}
