public import Engine

/// How far one person has come: shifts that are over, best grades, lessons read.
public struct LearningRecord: Hashable, Sendable {
    /// The newest first.
    public var shifts: [ServedShift]
    /// Every scenario there is, pack by pack.
    public var scenarios: [KnownScenario]
    /// Names of lessons.
    public var read: Set<String>
    /// Places filled in, by worksheet.
    public var filled: [String: Int]

    public init(
        shifts: [ServedShift] = [], scenarios: [KnownScenario] = [], read: Set<String> = [],
        filled: [String: Int] = [:]
    ) {
        self.shifts = shifts
        self.scenarios = scenarios
        self.read = read
        self.filled = filled
    }

    /// A scenario of a pack, and how well it was ever served.
    public struct KnownScenario: Hashable, Sendable {
        public var pack: String
        public var id: String
        /// How hard, 1…5.
        public var level: Int
        public var title: Bilingual
        public var goal: Bilingual
        /// Out of 100; nil when never served.
        public var best: Int?

        public init(
            pack: String, id: String, level: Int, title: Bilingual, goal: Bilingual,
            best: Int? = nil
        ) {
            self.pack = pack
            self.id = id
            self.level = level
            self.title = title
            self.goal = goal
            self.best = best
        }

        public var place: CoursePlace { .shift(pack: pack, scenarios: [id]) }

        /// `M06 两天了还不发`.
        public var name: Bilingual {
            Bilingual(zh: "\(id) \(title.zh)", en: "\(id) \(title.en)")
        }
    }

    /// The scenarios of a chapter, in the order of its packs.
    public func scenarios(of chapter: Chapter) -> [KnownScenario] {
        chapter.packs.flatMap { pack in scenarios.filter { $0.pack == pack } }
    }

    /// Stars earned in a chapter, and how many there are.
    public func stars(of chapter: Chapter, in curriculum: Curriculum) -> (earned: Int, of: Int) {
        let all = scenarios(of: chapter)
        let earned = all.reduce(0) { $0 + curriculum.stars(for: $1.best) }
        return (earned, all.count * curriculum.settings.starsFrom.count)
    }
}

/// Which lessons a person has read; kept in a file of its own.
public struct LessonsRead: Hashable, Sendable, Codable {
    public var names: [String]

    public init(_ names: [String] = []) { self.names = names }

    /// False where it was there already.
    public mutating func add(_ name: String) -> Bool {
        guard !names.contains(name) else { return false }
        names.append(name)
        return true
    }
}
