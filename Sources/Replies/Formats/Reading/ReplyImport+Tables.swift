import Engine
import Stores

// Tables: a row a reply.
extension ReplyImport {
    static func table(
        _ bytes: [UInt8], named file: String, _ format: ReplyFormat
    ) throws(ReplyFileFault) -> ReplyImport {
        var rows: [CSVRow] = []
        let columns: ReplyColumns
        let names: [String]
        do {
            var reader = try CSVReader(bytes)
            columns = ReplyColumns(reader.header)
            names = reader.header.names
            while let row = try reader.next() { rows.append(row) }
        } catch {
            throw .table(error)
        }
        if let doubled = columns.doubled { throw .table(.doubledColumn(doubled)) }
        guard let content = columns.content else { throw .noContent(columns: names) }
        var taker = EntryTaker(
            format, file: file, codes: rows.map { $0.text(at: columns.code) })
        for row in rows where !row.isBlank {
            let code = row.text(at: columns.code)
            let title = row.text(at: columns.title)
            switch row.shape {
            case .fits, .tooFew: break
            case .tooMany, .strayQuote:
                taker.note(row.line, code.isEmpty ? title : code, .wrongShape)
                continue
            }
            let isOff = ["false", "0", "否", "no"].contains(
                row.text(at: columns.active).lowercased())
            if isOff {
                taker.note(row.line, title, .inactive)
                continue
            }
            // Zammad has no folders; its names are paths by custom.
            let path = format == .zammad ? title.replacing("::", with: "\u{0}") : title
            let parts = path.split(separator: "\u{0}").map(String.init)
            taker.take(
                ForeignEntry(
                    line: row.line, code: code, label: parts.last ?? "",
                    text: row.text(at: content),
                    folders: Snippet.folders(in: row.text(at: columns.group)) + parts.dropLast(),
                    words: EntryTaker.list(row.text(at: columns.words))))
        }
        return taker.taken
    }

    /// A text a line. `# 发货`, with a blank, and `【发货】` alone on a line begin a folder; a number or a dash in
    /// front is the list's; a tab stands between a code and its text.
    static func plain(
        _ bytes: [UInt8], named file: String
    ) throws(ReplyFileFault) -> ReplyImport {
        let text: [UInt8]
        do { text = try TextDecoding.decode(bytes).text } catch { throw .table(error) }
        let lines = String(decoding: text, as: UTF8.self)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { EntryTaker.trimmed(String($0)) }
        let tabbed = lines.map { line in
            line.split(separator: "\t", maxSplits: 1).map { EntryTaker.trimmed(String($0)) }
        }
        var taker = EntryTaker(
            .plain, file: file, codes: tabbed.compactMap { $0.count == 2 ? $0[0] : nil })
        var folder: [String] = []
        for (number, parts) in tabbed.enumerated() {
            let line = lines[number]
            if line.isEmpty { continue }
            if let heading = heading(line) {
                folder = Snippet.folders(in: heading)
                // Whoever meant it as a text can see that it was taken for a heading.
                if !heading.isEmpty { taker.note(number + 1, "", .heading(heading)) }
                continue
            }
            let hasCode = parts.count == 2
            taker.take(
                ForeignEntry(
                    line: number + 1, code: hasCode ? parts[0] : "",
                    text: hasCode ? parts[1] : unnumbered(line), folders: folder))
        }
        return taker.taken
    }

    private static func heading(_ line: String) -> String? {
        // `#1 店铺` is a text; a mark alone goes back to no folder.
        let marked = line.drop { $0 == "#" }
        if line.hasPrefix("#"), marked.first.map(\.isWhitespace) ?? true {
            return EntryTaker.trimmed(String(marked))
        }
        guard line.hasPrefix("【"), line.hasSuffix("】"), line.count <= 22 else { return nil }
        let inside = line.dropFirst().dropLast()
        return inside.contains("【") ? nil : String(inside)
    }

    private static func unnumbered(_ line: String) -> String {
        if line.hasPrefix("- ") || line.hasPrefix("· ") || line.hasPrefix("* ") {
            return EntryTaker.trimmed(String(line.dropFirst(2)))
        }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        guard (1...3).contains(digits.count), let mark = line.dropFirst(digits.count).first,
            "、.．)）".contains(mark)
        else { return line }
        let rest = line.dropFirst(digits.count + 1)
        // 1.5 is a number, and not the fifth of anything.
        return rest.first?.isNumber == true ? line : EntryTaker.trimmed(String(rest))
    }
}
