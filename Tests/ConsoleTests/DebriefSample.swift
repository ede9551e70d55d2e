import Engine
import Shifts
import Typing

@testable import Console
@testable import Grading

/// A debrief written out by hand: two customers, one served well and one badly, so that every
/// kind of line stands in it.
enum DebriefSample {
    static func debrief(_ tongue: Tongue) -> Debrief {
        let scene = shift(tongue)
        return Debrief(
            id: "f2", pack: "open-shop", title: Bilingual(zh: "悦己小店", en: "Yueji Shop"),
            report: report(tongue), records: scene.shift.records, shop: scene.shift.shop)
    }

    /// What a test host says of a shift that has just ended.
    static func judged(_ shift: Shift) -> Debrief {
        var report = report(.chinese)
        report.conversations = []
        report.nextStep.conversations = []
        return Debrief(
            id: shift.card.id, pack: shift.card.pack, title: shift.card.title, report: report,
            records: shift.records, shop: shift.shop)
    }

    /// Two conversations, acted out.
    private static func shift(_ tongue: Tongue) -> DeskScene {
        let zh = tongue == .chinese
        let scene = DeskScene(tongue: tongue)
        do {
            try scene.comes("liqian", saying: texts(zh)[0], order: DeskShop.rice)
            scene.desk.submit(.look(conversation: "c1", at: .order(DeskShop.rice)))
            scene.desk.submit(.reply(conversation: "c1", text: texts(zh)[1]))
            try scene.others(
                .feel(conversation: "c1", shift: 6, cause: MoodCause(rule: "empathy-first")),
                by: .buyer("liqian"), after: 5)
            try scene.says("liqian", texts(zh)[2], after: 20)
            scene.desk.submit(.reply(conversation: "c1", text: texts(zh)[3]))
            try scene.comes("wang", saying: texts(zh)[4], stage: .preSale, after: 30)
            scene.desk.submit(.reply(conversation: "c2", text: texts(zh)[5]))
            try scene.others(
                .feel(conversation: "c2", shift: -15, cause: MoodCause(rule: "wrong-fact")),
                by: .buyer("wang"), after: 10)
            scene.desk.submit(.close(conversation: "c2"))
        } catch { preconditionFailure("the sample cannot be acted: \(error)") }
        return scene
    }

    private static func texts(_ zh: Bool) -> [String] {
        zh
            ? [
                "两天了还不发！", "您好，我马上帮您查", "我20号要出门的",
                "5L缺货，15:00 前给您三个方案", "多大的合适？", "肯定5L，绝对不会错",
            ]
            : [
                "Two days and still not shipped!", "Hello, let me look at once",
                "I leave on the 20th", "The 5L is out; three ways by 15:00",
                "Which size fits?", "Definitely the 5L, absolutely no mistake",
            ]
    }

    // MARK: The judgement

    private static func quote(
        _ scene: DeskScene, _ text: String, isBuyer: Bool
    ) -> Grading.Evidence.Quote {
        for record in scene.shift.records {
            switch record.event {
            case .buyerSpoke(_, let message, let said) where said == text,
                .replySent(_, let message, _, let said) where said == text:
                return Grading.Evidence.Quote(
                    message: message, event: record.sequence, at: record.at, isBuyer: isBuyer,
                    text: text)
            case _: continue
            }
        }
        preconditionFailure("nobody said \(text)")
    }

