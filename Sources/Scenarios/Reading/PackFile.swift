import Engine
import Language
import Simulation
import Yams

/// What `pack.yaml` holds, before the rest is known.
struct PackFile {
    var name = ""
    var title = Engine.Bilingual(zh: "", en: "")
    /// What customers know the shop as, where it is not the title.
    var shop: Engine.Bilingual?
    /// Where customers send goods back.
    var returnAddress: AddressTexts?
    var profile = ""
    var clock = ShopClock(opensAt: Instant(milliseconds: 0), offset: CivilTime.chinaOffset)
    var seed: UInt64 = 1
    var lasts = Span.zero
    var agent: Engine.Bilingual?
    var colleagues: [Engine.Bilingual] = []
    /// Packs whose scenarios may come too.
    var from: [String] = []
    /// Another pack whose snippets are used here.
    var replies: String?
    var handover: Engine.Bilingual?
    var isExam = false
    var greeting: Wordings?
    var robot: RobotHabits?
    var curve = ArrivalCurve.even
    /// Windows of channels that differ from the profile's.
    var channels: [(channel: Conversation.Channel, change: ChannelChange)] = []
    var arrivals: [PlannedArrival] = []
    var warehouse: WarehouseHabits?
    var carrier = CarrierHabits()
    var departments: [Department: DepartmentHabits] = [:]
    var misunderstood: Wordings?
    var nudges: Wordings?
    var unanswered: Wordings?
    var thanks: Wordings?
    var givesUp: Wordings?
    var promiseBroken: Wordings?

    /// An arrival whose scenario has not been looked up yet.
    struct PlannedArrival {
        var scenario: String
        var node: Node
        var path: String
        var at: Span
        var jitter: Span
    }
}

extension FieldReader {
    mutating func pack(_ root: Node) -> PackFile? {
        guard
            let fields = fields(
                root, "",
                required: [
                    "name", "title", "profile", "opensAt", "minutes", "arrivals", "warehouse",
                ],
                optional: [
                    "shop", "returnAddress", "offset", "seed", "agent", "from", "replies", "exam",
                    "handover",
                    "place",
                    "colleagues",
                    "greeting", "robot", "curve", "channels",
                    "carrier",
                    "departments",
                    "misunderstood", "nudges", "unanswered", "thanks", "givesUp", "promiseBroken",
                ])
        else { return nil }
        var pack = PackFile()
        pack.name = text(fields, "name") ?? ""
        pack.title = bilingual(fields, "title") ?? pack.title
        pack.shop = bilingual(fields, "shop")
        if let node = fields["returnAddress"] {
            pack.returnAddress = address(node, "returnAddress")
        }
        pack.profile = text(fields, "profile") ?? ""
        pack.clock.offset = whole(fields, "offset", -720...840) ?? CivilTime.chinaOffset
        if let node = fields["opensAt"] {
            let words = node.string ?? ""
            if let opens = ShopClock.date(words, offset: pack.clock.offset) {
                pack.clock.opensAt = opens
            } else {
                fail(node, "opensAt", .unreadable(words, expected: .date))
            }
        }
        pack.seed = whole(fields, "seed", 0...Int.max).map(UInt64.init) ?? 1
        pack.lasts = .minutes(whole(fields, "minutes", 1...1440) ?? 0)
        pack.agent = bilingual(fields, "agent")
        for item in items(fields, "colleagues") {
            if let name = bilingual(item.node, item.path) { pack.colleagues.append(name) }
        }
        // Read by the start page; here it is only seen to be a number.
        _ = whole(fields, "place", 0...10_000)
        pack.isExam = flag(fields, "exam") ?? false
        pack.handover = bilingual(fields, "handover")
        pack.replies = text(fields, "replies")
        pack.from = items(fields, "from").compactMap(\.node.string)
        pack.greeting = wordings(fields, "greeting")
        if let node = fields["robot"] { pack.robot = robot(node) }
        pack.curve = curve(fields, "curve") ?? .even
        for part in parts(fields, "channels") {
            let path = fields.path("channels") + "." + part.name
            guard let channel: Conversation.Channel = name(part.key, path) else { continue }
            if let change = channelChange(part.node, path) {
                pack.channels.append((channel, change))
            }
        }
        pack.misunderstood = wordings(fields, "misunderstood")
        pack.nudges = wordings(fields, "nudges")
        pack.unanswered = wordings(fields, "unanswered")
        pack.thanks = wordings(fields, "thanks")
        pack.givesUp = wordings(fields, "givesUp")
        pack.promiseBroken = wordings(fields, "promiseBroken")
        for item in items(fields, "arrivals") {
            if let arrival = arrival(item.node, item.path) { pack.arrivals.append(arrival) }
        }
        if let node = fields["warehouse"] { pack.warehouse = warehouse(node) }
        if let node = fields["carrier"] { pack.carrier = carrier(node) }
        pack.departments = departments(fields, "departments")
        return pack
    }

