import Engine
import Grading
import Support
import Terminal
import Testing

@testable import Console

@Suite struct `Presenting` {
    private func presented(
        columns: Int = 80, rows: Int = 24, tongue: Tongue = .chinese
    ) throws -> DeskScene {
        let scene = try DeskScene.busy(columns: columns, rows: rows, tongue: tongue)
        scene.press("F11")
        scene.desk.notice = nil
        return scene
    }

    @Test(arguments: [(80, 24), (120, 36)], Tongue.allCases)
    func `looks as drawn`(size: (Int, Int), tongue: Tongue) throws {
        let scene = try presented(columns: size.0, rows: size.1, tongue: tongue)
        scene.press("Alt-J", "Alt-J", "Alt-0", "F3")
        scene.desk.notice = nil
        try Picture.check("present-\(size.0)x\(size.1)-\(tongue.rawValue)", scene.picture)
    }

    @Test(arguments: Tongue.allCases)
    func `with a caption and a key that goes on`(tongue: Tongue) throws {
        let scene = try DemoScene("first-shift", tongue: tongue, pace: .init(stops: true))
        scene.run { $0.demo.state == .held }
        scene.desk.notice = nil
        try Picture.check("present-caption-\(tongue.rawValue)", scene.desk.draw().picture)
    }

    @Test func `shows fewer panes: the chat and one beside it`() throws {
        let scene = try presented()
        #expect(scene.desk.arrangement.panes.map(\.focus) == [.chat, .order])
        scene.press("F5")
        #expect(scene.desk.arrangement.panes.map(\.focus) == [.chat, .queue])
        // Whoever writes keeps what was looked at beside them.
        scene.press("Esc")
        #expect(scene.desk.arrangement.panes.map(\.focus) == [.chat, .queue])
        scene.press("Alt-Z")
        #expect(scene.desk.arrangement.panes.map(\.focus) == [.chat])
        scene.press("Esc")
        #expect(scene.desk.arrangement.panes.count == 2)
    }

    @Test func `tells commands by key and name, counts repeats, and lets them go`() throws {
        let scene = try presented()
        scene.press("Alt-J", "Alt-J", "F2")
        let told = scene.desk.presenting?.cast.items ?? []
        #expect(told.map(\.keys).suffix(2) == ["Alt-J", "F2"])
        #expect(told.map(\.times).suffix(2) == [2, 1])
        #expect(scene.picture.contains("Alt-J  下一位顾客 ×2"))
        scene.desk.clock.isPaused = true
        let wake = try #require(scene.desk.nextWake)
        #expect(wake <= Int(KeyCast.lasts))
        scene.desk.elapse(milliseconds: Int(KeyCast.lasts))
        #expect(scene.desk.presenting?.cast.items.isEmpty == true)
        // Paused and with nothing to fade, it sleeps.
        #expect(scene.desk.nextWake == nil)
    }

    @Test func `never tells what is typed, wherever it is typed`() throws {
        let scene = try presented()
        let before = scene.desk.presenting?.cast.items
        scene.type("secret password 密码 123456")
        scene.press("Backspace", "Left", "Home")
        #expect(scene.desk.presenting?.cast.items == before)
        scene.press("Ctrl-P")
        scene.type("hunter2")
        scene.press("Esc", "Alt-W")
        scene.type("hunter3")
        scene.press("Esc", "F4")
        scene.type("hunter4")
        let told = scene.desk.presenting?.cast.items.map { $0.keys + $0.title.en }.joined() ?? ""
        #expect(!told.contains("hunter") && !told.contains("h "), "\(told)")
        let row = scene.desk.arrangement.cast.map { scene.desk.draw().text(row: $0.y) } ?? ""
        #expect(!row.contains("hunter"))
    }

    @Test func `a command of the palette is told under its own key`() throws {
        let scene = try presented()
        scene.press("Ctrl-P")
        scene.type("next customer")
        scene.press("Enter")
        #expect(scene.desk.presenting?.cast.items.last?.title.en == "Next customer")
        #expect(scene.desk.presenting?.cast.items.last?.keys == "Alt-J")
    }

