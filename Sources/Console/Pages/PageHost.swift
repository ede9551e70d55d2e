public import Engine
public import Grading
public import Shifts

/// What the pages ask of the program beyond what the desk asks: which shifts there are, to begin
/// one, to go on with one, to look back at one.
public protocol PageHost: DeskHost, ReplayHost {
    /// What can be chosen now; asked each time the start page is shown.
    func startMenu() -> StartMenu

    /// The language was asked and the guide offered; neither is done again.
    func firstStartIsDone()

    /// Begins a new shift. The one on the desk, if there is one, stays to be gone on with.
    func begin(_ choice: ShiftChoice) throws(StorageTrouble) -> OpenedShift

    /// Goes on with a shift that was cut off, at the same second.
    func resume(_ id: String) throws(StorageTrouble) -> OpenedShift

    /// Opens a shift that another desk is serving, to be looked at only.
    func watch(_ id: String) throws(StorageTrouble) -> WatchedShift

    /// Judges the shift that is on the desk.
    func debrief(of shift: Shift) -> Debrief

    /// Judges a shift that is over.
    func openReport(_ id: String) throws(StorageTrouble) -> Debrief

    /// Writes a report to a file; answers where.
    func export(_ debrief: Debrief, as form: ReportForm) throws(StorageTrouble) -> String

    /// What stands behind the pages of the course; nil where there is no course.
    var course: (any CourseHost)? { get }
}

extension PageHost {
    public var course: (any CourseHost)? { nil }
}

/// Which customers a new shift is to bring.
public struct ShiftChoice: Hashable, Sendable {
    /// The name of a pack's folder.
    public var pack: String
    /// Ids of scenarios; empty for the whole pack.
    public var scenarios: [String]

    public init(pack: String, scenarios: [String] = []) {
        self.pack = pack
        self.scenarios = scenarios
    }
}

/// A shift ready for the desk, and how its clock is to run.
public struct OpenedShift {
    public var shift: Shift
    public var clock: DeskClock

    public init(shift: Shift, clock: DeskClock = DeskClock()) {
        self.shift = shift
        self.clock = clock
    }
}

/// What a debrief is made from: the judgement, and what happened, so that each point can be shown
/// at its spot.
public struct Debrief {
    /// The shift's name on the shelf.
    public var id: String
    public var pack: String
    public var title: Bilingual
    /// Whose shift it was, where somebody said so.
    public var trainee: String?
    public var report: ShiftReport
    public var records: [Recorded]
    /// The shop as it was at the end.
    public var shop: Shop

    public init(
        id: String, pack: String, title: Bilingual, trainee: String? = nil, report: ShiftReport,
        records: [Recorded], shop: Shop
    ) {
        self.id = id
        self.pack = pack
        self.title = title
        self.trainee = trainee
        self.report = report
        self.records = records
        self.shop = shop
    }
}

/// The forms in which a report can leave the desk.
public enum ReportForm: String, Hashable, Sendable, CaseIterable {
    case html, csv, json
}
