public import Engine
import Foundation
import Grading
import Language
import Scenarios
public import Shifts
import Storage

/// Makes the files that students would hand in.
///
/// ```swift
/// let mill = try ClassMill(root: Repository.root)
/// try mill.serve(ClassMill.Seat("张三", as: .golden, seed: 7), into: folder)
/// ```
public struct ClassMill: Sendable {
    /// One student at one shift.
    public struct Seat: Sendable {
        public var name: String?
        public var agent: TrialAgent
        public var seed: UInt64
        /// Seconds since 1970 on the wall's clock.
        public var begunAt: Int64
        public var tongue: Tongue
        public var contest: ContestTerms?
        /// Seconds on the wall from the beginning to the end; as long as the shop's time where nil.
        public var lasted: Int64?
        /// The file's name without its ending; the shift's id where nil.
        public var file: String?
        public var id: String

        public init(
            _ name: String?, as agent: TrialAgent, seed: UInt64 = 7,
            begunAt: Int64 = ClassMill.monday, tongue: Tongue = .chinese,
            contest: ContestTerms? = nil, lasted: Int64? = nil, file: String? = nil,
            id: String? = nil
        ) {
            self.name = name
            self.agent = agent
            self.seed = seed
            self.begunAt = begunAt
            self.tongue = tongue
            self.contest = contest
            self.lasted = lasted
            self.file = file
            self.id = id ?? "s-\(begunAt)-\(seed)-\(agent.rawValue)-\(tongue.rawValue)"
        }
    }

    /// Monday, 16 March 2026, 10:00 in China.
    public static let monday: Int64 = 1_773_626_400
    public static let week: Int64 = 7 * 86_400

    private let premises: Premises

    /// - Parameter root: the folder in which packs, profiles and lexicons are.
    public init(root: String, pack: String = "first-shift") throws {
        let reader = Reader(lexicon: try Lexicon(folder: root + "/Lexicons"))
        premises = Premises(
            pack: try Pack.load(
                root + "/Packs/" + pack, profiles: root + "/Profiles",
                topics: reader.lexicon.topics),
            reader: reader)
    }

    /// Serves one shift and writes its file into the folder; answers where.
    @discardableResult
    public func serve(_ seat: Seat, into folder: String) throws -> String {
        let shop = try premises.varied(by: seat.seed)
        var card = shop.card(id: seat.id, tongue: seat.tongue, seed: seat.seed)
        card.trainee = seat.name
        card.contest = seat.contest
        let store = MemoryStore()
        let run = try Rehearsal.play(shop, card, by: .trial(seat.agent), store: store)
        try keep(run, store.entries, card, seat, in: folder)
        let path = folder + "/" + card.id + ".shift"
        guard let file = seat.file, file != card.id else { return path }
        let named = folder + "/" + file + ".shift"
        try FileManager.default.moveItem(atPath: path, toPath: named)
        return named
    }

    /// The journal is closed when this returns, so that its file is all there is of it.
    private func keep(
        _ run: Rehearsal, _ entries: [Entry], _ card: ShiftCard, _ seat: Seat, in folder: String
    ) throws {
        let coding = EntryCoding()
        let journal = try Journal.create(
            in: folder,
            header: ShiftHeader(
                id: card.id, packName: card.pack, packHash: card.packHash, profile: card.profile,
                seed: card.seed, language: card.tongue, startedAt: card.startsAt,
                createdAt: seat.begunAt, programVersion: "mill",
                options: try coding.encode(card)))
        try journal.append(
            try entries.map { entry in
                JournalEntry(
                    sequence: entry.sequence, at: entry.at, actor: entry.actor.code,
                    isExternal: entry.isExternal, command: try coding.encode(entry.command),
                    events: try coding.encode(entry.events))
            })
        let inTheShop = (entries.last?.at ?? card.startsAt) - card.startsAt
        let lasted =
            seat.lasted ?? Int64(inTheShop.seconds) / Int64(seat.contest?.clock ?? 1)
        let summary = Summary(
            score: run.report.score.total, conversations: run.report.conversations.count,
            lasted: inTheShop, grades: [:], closedAt: seat.begunAt + lasted)
        try journal.finish(summary: try coding.encode(summary))
    }

    /// What the desk keeps with a shift that is over.
    private struct Summary: Encodable {
        var score: Int
        var conversations: Int
        var lasted: Span
        var grades: [String: Int]
        var closedAt: Int64
    }

    /// So many shifts of a class of forty over several weeks, good and bad, each with a seed of its
    /// own.
    public static func semester(_ shifts: Int) -> [Seat] {
        let agents: [TrialAgent] = [
            .golden, .rude, .polite, .liar, .golden, .overPromiser, .keywordStuffer, .copyPaster,
        ]
        var dice = Dice(seed: 1, purpose: "semester")
        return (0..<shifts).map { number in
            let student = number % 40
            let week = Int64(number / 40)
            // Who served badly at first serves better later.
            let agent =
                dice.chance(percent: 20 * Int(week)) ? .golden : agents[student % agents.count]
            return Seat(
                "学员\(student + 1)", as: agent, seed: UInt64(number + 1),
                begunAt: monday + week * Self.week + Int64(student * 600),
                tongue: student % 5 == 4 ? .english : .chinese, id: "semester-\(number)")
        }
    }
}
