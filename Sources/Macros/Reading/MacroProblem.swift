public import Engine
import Replies

/// What is wrong with one macro of a file. That macro is left out: half of one would be worse than
/// none. The rest of the file keeps working.
public struct MacroProblem: Error, Hashable, Sendable {
    public let file: String
    /// Counted from 1; 0 for the file as a whole.
    public let line: Int
    /// Where in the macro: `steps[2].memo.flag`; empty for the whole.
    public let field: String
    public let fact: Fact

    /// The facts; `sentence(in:)` makes words of them.
    public enum Fact: Hashable, Sendable {
        case unreadable
        /// What stands there is no text in any encoding we know.
        case noText
        case notYAML(Bilingual)
        case wrongShape
        case missing(String)
        case missingLanguage(Tongue)
        case unknownField(String, nearest: String?)
        case unknownStep(String, nearest: String?)
        case unknownName(String, nearest: String?)
        case unknownVariable(String, nearest: String?)
        case unknownParameter(String, nearest: String?)
        /// Braces that are no hole: `{{order.id` without its end.
        case halfHole(String)
        /// A macro inside a macro.
        case callsMacro(String)
        /// A command that is no step: it ends the shift, or belongs to somebody else.
        case notForMacros(String)
        case nameTaken(String)
        case parameterTwice(String)
        case noSteps
        case notMoney(String)
        case notMoment(String)
        case notNumber(String)
        case notYesOrNo(String)
        /// A choice has texts or values, not both.
        case textsAndValues
    }

    /// One sentence: file, line, field, what is wrong, what was probably meant.
    public func sentence(in tongue: Tongue) -> String {
        let place = line > 0 ? "\(file):\(line)" : file
        return place + (tongue == .chinese ? "：" : ": ") + words[tongue]
    }

    /// The same without file and line.
    public var words: Bilingual {
        field.isEmpty
            ? fact.text
            : Bilingual(zh: "\(field)：\(fact.text.zh)", en: "\(field): \(fact.text.en)")
    }

    /// Whether it is about the file as a whole, which readers of its replies meet as well.
    public var isOfFile: Bool {
        switch fact {
        case .unreadable, .noText, .notYAML: true
        case .wrongShape, .missing, .missingLanguage, .unknownField, .unknownStep, .unknownName,
            .unknownVariable, .unknownParameter, .halfHole, .callsMacro, .notForMacros,
            .nameTaken, .parameterTwice, .noSteps, .notMoney, .notMoment, .notNumber,
            .notYesOrNo, .textsAndValues:
            false
        }
    }
}

extension MacroProblem.Fact {
    fileprivate var text: Bilingual {
        switch self {
        case .unreadable: Bilingual(zh: "宏文件读不出来。", en: "the macros cannot be read.")
        case .noText: SnippetProblem.Fact.noText.words
        case .notYAML(let why):
            Bilingual(zh: "YAML 读不了：\(why.zh)", en: "this YAML cannot be read: \(why.en)")
        case .wrongShape: Bilingual(zh: "写法不对。", en: "this is not written as expected.")
        case .missing(let name): Bilingual(zh: "缺“\(name)”。", en: "“\(name)” is missing.")
        case .missingLanguage(let tongue):
            Bilingual(
                zh: "缺\(tongue == .chinese ? "中文（zh）" : "英文（en）")。",
                en: "\(tongue.rawValue) is missing.")
        case .unknownField(let name, let nearest):
            Self.unknown(nearest, zh: "没有“\(name)”这一项", en: "there is no field “\(name)”")
        case .unknownStep(let name, let nearest):
            Self.unknown(nearest, zh: "没有“\(name)”这一步", en: "there is no step “\(name)”")
        case .unknownName(let name, let nearest):
            Self.unknown(nearest, zh: "这里不能写“\(name)”", en: "“\(name)” cannot stand here")
        case .unknownVariable(let name, let nearest):
            Self.unknown(nearest, zh: "没有变量“\(name)”", en: "there is no variable “\(name)”")
        case .unknownParameter(let name, let nearest):
            Self.unknown(nearest, zh: "没有参数“\(name)”", en: "there is no parameter “\(name)”")
        case .halfHole(let piece): SnippetProblem.Fact.halfHole(piece).words
        case .callsMacro(let name):
            Bilingual(
                zh: "宏里不能再调用宏“\(name)”，请把那几步写进来。",
                en: "a macro cannot call another (“\(name)”); write its steps here.")
        case .notForMacros(let name):
            Bilingual(zh: "“\(name)”不能写进宏。", en: "“\(name)” cannot be part of a macro.")
        case .nameTaken(let name):
            Bilingual(zh: "“\(name)”这个名字已经有了。", en: "the name “\(name)” is taken.")
        case .parameterTwice(let name):
            Bilingual(zh: "参数“\(name)”写了两次。", en: "the parameter “\(name)” stands twice.")
        case .noSteps: Bilingual(zh: "一步也没有。", en: "there is no step.")
        case .notMoney(let text):
            Bilingual(zh: "“\(text)”不是金额，如 5.00。", en: "“\(text)” is no amount such as 5.00.")
        case .notMoment(let text):
            Bilingual(
                zh: "“\(text)”不是时间，如 18:00、明天 18:00、+2h。",
                en: "“\(text)” is no time such as 18:00, tomorrow 18:00 or +2h.")
        case .notNumber(let text):
            Bilingual(zh: "“\(text)”不是整数。", en: "“\(text)” is no whole number.")
        case .notYesOrNo(let text):
            Bilingual(zh: "“\(text)”要写 true 或 false。", en: "“\(text)” must be true or false.")
        case .textsAndValues:
            Bilingual(
                zh: "选项要么都写 text，要么都写 value。", en: "write either text or value for all of them.")
        }
    }

    private static func unknown(_ nearest: String?, zh: String, en: String) -> Bilingual {
        guard let nearest else { return Bilingual(zh: zh + "。", en: en + ".") }
        return Bilingual(
            zh: zh + "，是不是“\(nearest)”？", en: en + "; did you mean “\(nearest)”?")
    }
}
