import Console
import Course
import Engine
import Foundation
import Grading
import Scenarios
import Shifts
import Simulation
import Storage

/// What stands behind the pages of the course: the content, a person's own files, shifts that are
/// over, cases played by programs.
///
/// A class: it remembers what was read and judged once in a run.
final class CourseProgram: CourseHost {
    unowned let program: DeskProgram
    private var read: Curriculum?
    /// Shifts whose summary says too little, judged anew, by their names.
    private var judged: [String: ServedShift] = [:]
    /// Those that cannot be judged any more: they do not use up the few that are tried at once.
    private var beyondJudging: Set<String> = []
    /// More than this many are not judged anew at once: it would be felt.
    private static let judgedAtOnce = 12

    init(_ program: DeskProgram) { self.program = program }

    private var library: Library { program.library }
    private var shelf: CourseShelf { CourseShelf(folder: program.folders.course) }

    func curriculum() throws(StorageTrouble) -> Curriculum {
        if let read { return read }
        do {
            let fresh = try library.curriculum()
            read = fresh
            return fresh
        } catch { throw DeskProgram.trouble(error) }
    }

    // MARK: A person's own files

    func markRead(_ lesson: String) throws(StorageTrouble) {
        do {
            var lessons = try lessonsRead()
            guard lessons.add(lesson) else { return }
            try shelf.keep(try EntryCoding().encode(lessons), as: Self.lessonsFile)
        } catch { throw DeskProgram.trouble(error) }
    }

    private static let lessonsFile = "lessons-read"

    private func lessonsRead() throws -> LessonsRead {
        guard let bytes = try shelf.bytes(of: Self.lessonsFile) else { return LessonsRead() }
        // A broken list of lessons read costs a tick or two, not the course.
        return (try? EntryCoding().decode(LessonsRead.self, from: bytes)) ?? LessonsRead()
    }

    func sheet(_ worksheet: String) throws(StorageTrouble) -> FilledSheet {
        do { return try shelf.sheet(worksheet) } catch { throw DeskProgram.trouble(error) }
    }

    func keep(_ sheet: FilledSheet, settles: Bool) throws(StorageTrouble) {
        do {
            try shelf.keep(
                try EntryCoding().encode(sheet), as: CourseShelf.file(of: sheet.worksheet),
                settles: settles)
        } catch { throw DeskProgram.trouble(error) }
    }

    func export(_ sheet: FilledSheet, of worksheet: Worksheet, as form: SheetForm)
        throws(StorageTrouble) -> String
    {
        let tongue = program.settings.language ?? Speech.tongue
        do {
            let path = try program.freePath("xiaoer-\(worksheet.name)", form.rawValue)
            let text = sheet.exported(as: form, of: worksheet, in: tongue)
            try StoredFile.write(Array(text.utf8), to: path)
            return path
        } catch { throw DeskProgram.trouble(error) }
    }

    // MARK: How far one has come

    func learningRecord() throws(StorageTrouble) -> LearningRecord {
        do {
            let curriculum = try curriculum()
            let scenarios = program.startMenu().packs.flatMap { pack in
                pack.scenarios.map {
                    LearningRecord.KnownScenario(
                        pack: pack.name, id: $0.id, level: $0.level, title: $0.title,
                        goal: $0.goal, best: $0.best)
                }
            }
            var filled: [String: Int] = [:]
            for worksheet in curriculum.worksheets {
                filled[worksheet.name] = try shelf.sheet(worksheet.name).filled(in: worksheet)
            }
            return LearningRecord(
                shifts: try served().map(\.shift), scenarios: scenarios,
                read: Set(try lessonsRead().names), filled: filled)
        } catch { throw DeskProgram.trouble(error) }
    }

    /// Shifts that are over, the newest first.
    func served() throws -> [AdminFacts.Served] {
        var left = Self.judgedAtOnce
        return try program.shelf.shifts().compactMap { shelved in
            guard case .finished(let bytes) = shelved.state, let header = shelved.header,
                let card = try? StoredShift.card(of: header, path: shelved.path)
            else { return nil }
            let summary = try? EntryCoding().decode(ShiftSummary.self, from: bytes)
            guard let shift = summary?.detail ?? judge(shelved, &left) else { return nil }
            return AdminFacts.Served(
                id: shelved.id, title: card.title,
                begunAt: Instant(milliseconds: header.createdAt * 1000),
                offset: (try? program.premises(card.pack).pack.offset) ?? CivilTime.chinaOffset,
                profile: card.profile, score: summary?.score, shift: shift)
        }
    }

