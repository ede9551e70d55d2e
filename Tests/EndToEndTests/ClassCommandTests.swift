import Engine
import Foundation
import Mill
import Rig
import Shifts
import Storage
import Support
import Testing

/// A class as a teacher meets it: files that programs served, reported by the program.
@Suite(.waitsForTerminals) struct `xiaoer class` {
    private static let mill = Result { try ClassMill(root: Repository.root) }

    /// Five shifts of four students over two weeks, and four files that are none.
    private static func homework() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let mill = try mill.get()
        typealias Seat = ClassMill.Seat
        for seat in [
            Seat("王小明", as: .golden), Seat("李丽", as: .polite, seed: 8),
            Seat("李丽", as: .golden, seed: 9, begunAt: ClassMill.monday + ClassMill.week),
            Seat("=1+1<b>\u{1B}[2J", as: .polite, seed: 10),
            Seat(nil, as: .liar, seed: 11, file: "zhao-liu"),
        ] {
            try mill.serve(seat, into: folder.path)
        }
        return folder
    }

    private static func spoil(_ folder: TemporaryFolder) throws {
        let good = folder.file("s-\(ClassMill.monday)-7-golden-zh.shift")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: good))
        try bytes.prefix(bytes.count / 2).write(
            to: URL(fileURLWithPath: folder.file("x-cut.shift")))
        try folder.write("hello", to: "x-text.shift")
        try bytes.write(to: URL(fileURLWithPath: folder.file("x-copy.shift")))
        var altered = bytes
        let word = try #require(
            bytes.firstRange(of: Data("first-shift".utf8), in: 4096..<bytes.count))
        altered[word.lowerBound] ^= 0x01
        try altered.write(to: URL(fileURLWithPath: folder.file("x-altered.shift")))
    }

    private func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func `ranks whom it can, names what it cannot, and its exit code says so`() throws {
        let folder = try Self.homework()
        let home = try TemporaryFolder()
        let clean = try Served.run(["class", folder.path, "--language", "en"], home: home)
        #expect(clean.status.isSuccess, "\(clean.errors)")
        #expect(clean.errors.isEmpty)
        #expect(clean.output.contains("4 trainees · 5 shifts"))
        #expect(clean.output.contains("  1  王小明"))
        #expect(clean.output.contains("zhao-liu"))
        #expect(!clean.output.contains("\u{1B}"))
        #expect(clean.output.contains("█"), "weak spots are dark")
        #expect(clean.output.contains("2026-03-16") && clean.output.contains("2026-03-23"))
        for line in clean.output.split(separator: "\n") {
            let width = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
            #expect(width <= 80, "\(line)")
        }

        try Self.spoil(folder)
        let spoiled = try Served.run(["class", folder.path, "--language", "en"], home: home)
        #expect(spoiled.status == .code(65))
        #expect(spoiled.output == clean.output)
        for name in ["x-cut.shift", "x-text.shift", "x-copy.shift", "x-altered.shift"] {
            #expect(spoiled.errors.contains(name + ": "), "\(name): \(spoiled.errors)")
        }
        #expect(spoiled.errors.contains("is the same shift as"))
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(left.allSatisfy { $0.hasSuffix(".shift") }, "\(left)")
    }

    @Test func `is the same every time, and replayed as well`() throws {
        let folder = try Self.homework()
        let home = try TemporaryFolder()
        let first = try Served.run(["class", folder.path, "--json"], home: home)
        #expect(first.status.isSuccess, "\(first.errors)")
        let verified = try Served.run(["class", folder.path, "--json", "--verify"], home: home)
        #expect(verified.status.isSuccess, "\(verified.errors)")
        #expect(verified.output == first.output)
        let report = try #require(try json(first.output)["class"] as? [String: Any])
        let mistakes = try #require(report["mistakes"] as? [[String: Any]])
        #expect(mistakes.count == 5)
    }

    /// The same file with something in it changed and every sum put right again.
    private static func forge(
        _ path: String, as name: String, _ change: (inout Journal.Contents) -> Void
    ) throws {
        var contents = try Journal.contents(of: path)
        change(&contents)
        contents.header.id = name
        let options = String(decoding: contents.header.options, as: UTF8.self)
        let id = try #require(options.firstMatch(of: #/"id":"([^"]*)"/#)?.output.1)
        contents.header.options = Array(
            options.replacing("\"id\":\"\(id)\"", with: "\"id\":\"\(name)\"").utf8)
        let folder = (path as NSString).deletingLastPathComponent
        let journal = try Journal.create(in: folder, header: contents.header)
        try journal.append(contents.entries)
        try journal.finish(summary: contents.ending ?? [])
    }

    @Test func `a forger's file ends nothing, and a replay finds it`() throws {
        let folder = try TemporaryFolder()
        let home = try TemporaryFolder()
        let good = try Self.mill.get().serve(
            ClassMill.Seat("甲", as: .polite), into: folder.path)
        func change(_ text: String, to other: String) -> (inout Journal.Contents) -> Void {
            { contents in
                for place in contents.entries.indices {
                    contents.entries[place].events = Array(
                        String(decoding: contents.entries[place].events, as: UTF8.self)
                            .replacing(text, with: other).utf8)
                }
            }
        }
        try Self.forge(good, as: "fair") { _ in }
        try Self.forge(good, as: "kinder", change("很高兴为您服务", to: "马上为您办好"))
        try Self.forge(good, as: "huge", change("\"by\":-", to: "\"by\":-999999999999999999"))
        try Self.forge(good, as: "old") { $0.header.createdAt = .min }
        try Self.forge(good, as: "far") { $0.entries[0].at = Instant(milliseconds: .max) }
        try Self.forge(good, as: "climber") { contents in
            contents.header.packName = "../../etc"
            contents.header.options = Array(
                String(decoding: contents.header.options, as: UTF8.self)
                    .replacing("\"pack\":\"first-shift\"", with: "\"pack\":\"../../etc\"").utf8)
        }
        func left(_ more: String...) throws -> [String] {
            let answer = try Served.run(
                ["class", folder.path, "--language", "en"] + more, home: home)
            #expect(answer.status == .code(65), "\(answer.errors)")
            return answer.errors.split(separator: "\n")
                .compactMap { $0.split(separator: ".").first.map(String.init) }
        }
        #expect(try left() == ["climber", "far", "huge", "old"])
        #expect(try left("--verify") == ["climber", "far", "huge", "kinder", "old"])
    }

    @Test func `writes a table and a page in which no student's words do anything`() throws {
        let folder = try Self.homework()
        let answer = try Served.run(
            [
                "class", folder.path, "--csv", folder.file("a.csv"), "--html",
                folder.file("a.html"), "--language", "zh",
            ])
        #expect(answer.status.isSuccess, "\(answer.errors)")
        let csv = try folder.text(of: "a.csv")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file("a.csv")))
        #expect(bytes.starts(with: Array("\u{FEFF}名次,学员,得分".utf8)))
        #expect(csv.contains("'=1+1<b>[2J"))
        let html = try folder.text(of: "a.html")
        #expect(html.contains("=1+1&lt;b&gt;[2J") && !html.contains("<b>["))
        #expect(html.contains("class=\"plot\"") && !html.contains("<script"))
        let nowhere = try Served.run(
            ["class", folder.path, "--html", folder.file("no/such/a.html")])
        #expect(nowhere.status == .code(73))
    }

    @Test func `hides names so that nothing leads back, and the same way each time`() throws {
        let folder = try Self.homework()
        try folder.write("hello", to: "zhang-san.shift")
        let home = try TemporaryFolder()
        func run(_ more: String...) throws -> Program {
            try Served.run(
                [
                    "class", folder.path, "--hide-names", "--names", home.file("numbers.json"),
                    "--html", home.file("a.html"), "--csv", home.file("a.csv"), "--language", "en",
                ] + more, home: home)
        }
        let first = try run()
        #expect(first.status == .code(65))
        let said =
            first.output + first.errors + (try run("--json").output)
            + (try home.text(of: "a.html")) + (try home.text(of: "a.csv"))
        for secret in ["王小明", "李丽", "zhao-liu", "zhang-san", "\(ClassMill.monday)", folder.path] {
            #expect(!said.contains(secret), "\(secret)")
        }
        #expect(first.errors.contains("File 5: "), "\(first.errors)")
        #expect(first.output.contains("Trainee "))
        #expect(try run().output == first.output)
        #expect(try home.text(of: "numbers.json").contains("王小明"))
        let mode = try FileManager.default.attributesOfItem(atPath: home.file("numbers.json"))
        #expect(mode[.posixPermissions] as? Int == 0o600)

        try home.write("{\"王小明\": 1, \"李丽\": 1}", to: "numbers.json")
        #expect(try run().status == .code(65))
        #expect(try home.text(of: "numbers.json") == "{\"王小明\": 1, \"李丽\": 1}")
    }

    @Test func `a contest takes only whole, unstopped, unaltered shifts of its own`() throws {
        let folder = try TemporaryFolder()
        let mill = try Self.mill.get()
        let terms = ContestTerms(clock: 2)
        typealias Seat = ClassMill.Seat
        for (name, seat) in [
            ("fair", Seat("甲", as: .golden, contest: terms, file: "fair", id: "fair")),
            ("plain", Seat("乙", as: .golden, file: "plain", id: "plain")),
            ("seed", Seat("丙", as: .golden, seed: 8, contest: terms, file: "seed", id: "seed")),
            (
                "paused",
                Seat("丁", as: .golden, contest: terms, lasted: 7200, file: "paused", id: "paused")
            ),
            (
                "late",
                Seat(
                    "戊", as: .golden, begunAt: ClassMill.monday + 86_400, contest: terms,
                    file: "late", id: "late")
            ),
        ] {
            #expect(try mill.serve(seat, into: folder.path).hasSuffix("\(name).shift"))
        }
        let contest = try folder.write(
            """
            title: {zh: 春季赛, en: Spring contest}
            pack: first-shift
            seed: 7
            clock: 2
            until: 2026-03-16 18:00
            """, to: "contest.yaml")
        let answer = try Served.run(
            ["class", folder.path, "--contest", contest, "--language", "en"])
        #expect(answer.status == .code(65))
        #expect(answer.output.contains("Spring contest"))
        #expect(answer.output.contains("1 trainee · 1 shift"))
        for (file, why) in [
            ("plain", "it is an ordinary shift"), ("seed", "its seed is 8"),
            ("paused", "its clock was stopped or moved"), ("late", "it began after the end"),
        ] {
            let line = answer.errors.split(separator: "\n").first {
                $0.hasPrefix("\(file).shift")
            }
            #expect(line?.contains(why) == true, "\(file): \(answer.errors)")
        }
        let wrong = try folder.write("pack: first-shift\nsed: 7\n", to: "wrong.yaml")
        let refused = try Served.run(["class", folder.path, "--contest", wrong])
        #expect(refused.status == .code(65))
        #expect(refused.errors.contains("wrong.yaml:2 sed"))
    }

    @Test func `a pack that is not here, or was edited, is named`() throws {
        let folder = try Self.homework()
        let data = try TemporaryFolder()
        for name in ["Packs", "Profiles", "Lexicons", "Sheets", "Replies"] {
            _ = try Program.output(
                of: ["cp", "-r", Repository.path(name), data.file(name)])
        }
        let file = data.file("Packs/first-shift/pack.yaml")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try Data((text + "\n# edited\n").utf8).write(to: URL(fileURLWithPath: file))
        let here = ["XIAOER_DATA": data.path]
        let edited = try Served.run(["class", folder.path], environment: here)
        #expect(edited.status == .code(65))
        #expect(edited.errors.contains("has been edited since"), "\(edited.errors)")
        let taken = try Served.run(["class", folder.path, "--edited-packs"], environment: here)
        #expect(taken.status.isSuccess, "\(taken.errors)")
        _ = try Program.output(
            of: ["mv", data.file("Packs/first-shift"), data.file("first-shift")])
        let gone = try Served.run(["class", folder.path], environment: here)
        #expect(gone.status == .code(65))
        #expect(gone.errors.contains("Its pack “first-shift” is not here"))
    }

    @Test func `a team's marks say who speaks again`() throws {
        let folder = try TemporaryFolder()
        let blank = try Served.run(["class", "--blank-form", "--language", "zh"])
        #expect(blank.output.contains("运营经理"))
        let form = try folder.write(
            """
            team: 小满生活
            members: {operations: 张三, service: 李四}
            marks:
              - {of: 张三, by: 李四, complete: 40, clear: 35}
              - {of: 李四, by: 张三, complete: 20, clear: 20}
            """, to: "team.yaml")
        let answer = try Served.run(["class", "--teams", form, "--language", "en"])
        #expect(answer.status.isSuccess, "\(answer.errors)")
        #expect(answer.output.contains("To speak again: 李四"))
        let own = try folder.write(
            """
            team: 小满生活
            members: {operations: 张三, service: 李四}
            marks:
              - {of: 张三, by: 张三, complete: 40, clear: 35}
              - {of: 李四, by: 张三, complete: 20, clear: 200}
            """, to: "own.yaml")
        let refused = try Served.run(["class", "--teams", own, "--language", "en"])
        #expect(refused.status == .code(65))
        #expect(refused.errors.contains("own.yaml:4 by: 张三 marked themselves"))
        #expect(refused.errors.contains("own.yaml:5 clear: 200 is not from 0 to 50"))
    }

    @Test func `a wrong command line has its exit code`() throws {
        let folder = try TemporaryFolder()
        #expect(try Served.run(["class"]).status == .code(64))
        #expect(try Served.run(["class", folder.path]).status == .code(66))
        #expect(try Served.run(["class", folder.file("no.shift")]).status == .code(66))
        #expect(
            try Served.run(["class", folder.path, "--by", "meen"]).errors.contains("mean"))
        #expect(
            try Served.run(["class", "--teams", folder.file("no.yaml")]).status == .code(66))
        #expect(try Served.run(["contest", "first-shift"]).status == .code(64))
        #expect(try Served.run(["contest", "first-shift", "--seed", "1"]).status == .code(64))
    }
}

