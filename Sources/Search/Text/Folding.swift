/// Makes texts alike before they are compared: lower case, half width, one kind of pause, and
/// whatever the caller adds, such as simplified for traditional characters.
///
/// The result is UTF-16 units. Everything outside the basic plane but rare Chinese characters is a
/// pause: an emoji parts words and cannot be searched for.
public struct Folding: Sendable {
    /// What a unit is in a text.
    enum Kind: UInt8 {
        /// Not there at all: joiners, variation selectors, accents standing alone.
        case nothing
        /// Parts words of letters only: Chinese does not care about a blank.
        case blank
        /// Parts everything: a comma, a line's end, an emoji.
        case pause
        case letter
        case digit
        /// A character that is a word by itself: Chinese, kana, hangul.
        case sign
    }

    /// What stands between two stretches of a folded text.
    static let gap: UInt16 = 0x20

    let forms: [UInt16]
    let kinds: [Kind]

    /// - Parameter simplify: asked once for each Chinese character of the basic plane; answers the
    ///   character to be used in its place.
    public init(simplify: (Unicode.Scalar) -> Unicode.Scalar = { $0 }) {
        var forms = [UInt16](repeating: 0, count: 0x1_0000)
        var kinds = [Kind](repeating: .pause, count: 0x1_0000)
        for value in UInt16.min...UInt16.max {
            let place = Int(value)
            forms[place] = value
            guard let scalar = Unicode.Scalar(value) else {
                // Halves of rare Chinese characters, or of emoji, which never get this far.
                kinds[place] = .sign
                continue
            }
            switch value {
            case 0x3005, 0x3007, 0x3400...0x9FFF, 0xF900...0xFAFF:
                kinds[place] = .sign
                forms[place] = UInt16(exactly: simplify(scalar).value) ?? value
            case 0x3040...0x30FF, 0xAC00...0xD7A3:
                kinds[place] = .sign
            case 0xFF01...0xFF5E:
                // Full width stands at a fixed distance from ASCII, which is done by now.
                forms[place] = forms[place - 0xFEE0]
                kinds[place] = kinds[place - 0xFEE0]
            default:
                kinds[place] = Folding.kind(of: scalar)
                if kinds[place] == .letter { forms[place] = Folding.lowercase(scalar) }
            }
        }
        self.forms = forms
        self.kinds = kinds
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
            .letter
        case .decimalNumber, .letterNumber, .otherNumber: .digit
        case .spaceSeparator: .blank
        case .nonspacingMark, .enclosingMark, .format: .nothing
        default: scalar == "\t" ? .blank : .pause
        }
    }

    private static func lowercase(_ scalar: Unicode.Scalar) -> UInt16 {
        let mapping = scalar.properties.lowercaseMapping.unicodeScalars
        guard mapping.count == 1, let only = mapping.first else { return UInt16(scalar.value) }
        return UInt16(exactly: only.value) ?? UInt16(scalar.value)
    }

    /// The folded text: `Ｆａ 发 货！吗` is `fa发货 吗`.
    ///
    /// - Parameter limit: how many scalars are read at most; a query has one.
    func units(of text: String, limit: Int = .max) -> [UInt16] {
        var writer = Writer(capacity: min(text.utf8.count, limit))
        var left = limit
        for scalar in text.unicodeScalars {
            if left == 0 { break }
            left -= 1
            writer.write(scalar.value, self)
        }
        return writer.units
    }

    /// A folded text as it grows.
    struct Writer {
        private(set) var units: [UInt16] = []
        private var last = Kind.pause
        private var isBlank = false
        private var isPause = false

        init(capacity: Int) { units.reserveCapacity(capacity) }

        mutating func write(_ value: UInt32, _ folding: Folding) {
            guard value < 0x1_0000 else {
                guard (0x2_0000..<0x4_0000).contains(value) else {
                    isPause = true
                    return
                }
                let rest = value - 0x1_0000
                append(UInt16(0xD800 + rest >> 10), .sign)
                append(UInt16(0xDC00 + rest & 0x3FF), .sign)
                return
            }
            let kind = folding.kinds[Int(value)]
            switch kind {
            case .nothing: break
            case .blank: isBlank = true
            case .pause: isPause = true
            case .letter, .digit, .sign: append(folding.forms[Int(value)], kind)
            }
        }

        private mutating func append(_ unit: UInt16, _ kind: Kind) {
            if isPause || isBlank {
                // A blank beside a Chinese character says nothing: 7 天 is 7天.
                let parts = isPause || (last != .sign && kind != .sign)
                if parts, !units.isEmpty { units.append(Folding.gap) }
                isPause = false
                isBlank = false
            }
            units.append(unit)
            last = kind
        }
    }
}