    @Test func `covers mood and coach until asked for`() throws {
        let scene = try presented(columns: 120, rows: 36)
        try scene.coach()
        scene.type("您付了 299.00 元")
        #expect(!scene.picture.contains("? 299.00"))
        #expect(!scene.picture.contains("心情") && !scene.picture.contains("着急"))
        scene.press("F8")
        #expect(scene.desk.overlays.isEmpty)
        #expect(scene.desk.notice?.text.zh.contains("Alt-Shift-J") == true)
        scene.press("Alt-Shift-J")
        #expect(scene.picture.contains("? 299.00"))
        scene.press("Alt-Shift-J")
        #expect(!scene.picture.contains("? 299.00"))
    }

    @Test func `covers the debrief until asked for`() throws {
        let scene = StartScene()
        scene.desk.open(try DeskScene.busy().shift)
        scene.desk.present(true)
        scene.desk.submit(.endShift)
        let total = "\(scene.host.debrief(of: try #require(scene.desk.shift)).report.score.total)"
        #expect(scene.picture.contains("得分先盖住"))
        #expect(!scene.picture.contains(total))
        scene.press("Alt-Shift-J")
        #expect(!scene.picture.contains("得分先盖住"))
    }

    @Test func `wears the projector and gives the theme back`() throws {
        var themes = ThemeShelf(folders: [Repository.path("Themes")])
        themes.wear("night")
        let scene = try DeskScene.busy()
        scene.desk.themes = themes
        scene.press("F11")
        #expect(scene.desk.theme.name == "projector")
        #expect(scene.host.settings == nil, "a choice for an hour is not kept")
        scene.press("F11")
        #expect(scene.desk.theme.name == "night")
    }

    @Test func `a spotlight dims all but its place, in every theme, and still lets it be seen`()
        throws
    {
        for name in ["night", "day", "projector", "colour-blind", "mono"] {
            let scene = try presented()
            scene.desk.themes = ThemeShelf(folders: [Repository.path("Themes")])
            scene.desk.themes.wear(name)
            let plain = scene.desk.draw()
            scene.press("Alt-Shift-L")
            let lit = scene.desk.draw()
            let order = try #require(scene.desk.arrangement.body(of: .order))
            let chat = try #require(scene.desk.arrangement.body(of: .chat))
            var dimmed = 0
            for y in order.y..<order.bottom {
                for x in order.x..<order.right {
                    let style = try #require(lit.style(at: Point(x: x, y: y)))
                    #expect(!style.attributes.contains(.bold))
                    if style != plain.style(at: Point(x: x, y: y)) { dimmed += 1 }
                    if case .indexed(let front) = style.foreground,
                        case .indexed(let back) = style.background
                    {
                        #expect((1.7...3.5).contains(Console.Palette.contrast(front, back)))
                    }
                }
            }
            #expect(dimmed > 50, "\(name)")
            for y in chat.y..<chat.bottom {
                #expect(
                    (chat.x..<chat.right).allSatisfy {
                        lit.style(at: Point(x: $0, y: y)) == plain.style(at: Point(x: $0, y: y))
                    }, "\(name), row \(y)")
            }
        }
    }

    @Test func `a spotlight on a row follows the keyboard and goes with the third press`() throws {
        let scene = try presented()
        scene.press("F5", "Alt-Shift-L", "Alt-Shift-L")
        #expect(scene.desk.presenting?.spotlight == .row)
        let body = try #require(scene.desk.arrangement.body(of: .queue))
        let styles = {
            let canvas = scene.desk.draw()
            return (0..<body.height).map { canvas.style(at: Point(x: body.x + 2, y: body.y + $0)) }
        }
        let first = styles()
        scene.press("Down")
        let second = styles()
        // The light has gone from the first row to the next and from nowhere else.
        #expect(second[0] != first[0])
        let lost = first.indices.filter { second[$0] == second[0] && first[$0] != second[0] }
        let gained = first.indices.filter { first[$0] == second[0] && second[$0] != second[0] }
        #expect(!lost.isEmpty && lost.count == gained.count)
        scene.press("Alt-Shift-L")
        #expect(scene.desk.presenting?.spotlight == .off)
    }
}
