import Engine
import Support
import Testing

@testable import Console

/// What the desk says while a reply is being written.
@Suite struct `The coach at the desk` {
    private static func rule(_ scene: DeskScene) -> String {
        let rows = scene.picture.split(separator: "\n").map(String.init)
        return rows.first { $0.contains("→") } ?? ""
    }

    @Test(arguments: Tongue.allCases)
    func `looks as drawn`(tongue: Tongue) throws {
        let scene = try DeskScene.busy(columns: 120, rows: 36, tongue: tongue)
        try scene.coach()
        try Picture.check("desk-coach-open-\(tongue.rawValue)", scene.picture)
        scene.type(
            tongue == .chinese
                ? "您付了 299.00 元，我们是全网最好的，今天18点前给您发货"
                : "You paid 299.00. We are the best in the world. It ships by 6 pm today.")
        try Picture.check("desk-coach-\(tongue.rawValue)", scene.picture)
        scene.press("F8")
        try Picture.check("desk-coach-all-\(tongue.rawValue)", scene.picture)
    }

    @Test func `says what the next key makes true, and nothing once it is sent`() throws {
        let scene = try DeskScene.busy()
        try scene.coach()
        scene.type("您付了 299.00 元")
        #expect(Self.rule(scene).contains("? 299.00"), "\(Self.rule(scene))")
        scene.press("Ctrl-U")
        scene.type("我10分钟内给您回复")
        #expect(Self.rule(scene).contains("记为承诺"), "\(Self.rule(scene))")
        scene.press("Enter")
        #expect(!Self.rule(scene).contains("记为承诺"))
    }

    @Test func `is silent in a note, when it is off, and in an exam`() throws {
        let scene = try DeskScene.busy()
        try scene.coach()
        scene.type("您付了 299.00 元")
        scene.desk.settings.coaches = false
        scene.press("Left")
        #expect(!Self.rule(scene).contains("?"))
        scene.desk.settings.coaches = true
        scene.press("Alt-P")
        scene.type("您付了 299.00 元")
        #expect(!scene.picture.contains("? 299.00"))
        let exam = try DeskScene.busy()
        exam.type("您付了 299.00 元")
        #expect(!Self.rule(exam).contains("?"))
        exam.press("F8")
        #expect(exam.picture.contains("考试"))
    }

    @Test func `shows what is not answered where nothing is written yet`() throws {
        let scene = try DeskScene.busy()
        try scene.coach()
        scene.turn(to: "zhao")
        #expect(!scene.picture.contains("还没答"))
        try scene.says("zhao", "什么时候能发货？", after: 2)
        #expect(scene.picture.contains("还没答：什么时候能发货"))
        scene.type("今天18点前发货")
        scene.press("Enter")
        #expect(!scene.picture.contains("还没答"))
    }
}
