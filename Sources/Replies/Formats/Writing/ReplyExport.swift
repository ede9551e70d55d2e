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
        public let entry: String
        public let fact: Fact

        public enum Fact: Hashable, Sendable {
            /// A value of ours stands in square brackets.
            case bracketed(String)
            /// The caret's place was taken out.
            case noCaret
            /// A step of a macro that has no counterpart there.
            case noCounterpart(String)
            /// There it sends by itself, or the agent does.
            case sendsOtherwise
            /// Blanks in a tag became `_`.
            case tagChanged(String)
            case noMacros
        }
    }

    public init(
        _ snippets: [Snippet], macros: [ReplyMacro] = [], as format: ReplyFormat, tongue: Tongue
    ) {
        var writer = ExportWriter(format, tongue)
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
        case .chatwootMacros, .zendesk, .xiaoer: break
        case .espanso, .chatwoot, .chatwootCSV, .zammad, .rocketChat, .qianniu, .csv, .plain:
            for macro in macros { writer.note(macro.name, .noMacros) }
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
        tongue == .chinese ? "\(entry)：\(words.zh)" : "\(entry): \(words.en)"
    }

    public var words: Bilingual {
        switch fact {
        case .bracketed(let name):
            Bilingual(
                zh: "那边没有变量 {{\(name)}}，写成了方括号。",
                en: "There is no {{\(name)}} over there; it stands in brackets.")
        case .noCaret: Bilingual(zh: "光标记号去掉了。", en: "The caret's mark was taken out.")
        case .noCounterpart(let step):
            Bilingual(
                zh: "“\(step)”这一步那边没有，没有写。", en: "There is no step like “\(step)” there; left out.")
        case .sendsOtherwise:
            Bilingual(zh: "发送这一步那边不是这样写的。", en: "Sending is done otherwise over there.")
        case .tagChanged(let tag):
            Bilingual(zh: "标签“\(tag)”里的空格换成了 _。", en: "Blanks in the tag “\(tag)” became _.")
        case .noMacros:
            Bilingual(zh: "这种文件装不下宏，没有写。", en: "This kind of file holds no macros; left out.")
        }
    }
}
