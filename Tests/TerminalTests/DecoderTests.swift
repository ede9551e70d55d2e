import Terminal
import Testing

/// What a terminal sends and what it means, as one table for all the tests below.
private let table: [(bytes: String, means: [Input])] = [
    ("a", [.key(Key(.character("a")))]),
    ("店", [.key(Key(.character("店")))]),
    ("😀", [.key(Key(.character("😀")))]),
    ("\r", [.key(Key(.enter))]),
    ("\t", [.key(Key(.tab))]),
    ("\u{7F}", [.key(Key(.backspace))]),
    ("\u{08}", [.key(Key(.backspace))]),
    ("\u{00}", [.key(Key(.character(" "), .control))]),
    ("\u{0B}", [.key(Key(.character("k"), .control))]),
    ("\u{0A}", [.key(Key(.character("j"), .control))]),
    ("\u{1A}", [.key(Key(.character("z"), .control))]),
    ("\u{1F}", [.key(Key(.character("_"), .control))]),
    ("\u{1B}j", [.key(Key(.character("j"), .alt))]),
    ("\u{1B}J", [.key(Key(.character("j"), [.alt, .shift]))]),
    ("\u{1B}1", [.key(Key(.character("1"), .alt))]),
    ("\u{1B}\r", [.key(Key(.enter, .alt))]),
    ("\u{1B}店", [.key(Key(.character("店"), .alt))]),
    ("\u{1B}\u{7F}", [.key(Key(.backspace, .alt))]),
    ("\u{1B}[A", [.key(Key(.up))]),
    ("\u{1B}OA", [.key(Key(.up))]),
    ("\u{1B}[1;5D", [.key(Key(.left, .control))]),
    ("\u{1B}[1;3C", [.key(Key(.right, .alt))]),
    ("\u{1B}[1;2B", [.key(Key(.down, .shift))]),
    ("\u{1B}\u{1B}[A", [.key(Key(.up, .alt))]),
    ("\u{1B}O5A", [.key(Key(.up, .control))]),
    ("\u{1B}[a", [.key(Key(.up, .shift))]),
    ("\u{1B}[Z", [.key(Key(.backTab))]),
    ("\u{1B}[H", [.key(Key(.home))]),
    ("\u{1B}OF", [.key(Key(.end))]),
    ("\u{1B}[1~", [.key(Key(.home))]),
    ("\u{1B}[3~", [.key(Key(.delete))]),
    ("\u{1B}[3;5~", [.key(Key(.delete, .control))]),
    ("\u{1B}[3$", [.key(Key(.delete, .shift))]),
    ("\u{1B}[3^", [.key(Key(.delete, .control))]),
    ("\u{1B}[5~", [.key(Key(.pageUp))]),
    ("\u{1B}[6~", [.key(Key(.pageDown))]),
    ("\u{1B}OP", [.key(Key(.function(1)))]),
    ("\u{1B}[[A", [.key(Key(.function(1)))]),
    ("\u{1B}[11~", [.key(Key(.function(1)))]),
    ("\u{1B}[[E", [.key(Key(.function(5)))]),
    ("\u{1B}[15~", [.key(Key(.function(5)))]),
    ("\u{1B}[24~", [.key(Key(.function(12)))]),
    ("\u{1B}[1;2P", [.key(Key(.function(13)))]),
    ("\u{1B}[25~", [.key(Key(.function(13)))]),
    ("\u{1B}[26~", [.key(Key(.function(14)))]),
    ("\u{1B}[1;2Q", [.key(Key(.function(14)))]),
    ("\u{1B}[1;2R", [.key(Key(.function(15)))]),
    ("\u{1B}[28~", [.key(Key(.function(15)))]),
    ("\u{1B}[15;2~", [.key(Key(.function(17)))]),
    ("\u{1B}[42~", [.key(Key(.function(21)))]),
    ("\u{1B}[45~", [.key(Key(.function(24)))]),
    ("\u{1B}[57376u", [.key(Key(.function(13)))]),
    ("\u{1B}[34~", [.key(Key(.function(20)))]),
    ("\u{1B}[24;2~", [.key(Key(.function(24)))]),
    ("\u{1B}[57387u", [.key(Key(.function(24)))]),
    ("\u{1B}[1;5P", [.key(Key(.function(1), .control))]),
    ("\u{1B}[13;3u", [.key(Key(.enter, .alt))]),
    ("\u{1B}[27;5;107~", [.key(Key(.character("k"), .control))]),
    ("\u{1B}Op", [.key(Key(.character("0")))]),
    ("\u{1B}OM", [.key(Key(.enter))]),
    ("\u{1B}[200~亲\r好\u{1B}[201~", [.paste("亲\n好")]),
    (
        "\u{1B}[200~a\r\nb\u{1B}[Ac\u{1B}[201~x",
        [.paste("a\nb\u{1B}[Ac"), .key(Key(.character("x")))]
    ),
    ("\u{1B}[<0;3;4M", [.mouse(Mouse(.press(.left), at: Point(x: 2, y: 3)))]),
    ("\u{1B}[<2;3;4m", [.mouse(Mouse(.release(.right), at: Point(x: 2, y: 3)))]),
    ("\u{1B}[<64;10;5M", [.mouse(Mouse(.wheelUp, at: Point(x: 9, y: 4)))]),
    ("\u{1B}[<65;10;5M", [.mouse(Mouse(.wheelDown, at: Point(x: 9, y: 4)))]),
    ("\u{1B}[<48;1;1M", [.mouse(Mouse(.drag(.left), at: Point(x: 0, y: 0), modifiers: .control))]),
    ("\u{1B}[M !!", [.mouse(Mouse(.press(.left), at: Point(x: 0, y: 0)))]),
    ("\u{1B}[M`*&", [.mouse(Mouse(.wheelUp, at: Point(x: 9, y: 5)))]),
    ("\u{1B}[I", [.focus(true)]),
    ("\u{1B}[O", [.focus(false)]),
    ("\u{1B}[99;99~", [.unknown("ESC[99;99~")]),
    ("\u{1B}[?25;1!z", []),
    ("\u{1B}]11;rgb:0000/0000/0000\u{07}", []),
    ("\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", []),
    ("\u{1B}P1$r0m\u{1B}\\", []),
    ("\u{1B}[?62;22c", []),
    ("\u{1B}[?2026;2$y", []),
    ("abc\r", ["a", "b", "c"].map { .key(Key(.character($0))) } + [.key(Key(.enter))]),
]

