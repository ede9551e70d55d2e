import Foundation

extension Journal {
    /// Writes a whole copy of the shift somewhere else: the way out of a full or read-only disk.
    ///
    /// The copy is a shift like any other and can be gone on with.
    /// - Parameters:
    ///   - target: a file that does not exist yet.
    ///   - unsaved: entries that are only in memory because they could not be stored here; those
    ///     already in the journal are skipped.
    ///   - drafts: drafts that could not be stored here; they replace the stored ones.
    public func export(
        to target: String, unsaved: [JournalEntry] = [], drafts: [Draft] = []
    ) throws(StorageFault) {
        let folder = Disk.folder(of: target)
        guard Disk.exists(folder) else {
            throw .cannotCreate(path: target, reason: .noSuchFolder)
        }
        let copy = try Journal.create(at: target, header: header)
        do throws(StorageFault) {
            try fill(copy, unsaved: unsaved, drafts: drafts)
        } catch {
            unlink(target)
            throw error
        }
    }

    private func fill(
        _ copy: Journal, unsaved: [JournalEntry], drafts: [Draft]
    ) throws(StorageFault) {
        while true {
            let batch = try entries(after: copy.lastSequence, limit: 4096)
            guard !batch.isEmpty else { break }
            try copy.append(batch)
        }
        try copy.append(unsaved.filter { $0.sequence > copy.lastSequence })
        let kept = try main.read { db in try Layout.allKept(in: db, path: path) }
        try copy.main.write { db in
            for one in kept { try Layout.keep(one.bytes, named: one.name, in: db) }
            for draft in drafts {
                try Layout.keepDraft(draft, in: db)
            }
        }
    }
}
