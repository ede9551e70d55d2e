import Engine
import Foundation
import Storage

/// Reads a shift's file into a reel.
public enum ReelFile {
    /// Entries that are taken in at once: few enough that the first are there at once, too.
    private static let batch = 2048

    /// Takes in a whole file, entry by entry, until its end, until something cannot be read, or
    /// until nobody looks any more. What was read stays; the reel's ending says what was not.
    public static func read(_ path: String, into reel: Reel) {
        do {
            let journal = try Journal.read(path)
            while !reel.isUnwanted {
                let lines = try lines(of: journal, after: reel.count, into: reel)
                guard !lines.isEmpty else { break }
                try take(lines, into: reel)
            }
            reel.finish(.whole)
        } catch let fault as StorageFault {
            reel.finish(
                .cut(Bilingual(zh: fault.sentence(in: .chinese), en: fault.sentence(in: .english))))
        } catch let fault as LineFault {
            reel.finish(.cut(fault.words))
        } catch {
            reel.finish(.cut(Bilingual(zh: "读不下去了：\(error)", en: "It cannot be read on: \(error)")))
        }
    }

    /// On a thread of its own, so that the beginning can be looked at meanwhile.
    public static func readBehind(_ path: String, into reel: Reel) {
        let thread = Thread { read(path, into: reel) }
        // A fold of a deep value needs more than the half megabyte a thread has by default.
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// The next lines. Where one of them is bad, the good ones before it are taken in one by one.
    private static func lines(
        of journal: Journal, after sequence: Int, into reel: Reel
    ) throws -> [JournalEntry] {
        do { return try journal.entries(after: sequence, limit: batch) } catch {
            while case let lines = try journal.entries(after: reel.count, limit: 1), !lines.isEmpty
            {
                try take(lines, into: reel)
            }
            throw error
        }
    }

    /// The good lines before a bad one are taken in as well.
    private static func take(_ lines: [JournalEntry], into reel: Reel) throws {
        var entries: [ReelEntry] = []
        entries.reserveCapacity(lines.count)
        for line in lines {
            do throws(LineFault) {
                entries.append(
                    ReelEntry(
                        at: line.at, actor: try line.sender(), isExternal: line.isExternal,
                        events: try line.happenings()))
            } catch {
                reel.take(entries)
                throw error
            }
        }
        reel.take(entries)
    }
}
