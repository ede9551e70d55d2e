public import Engine

/// What is wrong with one entry of a replies file. The entry, or the part of it, is left out; the
/// rest keeps working.
public struct SnippetProblem: Error, Hashable, Sendable {
    public let file: String
    /// Counted from 1; 0 for the file as a whole.
    public let line: Int
    public let fact: Fact

    public init(file: String, line: Int, fact: Fact) {
        self.file = file
        self.line = line
        self.fact = fact
    }

    /// The facts; `sentence(in:)` makes words of them.
    public enum Fact: Hashable, Sendable {
        case unreadable
        case notYAML(String)
        /// There is no list of `matches`.
        case noMatches
        case wrongShape(field: String)
        case unknownField(String, nearest: String?)
        case missingCode
        case missingText
        case missingLanguage(field: String, tongue: Tongue)
        case unknownStage(String, nearest: String?)
        case unknownVariable(String, nearest: String?)
        /// `script` and `shell` run programs; a reply must not.
        case runsProgram(variable: String, type: String)
        case unsupported(variable: String, type: String)
        case severalCarets
        /// A code with a blank could never be typed.
        case blankInCode(String)
    }

    /// Whether the whole entry was left out.
    public var dropsEntry: Bool {
        switch fact {
        case .unreadable, .notYAML, .noMatches, .missingCode, .missingText, .missingLanguage,
            .runsProgram, .blankInCode:
            true
        case .wrongShape, .unknownField, .unknownStage, .unknownVariable, .unsupported,
            .severalCarets:
            false
        }
    }

    /// One sentence: file, line, what is wrong, what was probably meant.
    public func sentence(in tongue: Tongue) -> String {
        let place = line > 0 ? "\(file):\(line)" : file
        return tongue == .chinese ? "\(place)：\(fact.text.zh)" : "\(place): \(fact.text.en)"
    }
}

extension SnippetProblem.Fact {
    fileprivate var text: Bilingual {
        switch self {
        case .unreadable:
            Bilingual(zh: "短语文件读不出来。", en: "the replies cannot be read.")
        case .notYAML(let why):
            Bilingual(zh: "不是有效的 YAML：\(why)", en: "this is not YAML: \(why)")
        case .noMatches:
            Bilingual(zh: "没有 matches 列表。", en: "there is no list called matches.")
        case .wrongShape(let field):
            Bilingual(
                zh: "“\(field)”的写法不对，没有用它。", en: "“\(field)” is not written as expected; ignored.")
        case .unknownField(let name, let nearest):
            Self.unknown(name, nearest, zh: "没有“\(name)”这一项", en: "there is no field “\(name)”")
        case .missingCode:
            Bilingual(zh: "缺 trigger（短码），本条不用。", en: "trigger is missing; the reply is left out.")
        case .missingText:
            Bilingual(zh: "缺 replace（正文），本条不用。", en: "replace is missing; the reply is left out.")
        case .missingLanguage(let field, let tongue):
            Bilingual(
                zh: "“\(field)”缺\(tongue == .chinese ? "中文（zh）" : "英文（en）")，本条不用。",
                en: "“\(field)” lacks \(tongue.rawValue); the reply is left out.")
        case .unknownStage(let name, let nearest):
            Self.unknown(name, nearest, zh: "没有“\(name)”这个阶段", en: "there is no stage “\(name)”")
        case .unknownVariable(let name, let nearest):
            Self.unknown(name, nearest, zh: "没有变量“\(name)”", en: "there is no variable “\(name)”")
        case .runsProgram(let variable, let type):
            Bilingual(
                zh: "变量“\(variable)”要运行程序（\(type)），不允许，本条不用。",
                en: "“\(variable)” would run a program (\(type)); the reply is left out.")
        case .unsupported(let variable, let type):
            Bilingual(
                zh: "变量“\(variable)”的类型 \(type) 这里填不了，发送前要手工填。",
                en: "“\(variable)” of type \(type) is not filled here; fill it by hand.")
        case .severalCarets:
            Bilingual(zh: "光标记号 $|$ 只能有一个，用第一个。", en: "$|$ may stand once; the first counts.")
        case .blankInCode(let code):
            Bilingual(
                zh: "短码“\(code)”里有空格，打不出来，本条不用。",
                en: "“\(code)” has a blank and cannot be typed; the reply is left out.")
        }
    }

    private static func unknown(
        _ name: String, _ nearest: String?, zh: String, en: String
    ) -> Bilingual {
        guard let nearest else { return Bilingual(zh: zh + "。", en: en + ".") }
        return Bilingual(
            zh: zh + "，是不是“\(nearest)”？", en: en + "; did you mean “\(nearest)”?")
    }
}
