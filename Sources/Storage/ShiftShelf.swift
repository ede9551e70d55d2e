import Engine
import Foundation
import GRDB

/// One file on the shelf and what can be done with it.
public struct ShelvedShift: Sendable, Equatable {
    public enum State: Sendable, Equatable {
        /// Can be gone on with, from this clock.
        case unfinished(clock: ClockReading?)
        /// For replay and report.
        case finished(summary: [UInt8])
        /// Being written by another desk; can be watched.
        case inUse(process: Int?)
        /// Cannot be opened: broken, or written by a newer program. The file stays as it is.
        case unreadable(StorageFault)
    }

    public var id: String
    public var path: String
    /// Nil where even the beginning cannot be read.
    public var header: ShiftHeader?
    /// How many entries the journal holds.
    public var entries: Int
    public var state: State
}

/// The folder of shifts: the one to go on with, those to look back at, and those that are broken.
///
/// Looking at the shelf changes no file on it. A broken shift is listed with what is wrong and
/// never renamed, repaired or removed.
public struct ShiftShelf: Sendable {
    public let folder: String

    public init(folder: String) { self.folder = folder }

    public func path(of id: String) -> String { folder + "/" + id + ".shift" }

    /// Every shift, newest first; those without a readable beginning last. No folder, no shifts.
    public func shifts() throws(StorageFault) -> [ShelvedShift] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            guard Disk.exists(folder) else { return [] }
            throw .io(path: folder, detail: error.localizedDescription)
        }
        let found =
            names
            .filter { $0.hasSuffix(".shift") && !$0.hasPrefix(".") }
            .sorted()
            .map(look)
        return found.sorted { a, b in
            switch (a.header, b.header) {
            case (let a?, let b?): (a.createdAt, a.id) > (b.createdAt, b.id)
            case (_?, nil): true
            case (nil, _): false
            }
        }
    }

    /// The newest shift that can be gone on with.
    public func latestUnfinished() throws(StorageFault) -> ShelvedShift? {
        try shifts().first { shift in
            switch shift.state {
            case .unfinished: true
            case .finished, .inUse, .unreadable: false
            }
        }
    }

    private func look(at name: String) -> ShelvedShift {
        let path = Disk.target(of: folder + "/" + name)
        var shift = ShelvedShift(
            id: String(name.dropLast(".shift".count)), path: path, header: nil, entries: 0,
            state: .unfinished(clock: nil))
        do throws(StorageFault) {
            try read(path, into: &shift)
        } catch {
            shift.state = .unreadable(error)
        }
        return shift
    }

    /// Only the beginning and the end are read here; opening reads everything in between.
    private func read(_ path: String, into shift: inout ShelvedShift) throws(StorageFault) {
        let file = try SQLiteFile.forReading(path)
        let header = try file.read { db in try Layout.header(in: db, path: path) }
        shift.header = header
        let (entries, ending, clock) = try file.read { db in
            (
                try Layout.lastSequence(in: db),
                try Layout.kept(.ending, in: db, path: path),
                try Layout.kept(.clock, in: db, path: path)
            )
        }
        shift.entries = entries
        if let ending {
            shift.state = .finished(summary: ending)
        } else if let holder = WriterLock.holder(of: path) {
            shift.state = .inUse(process: holder.process)
        } else {
            shift.state = .unfinished(clock: clock.flatMap(ClockReading.init(bytes:)))
        }
    }
}
