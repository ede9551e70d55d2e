import Engine
import Support
import Terminal
import Testing

@testable import Console

@Suite struct `The desk looks as drawn` {
    @Test(arguments: [(80, 24), (120, 36), (200, 50)], [Tongue.chinese, .english])
    func `side by side at every size`(size: (Int, Int), tongue: Tongue) throws {
        let scene = try DeskScene.busy(columns: size.0, rows: size.1, tongue: tongue)
        scene.type(tongue == .chinese ? "亲，刚和仓库核对过，这款" : "I have just asked the warehouse,")
        try Picture.check("desk-\(size.0)x\(size.1)-\(tongue.rawValue)", scene.picture)
    }

    @Test(arguments: [Tongue.chinese, .english])
    func `with an overlay`(tongue: Tongue) throws {
        for (name, keys) in [
            ("help", ["F1"]), ("all-keys", ["F1", "F1"]), ("palette", ["Ctrl-P"]),
            ("order-actions", ["Alt-O"]), ("promise", ["Alt-W"]), ("tag", ["Alt-T"]),
            ("memo", ["Alt-M"]), ("cards", ["Alt-S"]), ("hold", ["Alt-H"]),
        ] {
            let scene = try DeskScene.busy(tongue: tongue)
            for key in keys { scene.press(key) }
            try Picture.check("desk-\(name)-\(tongue.rawValue)", scene.picture)
        }
    }

    @Test func `with the effect of a form before it is done`() throws {
        let scene = try DeskScene.busy()
        scene.turn(to: "wang")
        scene.press("Ctrl-P")
        scene.type("改价")
        scene.press("Enter", "Ctrl-U")
        scene.type("20")
        try Picture.check("desk-reprice", scene.picture)
    }

    @Test func `with the refusal of a form before it is tried`() throws {
        let scene = try DeskScene.busy()
        scene.press("Ctrl-P")
        scene.type("补偿")
        scene.press("Enter")
        scene.type("50")
        try Picture.check("desk-compensate", scene.picture)
    }

    @Test(arguments: [(40, 12), (59, 14), (64, 18), (100, 30), (132, 43)])
    func `at sizes between`(size: (Int, Int)) throws {
        let scene = try DeskScene.busy(columns: size.0, rows: size.1)
        scene.type("亲，")
        try Picture.check("desk-\(size.0)x\(size.1)", scene.picture)
        scene.press("F2")
        try Picture.check("desk-\(size.0)x\(size.1)-order", scene.picture)
    }

    @Test func `where box characters take two columns`() throws {
        let gate = TextGate(ambiguousIsWide: true, emoji: .name)
        let scene = try DeskScene.busy(gate: gate)
        try Picture.check("desk-ambiguous-wide", scene.picture)
    }

    @Test func `with focus and waiting in weight, without any colour`() throws {
        let scene = try DeskScene.busy()
        try scene.wait(seconds: 30)
        scene.press("F5")
        try Picture.check("desk-styles", scene.desk.draw().styledPicture)
    }
}
