import Engine
import Foundation
import Scenarios
import Simulation
import Support
import Testing

/// Scenarios that bring their own shop, and numbers that differ from seed to seed.
struct VariationTests {
    /// A second scenario with goods, a customer and an order of its own.
    private static let own = """
        id: V01
        level: 1
        chapter: 3
        title: {zh: 砍价, en: Cheaper?}
        goal: {zh: 报公开的价, en: Name the published price.}
        persona: B
        customer: v01-buyer
        channel: taobao
        stage: order
        order: v01-order
        vary:
          who:
            - {name: {zh: 周岚, en: Zhou Lan}, phone: "13800000001"}
            - {name: {zh: 何苗, en: He Miao}, phone: "13800000002"}
            - {name: {zh: 郑可, en: Zheng Ke}, phone: "13800000003"}
          goods:
            - {price: 298.00, rival: 289}
            - {price: 269.00, rival: 259}
            - {price: 239.00, rival: 229}
        shop:
          products:
            - id: v01-bag
              title: {zh: 双肩包, en: Backpack}
              variants: [{id: v01-grey, name: {zh: 灰色, en: grey}, price: $(price), stock: 9}]
          customers:
            - id: v01-buyer
              name: $(name)
              account: v01
              address: {name: $(name), phone: $(phone), region: {zh: 浙江省杭州市, en: Hangzhou}, street: {zh: 文三路1号, en: 1 Wensan Road}}
          orders:
            - {id: v01-order, customer: v01-buyer, placed: -10m, status: wait-pay, lines: [{variant: v01-grey, quantity: 1}]}
        opens:
          zh: ["隔壁才$(rival)", "$(rival)卖不卖", "别家$(rival)"]
          en: ["Next door it's $(rival)", "$(rival)?", "Others ask $(rival)"]
        start: asking
        states:
          asking:
            - {hears: {value: amount, is: $(price)}, say: {zh: [好吧, 行, 那行], en: [OK, Fine, All right]}, do: pay, done: true}
        rubric:
          success: [{title: {zh: 付款, en: Paid}, is: {paid: true}}]
        golden:
          - {after: buyer, at: "+0:05", reply: {zh: "您好，$(price)元已经是券后价了。", en: "Hi, $(price) is the price after the coupon."}}
          - {at: "+0:05", close: true}
        near-misses:
          - {title: {zh: 没报价, en: No price}, fails: Paid, changes: [{step: 1, reply: {zh: 您好, en: Hello}}]}
        teaches: {knowledge: {zh: 价格, en: prices}, skill: {zh: 报价, en: quoting}, attitude: {zh: 耐心, en: patience}}
        tasks: [{zh: 报价, en: quote}]
        """

    private static var sample: SamplePack {
        var sample = SamplePack()
        sample.files["Packs/sample/scenarios/V01.yaml"] = own
        return sample
    }

    private static func load(_ sample: SamplePack, seed: UInt64? = nil) throws -> Pack {
        try sample.inFolder {
            try Pack.load($0 + "/Packs/sample", profiles: $0 + "/Profiles", seed: seed)
        }
    }

    private static func problems(_ sample: SamplePack) throws -> [String] {
        try sample.inFolder {
            do {
                return try Pack.load($0 + "/Packs/sample", profiles: $0 + "/Profiles").check()
                    .map { $0.sentence(in: .english) }
            } catch let error as PackProblems {
                return error.problems.map { $0.sentence(in: .english) }
            }
        }
    }

    @Test func `a scenario brings its goods, its customer and its order`() throws {
        let pack = try Self.load(Self.sample)
        let shop = Shop(pack.fixture(in: .english))
        #expect(shop.violations() == [])
        #expect(shop.orders(of: "v01-buyer").map(\.status) == [.waitPay])
        #expect(pack.scenario("V01")?.lesson?.tasks.map(\.en) == ["quote"])
        #expect(pack.scenario("V01")?.nearMisses.first?.steps.count == 2)
        #expect(try Self.problems(Self.sample) == [])
    }

