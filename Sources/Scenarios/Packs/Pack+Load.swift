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
    public static func load(
        _ folder: String, profiles: String, topics: [String] = []
    ) throws(PackProblems) -> Pack {
        var loading = PackLoading(folder: folder, profiles: profiles, topics: topics)
        guard let pack = loading.pack(), loading.problems.isEmpty else {
            throw PackProblems(loading.problems)
        }
        return pack
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

    init(folder: String, profiles: String, topics: [String]) {
        self.folder = folder
        self.profiles = profiles
        self.topics = topics
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
        let shop = read(folder + "/shop.yaml") { $0.shop($1, rules: rules) } ?? ShopFile()
        let knowledge =
            optional("knowledge.yaml") { $0.knowledge($1) } ?? Both { _ in [KnowledgeEntry]() }
        let scenarios = scenarios(profile?.manners, shop)
        let known = scenarioNames()
        let happenings =
            optional("happenings.yaml") { $0.happenings($1, scenarios: known) } ?? []
        guard let head, let profile else { return nil }
        var plan = plan(head, profile, shop, scenarios)
        plan.happenings = happenings
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
        let fixtures = Both { fixture($0, head, profile, shop, knowledge) }
        return Pack(
            name: URL(fileURLWithPath: folder).lastPathComponent, title: head.title,
            profile: profile, opensAt: clock.opensAt, offset: clock.offset, seed: head.seed,
            lasts: head.lasts, agentName: head.agent, scenarios: scenarios, plan: plan,
            contentHash: contentHash(profiles: [head.profile] + profile.inherits),
            chinese: fixtures.zh,
            english: fixtures.en)
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

    private mutating func scenarios(_ manners: Manners?, _ shop: ShopFile) -> [Scenario] {
        var scenarios: [Scenario] = []
        for name in Self.yamlFiles(in: folder + "/scenarios") {
            let path = folder + "/scenarios/" + name
            let empty = Manners(
                shifts: [:], starsFrom: [], leavesAtMood: 0, leavesAfterSilence: .zero,
                personas: Self.anyPersonas)
            let scenario = read(path) {
                $0.scenario($1, manners: manners ?? empty, shop: shop)
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
        Self.yamlFiles(in: folder + "/scenarios").map { String($0.dropLast(5)) }
    }

    /// Sorted, so that the same folder reads the same everywhere.
    static func yamlFiles(in folder: String) -> [String] {
        // A folder that is not there has no files.
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return all.filter { $0.hasSuffix(".yaml") }.sorted()
    }

    /// Over the names and bytes of every file, last the profile's and those it inherits from.
    private func contentHash(profiles names: [String]) -> String {
        var paths = Self.yamlFiles(in: folder).map { (name: $0, path: folder + "/" + $0) }
        paths += Self.yamlFiles(in: folder + "/scenarios").map {
            (name: "scenarios/" + $0, path: folder + "/scenarios/" + $0)
        }
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
            name: head.title[tongue], agent: "me", colleagues: head.colleagues.map { $0[tongue] },
            rules: profile.rules(in: tongue), offset: clock.offset, opensAt: clock.opensAt,
            products: shop.products[tongue], coupons: shop.coupons[tongue],
            customers: shop.customers[tongue], orders: shop.orders[tongue],
            knowledge: knowledge[tongue])
        fixture.promotions = shop.promotions[tongue]
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
            arrivals: [], manners: profile.manners, greeting: head.greeting, warehouse: warehouse,
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
                offended: stock.offended, otherOrder: stock.otherOrder))
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
