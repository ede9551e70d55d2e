import Engine
import Shifts
import Support
import Terminal
import Testing

@testable import Console

@Suite struct `Keys at the desk` {
    private func scene(
        _ text: String, preset: String = "default", tongue: Tongue = .chinese
    ) throws -> DeskScene {
        let scene = try DeskScene.busy(tongue: tongue)
        let shelf = KeymapShelf(folders: [Repository.path("Keymaps")])
        let own = try SettingsFile(path: "keys.yaml", text: text)
        let reading = try shelf.reading(preset: preset, over: own)
        #expect(reading.problems.isEmpty)
        scene.desk.keymap = reading.keymap
        return scene
    }

    private let series = "order-memo: Ctrl-X m\nadd-tag: Ctrl-X t\nmake-promise: Ctrl-X p p\n"

    @Test(arguments: [Tongue.chinese, .english])
    func `a series shows at once what can follow`(tongue: Tongue) throws {
        let scene = try scene(series, tongue: tongue)
        scene.press("Ctrl-X")
        try Picture.check("desk-which-key-\(tongue == .chinese ? "zh" : "en")", scene.picture)
        scene.press("m")
        #expect(scene.desk.overlays.count == 1)
        #expect(scene.desk.begunKeys.isEmpty)
    }

    @Test func `Esc gives a series up, and does nothing else`() throws {
        let scene = try scene(series)
        scene.press("F2", "Ctrl-X", "Esc")
        #expect(scene.desk.focus == .order)
        #expect(scene.desk.begunKeys.isEmpty && scene.desk.notice == nil)
        scene.press("Esc")
        #expect(scene.desk.focus == .composer)
    }

    @Test func `a key that does not follow is said, and taken for nothing else`() throws {
        let scene = try scene(series)
        scene.type("好")
        let before = scene.events.count
        scene.press("Ctrl-X", "Enter")
        #expect(scene.events.count == before)
        #expect(scene.desk.composer.text == "好")
        #expect(scene.picture.contains("没有 Ctrl-X Enter 这组键"))
        scene.press("Ctrl-X", "x")
        #expect(scene.desk.composer.text == "好")
        scene.press("Enter")
        #expect(scene.events.count > before)
    }

    @Test func `what is pasted or clicked ends a series`() throws {
        let scene = try scene(series)
        scene.press("Ctrl-X")
        scene.desk.handle([.paste("亲")])
        #expect(scene.desk.begunKeys.isEmpty)
        #expect(scene.desk.composer.text == "亲")
    }

    @Test func `what an input method commits after a begun series is written whole`() throws {
        let scene = try scene(series)
        scene.press("Ctrl-X")
        scene.type("您好，请稍等")
        #expect(scene.desk.composer.text == "您好，请稍等")
        #expect(scene.desk.begunKeys.isEmpty)
    }

    @Test func `a series works over a whole page too`() throws {
        let scene = try scene("switch-language: Ctrl-X l\norder-memo: Ctrl-X m\n")
        scene.desk.show(BlankPage(title: Bilingual(zh: "页", en: "Page")))
        scene.press("Ctrl-X", "l")
        #expect(scene.desk.tongue == .english)
        scene.press("Ctrl-X", "m")
        #expect(scene.desk.overlays.isEmpty)
    }

    @Test func `help, footer and palette show the person's keys`() throws {
        let scene = try scene("send: F13\norder-actions: Ctrl-X o\n")
        #expect(scene.picture.contains("F13 发送"))
        scene.press("Ctrl-P")
        scene.type("order-actions")
        #expect(scene.picture.contains("Ctrl-X o"))
        scene.press("Esc", "F1", "F1")
        // All keys are behind help; what is sent with stands there.
        let help = scene.picture
        #expect(
            help.contains("F13   ")
                || help.split(separator: "\n").dropLast().contains { $0.contains("F13") })
    }

    // MARK: vim

    @Test(arguments: [Tongue.chinese, .english])
    func `vim begins with commands and says so`(tongue: Tongue) throws {
        let scene = try scene("", preset: "vim", tongue: tongue)
        try Picture.check("desk-vim-\(tongue == .chinese ? "zh" : "en")", scene.picture)
        scene.press("Space")
        try Picture.check("desk-vim-space-\(tongue == .chinese ? "zh" : "en")", scene.picture)
    }

    @Test func `vim writes after i, and not after Esc`() throws {
        let scene = try scene("", preset: "vim")
        let first = scene.desk.selected
        scene.press("j")
        let second = scene.desk.selected
        #expect(second != first && scene.desk.composer.isEmpty)
        scene.press("i")
        scene.type("jk 亲")
        #expect(scene.desk.composer.text == "jk 亲" && scene.desk.selected == second)
        scene.press("Esc", "k")
        #expect(scene.desk.selected == first)
        scene.press("j")
        #expect(scene.desk.composer.text == "jk 亲")
        scene.press("x")
        #expect(scene.desk.composer.text == "jk 亲")
        #expect(scene.picture.contains("按 i 开始写字"))
        scene.press("Home", "A")
        scene.type("！")
        #expect(scene.desk.composer.text == "jk 亲！")
    }

    @Test func `vim goes to both ends, closes with dd and does it again with a dot`() throws {
        let scene = try scene("", preset: "vim")
        scene.press("g", "g")
        #expect(scene.desk.selected == scene.desk.queue[0])
        scene.press("G")
        #expect(scene.desk.selected == scene.desk.queue[scene.desk.queue.count - 1])
        let open = { scene.shift.shop.conversations.values.count { $0.isOpen } }
        let before = open()
        scene.press("d")
        #expect(open() == before)
        scene.press("d")
        // Whoever still waits is asked about first; 1 is yes.
        if !scene.desk.overlays.isEmpty { scene.press("1") }
        #expect(open() == before - 1)
        scene.press(".")
        // Whoever still waits is asked about first; 1 is yes.
        if !scene.desk.overlays.isEmpty { scene.press("1") }
        #expect(open() == before - 2)
    }

    @Test func `what an input method commits is writing, also in vim`() throws {
        let scene = try scene("", preset: "vim")
        scene.type("您好j")
        #expect(scene.desk.composer.text == "您好j")
        scene.press("Esc")
        scene.desk.handle([.paste("dd")])
        #expect(scene.desk.composer.text == "您好jdd")
    }

    @Test func `in a list of vim a letter without a command is not typed to the customer`() throws {
        let scene = try scene("", preset: "vim")
        scene.press("F5", "x")
        #expect(scene.desk.focus == .queue && scene.desk.composer.isEmpty)
        scene.press("Esc", "Esc")
        #expect(scene.desk.focus == .composer)
    }

    @Test func `the hands used to 千牛 find their keys`() throws {
        let scene = try scene("", preset: "qianniu")
        let first = scene.desk.selected
        scene.press("Ctrl-Down")
        #expect(scene.desk.selected != first)
        scene.press("Ctrl-Up")
        #expect(scene.desk.selected == first)
        scene.type("好")
        let before = scene.events.count
        scene.press("Alt-S")
        #expect(scene.events.count > before && scene.desk.composer.isEmpty)
    }
}
