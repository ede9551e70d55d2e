import Engine
import Scenarios
import Simulation
import Support
import Testing

struct PackReadingTests {
    /// The pack as it is read from a fresh folder.
    private func load(_ sample: SamplePack = SamplePack()) throws -> Pack {
        try sample.inFolder { try Pack.load($0 + "/Packs/sample", profiles: $0 + "/Profiles") }
    }

    /// What is wrong with it; empty when nothing is.
    private func problems(_ sample: SamplePack) throws -> [PackProblem] {
        do {
            _ = try load(sample)
            return []
        } catch let error as PackProblems {
            return error.problems
        }
    }

    @Test func `a pack without a mistake is read whole`() throws {
        let pack = try load()
        #expect(pack.name == "sample")
        #expect(pack.scenarios.map(\.id) == ["T01"])
        #expect(pack.check().map { $0.sentence(in: .english) } == [])
        #expect(pack.plan.arrivals.map(\.at) == [pack.opensAt + .seconds(20)])
        #expect(pack.profile.trainingValues == ["answerRefundWithin"])
        #expect(pack.scenarios[0].golden.count == 4)
        #expect(pack.moodTitle("T01.asking.1")?.en == "asked about fit")
    }

    @Test func `a fixture opens a shop that breaks no rule, in both languages`() throws {
        let pack = try load()
        for tongue in Tongue.allCases {
            let shop = Shop(pack.fixture(in: tongue))
            #expect(shop.violations() == [])
            let orders = shop.orders(of: "liqian")
            #expect(orders.map(\.status) == [.waitShip, .shipped])
            // 2 × 168.00 with 30 off 300, postage free from 99.00.
            #expect(orders[0].ledger.paid == Money(text: "306.00"))
            #expect(orders[0].ledger.held == orders[0].ledger.paid)
            #expect(orders[1].parcels[0].scans.count == 1)
        }
        #expect(pack.fixture(in: .chinese).products[0].title == "碎花裙")
        #expect(pack.fixture(in: .english).products[0].title == "Floral dress")
    }

    @Test func `customers are told the shop's name, not the title of the shift`() throws {
        var sample = SamplePack()
        #expect(try load(sample).fixture(in: .english).name == load(sample).title.en)
        sample.replace(
            "profile: ", with: "shop: {zh: 悦己小店, en: Yueji Shop}\nprofile: ",
            in: "Packs/sample/pack.yaml")
        let pack = try load(sample)
        #expect(pack.fixture(in: .chinese).name == "悦己小店")
        #expect(pack.fixture(in: .english).name == "Yueji Shop")
        #expect(pack.title.en == "Sample shop")
    }

    @Test func `goods go back where the pack says, in the language of the desk`() throws {
        var sample = SamplePack()
        sample.replace(
            "profile: ",
            with: "returnAddress: {name: {zh: 悦己售后, en: Yueji returns}, phone: \"0571\", "
                + "region: 杭州, street: 良睦路}\nprofile: ", in: "Packs/sample/pack.yaml")
        let pack = try load(sample)
        #expect(Shop(pack.fixture(in: .chinese)).returnAddress.name == "悦己售后")
        let english = Shop(pack.fixture(in: .english)).returnAddress
        #expect(english.name == "Yueji returns")
        #expect(english.street == "良睦路")
    }

    @Test func `times count from opening, so that a pack does not age`() throws {
        var sample = SamplePack()
        sample.replace("2026-03-18 09:00", with: "2031-07-01 10:00", in: "Packs/sample/pack.yaml")
        let pack = try load(sample)
        let placed = pack.fixture(in: .chinese).orders[0].placedAt
        #expect(CivilTime(placed).date == "2031-06-29")
        #expect(CivilTime(placed).clock == "20:15")
    }

    @Test func `every mistake of every file is told at once, with its line and what was meant`()
        throws
    {
        var sample = SamplePack()
        sample.replace(
            "status: wait-ship", with: "status: wait-shipp", in: "Packs/sample/shop.yaml")
        sample.replace(
            "price: 168.00, stock: 9", with: "price: 168.001, stock: 9",
            in: "Packs/sample/shop.yaml")
        sample.replace("go: waiting", with: "go: waitng", in: "Packs/sample/scenarios/T01.yaml")
        sample.replace("minutes: 30", with: "minuts: 30", in: "Packs/sample/pack.yaml")
        let found = try problems(sample)
        let sentences = found.map { $0.sentence(in: .english) }.joined(separator: "\n")
        #expect(sentences.contains("shop.yaml:21:13: "))
        #expect(sentences.contains("did you mean “wait-ship”?"))
        // What refers to the order that could not be read is not blamed for it.
        #expect(!sentences.contains("no order is called"))
        #expect(sentences.contains("shop.yaml:7:"))
        #expect(sentences.contains("did you mean “waiting”?"))
        #expect(sentences.contains("pack.yaml:6:1: minuts: unknown field; did you mean “minutes”?"))
    }

