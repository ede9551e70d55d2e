public import Engine

/// What submitting a form would do, worked out before it is done.
public enum FormEffect: Hashable, Sendable {
    /// Nothing can be said yet: a value is missing.
    case none
    case changes([Change])
    /// It would be refused, and why.
    case refused(Bilingual)

    /// One thing that becomes another: 应付 298.00 → 278.00.
    public struct Change: Hashable, Sendable {
        public let label: Bilingual
        /// Nil for something new.
        public let before: Bilingual?
        public let after: Bilingual

        public init(_ label: Bilingual, from before: Bilingual? = nil, to after: Bilingual) {
            self.label = label
            self.before = before
            self.after = after
        }

        public init(_ label: Bilingual, from before: Money, to after: Money) {
            self.init(
                label, from: Bilingual(zh: before.plain, en: before.plain),
                to: Bilingual(zh: after.plain, en: after.plain))
        }
    }
}
