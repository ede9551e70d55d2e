import Engine
import Macros
import Replies
import Terminal

/// What came of a file that was brought along: its replies and other programs' macros, and, where
/// it is one of ours, its macros as they are.
struct BroughtAlong {
    let foreign: ReplyImport
    private let own: MacroLibrary

    init(_ foreign: ReplyImport, of bytes: [UInt8], named file: String) {
        self.foreign = foreign
        var own = MacroLibrary()
        switch foreign.format {
        case .xiaoer, .espanso:
            // What was read as replies is text.
            if let text = try? FileText.decode(bytes) { own.add(yaml: text, named: file) }
        case .chatwoot, .chatwootCSV, .chatwootMacros, .zendesk, .zammad, .rocketChat, .qianniu,
            .csv, .plain:
            break
        }
        self.own = own
    }

    var macros: Int { foreign.macros.count + own.macros.count }
    var count: Int { foreign.replies.count + macros }

    var yaml: String {
        own.macros.isEmpty
            ? foreign.yaml
            : OwnFile.text(foreign.replies.isEmpty ? "" : foreign.yaml, own.macros)
    }

    /// One thing that was changed or left out.
    struct Note {
        var line: Int
        var entry: String
        var kind: ReplyImport.Note.Kind
        var words: Bilingual

        func sentence(in tongue: Tongue) -> String {
            let head = [line > 0 ? "\(line)" : "", entry].filter { !$0.isEmpty }
            return head.joined(separator: " ") + (tongue == .chinese ? "：" : ": ") + words[tongue]
        }
    }

    /// In the order of the lines.
    var notes: [Note] {
        let all =
            foreign.notes.map {
                Note(line: $0.line, entry: $0.entry, kind: $0.kind, words: $0.words)
            }
            + own.problems.map { Note(line: $0.line, entry: "", kind: .refused, words: $0.words) }
        return all.enumerated().sorted {
            ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }.map(\.element)
    }

    func sentences(in tongue: Tongue) -> [String] {
        let gate = TextGate()
        let changed = notes.count { $0.kind == .changed }
        let refused = notes.count { $0.kind == .refused }
        let name = foreign.format.rawValue
        let head =
            tongue == .chinese
            ? "\(name)：收了 \(foreign.replies.count) 条短语、\(macros) 个宏，"
                + "改了 \(changed) 处，没收 \(refused) 处。"
            : "\(name): took \(foreign.replies.count) replies and \(macros) macros, "
                + "changed \(changed) things, refused \(refused)."
        return [head] + notes.map { "  " + gate.cleaned($0.sentence(in: tongue)) }
    }
}

/// A file of ours: replies, and macros as their own room writes them.
enum OwnFile {
    /// - Parameter replies: under `matches:`; empty for none.
    static func text(_ replies: String, _ macros: [Macro]) -> String {
        macros.isEmpty ? replies : replies + Macro.yaml(macros)
    }

    static func text(_ replies: [Snippet], _ macros: [Macro], _ tongue: Tongue) -> String {
        let export = ReplyExport(replies, as: .xiaoer, tongue: tongue)
        return text(
            replies.isEmpty ? "" : String(decoding: export.bytes, as: UTF8.self), macros)
    }
}
