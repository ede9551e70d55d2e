import Terminal
import Testing

@testable import Console

/// A small generator so that a failing run can be repeated by its seed.
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        var mixed = state
        mixed = (mixed ^ (mixed >> 33)) &* 0xff51_afd7_ed55_8ccd
        return mixed ^ (mixed >> 33)
    }
}

private let pieces = [
    "发", "货，", "a", "word ", " ", "\n", "👍🏽", "🇨🇳", "🇺", "e\u{301}", "\u{301}", "“好”", "、",
    "　", "long-unbroken-latin-word", "👨‍👩‍👧", "你好世界这是一段很长的话没有空格", "\u{200D}", "\u{FE0F}", "❤",
]

private func edit(_ box: inout Composer, _ dice: inout Dice) {
    if Int.random(in: 0..<10, using: &dice) < 5 {
        box.insert(pieces.randomElement(using: &dice) ?? "")
    } else if Int.random(in: 0..<10, using: &dice) < 2 {
        box.move(to: Int.random(in: 0...max(1, box.count), using: &dice))
    } else {
        box.perform(Composer.Edit.allCases.randomElement(using: &dice) ?? .left)
    }
}

@Suite struct `Composer under random edits` {
    @Test(arguments: 1...60)
    func `wraps around a change exactly as it would wrap the whole`(seed: UInt64) {
        var dice = Dice(state: seed)
        var box = Composer()
        box.fit(Size(columns: Int.random(in: 2...24, using: &dice), rows: 3), gate: TextGate())
        for _ in 0..<150 {
            edit(&box, &dice)
            let whole = LineBreaks(
                box.content.characters, width: box.breaks.width, gate: box.breaks.gate)
            #expect(box.breaks.starts == whole.starts, "seed \(seed): \(box.text.debugDescription)")
            if box.breaks.starts != whole.starts { return }
        }
    }

    @Test(arguments: 1...60)
    func `the caret never stands inside a character`(seed: UInt64) {
        var dice = Dice(state: seed &* 977)
        var box = Composer()
        for _ in 0..<150 {
            edit(&box, &dice)
            #expect(box.content.characters == Array(box.text))
            #expect((0...box.text.count).contains(box.caret))
        }
    }

    @Test(arguments: 1...60)
    func `undoing everything returns to the start and redoing to the end`(seed: UInt64) {
        var dice = Dice(state: seed &* 31)
        var box = Composer(draft: Draft(text: "开头", caret: 2))
        for _ in 0..<120 {
            edit(&box, &dice)
        }
        for _ in 0..<400 { box.perform(.redo) }
        let last = box.text
        for _ in 0..<400 { box.perform(.undo) }
        #expect(box.text == "开头")
        for _ in 0..<400 { box.perform(.redo) }
        #expect(box.text == last)
    }

    @Test(arguments: 1...40)
    func `the lines together are the whole text and each fits`(seed: UInt64) {
        var dice = Dice(state: seed &* 131)
        var box = Composer()
        for _ in 0..<80 { edit(&box, &dice) }
        let width = Int.random(in: 4...30, using: &dice)
        let gate = TextGate()
        let (lines, caret) = box.lines(width: width, gate: gate)
        var place = 0
        for line in lines {
            #expect(line.range.lowerBound == place)
            place = line.range.upperBound
            let visible = line.text.reversed().drop { $0 == " " || $0 == "　" }
            #expect(gate.width(of: String(visible.reversed())) <= width - 1)
        }
        #expect(place == box.count)
        #expect(caret.y < lines.count && caret.x < width)
    }
}
