public import Engine
public import Grading

/// The whole course as it stands in the folder `Course/`: seven chapters with their goals, lessons,
/// worksheets, scenarios and drills, and the few figures they go by.
///
/// ```swift
/// let curriculum = try Curriculum.load("Course", packs: { scenarios(of: $0) })
/// curriculum.chapters[3].title.zh        // 售中服务
/// ```
public struct Curriculum: Hashable, Sendable {
    public var settings: CourseSettings
    /// In their order.
    public var chapters: [Chapter]
    /// In the order in which chapters name them.
    public var lessons: [Lesson]
    /// In the order of their tables.
    public var worksheets: [Worksheet]

    public func chapter(_ number: Int) -> Chapter? { chapters.first { $0.number == number } }
    public func lesson(_ name: String) -> Lesson? { lessons.first { $0.name == name } }
    public func worksheet(_ name: String) -> Worksheet? { worksheets.first { $0.name == name } }

    /// The chapter that names a lesson.
    public func chapter(of lesson: String) -> Chapter? {
        chapters.first { $0.lessons.contains(lesson) }
    }

    /// How many stars a best grade is worth, none to three.
    public func stars(for grade: Int?) -> Int {
        guard let grade else { return 0 }
        return settings.starsFrom.count { grade >= $0 }
    }
}

/// What holds for the whole course and not for one chapter.
public struct CourseSettings: Hashable, Sendable {
    /// The grade from which a scenario has one, two, three stars.
    public var starsFrom: [Int]
    /// The share of points lost, in percent, from which one side of serving is called weak.
    public var weakFrom: Int
    /// How many of the latest shifts are looked at.
    public var looksBack: Int
    /// The case the first lesson plays both ways.
    public var twoWays: StagedCase
    /// Whose purchase the payments page follows.
    public var payments: PaymentsCase
    public var costs: Costs
}

/// One customer's case, to be played by programs.
public struct StagedCase: Hashable, Sendable {
    public var pack: String
    public var scenario: String
    public var seed: UInt64
}

/// A purchase to be followed: whose shop, what, by whom.
public struct PaymentsCase: Hashable, Sendable {
    public var pack: String
    /// The platform by whose rules it goes.
    public var profile: String
    /// A variant of the pack's shop.
    public var variant: String
    /// A customer of the pack.
    public var customer: String
}

/// One chapter of the course.
public struct Chapter: Hashable, Sendable {
    public var number: Int
    public var title: Bilingual
    /// A beginner's situation that the chapter answers.
    public var story: Bilingual
    public var goals: Goals
    /// What is to be done to have the chapter behind one.
    public var tasks: [Bilingual]
    /// Names of lessons and worksheets.
    public var lessons: [String]
    public var worksheets: [String]
    /// The packs whose scenarios belong to it.
    public var packs: [String]
    public var drills: [Drill]

    /// What a learner is to know, to be able to do, and to care for.
    public struct Goals: Hashable, Sendable {
        public var knowledge: [Bilingual]
        public var skill: [Bilingual]
        public var attitude: [Bilingual]
    }
}

/// A few customers brought together to train one side of serving.
public struct Drill: Hashable, Sendable {
    public var id: String
    public var title: Bilingual
    public var about: Bilingual
    /// The sides of a conversation's grade that it trains.
    public var trains: [Dimension]
    public var pack: String
    /// Empty for the whole shift of the pack.
    public var scenarios: [String]

    public var place: CoursePlace { .shift(pack: pack, scenarios: scenarios) }
}

/// A short page to be read at the desk; it ends with something to try.
public struct Lesson: Hashable, Sendable {
    public var name: String
    public var title: Bilingual
    public var trains: [Dimension]
    /// A paragraph a line; a line that begins with `- ` is a point of a list.
    public var text: Bilingual
    /// What to try, in words, and where.
    public var trial: Bilingual
    public var place: CoursePlace
}

/// Where something in the course leads.
public enum CoursePlace: Hashable, Sendable {
    case chapter(Int)
    case lesson(String)
    case worksheet(String)
    case page(CoursePage)
    /// These customers of a pack; all of them where none is named.
    case shift(pack: String, scenarios: [String])
}

/// A page of the course that is more than text.
public enum CoursePage: String, Hashable, Sendable, CaseIterable {
    /// The same customer served politely and then well.
    case twoWays
    /// All worksheets, and how far each is filled in.
    case worksheets
    /// A payment followed step by step.
    case payments
    /// The five functions of looking after a system.
    case admin
}
