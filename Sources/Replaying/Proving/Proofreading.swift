public import Engine
import Foundation
import Scenarios
public import Shifts
public import Storage

/// What came of checking a shift's file.
public struct Verdict: Hashable, Sendable {
    /// Entries that are the same when they are played again, and the events in them.
    public var entries = 0
    public var events = 0
    public var outcome = Outcome.same
    /// The pack's files are not those the shift was served with: theirs and these.
    public var otherPack: OtherPack?
    /// The program that wrote the file, where it is not of this version.
    public var otherVersion: String?
    /// There was nothing to prove: no entry at all, and none that could not be read.
    public var isEmpty: Bool { entries == 0 && outcome == .same }

    public enum Outcome: Hashable, Sendable {
        /// All of it is what the pack, the seed and the commands lead to.
        case same
        case differs(Difference)
        /// Up to there it is the same; what follows cannot be read.
        case unreadable(Bilingual)
    }

    public struct OtherPack: Hashable, Sendable {
        public var stored: String
        public var present: String
    }
}

/// Proves a shift's file: opens the same pack with the same seed, sends people's commands again,
/// and compares every entry with the stored one.
///
/// The commands in a file are requests to the shop, decided by the same rules as a key at the
/// desk; nothing of a file is ever run, and a name in it is looked up among the packs that are
/// there.
///
/// What it cannot tell: who typed the commands. A file in which a command and all that follows
/// from it were put right together is a shift that could have been served.
public struct Proofreading {
    private let premises: Premises

    /// - Parameter premises: those of the shift's pack and seed, its crowd included.
    public init(_ premises: Premises) { self.premises = premises }

    /// Reads and plays a whole file; nothing of it is changed.
    /// - Throws: `StorageFault` where not even its beginning can be read.
    public func check(_ journal: Journal, card: ShiftCard) throws -> Verdict {
        var verdict = Verdict()
        let header = journal.header
        if card.packHash != premises.pack.contentHash {
            verdict.otherPack = Verdict.OtherPack(
                stored: card.packHash, present: premises.pack.contentHash)
        }
        if let difference = beginning(header, card, isSamePack: verdict.otherPack == nil) {
            verdict.outcome = .differs(difference)
            return verdict
        }
        let galley = Galley(journal.path)
        let shift = premises.open(card, store: galley)
        shift.keepsRecords = false
        var found = Galley.Found()
        do {
            if let filled = card.filled { try shift.fill(with: filled) }
            let lastAt = try play(journal, shift, galley)
            found = try settle(journal, shift, galley, lastAt)
        } catch {
            // What lies before it was played first, and its difference is the first one.
            found = galley.settle()
            if found.difference == nil {
                switch error {
                case let later as Found: found.difference = later.difference
                case let fault as StorageFault:
                    verdict.outcome = .unreadable(
                        Bilingual(
                            zh: fault.sentence(in: .chinese), en: fault.sentence(in: .english)))
                case _: throw error
                }
            }
        }
        if let difference = found.difference { verdict.outcome = .differs(difference) }
        verdict.entries = found.entries
        verdict.events = found.events
        return verdict
    }

    /// A difference on its way out.
    private struct Found: Error {
        var difference: Difference
    }

