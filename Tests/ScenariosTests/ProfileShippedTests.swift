import Engine
import Foundation
import Grading
import Scenarios
import Support
import Testing

@Suite struct `Profiles that are shipped` {
    static let names = ["jd", "open-retail", "pdd", "taobao", "wxshop"]

    private static func profile(_ name: String) throws -> Profile {
        try Profile.load(Repository.path("Profiles/\(name).yaml"))
    }

    @Test func `are these five`() {
        #expect(Profile.names(in: Repository.path("Profiles")) == Self.names)
    }

    @Test(arguments: names)
    func `read without a mistake and leave no value out`(name: String) throws {
        let profile = try Self.profile(name)
        #expect(profile.name == name)
        #expect(profile.unwritten == [])
        #expect(profile.inherits == (name == "open-retail" ? [] : ["open-retail"]))
        #expect(profile.rules.source.profile == name)
        #expect(profile.rules.source.dated == profile.dated)
        #expect(profile.rules.source.training == profile.trainingValues)
        #expect(profile.counting.platform == name)
        #expect(profile.counting.asOf == profile.dated)
    }

    @Test(arguments: names)
    func `say of every value whether it is for training or where it comes from`(
        name: String
    ) throws {
        let profile = try Self.profile(name)
        for field in RuleField.all where !["kpi.platform"].contains(field.name) {
            // Wordings carry a source each, and a table's parts carry their own.
            if field.name.hasPrefix("speech.") { continue }
            if ["orders.names", "orders.operations", "tickets.departments"].contains(field.name) {
                continue
            }
            let hasSource = profile.sources.keys.contains {
                $0 == field.name || $0.hasPrefix(field.name + ".")
            }
            #expect(profile.isTraining(field.name) != hasSource, "\(name): \(field.name)")
        }
    }

    @Test(arguments: names)
    func `survive being written down and read again`(name: String) throws {
        let profile = try Self.profile(name)
        for tongue in Tongue.allCases {
            let rules = profile.rules(in: tongue)
            let data = try JSONEncoder().encode(rules)
            #expect(try JSONDecoder().decode(Rules.self, from: data) == rules)
        }
    }

