import Engine
import Stores

extension GymFault {
    static let nothingLoaded = GymFault(
        code: "nothing-loaded", zh: "还没有开店，先发 {\"do\":\"load\",…}",
        en: "No shop is open; send {\"do\":\"load\",…} first")

    static func missing(_ field: String, or other: String? = nil) -> GymFault {
        GymFault(
            code: "missing-field",
            zh: "缺少字段 \(field)" + (other.map { " 或 \($0)" } ?? ""),
            en: "The field \(field) is missing" + (other.map { ", or \($0)" } ?? ""))
    }

    static func unknownVerb(_ verb: String) -> GymFault {
        let known = GymRequest.Verb.allCases.map(\.rawValue)
        let hint = Spelling.nearest(to: verb, among: known)
        return GymFault(
            code: "unknown-request",
            zh: "不会 \(verb)" + (hint.map { "，是不是 \($0)？" } ?? "")
                + "可以用：" + known.joined(separator: "、"),
            en: "There is no request \(verb)" + (hint.map { "; did you mean \($0)?" } ?? ";")
                + " There are: " + known.joined(separator: ", "))
    }

    static func unknown(_ subject: String, _ name: String) -> GymFault {
        GymFault(
            code: "no-such-\(subject)", zh: "没有 \(subject) \(name)",
            en: "There is no \(subject) \(name)")
    }

    static func noTime(_ text: String, in field: String) -> GymFault {
        GymFault(
            code: "bad-request",
            zh: "字段 \(field) 不对：“\(text)”不是时间，写 next、+30s、1h30m 或毫秒数",
            en:
                "The field \(field) is wrong: ‘\(text)’ is no time; write next, +30s, 1h30m or milliseconds"
        )
    }

    static func noPath(in field: String) -> GymFault {
        GymFault(
            code: "bad-request", zh: "字段 \(field) 不对：这里要写文件的路径",
            en: "The field \(field) is wrong: here must stand the path of a file")
    }

    static func oneOf(_ fields: [String]) -> GymFault {
        GymFault(
            code: "bad-request", zh: "这些字段只能写一个：" + fields.joined(separator: "、"),
            en: "Write one of these fields: " + fields.joined(separator: ", "))
    }

    /// What is wrong with a line, by its field.
    static func explain(_ fault: JSONFault) -> GymFault {
        switch (fault.path, fault.fact) {
        case ("", .wrongKind), ("", .unexpected), ("", .cut): return noObject(fault)
        case ("do", .noChoice(let verb, _, _)): return unknownVerb(verb)
        case ("command", .noSuchName(let names)): return unknownCommand(names)
        case (_, .unknownField(let nearest)):
            return GymFault(
                code: "unknown-field",
                zh: "没有字段 \(fault.path)" + (nearest.map { "，是不是 \($0)？" } ?? ""),
                en: "There is no field \(fault.path)"
                    + (nearest.map { "; did you mean \($0)?" } ?? ""))
        case (_, .missing(let field)):
            let path = fault.path.isEmpty ? field : fault.path + "." + field
            return GymFault(
                code: "bad-request", zh: "缺少字段 \(path)", en: "The field \(path) is missing")
        case (let path, _):
            let words = fault.words
            return GymFault(
                code: "bad-request",
                zh: path.isEmpty ? "\(words.zh)" : "字段 \(path) 不对：\(words.zh)",
                en: path.isEmpty ? "\(words.en)" : "The field \(path) is wrong: \(words.en)")
        }
    }

    private static func noObject(_ fault: JSONFault) -> GymFault {
        GymFault(
            code: "bad-request", zh: "一行要写一个 JSON 对象；第 \(fault.place.column) 列：\(fault.words.zh)",
            en: "A line holds one JSON object; column \(fault.place.column): \(fault.words.en)")
    }

    private static func unknownCommand(_ names: [String]) -> GymFault {
        guard names.count == 1, let name = names.first else {
            return GymFault(
                code: "bad-request", zh: "command 里正好写一个命令",
                en: "A command is an object with exactly one name in it")
        }
        let hint = Spelling.nearest(to: name, among: Command.names)
        return GymFault(
            code: "unknown-command",
            zh: "没有命令 \(name)" + (hint.map { "，是不是 \($0)？" } ?? "；全部命令见 Docs/Gym.md"),
            en: "There is no command \(name)"
                + (hint.map { "; did you mean \($0)?" } ?? "; Docs/Gym.md has them all"))
    }
}
