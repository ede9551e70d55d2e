import Engine
import Foundation
import Language
import Simulation
import Yams

extension Pack {
    /// Reads a pack whole, or says everything that is wrong with it.
    ///
    /// - Parameters:
    ///   - folder: e.g. `Packs/open-shop`.
    ///   - profiles: the folder with `<profile>.yaml`.
    ///   - topics: names that `about:` may use (`Lexicon.topics`); empty accepts any.
    ///   - seed: picks the names and numbers of scenarios that vary; the pack's own where nil.
    public static func load(
        _ folder: String, profiles: String, topics: [String] = [], seed: UInt64? = nil
    ) throws(PackProblems) -> Pack {
        let origin = Origin(folder: folder, profiles: profiles, topics: topics)
        return try load(origin, seed.map(Variation.Choice.seed))
    }

    /// The same pack with the names and numbers of another seed.
    public func varied(by seed: UInt64) throws(PackProblems) -> Pack {
        isVaried ? try Self.load(origin, .seed(seed)) : self
    }

    /// Reads every row of what varies once, so that no seed meets a mistake later.
    func tryEveryRow() throws(PackProblems) {
        guard isVaried else { return }
        for row in 0..<rows { _ = try Self.load(origin, .row(row)) }
    }

    private static func load(
        _ origin: Origin, _ choice: Variation.Choice?
    ) throws(PackProblems) -> Pack {
        var loading = PackLoading(origin, choice: choice)
        guard let pack = loading.pack(), loading.problems.isEmpty else {
            throw PackProblems(loading.problems)
        }
        return pack
    }

    /// Where a pack was read from.
    struct Origin: Hashable {
        var folder: String
        var profiles: String
        var topics: [String]
    }
}

/// The reading of one pack, file after file.
struct PackLoading {
    let folder: String
    let profiles: String
    let topics: [String]
    var problems: [PackProblem] = []
    private var names = KnownNames()
    private var clock = ShopClock(
        opensAt: Instant(milliseconds: 0), offset: CivilTime.chinaOffset)

    private let origin: Pack.Origin
    private let choice: Variation.Choice?
    /// Scenarios of other packs by their files.
    private var borrowed: [(name: String, path: String)] = []

    init(_ origin: Pack.Origin, choice: Variation.Choice?) {
        self.origin = origin
        self.choice = choice
        folder = origin.folder
        profiles = origin.profiles
        topics = origin.topics
    }

    mutating func pack() -> Pack? {
        let path = folder + "/pack.yaml"
        guard FileManager.default.fileExists(atPath: folder) else {
            problems.append(PackProblem(file: folder, fact: .missingFolder))
            return nil
        }
        let head = read(path) { $0.pack($1) } ?? nil
        clock = head?.clock ?? clock
        let profile = profile(named: head?.profile, in: path)
        // Without a profile the shop's numbers cannot be worked out; its own mistakes can still
        // be found by reading it with any.
        let rules = profile?.rules ?? Self.anyRules
        borrow(head, in: path)
        if let replies = head?.replies {
            let shelf = URL(fileURLWithPath: folder).deletingLastPathComponent().path
            if !FileManager.default.fileExists(atPath: "\(shelf)/\(replies)/replies.yaml") {
                problems.append(
                    PackProblem(
                        file: path, field: "replies",
                        fact: .unknownID(replies, kind: .pack, nearest: nil)))
            }
        }
        var baggage = ScenarioBaggage(
            shop: optional("shop.yaml") { $0.shop($1, rules: rules) } ?? ShopFile())
        baggage.knowledge =
            optional("knowledge.yaml") { $0.knowledge($1) } ?? Both { _ in [KnowledgeEntry]() }
        let scenarios = scenarios(
            profile?.manners, rules, choice ?? .seed(head?.seed ?? 1), &baggage)
        let known = scenarioNames()
        baggage.happenings =
            (optional("happenings.yaml") { $0.happenings($1, scenarios: known) } ?? [])
            + baggage.happenings
        let demo = optional(Self.demoFile) { $0.demo($1, scenarios: scenarios) } ?? nil
        let shop = baggage.shop
        if shop.products.zh.isEmpty, problems.isEmpty {
            problems.append(PackProblem(file: folder + "/shop.yaml", fact: .missingFile))
        }
        guard let head, let profile else { return nil }
        var plan = plan(head, profile, shop, scenarios)
        plan.happenings = baggage.happenings
        for arrival in head.arrivals {
            guard let index = scenarios.firstIndex(where: { $0.id == arrival.scenario }) else {
                let nearest = Spelling.nearest(
                    to: arrival.scenario, among: scenarioNames())
                // A scenario that could not be read has been complained of already.
                if scenarioNames().contains(arrival.scenario) { continue }
                problems.append(
                    PackProblem(
                        file: path, line: arrival.node.mark?.line ?? 0,
                        column: arrival.node.mark?.column ?? 0, field: arrival.path,
                        fact: .unknownID(arrival.scenario, kind: .scenario, nearest: nearest)))
                continue
            }
            plan.arrivals.append(
                Arrival(script: index, at: clock.opensAt + arrival.at, jitter: arrival.jitter))
        }
        let fixtures = Both { fixture($0, head, profile, shop, baggage.knowledge) }
        var pack = Pack(
            name: URL(fileURLWithPath: folder).lastPathComponent, title: head.title,
            profile: profile, opensAt: clock.opensAt, offset: clock.offset, seed: head.seed,
            lasts: head.lasts, agentName: head.agent, scenarios: scenarios, plan: plan,
            contentHash: contentHash(profiles: [head.profile] + profile.inherits),
            repliesFrom: head.replies, isExam: head.isExam, curve: head.curve,
            rows: baggage.rows, origin: origin,
            chinese: fixtures.zh,
            english: fixtures.en)
        pack.demo = demo
        return pack
    }

