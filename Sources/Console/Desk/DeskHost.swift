public import Engine
public import Macros
public import Typing

/// What lies outside the desk: the disk, the clipboard, the bell, the shell.
///
/// The desk asks for these things and never does them itself, so that a test needs neither a
/// terminal nor a file. A class behind it: the desk and the program hold the same one.
public protocol DeskHost: AnyObject {
    /// Keeps what is typed for one customer; an empty draft means there is none any more.
    /// - Throws: a sentence for the banner when it could not be kept.
    func saveDraft(_ draft: Draft, for slot: DraftSlot) throws(StorageTrouble)

    /// The drafts of the shift that is being opened.
    func loadDrafts() -> [DraftSlot: Draft]

    /// Notes where the shop's clock stands, so that going on begins at the same second.
    func saveClock(_ clock: DeskClock, at instant: Instant) throws(StorageTrouble)

    /// Keeps what was pressed and typed in these conversations, beside the clock.
    func saveTyping(_ tallies: [ConversationID: KeyTally]) throws(StorageTrouble)

    /// What was pressed and typed so far in the shift that is being opened.
    func loadTyping() -> [ConversationID: KeyTally]

    /// The sentences to practise typing with, and the rounds there were; read anew each time.
    func drills() -> DrillShelf

    /// Adds a line to the book of rounds.
    func keepDrill(_ line: DrillLine) throws(StorageTrouble)

    func saveSettings(_ settings: DeskSettings) throws(StorageTrouble)

    /// Writes a macro into the person's own folder; answers where.
    func saveMacro(_ macro: Macro) throws(StorageTrouble) -> String

    /// Opens a macro to be changed as text.
    func openMacro(_ macro: Macro) -> MacroPage

    /// Keeps a macro that was changed as text: over its old lines where they are in the person's
    /// own folder, else in a file of its own there, which goes before the shop's.
    /// - Returns: where it stands now.
    func saveMacro(_ macro: Macro, text: String, on page: MacroPage) throws(StorageTrouble)
        -> String

    /// Puts text on the person's clipboard, also over SSH (OSC 52).
    func copy(_ text: String)

    func bell()

    /// Gives the terminal back to the shell until the person says `fg`.
    func suspend()

    /// Ends the program; everything shown as done is stored already.
    func quit()

    /// Writes the shift to a file where it cannot be stored; answers where.
    func exportShift() throws(StorageTrouble) -> String

    /// The shop did not allow what the person at the desk tried; may be written down.
    func noteRefusal(_ sentence: Bilingual)
}

extension DeskHost {
    public func noteRefusal(_ sentence: Bilingual) {}
}

/// A macro opened to be changed.
public struct MacroPage {
    /// Its lines as they stand in their file, remarks and all, else as a file of its own would hold
    /// it.
    public var text: String
    /// The person's own file it stands in, with the lines around it; nil where it becomes a new file.
    public var place: (file: String, lines: MacroText)?

    public init(text: String, place: (file: String, lines: MacroText)? = nil) {
        self.text = text
        self.place = place
    }
}

/// Where a draft belongs: a reply and a private note to the same conversation are two drafts, so
/// that neither can ever go out as the other.
public struct DraftSlot: Hashable, Sendable, Codable {
    public var conversation: ConversationID
    public var isNote: Bool

    public init(_ conversation: ConversationID, isNote: Bool = false) {
        self.conversation = conversation
        self.isNote = isNote
    }
}

/// Why something could not be kept, as a person reads it.
public struct StorageTrouble: Error, Hashable, Sendable {
    public var sentence: Bilingual
    public init(_ sentence: Bilingual) { self.sentence = sentence }
}

/// What a person chose once and finds again at every start.
public struct DeskSettings: Hashable, Sendable {
    public var tongue: Tongue
    /// The name of a theme.
    public var theme: String
    /// How long a reply waits before it goes, to be taken back meanwhile; zero sends at once.
    public var sendCountdown: Span
    /// Enter breaks the line and Alt-Enter sends, instead of the other way about.
    public var enterBreaksLine: Bool
    /// Rings once when a customer comes.
    public var ringsForNewCustomers: Bool
    /// Says while one types what the shop knows otherwise, and what has not been answered.
    public var coaches: Bool

    public init(
        tongue: Tongue = .chinese, theme: String = "night", sendCountdown: Span = .zero,
        enterBreaksLine: Bool = false, ringsForNewCustomers: Bool = false, coaches: Bool = true
    ) {
        self.tongue = tongue
        self.theme = theme
        self.sendCountdown = sendCountdown
        self.enterBreaksLine = enterBreaksLine
        self.ringsForNewCustomers = ringsForNewCustomers
        self.coaches = coaches
    }
}

/// How fast the shop's time runs beside the wall's.
public struct DeskClock: Hashable, Sendable, Codable {
    public var isPaused: Bool
    /// Shop seconds in one second of the wall: 1, 2, 4 or 8.
    public var speed: Int

    public init(isPaused: Bool = false, speed: Int = 1) {
        self.isPaused = isPaused
        self.speed = speed
    }

    public static let speeds = [1, 2, 4, 8]

    /// One step faster or slower; the same at the end of the scale.
    public func stepped(by step: Int) -> DeskClock {
        let place = DeskClock.speeds.firstIndex(of: speed) ?? 0
        let next = min(DeskClock.speeds.count - 1, max(0, place + step))
        return DeskClock(isPaused: isPaused, speed: DeskClock.speeds[next])
    }
}
