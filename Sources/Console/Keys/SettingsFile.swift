import Foundation
import Replies
import Written
import Yams

/// A YAML file a person wrote, read into lines of name and value that remember where they stand.
struct SettingsFile {
    let path: String
    /// Top-level entries in the order of the file.
    let entries: [Entry]

    /// A name, its value, and the line it is on.
    struct Entry {
        let name: String
        let line: Int
        let value: Value
    }

    /// The three shapes that our files use.
    indirect enum Value {
        case text(String)
        case list([String])
        case table([Entry])
        case other

        init(_ node: Node) {
            switch node {
            case .scalar(let scalar): self = .text(scalar.string)
            case .sequence(let sequence):
                let texts = sequence.compactMap { $0.scalar?.string }
                self = texts.count == sequence.count ? .list(texts) : .other
            case .mapping(let mapping): self = .table(SettingsFile.entries(of: mapping))
            case .alias: self = .other
            }
        }

        /// One text, or each of a list; nil for anything else.
        var texts: [String]? {
            switch self {
            case .text(let text): [text]
            case .list(let texts): texts
            case .table, .other: nil
            }
        }
    }

    init(path: String) throws(SettingsProblem) {
        let text: String
        do { text = try FileText.read(path) } catch {
            throw SettingsProblem(file: path, error)
        }
        try self.init(path: path, text: text)
    }

    init(path: String, text: String) throws(SettingsProblem) {
        self.path = path
        let node: Node?
        do {
            node = try WrittenYAML.node(text)
        } catch {
            throw SettingsProblem(file: path, line: error.line, fact: .notYAML(error.words))
        }
        switch node {
        case nil: entries = []
        case .mapping(let mapping): entries = SettingsFile.entries(of: mapping)
        case .scalar(let scalar) where scalar.string.isEmpty: entries = []
        case .scalar, .sequence, .alias:
            throw SettingsProblem(
                file: path, line: node?.mark?.line ?? 1, fact: .wrongShape(at: "name: value"))
        }
    }

    private static func entries(of mapping: Node.Mapping) -> [Entry] {
        mapping.map { key, value in
            Entry(
                name: key.scalar?.string ?? "?", line: key.mark?.line ?? 0, value: Value(value))
        }
    }
}

extension SettingsProblem {
    /// Why a file gave no text.
    init(file: String, _ fault: FileText.Fault) {
        switch fault {
        case .unreadable: self.init(file: file, line: 0, fact: .unreadable)
        case .noText(let line): self.init(file: file, line: line, fact: .noText)
        }
    }
}

/// When a file was last written, so that a change is noticed without reading it again.
public struct FileStamp: Hashable, Sendable {
    private let modified: Date?
    private let size: Int

    public var exists: Bool { modified != nil }

    /// The stamp of a file now; one that is missing has a stamp of its own.
    public init(path: String) {
        let facts = try? FileManager.default.attributesOfItem(atPath: path)  // missing: no facts
        modified = facts?[.modificationDate] as? Date
        size = (facts?[.size] as? NSNumber)?.intValue ?? -1
    }
}
