public import Engine
import Grading

/// One thing to do next, with the reason for it.
public struct Suggestion: Hashable, Sendable {
    public var title: Bilingual
    /// From what it follows, in figures where there are any.
    public var reason: Bilingual
    public var place: CoursePlace
}

/// What to do next: where the latest shifts lost most comes first, then what is still to be seen.
///
/// The same record always gives the same suggestions; nothing is left to chance.
public struct NextSteps {
    private let curriculum: Curriculum
    private let record: LearningRecord
    private var found: [Suggestion] = []

    /// - Returns: at most `limit`, the most useful first.
    public static func suggestions(
        for record: LearningRecord, in curriculum: Curriculum, limit: Int = 3
    ) -> [Suggestion] {
        var steps = NextSteps(curriculum: curriculum, record: record)
        steps.firstLesson()
        if record.shifts.isEmpty {
            steps.firstShift()
        } else {
            steps.redLines()
            steps.weakest()
        }
        steps.unfinishedLesson()
        steps.unserved()
        steps.moreStars()
        return Array(steps.found.prefix(limit))
    }

    private init(curriculum: Curriculum, record: LearningRecord) {
        self.curriculum = curriculum
        self.record = record
    }

    private var latest: ArraySlice<ServedShift> {
        record.shifts.prefix(curriculum.settings.looksBack)
    }

    private mutating func suggest(_ title: Bilingual, _ reason: Bilingual, _ place: CoursePlace) {
        guard !found.contains(where: { $0.place == place }) else { return }
        found.append(Suggestion(title: title, reason: reason, place: place))
    }

    // MARK: For a beginner

    private mutating func firstLesson() {
        guard let lesson = curriculum.lessons.first, !record.read.contains(lesson.name) else {
            return
        }
        suggest(
            lesson.title,
            Bilingual(
                zh: "第一课，十分钟：同一位顾客演两遍",
                en: "The first lesson, ten minutes: one customer, played twice"),
            .lesson(lesson.name))
    }

    private mutating func firstShift() {
        guard let drill = curriculum.chapters.first?.drills.first else { return }
        suggest(
            drill.title,
            Bilingual(
                zh: "还没有上完过一班，先接一位", en: "No shift served to its end yet; begin with one customer"),
            drill.place)
    }

    // MARK: From what went wrong

    /// A red line goes before everything else: it caps whatever was earned.
    private mutating func redLines() {
        let crossed = latest.flatMap(\.talks).filter { !$0.crossed.isEmpty }
        guard let talk = crossed.first, let line = talk.crossed.first else { return }
        let reason = Bilingual(
            zh: "\(span.zh)有 \(crossed.count) 场碰了红线：\(line.zh)",
            en: crossed.count == 1
                ? "\(span.en) crossed a red line: \(line.en)"
                : "\(span.en) crossed a red line \(crossed.count) times: \(line.en)")
        train(.redLines, reason)
    }

    private mutating func weakest() {
        let sides = Dimension.allCases.filter { $0 != .redLines }.map { side in
            let lost = latest.map { $0.lost(on: side) }
            let points = lost.reduce(0) { $0 + $1.points }
            let of = max(1, lost.reduce(0) { $0 + $1.of })
            return (side: side, share: points * 100 / of, points: points)
        }
        // Of equal shares the one with more points behind it.
        let weak = sides.enumerated().max { a, b in
            (a.element.share, a.element.points, -a.offset)
                < (b.element.share, b.element.points, -b.offset)
        }?.element
        guard let weak, weak.share >= curriculum.settings.weakFrom else { return }
        let name = weak.side.name
        var reason = Bilingual(
            zh: "\(name.zh)：\(span.zh)丢了 \(weak.share)% 的分",
            en: "\(name.en): \(weak.share)% of its points were lost in \(span.en)")
        if let worst = worst(on: weak.side) {
            reason.zh += "，\(worst.scenario.id) 丢得最多（\(worst.points) 分）"
            reason.en += ", most in \(worst.scenario.id) (\(worst.points))"
            suggest(worst.scenario.name, reason, worst.scenario.place)
        }
        train(weak.side, reason)
    }

    /// The scenario of the latest shifts that lost most on a side.
    private func worst(on side: Dimension) -> (
        scenario: LearningRecord.KnownScenario, points: Int
    )? {
        var most: (scenario: LearningRecord.KnownScenario, points: Int)?
        for talk in latest.flatMap(\.talks) {
            guard let id = talk.scenario,
                let points = talk.losses.first(where: { $0.dimension == side })?.points,
                points > most?.points ?? 0
            else { continue }
            // The same id may stand in two packs; of equal titles the first will do.
            let all = record.scenarios.filter { $0.id == id }
            guard let scenario = all.first(where: { $0.title == talk.title }) ?? all.first else {
                continue
            }
            most = (scenario, points)
        }
        return most
    }

