/// A JSON text of somebody else's shape: values by name and place, each with its line. Our own
/// files are read into our own types instead (`JSONReader`).
///
/// ```swift
/// let tree = try JSONTree(bytes)
/// for item in tree["payload"]?.items ?? [] { print(item.line, item["name"]?.text ?? "") }
/// ```
public struct JSONTree: Hashable, Sendable {
    public let value: Value
    /// Counted from 1.
    public let line: Int

    public enum Value: Hashable, Sendable {
        case object([Field])
        case array([JSONTree])
        case text(String)
        /// As written.
        case number(String)
        case truth(Bool)
        case null
    }

    /// One field of an object; in the order of the text.
    public struct Field: Hashable, Sendable {
        public let name: String
        public let value: JSONTree
    }

    /// - Throws: `JSONFault` at the first thing that is no JSON.
    public init(_ bytes: [UInt8]) throws(JSONFault) {
        let read = bytes.withUnsafeBufferPointer { bytes -> Result<JSONTree, JSONFault> in
            do throws(JSONFault) {
                var reader = TreeReader(try JSONTape(bytes))
                return .success(reader.value())
            } catch {
                return .failure(error)
            }
        }
        self = try read.get()
    }

    fileprivate init(_ value: Value, line: Int) {
        self.value = value
        self.line = line
    }

    public subscript(name: String) -> JSONTree? { fields?.first { $0.name == name }?.value }

    public var fields: [Field]? {
        if case .object(let fields) = value { fields } else { nil }
    }

    public var items: [JSONTree]? {
        if case .array(let items) = value { items } else { nil }
    }

    public var text: String? {
        if case .text(let text) = value { text } else { nil }
    }

    /// A text, a number or a truth as it would be written in a text.
    public var words: String? {
        switch value {
        case .text(let text): text
        case .number(let number): number
        case .truth(let truth): truth ? "true" : "false"
        case .object, .array, .null: nil
        }
    }
}

/// Walks the tape once, counting lines on the way.
private struct TreeReader {
    private let tape: JSONTape
    private var node = 0
    private var line = 1
    private var counted = 0

    init(_ tape: JSONTape) { self.tape = tape }

    mutating func value() -> JSONTree {
        let start = tape.nodes[node].start
        while counted < start {
            if tape.bytes[counted] == 0x0a { line += 1 }
            counted += 1
        }
        let line = line
        let place = node
        node += 1
        switch tape.kind(of: place) {
        case .object:
            let end = tape.nodes[place].end
            var fields: [JSONTree.Field] = []
            while node < end {
                let name = tape.text(of: node)
                node += 1
                fields.append(JSONTree.Field(name: name, value: value()))
            }
            return JSONTree(.object(fields), line: line)
        case .array:
            let end = tape.nodes[place].end
            var items: [JSONTree] = []
            while node < end { items.append(value()) }
            return JSONTree(.array(items), line: line)
        case .text: return JSONTree(.text(tape.text(of: place)), line: line)
        case .number: return JSONTree(.number(String(tape.raw(place))), line: line)
        case .truth: return JSONTree(.truth(tape.raw(place) == "true"), line: line)
        case .null: return JSONTree(.null, line: line)
        }
    }
}
