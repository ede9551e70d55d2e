import Engine
import Language

extension Reading {
    /// Insults the customer, blames them or sends them away.
    var isRude: Bool {
        faults.contains { fault in
            switch fault.subject.kind {
            case .insult: true
            case .taboo: fault.subject.severity != .light
            case .superlative, .overPromise, .offPlatform, .privacyLeak, .paidReview,
                .medicalClaim, .falseReason, .disparage, .curt, .platformRule:
                false
            }
        }
    }
}

extension Pattern {
    /// Was written to hear something that should not be said.
    var asksForFault: Bool {
        switch self {
        case .test(let test): test.fault != nil
        case .all(let parts), .any(let parts): parts.contains(where: \.asksForFault)
        case .not: false
        }
    }
}
