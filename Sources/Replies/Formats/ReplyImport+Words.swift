public import Engine
public import Stores

/// Why nothing of a file can be read.
public enum ReplyFileFault: Error, Hashable, Sendable {
    case table(CSVFault)
    case json(JSONFault)
    case yaml(SnippetProblem)
    /// No column that could be the text; these are there.
    case noContent(columns: [String])
    /// JSON that is none of those we know; its first entry has these fields.
    case unknownJSON(fields: [String])

    public var sentence: Bilingual {
        switch self {
        case .table(let fault):
            Bilingual(zh: fault.sentence(in: .chinese), en: fault.sentence(in: .english))
        case .json(let fault): fault.sentence
        case .yaml(let problem):
            Bilingual(zh: problem.sentence(in: .chinese), en: problem.sentence(in: .english))
        case .noContent(let columns):
            Bilingual(
                zh: """
                    没有“内容”这一列（有：\(columns.joined(separator: "、"))）。请把正文那一列改名为“内容”；\
                    不是表格、一行一句的，请写明格式 plain。
                    """,
                en: """
                    There is no column for the text (there are: \(columns.joined(separator: ", "))). \
                    Call it “content”; if it is no table but a text a line, say that its format is \
                    plain.
                    """)
        case .unknownJSON(let fields):
            Bilingual(
                zh: """
                    这份 JSON 里没有认得的短语或宏（有：\(fields.joined(separator: "、"))）。\
                    认得的是 Chatwoot、Zendesk、Rocket.Chat 接口给的；别的请存成表格再来。
                    """,
                en: """
                    This JSON holds no replies or macros that are known here (there are: \
                    \(fields.joined(separator: ", "))). Known is what the APIs of Chatwoot, Zendesk and \
                    Rocket.Chat give; save anything else as a table.
                    """)
        }
    }
}

extension ReplyImport.Note {
    /// One sentence with its line.
    public func sentence(in tongue: Tongue) -> String {
        let head = [line > 0 ? "\(line)" : "", entry].filter { !$0.isEmpty }.joined(separator: " ")
        let words = words[tongue]
        return tongue == .chinese ? "\(head)：\(words)" : "\(head): \(words)"
    }

    public var words: Bilingual {
        switch fact {
        case .variableMapped(let from, let to):
            Bilingual(zh: "变量 \(from) 改成 {{\(to)}}。", en: "\(from) is now {{\(to)}}.")
        case .variableAsked(let name):
            Bilingual(
                zh: "这里不认识变量 \(name)，用的时候会问你。",
                en: "Nobody here knows \(name); you are asked when you use it.")
        case .codeMade(let code):
            Bilingual(zh: "没有短码，取了 \(code)。", en: "It had no code; it is \(code) now.")
        case .codeChanged(let from, let to):
            Bilingual(
                zh: "短码“\(from)”打不出来，改成 \(to)。", en: "“\(from)” cannot be typed; it is \(to) now.")
        case .plainText:
            Bilingual(zh: "去掉了格式，只留文字。", en: "Formatting was taken off.")
        case .heading(let name):
            Bilingual(zh: "这一行当作文件夹“\(name)”。", en: "This line is the folder “\(name)”.")
        case .statement(let statement):
            Bilingual(
                zh: "“\(statement)”是那边的程序语句，这里算不出来，整条没有收。",
                en: "“\(statement)” is a statement that nobody works out here; left out as a whole."
            )
        case .needsName(let who):
            Bilingual(
                zh: "原来只写了编号，transfer 里的“\(who)”请改成同事的名字。",
                en: "Only a number was given; write the colleague's name instead of “\(who)”.")
        case .tagsAdded:
            Bilingual(
                zh: "原来是换掉全部标签，这里只加上这些。", en: "It replaced all tags; here these are added.")
        case .emptyText: Bilingual(zh: "没有正文，没有收。", en: "It has no text; left out.")
        case .inactive: Bilingual(zh: "原来就停用了，没有收。", en: "It was switched off; left out.")
        case .noCounterpart(let step):
            Bilingual(
                zh: "“\(step)”这一步这里没有，没有收。", en: "There is no step like “\(step)” here; left out.")
        case .noSteps:
            Bilingual(zh: "一步也没有剩下，没有收。", en: "No step is left of it; left out.")
        case .wrongShape:
            Bilingual(zh: "这一行的格数和列数对不上，没有收。", en: "Its cells do not match the columns; left out.")
        case .problem(let fact): fact.words
        }
    }
}