    static func report(_ tongue: Tongue) -> ShiftReport {
        let scene = shift(tongue)
        let texts = texts(tongue == .chinese)
        let lines = texts.enumerated().map { place, text in
            quote(scene, text, isBuyer: place % 2 == 0)
        }
        func evidence(_ place: Int) -> Grading.Evidence {
            Grading.Evidence(events: [lines[place].event], quotes: [lines[place]])
        }
        let good = good(lines, evidence, tongue)
        let bad = bad(lines, evidence, tongue)
        return ShiftReport(
            shop: "小满家电", agent: "me", startedAt: DeskScene.opensAt,
            endedAt: DeskScene.opensAt + .minutes(27), offset: CivilTime.chinaOffset,
            counting: CountingRules(platform: "general", asOf: "2026-03-01"),
            conversations: [good, bad], kpis: kpis(lines), score: score,
            nextStep: NextStep(
                dimension: .language,
                advice: Bilingual(
                    zh: "把“肯定、绝对”换成事实：尺码表怎么说，就怎么说。",
                    en: "Trade “definitely” for a fact: say what the size table says."),
                conversations: ["c2"]), typing: typing(tongue))
    }

    /// What was pressed and typed: the first conversation solved, replies used in the second.
    private static func typing(_ tongue: Tongue) -> ShiftTyping {
        var first = KeyTally()
        first.keys = 38
        first.commits = tongue == .chinese ? 9 : 0
        first.characters = 61
        first.corrections = 3
        let pace = Pace(characters: 48, milliseconds: 41_000)
        if tongue == .chinese { first.chinese = pace } else { first.english = pace }
        var second = KeyTally()
        second.keys = 14
        second.replies = 2
        if tongue == .chinese { second.savedChinese = 64 } else { second.savedEnglish = 140 }
        return ShiftTyping(
            ["c1": first, "c2": second], solved: ["c1"],
            goals: TypingGoals(chinese: 80, english: 40))
    }

    private static let score = ShiftScore(
        reception: .init(
            points: 71, weight: 70,
            explanation: Bilingual(zh: "接待：2 场会话得分的平均", en: "Reception: mean of 2 conversations")),
        summaries: .init(
            points: nil, weight: 20,
            explanation: Bilingual(zh: "问题整理：没有工单", en: "Problem summaries: no ticket")),
        findings: .init(
            points: nil, weight: 10,
            explanation: Bilingual(zh: "产品与缺陷：没有反馈", en: "Product findings: none reported")),
        satisfaction: .init(
            points: 50, weight: 60,
            explanation: Bilingual(
                zh: "满意度：2 个评价，满意 1 个", en: "Satisfaction: 1 of 2 ratings satisfied")),
        process: .init(
            points: 68, weight: 40,
            explanation: Bilingual(
                zh: "流程：各场流程分与记录分占满分的平均", en: "Process: mean share of process and record")))

    private static func kpis(_ lines: [Grading.Evidence.Quote]) -> [KPI] {
        [
            KPI(
                kind: .sessions, value: .count(2), part: 2, whole: 2,
                counted: [
                    .init(conversation: "c1", events: [lines[0].event], isGood: true),
                    .init(conversation: "c2", events: [lines[4].event], isGood: true),
                ], leftOut: []),
            KPI(
                kind: .firstResponse, value: .time(.seconds(28)), part: 56, whole: 2, counted: [],
                leftOut: []),
            KPI(
                kind: .threeMinuteRate, value: .rate(6667), part: 2, whole: 3,
                counted: [
                    .init(
                        conversation: "c1", events: [lines[0].event, lines[1].event], isGood: true),
                    .init(
                        conversation: "c2", events: [lines[4].event, lines[5].event], isGood: false),
                ],
                leftOut: [
                    .init(
                        conversation: "c1", events: [lines[2].event],
                        why: Bilingual(zh: "道谢，不用回", en: "thanks, needs no answer"))
                ]),
            KPI(
                kind: .ticketsInTime, value: .none, part: 0, whole: 0, counted: [], leftOut: []),
        ]
    }

