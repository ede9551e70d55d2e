import Classes
import Engine
import Foundation
import Grading
import Replaying
import Shifts
import Storage
import Terminal

/// A student's file as far as it can be read without its pack.
///
/// Everything in it was written by somebody else: its pack is only a name to be looked up among
/// ours, never a path, and its words are cleaned before anybody sees them.
struct HandedIn: Sendable {
    let path: String
    let header: ShiftHeader
    let card: ShiftCard
    let entries: [Entry]
    let student: String
    /// When it ended on the wall's clock, where that was noted.
    let closedAt: Int64?

    /// Longer names are cut: nobody reads them, and a table must hold them.
    private static let longestName = 60

    init(path: String) throws(LeftOutReason) {
        self.path = path
        let contents: Journal.Contents
        do { contents = try Journal.contents(of: path) } catch {
            throw LeftOutReason(.unreadable(error.shortly))
        }
        header = contents.header
        guard contents.isPlausible else { throw LeftOutReason(.alteredHeader) }
        do {
            let coding = EntryCoding()
            card = try coding.decode(ShiftCard.self, from: header.options)
            entries = try contents.entries.map { try $0.entry() }
        } catch {
            throw LeftOutReason(
                .unreadable(
                    Bilingual(
                        zh: "里面有这个版本不认识的内容，可能是别的版本上的班。",
                        en: "It holds what this version does not know; another one may have "
                            + "written it.")))
        }
        guard header.id == card.id, header.seed == card.seed, header.packName == card.pack,
            header.packHash == card.packHash, header.profile == card.profile
        else { throw LeftOutReason(.alteredHeader) }
        if card.crowd != 0 { throw LeftOutReason(.crowd) }
        // Half of it stands in its origin's file, too, and who takes over knows what comes.
        if header.parent != nil { throw LeftOutReason(.branch) }
        let isOver = entries.contains { entry in
            entry.events.contains { if case .shiftEnded = $0 { true } else { false } }
        }
        guard isOver else { throw LeftOutReason(.unfinished) }
        student = Self.name(card.trainee) ?? Self.name(Self.stem(path)) ?? "?"
        let summary = contents.ending.flatMap {
            // Without a summary the shift counts all the same; only a contest asks for its end.
            try? EntryCoding().decode(ShiftSummary.self, from: $0)
        }
        closedAt = summary?.closedAt.flatMap { Journal.Contents.years.contains($0) ? $0 : nil }
    }

    /// What happened, event by event.
    var records: [Recorded] { entries.records }

    /// The file's name without folders and ending.
    static func stem(_ path: String) -> String {
        let name = (path as NSString).lastPathComponent
        return name.hasSuffix(".shift") ? String(name.dropLast(".shift".count)) : name
    }

    /// A name fit to be shown: one line, nothing that moves a cursor, not too long.
    static func name(_ raw: String?) -> String? {
        guard let raw else { return nil }
        let clean = TextGate().cleaned(raw).trimmingCharacters(in: .whitespacesAndNewlines)
        return clean.isEmpty ? nil : String(clean.prefix(longestName))
    }
}

extension Journal.Contents {
    /// Seconds since 1970 until the year 3000.
    static let years: ClosedRange<Int64> = 0...32_503_680_000

    /// Whether every number in it is one that a shift can have. A forged one that is about to
    /// overflow would end the report for the whole class.
    var isPlausible: Bool {
        Self.years.contains(header.createdAt) && Self.isPlausible(header.startedAt)
            && entries.allSatisfy { entry in
                Self.isPlausible(entry.at) && !Self.hasEndlessNumber(entry.command)
                    && !Self.hasEndlessNumber(entry.events)
            } && !Self.hasEndlessNumber(ending ?? [])
    }

    private static func isPlausible(_ instant: Instant) -> Bool {
        years.contains(instant.milliseconds / 1000)
    }

    /// A number of sixteen digits or more, outside of a text: times have thirteen.
    private static func hasEndlessNumber(_ json: [UInt8]) -> Bool {
        var digits = 0
        var isText = false
        var isEscaped = false
        for byte in json {
            if isText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isText = false
                }
                continue
            }
            if byte == UInt8(ascii: "\"") { isText = true }
            digits = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? digits + 1 : 0
            if digits > 15 { return true }
        }
        return false
    }
}

/// Why a file does not count, on its way up.
struct LeftOutReason: Error {
    let reason: LeftOut.Reason
    init(_ reason: LeftOut.Reason) { self.reason = reason }
}

extension StorageFault {
    /// What is wrong with a file handed in, without its path: the teacher knows which one it is,
    /// and with hidden names nobody else shall.
    var shortly: Bilingual {
        switch self {
        case .damaged(_, .notAShift), .damaged(_, .notARoom), .damaged(_, .line),
            .damaged(_, .settings):
            Bilingual(zh: "不是班次文件，或者开头坏了。", en: "It is no shift, or its beginning is broken.")
        case .damaged(_, .header):
            Bilingual(zh: "开头读不了：文件坏了或者改过。", en: "Its beginning was damaged or altered.")
        case .damaged(_, .entry(let number)):
            Bilingual(
                zh: "第 \(number) 步和写下时不一样：文件坏了或者改过。",
                en: "Step \(number) is not as it was written: damaged or altered.")
        case .damaged(_, .gap(let number)):
            Bilingual(
                zh: "第 \(number) 步以后缺了：文件被截断或者改过。",
                en: "Steps are missing after \(number): cut or altered.")
        case .damaged(_, .kept):
            Bilingual(
                zh: "附带的记录和写下时不一样：文件坏了或者改过。",
                en: "What is kept with it is not as it was written: damaged or altered.")
        case .damaged(_, .structure):
            Bilingual(zh: "文件的结构坏了，可能被截断了。", en: "Its structure is broken; it was probably cut.")
        case .newerFormat(_, let version):
            Bilingual(
                zh: "是更新的版本写的（格式 \(version)）。请升级后再读。",
                en: "A newer version wrote it (format \(version)). Upgrade to read it.")
        case .missing: Bilingual(zh: "没有这个文件。", en: "There is no such file.")
        case .busy:
            Bilingual(zh: "还有工作台在写它。请先下班。", en: "A desk is still writing it. End that shift first.")
        case .diskFull, .readOnly, .cannotCreate, .io, .noHome:
            Bilingual(
                zh: "读不了：没有权限，或磁盘出错。", en: "It cannot be read: no permission, or a disk error.")
        }
    }
}