    // MARK: Files

    /// Reads one file; its mistakes are added to the others.
    private mutating func read<Value>(
        _ path: String, _ body: (inout FieldReader, Node) -> Value
    ) -> Value? {
        let file: YAMLFile
        do { file = try YAMLFile(path: path) } catch {
            problems.append(error)
            return nil
        }
        var reader = FieldReader(file: path)
        reader.names = names
        reader.clock = clock
        reader.topics = topics
        let value = body(&reader, file.root)
        names = reader.names
        problems += reader.problems
        return value
    }

    private mutating func optional<Value>(
        _ name: String, _ body: (inout FieldReader, Node) -> Value
    ) -> Value? {
        let path = folder + "/" + name
        return FileManager.default.fileExists(atPath: path) ? read(path, body) : nil
    }

    private mutating func profile(named name: String?, in path: String) -> Profile? {
        guard let name, !name.isEmpty else { return nil }
        let file = profiles + "/" + name + ".yaml"
        guard FileManager.default.fileExists(atPath: file) else {
            let all = Self.yamlFiles(in: profiles).map { String($0.dropLast(5)) }
            problems.append(
                PackProblem(
                    file: path, field: "profile",
                    fact: .unknownID(
                        name, kind: .profile, nearest: Spelling.nearest(to: name, among: all))))
            return nil
        }
        var loading = ProfileLoading()
        let profile = loading.profile(at: file)
        problems += loading.problems
        return loading.problems.isEmpty ? profile : nil
    }

    /// Finds the scenarios that arrive here and live in another pack.
    private mutating func borrow(_ head: PackFile?, in path: String) {
        guard let head, !head.from.isEmpty else { return }
        let shelf = URL(fileURLWithPath: folder).deletingLastPathComponent().path
        for pack in head.from
        where !FileManager.default.fileExists(atPath: shelf + "/" + pack + "/pack.yaml") {
            let all = (try? FileManager.default.contentsOfDirectory(atPath: shelf)) ?? []
            problems.append(
                PackProblem(
                    file: path, field: "from",
                    fact: .unknownID(
                        pack, kind: .pack,
                        nearest: Spelling.nearest(to: pack, among: all.sorted()))))
        }
        for arrival in head.arrivals {
            let name = arrival.scenario + ".yaml"
            guard !borrowed.contains(where: { $0.name == name }) else { continue }
            let places = head.from.map { shelf + "/" + $0 + "/scenarios/" + name }
            if let found = places.first(where: { FileManager.default.fileExists(atPath: $0) }) {
                borrowed.append((name, found))
            }
        }
    }

    /// The scenarios' files by their names: the pack's own, then the borrowed.
    private var scenarioFiles: [(name: String, path: String)] {
        Self.yamlFiles(in: folder + "/scenarios").map { ($0, folder + "/scenarios/" + $0) }
            + borrowed
    }

    private mutating func scenarios(
        _ manners: Manners?, _ rules: Rules, _ choice: Variation.Choice,
        _ baggage: inout ScenarioBaggage
    ) -> [Scenario] {
        var scenarios: [Scenario] = []
        for (_, path) in scenarioFiles {
            let empty = Manners(
                shifts: [:], starsFrom: [], leavesAtMood: 0, leavesAfterSilence: .zero,
                personas: Self.anyPersonas)
            let scenario = read(path) {
                $0.scenario(
                    $1, manners: manners ?? empty, rules: rules, choice: choice, &baggage)
            }
            guard let scenario = scenario ?? nil else { continue }
            if scenarios.contains(where: { $0.id == scenario.id }) {
                problems.append(
                    PackProblem(file: path, field: "id", fact: .sameIDTwice(scenario.id)))
            }
            scenarios.append(scenario)
        }
        return scenarios
    }

    private func scenarioNames() -> [String] {
        scenarioFiles.map { String($0.name.dropLast(5)) }
    }

