import Foundation

/// A screen as it should look, kept in git under Tests/Screens.
///
///     try Picture.check("desk-80x24-chinese", screen.text)
///
/// A difference fails with both pictures and the rows that differ. `XIAOER_RECORD=1` writes what
/// was drawn over what should be; look at the difference in git before believing it.
public enum Picture {
    public static func check(_ name: String, _ drawn: String) throws {
        let recording = ProcessInfo.processInfo.environment["XIAOER_RECORD"] == "1"
        try check(name, drawn, in: Repository.path("Tests/Screens"), recording: recording)
    }

    /// The same for pictures kept elsewhere.
    public static func check(
        _ name: String, _ drawn: String, in folder: String, recording: Bool
    ) throws {
        let path = "\(folder)/\(name).txt"
        let drawn = tidied(drawn)
        if recording {
            let parent = URL(fileURLWithPath: path).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
            try Data(drawn.utf8).write(to: URL(fileURLWithPath: path))
            return
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw PictureMismatch(name: name, expected: nil, drawn: drawn)
        }
        let expected = tidied(String(decoding: data, as: UTF8.self))
        guard expected == drawn else {
            throw PictureMismatch(name: name, expected: expected, drawn: drawn)
        }
    }

    /// No blanks at the ends of rows, one line break at the end: what editors do to files anyway.
    private static func tidied(_ picture: String) -> String {
        var rows = picture.split(separator: "\n", omittingEmptySubsequences: false).map { row in
            String(row.reversed().drop { $0 == " " }.reversed())
        }
        while rows.last == "" { rows.removeLast() }
        return rows.joined(separator: "\n") + "\n"
    }
}

/// A screen that is not as it should be; its description shows both and the rows that differ.
public struct PictureMismatch: Error, CustomStringConvertible {
    public let name: String
    /// Nil when there is no such picture yet.
    public let expected: String?
    public let drawn: String

    public var description: String {
        guard let expected else {
            return """
                There is no picture Tests/Screens/\(name).txt yet. This was drawn; record it with \
                XIAOER_RECORD=1:
                \(Self.framed(drawn))
                """
        }
        return """
            The screen is not the picture Tests/Screens/\(name).txt. It should be:
            \(Self.framed(expected))
            It is:
            \(Self.framed(drawn))
            Rows that differ:
            \(Self.difference(expected, drawn))
            """
    }

    static func difference(_ expected: String, _ drawn: String) -> String {
        let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let drawn = drawn.split(separator: "\n", omittingEmptySubsequences: false)
        var rows: [String] = []
        for row in 0..<max(expected.count, drawn.count) {
            let should: Substring? = row < expected.count ? expected[row] : nil
            let actual: Substring? = row < drawn.count ? drawn[row] : nil
            guard should != actual else { continue }
            let number = "\(row + 1)".count < 2 ? " \(row + 1)" : "\(row + 1)"
            rows.append("\(number) - \(should ?? "(no such row)")")
            rows.append("\(number) + \(actual ?? "(no such row)")")
        }
        return rows.joined(separator: "\n")
    }

    private static func framed(_ picture: String) -> String {
        picture.split(separator: "\n", omittingEmptySubsequences: false)
            .map { "│\($0)" }.joined(separator: "\n")
    }
}
