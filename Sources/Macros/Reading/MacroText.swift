/// The lines of one macro in a file, to be changed while everything around them stays as it is.
///
/// ```swift
/// let text = MacroText(file, line: macro.source.line)
/// text?.own                       // "macros:\n  - name: late-ship\n …", comments and all
/// text?.file(with: changed)       // the whole file with the changed lines in their place
/// ```
public struct MacroText: Sendable {
    private let before: [Substring]
    private let lines: [Substring]
    private let after: [Substring]
    /// Blanks before the dash.
    private let indent: Int

    private static let head = "macros:"
    private static let ownIndent = 2

    /// - Parameter line: where the macro begins, counted from 1.
    /// - Returns: nil where it does not stand as `- name: …` on lines of its own.
    public init?(_ file: String, line: Int) {
        let all = file.split(separator: "\n", omittingEmptySubsequences: false)
        guard all.indices.contains(line - 1) else { return nil }
        var start = line - 1
        if !MacroText.isItem(all[start]) {
            // The dash may stand alone on the line above.
            guard start > 0, all[start - 1].trimmed == "-" else { return nil }
            start -= 1
        }
        let indent = all[start].prefix { $0 == " " }.count
        var end = start + 1
        for (number, line) in all.enumerated().dropFirst(start + 1) where !line.isBlank {
            if line.prefix(while: { $0 == " " }).count > indent {
                end = number + 1
            } else if !line.isRemark {
                // A remark at the margin, as editors write it, ends nothing.
                break
            }
        }
        before = Array(all[..<start])
        lines = Array(all[start..<end])
        after = Array(all[end...])
        self.indent = indent
    }

    /// The whole file as it was read.
    public var source: String { (before + lines + after).joined(separator: "\n") }

    /// The macro as a file of its own would hold it.
    public var own: String {
        let moved = MacroText.move(lines, from: indent, to: MacroText.ownIndent) ?? []
        return MacroText.head + "\n" + moved.joined(separator: "\n") + "\n"
    }

    /// The whole file with other lines in the place of the macro's.
    /// - Parameter text: as `own` gives it, changed.
    /// - Returns: nil where the text no longer is a list under `macros:`.
    public func file(with text: String) -> String? {
        let written = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let head = written.firstIndex(where: { $0.trimmed == MacroText.head }),
            written[..<head].allSatisfy({ $0.isBlank || $0.trimmed.hasPrefix("#") })
        else { return nil }
        var own = Array(written[(head + 1)...])
        while own.last?.isBlank == true { own.removeLast() }
        guard let dash = own.first(where: MacroText.isItem) else { return nil }
        let from = dash.prefix { $0 == " " }.count
        guard let moved = MacroText.move(own, from: from, to: indent) else { return nil }
        return (before.map(String.init) + moved + after.map(String.init)).joined(separator: "\n")
    }

    private static func isItem(_ line: Substring) -> Bool {
        let text = line.trimmed
        return text == "-" || text.hasPrefix("- ")
    }

    private static func move(_ lines: [Substring], from: Int, to: Int) -> [String]? {
        var moved: [String] = []
        for line in lines {
            guard !line.isBlank else {
                moved.append("")
                continue
            }
            let blanks = line.prefix { $0 == " " }.count
            guard blanks >= from || line.isRemark else { return nil }
            let own = max(0, to + blanks - from)
            moved.append(String(repeating: " ", count: own) + line.dropFirst(blanks))
        }
        return moved
    }
}

extension Substring {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
    fileprivate var isRemark: Bool { first { !$0.isWhitespace } == "#" }
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
