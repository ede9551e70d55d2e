public import Engine
import Grading
import Language
import Scenarios

/// What a scenario is proved by: its model run passes with every seed, each of the other agents
/// stays under its line and in its order, and each near miss fails for its own reason.
public struct Proof {
    public let scenario: String
    public let tongue: Tongue
    /// The worst over all seeds: the golden run's lowest grade, the others' highest.
    public private(set) var grades: [TrialAgent: Int] = [:]
    /// Seeds with which the order of the agents did not hold.
    public private(set) var disordered: [UInt64] = []
    /// What the model run's own world tried in vain, each once.
    public private(set) var refused: [RefusedAct] = []
    /// Steps of the model run that the shop did not allow, each once.
    public private(set) var stumbles: [Playthrough.Stumble] = []
    /// Near misses that did not fail as they should.
    public private(set) var misses: [Miss] = []

    /// A near miss that passed, or failed for something else.
    public struct Miss: Hashable, Sendable {
        public var title: Bilingual
        public var fails: String
        public var grade: Int
        /// Whether what it names lost points.
        public var isForItsReason: Bool
    }

    /// A near miss may score this at most.
    public static let nearMissLine = 85

    public init(_ scenario: String, in tongue: Tongue) {
        self.scenario = scenario
        self.tongue = tongue
    }

    public var holds: Bool {
        disordered.isEmpty && refused.isEmpty && misses.isEmpty
            && TrialAgent.allCases.allSatisfy { trial in
                grades[trial].map(trial.isInLine) ?? true
            }
    }

    /// Plays one seed. `premises` are those of the seed; the order of the agents is judged where all
    /// of them play.
    public mutating func add(
        _ premises: Premises, seed: UInt64, trials: [TrialAgent] = TrialAgent.allCases,
        nearMisses: Bool = true
    ) throws {
        let card = premises.card(id: "check", tongue: tongue, seed: seed, scenarios: [scenario])
        var now: [TrialAgent: Int] = [:]
        for trial in trials {
            let run = try Rehearsal.play(premises, card, by: .trial(trial))
            let grade = (trial == .golden ? run.lowest : run.highest) ?? 0
            now[trial] = grade
            grades[trial] =
                grades[trial].map {
                    trial == .golden ? min($0, grade) : max($0, grade)
                } ?? grade
            guard trial == .golden else { continue }
            for act in run.refused where !refused.contains(where: { $0.isLike(act) }) {
                refused.append(act)
            }
            for stumble in run.stumbles
            where !stumbles.contains(where: { $0.refusal.code == stumble.refusal.code }) {
                stumbles.append(stumble)
            }
        }
        if trials.count == TrialAgent.allCases.count,
            !TrialAgent.isInOrder({ now[$0] ?? 0 })
        {
            disordered.append(seed)
        }
        for miss in premises.pack.scenario(scenario)?.nearMisses ?? [] where nearMisses {
            try check(miss, premises, card)
        }
    }

    private mutating func check(
        _ miss: Scenario.NearMiss, _ premises: Premises, _ card: ShiftCard
    ) throws {
        let run = try Rehearsal.play(premises, card, by: .steps([scenario: miss.steps]))
        let grade = run.highest ?? 0
        let isForItsReason =
            run.report.conversations.contains { conversation in
                conversation.marks.contains { mark in
                    (mark.lost > 0 || mark.dimension == .redLines)
                        && (mark.title.zh.contains(miss.fails)
                            || mark.title.en.contains(miss.fails))
                }
            } || run.commits(miss.fails, premises)
        guard grade > Self.nearMissLine || !isForItsReason,
            !misses.contains(where: { $0.title == miss.title })
        else { return }
        misses.append(
            Miss(
                title: miss.title, fails: miss.fails, grade: grade,
                isForItsReason: isForItsReason))
    }
}

extension Rehearsal {
    /// Whether a reply of the run holds a fault of this kind, as a pack writes it.
    fileprivate func commits(_ kind: String, _ premises: Premises) -> Bool {
        guard let wanted = Fault.Kind.allCases.first(where: { $0.written == kind }) else {
            return false
        }
        var open: Set<ConversationID> = []
        for record in records {
            if case .conversationOpened(let id, _, let channel, _, _, _) = record.event,
                channel.isPublic
            {
                open.insert(id)
            }
        }
        return records.contains { record in
            guard case .replySent(let id, _, _, let text) = record.event else { return false }
            var context = Context(now: record.at, offset: premises.pack.offset)
            context.isPublic = open.contains(id)
            return premises.reader.read(text, in: context).has(wanted)
        }
    }
}

extension RefusedAct {
    /// The same at another second of another seed is no news.
    fileprivate func isLike(_ other: RefusedAct) -> Bool {
        act.actor == other.act.actor && refusal.code == other.refusal.code
    }
}
