/// Writes our values as JSON on one line, the fields of every object sorted by name, so that the
/// same value is always the same bytes.
///
///     let line = try JSONWriter.bytes(of: shop.store)
public enum JSONWriter {
    /// - Throws: what `Value` throws while it is encoded; ours throw nothing.
    public static func bytes(of value: some Encodable) throws -> [UInt8] {
        // Held by its address: a class would be guarded at every byte.
        let sheet = UnsafeMutablePointer<JSONSheet>.allocate(capacity: 1)
        sheet.initialize(to: JSONSheet())
        defer {
            sheet.deinitialize(count: 1)
            sheet.deallocate()
        }
        try JSONEncoding(sheet).write(value)
        return sheet.pointee.bytes
    }

    public static func text(of value: some Encodable) throws -> String {
        String(decoding: try bytes(of: value), as: UTF8.self)
    }
}

/// The bytes written so far, and the brackets that are open.
///
/// Fields come in whatever order a type writes them. They are written down as they come and put in
/// order when their bracket is closed; most types write few enough that nothing has to be moved far.
struct JSONSheet {
    private(set) var bytes: [UInt8] = []
    private var open: [Bracket] = []
    /// Fields of all open objects, the innermost last.
    private var fields: [Field] = []
    private var spare: [UInt8] = []
    private var order: [Int] = []

    private struct Bracket {
        let isObject: Bool
        /// Where its content begins.
        let start: Int
        let firstField: Int
        var isSorted = true
        var isEmpty = true
    }

    private struct Field {
        let name: String
        /// Where its name is written.
        let start: Int
    }

    /// Room for a line of the gym; a store takes more as it grows.
    init() {
        bytes.reserveCapacity(1_024)
        open.reserveCapacity(16)
        fields.reserveCapacity(64)
    }

    var depth: Int { open.count }

    mutating func begin(object: Bool) -> Int {
        bytes.append(object ? UInt8(ascii: "{") : UInt8(ascii: "["))
        open.append(Bracket(isObject: object, start: bytes.count, firstField: fields.count))
        return open.count
    }

    /// Closes what is open within a bracket: whoever writes the next field has finished the last.
    mutating func close(downTo depth: Int) {
        while open.count > depth { closeLast() }
    }

    /// Who opens nothing and writes nothing is an object without fields.
    mutating func close(downTo depth: Int, since start: Int) {
        close(downTo: depth)
        if bytes.count == start { bytes.append(contentsOf: "{}".utf8) }
    }

    mutating func field(_ name: String, at depth: Int) {
        close(downTo: depth)
        separate()
        let last = open.count - 1
        if fields.count > open[last].firstField, !(fields[fields.count - 1].name < name) {
            open[last].isSorted = false
        }
        fields.append(Field(name: name, start: bytes.count))
        write(name)
        bytes.append(UInt8(ascii: ":"))
    }

    mutating func item(at depth: Int) {
        close(downTo: depth)
        separate()
    }

    private mutating func separate() {
        let last = open.count - 1
        if open[last].isEmpty {
            open[last].isEmpty = false
        } else {
            bytes.append(UInt8(ascii: ","))
        }
    }

    private mutating func closeLast() {
        let bracket = open.removeLast()
        if bracket.isObject {
            if !bracket.isSorted { sort(bracket) }
            fields.removeLast(fields.count - bracket.firstField)
        }
        bytes.append(bracket.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    }

    /// Few fields, and no memory asked for: an insertion sort of their places.
    private mutating func sort(_ bracket: Bracket) {
        order.removeAll(keepingCapacity: true)
        for field in bracket.firstField..<fields.count {
            var place = order.count
            order.append(field)
            while place > 0, fields[field].name < fields[order[place - 1]].name {
                order[place] = order[place - 1]
                place -= 1
            }
            order[place] = field
        }
        spare.removeAll(keepingCapacity: true)
        for field in order {
            // Up to the comma behind it, or to the end.
            let end = field + 1 < fields.count ? fields[field + 1].start - 1 : bytes.count
            if !spare.isEmpty { spare.append(UInt8(ascii: ",")) }
            spare.append(contentsOf: bytes[fields[field].start..<end])
        }
        bytes.replaceSubrange(bracket.start..., with: spare)
    }

    // MARK: Values

    mutating func write(_ text: String) { Self.write(text, to: &bytes) }

    mutating func write(_ truth: Bool) { bytes.append(contentsOf: (truth ? "true" : "false").utf8) }

    mutating func writeNull() { bytes.append(contentsOf: "null".utf8) }

    mutating func write(_ number: some FixedWidthInteger) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = UInt64(number.magnitude)
        var digits = 1
        var limit = rest
        while limit >= 10 {
            limit /= 10
            digits += 1
        }
        let start = bytes.count
        for _ in 0..<digits { bytes.append(UInt8(ascii: "0")) }
        var place = start + digits
        while rest > 0 {
            place -= 1
            bytes[place] += UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    /// The shortest form that reads back as the same number; a whole one without a point.
    mutating func write(_ number: Double) {
        let text = "\(number)"
        bytes.append(contentsOf: (text.hasSuffix(".0") ? String(text.dropLast(2)) : text).utf8)
    }

    private static let hex = Array("0123456789abcdef".utf8)

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { characters in
            var written = 0
            for index in characters.indices {
                let byte = characters[index]
                guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
                    continue
                }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: characters[written..<index]))
                written = index + 1
                bytes.append(UInt8(ascii: "\\"))
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
                case 0x08: bytes.append(UInt8(ascii: "b"))
                case 0x0C: bytes.append(UInt8(ascii: "f"))
                case 0x0A: bytes.append(UInt8(ascii: "n"))
                case 0x0D: bytes.append(UInt8(ascii: "r"))
                case 0x09: bytes.append(UInt8(ascii: "t"))
                case _:
                    bytes.append(contentsOf: "u00".utf8)
                    bytes.append(hex[Int(byte >> 4)])
                    bytes.append(hex[Int(byte & 15)])
                }
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: characters[written...]))
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
