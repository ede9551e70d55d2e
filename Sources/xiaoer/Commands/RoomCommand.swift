import ArgumentParser
import Console
import Engine
import Foundation
import Grading
import Scenarios
import Shifts
import Storage

/// `xiaoer room`: rooms in which two people play one case from both sides.
struct RoomCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "room",
            abstract: say(
                "两个人一家店：开房间、换边、看两边的分",
                "Two people, one shop: open a room, swap sides, see both scores"),
            subcommands: [
                RoomOpen.self, RoomList.self, RoomSwap.self, RoomScore.self,
            ], defaultSubcommand: RoomList.self)
    }
}

/// `xiaoer room open`: makes a room and prints how to sit down in it.
struct RoomOpen: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "open",
            abstract: say("开一间房，打印每个位子的口令", "Open a room and print the token of each seat"))
    }

    @Argument(help: help("教学包名或路径", "A pack's name or path"))
    var pack: String
    @Option(help: help("演哪个场景", "Which scenario is played"))
    var scenario: String?
    @Option(help: help("房间名，默认随机", "The room's name; by chance where left out"))
    var name: String?
    @Option(help: help("种子", "The seed")) var seed: UInt64?
    @Option(help: help("店里说的语言：zh 或 en", "The language of the shop: zh or en"))
    var language: String?

    func run() throws {
        let tongue = try Choice.tongue(language)
        let library = try Library()
        let folders = try Rooms.folders()
        let seed = seed ?? UInt64.random(in: 1...999_999)
        let premises = try library.premises(pack).seeded(seed)
        let chosen = try scenario(in: premises)
        // The room is used from other folders, too.
        let isFolder = FileManager.default.fileExists(atPath: pack + "/pack.yaml")
        let place = isFolder ? URL(fileURLWithPath: pack).standardizedFileURL.path : pack
        let header = RoomHeader(
            name: name ?? Rooms.word(4), pack: place, scenario: chosen.id, seed: seed,
            tongue: tongue, createdAt: Int64(Date().timeIntervalSince1970),
            programVersion: Version.text)
        try Rooms.check(header.name)
        let tokens = Chair.allCases.map { (chair: $0, token: Rooms.word(6)) }
        let file: RoomFile
        do {
            file = try RoomFile.create(
                in: folders.shifts, header: header,
                tokens: tokens.map { ($0.chair.rawValue, $0.token) })
        } catch { throw Failure(code: error.exitCode, sentence: error.words) }
        write(
            say(
                "房间 \(header.name) 开好了 · \(chosen.id) \(chosen.title.zh) · \(file.path)",
                "Room \(header.name) is open · \(chosen.id) \(chosen.title.en) · \(file.path)"))
        for (chair, token) in tokens {
            let role = chair.role(in: 1)
            let word = role.name[Speech.tongue]
            write(
                "  " + word + String(repeating: " ", count: max(1, 10 - word.count))
                    + "xiaoer seat \(role.rawValue) \(header.name) --token \(token)")
        }
        let word = SeatRole.watch.name[Speech.tongue]
        write(
            "  " + word + String(repeating: " ", count: max(1, 10 - word.count))
                + "xiaoer seat watch \(header.name)")
        write(
            say(
                "换边之后口令不变，换的是位子。", "A token stays with its person when the sides are swapped."))
    }

    private func scenario(in premises: Premises) throws -> Scenario {
        let all = premises.pack.scenarios
        guard let scenario else {
            if all.count == 1, let only = all.first { return only }
            throw Failure.usage(
                "请用 --scenario 选一个场景：" + all.map(\.id).joined(separator: "、"),
                "Choose a case with --scenario: " + all.map(\.id).joined(separator: ", "))
        }
        if let found = all.first(where: { $0.id.lowercased() == scenario.lowercased() }) {
            return found
        }
        let hint = Spelling.nearest(to: scenario, among: all.map(\.id))
        throw Failure.noInput(
            "教学包 \(premises.pack.name) 里没有场景 \(scenario)。"
                + (hint.map { "是不是 \($0)？" } ?? ""),
            "The pack \(premises.pack.name) has no scenario \(scenario). "
                + (hint.map { "Did you mean \($0)?" } ?? ""))
    }
}

