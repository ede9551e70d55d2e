public import Course
public import Engine
public import Grading

/// What the pages of the course ask of the program: content, a person's own sheets, shifts that
/// are over, cases played by programs.
public protocol CourseHost: AnyObject {
    /// The course as its files are now.
    /// - Throws: what is wrong with them, with file and line.
    func curriculum() throws(StorageTrouble) -> Curriculum

    /// How far the person has come.
    func learningRecord() throws(StorageTrouble) -> LearningRecord

    /// The person has come to the end of a lesson.
    func markRead(_ lesson: String) throws(StorageTrouble)

    /// A worksheet as it was left; an empty one at first.
    func sheet(_ worksheet: String) throws(StorageTrouble) -> FilledSheet

    /// Keeps a worksheet. `settles` waits for the disk; without it a killed program still loses
    /// nothing, only a power cut may.
    func keep(_ sheet: FilledSheet, settles: Bool) throws(StorageTrouble)

    /// Writes a worksheet to a file of the person's; answers where.
    func export(_ sheet: FilledSheet, of worksheet: Worksheet, as form: SheetForm)
        throws(StorageTrouble) -> String

    /// The first lesson's case, served politely and then well.
    func twoWays(in tongue: Tongue) throws(StorageTrouble) -> [PlayedWay]

    /// The purchase of the payments page, at its beginning.
    func moneyWalk(in tongue: Tongue) throws(StorageTrouble) -> MoneyWalk

    /// What the admin page shows.
    func adminFacts() throws(StorageTrouble) -> AdminFacts
}

/// The same customer's case as one agent served it.
public struct PlayedWay {
    public var title: Bilingual
    public var debrief: Debrief
    public var conversation: ConversationID
    /// The grade as if the conversation had ended at this event.
    public var grade: (_ event: Int) -> ConversationGrade?

    public init(
        title: Bilingual, debrief: Debrief, conversation: ConversationID,
        grade: @escaping (_ event: Int) -> ConversationGrade?
    ) {
        self.title = title
        self.debrief = debrief
        self.conversation = conversation
        self.grade = grade
    }
}

/// What the five functions of looking after a system are told from.
public struct AdminFacts: Sendable {
    /// From the nearest layer to the farthest.
    public var layers: [Layer]
    /// The newest first.
    public var incidents: [Incident]
    public var profiles: [ProfileVersion]
    /// Shifts that are over, the newest first.
    public var shifts: [Served]
    public var costs: Costs
    /// What an agent and a supervisor may give of themselves.
    public var limits: [Limit]
    /// Minutes east of UTC on the person's wall.
    public var offset: Int

    public init(
        layers: [Layer], incidents: [Incident], profiles: [ProfileVersion], shifts: [Served],
        costs: Costs, limits: [Limit], offset: Int
    ) {
        self.layers = layers
        self.incidents = incidents
        self.profiles = profiles
        self.shifts = shifts
        self.costs = costs
        self.limits = limits
        self.offset = offset
    }

    /// A rule of the platform that bounds what somebody may do.
    public struct Limit: Hashable, Sendable {
        public var title: Bilingual
        public var value: String

        public init(title: Bilingual, value: String) {
            self.title = title
            self.value = value
        }
    }

    /// One layer of the program, and what is wrong in it.
    public struct Layer: Hashable, Sendable {
        public var name: Bilingual
        /// What was looked at.
        public var looked: Bilingual
        /// Empty where all is well.
        public var faults: [Bilingual]

        public init(name: Bilingual, looked: Bilingual, faults: [Bilingual]) {
            self.name = name
            self.looked = looked
            self.faults = faults
        }
    }

    /// Something that went wrong, as it was written down then.
    public struct Incident: Hashable, Sendable {
        /// On the person's wall.
        public var at: Instant
        public var layer: Bilingual
        public var sentence: Bilingual

        public init(at: Instant, layer: Bilingual, sentence: Bilingual) {
            self.at = at
            self.layer = layer
            self.sentence = sentence
        }
    }

    /// A platform's rules, of which day they are, and in what they differ from the first.
    public struct ProfileVersion: Hashable, Sendable {
        public var name: String
        public var title: Bilingual
        public var dated: String
        /// Values nobody has confirmed.
        public var training: Int
        public var differences: [Difference]
        /// How many of the shifts that are over went by it.
        public var shifts: Int

        public init(
            name: String, title: Bilingual, dated: String, training: Int,
            differences: [Difference], shifts: Int
        ) {
            self.name = name
            self.title = title
            self.dated = dated
            self.training = training
            self.differences = differences
            self.shifts = shifts
        }
    }

    /// One value that differs.
    public struct Difference: Hashable, Sendable {
        public var title: Bilingual
        public var ours: String
        /// In the first profile of the list.
        public var other: String

        public init(title: Bilingual, ours: String, other: String) {
            self.title = title
            self.ours = ours
            self.other = other
        }
    }

    /// A shift that is over.
    public struct Served: Hashable, Sendable {
        public var id: String
        public var title: Bilingual
        /// On the person's wall.
        public var begunAt: Instant
        /// Of the shop's clock in it.
        public var offset: Int
        public var profile: String
        public var score: Int?
        public var shift: ServedShift

        public init(
            id: String, title: Bilingual, begunAt: Instant, offset: Int, profile: String,
            score: Int?, shift: ServedShift
        ) {
            self.id = id
            self.title = title
            self.begunAt = begunAt
            self.offset = offset
            self.profile = profile
            self.score = score
            self.shift = shift
        }
    }
}
