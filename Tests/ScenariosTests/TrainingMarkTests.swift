import Engine
import Support
import Testing

@testable import Scenarios

/// The desk marks a time as a training value by the name of its field: the name must be one.
struct TrainingMarkTests {
    @Test func `every field that can set a time exists in a profile`() {
        let names = Set(RuleField.all.map(\.name))
        let asked = [
            "payWithin", "shipWithin", "autoConfirmAfter", "answerRefundWithin", "ticketWithin",
            "orders.depositWithin", "orders.groupWithin", "orders.autoConfirmPost",
            "orders.autoConfirmVirtual", "afterSales.answerReturn", "afterSales.answerShipped",
            "afterSales.answerOffer", "afterSales.platformWithin", "afterSales.sendBackWithin",
            "afterSales.checkWithin", "afterSales.consignWithin", "afterSales.confirmReplacement",
            "afterSales.evidenceWithin", "logistics.firstScanWithin", "reviews.explainWithin",
            "tickets.departments",
        ]
        #expect(asked.filter { !names.contains($0) } == [])
    }

    @Test func `taobao's marks name departments as the desk asks for them`() throws {
        let profile = try Profile.load(Repository.path("Profiles/taobao.yaml"))
        let marked = profile.rules.source.training.filter { $0.hasPrefix("tickets.departments.") }
        #expect(
            marked.allSatisfy { $0.hasSuffix(".within") || $0.hasSuffix(".fields") }, "\(marked)")
    }
}
