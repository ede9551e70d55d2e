/// What may change while a shift runs: drafts, the clock, notes of the screen, and the ending.
///
/// All but the ending are saved through the brisk connection: with the system when the call
/// returns, so that a killed process loses none of it.
extension Journal {
    /// Keeps what is typed for one customer; no bytes at all mean there is no draft any more.
    public func saveDraft(conversation: String, bytes: [UInt8]) throws(StorageFault) {
        try writing.write { db in
            try Layout.keepDraft(Draft(conversation: conversation, bytes: bytes), in: db)
        }
    }

    /// All drafts, by conversation.
    public func drafts() throws(StorageFault) -> [Draft] {
        let all = try main.read { db in try Layout.allKept(in: db, path: path) }
        return all.filter { $0.name.starts(with: KeptName.draftPrefix) }.map { kept in
            let conversation = kept.name.dropFirst(KeptName.draftPrefix.count)
            return Draft(
                conversation: String(decoding: conversation, as: UTF8.self), bytes: kept.bytes)
        }
    }

    /// Notes where the shop's clock stands; once a second is enough.
    public func saveClock(_ reading: ClockReading) throws(StorageFault) {
        try writing.write { db in try Layout.keep(reading.bytes, as: .clock, in: db) }
    }

    /// The last noted clock; nil in a shift that never ran.
    public func clock() throws(StorageFault) -> ClockReading? {
        guard let bytes = try kept(.clock) else { return nil }
        guard let reading = ClockReading(bytes: bytes) else {
            throw .damaged(path: path, detail: .kept)
        }
        return reading
    }

    /// Keeps a small state of the screen, such as which pane was open.
    public func saveNote(_ key: String, _ value: [UInt8]) throws(StorageFault) {
        try writing.write { db in try Layout.keep(value, as: .note(key), in: db) }
    }

    /// All notes whose key begins so, by key.
    public func notes(
        startingWith prefix: String
    ) throws(StorageFault) -> [(key: String, value: [UInt8])] {
        let all = try main.read { db in try Layout.allKept(in: db, path: path) }
        let start = KeptName.note(prefix).bytes
        return all.filter { $0.name.starts(with: start) }.map { kept in
            let key = kept.name.dropFirst(KeptName.note("").bytes.count)
            return (String(decoding: key, as: UTF8.self), kept.bytes)
        }
    }

    public func note(_ key: String) throws(StorageFault) -> [UInt8]? { try kept(.note(key)) }

    /// Marks the shift as ended, with a summary for the list of shifts; on the disk when this
    /// returns. The file alone is whole then: it can be copied and handed in while the desk is open.
    public func finish(summary: [UInt8]) throws(StorageFault) {
        precondition(mode == .writer, "a watcher does not end a shift: \(path)")
        try main.write { db in try Layout.keep(summary, as: .ending, in: db) }
        main.foldLog()
    }

    /// What the shift was ended with; nil while it can be gone on with.
    public func ending() throws(StorageFault) -> [UInt8]? { try kept(.ending) }

    public func isFinished() throws(StorageFault) -> Bool { try ending() != nil }

    private var writing: SQLiteFile {
        guard let brisk else { preconditionFailure("a watcher keeps nothing: \(path)") }
        return brisk
    }

    private func kept(_ name: KeptName) throws(StorageFault) -> [UInt8]? {
        try main.read { db in try Layout.kept(name, in: db, path: path) }
    }
}
