public import Engine

/// What is wrong with one place of a file of sentences, in facts.
public struct DrillProblem: Error, Hashable, Sendable {
    public let file: String
    /// Counted from 1; 0 for the file as a whole.
    public let line: Int
    /// `stages[3].sentences.2[5]`; empty for the whole file.
    public let field: String
    public let fact: Fact

    public init(file: String, line: Int = 0, field: String = "", _ fact: Fact) {
        self.file = file
        self.line = line
        self.field = field
        self.fact = fact
    }

    /// The facts; `sentence(in:)` makes words of them.
    public enum Fact: Hashable, Sendable {
        case unreadable
        case notYAML(Bilingual)
        case wrongShape(expected: Shape)
        case missing(String)
        case unknownField(String, nearest: String?)
        case unknownLanguage(String)
        case unknownGrade(String)
        case outOfRange(String, from: Int, to: Int)
        case stageTwice(String)
        case empty
        case tooLong(Int, most: Int)
        /// A character no keyboard of this language types.
        case strange(Character)
        case blanks
        /// A blank beside a Chinese character: nobody types it in a chat.
        case blankInChinese
        /// Without a mark at its end.
        case unended
        case twice(firstLine: Int)
        /// A Chinese file with a sentence that has no Chinese in it.
        case otherLanguage
        /// Fewer sentences than one round takes.
        case tooFew(Int, round: Int)
        /// A word the platforms or the law forbid, found by the reader of texts.
        case forbidden(String, why: Bilingual)
    }

    /// What should stand in a place.
    public enum Shape: Hashable, Sendable { case mapping, list, text, number }

    /// One sentence: file, line, field, what is wrong, what to do.
    public func sentence(in tongue: Tongue) -> String {
        let place = line > 0 ? "\(file):\(line)" : file
        let colon = tongue == .chinese ? "：" : ": "
        return place + colon + (field.isEmpty ? "" : field + colon) + fact.text[tongue]
    }
}

extension DrillProblem.Shape {
    fileprivate var name: Bilingual {
        switch self {
        case .mapping: Bilingual(zh: "“名字: 值”", en: "“name: value”")
        case .list: Bilingual(zh: "列表", en: "a list")
        case .text: Bilingual(zh: "一句话", en: "a text")
        case .number: Bilingual(zh: "整数", en: "a whole number")
        }
    }
}

extension DrillProblem.Fact {
    fileprivate var text: Bilingual {
        switch self {
        case .unreadable: Bilingual(zh: "读不出来。", en: "cannot be read.")
        case .notYAML(let why):
            Bilingual(zh: "YAML 读不了：\(why.zh)", en: "this YAML cannot be read: \(why.en)")
        case .wrongShape(let shape):
            Bilingual(zh: "这里要写\(shape.name.zh)。", en: "\(shape.name.en) is expected here.")
        case .missing(let name): Bilingual(zh: "缺“\(name)”。", en: "“\(name)” is missing.")
        case .unknownField(let name, let nearest?):
            Bilingual(
                zh: "没有“\(name)”这一项，是不是“\(nearest)”？",
                en: "there is no field “\(name)”; did you mean “\(nearest)”?")
        case .unknownField(let name, nil):
            Bilingual(zh: "没有“\(name)”这一项。", en: "there is no field “\(name)”.")
        case .unknownLanguage(let name):
            Bilingual(zh: "“\(name)”要写 zh 或 en。", en: "“\(name)” must be zh or en.")
        case .unknownGrade(let name):
            Bilingual(
                zh: "难度“\(name)”要写 1、2 或 3。", en: "the grade “\(name)” must be 1, 2 or 3.")
        case .outOfRange(let given, let from, let to):
            Bilingual(
                zh: "“\(given)”要在 \(from) 到 \(to) 之间。",
                en: "“\(given)” must be from \(from) to \(to).")
        case .stageTwice(let name):
            Bilingual(
                zh: "阶段“\(name)”写了两次，请并成一个。", en: "the stage “\(name)” stands twice; join them.")
        case .empty: Bilingual(zh: "这一句是空的。", en: "this sentence is empty.")
        case .tooLong(let count, let most):
            Bilingual(
                zh: "这一句有 \(count) 个字符，最多 \(most) 个，请拆开。",
                en: "this sentence has \(count) characters, \(most) at most; split it.")
        case .strange(let character):
            Bilingual(
                zh: "“\(character)”不是这种语言键盘上打得出的字符，请换掉。",
                en: "“\(character)” is on no keyboard of this language; replace it.")
        case .blanks:
            Bilingual(
                zh: "开头、结尾或中间有多余的空格，请删掉。",
                en: "there are blanks at an end or two in a row; remove them.")
        case .blankInChinese:
            Bilingual(
                zh: "汉字和标点旁边不要空格：聊天时没人这样打。",
                en: "there is a blank beside a Chinese character; in a chat nobody types one.")
        case .unended:
            Bilingual(zh: "句尾没有标点，请补上。", en: "there is no mark at the end; add it.")
        case .twice(let line):
            Bilingual(zh: "和第 \(line) 行是同一句。", en: "this sentence stands on line \(line) already.")
        case .otherLanguage:
            Bilingual(zh: "这一句里没有汉字。", en: "there is no Chinese in this sentence.")
        case .tooFew(let count, let round):
            Bilingual(
                zh: "只有 \(count) 句，不够一轮 \(round) 句。",
                en: "there are \(count) sentences, fewer than the \(round) of a round.")
        case .forbidden(let word, let why):
            Bilingual(zh: "“\(word)”不能说：\(why.zh)", en: "“\(word)” must not be said: \(why.en)")
        }
    }
}