    private mutating func arrival(_ node: Node, _ path: String) -> PackFile.PlannedArrival? {
        guard
            let fields = fields(node, path, required: ["scenario", "at"], optional: ["jitter"]),
            let scenario = text(fields, "scenario"), let named = fields["scenario"],
            let at = fields["at"]
        else { return nil }
        let words = at.string ?? ""
        guard let time = ShopClock.shiftTime(words) else {
            fail(at, fields.path("at"), .unreadable(words, expected: .shiftTime))
            return nil
        }
        return PackFile.PlannedArrival(
            scenario: scenario, node: named, path: fields.path("scenario"), at: time,
            jitter: span(fields, "jitter") ?? .zero)
    }

    private mutating func warehouse(_ node: Node) -> WarehouseHabits? {
        guard
            let fields = fields(
                node, "warehouse", required: ["carrier", "prefix", "after", "urged", "part"]),
            let carrier = bilingual(fields, "carrier"), let prefix = text(fields, "prefix"),
            let after = span(fields, "after"), let urged = span(fields, "urged"),
            let part = span(fields, "part")
        else { return nil }
        return WarehouseHabits(
            carrier: carrier, prefix: prefix, after: after, urged: urged, part: part)
    }

    private mutating func carrier(_ node: Node) -> CarrierHabits {
        var habits = CarrierHabits()
        guard let fields = fields(node, "carrier", required: ["scans"]) else { return habits }
        for item in items(fields, "scans") {
            guard
                let scan = self.fields(item.node, item.path, required: ["after", "code", "text"]),
                let after = span(scan, "after"), let code: Scan.Code = name(scan, "code"),
                let text = bilingual(scan, "text")
            else { continue }
            habits.scans.append(CarrierHabits.Step(after: after, code: code, text: text))
        }
        return habits
    }

    /// `knowledge.yaml`: a list of entries.
    mutating func knowledge(_ root: Node, _ path: String = "") -> Both<[KnowledgeEntry]> {
        var entries = Both<[KnowledgeEntry]> { _ in [] }
        for item in items(root, path) {
            guard
                let fields = fields(
                    item.node, item.path, required: ["id", "title", "text"],
                    optional: ["keywords", "product"]),
                let id = text(fields, "id"), let idNode = fields["id"],
                let title = bilingual(fields, "title"), let text = bilingual(fields, "text")
            else { continue }
            if names.knowledge[id] != nil { fail(idNode, fields.path("id"), .sameIDTwice(id)) }
            names.knowledge[id] = title
            let keywords = wordings(fields, "keywords")
            var product: ProductID?
            if let node = fields["product"] {
                product = known(node, fields.path("product"), .product, names.products)
                    .map { ProductID($0) }
            }
            entries.append {
                KnowledgeEntry(
                    title: title[$0], body: text[$0], keywords: keywords?[$0] ?? [],
                    product: product)
            }
        }
        return entries
    }
}
