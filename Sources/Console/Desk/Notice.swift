public import Engine

/// One sentence to the person: what happened, what stands in the way, what to do next.
///
/// It goes with the first key after it has been seen.
public struct Notice: Hashable, Sendable {
    /// How it is meant; each has a glyph of its own as well as a colour.
    public enum Kind: Hashable, Sendable {
        case done, hint, refused
    }

    public var kind: Kind
    public var text: Bilingual
    /// Drawn at least once.
    var isSeen = false

    public init(_ kind: Kind, _ text: Bilingual) {
        self.kind = kind
        self.text = text
    }
}
