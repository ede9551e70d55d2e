import Synchronization

/// A reader that remembers: the customer, the promises and the grader all read the same message in
/// the same context, and the second time costs nothing.
///
/// ```swift
/// let readings = Readings(Reader(lexicon: lexicon))
/// readings.read("明天下午给您发出", in: context)      // read
/// readings.read("明天下午给您发出", in: context)      // remembered
/// ```
///
/// A class, because everybody at the desk shares one; what it remembers changes no answer.
public final class Readings: Sendable {
    public let reader: Reader
    private let kept = Mutex<[Key: Reading]>([:])
    /// Two long shifts; then it forgets everything and begins again.
    private static let most = 20_000

    private struct Key: Hashable {
        var text: String
        var context: Context
    }

    public init(_ reader: Reader) { self.reader = reader }

    public func read(_ text: String, in context: Context) -> Reading {
        let key = Key(text: text, context: context)
        if let known = kept.withLock({ $0[key] }) { return known }
        let reading = reader.read(text, in: context)
        kept.withLock { kept in
            if kept.count >= Self.most { kept = [:] }
            kept[key] = reading
        }
        return reading
    }
}
