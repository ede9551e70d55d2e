/// What a reader takes for one character, and how many columns it takes: 1 or 2 (0 for a
/// line end).
struct Cluster {
    let first: Unicode.Scalar
    /// The whole cluster when it is more than one code point.
    let whole: String?
    let width: Int

    var text: String { whole ?? String(first) }
    var isNewline: Bool { first == "\n" }
    var isSpace: Bool { first == " " || first == "\u{3000}" }
}

/// A text as a series of harmless, measured clusters. All text passes here on its way to cells.
struct ClusterReader: IteratorProtocol {
    private let gate: TextGate
    private var scalars: CleanScalars
    private var following: Unicode.Scalar?
    /// Substitutes for an emoji the terminal cannot draw, last one first.
    private var waiting: [Cluster] = []

    /// A cluster keeps this many code points, the longest emoji having ten; the rest of a pile of
    /// accents is dropped.
    private static let longest = 16

    init(_ text: String, gate: TextGate, keepsNewlines: Bool = false, budget: Int = .max) {
        self.gate = gate
        scalars = CleanScalars(text, keepsNewlines: keepsNewlines, budget: budget)
        following = scalars.next()
    }

    mutating func next() -> Cluster? {
        if let cluster = waiting.popLast() { return cluster }
        guard let first = following else { return nil }
        following = scalars.next()
        if first == "\n" { return Cluster(first: first, whole: nil, width: 0) }
        if first.standsAlone, following?.standsAlone ?? true {
            return single(first)
        }
        var members = [first]
        var recogniser = Unicode._CharacterRecognizer()
        _ = recogniser.hasBreak(before: first)
        while let scalar = following, scalar != "\n", !recogniser.hasBreak(before: scalar) {
            if members.count < ClusterReader.longest { members.append(scalar) }
            following = scalars.next()
        }
        return cluster(of: members)
    }

    private func single(_ scalar: Unicode.Scalar) -> Cluster {
        let width = WidthTable.columns(scalar, ambiguousIsWide: gate.ambiguousIsWide)
        if width == 0 {
            // A mark with nothing below it would land on the cell before: give it a blank.
            return Cluster(first: " ", whole: " " + String(scalar), width: 1)
        }
        return Cluster(first: scalar, whole: nil, width: width)
    }

    private mutating func cluster(of members: [Unicode.Scalar]) -> Cluster {
        let first = members[0]
        if gate.emoji != .cluster || members.count > 1 {
            let needs = TextGate.Emoji(needsOf: members)
            if !gate.emoji.isSuperset(of: needs) { return substitute(for: members, needs: needs) }
            if needs.subtracting([.pictures, .recent]) != [] {
                return Cluster(first: first, whole: Self.text(members), width: 2)
            }
        }
        guard members.count > 1 else { return single(first) }
        let sum = members.reduce(0) {
            $0 + WidthTable.columns($1, ambiguousIsWide: gate.ambiguousIsWide)
        }
        guard sum > 0 else {
            return Cluster(first: " ", whole: " " + Self.text(members), width: 1)
        }
        return Cluster(first: first, whole: Self.text(members), width: min(2, sum))
    }

    private static func text(_ members: [Unicode.Scalar]) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: members)
        return String(text)
    }

    /// The nearest thing to an emoji that the terminal can draw.
    private mutating func substitute(
        for members: [Unicode.Scalar], needs: TextGate.Emoji
    ) -> Cluster {
        let first = members[0]
        if first.isRegionalIndicator { return spelled(Self.name(of: members)) }
        let alone = TextGate.Emoji(needsOf: [first])
        guard gate.emoji.isSuperset(of: alone) else {
            return spelled("[" + Self.name(of: members) + "]")
        }
        // A sign that U+FE0F makes a picture stays one where the terminal knows it.
        if members.count > 2, members[1].value == 0xFE0F, gate.emoji.contains(.selected) {
            return Cluster(first: first, whole: Self.text(Array(members[..<2])), width: 2)
        }
        return single(first)
    }

    /// Several plain characters in place of one; the first is given back, the others wait.
    private mutating func spelled(_ text: String) -> Cluster {
        let parts = text.unicodeScalars.map { single($0) }
        waiting = parts.dropFirst().reversed()
        return parts[0]
    }

    /// `red heart` as Unicode calls it, or the two letters of a flag.
    private static func name(of members: [Unicode.Scalar]) -> String {
        if members[0].isRegionalIndicator {
            return String(
                String.UnicodeScalarView(
                    members.compactMap { Unicode.Scalar($0.value - 0x1F1E6 + 0x41) }))
        }
        if members[0].value < 0x7F { return String(members[0]) }
        return members[0].properties.name?.lowercased() ?? "emoji"
    }
}
