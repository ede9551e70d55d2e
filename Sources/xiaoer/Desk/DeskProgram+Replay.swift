import Console
import Engine
import Foundation
import Grading
import Replaying
import Scenarios
import Shifts
import Simulation
import Storage

/// Looking back: laying a stored shift out, notes in it, branches of it, two beside each other.
extension DeskProgram: ReplayHost {
    /// The file of a shift by its id, or by its path.
    private func path(of name: String) -> String {
        name.contains("/") ? name : shelf.path(of: name)
    }

    func replay(_ name: String) throws(StorageTrouble) -> OpenedReplay {
        do {
            let path = path(of: name)
            let journal = try Journal.read(path)
            let card = try StoredShift.card(of: journal.header, path: path)
            let fixture = try premises(of: card).pack.fixture(in: card.tongue)
            var notes = TeacherNotes()
            if let bytes = try journal.note(TeacherNote.key) {
                // A list of notes that cannot be read is no reason not to show the shift.
                notes = (try? TeacherNotes(bytes: bytes)) ?? notes
            }
            let reel = Reel(card: card, fixture: fixture, total: try journal.storedEntries())
            ReelFile.readBehind(path, into: reel)
            let shift = Shift(card: card, fixture: fixture)
            hold(shift, nil)
            return OpenedReplay(
                name: name, shift: shift, reel: reel, notes: notes,
                parent: parent(of: journal.header, beside: path))
        } catch { throw Self.trouble(error) }
    }

    /// What a shift was taken over from, where it lies in the same folder.
    private func parent(of header: ShiftHeader, beside path: String) -> String? {
        guard let id = header.parent?.id else { return nil }
        let file = (path as NSString).deletingLastPathComponent + "/" + id + ".shift"
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        return path == shelf.path(of: header.id) ? id : file
    }

    func judge(_ reel: Reel) -> ShiftReport? {
        (try? premises(of: reel.card))?.report(on: reel.records(), of: reel.card)
    }

    func keep(_ notes: TeacherNotes, with name: String) throws(StorageTrouble) {
        do {
            let bytes = try notes.bytes
            if let journal = store?.journal, journal.header.id == name {
                try journal.saveNote(TeacherNote.key, bytes)
            } else {
                try Journal.keepNote(TeacherNote.key, bytes, with: path(of: name))
            }
        } catch { throw Self.trouble(error) }
    }

    func branch(
        _ name: String, after entry: Int, at instant: Instant
    ) throws(StorageTrouble) -> OpenedShift {
        do {
            let path = path(of: name)
            let root = try BranchRoot(path, after: entry, at: instant)
            let premises = try premises(of: StoredShift.card(of: root.header, path: path))
            let opening = try BranchOpening(root, premises, path: path)
            let branch = try root.branch(opening.header, card: opening.card, premises, in: shifts) {
                JournalStore($0)
            }
            hold(branch.shift, branch.store)
            return OpenedShift(shift: branch.shift, clock: DeskClock(isPaused: true))
        } catch { throw Self.trouble(error) }
    }

    func compare(_ first: String, _ second: String) throws(StorageTrouble) -> Comparison {
        do {
            return try Comparison(
                side(of: StoredShift(path: path(of: first))),
                side(of: StoredShift(path: path(of: second))))
        } catch { throw Self.trouble(error) }
    }

    private func side(of stored: StoredShift) throws -> Comparison.Side {
        try stored.side(judgedBy: premises(of: stored.card))
    }
}

extension StoredShift {
    /// The shift as one of two to be compared.
    func side(judgedBy premises: Premises) -> Comparison.Side {
        let records = records
        var shop = Shop(premises.pack.fixture(in: card.tongue))
        for record in records { shop.apply(record) }
        return Comparison.Side(
            card: card, records: records, shop: shop,
            report: premises.report(on: records, of: card))
    }
}

/// The name, the card and the header of a branch.
struct BranchOpening {
    let card: ShiftCard
    let header: ShiftHeader

    init(_ root: BranchRoot, _ premises: Premises, path: String) throws {
        if premises.pack.isExam {
            let journal = try Journal.read(path)
            guard try journal.isFinished() else { throw BranchFault.examIsRunning }
        }
        var card = root.card
        card.id = ShiftOpening.newID()
        card.packHash = premises.pack.contentHash
        self.card = card
        header = ShiftHeader(
            id: card.id, packName: card.pack, packHash: card.packHash, profile: card.profile,
            seed: card.seed, language: card.tongue, startedAt: card.startsAt,
            createdAt: Int64(Date().timeIntervalSince1970), programVersion: Version.text,
            options: try EntryCoding().encode(card),
            parent: ShiftHeader.Parent(id: root.header.id, entry: root.lines.count, at: root.at))
    }
}
