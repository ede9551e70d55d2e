import Foundation
import Stores

/// The text of a file that a person has saved, in whichever encoding their editor writes: UTF-8
/// with or without a mark in front, UTF-16, GB18030.
///
/// ```swift
/// let text = try FileText.read(config + "/keys.yaml")
/// ```
public enum FileText {
    /// Why a file gives no text.
    public enum Fault: Error, Hashable, Sendable {
        /// It is not there, or may not be read.
        case unreadable
        /// What begins on this line, counted from 1, is no text in any of these encodings.
        case noText(line: Int)
    }

    public static func read(_ path: String) throws(Fault) -> String {
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable }
        return try decode(Array(data))
    }

    public static func decode(_ bytes: [UInt8]) throws(Fault) -> String {
        do throws(CSVFault) {
            return String(decoding: try TextDecoding.decode(bytes).text, as: UTF8.self)
        } catch {
            switch error {
            case .undecodable(_, let line): throw .noText(line: line)
            case .workbook, .noHeader, .openQuote, .missingColumn, .doubledColumn, .rowsAreItems:
                throw .noText(line: 1)
            }
        }
    }
}
