public import Coaching
public import Engine
public import Macros
import Replaying
public import Replies
public import Shifts
public import Terminal
import Typing

/// The whole screen and everything a person has done to it: which page, which pane, which
/// customer, what is half written.
///
/// ```swift
/// let desk = Desk(host: host, pages: pages, size: display.size)
/// desk.open(shift)
/// desk.handle([.key(Key(.character("k"), .control))])
/// display.present(desk.draw())
/// ```
///
/// A class, because there is one desk in front of one person: commands, panes and overlays all
/// act on the same one. It lives on the thread of the loop that drives it. What it shows is drawn
/// from its state anew each time and costs what is visible, however much there is.
public final class Desk {
    public let host: any DeskHost
    let pages: DeskPages

    public internal(set) var settings: DeskSettings { didSet { still = nil } }
    /// The themes there are and the one being worn.
    public internal(set) var themes: ThemeShelf { didSet { still = nil } }
    /// Which key does what where.
    public internal(set) var keymap: Keymap<KeyPlace> { didSet { still = nil } }
    /// The presets there are and the person's own keys.
    public internal(set) var keymaps: KeymapShelf
    /// The keys of a series that has begun.
    var begunKeys: [Key] = [] { didSet { still = nil } }
    /// Whether letters go into the text; only a modal keymap ever lays the writing aside.
    var isWriting = false { didSet { if isWriting != oldValue { still = nil } } }
    /// What `repeat-last` does again.
    var lastCommand: String?
    public internal(set) var size: Size { didSet { still = nil } }
    public internal(set) var profile: TerminalProfile { didSet { still = nil } }

    /// What the shop knows, to be looked up.
    var knowledge: [KnowledgeEntry] { shift?.shop.knowledge ?? [] }

    /// Where words end, for stepping over Chinese word by word while writing.
    public var words = WordFinder.plain {
        didSet { for slot in composers.keys { composers[slot]?.words = words } }
    }

    /// Finds the snippets for what is typed, filled for the selected customer; with nothing typed,
    /// the ones that fit what the customer asks come first.
    public var repliesFor: (_ desk: Desk, _ typed: String, _ asked: String) -> [ReplyChoice] = {
        _, _, _ in []
    }

    /// The reply of this code, ready for the customer in view; nil where there is none, or none that
    /// may be said here.
    public var replyNamed: (_ desk: Desk, _ code: String) -> ReplyChoice? = { _, _ in nil }

    /// A reply filled once more with what the person has answered; nil where it is gone meanwhile.
    public var refill:
        (_ desk: Desk, _ reply: ReplyChoice, _ answers: [String: String]) -> Filled? =
            { _, _, _ in nil }

    /// Looks whether files of replies or macros were saved; the number is another after each
    /// time. Asked when a list of them opens.
    public var followLibrary: () -> Int = { 0 }
    /// The number as of the list that opened last.
    var libraryRevision = 0

    /// The macros there are, as their files are now.
    public var macroLibrary: () -> MacroLibrary = { MacroLibrary() }

    /// What customers are told the agent is called in a shift, and what reads texts in it: the
    /// faults and the promises in them.
    public var voiceFor: (Shift) -> DeskVoice = { _ in DeskVoice() }
    var voice = DeskVoice()

    /// Hears which snippet was put in, by its code, so that what is used much is offered first.
    public var replyWasUsed: (String) -> Void = { _ in }

    /// Who looks over the shoulder in this shift; nobody in an exam.
    public var coachFor: (Shift) -> Coach? = { _ in nil }
    var coach: Coach?
    var coachCache: CoachCache?
    /// All that can be looked up; made when it is first needed.
    var shopIndex: ShopIndex?

    /// The best run so far of a shift, to race against; nil where there is none.
    public var ghostFor: (Shift) throws(StorageTrouble) -> Ghost? = { _ in nil }
    /// What the conversations of a shift are worth so far.
    public var gradesFor: (Shift) -> [ConversationID: Int] = { _ in [:] }
    var race: GhostRace? { didSet { still = nil } }

    /// The shift being served; nil before one is opened.
    public internal(set) var shift: Shift? { didSet { still = nil } }
    public internal(set) var clock = DeskClock() { didSet { still = nil } }
    /// Milliseconds of the wall's time that have passed on this desk.
    var wall: Int64 = 0
    var clockSavedAt: Int64 = 0

    /// Another desk's shift, when this one only looks on.
    public internal(set) var watched: WatchedShift? { didSet { still = nil } }
    /// The room this desk sits in; nil where one serves alone.
    public internal(set) var seat: (any SeatHost)? { didSet { still = nil } }
    /// What the page on the screen has said it can do, for help.
    var pageKeys: [KeyHint] = []
    /// The last line that what was drawn to be scrolled can begin with.
    var reach = 0
    /// As `reach`, of the chat on the buyer's phone; without end while not all of it is laid out.
    var phoneReach = Int.max
    /// What is written at the buyer's or the leader's seat.
    var seatText = Composer() { didSet { still = nil } }
    /// A stored shift that is gone through again; nothing can be done in it.
    var replay: Replay? {
        didSet {
            still = nil
            // Whoever still reads the file for it may stop.
            if oldValue?.reel !== replay?.reel { oldValue?.reel.putAway() }
        }
    }
    /// The drill was opened from the desk with its shift, and leads back there.
    var drillsBesideShift = false
    /// The guide of the first three minutes, while it runs.
    var guide: Guide?
    /// The model run that plays by itself, and what is said beside it.
    public internal(set) var demo: DemoPlayer? { didSet { still = nil } }
    /// How the desk stands before a class; nil when it does not.
    var presenting: Presenting? { didSet { still = nil } }
    /// The keys that led to the command being carried out, for the class to see.
    var castKeys: String?

