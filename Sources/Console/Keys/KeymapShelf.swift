public import Engine
import Foundation
import Replies

/// The presets on this machine and a person's `keys.yaml` over the chosen one.
///
/// ```swift
/// var shelf = KeymapShelf(folders: [data.keymaps, own], file: config + "/keys.yaml")
/// shelf.keymap.keys(for: "send")
/// if let problems = shelf.refresh() { … }   // a saved file holds at once
/// try shelf.choose("vim")                   // writes `preset: vim` into keys.yaml
/// ```
public struct KeymapShelf: Sendable {
    /// The preset that is there without any file: the keys of the command list.
    public static let usual = "default"

    public let folders: [String]
    /// A person's own file; empty where there is none, as in tests.
    public let file: String
    public private(set) var keymap = DeskCommand.defaultKeymap
    public private(set) var preset = KeymapShelf.usual
    /// What is wrong with the files.
    public private(set) var problems: [SettingsProblem] = []
    /// Keys one place took from the whole desk; they hold as written.
    public private(set) var shadows: [SettingsProblem] = []
    /// The replies and macros that are there now; keys can be theirs, too.
    public private(set) var library: [LibraryEntry] = []
    /// Whether `library` is all there is, so that a name that is not in it is wrong.
    private let isWhole: Bool
    private var stamps: [(path: String, stamp: FileStamp)] = []

    public init(
        folders: [String] = [], file: String = "", library: [LibraryEntry] = [],
        isWhole: Bool = false
    ) {
        self.folders = folders
        self.file = file
        self.library = library
        self.isWhole = isWhole
        read()
    }

    /// Takes other replies and macros in; answers what is wrong with their keys.
    public mutating func take(_ library: [LibraryEntry]) -> [SettingsProblem] {
        guard library != self.library else { return [] }
        self.library = library
        let known = Set(problems)
        read()
        return problems.filter { !known.contains($0) }
    }

    /// The command of this name, those of replies and macros among them.
    public func command(named id: String) -> DeskCommand? {
        DeskCommand.named(id) ?? library.first { $0.id == id }?.command
    }

    /// The names there are, the usual one first.
    public var names: [String] {
        var found: Set<String> = []
        for folder in folders {
            // A folder that is not there holds no presets.
            let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            for file in files where file.hasSuffix(".yaml") && !file.hasPrefix(".") {
                found.insert(String(file.dropLast(5)))
            }
        }
        found.remove(Self.usual)
        return [Self.usual] + found.sorted()
    }

    /// What a preset is called for a person to choose.
    public func title(of name: String) -> Bilingual {
        guard let path = path(of: name), let read = try? SettingsFile(path: path),
            case .table(let words) = read.entries.first(where: { $0.name == "title" })?.value
        else { return Bilingual(zh: name, en: name) }
        func word(_ tongue: String) -> String {
            words.first { $0.name == tongue }?.value.texts?.first ?? name
        }
        return Bilingual(zh: word("zh"), en: word("en"))
    }

    /// Looks whether one of the files was saved since, and if so reads them again.
    public mutating func refresh() -> [SettingsProblem]? {
        guard stamps.contains(where: { FileStamp(path: $0.path) != $0.stamp }) else { return nil }
        read()
        return problems
    }

    /// Writes the preset into `keys.yaml` and puts it on.
    public mutating func choose(_ name: String) throws(StorageTrouble) {
        do throws(SettingsProblem) {
            var text = KeysText(try own())
            try text.setPreset(name)
            try write(text.whole)
        } catch {
            throw StorageTrouble(error.words)
        }
        read()
    }

    /// The keymap a preset would give, with or without the person's lines over it.
    public func reading(preset name: String, withOwn: Bool) throws(SettingsProblem)
        -> Keymap<KeyPlace>.Reading
    {
        try reading(preset: name, over: withOwn ? try ownFile() : nil)
    }

    func reading(
        preset name: String, over file: SettingsFile?
    ) throws(SettingsProblem) -> Keymap<KeyPlace>.Reading {
        guard name != Self.usual || path(of: name) != nil else { return reading(nil, file) }
        guard let path = path(of: name) else { throw unknown(name, line: 0) }
        return reading(try SettingsFile(path: path), file)
    }

    private func reading(
        _ preset: SettingsFile?, _ own: SettingsFile?
    ) -> Keymap<KeyPlace>.Reading {
        let entries =
            DeskCommand.keymapEntries
            + library.map { Keymap<KeyPlace>.Entry(id: $0.id, keys: []) }
        var wishes = KeymapReader<KeyPlace>(entries, path: "", layer: .library)
        wishes.read(library)
        return Keymap.read(entries, preset: preset, own, library: wishes, isWhole: isWhole)
    }

    mutating func reread() { read() }

    private mutating func read() {
        var own: SettingsFile?
        do throws(SettingsProblem) { own = try ownFile() } catch {
            // Half written: the keys stay as they were until it can be read again.
            problems = [error]
            stamps = stamped(preset)
            return
        }
        problems = []
        shadows = []
        preset = Self.usual
        var name = Self.usual
        var wanted: SettingsFile?
        if let entry = own?.entries.last(where: { $0.name == "preset" }),
            let written = entry.value.texts?.first
        {
            name = written
            if let path = path(of: name) {
                do throws(SettingsProblem) {
                    wanted = try SettingsFile(path: path)
                    preset = name
                } catch { problems.append(error) }
            } else if name != Self.usual {
                problems.append(unknown(name, line: entry.line))
            }
        }
        stamps = stamped(name)
        let read = reading(wanted, own)
        keymap = read.keymap
        problems += read.problems
        shadows = read.shadows
    }

    /// The person's file and where the preset stands or may come to stand: one that is not there
    /// yet may win over the one that is.
    private func stamped(_ preset: String) -> [(path: String, stamp: FileStamp)] {
        ((file.isEmpty ? [] : [file]) + folders.map { "\($0)/\(preset).yaml" })
            .map { ($0, FileStamp(path: $0)) }
    }

    private func unknown(_ name: String, line: Int) -> SettingsProblem {
        SettingsProblem(
            file: file, line: line,
            fact: .unknownPreset(name, nearest: SettingsProblem.Fact.nearest(name, names)))
    }

    private func path(of name: String) -> String? {
        guard !name.contains("/"), !name.isEmpty else { return nil }
        return folders.reversed().map { "\($0)/\(name).yaml" }
            .first { FileManager.default.fileExists(atPath: $0) }
    }

    // MARK: The person's file

    private func ownFile() throws(SettingsProblem) -> SettingsFile? {
        guard !file.isEmpty, FileStamp(path: file).exists else { return nil }
        return try SettingsFile(path: file)
    }

    func own() throws(SettingsProblem) -> String {
        guard FileStamp(path: file).exists else { return "" }
        do { return try FileText.read(file) } catch { throw SettingsProblem(file: file, error) }
    }

    /// Writes the file whole: a crash leaves the old one or the new one. A link stays a link.
    func write(_ text: String) throws(SettingsProblem) {
        let target = URL(fileURLWithPath: file).resolvingSymlinksInPath()
        do {
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: target, options: .atomic)
        } catch {
            throw SettingsProblem(file: file, line: 0, fact: .unwritable)
        }
    }
}
