import Engine
import Foundation
import Storage

/// One life of a process that keeps a journal, made to be ended at any instant from outside.
///
/// Each line goes out only after the call it speaks of has returned, so that a reader of the lines
/// knows what must be found on disk.
/// - `append FOLDER`: makes or opens the shift `probe` and appends and drafts until it is killed.
/// - `hold FOLDER`: opens the shift, says so, and waits for its input to end.
/// - `starve FOLDER`: appends under a file size limit until refused, lifts it and appends again.
/// - `post FOLDER`: writes letters into the room `r` as the buyer until it is killed.
/// - `forbid FOLDER`: gives up root's rights, then tries to write and to read.
struct Probe {
    var arguments: [String]

    func run() throws {
        guard arguments.count == 2 else {
            print("usage: journal-probe append|hold|starve|post|forbid FOLDER")
            exit(64)
        }
        let folder = arguments[1]
        switch arguments[0] {
        case "append": try append(in: folder)
        case "hold": try hold(in: folder)
        case "starve": try starve(in: folder)
        case "post": try post(in: folder)
        case "forbid": try forbid(in: folder)
        default:
            print("unknown: \(arguments[0])")
            exit(64)
        }
    }

    private func append(in folder: String) throws {
        let journal = try opened(in: folder)
        say("open \(journal.lastSequence)")
        while true {
            let next = journal.lastSequence + 1
            try journal.saveDraft(conversation: "c", bytes: Array("\(next)".utf8))
            say("draft \(next)")
            try journal.append([numbered(next)])
            say("entry \(next)")
        }
    }

    private func hold(in folder: String) throws {
        let journal = try opened(in: folder)
        say("open \(journal.lastSequence)")
        while readLine() != nil {}
        try journal.append([numbered(journal.lastSequence + 1)])
    }

    private func starve(in folder: String) throws {
        let journal = try opened(in: folder)
        // The limit is refused with an error instead of ending the process.
        signal(SIGXFSZ, SIG_IGN)
        limitFiles(to: 300_000)
        do {
            while true { try journal.append([numbered(journal.lastSequence + 1)]) }
        } catch {
            say("refused after \(journal.lastSequence): \(error)")
        }
        say("readable \(try journal.entries(after: 0, limit: .max).count)")
        limitFiles(to: nil)
        try journal.append([numbered(journal.lastSequence + 1)])
        say("entry \(journal.lastSequence)")
    }

    private func post(in folder: String) throws {
        let room = try RoomFile.open(folder + "/r.room")
        while true {
            let number = (try room.lastLetter(of: "two")?.number ?? 0) + 1
            try room.saveDraft("seat/1", of: "two", bytes: Array("\(number)".utf8))
            try room.post(
                chair: "two", number: number, round: 1, token: "bbb",
                body: Array("\(number)".utf8), sentDraft: "seat/1")
            say("\(number)")
        }
    }

    private func forbid(in folder: String) throws {
        // 65534 is "nobody". Root is bound by no permission, so root first stops being root.
        if getuid() == 0 {
            guard setgid(65534) == 0, setuid(65534) == 0 else { exit(71) }
        }
        let path = folder + "/probe.shift"
        for attempt in ["create", "open", "watch"] {
            do {
                switch attempt {
                case "create": _ = try Journal.create(in: folder, header: header(id: "other"))
                case "open": _ = try Journal.open(path, mode: .writer)
                default:
                    let journal = try Journal.open(path, mode: .watcher)
                    say("watch read \(try journal.entries(after: 0, limit: .max).count)")
                }
            } catch {
                say("\(attempt) \(error)")
            }
        }
    }

    private func opened(in folder: String) throws -> Journal {
        let path = folder + "/probe.shift"
        return access(path, F_OK) == 0
            ? try Journal.open(path, mode: .writer)
            : try Journal.create(in: folder, header: header(id: "probe"))
    }

    private func header(id: String) -> ShiftHeader {
        ShiftHeader(
            id: id, packName: "probe", packHash: "", profile: "none", seed: 1, language: .english,
            startedAt: Instant(milliseconds: 0), createdAt: 0, programVersion: "0")
    }

    private func numbered(_ n: Int) -> JournalEntry {
        JournalEntry(
            sequence: n, at: Instant(milliseconds: Int64(n)), actor: "agent", isExternal: true,
            command: Array("\(n)".utf8), events: [UInt8](repeating: UInt8(n % 251), count: 200))
    }

    private func limitFiles(to bytes: Int?) {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(1), &limit) == 0 else { exit(71) }
        limit.rlim_cur = bytes.map(rlim_t.init) ?? limit.rlim_max
        guard setrlimit(__rlimit_resource_t(1), &limit) == 0 else { exit(71) }
    }

    /// Straight to the descriptor: a line in a buffer would die with the process.
    private func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
    }
}