/// A contest served under a terminal, and handed in.
@Suite(.waitsForTerminals) struct `xiaoer contest` {
    @Test func `cannot be paused, and what is handed in counts`() throws {
        let home = try TemporaryFolder()
        let contest = try home.write(
            "pack: first-shift\nseed: 7\nclock: 8\nlanguage: en\n", to: "contest.yaml")
        let desk = try TmuxDesk(
            [Repository.program(), "contest", contest, "--as", "Han Meimei"], size: .wide,
            home: home, environment: Served.data)
        try desk.wait(for: "→ Li Qian")
        #expect(desk.screen().contains("×8 contest"))
        desk.send("F9")
        try desk.wait(for: "the same for all")
        desk.send("M-Q")
        try desk.wait(for: "1 end the shift")
        desk.send("1")
        try desk.wait(for: "Debrief")
        desk.send("C-q")
        #expect(try desk.exitStatus() == 0)

        let folder = home.file("data/xiaoer/shifts")
        let answer = try Served.run(
            ["class", folder, "--contest", contest, "--language", "en"], home: home)
        #expect(answer.status.isSuccess, "\(answer.errors)")
        #expect(answer.output.contains("Han Meimei"))
    }

    @Test func `the best run so far stands beside one's own`() throws {
        let home = try TemporaryFolder()
        let mill = try ClassMill(root: Repository.root)
        try mill.serve(
            ClassMill.Seat("a", as: .golden, tongue: .english),
            into: home.file("data/xiaoer/shifts"))
        try mill.serve(
            ClassMill.Seat("b", as: .polite, tongue: .english),
            into: home.file("data/xiaoer/shifts"))
        let desk = try Served.deskWithFirstCustomer(
            ["--at-desk", "--seed", "7", "--language", "en", "--as", "c"], home: home)
        try Served.command("Race the ghost", on: desk)
        try desk.wait(for: "Ghost (")
        #expect(desk.screen().contains("You 0 served · score –"))
        try Served.command("Race the ghost", on: desk)
        try desk.wait(forNo: "Ghost (")
    }
}
