import Engine
import Scenarios
import Support
import Testing

@Suite struct `A profile that is wrong` {
    /// One mistake in each section: the text below the head of four lines, and the place and fact.
    struct Mistake: CustomTestStringConvertible {
        let body: String
        let line: Int
        let field: String
        let fact: PackProblem.Fact
        var testDescription: String { field }

        init(_ body: String, line: Int, _ field: String, _ fact: PackProblem.Fact) {
            self.body = body
            self.line = line
            self.field = field
            self.fact = fact
        }
    }

    static let mistakes: [Mistake] = [
        // A value of the wrong kind, section by section.
        Mistake(
            "rules:\n  payWithin: 24", line: 6, "rules.payWithin",
            .unreadable("24", expected: .span)),
        Mistake(
            "rules:\n  orders:\n    depositWithin: half an hour", line: 7,
            "rules.orders.depositWithin", .unreadable("half an hour", expected: .span)),
        Mistake(
            "rules:\n  money:\n    supervisorLimit: 200元", line: 7, "rules.money.supervisorLimit",
            .unreadable("200元", expected: .money)),
        Mistake(
            "rules:\n  afterSales:\n    attempts: many", line: 7, "rules.afterSales.attempts",
            .unreadable("many", expected: .wholeNumber)),
        Mistake(
            "rules:\n  logistics:\n    lostAfter: 7 days", line: 7, "rules.logistics.lostAfter",
            .unreadable("7 days", expected: .span)),
        Mistake(
            "rules:\n  reviews:\n    scale: star", line: 7, "rules.reviews.scale",
            .unknownName("star", nearest: "stars")),
        Mistake(
            "rules:\n  customers:\n    levels:\n      - {level: vipp, spent: 1.00, orders: 1, percent: 9}",
            line: 8, "rules.customers.levels[1].level", .unknownName("vipp", nearest: "vip")),
        Mistake(
            "rules:\n  tickets:\n    departments:\n      finances: {within: 2h}", line: 8,
            "rules.tickets.departments.finances", .unknownName("finances", nearest: "finance")),
        Mistake(
            "rules:\n  speech:\n    alsoForbidden:\n      - {words: [a], severity: sever, title: {zh: 甲, en: a}}",
            line: 8, "rules.speech.alsoForbidden[1].severity",
            .unknownName("sever", nearest: "severe")),
        Mistake(
            "rules:\n  speech:\n    redLines:\n      - {kind: insult, cap: 80, title: {zh: 甲, en: a}}",
            line: 8, "rules.speech.redLines[1].cap", .outOfRange("80", from: 0, to: 59)),
        Mistake(
            "kpi:\n  unit: round", line: 6, "kpi.unit", .unknownName("round", nearest: "rounds")),
        Mistake(
            "mood:\n  need-met: {value: 200, title: {zh: 甲, en: a}}", line: 6,
            "mood.need-met.value", .outOfRange("200", from: -100, to: 100)),
        Mistake(
            "personas:\n  N: {mood: 50, patience: 0s}", line: 6, "personas.N.patience",
            .outside("0s", from: "1s", to: "24h")),
        // Names that are not there.
        Mistake(
            "rules:\n  payWithn: 24h", line: 6, "rules.payWithn",
            .unknownField(nearest: "payWithin")),
        Mistake(
            "rules:\n  afterSale: {}", line: 6, "rules.afterSale",
            .unknownField(nearest: "afterSales")),
        Mistake(
            "rules:\n  orders:\n    operations: {chang-address: [wait-pay]}", line: 7,
            "rules.orders.operations.chang-address",
            .unknownName("chang-address", nearest: "change-address")),
        Mistake(
            "rules:\n  orders:\n    operations:\n      memo: [wait-pai]", line: 8,
            "rules.orders.operations.memo[1]", .unknownName("wait-pai", nearest: "wait-pay")),
        Mistake(
            "rules:\n  orders:\n    names: {wait-ship: 等待出库}", line: 7,
            "rules.orders.names.wait-ship", .unreadable("等待出库", expected: .bilingual)),
        // What no platform can mean.
        Mistake(
            "rules:\n  orders:\n    operations:\n      extend-receipt: [shipped, done]", line: 8,
            "rules.orders.operations.extend-receipt[2]",
            .neverInState(operation: "extend-receipt", state: "done", allowed: ["shipped"])),
        Mistake(
            "rules:\n  shipWithin: -48h", line: 6, "rules.shipWithin",
            .unreadable("-48h", expected: .span)),
        Mistake(
            "rules:\n  shipWithin: 48000h", line: 6, "rules.shipWithin",
            .outside("48000h", from: "1m", to: "90d")),
        Mistake(
            "rules:\n  postage: -8.00", line: 6, "rules.postage",
            .unreadable("-8.00", expected: .money)),
        Mistake(
            "rules:\n  postage: 8000.00", line: 6, "rules.postage",
            .outside("8000.00", from: "0.00", to: "1000.00")),
        Mistake(
            "rules:\n  orders:\n    depositPercent: 40", line: 7, "rules.orders.depositPercent",
            .outOfRange("40", from: 0, to: 20)),
        Mistake(
            "rules:\n  afterSales:\n    noReasonDays: 3", line: 7, "rules.afterSales.noReasonDays",
            .outOfRange("3", from: 7, to: 90)),
        Mistake(
            "rules:\n  extensionDays: [5, 3]", line: 6, "rules.extensionDays", .notRising),
        Mistake(
            "rules:\n  money:\n    cutOrder: [item, shop, item]", line: 7,
            "rules.money.cutOrder[3]", .listedTwice("item")),
        Mistake(
            "kpi:\n  averageSteps: [30s, 60s]", line: 6, "kpi.averageSteps", .needsCount(3)),
        Mistake(
            "rules:\n  speech:\n    forbidden:\n      - {words: [], severity: light, title: {zh: 甲, en: a}}",
            line: 8, "rules.speech.forbidden[1].words", .empty),
        // What contradicts the rest.
        Mistake(
            "rules:\n  logistics:\n    lostAfter: 24h", line: 7, "rules.logistics.lostAfter",
            .mustNotBeBelow("logistics.lostAfter", other: "logistics.stalledAfterOverload")),
        Mistake(
            "rules:\n  money:\n    refundRoutes: {value: [card], training: true}", line: 7,
            "rules.money.refundRoutes", .leavesOut("e-wallet")),
        Mistake(
            "kpi:\n  fromHour: 23\n  toHour: 9", line: 7, "kpi.toHour",
            .mustNotBeBelow("kpi.toHour", other: "kpi.fromHour")),
        Mistake(
            "rules:\n  customers:\n    priceFloorPercent: 99", line: 7,
            "rules.customers.priceFloorPercent",
            .mustNotBeBelow("98", other: "customers.priceFloorPercent")),
        // How a value is written down.
        Mistake(
            "rules:\n  payWithin: {value: 24h, traning: true}", line: 6,
            "rules.payWithin.traning", .unknownField(nearest: "training")),
        Mistake(
            "rules:\n  payWithin: {value: 24h, training: perhaps}", line: 6,
            "rules.payWithin.training", .unreadable("perhaps", expected: .yesOrNo)),
    ]

