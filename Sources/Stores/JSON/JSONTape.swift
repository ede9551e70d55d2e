/// A JSON text taken apart once: where each value begins and where it ends, in the order of the
/// text. The values themselves stay in the text until somebody asks for them, so that a store of a
/// hundred megabytes costs eight bytes a value and not a tree (Docs/Decisions/0007).
///
/// Valid only while the bytes it was made from are.
final class JSONTape {
    let bytes: UnsafeBufferPointer<UInt8>
    /// A plain stretch of memory: an array in a class would be guarded at every one of the millions
    /// of looks a large store takes.
    let nodes: UnsafeMutableBufferPointer<Node>

    /// One value, or one key of an object: a key is followed by its value, an opening bracket by
    /// what is in it.
    struct Node {
        private var startAndUse: UInt32
        private var endAndEscape: UInt32

        private static let mark: UInt32 = 0x8000_0000

        init(start: Int, end: Int = 0, isEscaped: Bool = false) {
            startAndUse = UInt32(truncatingIfNeeded: start)
            endAndEscape = UInt32(truncatingIfNeeded: end) | (isEscaped ? Self.mark : 0)
        }

        /// The first byte.
        var start: Int { Int(startAndUse & ~Self.mark) }
        /// Of a bracket: the node behind everything in it. Of anything else: the byte behind it.
        var end: Int {
            get { Int(endAndEscape & ~Self.mark) }
            set { endAndEscape = endAndEscape & Self.mark | UInt32(truncatingIfNeeded: newValue) }
        }
        /// A text with a backslash in it.
        var isEscaped: Bool { endAndEscape & Self.mark != 0 }
        /// A key that somebody has asked for.
        var isUsed: Bool {
            get { startAndUse & Self.mark != 0 }
            set { startAndUse = newValue ? startAndUse | Self.mark : startAndUse & ~Self.mark }
        }
    }

    /// A text longer than this has places that a node cannot hold.
    static let longest = 0x7fff_ffff

    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONFault) {
        self.bytes = bytes
        guard bytes.count < Self.longest else {
            throw JSONFault(.tooDeep, place: TextPlace(line: 1, column: 1))
        }
        var found: [Node] = []
        found.reserveCapacity(bytes.count / 12 + 8)
        var scanner = JSONScanner(bytes)
        try scanner.scan(into: &found)
        nodes = UnsafeMutableBufferPointer.allocate(capacity: found.count)
        _ = nodes.initialize(from: found)
    }

    deinit { nodes.deallocate() }

    /// The node behind a value and everything in it.
    func after(_ node: Int) -> Int { isBracket(node) ? nodes[node].end : node + 1 }

    func isBracket(_ node: Int) -> Bool {
        let byte = bytes[nodes[node].start]
        return byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
    }

    func kind(of node: Int) -> JSONFault.Kind {
        switch bytes[nodes[node].start] {
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "\""): .text
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .truth
        case UInt8(ascii: "n"): .null
        case _: .number
        }
    }

    /// The value under a key of an object; nil where there is none.
    func find(_ key: String, in object: Int) -> Int? {
        var key = key
        return key.withUTF8 { wanted in
            let end = nodes[object].end
            var node = object + 1
            while node < end {
                if isKey(node, wanted) {
                    nodes[node].isUsed = true
                    return node + 1
                }
                node = after(node + 1)
            }
            return nil
        }
    }

    private func isKey(_ node: Int, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = nodes[node].start + 1
        let count = nodes[node].end - 1 - start
        if nodes[node].isEscaped {
            return text(of: node) == String(decoding: wanted, as: UTF8.self)
        }
        guard count == wanted.count else { return false }
        for index in 0..<count where bytes[start + index] != wanted[index] { return false }
        return true
    }

    /// What stands there, letter for letter.
    func raw(_ node: Int) -> Substring {
        let end = isBracket(node) ? nodes[node].start + 1 : nodes[node].end
        return String(decoding: bytes[nodes[node].start..<end], as: UTF8.self)[...]
    }

    // MARK: Values

    /// A text without its quotes and escapes; the scanner has looked at it already.
    func text(of node: Int) -> String {
        let inner = UnsafeBufferPointer(
            rebasing: bytes[(nodes[node].start + 1)..<(nodes[node].end - 1)])
        return nodes[node].isEscaped
            ? JSONEscape.decoded(inner) : String(decoding: inner, as: UTF8.self)
    }

    /// A whole number; nil where it has a fraction or is too large.
    func whole(_ node: Int) -> Int64? {
        var index = nodes[node].start
        let end = nodes[node].end
        let isNegative = bytes[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        var value: Int64 = 0
        while index < end {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            let (tens, overflows) = value.multipliedReportingOverflow(by: 10)
            let (sum, exceeds) =
                isNegative
                ? tens.subtractingReportingOverflow(Int64(digit))
                : tens.addingReportingOverflow(Int64(digit))
            if overflows || exceeds { return nil }
            value = sum
            index += 1
        }
        return value
    }
}