    /// A whole page over the desk; nil while the shift itself is on the screen.
    public internal(set) var page: (any Page)? { didSet { still = nil } }
    public internal(set) var overlays: [any Overlay] = [] { didSet { still = nil } }
    public internal(set) var focus = Focus.composer { didSet { noteSide() } }
    /// The pane that fills the screen, when one does.
    public internal(set) var zoomed: Focus?

    var queue = QueueList()
    var promises = PromiseIndex()
    var places = Places()
    var transcripts = TranscriptCache()
    var moods = MoodCache()

    /// What is being written, for every conversation one has written in.
    var composers: [DraftSlot: Composer] = [:]
    /// Conversations in which a private note is being written instead of a reply.
    var writesNote: Set<ConversationID> = []
    /// Drafts changed since they were last kept.
    var unkept: Set<DraftSlot> = []
    var sent = SentHistory()
    /// The last picture, while nothing but the text being written has changed since.
    var still: Still?
    /// Rows the text being written takes at this width.
    var writingRows = 1
    var replyCache: ReplyCache?
    /// A reply that waits for its countdown.
    var outgoing: Outgoing?
    /// The key before this one was a digit that led from a page to the desk.
    var cameByDigit = false
    /// What Alt-U takes back.
    var lastAct: WayBack?
    /// Watches what is done, while a macro is being recorded.
    var recorder: Recorder? { didSet { still = nil } }
    /// What was recorded last.
    var recorded: Macro?
    /// The macros offered last, made ready to be searched: the next key asks for the same ones.
    var macroFinder: MacroFinder?
    /// The typing drill, while a round of it is being typed.
    var drill: Drill?
    /// Counts keys and characters of this shift, conversation by conversation.
    var keyWatch = KeyWatch()
    var keysKeptAt: Int64 = 0
    /// False for what the desk does by itself beside an act: it is no part of a recording.
    var isRecordable = true

    public internal(set) var notice: Notice? {
        didSet { if notice != nil || oldValue != nil { still = nil } }
    }
    /// Why a draft, the clock or a setting could not be kept; nil once it could.
    var hostTrouble: Bilingual? { didSet { if hostTrouble != oldValue { still = nil } } }
    public internal(set) var hasQuit = false

    public init(
        host: any DeskHost, pages: DeskPages, settings: DeskSettings = DeskSettings(),
        themes: ThemeShelf = ThemeShelf(folders: []),
        keymaps: KeymapShelf = KeymapShelf(), size: Size,
        profile: TerminalProfile = TerminalProfile()
    ) {
        self.host = host
        self.pages = pages
        self.settings = settings
        self.themes = themes
        self.keymaps = keymaps
        keymap = keymaps.keymap
        self.size = size
        self.profile = profile
    }

    // MARK: What commands and panes ask most

    public var tongue: Tongue { settings.tongue }
    public var shop: Shop? { shift?.shop }
    /// The shop's time in whole seconds, as every clock on the screen shows it: they all turn at
    /// once, and between two turns nothing on the screen changes by itself.
    public var now: Instant {
        let exact = shift?.now.milliseconds ?? 0
        return Instant(milliseconds: exact - exact % 1000)
    }
    var gate: TextGate { profile.gate }

    /// The conversation the composer, the chat and the order panel speak of.
    public var selected: ConversationID? { queue.selected }
    public var talk: Conversation? { selected.flatMap { shift?.shop.conversations[$0] } }
    public var customer: Customer? { talk.flatMap { shift?.shop.customers[$0.customer] } }

    public var theme: Theme { themes.theme }
    func style(_ role: Role, on surface: Role = .text) -> Style { theme[role, on: surface] }

    /// Stays on the screen until what it tells of is over: something cannot be stored.
    public var banner: Bilingual? {
        guard let failure = shift?.storeFailure else { return hostTrouble }
        return Words.notStored(failure.sentence)
    }

    func say(_ text: Bilingual) -> String { text[tongue] }

    func announce(_ kind: Notice.Kind, _ text: Bilingual) { notice = Notice(kind, text) }

    /// Says something that the program has to tell the person: a settings file that is wrong.
    public func tell(_ text: Bilingual) { announce(.refused, text) }

    /// Looks whether a file of the worn theme was saved, and wears it as it is now.
    public func refreshTheme() {
        guard let problems = themes.refresh() else { return }
        still = nil
        if let problem = problems.first {
            tell(
                Bilingual(
                    zh: problem.sentence(in: .chinese), en: problem.sentence(in: .english)))
        }
    }
}
