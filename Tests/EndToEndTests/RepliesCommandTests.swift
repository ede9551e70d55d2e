import Foundation
import Rig
import Support
import Testing

/// `xiaoer replies` as a person runs it.
@Suite(.waitsForTerminals) struct `The replies command` {
    private func replies(_ arguments: String..., home: TemporaryFolder) throws -> Program {
        try Served.run(
            ["replies"] + arguments, home: home, environment: ["LC_ALL": "zh_CN.UTF-8"])
    }

    private static let own = """
        macros:
          - name: sorry
            label: {zh: 赔不是, en: Say sorry}
            keys: F13
            stage: after-sale
            when: {paid: true}
            parameters:
              - {name: amount, type: money, label: {zh: 金额, en: Amount}, default: 5.00, ask: true}
              - {name: why, type: choice, label: {zh: 原因, en: Why}, options: [迟发, 少件]}
            steps:
              - insert: {zh: "抱歉，{{why}}了，补您{{amount}}。", en: "Sorry for {{why}}: {{amount}}."}
              - send
              - compensate: {amount: "{{amount}}", reason: agreed}
              - if: {stage: order}
                then: [{tag: 迟发}]
                else: [{tag: {name: 补偿过, expires: "+30d"}}]
              - next
        """

    @Test func `brings our own macros along as they are, and gives them back`() throws {
        let home = try TemporaryFolder()
        let first = try home.write(Self.own, to: "own.yaml")
        let taken = try replies("import", first, "-o", home.file("in.yaml"), home: home)
        #expect(taken.status.isSuccess, "\(taken.errors)")
        #expect(taken.output.contains("1 个宏") && !taken.output.contains("没有收"), "\(taken.output)")
        let text = try home.text(of: "in.yaml")
        for words in [
            "compensate", "if:", "else:", "keys: F13", "stage: after-sale", "when:", "type: money",
            "default: \"5.00\"", "ask: true", "options:", "Say sorry", "expires:", "next",
        ] {
            #expect(
                text.contains(words) || text.contains(words.replacing("\"", with: "")),
                "\(words) in \(text)")
        }
        let out = try replies(
            "export", home.file("in.yaml"), "--format", "xiaoer", "-o", home.file("out.yaml"),
            home: home)
        #expect(out.status.isSuccess && out.errors.isEmpty, "\(out.errors)")
        #expect(try home.text(of: "out.yaml") == text)
    }

    @Test func `says what is wrong with a macro of ours, and takes the rest`() throws {
        let home = try TemporaryFolder()
        let path = try home.write(
            Self.own + "\n  - name: bad\n    steps: [{insrt: x}]\n", to: "own.yaml")
        let taken = try replies("import", path, home: home)
        #expect(taken.status.isSuccess && taken.output.contains("compensate"))
        #expect(!taken.output.contains("name: bad"))
        #expect(
            taken.errors.contains("19：") && taken.errors.contains("“insert”"), "\(taken.errors)")
    }

    @Test func `a macro that cannot go whole does not go at all`() throws {
        let home = try TemporaryFolder()
        let path = try home.write(
            Self.own + "\n" + """
                  - name: bye
                    label: {zh: 再见, en: Bye}
                    steps:
                      - insert: {zh: 再见, en: Bye}
                      - send
                      - close
                """, to: "own.yaml")
        for format in ["zendesk", "chatwoot-macros"] {
            let out = try replies("export", path, "--format", format, home: home)
            #expect(out.status.isSuccess, "\(out.errors)")
            #expect(out.output.contains("再见") && !out.output.contains("抱歉"), "\(out.output)")
            #expect(
                out.errors.contains("sorry") && out.errors.contains("compensate"),
                "\(out.errors)")
        }
    }

    @Test func `every shipped macro comes through our own format`() throws {
        let home = try TemporaryFolder()
        let out = try replies(
            "export", "--format", "xiaoer", "-o", home.file("all.yaml"), home: home)
        #expect(out.status.isSuccess && out.errors.isEmpty, "\(out.errors)")
        let doctor = try replies("doctor", home.file("all.yaml"), home: home)
        #expect(doctor.status.isSuccess, "\(doctor.output) \(doctor.errors)")
        let count = try #require(doctor.output.firstMatch(of: #/(\d+) 个宏/#)?.1)
        #expect(Int(count) ?? 0 >= 40)
    }

    @Test func `an export leaves a file that is there alone unless told otherwise`() throws {
        let home = try TemporaryFolder()
        let path = try home.write("mine", to: "mine.csv")
        let refused = try replies("export", "--format", "csv", "-o", path, home: home)
        #expect(refused.status == .code(73) && refused.errors.contains("--force"))
        #expect(try home.text(of: "mine.csv") == "mine")
        let forced = try replies("export", "--format", "csv", "-o", path, "--force", home: home)
        #expect(forced.status.isSuccess, "\(forced.errors)")
        #expect(try home.text(of: "mine.csv").contains("内容"))
    }

    @Test func `the doctor looks at macros as well, each mistake with its line`() throws {
        let home = try TemporaryFolder()
        let one = try home.write(
            """
            macros:
              - name: a
                steps: [{insrt: x}]
              - name: b
                steps: [{insert: "{{order.trackin}}"}, send]
              - name: c
                steps: [{insert: 加我微信聊}, send]
              - name: d
                steps: [{insert: 再见}, close]
              - name: e
                steps: [{insert: "您好{{order.id 请看"}, send]
              - name: f
                steps: [{insert: 好}, send]
            """, to: "one.yaml")
        let two = try home.write(
            "macros:\n  - name: f\n    steps: [{insert: 行}, send]\n", to: "two.yaml")
        let answer = try replies("doctor", one, two, home: home)
        #expect(answer.status == .code(1), "\(answer.errors)")
        for words in [
            "one.yaml:3：", "“insert”", "one.yaml:5：", "order.tracking", "one.yaml:7", "微信",
            "one.yaml:9", "send", "one.yaml:11：", "花括号", "two.yaml:2", "one.yaml:12",
        ] {
            #expect(answer.output.contains(words), "\(words) in \(answer.output)")
        }
        let json = try replies("doctor", one, two, "--json", home: home)
        #expect(json.output.contains(#""macros":"#) && json.output.contains(#""doubleName""#))
        // One's own goes before the shop's: that is what it is for.
        try home.write(
            try String(
                contentsOfFile: Repository.path("Replies/macros-01-greeting.yaml"),
                encoding: .utf8), to: "config/xiaoer/replies/mine.yaml")
        let all = try replies("doctor", home: home)
        #expect(!all.output.contains("macros-01-greeting.yaml:"), "\(all.output)")
    }

    @Test func `a mistake that two readers meet is told once`() throws {
        let home = try TemporaryFolder()
        let path = try home.write("macros:\n  - name: [\n", to: "cut.yaml")
        let answer = try replies("doctor", path, home: home)
        #expect(answer.status == .code(1))
        #expect(answer.output.split(separator: "\n").count == 1, "\(answer.output)")
    }
}