    /// The beginning says the same twice, in the shift's own card and for the shelf; and what the
    /// pack fixes, nobody else does.
    private func beginning(
        _ header: ShiftHeader, _ card: ShiftCard, isSamePack: Bool
    ) -> Difference? {
        let usual = premises.card(
            id: card.id, tongue: card.tongue, seed: card.seed, scenarios: card.scenarios,
            crowd: card.crowd)
        var pairs: [(String, String, String)] = [
            ("header.id", header.id, card.id), ("header.packName", header.packName, card.pack),
            ("header.packHash", header.packHash, card.packHash),
            ("header.profile", header.profile, card.profile),
            ("header.seed", "\(header.seed)", "\(card.seed)"),
            ("header.language", header.language.rawValue, card.tongue.rawValue),
            (
                "header.startedAt", "\(header.startedAt.milliseconds)",
                "\(card.startsAt.milliseconds)"
            ),
            ("header.formatVersion", "\(header.formatVersion)", "\(ShiftHeader.currentFormat)"),
        ]
        if isSamePack {
            pairs += [
                ("options.profile", card.profile, usual.profile),
                ("options.title.zh", card.title.zh, usual.title.zh),
                ("options.title.en", card.title.en, usual.title.en),
                (
                    "options.startsAt", "\(card.startsAt.milliseconds)",
                    "\(usual.startsAt.milliseconds)"
                ),
                (
                    "options.endsAt", "\(card.endsAt?.milliseconds ?? 0)",
                    "\(usual.endsAt?.milliseconds ?? 0)"
                ),
            ]
        }
        guard let (path, stored, here) = pairs.first(where: { $0.1 != $0.2 }) else { return nil }
        return Difference(entry: 0, field: .path(path), stored: stored, played: here)
    }

    /// - Returns: when the last line was written.
    private func play(
        _ journal: Journal, _ shift: Shift, _ galley: Galley
    ) throws -> Instant? {
        var lastAt: Instant?
        while true {
            let piece = galley.next()
            for request in piece.requests {
                if galley.hasDifference { break }
                try submit(request, of: journal, shift)
            }
            // Where nobody acts for long, what lies ready to be compared must not pile up.
            if let last = piece.last {
                try shift.advance(to: last.at, before: last.sequence)
                lastAt = last.at
            }
            // Settling names it.
            if galley.hasDifference { break }
            if let fault = piece.fault { throw fault }
            if piece.isLast { break }
        }
        return lastAt
    }

    private func submit(
        _ request: Galley.Request, of journal: Journal, _ shift: Shift
    ) throws {
        try shift.advance(to: request.at, before: request.sequence)
        switch request.asked {
        case .success(let asked):
            do { try shift.submit(asked.command, by: asked.actor) } catch {
                let words = Bilingual(
                    zh: error.sentence(in: .chinese), en: error.sentence(in: .english))
                throw Found(
                    difference: Difference(
                        entry: request.sequence, field: .refused(words),
                        stored: try line(request.sequence, of: journal).map { text($0.command) },
                        played: nil))
            }
        case .failure(let fault):
            let line = try line(request.sequence, of: journal)
            throw Found(
                difference: Difference(
                    entry: request.sequence, field: .path(fault.part.rawValue),
                    stored: fault.part == .actor ? line?.actor : line.map { text($0.command) },
                    played: nil))
        }
    }

    private func line(_ sequence: Int, of journal: Journal) throws -> JournalEntry? {
        try journal.entries(after: sequence - 1, limit: 1).first
    }

    /// At the end: nothing may be left over on either side, as far as the clock had come.
    private func settle(
        _ journal: Journal, _ shift: Shift, _ galley: Galley, _ lastAt: Instant?
    ) throws -> Galley.Found {
        if !galley.hasDifference, let lastAt, lastAt > shift.now { try shift.advance(to: lastAt) }
        var found = galley.settle()
        if found.difference != nil { return found }
        if let line = found.unplayed {
            throw Found(
                difference: Difference(
                    entry: line.sequence, field: .whole, stored: text(line.events), played: nil))
        }
        if let clock = try journal.clock(), clock.at > shift.now {
            try shift.advance(to: clock.at)
            found = galley.settle()
        }
        // A desk that was killed may have stored the first of what happened at one instant.
        if let extra = found.extras.first(where: { $0.at > lastAt ?? shift.card.startsAt }) {
            found.difference = Difference(
                entry: found.entries + 1, field: .whole, stored: nil,
                played: text(try JournalEntry(extra).events))
        } else if try journal.isFinished(), !shift.isOver {
            found.difference = Difference(
                entry: found.entries, field: .path("ending"), stored: "true", played: "false")
        }
        return found
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
