import Engine
import Support
import Testing

@testable import Console

/// Taking over and handing over at the desk.
@Suite struct `The handover` {
    @Test(arguments: Tongue.allCases)
    func `lists what is open, as drawn`(tongue: Tongue) throws {
        let scene = try DeskScene.busy(columns: 120, rows: 36, tongue: tongue)
        try scene.coach()
        scene.press("Alt-Shift-H")
        try Picture.check("desk-handover-\(tongue.rawValue)", scene.picture)
    }

    @Test func `not written is said before the shift ends`() throws {
        let scene = try DeskScene.busy()
        try scene.coach()
        scene.press("Alt-Shift-Q")
        #expect(scene.picture.contains("交接还没写"))
        scene.press("Escape", "Alt-Shift-H", "Ctrl-S", "Alt-Shift-Q")
        #expect(!scene.picture.contains("交接还没写"))
    }

    @Test func `what came up after the note was written is added, in an exam nothing is`() throws {
        let scene = try DeskScene.busy()
        try scene.coach()
        scene.desk.submit(.writeHandover(text: "李倩在等回复"))
        scene.press("Alt-Shift-H")
        #expect(scene.picture.contains("李倩在等回复") && scene.picture.contains("王小明"))
        scene.press("Escape")
        scene.desk.coach = nil
        scene.press("Alt-Shift-H")
        #expect(!scene.picture.contains("王小明 还在等"))
    }
}
