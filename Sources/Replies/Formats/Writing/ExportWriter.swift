import Engine
import Foundation
import Stores

/// Writes one file for another program and notes what it has no place for.
struct ExportWriter {
    private(set) var notes: [ReplyExport.Note] = []
    let format: ReplyFormat
    let tongue: Tongue
    private let variables: ForeignVariables

    init(_ format: ReplyFormat, _ tongue: Tongue) {
        self.format = format
        self.tongue = tongue
        variables = ForeignVariables(format)
    }

    mutating func note(_ entry: String, _ fact: ReplyExport.Note.Fact) {
        let note = ReplyExport.Note(entry: entry, fact: fact)
        if !notes.contains(note) { notes.append(note) }
    }

    // MARK: Texts

    /// The text with its holes called as the other program calls them.
    mutating func text(_ text: String, of entry: String, own: [Variable] = []) -> String {
        var result = ""
        var place = text.startIndex
        for hole in Holes(text) where hole.isVariable {
            result += text[place..<hole.range.lowerBound]
            place = hole.range.upperBound
            let variable = own.first { $0.names.contains(hole.name) }
            if let theirs = variable == nil ? variables.theirs(hole.name) : nil {
                result += variables.hole(named: theirs)
            } else if let title = variable?.title(of: hole.name),
                let theirs = variables.hole(title)
            {
                result += theirs
            } else if case .echo(let echo)? = variable?.value {
                // A text that only had a name of its own is written out.
                result += self.text(echo[tongue], of: entry, own: own)
            } else {
                result += ForeignVariables.bracket(hole.name, tongue)
                if !variables.takesAllBrackets { note(entry, .bracketed(hole.name)) }
            }
        }
        result += text[place...]
        return result.replacing("$|$", with: "")
    }

    /// A reply whose values espanso can fill: ours stand in brackets.
    mutating func espanso(_ snippet: Snippet) -> Snippet {
        let own = snippet.ownNames
        func bracketed(_ text: String) -> String {
            var result = ""
            var place = text.startIndex
            for hole in Holes(text) where hole.isVariable {
                result += text[place..<hole.range.lowerBound]
                place = hole.range.upperBound
                if own.contains(hole.name) {
                    result += "{{\(hole.name)}}"
                } else {
                    result += ForeignVariables.bracket(hole.name, tongue)
                    note(snippet.code, .bracketed(hole.name))
                }
            }
            return result + text[place...]
        }
        let text = bracketed(snippet.text[tongue])
        return snippet.replacing(snippet.variables, text: Bilingual(zh: text, en: text))
    }

    // MARK: Lists of texts

    mutating func canned(_ snippets: [Snippet]) -> String {
        var items: [String] = []
        for (number, snippet) in snippets.enumerated() {
            let text = text(snippet.text[tongue], of: snippet.code, own: snippet.variables)
            var fields: [(String, String)] = []
            switch format {
            case .rocketChat:
                fields = [
                    ("_id", JSONText.quoted("xiaoer-\(number + 1)")),
                    ("shortcut", JSONText.quoted(snippet.code)), ("text", JSONText.quoted(text)),
                    (
                        "scope",
                        JSONText.quoted(snippet.scope == .personal ? "user" : "global")
                    ),
                    ("tags", "[" + snippet.tags.map(JSONText.quoted).joined(separator: ", ") + "]"),
                ]
            case .chatwoot, .xiaoer, .espanso, .chatwootCSV, .chatwootMacros, .zendesk, .zammad,
                .qianniu, .csv, .plain:
                fields = [
                    ("id", "\(number + 1)"), ("short_code", JSONText.quoted(snippet.code)),
                    ("content", JSONText.quoted(text)),
                ]
            }
            items.append(JSONText.object(fields, indent: format == .rocketChat ? 4 : 2))
        }
        guard format == .rocketChat else { return JSONText.array(items, indent: 2) + "\n" }
        return "{\n  \"cannedResponses\": " + JSONText.array(items, indent: 4, close: 2)
            + ",\n  \"count\": \(items.count),\n  \"offset\": 0,\n  \"total\": \(items.count),\n"
            + "  \"success\": true\n}\n"
    }

    mutating func table(_ snippets: [Snippet]) -> String {
        var lines = CSVLine.text(header)
        for snippet in snippets {
            let text = text(snippet.text[tongue], of: snippet.code, own: snippet.variables)
            let folder = snippet.folders.map { $0[tongue] }.joined(separator: "/")
            let words = (snippet.words + snippet.tags).joined(separator: ",")
            let label = snippet.label[tongue]
            switch format {
            case .chatwootCSV: lines += CSVLine.text([snippet.code, text])
            case .zammad:
                let path = (snippet.folders.map { $0[tongue] } + [label]).joined(separator: "::")
                lines += CSVLine.text([path, words, HTMLText.html(text), "", "true"])
            case .qianniu: lines += CSVLine.text([snippet.code, text, folder])
            case .csv, .xiaoer, .espanso, .chatwoot, .chatwootMacros, .zendesk, .rocketChat, .plain:
                lines += CSVLine.text([folder, snippet.code, label, text, words])
            }
        }
        return lines
    }

    private var header: [String] {
        switch format {
        case .chatwootCSV: ["short_code", "content"]
        case .zammad: ["name", "keywords", "content", "note", "active"]
        case .qianniu: ["快捷短语编码", "快捷短语", "快捷短语分组"]
        case .csv, .xiaoer, .espanso, .chatwoot, .chatwootMacros, .zendesk, .rocketChat, .plain:
            tongue == .chinese
                ? ["分组", "编码", "标题", "内容", "关键词"]
                : ["folder", "code", "title", "content", "keywords"]
        }
    }

    mutating func plain(_ snippets: [Snippet]) -> String {
        var lines: [String] = []
        var folder = ""
        for snippet in snippets {
            let here = snippet.folders.map { $0[tongue] }.joined(separator: "/")
            if here != folder { lines += (lines.isEmpty ? [] : [""]) + ["# " + here] }
            folder = here
            let text = text(snippet.text[tongue], of: snippet.code, own: snippet.variables)
            let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
            lines.append(snippet.code + "\t" + line)
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// As programs in China read it; a character it does not have cannot be: it has all of Unicode.
    static func gb18030(_ text: String) -> [UInt8] {
        let encoding = String.Encoding(rawValue: 0x8000_0000 | 0x0632)
        return text.data(using: encoding).map(Array.init) ?? Array(text.utf8)
    }
}

extension HTMLText {
    /// A text as Zammad keeps it: lines as `<div>`.
    static func html(_ text: String) -> String {
        let safe = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;")
        let lines = safe.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { $0.isEmpty ? "<div><br></div>" : "<div>\($0)</div>" }.joined()
    }
}

/// JSON for people to look at: a field a line, in the order in which the other program writes them.
enum JSONText {
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case _ where scalar.value < 0x20:
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            case _: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    static func object(_ fields: [(name: String, value: String)], indent: Int) -> String {
        let pad = String(repeating: " ", count: indent)
        let lines = fields.map { "\(pad)  \"\($0.name)\": \($0.value)" }
        return "{\n" + lines.joined(separator: ",\n") + "\n\(pad)}"
    }

    static func array(_ items: [String], indent: Int, close: Int = 0) -> String {
        if items.isEmpty { return "[]" }
        let pad = String(repeating: " ", count: indent)
        return "[\n" + items.map { pad + $0 }.joined(separator: ",\n") + "\n"
            + String(repeating: " ", count: close) + "]"
    }
}