    @Test func `can say everything the engine has a rule for`() throws {
        let form = try JSONSerialization.jsonObject(with: JSONEncoder().encode(Rules.plain))
        var names: Set<String> = []
        for (key, value) in try #require(form as? [String: Any]) where key != "source" {
            if let section = value as? [String: Any] {
                names.formUnion(section.keys.map { "\(key).\($0)" })
            } else {
                names.insert(key)
            }
        }
        // What a file calls by what it is for.
        names.remove("orders.permits")
        // Of the shift and not of the platform: whether somebody listens.
        names.remove("speech.answersAreHeard")
        names.insert("orders.operations")
        names.remove("channels.own")
        for channel in Conversation.Channel.allCases where channel.manner != .chat {
            names.insert("channels.\(channel.rawValue)")
        }
        let counted = CountingRules(platform: "", asOf: "")
        let figures = try JSONSerialization.jsonObject(with: JSONEncoder().encode(counted))
        names.formUnion(
            try #require(figures as? [String: Any]).keys.filter { $0 != "asOf" }.map { "kpi.\($0)" }
        )
        #expect(names.symmetricDifference(RuleField.all.map(\.name)) == [])
    }

    @Test func `read a store's rules from before there was anything on speech`() throws {
        let data = try JSONEncoder().encode(Rules.plain)
        var form = try #require(
            try JSONSerialization.jsonObject(with: data) as? [String: Any])
        form["speech"] = nil
        let old = try JSONSerialization.data(withJSONObject: form)
        #expect(try JSONDecoder().decode(Rules.self, from: old) == Rules.plain)
    }

    @Test func `call states by the platform's own names, else by the trade's`() throws {
        let taobao = try Self.profile("taobao").rules
        #expect(taobao.name(of: .waitShip).zh == "买家已付款，等待卖家发货")
        #expect(taobao.name(of: .grouping) == Order.Status.grouping.name)
        #expect(try Self.profile("jd").rules.name(of: .waitShip).zh == "等待出库")
        #expect(Rules.plain.name(of: .done) == Order.Status.done.name)
    }

    @Test func `differ where the platforms do`() throws {
        let taobao = try Self.profile("taobao")
        let jd = try Self.profile("jd")
        let pdd = try Self.profile("pdd")
        #expect(taobao.rules.states(for: .cancel) == [.waitPay])
        #expect(jd.rules.states(for: .cancel) == [.waitPay, .waitShip])
        #expect(jd.rules.states(for: .extendReceipt) == [])
        #expect(jd.rules.orders.confirmFrom == .signature)
        #expect(taobao.rules.reviews.scale == .grades)
        #expect([taobao, jd, pdd].map(\.counting.unit) == [.rounds, .sessions, .buyers])
        #expect([taobao, jd, pdd].map(\.counting.fromHour) == [8, 9, 8])
        #expect([taobao, jd, pdd].map(\.counting.toHour) == [24, 23, 23])
        #expect(jd.counting.firstReplyWithin == .seconds(30))
    }

    @Test func `take the times of WeChat's after-sales from its documents`() throws {
        let wxshop = try Self.profile("wxshop")
        #expect(wxshop.rules.answerRefundWithin == .hours(48))
        #expect(wxshop.rules.afterSales.answerReturn == .hours(48))
        #expect(wxshop.rules.afterSales.sendBackWithin == .days(7))
        #expect(wxshop.rules.afterSales.checkWithin == .days(10))
        #expect(wxshop.rules.afterSales.platformWithin == .days(7))
        for name in ["answerRefundWithin", "afterSales.answerReturn", "afterSales.checkWithin"] {
            #expect(!wxshop.isTraining(name))
            #expect(wxshop.sources[name]?.contains("WeChat") == true)
        }
    }

    @Test func `name a department's fields, tags and regions in the shop's language`() throws {
        let taobao = try Self.profile("taobao")
        func fields(_ tongue: Tongue) -> [String]? {
            taobao.rules(in: tongue).tickets.departments.first { $0.department == .carrier }?.fields
        }
        #expect(fields(.chinese) == ["订单号", "运单号", "问题", "期望"])
        #expect(fields(.english) == ["order", "tracking", "problem", "hope"])
        #expect(taobao.englishRules.money.remotePostage.map(\.region) == ["Xinjiang", "Tibet"])
        #expect(taobao.rules.customers.tagRules.map(\.name).contains("老客"))
    }

    @Test func `are beside each other in Docs/Profiles.md as they are`() throws {
        let text = try Repository.text(of: "Docs/Profiles.md")
        let parts = text.components(separatedBy: "<!-- compare -->")
        let written = try #require(parts.last?.components(separatedBy: "<!-- /compare -->").first)
        let profiles = try Profile.all(in: Repository.path("Profiles"))
        let drawn = ProfileComparison(profiles).markdown
        #expect(
            written.trimmingCharacters(in: .whitespacesAndNewlines)
                == drawn.trimmingCharacters(in: .whitespacesAndNewlines),
            "print it again with xiaoer check --compare")
    }

    @Test func `give an account of what nobody has confirmed, in both languages`() throws {
        let profile = try Self.profile("wxshop")
        let zh = profile.account(in: .chinese)
        #expect(zh.hasPrefix("微信小店（wxshop），2026-03-01 的规则，没有错误。\n继承自 open-retail"))
        #expect(zh.contains("\n  payWithin  未付款关闭  30m"))
        #expect(!zh.contains("afterSales.checkWithin"))
        let en = profile.account(in: .english)
        #expect(en.contains("\(profile.trainingValues.count) training values"))
        #expect(en.contains("orders.operations  in which states what may be done  cancel"))
    }
}