/// `xiaoer room list`: the rooms there are.
struct RoomList: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: say("列出房间", "List the rooms"))
    }

    func run() throws {
        let names = try Rooms.names(in: Rooms.folders())
        if names.isEmpty {
            write(
                say(
                    "还没有房间。xiaoer room open 教学包 --scenario 场景 开一间。",
                    "No rooms yet. xiaoer room open PACK --scenario ID opens one."))
        }
        for name in names {
            do {
                let file = try Rooms.open(name)
                write(
                    "\(name)  \(file.header.pack) \(file.header.scenario)  "
                        + say("第 \(try file.round()) 轮", "round \(try file.round())"))
            } catch let failure as Failure {
                write("\(name)  ! " + failure.sentence[Speech.tongue])
            }
        }
    }
}

/// `xiaoer room swap`: ends the round, changes the sides, begins the case anew.
struct RoomSwap: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "swap",
            abstract: say("换边，同一个案例再来一轮", "Swap sides and play the same case again"))
    }

    @Argument(help: help("房间名或 .room 文件", "A room's name, or a .room file")) var room: String
    @Option(help: help("位子的口令", "The token of a seat")) var token: String

    func run() throws {
        let file = try Rooms.open(room)
        let chair = try Rooms.chair(of: token, in: file)
        let seat = try RoomSeat(
            file, premises: try Rooms.premises(of: file, Library()), chair: chair, token: token)
        do { try seat.swap() } catch { throw Failure(code: 65, sentence: error.sentence) }
        let round = try file.round()
        write(say("第 \(round) 轮开始，两边已换。", "Round \(round) begins with the sides swapped."))
    }
}

/// `xiaoer room score`: what each round was worth on both sides.
struct RoomScore: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "score",
            abstract: say("每一轮两边的分，逐条有据", "Both scores of every round, line by line"))
    }

    @Argument(help: help("房间名或 .room 文件", "A room's name, or a .room file")) var room: String

    func run() throws {
        let file = try Rooms.open(room)
        let premises = try Rooms.premises(of: file, Library())
        let judge = RoundJudge(file, premises)
        let last: Int
        do { last = try file.round() } catch {
            throw Failure(code: error.exitCode, sentence: error.words)
        }
        for round in 1...max(1, last) {
            guard FileManager.default.fileExists(atPath: file.shiftPath(round: round)) else {
                continue
            }
            RoomReport(score: try judge.score(of: round), tongue: Speech.tongue).lines
                .forEach(write)
        }
    }
}

/// A round's scores as plain lines.
struct RoomReport {
    let score: RoundScore
    let tongue: Tongue

    var lines: [String] {
        var lines = [
            say("第 \(score.round) 轮", "Round \(score.round)")
                + (score.isOver ? "" : say("（还在进行）", " (still running)"))
        ]
        lines.append(head(.agent, score.agentChair, score.agent?.total))
        for mark in score.agent?.marks ?? [] where mark.lost > 0 {
            lines.append(
                "    −\(mark.lost)  \(mark.title[tongue])" + events(mark.evidence.events))
        }
        lines.append(head(.buyer, score.buyerChair, score.buyer?.total))
        for line in score.buyer?.lines ?? [] {
            let points = line.most == 0 ? "–" : "\(line.points)/\(line.most)"
            lines.append("    \(points)  \(line.text[tongue])" + events(line.events))
        }
        return lines
    }

    private func head(_ role: SeatRole, _ chair: Chair, _ points: Int?) -> String {
        let points = points.map(String.init) ?? say("没有说上话", "never met")
        return "  \(role.name[tongue]) · \(chair.name[tongue])  \(points)"
    }

    private func events(_ numbers: [Int]) -> String {
        numbers.isEmpty
            ? "" : "  [" + numbers.map(String.init).joined(separator: ", ") + "]"
    }
}
