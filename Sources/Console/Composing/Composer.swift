public import Terminal

/// The box a message is written in: a text of several lines with one caret.
///
/// ```swift
/// var composer = Composer(words: words)
/// composer.fit(area.size, gate: gate)     // once per drain of input, and on resize
/// if !composer.handle(key) { … }          // the key means something else
/// composer.draw(on: &canvas, in: area, style: theme[.input])
/// ```
///
/// A value without secrets: the desk keeps one for each conversation and stores its `draft`.
public struct Composer: Sendable {
    var content = GraphemeText()
    /// The caret stands before the character with this number.
    public internal(set) var caret = 0 {
        didSet { if caret != oldValue { revision += 1 } }
    }
    var undo = UndoHistory()
    var kills = KillRing()
    var words: WordFinder
    var breaks: LineBreaks
    /// Counts up with every change of text or caret, so that a change is seen without comparing
    /// long texts.
    public private(set) var revision = 0
    /// The first line shown.
    var top = 0
    var area = Size(columns: 80, rows: 3)
    /// The column that moving up and down tries to keep.
    var goal: Int?
    /// What Alt-Y replaces.
    var yanked: (range: Range<Int>, number: Int)?
    /// Where in the history of sent messages the text comes from, and what stood here before.
    var recalled: (number: Int, kept: Draft)?

    public init(draft: Draft = Draft(), words: WordFinder = .plain) {
        self.words = words
        breaks = LineBreaks([], width: 79, gate: TextGate())
        load(draft)
        revision = 0
    }

    /// The whole text.
    public var text: String { content.text(0..<content.count) }
    public var isEmpty: Bool { content.count == 0 }
    /// Characters as a reader counts them.
    public var count: Int { content.count }
    /// What has to be kept so that the text survives.
    public var draft: Draft { Draft(text: text, caret: caret) }

    /// Puts another text in; there is no undoing back into the one before.
    public mutating func load(_ draft: Draft) {
        content = GraphemeText()
        _ = content.replace(0..<0, with: draft.text)
        caret = min(max(0, draft.caret), content.count)
        undo = UndoHistory()
        breaks = LineBreaks(content.characters, width: breaks.width, gate: breaks.gate)
        revision += 1
        top = 0
        recalled = nil
        forgetPassing()
        scroll()
    }

    /// Takes the text out for sending and leaves an empty composer.
    public mutating func takeText() -> String {
        let taken = text
        load(Draft())
        return taken
    }

    /// Wraps for an area of this size and scrolls so that the caret is inside.
    public mutating func fit(_ size: Size, gate: TextGate) {
        area = size
        // One column stays free: the caret stands there behind a full line.
        let width = max(1, size.columns - 1)
        if breaks.width != width || breaks.gate != gate {
            breaks = LineBreaks(content.characters, width: width, gate: gate)
        }
        scroll()
    }

    /// Rows the text would take in this many columns, for sizing the box; counting stops at
    /// `most`, so that asking costs the same for any text.
    public func rows(columns: Int, gate: TextGate, most: Int = 64) -> Int {
        let width = max(1, columns - 1)
        if breaks.width == width && breaks.gate == gate { return min(most, breaks.count) }
        return LineBreaks(content.characters, width: width, gate: gate, most: most).count
    }

    /// Every change of the text goes through here.
    mutating func change(_ range: Range<Int>, to raw: String, kind: UndoHistory.Kind) {
        let before = caret
        let starts = kind == .typing && startsWord(raw)
        let (splice, after) = content.replace(range, with: raw)
        revision += 1
        caret = after
        breaks.update(
            content.characters, place: splice.place, removed: splice.removed.count,
            inserted: splice.inserted.count)
        undo.record(splice, kind: kind, before: before, after: after, startsStep: starts)
        recalled = nil
        scroll()
    }

    mutating func step(_ step: UndoHistory.Step, back: Bool) {
        let splices = back ? step.splices.reversed().map(\.reversed) : step.splices
        for splice in splices {
            content.apply(splice)
            breaks.update(
                content.characters, place: splice.place, removed: splice.removed.count,
                inserted: splice.inserted.count)
        }
        revision += 1
        caret = back ? step.before : step.after
        scroll()
    }

    /// Forgets what only makes sense right after the last key.
    mutating func forgetPassing() {
        goal = nil
        yanked = nil
        kills.stopJoining()
    }

    mutating func scroll() {
        let rows = max(1, area.rows)
        let line = breaks.line(at: caret)
        top = min(top, max(0, breaks.count - rows))
        if line < top { top = line }
        if line >= top + rows { top = line - rows + 1 }
    }
}