    /// A lesson not yet read that trains this side, and a drill that does. The first of all carries
    /// the reason; those after it say what they are.
    private mutating func train(_ side: Dimension, _ reason: Bilingual) {
        let lesson = curriculum.lessons.first {
            $0.trains.contains(side) && !record.read.contains($0.name)
        }
        func said(_ own: Bilingual) -> Bilingual {
            found.contains { $0.reason == reason } ? own : reason
        }
        let name = side.name
        if let lesson {
            let own = Bilingual(
                zh: "还没读过，讲的就是\(name.zh)这一面",
                en: "Not read yet; it is about \(name.en.lowercased())")
            suggest(lesson.title, said(own), .lesson(lesson.name))
        }
        let drills = curriculum.chapters.flatMap(\.drills).filter { $0.trains.contains(side) }
        // The one that has been done least well.
        let drill = drills.enumerated().min { a, b in
            (best(of: a.element), a.offset) < (best(of: b.element), b.offset)
        }?.element
        if let drill {
            let own = Bilingual(
                zh: "专练\(name.zh)：\(drill.about.zh)",
                en: "Trains \(name.en.lowercased()): \(drill.about.en)")
            suggest(drill.title, said(own), drill.place)
        }
    }

    /// The lowest of the best grades of a drill's customers; nothing served counts as nothing.
    private func best(of drill: Drill) -> Int {
        let customers = record.scenarios.filter {
            $0.pack == drill.pack
                && (drill.scenarios.isEmpty || drill.scenarios.contains($0.id))
        }
        return customers.map { $0.best ?? 0 }.min() ?? 0
    }

    // MARK: What is still to be seen

    /// The chapter one is in: the first with a lesson begun and one unread, else the first with
    /// one unread.
    private mutating func unfinishedLesson() {
        let open = curriculum.chapters.filter { chapter in
            chapter.lessons.contains { !record.read.contains($0) }
        }
        let begun = open.first { chapter in
            chapter.lessons.contains { record.read.contains($0) }
        }
        guard let chapter = begun ?? open.first,
            let name = chapter.lessons.first(where: { !record.read.contains($0) }),
            let lesson = curriculum.lesson(name)
        else { return }
        let left = chapter.lessons.count { !record.read.contains($0) }
        suggest(
            lesson.title,
            Bilingual(
                zh: "第\(chapter.number)章还有 \(left) 课没读",
                en: "Chapter \(chapter.number) has \(left) "
                    + (left == 1 ? "lesson" : "lessons") + " unread"),
            .lesson(lesson.name))
    }

    private mutating func unserved() {
        for chapter in curriculum.chapters {
            let fresh = record.scenarios(of: chapter).filter { $0.best == nil }
            guard
                let easiest = fresh.enumerated().min(by: {
                    ($0.element.level, $0.offset) < ($1.element.level, $1.offset)
                })?.element
            else { continue }
            return suggest(
                easiest.name,
                Bilingual(
                    zh: "第\(chapter.number)章还有 \(fresh.count) 个场景没接过，从最容易的开始",
                    en: "Chapter \(chapter.number) has \(fresh.count) "
                        + (fresh.count == 1 ? "scenario" : "scenarios")
                        + " never served; this is the easiest"),
                easiest.place)
        }
    }

    /// All served: where a star is nearest.
    private mutating func moreStars() {
        let steps = curriculum.settings.starsFrom
        let near = record.scenarios.compactMap { scenario in
            scenario.best.flatMap { best in
                steps.first { $0 > best }.map { (scenario: scenario, missing: $0 - best) }
            }
        }
        guard
            let nearest = near.enumerated().min(by: {
                ($0.element.missing, $0.offset) < ($1.element.missing, $1.offset)
            })?.element
        else { return }
        suggest(
            nearest.scenario.name,
            Bilingual(
                zh: "最好 \(nearest.scenario.best ?? 0) 分，再多 \(nearest.missing) 分就多一颗星",
                en:
                    "Best so far \(nearest.scenario.best ?? 0); \(nearest.missing) more points, one more star"
            ),
            nearest.scenario.place)
    }

    /// `最近3班`, `The last 3 shifts`.
    private var span: Bilingual {
        latest.count == 1
            ? Bilingual(zh: "最近一班", en: "the last shift")
            : Bilingual(zh: "最近 \(latest.count) 班", en: "the last \(latest.count) shifts")
    }
}