private func inputs(_ heard: [Heard]) -> [Input] {
    heard.compactMap {
        if case .input(let input) = $0.meaning { input } else { nil }
    }
}

@Suite struct `The decoder` {
    private func decoded(_ parts: [[UInt8]]) -> [Input] {
        var decoder = InputDecoder()
        var heard: [Heard] = []
        for part in parts { heard += decoder.feed(part) }
        while decoder.patience != nil { heard += decoder.settle() }
        return inputs(heard)
    }

    @Test(arguments: table.indices)
    func `knows what a terminal sends`(row: Int) {
        #expect(decoded([Array(table[row].bytes.utf8)]) == table[row].means)
    }

    @Test(arguments: table.indices)
    func `does not care where the bytes are cut`(row: Int) {
        let bytes = Array(table[row].bytes.utf8)
        for cut in 0...bytes.count {
            #expect(decoded([Array(bytes[..<cut]), Array(bytes[cut...])]) == table[row].means)
        }
        #expect(decoded(bytes.map { [$0] }) == table[row].means)
    }

    @Test(arguments: table.indices)
    func `goes on correctly behind every sequence`(row: Int) {
        let bytes = Array(table[row].bytes.utf8)
        #expect(
            decoded([bytes + Array("店z".utf8)]).suffix(2) == [
                .key(Key(.character("店"))), .key(Key(.character("z"))),
            ])
    }

    @Test func `a lone Esc is decided within 25 milliseconds`() {
        var decoder = InputDecoder()
        #expect(decoder.feed([0x1B]).isEmpty)
        #expect(decoder.patience == 20)
        #expect(inputs(decoder.settle()) == [.key(Key(.escape))])
        #expect(decoder.patience == nil)
    }

    @Test func `two presses of Esc are two`() {
        #expect(decoded([[0x1B, 0x1B]]) == [.key(Key(.escape)), .key(Key(.escape))])
    }

    @Test func `Alt with a bracket is a key when nothing follows`() {
        #expect(decoded([[0x1B, 0x5B]]) == [.key(Key(.character("["), .alt))])
        #expect(decoded([[0x1B, 0x4F]]) == [.key(Key(.character("o"), [.alt, .shift]))])
        #expect(decoded([[0x1B, 0x5D]]) == [.key(Key(.character("]"), .alt))])
    }

    @Test(
        arguments: [
            [0xFF], [0xC3], [0x80], [0xE5, 0xBA], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xC0, 0x80], [0xF0, 0x9F, 0x98],
        ] as [[UInt8]])
    func `a byte that is not UTF-8 is not the end`(bytes: [UInt8]) {
        let inputs = decoded([bytes + [0x78, 0x0D]])
        #expect(inputs.suffix(2) == [.key(Key(.character("x"))), .key(Key(.enter))])
        #expect(inputs.dropLast(2).allSatisfy { if case .unknown = $0 { true } else { false } })
    }

    @Test func `a burst without paste brackets is keys, however fast`() {
        let digits = String(repeating: "6901234567892\r", count: 80)
        let inputs = decoded([Array(digits.utf8)])
        #expect(inputs.count == 80 * 14)
        #expect(inputs.allSatisfy { if case .key = $0 { true } else { false } })
    }

    @Test func `a family typed by an input method is one key`() {
        #expect(
            decoded([Array("👨‍👩‍👧e\u{301}🇨🇳".utf8)]) == [
                .key(Key(.character("👨‍👩‍👧"))), .key(Key(.character("é"))), .key(Key(.character("🇨🇳"))),
            ])
    }

    @Test func `a cursor report is only taken for one when it was asked for`() {
        var decoder = InputDecoder()
        decoder.expectCursors(1)
        let heard = decoder.feed(Array("\u{1B}[1;2R\u{1B}[1;2R".utf8))
        #expect(
            heard.map(\.meaning) == [
                .report(.cursor(Point(x: 1, y: 0))), .input(.key(Key(.function(15)))),
            ])
    }

    @Test func `a paste that never ends is handed over and typing goes on`() {
        var decoder = InputDecoder()
        #expect(decoder.feed(Array("\u{1B}[200~abc".utf8)).isEmpty)
        #expect(inputs(decoder.settle()) == [.paste("abc")])
        #expect(inputs(decoder.feed([0x78])) == [.key(Key(.character("x")))])
    }

    @Test func `a huge paste arrives whole`() {
        let text = String(repeating: "退款原因：", count: 400_000)
        let inputs = decoded([Array(("\u{1B}[200~" + text + "\u{1B}[201~").utf8)])
        let pasted = inputs.map { if case .paste(let part) = $0 { part } else { "" } }.joined()
        #expect(pasted == text)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `random bytes never leave it stuck`(seed: UInt64) {
        var dice = SeededDice(seed: seed)
        // Mostly bytes that begin or continue sequences, which is where trouble is.
        let pool: [UInt8] =
            Array("\u{1B}\u{1B}\u{1B}[[[]OPM<?;:0123456789~ABuR$^mtyc\u{07}\\\r".utf8)
            + Array(0...255)
        var decoder = InputDecoder()
        for _ in 0..<60 {
            let count = Int.random(in: 0...40, using: &dice)
            _ = decoder.feed((0..<count).map { _ in pool.randomElement(using: &dice) ?? 0 })
            if Bool.random(using: &dice) { _ = decoder.settle() }
        }
        var rounds = 0
        while decoder.patience != nil, rounds < 4000 {
            _ = decoder.settle()
            rounds += 1
        }
        #expect(decoder.patience == nil)
        #expect(
            inputs(decoder.feed(Array("好\r".utf8))) == [
                .key(Key(.character("好"))), .key(Key(.enter)),
            ])
    }
}

/// Chance that is the same in every run.
struct SeededDice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
