public import Engine

/// What is wrong with one line of a theme or keymap file. The line is left out, everything else
/// stays as it was.
public struct SettingsProblem: Error, Hashable, Sendable {
    /// The file's path, as the person knows it.
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
        case unwritable
        /// What stands there is no text in any encoding we know.
        case noText
        /// Not YAML, with what the parser says.
        case notYAML(Bilingual)
        case wrongShape(at: String)
        case unknownField(String, nearest: String?)
        case unknownRole(String, nearest: String?)
        case badColour(String, nearest: String?)
        case unknownTheme(String, nearest: String?)
        /// A theme that inherits from itself by this way round.
        case circle([String])
        case unknownCommand(String, nearest: String?)
        case unknownContext(String, nearest: String?)
        case notInContext(command: String, context: String)
        case unknownKey(String, nearest: String?)
        /// The key would no longer type its character.
        case takesLetter(key: String)
        case clash(key: String, command: String, other: String)
        /// The author of a reply or macro wished for a key that a command has.
        case taken(key: String, command: String, other: String)
        /// One of two series of keys is how the other begins.
        case beginning(key: String, command: String, otherKey: String, other: String)
        /// A key of one place that means something else everywhere else; it holds.
        case shadow(key: String, command: String, hidden: String, context: String)
        /// Esc gives up a series, so none can go on with it.
        case escapeInSeries(key: String)
        case unknownPreset(String, nearest: String?)
    }

    /// One sentence: file, line, what is wrong, what was probably meant.
    public func sentence(in tongue: Tongue) -> String {
        let place = line > 0 ? "\(file):\(line)" : file
        return tongue == .chinese ? "\(place)：\(fact.text.zh)" : "\(place): \(fact.text.en)"
    }
}

extension SettingsProblem.Fact {
    fileprivate var text: Bilingual {
        switch self {
        case .unreadable:
            Bilingual(zh: "读不出来，照旧。", en: "cannot be read; nothing changed.")
        case .unwritable:
            Bilingual(zh: "写不进去，照旧。", en: "cannot be written; nothing changed.")
        case .noText:
            Bilingual(
                zh: "这里不是文字，照旧；请存成 UTF-8。",
                en: "is no text here; nothing changed. Save it as UTF-8.")
        case .notYAML(let why):
            Bilingual(
                zh: "YAML 读不了，照旧：\(why.zh)",
                en: "is YAML that cannot be read; nothing changed: \(why.en)")
        case .wrongShape(let place):
            Bilingual(
                zh: "“\(place)”的写法不对，本行不用。",
                en: "“\(place)” is not written as expected; the line is left out.")
        case .unknownField(let name, let nearest):
            Self.unknown(name, nearest, zh: "没有“\(name)”这一项", en: "there is no field “\(name)”")
        case .unknownRole(let name, let nearest):
            Self.unknown(name, nearest, zh: "主题里没有“\(name)”", en: "no role is called “\(name)”")
        case .badColour(let name, let nearest):
            Self.unknown(
                name, nearest, zh: "“\(name)”不是颜色，请写 0–255 或 #rrggbb",
                en: "“\(name)” is no colour; write 0–255 or #rrggbb")
        case .unknownTheme(let name, let nearest):
            Self.unknown(name, nearest, zh: "没有主题“\(name)”", en: "there is no theme “\(name)”")
        case .circle(let names):
            Bilingual(
                zh: "主题互相继承，绕成了圈：\(names.joined(separator: " → "))。",
                en: "themes inherit in a circle: \(names.joined(separator: " → ")).")
        case .unknownCommand(let name, let nearest):
            Self.unknown(
                name, nearest, zh: "没有命令“\(name)”", en: "there is no command “\(name)”")
        case .unknownContext(let name, let nearest):
            Self.unknown(name, nearest, zh: "没有“\(name)”这一栏", en: "there is no pane “\(name)”")
        case .notInContext(let command, let context):
            Bilingual(
                zh: "命令“\(command)”在“\(context)”里用不上，本行不用。",
                en: "“\(command)” does nothing in “\(context)”; the line is left out.")
        case .unknownKey(let name, let nearest):
            Self.unknown(name, nearest, zh: "没有“\(name)”这个键", en: "there is no key “\(name)”")
        case .takesLetter(let key):
            Bilingual(
                zh: "“\(key)”要用来打字，请加 Ctrl 或 Alt；本行不用。",
                en: "“\(key)” is needed for typing; add Ctrl or Alt. The line is left out.")
        case .clash(let key, let command, let other):
            Bilingual(
                zh: "\(key) 已归“\(other)”，“\(command)”仍用原来的键。",
                en: "\(key) belongs to “\(other)”; “\(command)” keeps its keys.")
        case .taken(let key, let command, let other):
            Bilingual(
                zh: "\(key) 已归“\(other)”，“\(command)”没用上它；想要别的键，写在 keys.yaml 里。",
                en: "\(key) belongs to “\(other)”, so “\(command)” goes without; give it "
                    + "another key in keys.yaml.")
        case .beginning(let key, let command, let otherKey, let other):
            Bilingual(
                zh: "\(key) 和“\(other)”的 \(otherKey) 开头相同，分不清；“\(command)”仍用原来的键。",
                en: "\(key) and \(otherKey) of “\(other)” begin alike, and one would never be "
                    + "heard; “\(command)” keeps its keys.")
        case .shadow(let key, let command, let hidden, let context):
            Bilingual(
                zh: "在“\(context)”里 \(key) 归“\(command)”，“\(hidden)”在那里用不上它。",
                en: "in “\(context)” \(key) is “\(command)”, not “\(hidden)”.")
        case .escapeInSeries(let key):
            Bilingual(
                zh: "“\(key)”：Esc 用来放弃没按完的键，不能写在中间；本行不用。",
                en: "“\(key)”: Esc gives up a series of keys and cannot be part of one; left out.")
        case .unknownPreset(let name, let nearest):
            Self.unknown(
                name, nearest, zh: "没有键位“\(name)”", en: "there is no preset “\(name)”")
        }
    }

    private static func unknown(
        _ name: String, _ nearest: String?, zh: String, en: String
    ) -> Bilingual {
        guard let nearest else { return Bilingual(zh: zh + "，本行不用。", en: en + "; left out.") }
        return Bilingual(
            zh: zh + "，是不是“\(nearest)”？", en: en + "; did you mean “\(nearest)”?")
    }
}
