import Engine
import Grading
import Scenarios
import Simulation
import Support
import Testing

@Suite struct `A profile that inherits` {
    @Test func `says only what differs`() throws {
        let mine = try ProfileFolder(mine: "rules:\n  payWithin: 15m\n").load()
        let parent = try ProfileFolder().load("open-retail")
        #expect(mine.rules.payWithin == .minutes(15))
        #expect(mine.name == "mine")
        #expect(mine.inherits == ["open-retail"])
        var rules = mine.rules
        rules.payWithin = parent.rules.payWithin
        rules.source = parent.rules.source
        #expect(rules == parent.rules)
        #expect(mine.manners == parent.manners)
        #expect(mine.counting.platform == "mine")
    }

    @Test func `may inherit from one that inherits`() throws {
        let folder = try ProfileFolder([
            "mine": ProfileFolder.head("mine", inherits: "theirs")
                + "rules:\n  orders:\n    nudgeLimit: 5\n",
            "theirs": ProfileFolder.head("theirs", inherits: "open-retail")
                + "rules:\n  payWithin: 15m\n  orders:\n    nudgeLimit: 4\n    groupWithin: 12h\n",
        ])
        let mine = try folder.load()
        #expect(mine.inherits == ["theirs", "open-retail"])
        #expect(mine.rules.payWithin == .minutes(15))
        #expect(mine.rules.orders.nudgeLimit == 5)
        #expect(mine.rules.orders.groupWithin == .hours(12))
    }

