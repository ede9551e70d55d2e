public import Engine
public import Yams

/// A YAML text as a tree, whoever wrote it: within limits, and with the place of what is wrong.
///
/// ```swift
/// do {
///     let root = try WrittenYAML.node(text)
/// } catch {
///     print(error.line, error.words.en)
/// }
/// ```
public enum WrittenYAML {
    /// How much a file may ask for.
    public struct Limits: Sendable {
        /// Bytes of UTF-8. Larger files are a mistake.
        public var bytes: Int
        /// Values and names, each counted as often as it is referred to.
        public var nodes: Int
        /// Brackets, or dashes at the beginning of a line, within each other.
        public var depth: Int
        /// Uses of `*name`. A reference to a list of references multiplies; this few stay harmless,
        /// and nobody who writes by hand needs more.
        public var references: Int

        public init(
            bytes: Int = 16_000_000, nodes: Int = 1_000_000, depth: Int = 100, references: Int = 30
        ) {
            self.bytes = bytes
            self.nodes = nodes
            self.depth = depth
            self.references = references
        }
    }

    /// Why a text gives no tree.
    public struct Fault: Error, Hashable, Sendable {
        /// Counted from 1; 0 where it concerns the whole file.
        public var line: Int
        /// Counted from 1; 0 where it is not known.
        public var column: Int
        public var fact: Fact

        public enum Fact: Hashable, Sendable {
            case tooLarge(limit: Int)
            case tooDeep(limit: Int)
            case tooManyNodes(limit: Int)
            case tooManyReferences(limit: Int)
            /// These names stand twice in one mapping.
            case twice([String])
            /// In the parser's own words, which are English.
            case notYAML(String)
        }

        public var words: Bilingual {
            switch fact {
            case .tooLarge(let limit):
                Bilingual(
                    zh: "文件太大，最多 \(limit) 字节", en: "too large; \(limit) bytes at most")
            case .tooDeep(let limit):
                Bilingual(
                    zh: "嵌套太深，最多 \(limit) 层", en: "nested too deeply; \(limit) levels at most")
            case .tooManyNodes(let limit):
                Bilingual(
                    zh: "内容太多，引用展开后最多 \(limit) 项",
                    en: "too much in it; \(limit) values at most, references unfolded")
            case .tooManyReferences(let limit):
                Bilingual(
                    zh: "引用（*名字）太多，最多 \(limit) 处",
                    en: "too many references (*name); \(limit) at most")
            case .twice(let names):
                Bilingual(
                    zh: "“\(names.joined(separator: "、"))”写了两次，留一个",
                    en: "“\(names.joined(separator: ", "))” is written twice; keep one")
            case .notYAML(let words): Bilingual(zh: words, en: words)
            }
        }
    }

    /// - Returns: nil for a text with nothing in it.
    public static func node(_ text: String, limits: Limits = Limits()) throws(Fault) -> Node? {
        guard text.utf8.count <= limits.bytes else {
            throw Fault(line: 0, column: 0, fact: .tooLarge(limit: limits.bytes))
        }
        let marks = Marks(text, limits: limits)
        if let line = marks.tooDeep {
            throw Fault(line: line, column: 0, fact: .tooDeep(limit: limits.depth))
        }
        if let line = marks.tooManyReferences {
            throw Fault(
                line: line, column: 0, fact: .tooManyReferences(limit: limits.references))
        }
        let node: Node?
        do { node = try Yams.compose(yaml: text) } catch { throw fault(of: error) }
        guard let node else { return nil }
        var budget = limits.nodes
        count(node, &budget)
        guard budget >= 0 else {
            throw Fault(line: 0, column: 0, fact: .tooManyNodes(limit: limits.nodes))
        }
        return node
    }

    private static func fault(of error: any Error) -> Fault {
        guard let error = error as? YamlError else {
            return Fault(line: 0, column: 0, fact: .notYAML("\(error)"))
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return Fault(line: mark.line, column: mark.column, fact: .notYAML(problem))
        case .duplicatedKeysInMapping(let names, let context):
            return Fault(
                line: context.mark.line, column: context.mark.column, fact: .twice(names.sorted()))
        case .reader(let problem, _, _, _), .representer(let problem), .writer(let problem),
            .emitter(let problem):
            return Fault(line: 0, column: 0, fact: .notYAML(problem))
        case .no, .memory, .dataCouldNotBeDecoded:
            return Fault(
                line: 0, column: 0,
                fact: .notYAML("\(error)".split(separator: "\n").first.map(String.init) ?? ""))
        }
    }

    /// References unfold to any size; counting stops when the budget is spent.
    private static func count(_ node: Node, _ budget: inout Int) {
        budget -= 1
        guard budget >= 0 else { return }
        switch node {
        case .scalar, .alias: break
        case .sequence(let items): for item in items where budget >= 0 { count(item, &budget) }
        case .mapping(let pairs):
            for (key, value) in pairs where budget >= 0 {
                count(key, &budget)
                count(value, &budget)
            }
        }
    }
}
