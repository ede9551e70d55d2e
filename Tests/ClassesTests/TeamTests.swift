import Engine
import Support
import Testing

@testable import Classes

@Suite struct `Marks in a team` {
    private static let sheet: MarksSheet = {
        guard
            let text = try? Repository.text(of: "Sheets/team-marks.yaml"),
            let sheet = try? MarksSheet(Array(text.utf8), file: "team-marks.yaml")
        else { preconditionFailure("the sheet that comes with the program cannot be read") }
        return sheet
    }()

    private func form(
        _ text: String, file: String = "team.yaml"
    ) throws(FormFaults) -> TeamForm {
        try TeamForm(Array(text.utf8), file: file, sheet: Self.sheet)
    }

    private static let yaml = """
        team: 小满生活
        members: {operations: 张三, 客服人员: 李四, Delivery: 王五}
        marks:
          - {of: 张三, by: 李四, complete: 40, clear: 35}
          - {of: 张三, by: 王五, complete: 30, clear: 30}
          - {of: service, by: operations, complete: 20, clear: 30}
          - {of: 李四, by: 王五, complete: 30, clear: 30, again: 是}
          - {of: 王五, by: 张三, complete: 40, clear: 40, again: yes}
          - {of: 王五, by: 李四, complete: 40, clear: 40, again: yes}

        """

    private static let csv = """
        团队,轮次,岗位,姓名,评分人,表达完整,表达清晰,再说一遍\r
        小满生活,1,运营经理,张三,李四,40,35,\r
        小满生活,1,运营经理,张三,王五,30,30,否\r
        小满生活,1,客服人员,李四,张三,20,30,\r
        小满生活,,客服人员,李四,配送人员,30,30,是\r
        小满生活,1,配送人员,王五,张三,40,40,是\r
        小满生活,1,配送人员,王五,李四,40,40,是\r

        """