    @Test func `adds to a table entry by entry, and replaces a list whole`() throws {
        let folder = try ProfileFolder([
            "theirs": ProfileFolder.head("theirs", inherits: "open-retail") + """
                rules:
                  extensionDays: [2, 4]
                  orders:
                    names:
                      wait-ship: {zh: 等出库, en: waiting}
                      done: {zh: 好了, en: finished}
                    operations: {merge: [], cancel: [wait-pay]}
                  tickets:
                    departments:
                      carrier: {fields: [{zh: 运单号, en: tracking}], within: 2h}
                """,
            "mine": ProfileFolder.head("mine", inherits: "theirs") + """
                rules:
                  extensionDays: [3]
                  orders:
                    names: {done: {zh: 完成, en: done}}
                    operations: {cancel: [wait-pay, wait-ship]}
                  money:
                    arrivals: {mobile: 10m}
                  tickets:
                    departments: {carrier: {within: 4h}}
                personas:
                  N: {mood: 40, patience: 30s}
                """,
        ])
        let mine = try folder.load()
        #expect(mine.rules.extensionDays == [3])
        #expect(mine.rules.name(of: .waitShip).zh == "等出库")
        #expect(mine.rules.name(of: .done).zh == "完成")
        #expect(mine.rules.states(for: .merge) == [])
        #expect(mine.rules.states(for: .cancel) == [.waitPay, .waitShip])
        #expect(mine.rules.money.arrival(by: .mobile) == .minutes(10))
        #expect(mine.rules.money.arrival(by: .card) == .days(5))
        let carrier = try #require(
            mine.englishRules.tickets.departments.first { $0.department == .carrier })
        #expect(carrier.fields == ["tracking"])
        #expect(carrier.within == .hours(4))
        #expect(mine.manners.personas[.novice]?.mood == 40)
        #expect(mine.manners.personas[.hesitant]?.mood == 60)
    }

    @Test func `adds forbidden wordings without repeating the inherited ones`() throws {
        let entry = "{words: [最后一件], severity: light, title: {zh: 假紧迫, en: false scarcity}}"
        let parent = try ProfileFolder().load("open-retail").rules.speech.forbidden
        let added = try ProfileFolder(
            mine: "rules:\n  speech:\n    alsoForbidden:\n      - \(entry)\n")
        #expect(try added.load().rules.speech.forbidden.dropLast() == parent[...])
        #expect(try added.load().rules.speech.forbidden.last?.words == ["最后一件"])
        let instead = try ProfileFolder(
            mine: "rules:\n  speech:\n    forbidden:\n      - \(entry)\n")
        #expect(try instead.load().rules.speech.forbidden.count == 1)
    }

    @Test func `marks a value anew, for training or with its source`() throws {
        let body = """
            rules:
              payWithin: {value: 20m, source: our agreement}
              shipWithin: {value: 24h, training: true}
              afterSales:
                answerReturn: {value: 24h, training: true}
              orders:
                operations:
                  merge: {value: [], training: true}
            """
        let mine = try ProfileFolder(mine: body).load()
        #expect(!mine.isTraining("payWithin"))
        #expect(mine.sources["payWithin"] == "our agreement")
        #expect(mine.isTraining("shipWithin"))
        #expect(mine.sources["shipWithin"] == nil)
        #expect(mine.rules.source.isTraining("afterSales.answerReturn"))
        #expect(mine.rules.source.isTraining("orders.operations.merge"))
        #expect(mine.isTraining("orders.operations"))
        #expect(mine.rules.source.training == mine.rules.source.training.sorted())
    }

    @Test func `counts a value that nobody wrote as one for training`() throws {
        var folder = try ProfileFolder()
        let text = try #require(folder.files["open-retail"])
        folder.files["open-retail"] = text.replacing(
            "    claimWithin: {value: 7d, source: 快递暂行条例 28}\n", with: "")
        let profile = try folder.load("open-retail")
        #expect(profile.unwritten == ["logistics.claimWithin"])
        #expect(profile.rules.source.isTraining("logistics.claimWithin"))
        #expect(!profile.trainingValues.contains("logistics.claimWithin"))
        #expect(profile.rules.logistics.claimWithin == Rules.plain.logistics.claimWithin)
    }

    @Test func `may not inherit from itself, directly or round about`() throws {
        let folder = try ProfileFolder([
            "mine": ProfileFolder.head("mine", inherits: "theirs"),
            "theirs": ProfileFolder.head("theirs", inherits: "mine"),
            "own": ProfileFolder.head("own", inherits: "own"),
        ])
        let problems = try folder.problems()
        #expect(problems.map(\.fact) == [.inheritsItself(["mine", "theirs", "mine"])])
        #expect(problems.map(\.file) == ["theirs.yaml"])
        #expect(problems.map(\.line) == [4])
        #expect(problems[0].sentence(in: .english).contains("mine → theirs → mine"))
        #expect(try folder.problems("own").map(\.fact) == [.inheritsItself(["own", "own"])])
    }

    @Test func `names the profile it probably meant, and its own mistakes besides`() throws {
        let folder = try ProfileFolder([
            "mine": ProfileFolder.head("mine", inherits: "open-retial")
                + "rules:\n  payWithin: soon\n"
        ])
        let problems = try folder.problems()
        #expect(
            problems.map(\.fact) == [
                .unknownID("open-retial", kind: .profile, nearest: "open-retail"),
                .unreadable("soon", expected: .span),
            ])
        #expect(problems.map(\.line) == [4, 6])
    }

    @Test func `blames the file in which the mistake stands`() throws {
        let folder = try ProfileFolder([
            "mine": ProfileFolder.head("mine", inherits: "theirs"),
            "theirs": ProfileFolder.head("theirs", inherits: "open-retail")
                + "rules:\n  payWithin: soon\n",
        ])
        #expect(try folder.problems().map(\.file) == ["theirs.yaml"])
    }

    @Test func `changes a pack's fingerprint when the one it inherits from changes`() throws {
        var sample = SamplePack()
        sample.replace("profile: training", with: "profile: mine", in: "Packs/sample/pack.yaml")
        sample.files["Profiles/mine.yaml"] = ProfileFolder.head("mine", inherits: "training")
        func hash() throws -> String {
            try sample.inFolder {
                try Pack.load($0 + "/Packs/sample", profiles: $0 + "/Profiles").contentHash
            }
        }
        let before = try hash()
        sample.replace("payWithin: 30m", with: "payWithin: 31m", in: "Profiles/training.yaml")
        #expect(try hash() != before)
    }
}