    /// Sorted, so that the same folder reads the same everywhere.
    static func yamlFiles(in folder: String) -> [String] {
        // A folder that is not there has no files.
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return all.filter { $0.hasSuffix(".yaml") }.sorted()
    }

    /// What is said while the pack is shown; it changes nothing of a shift.
    private static let demoFile = "demo.yaml"

    /// Over the names and bytes of every file that makes a shift what it is, last the profile's and
    /// those it inherits from.
    private func contentHash(profiles names: [String]) -> String {
        var paths = Self.yamlFiles(in: folder).filter { $0 != Self.demoFile }
            .map { (name: $0, path: folder + "/" + $0) }
        paths += scenarioFiles.map { (name: "scenarios/" + $0.name, path: $0.path) }
        paths += names.map { (name: $0 + ".yaml", path: profiles + "/" + $0 + ".yaml") }
        var hash = Fingerprint()
        for (name, path) in paths {
            hash.add(name.utf8)
            hash.add([0])
            hash.add(FileManager.default.contents(atPath: path) ?? Data())
            hash.add([0])
        }
        return hash.hex
    }

    // MARK: Putting together

    private func fixture(
        _ tongue: Engine.Tongue, _ head: PackFile, _ profile: Profile, _ shop: ShopFile,
        _ knowledge: Both<[KnowledgeEntry]>
    ) -> ShopFixture {
        var fixture = ShopFixture(
            name: (head.shop ?? head.title)[tongue], agent: "me",
            colleagues: head.colleagues.map { $0[tongue] },
            rules: profile.rules(in: tongue), offset: clock.offset, opensAt: clock.opensAt,
            products: shop.products[tongue], coupons: shop.coupons[tongue],
            customers: shop.customers[tongue], orders: shop.orders[tongue],
            knowledge: knowledge[tongue])
        fixture.promotions = shop.promotions[tongue]
        fixture.handover = head.handover?[tongue]
        fixture.files = shop.files.map { $0[tongue] }
        fixture.rules.channels = channels(head, profile)
        fixture.rules.speech.answersAreHeard = true
        fixture.rules.afterSales.returnAddress = head.returnAddress.map {
            tongue == .chinese ? $0.zh : $0.en
        }
        return fixture
    }

    private func plan(
        _ head: PackFile, _ profile: Profile, _ shop: ShopFile, _ scenarios: [Scenario]
    ) -> CastPlan {
        let nobody = Engine.Bilingual(zh: "快递", en: "courier")
        var warehouse =
            head.warehouse
            ?? WarehouseHabits(
                carrier: nobody, prefix: "", after: .zero, urged: .zero, part: .zero)
        warehouse.leaves = shop.leaves
        let stock = StockPhrases.usual
        return CastPlan(
            opensAt: clock.opensAt, offset: clock.offset, scripts: scenarios.map(\.script),
            arrivals: [], manners: profile.manners, channels: channels(head, profile),
            greeting: head.greeting, robot: head.robot, warehouse: warehouse,
            carrier: head.carrier, departments: head.departments, coming: shop.coming,
            restocks: shop.restocks,
            unshipped: shop.orders.zh.filter { $0.status == .waitShip }.map {
                Unshipped(order: $0.id, paidAt: $0.paidAt ?? clock.opensAt)
            },
            phrases: StockPhrases(
                misunderstood: head.misunderstood ?? stock.misunderstood,
                nudges: head.nudges ?? stock.nudges,
                unanswered: head.unanswered ?? stock.unanswered,
                thanks: head.thanks ?? stock.thanks,
                givesUp: head.givesUp ?? stock.givesUp,
                promiseBroken: head.promiseBroken ?? stock.promiseBroken,
                offended: stock.offended, otherOrder: stock.otherOrder,
                wantsPerson: stock.wantsPerson))
    }

    /// The pack's own windows over the platform's.
    private func channels(_ head: PackFile, _ profile: Profile) -> ChannelRules {
        var channels = profile.rules.channels
        for (channel, change) in head.channels { change.apply(to: &channels, channel) }
        return channels
    }

    /// Stand-ins while the profile is missing or wrong; a pack read with them is thrown away.
    private static let anyRules = Rules(
        payWithin: .hours(1), shipWithin: .hours(1), autoConfirmAfter: .days(1), extensionDays: [],
        extensionsPerOrder: 0, answerRefundWithin: .hours(1), compensationLimit: .zero,
        compensationPercent: 0, recallWithin: .zero, memoBytes: 1, messageCharacters: 1,
        ticketWithin: .hours(1), postage: .zero, freePostageFrom: .zero)

    private static let anyPersonas = Dictionary(
        uniqueKeysWithValues: Persona.Kind.allCases.map {
            ($0, Persona(kind: $0, mood: 50, patience: .minutes(1), ratesUnasked: 0))
        })
}
