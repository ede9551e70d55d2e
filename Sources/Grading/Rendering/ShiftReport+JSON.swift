import Foundation

extension ShiftReport {
    /// The whole report as JSON, keys sorted, so that two equal reports are equal texts.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        } catch {
            // Every value in a report is a string, a whole number or a list of such.
            preconditionFailure("a report that cannot be written as JSON: \(error)")
        }
    }
}
