import Engine
import Scenarios
import Simulation
import Support
import Testing

/// The words by which a pack names the engine's states, reasons, flags and departments: every one
/// of them can be written, and is understood.
struct SpellingTests {
    private func problems(_ change: (inout SamplePack) -> Void) throws -> [String] {
        var sample = SamplePack()
        change(&sample)
        do {
            _ = try sample.inFolder {
                try Pack.load($0 + "/Packs/sample", profiles: $0 + "/Profiles")
            }
            return []
        } catch let error as PackProblems {
            return error.problems.map { $0.sentence(in: .english) }
        }
    }

    private let path = "Packs/sample/scenarios/T01.yaml"

    private func condition(_ text: String) throws -> [String] {
        try problems { $0.replace("if: {revealed: loose}", with: "if: \(text)", in: path) }
    }

    @Test(arguments: [
        "{status: [wait-pay, wait-ship, shipped, done, closed-unpaid, closed-refunded]}",
        "{paid: true, answered: false}", "{has: dress-M}", "{in-stock: dress-L}",
        "{address: {zh: 文三路, en: Wensan}}", "{address: Wensan}", "{coupon-used: off30}",
        "{memo: red}", "{memo: {flag: grey, text: {zh: 换, en: swap}}}", "{recorded: true}",
        "{ticket: warehouse}", "{ticket: {department: supervisor, answered: true}}",
        "{promise-made: true}", "{promises-kept: true}", "{no-promise-broken: true}",
        "{no-promise-open: true}", "{after-sale: {kind: reship, reason: missing-part, done: true}}",
        "{after-sale: {kind: compensation, reason: stuck-in-transit}}", "{compensated: 5.00}",
        "{extended: true}", "{urged: true}", "{tagged: any}", "{tagged: {zh: 松, en: loose}}",
        "{revealed: loose}", "{closed: true}", "{card-sent: order}",
        "{all: [{paid: true}, {not: {urged: true}}]}", "{any: [{paid: true}, {closed: true}]}",
    ])
    func `every condition of the guide is read`(_ text: String) throws {
        #expect(try condition(text) == [])
    }

    @Test(arguments: [
        ("{payed: true}", "paid"), ("{status: [shiped]}", "shipped"),
        ("{has: dress-X}", "dress-L"), ("{ticket: carier}", "carrier"),
        ("{revealed: lose}", "loose"), ("{card-sent: oder}", "order"),
        ("{after-sale: {kind: refnd}}", "refund"),
    ])
    func `a condition with a slip of the pen is told what was meant`(
        _ text: String, _ meant: String
    ) throws {
        let found = try condition(text)
        #expect(found.count == 1)
        #expect(found.first?.contains("did you mean “\(meant)”?") == true, "\(found)")
    }

    @Test(arguments: [
        "take: true", "hold: {zh: 等仓库, en: waiting}", "resume: true",
        "transfer: {to: {zh: 老周, en: Zhou}, note: {zh: 请接手, en: please take}}",
        "note: {zh: 记, en: note}", "card: product dress-L", "card: coupon off30",
        "look: track", "look: address", "look: customer", "look: product dress",
        "look: coupon off30", "look: knowledge returns",
        "memo: {flag: pink, text: {zh: 备, en: memo}}",
        "change-address: {region: {zh: 上海市, en: Shanghai}}",
        "reprice: {reduction: 5.00, postage: 0.00}", "close-unpaid: wrong-item", "urge: true",
        "change-item: {line: 1, to: dress-L}", "extend: 3", "agree-refund: true",
        "reship: {contents: {zh: 腰带, en: belt}, reason: missing-part}",
        "compensate: {amount: 5.00, reason: late-shipment}", "give-coupon: off30",
        "tag: {name: {zh: 松, en: loose}, expires: D+30 00:00}", "untag: {zh: 松, en: loose}",
        "customer-note: {zh: 记, en: note}",
        "promise: {text: {zh: 回, en: reply}, deed: report, due: +30m}",
        "ticket: {department: carrier, summary: {zh: 查, en: look}}",
    ])
    func `every step of a golden run in the guide is read`(_ text: String) throws {
        let found = try problems {
            $0.files[path, default: ""] += "\n  - {at: \"+0:05\", \(text)}\n"
        }
        #expect(found == [])
    }

    @Test func `a scenario played alone comes at once when no arrival was planned`() throws {
        var sample = SamplePack()
        sample.replace(
            "arrivals:\n  - {scenario: T01, at: \"0:20\"}", with: "arrivals: []",
            in: "Packs/sample/pack.yaml")
        let pack = try sample.inFolder {
            try Pack.load($0 + "/Packs/sample", profiles: $0 + "/Profiles")
        }
        #expect(pack.plan.arrivals.isEmpty)
        #expect(pack.narrowed(to: ["T01"]).plan.arrivals.count == 1)
    }
}
