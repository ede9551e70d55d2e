import Engine
import Language

extension Situation {
    var written: YAMLText {
        // Parts that stand under keys of their own can stand beside each other.
        if case .all(let parts) = self {
            let fields = parts.map(\.field)
            if Set(fields.map(\.0)).count == fields.count, fields.count > 1 {
                return .flow(fields)
            }
        }
        return .flow([field])
    }

    fileprivate var field: (String, YAMLText) {
        switch self {
        case .all(let parts): ("all", .flowList(parts.map(\.written)))
        case .any(let parts): ("any", .flowList(parts.map(\.written)))
        case .not(let part): part.negated ?? ("not", part.written)
        case .shop(.all(let parts)): Situation.all(parts.map { .shop($0) }).field
        case .shop(.any(let parts)): Situation.any(parts.map { .shop($0) }).field
        case .shop(let condition): condition.field
        case .stage(let stages): ("stage", .some(stages.map { Spelling.hyphened($0.rawValue) }))
        case .channel(let channels): ("channel", .some(channels.map(\.rawValue)))
        case .mood(let moods): ("mood", .some(moods.map(\.rawValue)))
        case .hasOrder: ("has-order", .plain("true"))
        case .openCase(let kinds):
            ("open-case", kinds.isEmpty ? .plain("true") : .some(kinds.map(\.rawValue)))
        case .amount(let amount, let comparison, let bound):
            ("amount", .flow([(amount.name, .one("\(comparison.rawValue) \(bound)"))]))
        case .parameter(let name, let values): ("parameter", .flow([(name, .some(values))]))
        case .drafted: ("drafted", .plain("true"))
        }
    }

    /// What has a yes of its own has a no as well.
    private var negated: (String, YAMLText)? {
        switch self {
        case .hasOrder, .drafted, .openCase([]): (field.0, .plain("false"))
        case .shop(let condition): condition.negated
        case .all, .any, .not, .stage, .channel, .mood, .openCase, .amount, .parameter: nil
        }
    }
}

extension Condition {
    fileprivate var field: (String, YAMLText) {
        switch self {
        case .status(let states): ("status", .some(states.map(\.rawValue)))
        case .caseState(let states): ("case", .some(states.map(\.rawValue)))
        case .memo(let flag, nil): ("memo", .one(flag.map { "\($0)" } ?? "red"))
        case .memo(let flag, let text):
            (
                "memo",
                .flow(
                    (flag.map { [("flag", .one("\($0)"))] } ?? [])
                        + [("text", .one(text ?? ""))])
            )
        case .ticket(let department, let answered):
            answered
                ? (
                    "ticket",
                    .flow([
                        ("department", .one(department.rawValue)), ("answered", .plain("true")),
                    ])
                ) : ("ticket", .one(department.rawValue))
        case .afterSale(let kind, let reason, let done):
            (
                "after-sale",
                .flow(
                    [("kind", .one(kind.rawValue))]
                        + (reason.map { [("reason", .one($0.rawValue))] } ?? [])
                        + (done ? [("done", .plain("true"))] : []))
            )
        case .compensated(let amount): ("compensated", .one(amount.plain))
        case .reviewed(let least): ("reviewed", .plain("\(least)"))
        case .tagged(let name): ("tagged", .one(name ?? "any"))
        case .inStock(let variant): ("in-stock", .one(variant.rawValue))
        case .cardSent(let kind): ("card-sent", .one(kind))
        case .not(.noPromiseOpen): ("promise-open", .plain("true"))
        case .not(.noPromiseBroken): ("promise-broken", .plain("true"))
        case .has(let variant): ("has", .one(variant.rawValue))
        case .paidFor(let variant): ("paid-for", .one(variant.rawValue))
        case .couponUsed(let coupon): ("coupon-used", .one(coupon.rawValue))
        case .address(let text): ("address", .one(text))
        case .verdict(let outcome): ("verdict", .one(outcome?.rawValue ?? "any"))
        case .not(let part): Situation.not(.shop(part)).field
        case .paid, .recorded, .promiseMade, .promisesKept, .extended, .urged, .nudged, .late,
            .noticed, .answered, .closed, .balanceOpen, .reviewExplained, .evidenceGiven:
            (plainName ?? "", .plain("true"))
        case .noPromiseOpen: ("promise-open", .plain("false"))
        case .noPromiseBroken: ("promise-broken", .plain("false"))
        case .all, .any: preconditionFailure("\(self) is written as a situation")
        case .revealed:
            preconditionFailure("what a customer hides is nothing that a macro may ask: \(self)")
        }
    }

    /// Those that are written `name: true`.
    private var plainName: String? {
        switch self {
        case .paid: "paid"
        case .recorded: "recorded"
        case .promiseMade: "promise-made"
        case .extended: "extended"
        case .urged: "urged"
        case .nudged: "nudged"
        case .late: "late"
        case .noticed: "noticed"
        case .answered: "answered"
        case .closed: "closed"
        case .balanceOpen: "balance-open"
        case .promisesKept: "promises-kept"
        case .reviewExplained: "review-explained"
        case .evidenceGiven: "evidence"
        case .all, .any, .not, .status, .has, .paidFor, .address, .couponUsed, .memo, .ticket,
            .noPromiseBroken, .noPromiseOpen, .afterSale, .compensated, .caseState,
            .verdict, .reviewed, .tagged, .revealed, .inStock,
            .cardSent:
            nil
        }
    }

    fileprivate var negated: (String, YAMLText)? {
        switch self {
        case .not(.noPromiseOpen): ("promise-open", .plain("false"))
        case .not(.noPromiseBroken): ("promise-broken", .plain("false"))
        case .reviewed(atLeast: 1): ("reviewed", .plain("false"))
        case _: plainName.map { ($0, .plain("false")) }
        }
    }
}
