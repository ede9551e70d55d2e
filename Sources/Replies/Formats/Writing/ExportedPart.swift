public import Engine

/// A part of replies and macros that not every kind of file has a place for.
public enum ExportedPart: Hashable, Sendable {
    /// The text in this tongue; the other one was written.
    case text(Tongue)
    case label, code
    /// Codes behind the first.
    case otherCodes
    case folder, stage, channel, keys, words, tags
    /// Of which orders, and at what time of day, it is true.
    case moment
    /// That it is one person's own.
    case scope
    case filter, lines
    /// Where the caret goes, `$|$`.
    case caret
    /// What a question offers or has filled in.
    case choices
    case macros
    /// When a macro may run.
    case condition

    /// What it is called in a sentence.
    public var title: Bilingual {
        switch self {
        case .text(.chinese): Bilingual(zh: "中文", en: "Chinese texts")
        case .text(.english): Bilingual(zh: "英文", en: "English texts")
        case .label: Bilingual(zh: "标题", en: "titles")
        case .code: Bilingual(zh: "短码", en: "codes")
        case .otherCodes: Bilingual(zh: "第二个短码", en: "second codes")
        case .folder: Bilingual(zh: "文件夹", en: "folders")
        case .stage: Bilingual(zh: "阶段", en: "stages")
        case .channel: Bilingual(zh: "渠道", en: "channels")
        case .moment: Bilingual(zh: "订单状态和钟点", en: "order states and hours")
        case .keys: Bilingual(zh: "按键", en: "keys")
        case .words: Bilingual(zh: "查找词", en: "search terms")
        case .tags: Bilingual(zh: "标签", en: "tags")
        case .scope: Bilingual(zh: "个人", en: "whose they are")
        case .filter: Bilingual(zh: "过滤器", en: "filters")
        case .lines: Bilingual(zh: "换行", en: "line ends")
        case .caret: Bilingual(zh: "光标", en: "the caret's place")
        case .choices: Bilingual(zh: "选项", en: "choices and defaults")
        case .macros: Bilingual(zh: "宏", en: "macros")
        case .condition: Bilingual(zh: "when", en: "when a macro may run")
        }
    }
}

extension ReplyFormat {
    /// Whether files of this kind have a place for this part of a reply.
    func holds(_ part: ExportedPart) -> Bool {
        switch part {
        case .text, .stage, .channel, .moment, .keys, .filter, .macros, .condition: self == .xiaoer
        case .label, .words: [.xiaoer, .espanso, .zammad, .csv].contains(self)
        // Text modules have names and no codes; ours are found by codes.
        case .code: self != .zammad
        case .otherCodes: [.xiaoer, .espanso, .zammad].contains(self)
        case .folder: [.xiaoer, .zammad, .qianniu, .csv, .plain].contains(self)
        // Where there are no tags they are search terms.
        case .tags: [.xiaoer, .espanso, .zammad, .csv, .rocketChat].contains(self)
        case .scope: [.xiaoer, .rocketChat].contains(self)
        case .lines: self != .plain
        case .choices, .caret: [.xiaoer, .espanso].contains(self)
        }
    }
}

extension ExportWriter {
    /// Notes each part that does not go along once, with the replies that have it.
    mutating func noteLosses(of snippets: [Snippet]) {
        let parts: [ExportedPart] = [
            .text(tongue == .chinese ? .english : .chinese), .label, .code, .otherCodes, .folder,
            .stage, .channel, .moment, .keys, .words, .tags, .scope, .filter, .lines, .caret,
            .choices,
        ]
        for part in parts where !format.holds(part) {
            let codes = snippets.filter { $0.has(part, in: tongue) }.map(\.code)
            if !codes.isEmpty { note("", .lost(part, of: codes)) }
        }
    }
}

extension Snippet {
    fileprivate func has(_ part: ExportedPart, in tongue: Tongue) -> Bool {
        switch part {
        case .text: text.zh != text.en
        // The beginning of the text is what it is called anyway.
        case .label: label[tongue] != SnippetFile.label(of: text)[tongue]
        case .code: true
        case .otherCodes: codes.count > 1
        case .folder: group != nil
        case .stage: !stages.isEmpty
        case .channel: !channels.isEmpty
        case .moment: truth != .always
        case .keys: !keys.isEmpty
        case .words: !words.isEmpty
        case .tags: !tags.isEmpty
        case .scope: scope == .personal
        case .filter: Holes(text[tongue]).contains { $0.isVariable && !$0.filters.isEmpty }
        case .lines: text[tongue].contains(where: \.isNewline)
        case .caret: text[tongue].contains("$|$")
        case .choices: variables.contains { $0.value.offers }
        case .macros, .condition: false
        }
    }
}

extension VariableValue {
    /// Whether it has something to choose from, filled in, or of a form of its own.
    fileprivate var offers: Bool {
        switch self {
        case .choice, .random, .date: true
        case .form(_, let fields):
            fields.contains { field in
                switch field.kind {
                case .choice: true
                case .text, .multiline: field.value != nil
                }
            }
        case .echo, .clipboard, .match, .reply: false
        }
    }
}
