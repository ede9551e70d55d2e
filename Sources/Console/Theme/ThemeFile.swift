import Engine
import Terminal

/// One theme file as written: `name`, `inherits`, `palette` and `roles`, before it is put
/// together with the themes it builds on.
///
/// ```yaml
/// name: {zh: 夜, en: Night}
/// inherits: bare
/// palette: {ink: 252, paper: "#1c1c1c"}
/// roles:
///   text: ink on paper
///   waiting.red: 203 bold
/// ```
struct ThemeFile {
    var title: Bilingual?
    var inherits: (name: String, line: Int)?
    var paints: [Role: Theme.Paint] = [:]
    var problems: [SettingsProblem] = []
    let path: String
    private var palette: [String: Colour] = [:]

    init(path: String) {
        self.path = path
        do throws(SettingsProblem) {
            read(try SettingsFile(path: path))
        } catch {
            problems.append(error)
        }
    }

    init(path: String, text: String) {
        self.path = path
        do throws(SettingsProblem) {
            read(try SettingsFile(path: path, text: text))
        } catch {
            problems.append(error)
        }
    }

    private static let fields = ["name", "inherits", "palette", "roles"]

    private mutating func read(_ file: SettingsFile) {
        // The palette first: roles may use it wherever it stands.
        for entry in file.entries where entry.name == "palette" { readPalette(entry) }
        for entry in file.entries {
            switch (entry.name, entry.value) {
            case ("palette", _): break
            case ("inherits", .text(let name)): inherits = (name, entry.line)
            case ("name", .text(let name)): title = Bilingual(zh: name, en: name)
            case ("name", .table(let names)): readName(names, line: entry.line)
            case ("roles", .table(let roles)): for role in roles { readRole(role) }
            case ("roles", _), ("inherits", _), ("name", _):
                report(entry.line, .wrongShape(at: entry.name))
            default:
                report(
                    entry.line,
                    .unknownField(
                        entry.name,
                        nearest: SettingsProblem.Fact.nearest(entry.name, ThemeFile.fields)))
            }
        }
    }

    private mutating func readName(_ names: [SettingsFile.Entry], line: Int) {
        var found: [String: String] = [:]
        for entry in names {
            if case .text(let text) = entry.value { found[entry.name] = text }
        }
        guard let zh = found["zh"], let en = found["en"] else {
            return report(line, .wrongShape(at: "name"))
        }
        title = Bilingual(zh: zh, en: en)
    }

    private mutating func readPalette(_ entry: SettingsFile.Entry) {
        guard case .table(let colours) = entry.value else {
            return report(entry.line, .wrongShape(at: entry.name))
        }
        for colour in colours {
            guard case .text(let text) = colour.value, let value = self.colour(text) else {
                report(colour.line, badColour(colour.value.texts?.first ?? colour.name))
                continue
            }
            palette[colour.name] = value
        }
    }

    private mutating func readRole(_ entry: SettingsFile.Entry) {
        guard let role = Role(rawValue: entry.name) else {
            let names = Role.allCases.map(\.rawValue)
            return report(
                entry.line,
                .unknownRole(
                    entry.name, nearest: SettingsProblem.Fact.nearest(entry.name, names)))
        }
        guard case .text(let text) = entry.value else {
            return report(entry.line, .wrongShape(at: entry.name))
        }
        var paint = Theme.Paint()
        var isGround = false
        for word in text.split(separator: " ").map(String.init) {
            if let attribute = ThemeFile.attributes[word] {
                paint.attributes.insert(attribute)
            } else if word == "on" {
                isGround = true
            } else if let colour = colour(word) {
                if isGround { paint.background = colour } else { paint.foreground = colour }
            } else {
                return report(entry.line, badColour(word))
            }
        }
        paints[role] = paint
    }

    private func colour(_ text: String) -> Colour? {
        if let named = palette[text] { return named }
        if text == "default" { return .standard }
        if let number = UInt8(text) { return .indexed(number) }
        return Palette.Mix(hex: text).map { .indexed(Palette.nearest(to: $0)) }
    }

    private func badColour(_ word: String) -> SettingsProblem.Fact {
        let names = palette.keys.sorted() + ThemeFile.attributes.keys.sorted()
        return .badColour(word, nearest: SettingsProblem.Fact.nearest(word, names))
    }

    private mutating func report(_ line: Int, _ fact: SettingsProblem.Fact) {
        problems.append(SettingsProblem(file: path, line: line, fact: fact))
    }

    private static let attributes: [String: Style.Attributes] = [
        "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline,
        "reverse": .reverse,
    ]
}
