public import Engine
import Foundation

/// The themes on this machine and the one being worn: the desk's own folder first, the person's
/// folder after it, where a file of the same name wins.
///
/// ```swift
/// var shelf = ThemeShelf(folders: [ownThemes, folders.themes])
/// let problems = shelf.wear(ThemeShelf.wanted(settings.theme, environment: environment))
/// if let problems = shelf.refresh() { … }   // on each input: a saved file shows at once
/// ```
public struct ThemeShelf: Sendable {
    public let folders: [String]
    public private(set) var theme: Theme = .bare
    /// What is wrong with the files the worn theme is made of.
    public private(set) var problems: [SettingsProblem] = []
    private var stamps: [(path: String, stamp: FileStamp)] = []

    public init(folders: [String]) {
        self.folders = folders
    }

    /// What to wear when a person's choice and the environment are known: `NO_COLOR` (set and
    /// not empty) asks for `mono`.
    public static func wanted(_ chosen: String?, environment: [String: String]) -> String {
        if let flag = environment["NO_COLOR"], !flag.isEmpty { return "mono" }
        return chosen ?? "night"
    }

    /// The names there are, each once, in alphabetical order.
    public var names: [String] {
        var found: Set<String> = []
        for folder in folders {
            // A folder that is not there holds no themes.
            let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            for file in files where file.hasSuffix(".yaml") && !file.hasPrefix(".") {
                found.insert(String(file.dropLast(5)))
            }
        }
        return found.sorted()
    }

    /// Puts a theme on. With a name that does not exist the one worn stays; lines that are wrong
    /// are left out and reported.
    @discardableResult
    public mutating func wear(_ name: String) -> [SettingsProblem] {
        guard path(of: name) != nil else {
            let nearest = SettingsProblem.Fact.nearest(name, names)
            let place = folders.last.map { "\($0)/\(name).yaml" } ?? name
            // The one worn was taken away: it stays on, and that is told once.
            if name == theme.name { stamps = stamps.map { ($0.path, FileStamp(path: $0.path)) } }
            return [
                SettingsProblem(
                    file: place, line: 0, fact: .unknownTheme(name, nearest: nearest))
            ]
        }
        let read = ThemeShelf.read(name, from: self)
        // A file that is not there yet may come and win over the one that is.
        stamps = read.names.flatMap { name in folders.map { "\($0)/\(name).yaml" } }
            .map { ($0, FileStamp(path: $0)) }
        problems = read.problems
        // A file that is no YAML at all must not undress the desk.
        if let theme = read.theme { self.theme = theme }
        return problems
    }

    /// Looks whether a file of the worn theme was saved since, and if so reads it again: the
    /// problems found, or nil when nothing changed. Costs a `stat` for each of its files.
    public mutating func refresh() -> [SettingsProblem]? {
        guard stamps.contains(where: { FileStamp(path: $0.path) != $0.stamp }) else { return nil }
        return wear(theme.name)
    }

    /// The title of each theme for a list to choose from.
    public func title(of name: String) -> Bilingual? {
        guard let path = path(of: name) else { return nil }
        return ThemeFile(path: path).title ?? Bilingual(zh: name, en: name)
    }

    private func path(of name: String) -> String? {
        guard !name.contains("/"), !name.isEmpty else { return nil }
        return folders.reversed().map { "\($0)/\(name).yaml" }
            .first { FileManager.default.fileExists(atPath: $0) }
    }

    private static func read(
        _ name: String, from shelf: ThemeShelf
    ) -> (theme: Theme?, problems: [SettingsProblem], names: [String]) {
        var problems: [SettingsProblem] = []
        var files: [ThemeFile] = []
        var seen = [name]
        var next: String? = name
        while let current = next, let path = shelf.path(of: current) {
            let file = ThemeFile(path: path)
            files.append(file)
            problems += file.problems
            next = nil
            guard let (parent, line) = file.inherits, parent != Theme.bare.name else { continue }
            if seen.contains(parent) {
                problems.append(
                    SettingsProblem(file: path, line: line, fact: .circle(seen + [parent])))
            } else if shelf.path(of: parent) == nil {
                let nearest = SettingsProblem.Fact.nearest(parent, shelf.names)
                problems.append(
                    SettingsProblem(
                        file: path, line: line, fact: .unknownTheme(parent, nearest: nearest)))
            } else {
                seen.append(parent)
                next = parent
            }
        }
        guard let top = files.first, !top.isBroken else { return (nil, problems, seen) }
        var paints: [Role: Theme.Paint] = [:]
        for file in files.reversed() { paints.merge(file.paints) { _, own in own } }
        let title = top.title ?? Bilingual(zh: name, en: name)
        return (Theme(name: name, title: title, paints: paints), problems, seen)
    }
}

extension ThemeFile {
    /// The file could not be read as a whole, so there is nothing to wear.
    fileprivate var isBroken: Bool {
        problems.contains { problem in
            switch problem.fact {
            case .unreadable, .noText, .notYAML: true
            case .wrongShape, .unknownField, .unknownRole, .badColour, .unknownTheme, .circle,
                .unknownCommand, .unknownContext, .notInContext, .unknownKey, .takesLetter, .clash,
                .unwritable, .taken, .beginning, .shadow, .escapeInSeries, .unknownPreset:
                false
            }
        }
    }
}
