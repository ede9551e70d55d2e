import Engine
import Shifts
import Terminal
import Testing

@testable import Console

@Suite struct `Reading a conversation` {
    private func long(_ count: Int = 200) throws -> DeskScene {
        let scene = DeskScene()
        try scene.comes("liqian", saying: "第0句")
        for number in 1...count { try scene.says("liqian", "第\(number)句", after: 1) }
        return scene
    }

    /// The rows of the chat pane.
    private func rows(_ scene: DeskScene) -> [String] {
        let canvas = scene.desk.draw()
        guard let body = scene.desk.arrangement.body(of: .chat) else { return [] }
        return (0..<body.height - 1).map { row in
            (body.x..<body.right).compactMap { x in
                canvas.character(at: Point(x: x, y: body.y + row)).map(String.init)
            }.joined()
        }
    }

    @Test func `new messages never move what is being read`() throws {
        let scene = try long()
        scene.press("PageUp", "PageUp")
        let before = rows(scene)
        for number in 1...3 { try scene.says("liqian", "新\(number)", after: 1) }
        #expect(rows(scene) == before)
        #expect(scene.picture.contains("↓ 3 条新消息"))
    }

    @Test func `a window turned narrow and wide again shows the same place`() throws {
        let scene = try long()
        scene.press("PageUp", "PageUp")
        let before = rows(scene)
        scene.desk.handle([.resize(Size(columns: 61, rows: 17))])
        _ = scene.desk.draw()
        scene.desk.handle([.resize(Size(columns: 80, rows: 24))])
        #expect(rows(scene) == before)
    }

    @Test func `scrolling up reaches the first message and stays there`() throws {
        let scene = try long(60)
        for _ in 0..<10 { scene.press("PageUp") }
        #expect(rows(scene).contains { $0.contains("第00句") || $0.contains("第0句") })
        for _ in 0..<20 { scene.press("PageDown") }
        #expect(scene.picture.contains("第60句"))
        #expect(scene.desk.places.anchors["c1"] == .end)
    }

    @Test func `sending goes back to the end`() throws {
        let scene = try long()
        scene.press("PageUp")
        scene.type("好的")
        scene.press("Enter")
        #expect(scene.picture.contains("好的"))
    }

    @Test func `only messages in view are wrapped`() throws {
        let scene = try long(3000)
        var cache = TranscriptCache()
        swap(&cache, &scene.desk.transcripts)
        _ = scene.desk.draw()
        #expect(scene.desk.transcripts.count < 60)
    }

    @Test func `days are separated, times stand once a minute`() throws {
        let scene = DeskScene()
        try scene.comes("liqian", saying: "今天")
        try scene.says("liqian", "明天", after: 86_400)
        #expect(scene.picture.contains("── 2026-03-18 ──"))
        #expect(scene.picture.contains("── 2026-03-19 ──"))
    }

    @Test func `hostile text is shown harmless`() throws {
        let scene = DeskScene()
        try scene.comes(
            "liqian", saying: String(repeating: "长", count: 500),
            "\u{1B}[2J\u{1B}]0;x\u{07}\u{202E}反\u{200B}转\u{FEFF}")
        let picture = scene.picture
        #expect(!picture.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(!picture.unicodeScalars.contains("\u{202E}"))
        #expect(picture.contains("反转"))
    }

    @Test func `mood is shown only where the words show it`() throws {
        let scene = DeskScene()
        try scene.comes("liqian", saying: "请问几点发货")
        #expect(!scene.picture.contains("话里"))
        try scene.says("liqian", "再不发我就投诉了", after: 2)
        #expect(scene.picture.contains("话里有火气"))
    }

    @Test(arguments: ["Alt-J", "F2", "F3", "F5", "F6", "Alt-Z", "F1", "Alt-O"])
    func `Esc leads back to the composer, step by step`(key: String) throws {
        let scene = try DeskScene.busy()
        scene.press(key, "Esc", "Esc", "Esc")
        #expect(scene.desk.focus == .composer)
        #expect(scene.desk.overlays.isEmpty)
        #expect(scene.desk.zoomed == nil)
        let before = scene.picture
        scene.press("Esc")
        #expect(scene.picture == before)
    }

    @Test func `a click turns to what is under it and the wheel scrolls it`() throws {
        let scene = try DeskScene.busy()
        scene.desk.handle([.mouse(Mouse(.press(.left), at: Point(x: 3, y: 3)))])
        #expect(scene.desk.selected == "c2")
        scene.desk.handle([.mouse(Mouse(.press(.left), at: Point(x: 60, y: 4)))])
        #expect(scene.desk.focus == .order)
        let long = try long()
        long.desk.handle([.mouse(Mouse(.wheelUp, at: Point(x: 30, y: 5)))])
        #expect(long.desk.places.anchors["c1"] != .end)
    }

    @Test func `time passes at the chosen speed, not at all while paused`() throws {
        let scene = try DeskScene.busy()
        let start = scene.shift.now
        scene.press("Alt-+")
        scene.desk.elapse(milliseconds: 1000)
        #expect(scene.shift.now - start == .seconds(2))
        scene.press("F9")
        scene.desk.elapse(milliseconds: 5000)
        #expect(scene.shift.now - start == .seconds(2))
        #expect(scene.desk.nextWake == nil)
    }
}
