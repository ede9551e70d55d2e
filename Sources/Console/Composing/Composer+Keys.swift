public import Engine
public import Terminal

extension Composer {
    /// Something a person does to the text with one key.
    public enum Edit: String, Hashable, Sendable, CaseIterable {
        case left, right, up, down, wordLeft, wordRight
        case rowStart, rowEnd, lineStart, lineEnd, textStart, textEnd
        case backspace, delete, newline
        case killWordBack, killWordAhead, killToLineStart, killToLineEnd
        case yank, yankOlder, undo, redo
    }

    /// Does what an unmodified key map would do with this key; false when the key is none of
    /// the composer's (Enter among them: whether it sends is the desk's to say).
    public mutating func handle(_ key: Key, sent: SentHistory? = nil) -> Bool {
        if let character = key.typed {
            insert(String(character))
            return true
        }
        guard let edit = Edit.byKey[key] else { return false }
        perform(edit, sent: sent)
        return true
    }

    /// One edit. With the messages sent so far, Up in an empty text or on its first line brings
    /// them back.
    public mutating func perform(_ edit: Edit, sent: SentHistory? = nil) {
        switch edit {
        case .left: move(to: caret - 1)
        case .right: move(to: caret + 1)
        case .up:
            if let sent, isUpHistory, recallOlder(in: sent) { return }
            moveLine(by: -1)
        case .down:
            if let sent, isDownHistory, recallNewer(in: sent) { return }
            moveLine(by: 1)
        case .wordLeft: move(to: wordBefore())
        case .wordRight: move(to: wordAfter())
        case .rowStart: move(to: lineStart(caretLine))
        case .rowEnd: move(to: lineEnd(caretLine))
        case .lineStart:
            let start = paragraph(around: caret).lowerBound
            move(to: start == caret ? 0 : start)
        case .lineEnd:
            let end = paragraph(around: caret).upperBound
            move(to: end == caret ? content.count : end)
        case .textStart: move(to: 0)
        case .textEnd: move(to: content.count)
        case .backspace: erase(max(0, caret - 1)..<caret)
        case .delete: erase(caret..<min(content.count, caret + 1))
        case .newline: insert("\n")
        case .killWordBack: kill(wordBefore()..<caret, ahead: false)
        case .killWordAhead: kill(caret..<wordAfter(), ahead: true)
        case .killToLineStart:
            let start = paragraph(around: caret).lowerBound
            kill((start == caret ? max(0, caret - 1) : start)..<caret, ahead: false)
        case .killToLineEnd:
            let end = paragraph(around: caret).upperBound
            kill(caret..<(end == caret ? min(content.count, caret + 1) : end), ahead: true)
        case .yank: yank()
        case .yankOlder: yankOlder()
        case .undo:
            forgetPassing()
            if let last = undo.stepBack() { step(last, back: true) }
        case .redo:
            forgetPassing()
            if let next = undo.stepForth() { step(next, back: false) }
        }
    }
}

extension Composer.Edit {
    /// The keys as a keymap file names them, the one to show first.
    public var defaultKeys: [String] {
        switch self {
        case .left: ["Left", "Ctrl-B"]
        case .right: ["Right", "Ctrl-F"]
        case .up: ["Up"]
        case .down: ["Down"]
        case .wordLeft: ["Alt-B", "Ctrl-Left", "Alt-Left"]
        case .wordRight: ["Alt-F", "Ctrl-Right", "Alt-Right"]
        case .rowStart: ["Home"]
        case .rowEnd: ["End"]
        case .lineStart: ["Ctrl-A"]
        case .lineEnd: ["Ctrl-E"]
        case .textStart: ["Ctrl-Home"]
        case .textEnd: ["Ctrl-End"]
        case .backspace: ["Backspace"]
        case .delete: ["Delete", "Ctrl-D"]
        case .newline: ["Alt-Enter", "Shift-Enter", "Ctrl-J"]
        case .killWordBack: ["Ctrl-W", "Alt-Backspace"]
        case .killWordAhead: ["Alt-D", "Ctrl-Delete", "Alt-Delete"]
        case .killToLineStart: ["Ctrl-U"]
        case .killToLineEnd: ["Ctrl-K"]
        case .yank: ["Ctrl-Y"]
        case .yankOlder: ["Alt-Y"]
        case .undo: ["Ctrl-_"]
        case .redo: ["Alt-Shift-U", "Alt-_"]
        }
    }

    /// What it does, for help and palette.
    public var help: Bilingual {
        switch self {
        case .left: Bilingual(zh: "左移一字", en: "one character left")
        case .right: Bilingual(zh: "右移一字", en: "one character right")
        case .up: Bilingual(zh: "上一行；首行为上一条已发消息", en: "line up; on the first, last sent")
        case .down: Bilingual(zh: "下一行", en: "line down")
        case .wordLeft: Bilingual(zh: "左移一词", en: "one word left")
        case .wordRight: Bilingual(zh: "右移一词", en: "one word right")
        case .rowStart: Bilingual(zh: "屏幕行首", en: "start of the row")
        case .rowEnd: Bilingual(zh: "屏幕行尾", en: "end of the row")
        case .lineStart: Bilingual(zh: "行首，再按到文首", en: "start of line, again: of text")
        case .lineEnd: Bilingual(zh: "行尾，再按到文尾", en: "end of line, again: of text")
        case .textStart: Bilingual(zh: "文首", en: "start of the text")
        case .textEnd: Bilingual(zh: "文尾", en: "end of the text")
        case .backspace: Bilingual(zh: "删前一字", en: "erase the character before")
        case .delete: Bilingual(zh: "删后一字", en: "erase the character behind")
        case .newline: Bilingual(zh: "换行", en: "new line")
        case .killWordBack: Bilingual(zh: "剪掉前一词", en: "cut the word before")
        case .killWordAhead: Bilingual(zh: "剪掉后一词", en: "cut the word behind")
        case .killToLineStart: Bilingual(zh: "剪到行首", en: "cut to the start of the line")
        case .killToLineEnd: Bilingual(zh: "剪到行尾", en: "cut to the end of the line")
        case .yank: Bilingual(zh: "贴回剪下的字", en: "put back what was cut")
        case .yankOlder: Bilingual(zh: "换成更早剪下的", en: "the cut before that instead")
        case .undo: Bilingual(zh: "撤销编辑", en: "undo typing")
        case .redo: Bilingual(zh: "重做编辑", en: "redo typing")
        }
    }

    fileprivate static let byKey: [Key: Composer.Edit] = Dictionary(
        allCases.flatMap { edit in
            edit.defaultKeys.compactMap { Key(name: $0) }.map { ($0, edit) }
        },
        uniquingKeysWith: { first, _ in first })
}
