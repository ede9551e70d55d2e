import Engine
import Shifts
import Support
import Terminal
import Testing

@testable import Console

@Suite struct `Whatever is pressed` {
    /// Any key, click, paste or size, the likely ones more often.
    private func input(_ dice: inout Dice) -> Input {
        switch dice.roll(0...19) {
        case 0...5: return .key(Key(.character(dice.pick(Array("好a/1?｛j 😀\u{202E}q")) ?? "a")))
        case 6...9:
            let command = dice.pick(
                DeskCommand.all.filter { $0.id != "quit" && $0.id != "suspend" })
            let name = command.flatMap { dice.pick($0.keys) } ?? "Esc"
            return .key(Key(name: name) ?? Key(.escape))
        case 10: return .key(Key(.escape))
        case 11: return .key(Key(.enter))
        case 12:
            return .key(dice.pick([Key(.up), Key(.down), Key(.left), Key(.right)]) ?? Key(.up))
        case 13: return .key(Key(.tab))
        case 14:
            return .key(
                Key(
                    .character(dice.pick(Array("abcdefghijklmnoprstuvwxyz0123456789-+")) ?? "a"),
                    .alt))
        case 15: return .key(Key(.function(dice.pick([1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 24]) ?? 1)))
        case 16: return .paste(dice.pick(["", "多行\n文字", "\u{1B}[2J", "2026031200013307"]) ?? "")
        case 17:
            return .mouse(
                Mouse(
                    dice.pick([.press(.left), .wheelUp, .wheelDown, .drag(.left)]) ?? .wheelUp,
                    at: Point(x: dice.roll(-1...210), y: dice.roll(-1...60))))
        case 18:
            return .resize(Size(columns: dice.roll(1...210), rows: dice.roll(1...60)))
        default: return .unknown("ESC[26;9~")
        }
    }

    @Test func `the desk stands, and no draft goes to another customer`() throws {
        for seed in UInt64(1)...UInt64(Soak.rounds(30, soaking: 5000)) {
            var dice = Dice(seed: seed, purpose: "keys")
            let scene = try DeskScene.busy(tongue: dice.chance(percent: 50) ? .chinese : .english)
            scene.offerReplies()
            for _ in 0..<120 {
                let before = scene.shift.records.count
                let owner = scene.desk.outgoing?.conversation ?? scene.desk.selected
                let written = scene.desk.composers.mapValues(\.text)
                let top = scene.desk.overlays.last
                scene.desk.handle([input(&dice)])
                // A macro sends what its trial has shown, to whom it has shown it; no draft does.
                let isByMacro = top is MacroTrial || top is MacroTable
                for record in scene.shift.records.dropFirst(before) where !isByMacro {
                    guard case .replySent(let talk, _, _, let text) = record.event else { continue }
                    #expect(talk == owner, "seed \(seed)")
                    #expect(written[DraftSlot(talk)] == text, "seed \(seed)")
                }
                let canvas = scene.desk.draw()
                #expect(canvas.size.columns == max(1, scene.desk.size.columns))
                if let caret = canvas.caret { #expect(canvas.bounds.contains(caret)) }
                if dice.chance(percent: 20) {
                    scene.desk.elapse(milliseconds: dice.roll(1...4000))
                }
                #expect(scene.shift.shop.violations() == [])
            }
        }
    }

    @Test func `a list of replies that was scrolled is drawn anew when one writes`() throws {
        let scene = try DeskScene.busy(columns: 200, rows: 50)
        scene.offerReplies()
        scene.type("您")
        scene.desk.places.cursor[.replies] = 3
        scene.desk.still = nil
        _ = scene.desk.draw()
        scene.type("好")
        let drawn = scene.desk.draw().styledPicture
        scene.desk.still = nil
        #expect(drawn == scene.desk.draw().styledPicture)
    }

    @Test func `what is kept of the last picture is what would be drawn anew`() throws {
        var kept = 0
        for seed in UInt64(1)...UInt64(Soak.rounds(8, soaking: 2000)) {
            var dice = Dice(seed: seed, purpose: "stills")
            let scene = try DeskScene.busy(tongue: dice.chance(percent: 50) ? .chinese : .english)
            scene.offerReplies()
            for _ in 0..<100 {
                // Half of it plain writing, so that pictures are kept.
                let writes = dice.chance(percent: 60)
                let letters: [Input] = [
                    .key(Key(.character("好"))), .key(Key(.character("a"))), .key(Key(.backspace)),
                    .key(Key(.character("w"), .control)), .key(Key(.left)),
                ]
                scene.desk.handle([writes ? dice.pick(letters) ?? letters[0] : input(&dice)])
                if dice.chance(percent: 20) {
                    scene.desk.elapse(milliseconds: dice.roll(1...1500))
                }
                if scene.desk.still != nil { kept += 1 }
                let drawn = scene.desk.draw()
                let seen = scene.desk.notice?.isSeen
                scene.desk.still = nil
                let anew = scene.desk.draw()
                #expect(drawn.styledPicture == anew.styledPicture, "seed \(seed)")
                #expect(drawn.caret == anew.caret, "seed \(seed)")
                #expect(seen == scene.desk.notice?.isSeen)
            }
        }
        #expect(kept > 80, "too few pictures were kept to prove anything: \(kept)")
    }

    @Test(arguments: [
        (1, 1), (2, 1), (1, 5), (5, 3), (12, 4), (20, 8), (40, 12), (59, 14), (60, 15),
    ])
    func `no size is too small to draw`(size: (Int, Int)) throws {
        let scene = try DeskScene.busy(columns: size.0, rows: size.1)
        for key in [
            "F1", "Esc", "Ctrl-P", "Esc", "Alt-T", "Esc", "F2", "F4", "Alt-Z", "Esc", "Alt-O",
        ] {
            scene.press(key)
            #expect(scene.desk.draw().size == Size(columns: size.0, rows: size.1))
        }
    }

    @Test func `a thousand keys in one drain are applied in order`() throws {
        let scene = try DeskScene.busy()
        var inputs: [Input] = []
        for number in 0..<200 {
            inputs += "第\(number)".map { .key(Key(.character($0))) }
            inputs.append(.key(Key(.enter)))
        }
        scene.desk.handle(inputs)
        let said = scene.desk.talk?.messages.suffix(200).map(\.body)
        #expect(said == (0..<200).map { .text("第\($0)") })
    }

    @Test func `drawing twice draws the same`() throws {
        let scene = try DeskScene.busy()
        #expect(scene.desk.draw() == scene.desk.draw())
    }
}
