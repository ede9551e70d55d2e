import ArgumentParser
import Console
import Engine
import Foundation
import Replaying
import Scenarios
import Shifts
import Storage

/// `xiaoer branch`: takes over a stored shift at a moment; the branch waits on the shelf.
struct BranchCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "branch",
            abstract: say("从某一刻接手，另开一条分支", "Take over a shift at a moment, as a branch of it"),
            discussion: say(
                "原来那班不动。分支放在架子上，xiaoer 的“以往的班”里接着上，xiaoer compare 两边比。",
                """
                The shift itself stays as it is. The branch lies on the shelf: go on with it from \
                the earlier shifts of xiaoer, and hold it beside its origin with xiaoer compare.
                """))
    }

    @Argument(help: help("班次编号或 .shift 文件", "A shift's id, or a .shift file"))
    var shift: String

    @Option(help: help("哪一刻：14:05、#120、50%", "The moment: 14:05, #120, 50%"))
    var at: String

    @Option(
        help: help("教学包的文件夹，不在平常的地方时", "The pack's folder, where it is not among the usual ones"))
    var pack: String?

    func run() throws {
        let wish = try Choice.moment(at)
        let names = try ShiftName()
        let path = try names.path(of: shift)
        let library = try Library()
        let (card, premises) = try StoredShift.opening(of: path, library, pack: pack)
        do {
            let (entry, instant) = try place(wish, path, card, premises)
            let root = try BranchRoot(path, after: entry, at: instant)
            let opening = try BranchOpening(root, premises, path: path)
            _ = try root.branch(
                opening.header, card: opening.card, premises, in: names.shelf.folder
            ) { JournalStore($0) }
            write(opening.card.id)
        } catch let fault as StorageFault {
            throw Failure(code: fault.exitCode, sentence: fault.words)
        } catch let fault as BranchFault {
            throw Failure(code: 65, sentence: fault.words)
        } catch let fault as LineFault {
            throw Failure(code: 65, sentence: fault.words)
        } catch let difference as ReplayDifference {
            throw Failure(code: 65, sentence: DeskProgram.trouble(difference).sentence)
        }
    }

    private func place(
        _ wish: MomentWish, _ path: String, _ card: ShiftCard, _ premises: Premises
    ) throws -> (entry: Int, instant: Instant?) {
        if case .entry(let number) = wish { return (number, nil) }
        let reel = Reel(
            card: card, fixture: premises.pack.fixture(in: card.tongue), total: 0)
        ReelFile.read(path, into: reel)
        switch wish.place(from: card.startsAt, in: reel.span, offset: premises.pack.offset) {
        case .entry(let number): return (number, nil)
        case .event(let number): return (reel.entry(ofEvent: number) ?? 0, nil)
        case .instant(let instant): return (reel.place(at: instant), instant)
        }
    }
}
