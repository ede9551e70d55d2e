import Engine
import Simulation
import Testing

@testable import Macros

@Suite struct `Acts that a macro may hold` {
    @Test func `are commands of the agent, and every one of those but the few left out`() {
        // What begins or ends something else than a conversation, or needs a number nobody knows.
        let leftOut: Set<String> = ["recall", "endShift"]
        let sample = Command.names.filter { name in
            guard let command = try? CommandForm(name, Samples.fields(of: name)).sample else {
                return false
            }
            return command.mayBeSent(by: .agent("me"))
        }
        #expect(Set(ActForm.names).isSubset(of: Set(Command.names)))
        #expect(Set(sample).subtracting(leftOut).subtracting(ActForm.names) == [])
    }

    @Test(arguments: ActForm.names) func `have the fields that the engine asks for`(name: String) {
        let act = DeskAct(name, Samples.fields(of: name))
        #expect(act.faults().map { "\($0.path) \($0.fact)" } == [])
    }

    @Test(arguments: ActForm.names) func `have a name in both languages`(name: String) {
        #expect(DeskAct.titles[name] != nil)
    }

    @Test(arguments: ActForm.names) func `take the short form for a field they have`(name: String)
        throws
    {
        let form = try #require(ActForm.named(name))
        if let short = form.short { #expect(form.field(short) != nil) }
    }
}

/// Fields that each act could have.
enum Samples {
    static func fields(of name: String) -> FormTree {
        guard let form = ActForm.named(name) else { return .fields([]) }
        return .fields(
            form.fields.compactMap { field in
                switch field.standard {
                case nil: .init(field.name, value(of: field, in: name))
                case .inView: .init(field.name, .text("x"))
                case .asItIs, .text: .init(field.name, value(of: field, in: name))
                case .some(.none): nil
                }
            })
    }

    private static func value(of field: ActForm.Field, in act: String) -> FormTree {
        switch (act, field.name) {
        case (_, "address"), ("agreeReturn", "to"): address
        case (_, "invoice"): .fields([.init("title", .text("x"))])
        case (_, "request"):
            .fields([.init("kind", .text("refund")), .init("reason", .text("quality"))])
        case (_, "offer"): .fields([.init("kind", .text("refund"))])
        case (_, "evidence"):
            .fields([.init("kind", .text("photo")), .init("text", .text("x"))])
        case (_, "line"), (_, "days"), (_, "found"): .text("1")
        case (_, "department"): .text("carrier")
        case ("closeUnpaid", "reason"): .text("buyerDeclined")
        case ("compensate", "reason"), ("reship", "reason"): .text("quality")
        case ("refuse", "reason"), ("rejectReturn", "reason"):
            .text(AfterSale.RefusalReason.allCases[0].rawValue)
        case (_, "abuse"): .text(Review.Abuse.allCases[0].rawValue)
        case ("sendCampaign", "kind"): .text(Campaign.Kind.allCases[0].rawValue)
        case (_, "flag"): .text("1")
        case (_, "card"): .text("order:x")
        case (_, "at"): .text("track:x")
        case (_, "deed"): .text("report")
        case (_, "customers"), (_, "orders"): .list([.text("x")])
        case (_, "changes"): .list([.fields([.init("line", .text("0")), .init("to", .text("x"))])])
        case _:
            switch field.kind {
            case .money, .moment: .text("1")
            case .text, .flag, .list, .tree, .card, .lookup, .deed, .conversation, .customer,
                .order, .afterSale, .parcel, .review:
                .text("x")
            }
        }
    }

    private static let address = FormTree.fields([
        .init("name", .text("王姐")), .init("phone", .text("13800001111")),
        .init("region", .text("浙江省杭州市")), .init("street", .text("文三路 1 号")),
    ])
}
