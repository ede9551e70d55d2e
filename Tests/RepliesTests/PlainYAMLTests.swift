import Engine
import Foundation
import Support
import Testing
import Yams

@testable import Replies

/// The quick reader may refuse anything; what it reads, it reads as the full parser does.
@Suite struct `The plain reader of YAML` {
    private func full(_ text: String) -> YAMLTree? {
        (try? Yams.compose(yaml: text))?.map(YAMLTree.init)
    }

    @Test(arguments: [
        "a: b\n", "a:\n  b: c\n  d: 'it''s'\n", "- a\n- b\n", "a:\n- b\n- c: d\n  e: f\n",
        "a: |\n  one\n\n   two\n\nb: |-\n  three\n# end\n", "a: [b, \"c, d\", {e: f}]\n",
        "a: \"\\u53d1\\n\\\"x\\\"\"  # note\nb: c#d e\n", "发货: {zh: 明天, en: \"To: morrow\"}\n",
        "a: ~\nb: {}\nc: []\n", "# only\na: b # c", "a:\n  - b: |\n      x\n    c: d\n",
    ])
    func `reads the plain shape itself`(text: String) throws {
        let plain = try #require(PlainYAML.read(text))
        #expect(plain == full(text))
    }

    @Test(arguments: [
        "", "text", "a: &x b\n", "a: *x\n", "a: >\n  b\n", "a: b\n  c\n", "a: b: c\n", "a:\tb\n",
        "a: \"b\n  c\"\n", "---\na: b\n", "a: !!str b\n", "? a\n: b\n", "a: b\r\nc: d\r\n",
        "a: b\na: c\n", "a:\nb: c\n", "- - a\n", "a: {b: c,\n  d: e}\n", "a: |\n", "a: \"\\x41\"\n",
        "a: 'b\n", "a: [b\n", "a:\n   b: c\n  d: e\n", "a: |2\n   b\n", "a: \"b\" c\n", "a: @b\n",
    ])
    func `leaves everything else to the full parser`(text: String) {
        #expect(PlainYAML.read(text) == nil)
    }

    @Test func `agrees with the full parser on every shipped file`() {
        for pack in ["first-shift", "first-steps", "promotion-night"] {
            let path = Repository.path("Packs/\(pack)/replies.yaml")
            let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
            #expect(PlainYAML.read(text) == full(text), "\(pack)")
            #expect(PlainYAML.read(text) != nil, "\(pack) is read the slow way")
        }
    }

    @Test func `agrees with the full parser on ten thousand broken files`() {
        var dice = Dice(seed: 5)
        var read = 0
        for round in 0..<10_000 {
            var writer = YAMLScribbler(dice: dice)
            var text = writer.document()
            // Then somebody's hand slips.
            for _ in 0..<writer.dice.roll(0...3) { text = writer.slip(text) }
            dice = writer.dice
            guard let plain = PlainYAML.read(text) else { continue }
            read += 1
            guard plain == full(text) else {
                Issue.record("round \(round): \(text)\n\(plain)\n\(String(describing: full(text)))")
                return
            }
        }
        // It is of no use if it refuses most of what people write.
        #expect(read > 1_200, "read \(read)")
    }
}

/// Writes YAML of all kinds, right and wrong.
struct YAMLScribbler {
    var dice: Dice

    private static let words = [
        "发货", "a", "it's", "x: y", "10:30", "#1", "no #2", "\"q\"", "{{order.id}}", "- b", "~", "1",
        "",
        "a, b", "[z]", "{k}", "tail ", " head", "!t", "&r", "*s", "%d", "@", "`", "|", ">", "?",
        "é",
        "👍🏽", "\\n", "https://x.cn/a?b=1#c", "true", "$|$", "-", "a:b", ":", "end:", "''", "\u{a0}",
    ]
    private static let names = [
        "zh", "en", "replace", "发货", "a-b", "x.y", "1", "-k", "trigger", "a b",
    ]

    mutating func document() -> String { block(0, depth: 0) }

    private mutating func block(_ indent: Int, depth: Int) -> String {
        let pad = String(repeating: " ", count: indent)
        let isList = dice.chance(percent: 40)
        var text = ""
        for number in 0..<dice.roll(1...4) {
            if dice.chance(percent: 8) {
                text += dice.pick(["\n", "# note\n", pad + "  # far\n", "   \n"])!
            }
            let name = (dice.pick(Self.names) ?? "") + (number > 1 ? "\(number)" : "")
            let head = pad + (isList ? "-" : name + ":")
            text += head + value(indent, depth: depth, isList: isList)
        }
        return text
    }

    private mutating func value(_ indent: Int, depth: Int, isList: Bool) -> String {
        switch dice.roll(0...9) {
        case 0 where depth < 3:
            return "\n" + block(indent + dice.roll(0...3), depth: depth + 1)
        case 1 where depth < 3 && isList:
            let inner = block(indent + 2, depth: depth + 1)
            return " " + inner.drop { $0 == " " }
        case 3:
            let pad = String(repeating: " ", count: indent + dice.roll(0...3))
            var text = dice.pick([" |\n", " |-\n", " >\n", " |+\n", " | \n"])!
            for _ in 0..<dice.roll(0...3) {
                text += dice.chance(percent: 20) ? "\n" : pad + word() + "\n"
            }
            return text
        case 4: return " " + quoted() + comment()
        case 5: return " " + flow(0) + comment()
        case _: return " " + word() + comment()
        }
    }

    private mutating func comment() -> String {
        dice.chance(percent: 12) ? dice.pick([" # c\n", "  \n", "#c\n", " #\n"])! : "\n"
    }

    private mutating func word() -> String {
        if dice.chance(percent: 60) { return dice.pick(["您好", "two words", "7天 ok", "x"]) ?? "" }
        return strange()
    }

    private mutating func strange() -> String {
        (0..<dice.roll(1...2)).map { _ in dice.pick(Self.words) ?? "" }
            .joined(separator: dice.chance(percent: 50) ? " " : "")
    }

    private mutating func quoted() -> String {
        let word = word()
        return dice.chance(percent: 50)
            ? "\"" + word.replacing("\"", with: "\\\"") + dice.pick([
                "", "\\n", "\\u53d1", "\\ud83d", "\\x", "\\/",
            ])! + "\""
            : "'" + word + "'"
    }

    private mutating func flow(_ depth: Int) -> String {
        var items: [String] = []
        let isList = dice.chance(percent: 50)
        for _ in 0..<dice.roll(0...3) {
            let value =
                switch dice.roll(0...4) {
                case 0 where depth < 2: flow(depth + 1)
                case 1: quoted()
                case _: word()
                }
            items.append(isList ? value : (dice.pick(Self.names) ?? "") + ": " + value)
        }
        let inner = items.joined(separator: dice.chance(percent: 80) ? ", " : ",")
        return isList ? "[" + inner + "]" : "{" + inner + "}"
    }

    mutating func slip(_ text: String) -> String {
        var characters = Array(text)
        guard !characters.isEmpty else { return text }
        let place = dice.roll(0...characters.count - 1)
        switch dice.roll(0...3) {
        case 0: characters.remove(at: place)
        case 1: characters.insert(dice.pick(Array(" \n\t\"':-#{}[],|&*!\\\r发")) ?? " ", at: place)
        case 2: characters.swapAt(place, dice.roll(0...characters.count - 1))
        case _: characters.removeLast(characters.count - place)
        }
        return String(characters)
    }
}