    @Test func `the sheet has the six posts of a shop and a hundred points`() {
        #expect(
            Self.sheet.posts.map(\.name.zh) == ["运营经理", "客服人员", "配送人员", "网店美工", "财务人员", "策划人员"])
        #expect(Self.sheet.most == 100)
    }

    @Test(arguments: [(yaml, "team.yaml"), (csv, "team.csv")])
    func `the mean of the others counts, and who has not passed speaks again`(
        text: String, file: String
    ) throws {
        let form = try form(text, file: file)
        #expect(form.faults.isEmpty, "\(form.faults)")
        let result = TeamResult(form, sheet: Self.sheet)
        #expect(result.team.zh == "小满生活")
        #expect(result.members.map(\.name.zh) == ["张三", "李四", "王五"])
        #expect(result.members.map { $0.mean.map { "\($0)" } } == ["67.5", "55.0", "80.0"])
        #expect(result.members.map(\.verdict) == [.passed, .again, .asked])
        #expect(result.again.map(\.name.zh) == ["李四", "王五"])
        #expect(!result.allHavePassed)
    }

    @Test func `a later round counts instead, until all have passed`() throws {
        let later = """
              - {round: 2, of: 李四, by: 张三, complete: 45, clear: 45}
              - {round: 2, of: 李四, by: 王五, complete: 45, clear: 40}
              - {round: 2, of: 王五, by: 张三, complete: 45, clear: 40}
              - {round: 2, of: 王五, by: 李四, complete: 45, clear: 40, again: no}

            """
        let result = TeamResult(try form(Self.yaml + later), sheet: Self.sheet)
        #expect(result.members.map(\.round) == [1, 2, 2])
        #expect(result.allHavePassed && result.again.isEmpty && result.faults.isEmpty)
    }

    @Test func `own marks, points beyond the most and missing marks are named and do not count`()
        throws
    {
        let form = try form(
            """
            team: T
            members: {operations: 张三, service: 李四, delivery: 王五}
            marks:
              - {of: 张三, by: 张三, complete: 50, clear: 50}
              - {of: 张三, by: 李四, complete: 51, clear: 30}
              - {of: 张三, by: 王五, complete: 30, clear: 30}
              - {of: 张三, by: 王五, complete: 50, clear: 50}
              - {of: 张三, by: 赵六, complete: 50, clear: 50}
              - {of: 李四, by: 张三, complete: many, clear: 50}
              - {of: 李四, by: 王五, clear: 50}
              - {of: 王五, by: 李四, complete: 50, clear: 50, agian: yes}

            """)
        let said = form.faults.map(\.sentence.en)
        for part in [
            "team.yaml:4 by: 张三 marked themselves", "team.yaml:5 complete: 51 is not from 0 to 50",
            "team.yaml:7 by: 王五 marked 张三 twice", "team.yaml:8 by: nobody in the team is “赵六”",
            "team.yaml:9 complete: a whole number", "team.yaml:10 complete: it is missing",
            "team.yaml:11 agian: there is no such field. Did you mean again?",
            "李四 has not marked 张三 in round 1", "张三 has not marked 李四",
            "张三 has not marked 王五",
        ] {
            #expect(said.contains { $0.contains(part) }, "\(part) in \(said)")
        }
        let result = TeamResult(form, sheet: Self.sheet)
        #expect(result.members.map { $0.mean.map { "\($0)" } } == ["60.0", nil, "100.0"])
        #expect(result.members.map(\.verdict) == [.passed, .unmarked, .passed])
        #expect(result.members.map(\.marks) == [1, 0, 1])
    }

    @Test func `a table's faults have their lines too`() throws {
        let form = try form(
            """
            岗位,姓名,评分人,表达完整,表达清晰
            运营经理,张三,李四,99,1
            客服人员,李四,李四,10,10
            客服人员,李四,,10,10
            客服人员,李四,张三,,10
            """, file: "t.csv")
        let said = form.faults.map(\.sentence.en)
        for part in [
            "t.csv:2 表达完整: 99", "t.csv:3 by: 李四 marked themselves", "t.csv:4 评分人: it is missing",
            "t.csv:5 表达完整: it is missing",
        ] {
            #expect(said.contains { $0.contains(part) }, "\(part) in \(said)")
        }
        #expect(form.team == "t")
    }

    @Test(arguments: [
        ("team: T\nmembers: {operations: 张三}\nmarks: []\n", "t.yaml", "it takes two"),
        ("team: T\nmembers: {opperations: 张三, service: 李四}\nmarks: []\n", "t.yaml", "operations"),
        ("team: T\nmembers: {service: 张三, 客服人员: 李四}\nmarks: []\n", "t.yaml", "there twice"),
        ("team: T\nmarks: []\n", "t.yaml", "members: it is missing"),
        ("岗位,姓名,评分人,表达完整\n", "t.csv", "“clear” is missing"), ("", "t.csv", "empty"),
        ("a: [", "t.yaml", "YAML that cannot be read"), ("", "t.yaml", "nothing in it"),
    ])
    func `what cannot be read at all says why`(text: String, file: String, why: String) throws {
        let faults = #expect(throws: FormFaults.self) { _ = try form(text, file: file) }
        let said = try #require(faults).sentence.en
        #expect(said.contains(why), "\(said)")
    }

    @Test func `the empty form becomes a full one once names and points are in it`() throws {
        let blank = Self.sheet.blank(in: .chinese)
        #expect(blank.split(separator: "\r\n").count == 31)
        let names = ["运营经理": "张三", "客服人员": "李四", "财务人员": "钱七"]
        let filled = blank.split(separator: "\r\n").map { line -> String in
            var cells = line.split(separator: ",", omittingEmptySubsequences: false)
                .map(String.init)
            guard let name = names[cells[2]] else { return String(line) }
            cells[3] = name
            if names[cells[4]] != nil { (cells[5], cells[6]) = ("40", "30") }
            return cells.joined(separator: ",")
        }.joined(separator: "\n")
        let form = try form(filled, file: "shop.csv")
        #expect(form.faults.isEmpty, "\(form.faults.map(\.sentence.en))")
        #expect(form.members.map(\.name) == ["张三", "李四", "钱七"])
        #expect(TeamResult(form, sheet: Self.sheet).allHavePassed)
    }

    @Test func `hidden names hide the team and its faults as well`() throws {
        let form = try form(Self.yaml + "  - {of: 张三, by: 张三, complete: 1, clear: 1}\n")
        let result = TeamResult(
            form, sheet: Self.sheet, naming: Pupils.hidden("小满生活", "张三", "李四", "王五"))
        let said =
            ClassDocument(nil, teams: [result]).json
            + ClassPage(nil, teams: [result]).html(in: .chinese)
        for secret in ["小满", "张三", "李四", "王五", "team.yaml"] {
            #expect(!said.contains(secret))
        }
        #expect(result.faults.count == 1)
    }

    @Test func `a sheet of one's own is read, and a wrong one explained`() throws {
        let own = try MarksSheet(
            Array(
                """
                title: 演讲
                posts: [{id: a, zh: 甲, en: A}, {id: b, zh: 乙, en: B}]
                criteria: [{id: voice, zh: 声音, en: Voice, max: 10}]
                pass: 8
                """.utf8), file: "s.yaml")
        #expect(own.most == 10 && own.pass == 8)
        let faults = #expect(throws: FormFaults.self) {
            _ = try MarksSheet(
                Array(
                    """
                    title: 演讲
                    posts: [{id: a, zh: 甲, en: A}, {id: a, zh: 乙, en: B}]
                    criteria: [{id: voice, zh: 声音, en: Voice, max: 0}]
                    pass: 800
                    """.utf8), file: "s.yaml")
        }
        let said = try #require(faults).sentence.en
        #expect(said.contains("s.yaml:2 id: it is written twice"))
        #expect(said.contains("s.yaml:3 max: 0 is not from 1"))
    }
}
