import Engine
import Replies

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
    /// Macros that an earlier file has one of the same name for: they are not in use.
    public private(set) var shadowed: [Macro] = []
    private var places: [String: Int] = [:]

    /// Without any macro.
    public init() {}

    /// Reads one text in the form of a file.
    public init(yaml: String, named file: String) { add(yaml: yaml, named: file) }

    /// Reads files; of equal names the one of the earlier file counts.
    public init(files: [String]) {
        for file in files {
            do {
                add(yaml: try FileText.read(file), named: file)
            } catch {
                switch error {
                case .unreadable: report(file, 0, .unreadable)
                case .noText(let line): report(file, line, .noText)
                }
            }
        }
    }

    /// Adds the macros of a text in the form of a file; one with replies alone has none.
    public mutating func add(yaml: String, named file: String) {
        // A shelf of replies is not read a second time for macros that it does not have.
        guard yaml.contains("macros:") || !yaml.contains("matches:") else { return }
        var reader = MacroReader(file: file)
        reader.read(yaml)
        problems += reader.problems
        for macro in reader.macros {
            if places[macro.name] != nil {
                shadowed.append(macro)
            } else {
                places[macro.name] = macros.count
                macros.append(macro)
            }
        }
    }

    private mutating func report(_ file: String, _ line: Int, _ fact: MacroProblem.Fact) {
        problems.append(MacroProblem(file: file, line: line, field: "", fact: fact))
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
