import Engine
import Foundation

/// All macros of a few files, by name, with what is wrong in the files.
///
/// ```swift
/// let library = MacroLibrary(files: [own, pack + "/macros.yaml"])
/// library.offered(on: occasion)          // those whose stage and `when` hold here
/// ```
public struct MacroLibrary: Sendable {
    public private(set) var macros: [Macro] = []
    /// In the order of the files; the rest works.
    public private(set) var problems: [MacroProblem] = []
    private var places: [String: Int] = [:]

    /// Without any macro.
    public init() {}

    /// Reads one text in the form of a file.
    public init(yaml: String, named file: String) { add(yaml: yaml, named: file) }

    /// Reads files; of equal names the one of the earlier file counts.
    public init(files: [String]) {
        for file in files {
            guard let data = FileManager.default.contents(atPath: file) else {
                problems.append(
                    MacroProblem(file: file, line: 0, field: "", fact: .unreadable))
                continue
            }
            add(yaml: String(decoding: data, as: UTF8.self), named: file)
        }
    }

    /// Adds the macros of a text in the form of a file; one with replies alone has none.
    public mutating func add(yaml: String, named file: String) {
        // A shelf of replies is not read a second time for macros that it does not have.
        guard yaml.contains("macros:") || !yaml.contains("matches:") else { return }
        var reader = MacroReader(file: file)
        reader.read(yaml)
        problems += reader.problems
        for macro in reader.macros where places[macro.name] == nil {
            places[macro.name] = macros.count
            macros.append(macro)
        }
    }

    /// Puts in one that was recorded or edited, in the place of one of the same name.
    public mutating func put(_ macro: Macro) {
        if let place = places[macro.name] {
            macros[place] = macro
        } else {
            places[macro.name] = macros.count
            macros.append(macro)
        }
    }

    public func named(_ name: String) -> Macro? { places[name].map { macros[$0] } }

    /// Those that are for this occasion, as written.
    public func offered(on occasion: Occasion) -> [Macro] {
        guard let view = InView(occasion, in: occasion.shop) else { return [] }
        return macros.filter { macro in
            guard macro.stages.isEmpty || macro.stages.contains(view.talk.stage) else {
                return false
            }
            return macro.when.map {
                view.holds($0, draft: occasion.draft.text) { _ in nil }
            } ?? true
        }
    }
}