    @Test func `a text in one language only is a mistake`() throws {
        var sample = SamplePack()
        sample.replace(
            "goal: {zh: 先问再荐, en: Ask first}", with: "goal: {zh: 先问再荐}",
            in: "Packs/sample/scenarios/T01.yaml")
        let found = try problems(sample)
        #expect(found.map(\.fact) == [.missingLanguage("en")])
        #expect(found.map(\.line) == [5])
        #expect(found[0].sentence(in: .chinese).contains("两种语言都要写"))
    }

    @Test func `a line break written outside double quotes is a mistake, not two characters`()
        throws
    {
        var sample = SamplePack()
        sample.replace(
            #"zh: ["你好\n穿M还是L？", "#, with: #"zh: [你好\n穿M还是L？, "#,
            in: "Packs/sample/scenarios/T01.yaml")
        let found = try problems(sample)
        #expect(found.map(\.fact) == [.backslash(#"你好\n穿M还是L？"#)])
        #expect(found.first?.line ?? 0 > 0)
    }

    @Test func `a field written twice, and YAML that is none, name their line`() throws {
        var sample = SamplePack()
        sample.replace(
            "minutes: 30", with: "minutes: 30\nminutes: 40", in: "Packs/sample/pack.yaml")
        sample.files["Packs/sample/knowledge.yaml"] = "- {id: [}\n"
        let found = try problems(sample)
        #expect(found.contains { $0.fact == .writtenTwice && $0.line > 0 })
        #expect(
            found.contains { problem in
                if case .notYAML = problem.fact { return problem.line == 1 }
                return false
            })
    }

    @Test func `a pack that is not there, and a profile that is not there, are told`() throws {
        var sample = SamplePack()
        sample.replace("profile: training", with: "profile: trainin", in: "Packs/sample/pack.yaml")
        let found = try problems(sample)
        #expect(
            found.map(\.fact) == [.unknownID("trainin", kind: .profile, nearest: "training")])
        #expect(throws: PackProblems.self) {
            try Pack.load("/nowhere/at-all", profiles: "/nowhere")
        }
    }

    @Test func `hostile text is kept as it came, and a message about it shows no controls`() throws
    {
        let hostile = "\u{202E}evil\u{1B}[2J\u{200B}"
        var sample = SamplePack()
        sample.replace(
            "account: liqian_88", with: #"account: "\u202Eevil\e[2J\u200B""#,
            in: "Packs/sample/shop.yaml")
        let pack = try load(sample)
        #expect(pack.fixture(in: .chinese).customers[0].account == hostile)
        sample.replace("level: regular", with: #"level: "\e[31mred""#, in: "Packs/sample/shop.yaml")
        let sentence = try problems(sample)[0].sentence(in: .english)
        #expect(!sentence.unicodeScalars.contains { $0.value < 0x20 })
    }

    @Test func `nesting without end and files without end are turned away`() throws {
        var sample = SamplePack()
        sample.files["Packs/sample/knowledge.yaml"] = String(repeating: "[", count: 100_000)
        #expect(try problems(sample).map(\.fact) == [.tooDeep(limit: 100)])
        sample.files["Packs/sample/knowledge.yaml"] = String(repeating: "- ", count: 100_000)
        #expect(try problems(sample).map(\.fact) == [.tooDeep(limit: 100)])
        // Each line is nine times the one before.
        var bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
        for (before, name) in zip("abcdefghij", "bcdefghijk") {
            let parts = Array(repeating: "*\(before)", count: 9).joined(separator: ", ")
            bomb += "\(name): &\(name) [\(parts)]\n"
        }
        sample.files["Packs/sample/knowledge.yaml"] = bomb
        let found = try problems(sample)
        #expect(found.map(\.line) == [5] && found[0].sentence(in: .english).contains("references"))
    }

    @Test func `a rule needs one trigger and an effect`() throws {
        var sample = SamplePack()
        sample.replace(
            "    - after: 60s\n", with: "    - after: 60s\n      enter: true\n",
            in: "Packs/sample/scenarios/T01.yaml")
        sample.replace(
            "  - hears: {says: [绝对, absolutely]}\n    say: {zh: [真的？, 真的吗, 这么肯定？], en: [Really?, Is it?, You sure?]}",
            with: "  - hears: {says: [绝对, absolutely]}", in: "Packs/sample/scenarios/T01.yaml")
        let facts = try problems(sample).map(\.fact)
        #expect(facts == [.triggers(2), .noEffect])
    }

    @Test func `a state nobody reaches and a customer nobody can content are found`() throws {
        var sample = SamplePack()
        let path = "Packs/sample/scenarios/T01.yaml"
        sample.replace("      go: bought\n", with: "", in: path)
        sample.replace("reveal: loose\n", with: "understood: true\n", in: path)
        sample.replace("      met: loose\n", with: "", in: path)
        let facts = try load(sample).check().map(\.fact)
        #expect(facts.contains(.neverReached("bought")))
        #expect(facts.contains(.neverEnds))
        #expect(facts.contains(.needNeverRevealed("loose")))
    }

    @Test func `the same files have one fingerprint, a changed one another`() throws {
        let first = try load().contentHash
        #expect(try load().contentHash == first)
        var sample = SamplePack()
        sample.replace("seed: 7", with: "seed: 8", in: "Packs/sample/pack.yaml")
        #expect(try load(sample).contentHash != first)
    }
}
