public import Engine
public import Language

/// One thing to know about a draft before it goes.
public struct Advice: Hashable, Sendable {
    /// The words of the draft it is about.
    public var words: String
    public var fact: Fact

    public enum Fact: Hashable, Sendable {
        /// Must not be said; why, and what to say instead.
        case fault(why: Bilingual, better: Bilingual)
        /// Another customer's order, parcel or telephone.
        case foreign(Bilingual)
        /// The shop knows otherwise; what it knows.
        case wrong(Bilingual)
        /// Nothing that was opened here bears it out; what the order says of its kind.
        case unfounded(Bilingual)
        /// Promises something and names no time.
        case undated
        /// What will be noted as promised when this is sent.
        case promise(PromiseFound.Deed, due: Instant)
        /// The words are a question of the customer that the draft does not touch.
        case leavesOpen
    }

    /// The worst comes first.
    var weight: Int {
        switch fact {
        case .foreign: 0
        case .fault: 1
        case .wrong: 2
        case .unfounded: 3
        case .undated: 4
        case .promise: 5
        case .leavesOpen: 6
        }
    }
}
