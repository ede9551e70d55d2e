import Engine

extension ShiftScore {
    /// Works the five parts out of the conversations' grades, the figures and the tickets.
    init(
        grades: [ConversationGrade], kpis: [KPI], tickets: [Ticket],
        proposed: [KnowledgeEntry]
    ) {
        reception = Self.reception(grades)
        summaries = Self.summaries(tickets, proposed)
        findings = Self.findings(tickets)
        satisfaction = Self.satisfaction(grades, kpis)
        process = Self.process(grades)
    }

    private static func reception(_ grades: [ConversationGrade]) -> Part {
        let totals = grades.map(\.total)
        return Part(
            points: mean(totals), weight: 70,
            explanation: Bilingual(
                zh: "接待：\(totals.count) 场会话得分的平均",
                en: totals.count == 1
                    ? "Reception: the grade of the one conversation"
                    : "Reception: the mean grade of \(totals.count) conversations"))
    }

    /// What table 1-3 gives a fifth of the work to: problems summed up for those who can mend
    /// them. In a shift without one, the ordinary tickets show how well things are put down.
    private static func summaries(_ tickets: [Ticket], _ proposed: [KnowledgeEntry]) -> Part {
        let summaries = tickets.filter { $0.kind == .summary }
        let counted = summaries.isEmpty && proposed.isEmpty ? tickets : summaries
        let full = counted.filter(\.isComplete).count + proposed.filter(\.isComplete).count
        let all = counted.count + proposed.count
        let points = all == 0 ? nil : full * 100 / all
        guard all > 0 else {
            return Part(
                points: nil, weight: 20,
                explanation: Bilingual(
                    zh: "问题整理：没有工单，也没有词条",
                    en: "Problem summaries: no tickets and no entries"))
        }
        guard !summaries.isEmpty || !proposed.isEmpty else {
            return Part(
                points: points, weight: 20,
                explanation: Bilingual(
                    zh: "问题整理：没有单独整理，按 \(all) 张工单算，写全的 \(full) 张",
                    en: "Problem summaries: none written; \(full) of \(all) tickets complete"))
        }
        let entries = Bilingual(
            zh: proposed.isEmpty ? "" : "（其中词条 \(proposed.count) 条）",
            en: proposed.isEmpty
                ? "" : ", \(proposed.count) of them knowledge entries")
        return Part(
            points: points, weight: 20,
            explanation: Bilingual(
                zh: "问题整理：\(all) 份\(entries.zh)，写全的 \(full) 份",
                en: "Problem summaries: \(full) of \(all) complete\(entries.en)"))
    }

    private static func findings(_ tickets: [Ticket]) -> Part {
        let found = tickets.filter { $0.department == .product }
        let full = found.filter(\.isComplete).count
        return Part(
            points: found.isEmpty ? nil : full * 100 / found.count, weight: 10,
            explanation: Bilingual(
                zh: "产品与缺陷：反馈给产品部门 \(found.count) 条",
                en: "Product findings: \(found.count) reported to the product department"))
    }

    private static func satisfaction(_ grades: [ConversationGrade], _ kpis: [KPI]) -> Part {
        if let kpi = kpis.first(where: { $0.kind == .satisfaction }), kpi.whole > 0 {
            return Part(
                points: kpi.part * 100 / kpi.whole, weight: 60,
                explanation: Bilingual(
                    zh: "满意度：\(kpi.whole) 个评价，满意 \(kpi.part) 个",
                    en: "Satisfaction: \(kpi.part) of \(kpi.whole) ratings satisfied"))
        }
        // A customer whom nobody answered is not content, however they came; where an answer was
        // not due yet there is nothing to tell.
        func ids(_ kind: KPI.Kind, _ pick: (KPI) -> [ConversationID?]) -> Set<ConversationID> {
            Set(kpis.first { $0.kind == kind }.map(pick)?.compactMap { $0 } ?? [])
        }
        let ignored = ids(.answeredRate) { $0.counted.filter { !$0.isGood }.map(\.conversation) }
        let notDue = ids(.channelAnswered) {
            $0.leftOut.filter { $0.why == Reason.notDue }.map(\.conversation)
        }
        let moods = grades.compactMap { grade -> Int? in
            guard ignored.contains(grade.conversation) else { return grade.mood.end }
            return notDue.contains(grade.conversation) ? nil : 0
        }
        return Part(
            points: mean(moods), weight: 60,
            explanation: Bilingual(
                zh: "满意度：没有评价，用顾客离开时的心情代替，没人理的算 0",
                en: "Satisfaction: nobody rated; how customers felt at the end stands in, "
                    + "0 for those nobody answered"))
    }

    private static func process(_ grades: [ConversationGrade]) -> Part {
        let shares = grades.map {
            ($0.points(of: .process) + $0.points(of: .record)) * 100 / 25
        }
        return Part(
            points: mean(shares), weight: 40,
            explanation: Bilingual(
                zh: "流程：各场流程分与记录分占满分的平均",
                en: "Process: mean share of the process and record points"))
    }

    private static func mean(_ values: [Int]) -> Int? {
        values.isEmpty ? nil : (values.reduce(0, +) + values.count / 2) / values.count
    }
}

extension Ticket {
    /// Says in words what it is about and names the order or the conversation where it was met, so
    /// that whoever reads it can go and look.
    fileprivate var isComplete: Bool {
        summary.count >= 8 && (order != nil || conversation != nil && kind == .summary)
    }
}

extension KnowledgeEntry {
    /// A question, and an answer that says something.
    fileprivate var isComplete: Bool { title.count >= 2 && body.count >= 8 }
}

extension NextStep {
    /// The dimension that lost most over the shift, and in it the advice that would have kept
    /// most; earlier ones win when equal.
    init(_ grades: [ConversationGrade]) {
        var lost: [Dimension: Int] = [:]
        for mark in grades.flatMap(\.marks) { lost[mark.dimension, default: 0] += mark.lost }
        let crossed = grades.filter { $0.cap != nil }
        if let grade = crossed.first, let mark = grade.marks(of: .redLines).first {
            dimension = .redLines
            advice = mark.advice ?? mark.title
            conversations = crossed.map(\.conversation)
            return
        }
        let worst = Dimension.allCases.enumerated().max { a, b in
            (lost[a.element] ?? 0, -a.offset) < (lost[b.element] ?? 0, -b.offset)
        }?.element
        guard let worst, (lost[worst] ?? 0) > 0 else {
            dimension = nil
            advice = Bilingual(
                zh: "这一班没有丢分，换一个更难的场景试试。", en: "Nothing was lost; try a harder scenario.")
            conversations = []
            return
        }
        var weights: [(advice: Bilingual, lost: Int, places: [ConversationID])] = []
        for grade in grades {
            for mark in grade.marks(of: worst) where mark.lost > 0 {
                guard let advice = mark.advice else { continue }
                if let index = weights.firstIndex(where: { $0.advice == advice }) {
                    weights[index].lost += mark.lost
                    if weights[index].places.last != grade.conversation {
                        weights[index].places.append(grade.conversation)
                    }
                } else {
                    weights.append((advice, mark.lost, [grade.conversation]))
                }
            }
        }
        let heaviest = weights.enumerated().max { a, b in
            (a.element.lost, -a.offset) < (b.element.lost, -b.offset)
        }?.element
        dimension = worst
        advice = heaviest?.advice ?? worst.name
        conversations = heaviest?.places ?? []
    }
}
