/// Goes through a JSON text once, looks whether it is one, and notes where each value stands.
struct JSONScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0
    /// Deeper than any store; a text made to exhaust the stack ends here.
    private static let deepest = 128

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func scan(into nodes: inout [JSONTape.Node]) throws(JSONFault) {
        // The mark that some programs put before UTF-8.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
        try value(into: &nodes, depth: 0)
        skipBlanks()
        if index < bytes.count {
            throw bytes[index] < 0x80 ? fault(.more) : fault(.notUTF8, unless: .more)
        }
    }

    // MARK: Values

    private mutating func value(
        into nodes: inout [JSONTape.Node], depth: Int
    ) throws(JSONFault) {
        skipBlanks()
        guard index < bytes.count else { throw fault(.cut) }
        switch bytes[index] {
        case UInt8(ascii: "{"): try object(into: &nodes, depth: depth)
        case UInt8(ascii: "["): try array(into: &nodes, depth: depth)
        case UInt8(ascii: "\""): try text(into: &nodes)
        case UInt8(ascii: "t"): try word("true", into: &nodes)
        case UInt8(ascii: "f"): try word("false", into: &nodes)
        case UInt8(ascii: "n"): try word("null", into: &nodes)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number(into: &nodes)
        case _: throw unexpected(.value)
        }
    }

    private mutating func object(
        into nodes: inout [JSONTape.Node], depth: Int
    ) throws(JSONFault) {
        guard depth < Self.deepest else { throw fault(.tooDeep) }
        let own = nodes.count
        nodes.append(JSONTape.Node(start: index))
        index += 1
        skipBlanks()
        if index < bytes.count, bytes[index] == UInt8(ascii: "}") {
            index += 1
        } else {
            while true {
                skipBlanks()
                guard index < bytes.count else { throw fault(.cut) }
                guard bytes[index] == UInt8(ascii: "\"") else { throw unexpected(.key) }
                try text(into: &nodes)
                skipBlanks()
                guard index < bytes.count else { throw fault(.cut) }
                guard bytes[index] == UInt8(ascii: ":") else { throw unexpected(.colon) }
                index += 1
                try value(into: &nodes, depth: depth + 1)
                if try ends(with: UInt8(ascii: "}")) { break }
            }
        }
        nodes[own].end = nodes.count
    }

    private mutating func array(
        into nodes: inout [JSONTape.Node], depth: Int
    ) throws(JSONFault) {
        guard depth < Self.deepest else { throw fault(.tooDeep) }
        let own = nodes.count
        nodes.append(JSONTape.Node(start: index))
        index += 1
        skipBlanks()
        if index < bytes.count, bytes[index] == UInt8(ascii: "]") {
            index += 1
        } else {
            while true {
                try value(into: &nodes, depth: depth + 1)
                if try ends(with: UInt8(ascii: "]")) { break }
            }
        }
        nodes[own].end = nodes.count
    }

    /// A comma goes on, the closing bracket ends.
    private mutating func ends(with bracket: UInt8) throws(JSONFault) -> Bool {
        skipBlanks()
        guard index < bytes.count else { throw fault(.cut) }
        let byte = bytes[index]
        guard byte == UInt8(ascii: ",") || byte == bracket else { throw unexpected(.commaOrEnd) }
        index += 1
        return byte == bracket
    }

    private mutating func word(
        _ word: StaticString, into nodes: inout [JSONTape.Node]
    ) throws(JSONFault) {
        let start = index
        for place in 0..<word.utf8CodeUnitCount {
            guard index < bytes.count else { throw fault(.cut) }
            guard bytes[index] == word.utf8Start[place] else {
                index = start
                throw unexpected(.value)
            }
            index += 1
        }
        nodes.append(JSONTape.Node(start: start, end: index))
    }

    private mutating func number(into nodes: inout [JSONTape.Node]) throws(JSONFault) {
        let start = index
        if bytes[index] == UInt8(ascii: "-") { index += 1 }
        // 007 is no number.
        if index < bytes.count, bytes[index] == UInt8(ascii: "0") {
            index += 1
        } else {
            try digits()
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            try digits()
        }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < bytes.count,
                bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-")
            {
                index += 1
            }
            try digits()
        }
        nodes.append(JSONTape.Node(start: start, end: index))
    }

    private mutating func digits() throws(JSONFault) {
        let start = index
        while index < bytes.count, bytes[index] &- UInt8(ascii: "0") <= 9 { index += 1 }
        guard index > start else { throw index < bytes.count ? unexpected(.digit) : fault(.cut) }
    }

    // MARK: Texts

    private mutating func text(into nodes: inout [JSONTape.Node]) throws(JSONFault) {
        let start = index
        var isEscaped = false
        index += 1
        while true {
            guard index < bytes.count else { throw fault(.cut) }
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\") {
                isEscaped = true
                try escape()
            } else if byte < 0x20 {
                throw fault(.controlCharacter)
            } else if byte < 0x80 {
                index += 1
            } else {
                try sequence()
            }
        }
        index += 1
        nodes.append(JSONTape.Node(start: start, end: index, isEscaped: isEscaped))
    }

    private mutating func escape() throws(JSONFault) {
        guard let length = JSONEscape.length(at: index, in: bytes) else {
            // The text may end within the escape.
            let isUnit = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "u")
            let isCut = index + 1 == bytes.count || isUnit && index + 6 > bytes.count
            throw fault(isCut ? .cut : .badEscape)
        }
        index += length
    }

    /// One character of two to four bytes, by the table of the Unicode standard.
    private mutating func sequence() throws(JSONFault) {
        let first = bytes[index]
        let (count, second): (Int, ClosedRange<UInt8>)
        switch first {
        case 0xC2...0xDF: (count, second) = (2, 0x80...0xBF)
        case 0xE0: (count, second) = (3, 0xA0...0xBF)
        case 0xED: (count, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (count, second) = (3, 0x80...0xBF)
        case 0xF0: (count, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (count, second) = (4, 0x80...0xBF)
        case 0xF4: (count, second) = (4, 0x80...0x8F)
        case _: throw fault(.notUTF8)
        }
        for step in 1..<count {
            guard index + step < bytes.count else { throw fault(.cut) }
            let byte = bytes[index + step]
            guard step == 1 ? second.contains(byte) : byte & 0xC0 == 0x80 else {
                throw fault(.notUTF8)
            }
        }
        index += count
    }

    private mutating func skipBlanks() {
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            index += 1
        }
    }

    // MARK: Faults

    private func fault(_ fact: JSONFault.Fact) -> JSONFault {
        JSONFault(fact, place: TextPlace(of: index, in: bytes))
    }

    /// Which of two it is, where something that is no ASCII stands outside a text.
    private func fault(_ fact: JSONFault.Fact, unless other: JSONFault.Fact) -> JSONFault {
        var probe = self
        do throws(JSONFault) { try probe.sequence() } catch { return fault(fact) }
        return fault(other)
    }

    private func unexpected(_ wanted: JSONFault.Wanted) -> JSONFault {
        guard bytes[index] >= 0x80 else {
            return fault(.unexpected(Character(Unicode.Scalar(bytes[index])), wanted: wanted))
        }
        let text = String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self)
        return fault(.notUTF8, unless: .unexpected(text.first ?? "?", wanted: wanted))
    }
}
