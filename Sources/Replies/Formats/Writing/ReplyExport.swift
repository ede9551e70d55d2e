public import Engine
import Foundation
import Stores

/// Replies in the shape another program reads: its fields, its names for values, its encoding.
///
/// ```swift
/// let file = ReplyExport(library.snippets, macros: macros, as: .qianniu, tongue: .chinese)
/// file.bytes                    // GB18030
/// for note in file.notes { print(note.sentence(in: .chinese)) }   // what it cannot hold
/// ```
public struct ReplyExport: Sendable {
    public let bytes: [UInt8]
    public let notes: [Note]

    /// Something that the other program has no place for.
    public struct Note: Hashable, Sendable {
        /// The code or the name; empty for what is about several.
        public let entry: String
        public let fact: Fact

        public init(entry: String, fact: Fact) {
            self.entry = entry
            self.fact = fact
        }

        public enum Fact: Hashable, Sendable {
            /// A value of ours stands in square brackets.
            case bracketed(String)
            /// What these have of it could not go along; the rest of them did.
            case lost(ExportedPart, of: [String])
            /// A step of a macro that has no counterpart there: the macro was left out.
            case noCounterpart(String)
            /// There it sends by itself, or the agent does.
            case sendsOtherwise
            /// Blanks in a tag became `_`.
            case tagChanged(String)
            /// Only macros go there; so many replies were left out.
            case noReplies(Int)
        }
    }

    public init(
        _ snippets: [Snippet], macros: [ReplyMacro] = [], as format: ReplyFormat, tongue: Tongue
    ) {
        var writer = ExportWriter(format, tongue)
        // What all of them lose comes before what one of them does.
        switch format {
        case .xiaoer: break
        case .chatwootMacros, .zendesk:
            if !snippets.isEmpty { writer.note("", .noReplies(snippets.count)) }
        case .espanso, .chatwoot, .chatwootCSV, .zammad, .rocketChat, .qianniu, .csv, .plain:
            writer.noteLosses(of: snippets)
            if !macros.isEmpty { writer.note("", .lost(.macros, of: macros.map(\.name))) }
        }
        let text: String
        switch format {
        case .xiaoer: text = ReplyYAML(espanso: nil).text(snippets, macros)
        case .espanso:
            text = ReplyYAML(espanso: tongue).text(
                snippets.map { writer.espanso($0) }, [])
        case .chatwoot, .rocketChat: text = writer.canned(snippets)
        case .chatwootMacros, .zendesk: text = writer.macros(macros)
        case .chatwootCSV, .zammad, .qianniu, .csv: text = writer.table(snippets)
        case .plain: text = writer.plain(snippets)
        }
        switch format {
        case .qianniu:
            bytes = ExportWriter.gb18030(text)
        case .csv:
            // Spreadsheets take a table for UTF-8 only with the mark in front.
            bytes = [0xef, 0xbb, 0xbf] + Array(text.utf8)
        case .xiaoer, .espanso, .chatwoot, .chatwootCSV, .chatwootMacros, .zendesk, .zammad,
            .rocketChat, .plain:
            bytes = Array(text.utf8)
        }
        notes = writer.notes
    }
}

extension ReplyExport.Note {
    public func sentence(in tongue: Tongue) -> String {
        if entry.isEmpty { return words[tongue] }
        return tongue == .chinese ? "\(entry)：\(words.zh)" : "\(entry): \(words.en)"
    }

    public var words: Bilingual {
        switch fact {
        case .bracketed(let name):
            Bilingual(
                zh: "那边没有变量 {{\(name)}}，写成了方括号。",
                en: "There is no {{\(name)}} over there; it stands in brackets.")
        case .noCounterpart(let step):
            Bilingual(
                zh: "那边没有“\(step)”这一步，整个宏没有写。",
                en: "There is no step like “\(step)” there; the macro was left out.")
        case .lost(let part, let entries):
            Bilingual(
                zh: "这种文件装不下“\(part.title.zh)”，去掉了 \(entries.count) 处："
                    + ReplyExport.Note.some(entries, "、", "……"),
                en: "This kind of file has no place for \(part.title.en); left out of "
                    + "\(entries.count): " + ReplyExport.Note.some(entries, ", ", ", …"))
        case .noReplies(let count):
            Bilingual(
                zh: "这种文件只装宏，\(count) 条短语没有写。",
                en: "Only macros go into this kind of file; \(count) replies were left out.")
        case .sendsOtherwise:
            Bilingual(zh: "发送这一步那边不是这样写的。", en: "Sending is done otherwise over there.")
        case .tagChanged(let tag):
            Bilingual(zh: "标签“\(tag)”里的空格换成了 _。", en: "Blanks in the tag “\(tag)” became _.")
        }
    }

    /// The first few, and a sign where there are more.
    private static func some(_ entries: [String], _ between: String, _ more: String) -> String {
        entries.prefix(8).joined(separator: between) + (entries.count > 8 ? more : "")
    }
}