    /// A shift from before its summary said so much.
    private func judge(_ shelved: ShelvedShift, _ left: inout Int) -> ServedShift? {
        if let known = judged[shelved.id] { return known }
        guard left > 0, !beyondJudging.contains(shelved.id) else { return nil }
        left -= 1
        guard let debrief = try? program.openReport(shelved.id) else {
            // It is on the list of faults already.
            beyondJudging.insert(shelved.id)
            return nil
        }
        let shift = ServedShift(
            debrief.report, records: debrief.records, shop: debrief.shop, trainee: debrief.trainee)
        judged[shelved.id] = shift
        return shift
    }

    // MARK: Played by programs

    func twoWays(in tongue: Tongue) throws(StorageTrouble) -> [PlayedWay] {
        do {
            let staged = try curriculum().settings.twoWays
            let premises = try program.premises(staged.pack).seeded(staged.seed)
            let card = premises.card(
                id: "two-ways", tongue: tongue, seed: staged.seed, scenarios: [staged.scenario])
            return try [
                play(.polite, CourseWays.polite, premises, card),
                play(.golden, CourseWays.solved, premises, card),
            ].compactMap { $0 }
        } catch { throw DeskProgram.trouble(error) }
    }

    private func play(
        _ trial: TrialAgent, _ title: Bilingual, _ premises: Premises, _ card: ShiftCard
    ) throws -> PlayedWay? {
        let run = try Rehearsal.play(premises, card, by: .trial(trial))
        guard let conversation = run.report.conversations.first?.conversation else { return nil }
        var shop = Shop(premises.pack.fixture(in: card.tongue))
        for record in run.records { shop.apply(record) }
        let grades = GradesSoFar(premises: premises, card: card, records: run.records)
        return PlayedWay(
            title: title,
            debrief: Debrief(
                id: card.id, pack: card.pack, title: card.title, report: run.report,
                records: run.records, shop: shop),
            conversation: conversation, grade: { grades.grade(of: conversation, at: $0) })
    }

    func moneyWalk(in tongue: Tongue) throws(StorageTrouble) -> MoneyWalk {
        do {
            let wished = try curriculum().settings.payments
            let pack = try program.premises(wished.pack).pack
            var fixture = pack.fixture(in: tongue)
            guard let profile = try library.profile(wished.profile) else {
                throw Failure.noInput(
                    "course.yaml 里写的平台规则 \(wished.profile) 没有。",
                    "There is no profile \(wished.profile), as course.yaml says.")
            }
            fixture.rules = profile.rules(in: tongue)
            return MoneyWalk(
                fixture, customer: CustomerID(wished.customer), variant: VariantID(wished.variant))
        } catch { throw DeskProgram.trouble(error) }
    }
}

/// How the two ways of the first lesson are called.
private enum CourseWays {
    static let polite = Bilingual(zh: "客客气气，没办成", en: "Polite, not solved")
    static let solved = Bilingual(zh: "少说两句，办成了", en: "Fewer words, solved")
}

/// The grade of a played conversation after each of its events, worked out when it is asked for.
private final class GradesSoFar {
    // A class: what was worked out once is kept.
    private let premises: Premises
    private let card: ShiftCard
    private let records: [Recorded]
    private var known: [Int: ConversationGrade] = [:]

    init(premises: Premises, card: ShiftCard, records: [Recorded]) {
        self.premises = premises
        self.card = card
        self.records = records
    }

    func grade(of conversation: ConversationID, at event: Int) -> ConversationGrade? {
        if let grade = known[event] { return grade }
        let report = premises.report(on: Array(records.prefix(event)), of: card)
        let grade = report.grade(of: conversation)
        known[event] = grade
        return grade
    }
}

extension CourseShelf {
    static func file(of worksheet: String) -> String { "worksheet-" + worksheet }

    /// A worksheet as it was left; an empty one at first.
    func sheet(_ name: String) throws -> FilledSheet {
        guard let bytes = try bytes(of: Self.file(of: name)) else {
            return FilledSheet(worksheet: name)
        }
        do { return try EntryCoding().decode(FilledSheet.self, from: bytes) } catch {
            let path = path(of: Self.file(of: name))
            throw Failure.data(
                "\(path) 读不懂，原样留着。改个名字，这张练习纸就从空白开始。",
                "\(path) cannot be read and is left as it is. Rename it, and the worksheet begins empty."
            )
        }
    }
}