    @Test(arguments: mistakes)
    func `is told the line, the field and what would do`(mistake: Mistake) throws {
        let problems = try ProfileFolder(mine: mistake.body).problems()
        let found = try #require(problems.first { $0.fact == mistake.fact }, "\(problems)")
        #expect(found.file == "mine.yaml")
        #expect(found.line == mistake.line)
        #expect(found.field == mistake.field)
        for tongue in Tongue.allCases {
            #expect(found.sentence(in: tongue).hasPrefix("mine.yaml:\(mistake.line):"))
        }
    }

    @Test func `says of an operation in which states it could be`() throws {
        let body = "rules:\n  orders:\n    operations: {reprice: [wait-ship]}"
        let problem = try #require(try ProfileFolder(mine: body).problems().first)
        #expect(
            problem.sentence(in: .english).hasSuffix(
                "reprice can never be done in wait-ship; choose among wait-pay"))
        #expect(problem.sentence(in: .chinese).hasSuffix("wait-ship 的订单做不了 reprice，只能写 wait-pay"))
    }

    @Test func `is told everything at once`() throws {
        let body = """
            rules:
              payWithin: soon
              postage: free
              reviews: {scale: thumbs}
            kpi: {toHour: 25}
            """
        #expect(try ProfileFolder(mine: body).problems().map(\.line) == [6, 7, 8, 9])
    }

    @Test func `may not write a field twice`() throws {
        let body = "rules:\n  payWithin: 24h\n  shipWithin: 48h\n  payWithin: 30m"
        let problems = try ProfileFolder(mine: body).problems()
        #expect(problems.map(\.fact) == [.writtenTwice])
        #expect(problems[0].field == "payWithin")
        #expect((6...8).contains(problems[0].line))
    }

    @Test func `is called by the name of its file and dated by a day that there is`() throws {
        var folder = try ProfileFolder(mine: "")
        folder.files["mine"] = folder.files["mine"]?
            .replacing("name: mine", with: "name: taobao")
            .replacing("2026-09-01", with: "2026-02-30")
        let problems = try folder.problems()
        #expect(
            problems.map(\.fact) == [
                .fileIsCalled("mine"), .unreadable("2026-02-30", expected: .day),
            ])
        #expect(problems.map(\.line) == [1, 3])
    }

    @Test func `says what is missing where nothing is inherited`() throws {
        var folder = try ProfileFolder()
        let text = try #require(folder.files["open-retail"])
        folder.files["open-retail"] = text.replacing(
            "  postage: {value: 8.00, training: true}\n", with: "")
        let problems = try folder.problems("open-retail")
        #expect(problems.map(\.fact) == [.missingField("postage")])
        #expect(problems.map(\.field) == ["rules"])
    }
}