    @Test func `a seed gives names and numbers that agree, the same each time`() throws {
        var prices: Set<Money> = []
        var names: Set<String> = []
        for seed in 1...30 as ClosedRange<UInt64> {
            let pack = try Self.load(Self.sample, seed: seed)
            let again = try Self.load(Self.sample, seed: seed)
            let shop = Shop(pack.fixture(in: .chinese))
            #expect(shop == Shop(again.fixture(in: .chinese)))
            let price = try #require(shop.variant("v01-grey")?.price)
            let open = try #require(pack.scenario("V01")?.script.opens.en.first)
            #expect(
                open
                    == "Next door it's \(price == .yuan(298) ? 289 : price == .yuan(269) ? 259 : 229)"
            )
            prices.insert(price)
            names.insert(shop.customers["v01-buyer"]?.name ?? "")
        }
        #expect(prices.count == 3)
        #expect(names == ["周岚", "何苗", "郑可"])
    }

    @Test func `a name that no row gives is complained of with its place and the nearest`() throws {
        var sample = Self.sample
        sample.replace(
            "price: $(price), stock", with: "price: $(prise), stock",
            in: "Packs/sample/scenarios/V01.yaml")
        let problems = try Self.problems(sample)
        #expect(
            problems.contains { $0.contains("V01.yaml:") && $0.contains("did you mean “price”") },
            "\(problems)")
    }

    @Test func `every row is tried, so that no seed meets a mistake`() throws {
        var sample = Self.sample
        sample.replace("price: 239.00", with: "price: much", in: "Packs/sample/scenarios/V01.yaml")
        let problems = try Self.problems(sample)
        #expect(problems.contains { $0.contains("much") }, "\(problems)")
    }

    @Test func `two wordings are too few, and a near miss must name what there is`() throws {
        var sample = Self.sample
        let path = "Packs/sample/scenarios/V01.yaml"
        sample.replace("[好吧, 行, 那行]", with: "[好吧, 行]", in: path)
        sample.replace("fails: Paid", with: "fails: Payed", in: path)
        let problems = try Self.problems(sample)
        #expect(problems.contains { $0.contains("only 2 wordings") }, "\(problems)")
        #expect(
            problems.contains { $0.contains("“Payed”") && $0.contains("“Paid”") }, "\(problems)")
    }

    @Test func `a pack may borrow scenarios that bring their shop, and names what it cannot find`()
        throws
    {
        var sample = Self.sample
        sample.files["Packs/night/pack.yaml"] = sample.files["Packs/sample/pack.yaml"]?
            .replacingOccurrences(of: "name: sample", with: "name: night\nfrom: [sample]")
            .replacingOccurrences(of: "scenario: T01", with: "scenario: V01")
        let pack = try sample.inFolder {
            try Pack.load($0 + "/Packs/night", profiles: $0 + "/Profiles")
        }
        #expect(pack.scenarios.map(\.id) == ["V01"])
        #expect(pack.plan.arrivals.count == 1)
        sample.replace("from: [sample]", with: "from: [samples]", in: "Packs/night/pack.yaml")
        let problems = sample.inFolderProblems("night")
        #expect(
            problems.contains { $0.contains("“samples”") && $0.contains("“sample”") }, "\(problems)"
        )
    }

    @Test func `a name from two groups, one inside a row, and one without rows are complained of`()
        throws
    {
        let path = "Packs/sample/scenarios/V01.yaml"
        var twice = Self.sample
        twice.replace(
            "{price: 298.00, rival: 289}", with: "{price: 298.00, rival: 289, name: X}", in: path)
        #expect(try Self.problems(twice).contains { $0.contains("“name” is used twice") })
        var nested = Self.sample
        nested.replace(
            "{price: 298.00, rival: 289}", with: "{price: 298.00, rival: $(price)}", in: path)
        #expect(try !Self.problems(nested).isEmpty)
        var bare = SamplePack()
        bare.replace(
            "goal: {zh: 先问再荐", with: "goal: {zh: $(x)先问再荐", in: "Packs/sample/scenarios/T01.yaml")
        #expect(try Self.problems(bare).contains { $0.contains("$(x)") })
    }

    @Test func `a list reads the head of a pack however it is written`() throws {
        var sample = Self.sample
        sample.replace(
            "title: {zh: 样品店, en: Sample shop}", with: "title:\n  zh: 样品店\n  en: Sample shop",
            in: "Packs/sample/pack.yaml")
        sample.replace(
            "minutes: 30", with: "minutes: 30   # half an hour\nplace: 4",
            in: "Packs/sample/pack.yaml")
        let head = try sample.inFolder { try #require(PackHead(folder: $0 + "/Packs/sample")) }
        #expect(head.title.zh == "样品店" && head.minutes == 30 && head.place == 4)
        #expect(head.customers == 1)
        #expect(head.scenarios.map(\.id) == ["T01", "V01"])
        #expect(head.scenarios.map(\.stage) == [.preSale, .order])
        #expect(PackHead(folder: "/nowhere") == nil)
    }
}

extension SamplePack {
    fileprivate func inFolderProblems(_ name: String) -> [String] {
        do {
            _ = try inFolder { try Pack.load($0 + "/Packs/\(name)", profiles: $0 + "/Profiles") }
            return []
        } catch let error as PackProblems {
            return error.problems.map { $0.sentence(in: .english) }
        } catch {
            return ["\(error)"]
        }
    }
}
