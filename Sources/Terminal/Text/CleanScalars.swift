/// The code points of a text without those that could harm a screen or deceive its reader.
///
/// Dropped: control characters, everything Unicode calls default ignorable (bidi controls,
/// zero-width characters, tags, fillers, variation selectors) and annotation marks. A joiner or
/// U+FE0F stays where it really builds an emoji. Unassigned code points become U+FFFD.
struct CleanScalars: IteratorProtocol {
    private var source: String.UnicodeScalarView.Iterator
    private let keepsNewlines: Bool
    private var previous: Unicode.Scalar = " "
    private var ready: Unicode.Scalar?
    private var pushedBack: Unicode.Scalar?
    /// How many more code points are looked at: a hostile line ends there.
    private var budget: Int

    init(_ text: String, keepsNewlines: Bool, budget: Int = .max) {
        source = text.unicodeScalars.makeIterator()
        self.keepsNewlines = keepsNewlines
        self.budget = budget
    }

    mutating func next() -> Unicode.Scalar? {
        if let scalar = ready {
            ready = nil
            previous = scalar
            return scalar
        }
        while let scalar = raw() {
            guard let clean = judged(scalar) else { continue }
            previous = clean
            return clean
        }
        return nil
    }

    private mutating func raw() -> Unicode.Scalar? {
        if let scalar = pushedBack {
            pushedBack = nil
            return scalar
        }
        guard budget > 0 else { return nil }
        budget -= 1
        return source.next()
    }

    /// What the reader sees instead of this code point; nil when it is dropped.
    private mutating func judged(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let value = scalar.value
        if value >= 0x20 && value < 0x7F { return scalar }
        if value >= 0x4E00 && value <= 0x9FFF { return scalar }
        switch value {
        case 0x09: return " "
        case 0x0D:
            if let after = raw() {
                if after.value == 0x0A { return newline }
                pushedBack = after
            }
            return newline
        case 0x0A, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: return newline
        case 0x00...0x1F, 0x7F...0x9F: return nil
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F: return " "
        case 0x200D: return joiner(scalar)
        case 0xFE0F: return emojiSelector(scalar)
        case 0xFFF9...0xFFFB: return nil
        default: break
        }
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint { return nil }
        if properties.generalCategory == .unassigned { return "\u{FFFD}" }
        return scalar
    }

    private var newline: Unicode.Scalar { keepsNewlines ? "\n" : " " }

    /// A joiner stays between two emoji only.
    private mutating func joiner(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard previous.buildsEmoji || previous.value == 0xFE0F, let after = raw() else {
            return nil
        }
        guard after.buildsEmoji, !after.isSkinTone else {
            pushedBack = after
            return nil
        }
        ready = after
        return scalar
    }

    /// U+FE0F stays behind a character that has a picture form; behind a digit only in a keycap.
    private mutating func emojiSelector(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard previous.value < 0x7F else {
            return previous.properties.isEmoji ? scalar : nil
        }
        guard previous.properties.isEmoji, let after = raw() else { return nil }
        guard after.value == 0x20E3 else {
            pushedBack = after
            return nil
        }
        ready = after
        return scalar
    }
}

extension Unicode.Scalar {
    /// A picture that a joiner can bind to another one: not a digit, not a letter.
    var buildsEmoji: Bool { value > 0xFF && properties.isEmoji && !isRegionalIndicator }

    var isSkinTone: Bool { value >= 0x1F3FB && value <= 0x1F3FF }

    /// Half of a flag.
    var isRegionalIndicator: Bool { value >= 0x1F1E6 && value <= 0x1F1FF }

    /// Never part of a larger cluster with another such character, and cheap to recognise.
    var standsAlone: Bool {
        switch value {
        case 0x20..<0x7F, 0x3000...0x3029, 0x3041...0x3096, 0x30A1...0x30FF, 0x3400...0x4DBF,
            0x4E00...0x9FFF, 0xFF01...0xFF60:
            true
        default:
            false
        }
    }
}
