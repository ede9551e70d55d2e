/// What came out of a file, and the account of every row of it.
public struct Imported<Value: Hashable & Sendable>: Hashable, Sendable {
    /// In the order of the file.
    public let values: [Value]
    public let report: ImportReport
}
