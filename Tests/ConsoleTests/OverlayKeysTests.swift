import Engine
import Terminal
import Testing

@testable import Console

@Suite struct `The last line under an overlay` {
    @Test(arguments: Tongue.allCases)
    func `tells the keys of what lies on top, and nothing inside says them again`(
        tongue: Tongue
    ) throws {
        for keys in [
            ["Ctrl-P"], ["Alt-O"], ["F1"], ["F1", "F1"], ["Alt-T"], ["Alt-E"], ["Alt-Shift-M"],
            ["Alt-Shift-M", "Enter"], ["Alt-Shift-M", "F4"], ["Alt-Shift-Q"],
        ] {
            let scene = try DeskScene.busy(tongue: tongue)
            scene.offerMacros()
            for key in keys { scene.press(key) }
            scene.desk.notice = nil
            let lines = scene.picture.split(separator: "\n", omittingEmptySubsequences: false)
            let last = lines.last ?? ""
            #expect(last.contains("Esc"), "\(keys) \(last)")
            #expect(!last.contains("Alt-J") && !last.contains("Alt-Enter"), "\(keys) \(last)")
            guard keys[0] != "F1" else { continue }
            #expect(!lines.dropLast().contains { $0.contains("Esc ") }, "\(keys)")
        }
    }

    @Test func `is the desk's again once it is closed`() throws {
        let scene = try DeskScene.busy()
        let before = scene.picture
        scene.press("Ctrl-P", "Esc")
        #expect(scene.picture == before)
    }

    @Test func `help goes to its end and back, and typing leaves what fits`() throws {
        let scene = try DeskScene.busy()
        scene.press("F1", "F1")
        let top = scene.picture
        scene.press("End")
        #expect(scene.picture != top)
        // No further than the end: one row up shows at once.
        let end = scene.picture
        scene.press("PageDown", "Up")
        #expect(scene.picture != end)
        scene.press("Home")
        #expect(scene.picture == top)
        scene.type("/承诺")
        let lines = scene.picture.split(separator: "\n").dropFirst(2).prefix(3)
        #expect(lines.allSatisfy { $0.contains("承诺") })
        scene.press("Esc")
        #expect(scene.picture == top)
        scene.press("Esc")
        #expect(scene.desk.overlays.isEmpty)
    }

    @Test func `a sheet has sides where there is room, and the desk behind it is dimmed`() throws {
        let scene = try DeskScene.busy()
        let bright = scene.desk.draw().style(at: Point(x: 1, y: 2))
        scene.press("Ctrl-P")
        let canvas = scene.desk.draw()
        #expect(canvas.picture.contains("┌ 命令面板"))
        #expect(canvas.style(at: Point(x: 1, y: 2)) != bright)
    }

    @Test func `a filled field is written over, and an arrow keeps it`() {
        let fields: [FormField] = [.text("a", Bilingual(zh: "地址", en: "Address"), initial: "旧地址")]
        let title = Bilingual(zh: "改", en: "Change")
        var form = Form(title, fields: fields, now: DeskScene.opensAt)
        _ = form.handle(.key(Key(.character("新"))))
        #expect(form.values.text("a") == "新")
        form = Form(title, fields: fields, now: DeskScene.opensAt)
        _ = form.handle(.key(Key(.end)))
        _ = form.handle(.key(Key(.character("新"))))
        #expect(form.values.text("a") == "旧地址新")
    }

    @Test func `a customer who has come and not spoken is the first to answer`() throws {
        let scene = DeskScene()
        try scene.comes("liqian", saying: "在吗")
        scene.desk.submit(.reply(conversation: "c1", text: "在的"))
        try scene.comes("wang")
        scene.press("Alt-0")
        #expect(scene.desk.talk?.customer == "wang")
    }

    @Test func `hours are a length, not a time of day`() {
        #expect(Lengths.brief(.hours(7), .chinese) == "7小时")
        #expect(Lengths.brief(.hours(7), .english) == "7h")
    }

    @Test func `names of eight letters stand whole at eighty columns`() throws {
        let scene = try DeskScene.busy(tongue: .english)
        #expect(!scene.picture.contains("Li Qi…") && scene.picture.contains("Li Qian"))
        let rows = scene.picture.split(separator: "\n").map { String($0.prefix(19)) }
        // Longer ones are cut behind their eighth letter, not sooner.
        #expect(rows.contains { $0.contains("Wang Xi…") }, "\(rows)")
    }
}
