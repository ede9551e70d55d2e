import Coaching
import Console
import Course
import Engine
import Foundation
import Grading
import Language
import Replaying
import Scenarios
import Shifts
import Simulation
import Storage

/// What stands behind the desk: the disk, the terminal's clipboard and bell, the packs.
///
/// A class: desk, pages and the loop hold the same one. What it wants of the terminal it notes
/// down, and the loop, which owns the terminal, does it after the input at hand.
final class DeskProgram {
    /// Wishes for the terminal and the desk.
    struct Wishes {
        var copies: [String] = []
        var bells = 0
        var suspend = false
        var quit = false
        /// The words of a lexicon that was read, for the composer.
        var words: WordFinder?
    }

    let library: Library
    let folders: Folders
    /// Where shifts are kept; a generated crowd is kept nowhere lasting.
    let shifts: String
    var settings: Settings
    var wishes = Wishes()
    /// A seed for shifts begun in this run; by chance where nil.
    let seed: UInt64?
    /// How the person calls themselves for this run; else what the settings say.
    var trainee: String?
    private(set) var store: JournalStore?
    private(set) var shift: Shift?
    /// When a contest ended that ran out while nobody sat at it.
    var ranOutAt: Int64?
    private var opened: [String: Premises] = [:]
    /// With the names and numbers of a seed: what a shift was begun with judges it too, whatever
    /// becomes of the files meanwhile.
    private var seeded: [ShopOfSeed: Premises] = [:]

    private struct ShopOfSeed: Hashable {
        var pack: String
        var seed: UInt64
    }

    let snippets: SnippetShelf
    private(set) lazy var coursework = CourseProgram(self)

    init(library: Library, folders: Folders, shifts: String, settings: Settings, seed: UInt64?) {
        self.library = library
        self.folders = folders
        self.shifts = shifts
        self.settings = settings
        self.seed = seed
        snippets = SnippetShelf(
            own: folders.config + "/replies", shared: library.data.replies)
    }

    var shelf: ShiftShelf { ShiftShelf(folder: shifts) }

    /// A pack, read once in this run.
    func premises(_ name: String) throws -> Premises {
        if let known = opened[name] { return known }
        let read = try library.premises(name)
        opened[name] = read
        wishes.words = WordFinder(WordBreaks(lexicon: read.reader.lexicon))
        return read
    }

    /// The shop of a stored shift, with the names and numbers of its seed.
    func premises(of card: ShiftCard) throws -> Premises {
        let key = ShopOfSeed(pack: card.pack, seed: card.seed)
        if card.crowd == 0, let known = seeded[key] { return known }
        // A name in a file is looked up among the packs that are here; it is no path.
        guard card.crowd == 0, library.data.packNames.contains(card.pack) else {
            return try library.premises(of: card)
        }
        let read = try premises(card.pack).seeded(card.seed)
        seeded[key] = read
        return read
    }

    /// Keeps what a shift is begun with.
    func keep(_ premises: Premises, of card: ShiftCard) {
        guard card.crowd == 0 else { return }
        seeded[ShopOfSeed(pack: card.pack, seed: card.seed)] = premises
    }

    /// Who looks over the agent's shoulder in a shift; nobody in an exam or a contest.
    func coach(in shift: Shift) -> Coach? {
        guard let premises = try? premises(of: shift.card), !premises.pack.isExam,
            shift.card.contest == nil
        else {
            return nil
        }
        return Coach(offset: shift.shop.offset, read: premises.reader.read)
    }

    /// Whose voice texts are written in, and who reads them over; in an exam too, for the promises
    /// in them are kept there as well.
    func voice(in shift: Shift) -> DeskVoice {
        DeskVoice(
            agentName: snippets.agentName?[shift.card.tongue],
            reads: (try? premises(of: shift.card))?.reader.read)
    }

    /// Puts a shift and its journal on the desk.
    func hold(_ shift: Shift, _ store: JournalStore?) {
        self.shift = shift
        self.store = store
        ranOutAt = nil
        // Whose replies they are, no seed changes.
        let premises = try? premises(shift.card.pack)
        let pack = premises?.pack
        let name = pack?.repliesFrom ?? shift.card.pack
        guard let folder = try? library.data.pack(name) else { return }
        snippets.open(pack: folder, agentName: pack?.agentName, reader: premises?.reader)
    }

    /// Anything that went wrong, as the desk says it.
    static func trouble(_ error: any Error) -> StorageTrouble {
        let trouble = told(error)
        // One that was told before was written down then.
        if !(error is StorageTrouble) {
            IncidentLog.ofUser?.note(trouble.sentence, in: error is Failure ? .packs : .journals)
        }
        return trouble
    }

    private static func told(_ error: any Error) -> StorageTrouble {
        switch error {
        case let trouble as StorageTrouble: trouble
        case let fault as StorageFault: StorageTrouble(fault.words)
        case let fault as BranchFault: StorageTrouble(fault.words)
        case let fault as LineFault: StorageTrouble(fault.words)
        case let fault as ComparisonFault: StorageTrouble(fault.words)
        case let failure as Failure: StorageTrouble(failure.sentence)
        case let difference as ReplayDifference:
            StorageTrouble(
                Bilingual(
                    zh: "这一班接不上：第 \(difference.sequence) 步重演出来不一样，程序或教学包在那之后改过。"
                        + "日志原样保留，可以看复盘，不能续。",
                    en: "This shift cannot be continued: step \(difference.sequence) comes out "
                        + "otherwise, so the program or the pack has changed since. The journal is "
                        + "untouched; its debrief can be read."))
        default:
            StorageTrouble(Bilingual(zh: "没有做成：\(error)", en: "It failed: \(error)"))
        }
    }

    /// The shift on the desk is over: its score is kept with it.
    func close(_ shift: Shift, with report: ShiftReport) {
        guard shift.isOver, let journal = store?.journal, self.shift === shift else { return }
        // A debrief is opened often, a shift ends once.
        guard (try? journal.isFinished()) == false else { return }
        let summary = ShiftSummary(
            report, of: shift, closedAt: ranOutAt ?? Int64(Date().timeIntervalSince1970))
        guard let bytes = try? EntryCoding().encode(summary) else { return }
        noteTyping(of: report, in: shift.card)
        // The entries are stored already; without its summary the shift is merely judged anew.
        try? journal.finish(summary: Array(bytes))
    }
}