    private static func good(
        _ lines: [Grading.Evidence.Quote], _ evidence: (Int) -> Grading.Evidence, _ tongue: Tongue
    ) -> ConversationGrade {
        ConversationGrade(
            conversation: "c1", customer: "liqian",
            customerName: tongue == .chinese ? "李倩" : "Li Qian", scenario: "M06",
            title: Bilingual(zh: "两天了还不发", en: "Two days, not shipped"), stage: .order,
            openedAt: lines[0].at,
            marks: [
                Mark(
                    .outcome, .gained(35), Bilingual(zh: "换了款或退了款", en: "Swapped or refunded"),
                    evidence: evidence(3)),
                Mark(
                    .process, .gained(15), Bilingual(zh: "先查订单", en: "Looked at the order first"),
                    evidence: evidence(1)),
                Mark(.accuracy, .gained(15), Bilingual(zh: "说的都对", en: "All true")),
                Mark(
                    .language, .missed(3), Bilingual(zh: "结尾道别", en: "Said goodbye"),
                    evidence: evidence(3),
                    advice: Bilingual(zh: "办完说一句“有事随时找我”", en: "Close with “write to me any time”")),
                Mark(.language, .gained(12), Bilingual(zh: "有问有答", en: "Answered")),
                Mark(.speed, .gained(10), Bilingual(zh: "回得快", en: "Prompt")),
                Mark(.record, .gained(8), Bilingual(zh: "记下了承诺", en: "Promise noted")),
            ], cap: nil,
            promises: [
                PromiseReport(
                    promise: "p1", text: texts(tongue == .chinese)[3], madeAt: lines[3].at,
                    due: DeskScene.opensAt + .minutes(60), outcome: .kept, evidence: evidence(3))
            ],
            lights: lights([.meet, .learn, .help, .understand], evidence(1)),
            mood: MoodTrack(
                start: 25, end: 62, shifts: [],
                turningPoint: .init(
                    event: lines[1].event, at: lines[1].at, by: 6, rule: "empathy-first",
                    title: Bilingual(zh: "先安抚再办事", en: "Feeling first, then the matter"),
                    quote: lines[1])),
            emptyPoliteness: [], statements: [], rating: 4, isSuccess: true)
    }

    private static func bad(
        _ lines: [Grading.Evidence.Quote], _ evidence: (Int) -> Grading.Evidence, _ tongue: Tongue
    ) -> ConversationGrade {
        ConversationGrade(
            conversation: "c2", customer: "wang",
            customerName: tongue == .chinese ? "王小明" : "Wang", scenario: "P07",
            title: Bilingual(zh: "多大的合适", en: "Which size?"), stage: .preSale,
            openedAt: lines[4].at,
            marks: [
                Mark(
                    .language, .deducted(6),
                    Bilingual(zh: "说了“肯定、绝对”", en: "Said “definitely, absolutely”"),
                    evidence: evidence(5),
                    advice: Bilingual(
                        zh: "给依据：几个人吃、几升", en: "Give a reason: how many people, which size")
                ),
                Mark(
                    .redLines, .deducted(0),
                    Bilingual(zh: "泄露了别人的订单", en: "Told of another’s order"),
                    evidence: evidence(5),
                    advice: Bilingual(zh: "发出前看一眼收信人", en: "Look at the recipient before sending")),
                Mark(.outcome, .gained(52), Bilingual(zh: "顾客付了款", en: "The customer paid")),
            ], cap: 59,
            promises: [
                PromiseReport(
                    promise: nil, text: tongue == .chinese ? "尽快给您" : "as soon as possible",
                    madeAt: lines[5].at, due: nil, outcome: .undated, evidence: evidence(5))
            ],
            lights: lights([.meet], evidence(5)),
            mood: MoodTrack(
                start: 60, end: 45, shifts: [],
                turningPoint: .init(
                    event: lines[5].event, at: lines[5].at, by: -15, rule: "wrong-fact",
                    title: Bilingual(zh: "说错了事实", en: "A fact was wrong"), quote: lines[5])),
            emptyPoliteness: [lines[5]], statements: [], rating: 2, isSuccess: false)
    }

    private static func lights(_ lit: Set<Light.Step>, _ evidence: Grading.Evidence) -> [Light] {
        Light.Step.allCases.map { Light(step: $0, evidence: lit.contains($0) ? evidence : nil) }
    }
}
