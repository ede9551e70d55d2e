public import Engine

/// Why a text is not the JSON that was wanted: what is wrong, in which field, and on which line
/// and column of the text.
public struct JSONFault: Error, Hashable, Sendable {
    public var fact: Fact
    /// `orders[17].lines[0].variant`; empty for the text as a whole.
    public var path: String
    public var place: TextPlace

    public init(_ fact: Fact, path: String = "", place: TextPlace) {
        self.fact = fact
        self.path = path
        self.place = place
    }

    /// What is wrong.
    public enum Fact: Hashable, Sendable {
        /// The text ends where more had to come: it was cut, or a bracket is missing.
        case cut
        /// A byte that is no part of UTF-8.
        case notUTF8
        /// Something else had to stand here.
        case unexpected(Character, wanted: Wanted)
        case controlCharacter
        case badEscape
        case tooDeep
        /// More follows after the value.
        case more
        case missing(field: String)
        case unknownField(nearest: String?)
        case repeatedField
        case wrongKind(wanted: Kind)
        /// A number with a fraction, where whole ones are meant.
        case notWhole(String)
        case outOfRange(String)
        /// One of a list had to stand here; `nearest` may be meant.
        case noChoice(String, among: [String], nearest: String?)
        /// Exactly one known name had to stand in the object; these do.
        case noSuchName([String])
        case unreadable(String)
    }

    public enum Wanted: Hashable, Sendable { case value, key, colon, commaOrEnd, end, digit }

    public enum Kind: Hashable, Sendable { case object, array, text, number, truth, null }
}

/// A place in a text, counted from 1; columns count characters, not bytes.
public struct TextPlace: Hashable, Sendable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// The place of a byte; one that is no UTF-8 counts as a character of its own.
    init(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        line = 1
        var start = 0
        for index in 0..<min(offset, bytes.count) where bytes[index] == UInt8(ascii: "\n") {
            line += 1
            start = index + 1
        }
        let end = min(offset, bytes.count)
        column = String(decoding: bytes[min(start, end)..<end], as: UTF8.self).count + 1
    }
}

extension JSONFault {
    /// Where, what, and what to do.
    public func sentence(in tongue: Tongue) -> String {
        let fact = words[tongue]
        switch tongue {
        case .chinese:
            let spot = "第 \(place.line) 行第 \(place.column) 列"
            return path.isEmpty ? "\(spot)：\(fact)。" : "\(spot)，\(path)：\(fact)。"
        case .english:
            let spot = "Line \(place.line), column \(place.column)"
            return path.isEmpty ? "\(spot): \(fact)." : "\(spot), \(path): \(fact)."
        }
    }

    public var sentence: Bilingual {
        Bilingual(zh: sentence(in: .chinese), en: sentence(in: .english))
    }

    /// What is wrong, without the place.
    public var words: Bilingual {
        switch fact {
        case .cut:
            Bilingual(
                zh: "到这里就断了，文件可能没有写完；请重新导出",
                en: "the text breaks off here and may have been cut; write it out again")
        case .notUTF8:
            Bilingual(
                zh: "这里不是 UTF-8 文字；请另存为 UTF-8",
                en: "this is no UTF-8 text; save the file as UTF-8")
        case .unexpected(let character, let wanted):
            Bilingual(
                zh: "这里应该是\(wanted.words.zh)，不是“\(character)”",
                en: "here must stand \(wanted.words.en), not ‘\(character)’")
        case .controlCharacter:
            Bilingual(
                zh: "引号里不能直接换行或写控制符；写成 \\n、\\t",
                en: "a line break or control character in quotes is written as \\n, \\t")
        case .badEscape:
            Bilingual(zh: "反斜线后面写错了", en: "what follows the backslash is no escape")
        case .tooDeep:
            Bilingual(zh: "嵌套得太深", en: "it is nested too deeply")
        case .more:
            Bilingual(zh: "后面不该还有东西", en: "nothing may follow here")
        case .missing(let field):
            Bilingual(zh: "缺少字段 \(field)", en: "the field \(field) is missing")
        case .unknownField(let nearest):
            Bilingual(
                zh: "没有这个字段" + (nearest.map { "，是不是 \($0)？" } ?? ""),
                en: "there is no such field" + (nearest.map { "; did you mean \($0)?" } ?? ""))
        case .repeatedField:
            Bilingual(zh: "这个字段写了两次，只能留一个", en: "the field is written twice; keep one")
        case .wrongKind(let kind):
            Bilingual(zh: "这里要写\(kind.words.zh)", en: "here must stand \(kind.words.en)")
        case .notWhole(let text):
            Bilingual(
                zh: "\(text) 不是整数；金额以分计，时间以毫秒计，都不带小数点",
                en: "\(text) is no whole number; money is fen, time milliseconds, without a point")
        case .outOfRange(let text):
            Bilingual(zh: "\(text) 超出范围", en: "\(text) is out of range")
        case .noChoice(let text, let choices, let nearest):
            Bilingual(
                zh: "不能是“\(text)”" + (nearest.map { "，是不是 \($0)？" } ?? "；")
                    + "可以是：" + choices.joined(separator: " "),
                en: "it cannot be ‘\(text)’" + (nearest.map { "; did you mean \($0)?" } ?? ";")
                    + " There are: " + choices.joined(separator: " "))
        case .noSuchName(let names):
            Bilingual(
                zh: "对象里要正好有一个认识的名字，现在是 {\(names.joined(separator: "、"))}",
                en:
                    "the object holds exactly one known name, not {\(names.joined(separator: ", "))}"
            )
        case .unreadable(let text):
            Bilingual(zh: "“\(text)”读不懂", en: "‘\(text)’ cannot be read")
        }
    }
}

extension JSONFault.Wanted {
    var words: Bilingual {
        switch self {
        case .value: Bilingual(zh: "一个值", en: "a value")
        case .key: Bilingual(zh: "带双引号的字段名", en: "the name of a field in double quotes")
        case .colon: Bilingual(zh: "冒号", en: "a colon")
        case .commaOrEnd: Bilingual(zh: "逗号或右括号", en: "a comma or a closing bracket")
        case .end: Bilingual(zh: "结尾", en: "the end")
        case .digit: Bilingual(zh: "数字", en: "a digit")
        }
    }
}

extension JSONFault.Kind {
    var words: Bilingual {
        switch self {
        case .object: Bilingual(zh: "一个对象 {…}", en: "an object {…}")
        case .array: Bilingual(zh: "一个列表 […]", en: "a list […]")
        case .text: Bilingual(zh: "带双引号的文字", en: "a text in double quotes")
        case .number: Bilingual(zh: "不带引号的数", en: "a number without quotes")
        case .truth: Bilingual(zh: "true 或 false", en: "true or false")
        case .null: Bilingual(zh: "null", en: "null")
        }
    }
}
