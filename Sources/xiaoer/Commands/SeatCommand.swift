import ArgumentParser
import Console
import Engine
import Foundation
import Shifts
import Storage

/// `xiaoer seat`: sits down in a room.
struct SeatCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "seat",
            abstract: say(
                "坐进房间：客服、顾客、带班或旁观", "Sit down in a room: agent, buyer, leader, or watch"),
            discussion: say(
                "断了线用同一行命令回来，写到一半的字还在。",
                "After a break the same line brings you back, half-written words included."))
    }

    @Argument(help: help("agent、buyer、leader 或 watch", "agent, buyer, leader or watch"))
    var role: String
    @Argument(help: help("房间名或 .room 文件", "A room's name, or a .room file"))
    var room: String
    @Option(help: help("这个位子的口令", "The token of this seat"))
    var token: String?
    @Option(help: help("界面语言：zh 或 en", "The screen's language: zh or en"))
    var language: String?
    @Option(help: help("主题", "Theme")) var theme: String?

    func run() throws {
        let tongue = try language.map { try Choice.tongue($0) }
        guard let role = SeatRole(rawValue: role.lowercased()) else {
            let known = SeatRole.allCases.map(\.rawValue)
            let hint = Spelling.nearest(to: role, among: known)
            throw Failure.usage(
                "没有位子 \(role)。" + (hint.map { "是不是 \($0)？" } ?? "")
                    + "可以是 " + known.joined(separator: "、") + "。",
                "There is no seat \(role). " + (hint.map { "Did you mean \($0)? " } ?? "")
                    + "Say " + known.joined(separator: ", ") + ".")
        }
        let file = try Rooms.open(room)
        let library = try Library()
        let premises = try Rooms.premises(of: file, library)
        let (chair, lock) = try sit(role, in: file)
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            throw Failure.usage(
                "位子要在终端里坐。", "A seat needs a terminal.")
        }
        let seat: RoomSeat
        do {
            seat = try RoomSeat(
                file, premises: premises, chair: chair, token: token ?? "", lock: lock)
        } catch let failure as Failure { throw failure } catch let fault as StorageFault {
            throw Failure(code: fault.exitCode, sentence: fault.words)
        } catch { throw Failure(code: 65, sentence: DeskProgram.trouble(error).sentence) }
        try SeatLoop(
            library: library, folders: try Rooms.folders(), tongue: tongue, theme: theme
        ).run(seat)
    }

    /// The chair that the token is for, and the right to it.
    private func sit(
        _ role: SeatRole, in file: RoomFile
    ) throws -> (Chair?, SeatLock?) {
        guard role != .watch else { return (nil, nil) }
        guard let token else {
            throw Failure.usage(
                "\(role.name.zh)的位子要口令：--token。开房间时打印过。",
                "The \(role.name.en)’s seat needs its --token, printed when the room was opened.")
        }
        let chair = try Rooms.chair(of: token, in: file)
        do {
            let round = try file.round()
            let side = chair.role(in: round)
            guard side == role else {
                throw Failure.usage(
                    "第 \(round) 轮里这个口令是\(side.name.zh)的：xiaoer seat \(side.rawValue) \(room) --token \(token)",
                    "In round \(round) this token is the \(side.name.en)’s: xiaoer seat \(side.rawValue) \(room) --token \(token)"
                )
            }
            guard let lock = try SeatLock(room: file.path, place: chair.place) else {
                let process = try file.process(at: chair.rawValue).map(String.init) ?? "?"
                throw Failure(
                    code: 74,
                    sentence: Bilingual(
                        zh: "\(role.name.zh)的位子上已经有人（进程 \(process)）。一个位子一个人；要换人，先让那一位 Ctrl-Q 离开。",
                        en:
                            "Somebody sits in the \(role.name.en)’s seat already (process \(process)). One seat, one person: they leave with Ctrl-Q first."
                    ))
            }
            try file.note(process: Int(getpid()), at: chair.rawValue)
            return (chair, lock)
        } catch let fault as StorageFault {
            throw Failure(code: fault.exitCode, sentence: fault.words)
        }
    }
}

/// Finding rooms on the shelf.
enum Rooms {
    static func folders() throws -> Folders {
        do { return try Folders(environment: ProcessInfo.processInfo.environment) } catch {
            throw Failure(code: error.exitCode, sentence: error.words)
        }
    }

    /// A word that can be read aloud over a table.
    static func word(_ length: Int) -> String {
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
        return String((0..<length).compactMap { _ in letters.randomElement() })
    }

    /// A name becomes the beginning of file names.
    static func check(_ name: String) throws {
        let isPlain = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        guard isPlain, !name.isEmpty, name.count <= 40, !name.hasPrefix("-") else {
            throw Failure.usage(
                "房间名只用字母、数字和 -，最多 40 个：\(name) 不行。",
                "A room's name has letters, digits and -, at most 40: \(name) will not do.")
        }
    }

    static func names(in folders: Folders) -> [String] {
        // No folder, no rooms.
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folders.shifts)) ?? []
        return all.filter { $0.hasSuffix(".room") && !$0.hasPrefix(".") }
            .map { String($0.dropLast(5)) }.sorted()
    }

    static func open(_ room: String) throws -> RoomFile {
        let folders = try folders()
        let path = room.hasSuffix(".room") ? room : folders.shifts + "/" + room + ".room"
        guard FileManager.default.fileExists(atPath: path) else {
            let known = names(in: folders)
            let hint = Spelling.nearest(to: room, among: known)
            throw Failure.noInput(
                "没有房间 \(room)。" + (hint.map { "是不是 \($0)？" } ?? "")
                    + "xiaoer room list 列出所有房间。",
                "There is no room \(room). " + (hint.map { "Did you mean \($0)? " } ?? "")
                    + "xiaoer room list shows them all.")
        }
        do { return try RoomFile.open(path) } catch {
            throw Failure(code: error.exitCode, sentence: error.words)
        }
    }

    static func premises(of file: RoomFile, _ library: Library) throws -> Premises {
        try library.premises(file.header.pack).seeded(file.header.seed)
    }

    static func chair(of token: String, in file: RoomFile) throws -> Chair {
        do {
            if let chair = try file.chair(of: token).flatMap(Chair.init(rawValue:)) {
                return chair
            }
        } catch { throw Failure(code: error.exitCode, sentence: error.words) }
        throw Failure.usage(
            "口令不对：房间 \(file.header.name) 里没有这个口令。开房间时每个位子打印过一个。",
            "Wrong token: no seat of room \(file.header.name) has it. Each was printed when the room opened."
        )
    }
}
