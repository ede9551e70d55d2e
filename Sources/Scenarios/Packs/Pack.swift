public import Engine
import Language
public import Simulation

/// A shop and the customers of one shift, read whole from a folder of YAML files; nothing of it
/// exists when any of it is wrong.
///
/// ```swift
/// let pack = try Pack.load("Packs/open-shop", profiles: "Profiles")
/// let shop = Shop(pack.fixture(in: .chinese))
/// ```
public struct Pack: Hashable, Sendable {
    /// The folder's name.
    public var name: String
    public var title: Engine.Bilingual
    public var profile: Profile
    public var opensAt: Instant
    /// Minutes east of UTC.
    public var offset: Int
    /// Used where no other seed is asked for.
    public var seed: UInt64
    /// How long the shift lasts.
    public var lasts: Span
    /// How the person at the desk is called in this shop; nil where the pack does not say.
    public var agentName: Engine.Bilingual?
    /// In the order of their names.
    public var scenarios: [Scenario]
    public var plan: CastPlan
    /// A fingerprint of every file that was read: the same files give the same one anywhere.
    public var contentHash: String
    /// The pack whose snippets are used; nil for its own.
    public var repliesFrom: String?
    /// Served without a coach at the desk.
    public var isExam = false
    /// How its model run is shown to a class; nil where nobody has written that.
    public var demo: Demo?
    /// How a crowd spreads over the hours.
    public var curve = ArrivalCurve.even
    /// The most rows that one group of names and numbers has; nought where nothing varies.
    var rows: Int
    /// Some scenario has other names and numbers with another seed.
    public var isVaried: Bool { rows > 0 }
    var origin: Origin
    var chinese: ShopFixture
    var english: ShopFixture

    /// What the shop opens with, its names and texts in one language.
    public func fixture(in tongue: Engine.Tongue) -> ShopFixture {
        switch tongue {
        case .chinese: chinese
        case .english: english
        }
    }

    public func scenario(_ id: String) -> Scenario? { scenarios.first { $0.id == id } }

    /// The same pack with only these scenarios' customers, in the order of their arrival; one
    /// whose customer does not come by itself comes at once.
    public func narrowed(to ids: [String]) -> Pack {
        var pack = self
        pack.plan.arrivals.removeAll { !ids.contains(plan.scripts[$0.script].id) }
        pack.plan.happenings.removeAll { happening in
            !happening.scenarios.isEmpty && !happening.scenarios.contains { ids.contains($0) }
        }
        // Nobody practises waiting: the first of them comes soon, the others as long after.
        if let first = pack.plan.arrivals.map(\.at).min(), first > opensAt + .seconds(20) {
            let early = first - (opensAt + .seconds(20))
            for index in pack.plan.arrivals.indices {
                pack.plan.arrivals[index].at = pack.plan.arrivals[index].at - early
            }
            for index in pack.plan.happenings.indices {
                // What opens the shift is how things have come to stand; it stays where it is.
                guard case .at(let instant) = pack.plan.happenings[index].cause,
                    instant > opensAt + .seconds(20)
                else { continue }
                pack.plan.happenings[index].cause = .at(max(opensAt, instant - early))
            }
        }
        for (index, script) in plan.scripts.enumerated() where ids.contains(script.id) {
            if !pack.plan.arrivals.contains(where: { $0.script == index }) {
                pack.plan.arrivals.append(Arrival(script: index, at: opensAt + .seconds(5)))
            }
        }
        return pack
    }

    /// How a change of mood is called: a rule of the profile or one of a scenario's own.
    public func moodTitle(_ rule: String) -> Engine.Bilingual? {
        if rule == MoodCause.recalled {
            return Bilingual(zh: "说过的话又撤回了", en: "what had been said was recalled")
        }
        if let played = PlayedMood(rawValue: rule) { return played.title }
        if let known = MoodRule(rawValue: rule) { return plan.manners.shifts[known]?.title }
        for script in plan.scripts {
            if let found = script.chart.rules.first(where: { $0.id == rule }) {
                return found.effects.because
            }
        }
        return nil
    }
}
