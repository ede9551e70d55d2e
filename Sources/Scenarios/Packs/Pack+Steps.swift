import Engine
import Simulation

extension Pack {
    /// Reads a file of an agent's steps, written like a scenario's `golden`, by scenario:
    ///
    /// ```yaml
    /// P02:
    ///   - {after: buyer, at: "+0:10", reply: {zh: 您好, en: Hello}}
    /// ```
    /// - Throws: everything wrong with it, at once.
    public func steps(
        fromFile path: String
    ) throws(PackProblems) -> [String: [GoldenStep]] {
        let file: YAMLFile
        do { file = try YAMLFile(path: path) } catch { throw PackProblems([error]) }
        var reader = FieldReader(file: path)
        reader.names = knownNames
        reader.clock = ShopClock(opensAt: opensAt, offset: offset)
        var steps: [String: [GoldenStep]] = [:]
        if let fields = reader.fields(file.root, "", optional: scenarios.map(\.id)) {
            for scenario in scenarios where fields.has(scenario.id) {
                reader.customer = scenario.script.customer
                steps[scenario.id] = reader.items(fields, scenario.id).compactMap {
                    reader.goldenStep($0.node, $0.path)
                }
            }
        }
        guard reader.problems.isEmpty else { throw PackProblems(reader.problems) }
        return steps
    }

    private var knownNames: KnownNames {
        var names = KnownNames()
        let shop = fixture(in: .chinese)
        let english = fixture(in: .english)
        names.products = Set(shop.products.map(\.id.rawValue))
        names.variants = Set(shop.products.flatMap(\.variants).map(\.id.rawValue))
        names.coupons = Set(shop.coupons.map(\.id.rawValue))
        names.customers = Set(shop.customers.map(\.id.rawValue))
        names.promotions = Set(shop.promotions.map(\.id.rawValue))
        names.accounts = Set(shop.customers.flatMap(\.accounts).map(\.id.rawValue))
        for (zh, en) in zip(shop.knowledge, english.knowledge) {
            names.knowledge[zh.title] = Engine.Bilingual(zh: zh.title, en: en.title)
        }
        for (zh, en) in zip(shop.files, english.files) {
            let both = Engine.Bilingual(zh: zh.name, en: en.name)
            names.files[zh.name] = both
            names.files[en.name] = both
        }
        return names
    }
}
