public import Engine

/// A contest: the same customers for everybody, by the same clock, with nobody whispering.
///
/// ```yaml
/// title: {zh: 春季客服赛, en: Spring contest}
/// pack: first-shift
/// seed: 7
/// clock: 1                  # shop seconds in a second: 1, 2, 4 or 8
/// language: zh              # what the customers speak
/// until: 2026-04-01 18:00   # begun later, it does not count
/// ```
public struct Contest: Hashable, Sendable {
    public var title: Bilingual?
    public var pack: String
    public var seed: UInt64
    /// The pack's own where nil.
    public var profile: String?
    public var clock: Int
    public var language: Tongue?
    public var until: Instant?

    public init(
        title: Bilingual? = nil, pack: String, seed: UInt64, profile: String? = nil,
        clock: Int = 1, language: Tongue? = nil, until: Instant? = nil
    ) {
        self.title = title
        self.pack = pack
        self.seed = seed
        self.profile = profile
        self.clock = clock
        self.language = language
        self.until = until
    }

    /// The speeds a contest may run at: those of the desk.
    public static let clocks = [1, 2, 4, 8]

    /// Time that may be lost on the wall without anybody having stopped the clock: opening, saving,
    /// a slow machine.
    static let allowance = Span.minutes(2)

    /// Why a shift is no part of the contest; nothing where it is.
    public func objections(to entry: ContestEntry) -> [Objection] {
        var objections: [Objection] = []
        if entry.pack != pack { objections.append(.otherPack(entry.pack)) }
        if entry.seed != seed { objections.append(.otherSeed(entry.seed)) }
        if let profile, entry.profile != profile {
            objections.append(.otherProfile(entry.profile))
        }
        if let language, entry.language != language {
            objections.append(.otherLanguage(entry.language))
        }
        if entry.isNarrowed { objections.append(.notWhole) }
        guard let terms = entry.terms else { return objections + [.notMarked] }
        if terms.clock != clock { objections.append(.otherClock(terms.clock)) }
        if terms.isCoached { objections.append(.coached) }
        if let until, entry.begunAt > until { objections.append(.tooLate(entry.begunAt)) }
        if let wall = entry.onTheWall, terms.clock > 0 {
            let due = Span(milliseconds: entry.inTheShop.milliseconds / Int64(terms.clock))
            let difference = Span(milliseconds: abs(wall.milliseconds - due.milliseconds))
            if difference > Self.allowance {
                objections.append(.stoodStill(wall: wall, due: due))
            }
        } else {
            objections.append(.noEnd)
        }
        return objections
    }
}

/// What a shift's file says of how it was served.
public struct ContestEntry: Hashable, Sendable {
    public var pack: String
    public var seed: UInt64
    public var profile: String
    public var language: Tongue
    /// Not the whole pack, but some of its customers.
    public var isNarrowed: Bool
    /// As the desk noted them when it opened the contest; nil for an ordinary shift.
    public var terms: Terms?
    public var begunAt: Instant
    /// How long it took on the wall's clock; nil where its end was not noted.
    public var onTheWall: Span?
    /// How long it lasted on the shop's.
    public var inTheShop: Span

    /// Under which terms the desk served it.
    public struct Terms: Hashable, Sendable {
        public var clock: Int
        public var isCoached: Bool

        public init(clock: Int, isCoached: Bool) {
            self.clock = clock
            self.isCoached = isCoached
        }
    }

    public init(
        pack: String, seed: UInt64, profile: String, language: Tongue, isNarrowed: Bool = false,
        terms: Terms?, begunAt: Instant, onTheWall: Span?, inTheShop: Span
    ) {
        self.pack = pack
        self.seed = seed
        self.profile = profile
        self.language = language
        self.isNarrowed = isNarrowed
        self.terms = terms
        self.begunAt = begunAt
        self.onTheWall = onTheWall
        self.inTheShop = inTheShop
    }
}

/// One reason why a shift is no part of a contest.
public enum Objection: Hashable, Sendable {
    case otherPack(String)
    case otherSeed(UInt64)
    case otherProfile(String)
    case otherLanguage(Tongue)
    case notWhole
    /// Served as an ordinary shift, with a clock that can be stopped.
    case notMarked
    case otherClock(Int)
    case coached
    case tooLate(Instant)
    /// The time on the wall and the time in the shop do not fit together.
    case stoodStill(wall: Span, due: Span)
    case noEnd

    public var words: Bilingual {
        switch self {
        case .otherPack(let name): Bilingual(zh: "教学包是 \(name)", en: "its pack is \(name)")
        case .otherSeed(let seed): Bilingual(zh: "种子是 \(seed)", en: "its seed is \(seed)")
        case .otherProfile(let name):
            Bilingual(zh: "平台规则是 \(name)", en: "its profile is \(name)")
        case .otherLanguage(let tongue):
            Bilingual(
                zh: "顾客说的是\(tongue == .chinese ? "中文" : "英文")",
                en: "its customers spoke \(tongue == .chinese ? "Chinese" : "English")")
        case .notWhole: Bilingual(zh: "只接了一部分顾客", en: "only some of the customers came")
        case .notMarked:
            Bilingual(zh: "是平常的班次，不是用 xiaoer contest 开的", en: "it is an ordinary shift")
        case .otherClock(let speed):
            Bilingual(zh: "时钟是 \(speed) 倍速", en: "its clock ran ×\(speed)")
        case .coached: Bilingual(zh: "开着写时提示", en: "the coach was on")
        case .tooLate(let begun):
            Bilingual(
                zh: "截止以后才开始（\(Self.moment(begun))）",
                en: "it began after the end (\(Self.moment(begun)))")
        case .stoodStill(let wall, let due):
            Bilingual(
                zh: "时钟停过或拨过：实际用了 \(Self.minutes(wall))，按时钟应是 \(Self.minutes(due))",
                en: "its clock was stopped or moved: it took \(Self.minutes(wall)) instead of "
                    + Self.minutes(due))
        case .noEnd: Bilingual(zh: "没有记下结束的时间", en: "the time of its end was not noted")
        }
    }

    private static func moment(_ instant: Instant) -> String {
        let time = CivilTime(instant)
        return "\(time.date) \(time.clock)"
    }

    private static func minutes(_ span: Span) -> String {
        let whole = abs(span.seconds)
        let seconds = whole % 60
        return (span.seconds < 0 ? "−" : "") + "\(whole / 60):" + (seconds < 10 ? "0" : "")
            + "\(seconds)"
    }
}
