import Console
import Engine
import Foundation
import Terminal
import Testing

private let shipped = ["night", "day", "projector", "colour-blind", "mono"]

/// `Themes/` of this checkout.
private let ownFolder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Themes").path

/// A folder of themes that is gone when the test is over.
private final class Folder {
    let path: String

    init(_ files: [String: String]) throws {
        path =
            FileManager.default.temporaryDirectory
            .appending(path: "themes-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(text, to: name) }
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name).yaml"))
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)  // gone already: nothing to do
    }
}

private func worn(_ name: String) -> (theme: Theme, problems: [SettingsProblem]) {
    var shelf = ThemeShelf(folders: [ownFolder])
    let problems = shelf.wear(name)
    return (shelf.theme, problems)
}

/// Foreground and ground as seen, reverse taken into account; nil without fixed colours.
private func colours(_ style: Style) -> (UInt8, UInt8)? {
    guard case .indexed(let front) = style.foreground, case .indexed(let back) = style.background
    else { return nil }
    return (front, back)
}

@Suite struct `Theme, as shipped` {
    @Test(arguments: shipped)
    func `reads without a complaint and says its name in both languages`(name: String) {
        let (theme, problems) = worn(name)
        #expect(problems.isEmpty)
        #expect(theme.name == name)
        #expect(theme.title.zh != theme.title.en)
    }

    @Test(arguments: shipped)
    func `every text can be read on every ground`(name: String) {
        let theme = worn(name).theme
        let needed = name == "projector" ? 7.0 : 4.5
        for surface in Role.allCases where surface.isSurface {
            for role in Role.allCases where role.isText && (!role.isSurface || role == surface) {
                let style = theme[role, on: surface]
                guard name != "mono" else {
                    #expect(style.foreground == .standard && style.background == .standard)
                    #expect(!style.attributes.contains(.dim), "\(role)")
                    continue
                }
                guard let (front, back) = colours(style) else {
                    Issue.record("\(name): \(role) on \(surface) has no fixed colours")
                    continue
                }
                let contrast = Palette.contrast(front, back)
                #expect(contrast >= needed, "\(name): \(role) on \(surface)")
            }
        }
    }

    @Test func `the hardest text to read is found`() throws {
        let hardest = try #require(worn("night").theme.hardestToRead)
        #expect(hardest.contrast >= 4.5 && hardest.contrast < 7)
        #expect(worn("mono").theme.hardestToRead == nil)
    }

    @Test(arguments: shipped)
    func `waiting, danger and focus differ from plain text`(name: String) {
        let theme = worn(name).theme
        for role in [Role.waitingAmber, .waitingRed, .danger, .selected, .unread] {
            #expect(theme[role] != theme[.text], "\(name): \(role)")
        }
        #expect(theme[.waitingAmber] != theme[.waitingRed])
    }

    @Test func `NO_COLOR asks for mono, empty or missing it does not`() {
        #expect(ThemeShelf.wanted("day", environment: ["NO_COLOR": "1"]) == "mono")
        #expect(ThemeShelf.wanted("day", environment: ["NO_COLOR": ""]) == "day")
        #expect(ThemeShelf.wanted(nil, environment: [:]) == "night")
    }
}

@Suite struct `Theme, a person's own` {
    @Test func `builds on another and changes what it names`() throws {
        let mine = try Folder([
            "mine": "inherits: night\npalette: {hot: '#ff0000'}\nroles:\n  danger: hot bold"
        ])
        var shelf = ThemeShelf(folders: [ownFolder, mine.path])
        #expect(shelf.wear("mine").isEmpty)
        #expect(shelf.theme[.danger].foreground == .indexed(196))
        #expect(shelf.theme[.money] == worn("night").theme[.money])
        #expect(shelf.names.contains("mine"))
    }

    @Test func `of a shipped name wins over the shipped one`() throws {
        let mine = try Folder(["night": "roles: {text: 231 on 16}"])
        var shelf = ThemeShelf(folders: [ownFolder, mine.path])
        shelf.wear("night")
        #expect(shelf.theme[.text] == Style(foreground: .indexed(231), background: .indexed(16)))
    }

    @Test func `keeps its good lines and names file, line and nearest match of the bad`() throws {
        let mine = try Folder([
            "mine": """
            inherits: nigth
            roles:
              text: 231 on 16
              dangr: 196
              money: 256
              ok: green
            """
        ])
        var shelf = ThemeShelf(folders: [ownFolder, mine.path])
        let problems = shelf.wear("mine")
        let file = "\(mine.path)/mine.yaml"
        #expect(
            problems == [
                SettingsProblem(
                    file: file, line: 4, fact: .unknownRole("dangr", nearest: "danger")),
                SettingsProblem(file: file, line: 5, fact: .badColour("256", nearest: nil)),
                SettingsProblem(file: file, line: 6, fact: .badColour("green", nearest: nil)),
                SettingsProblem(
                    file: file, line: 1, fact: .unknownTheme("nigth", nearest: "night")),
            ])
        #expect(problems[0].sentence(in: .english).contains("mine.yaml:4: no role is called"))
        #expect(problems[0].sentence(in: .chinese).contains("是不是“danger”"))
        #expect(shelf.theme[.text].foreground == .indexed(231))
    }

    @Test func `that does not exist leaves the one worn`() {
        var shelf = ThemeShelf(folders: [ownFolder])
        shelf.wear("day")
        let problems = shelf.wear("dya")
        #expect(problems.map(\.fact) == [.unknownTheme("dya", nearest: "day")])
        #expect(shelf.theme.name == "day")
    }

    @Test func `that inherits in a circle says so and is worn`() throws {
        let mine = try Folder([
            "a": "inherits: b\nroles: {text: 231 on 16}", "b": "inherits: a",
        ])
        var shelf = ThemeShelf(folders: [mine.path])
        #expect(shelf.wear("a").map(\.fact) == [.circle(["a", "b", "a"])])
        #expect(shelf.theme[.text].foreground == .indexed(231))
    }

    @Test func `shows at once when it is saved, and a broken save changes nothing`() throws {
        let mine = try Folder(["mine": "roles: {text: 231 on 16}"])
        var shelf = ThemeShelf(folders: [mine.path])
        shelf.wear("mine")
        #expect(shelf.refresh() == nil)
        try mine.write("roles: {text: 16 on 231, ok: 22}", to: "mine")
        #expect(shelf.refresh() == [])
        #expect(shelf.theme[.text].foreground == .indexed(16))
        try mine.write("roles: {text: [", to: "mine")
        #expect(shelf.refresh()?.count == 1)
        #expect(shelf.theme[.text].foreground == .indexed(16))
        #expect(shelf.refresh() == nil)
    }

    @Test func `that is taken away stays on, which is told once; the shipped one comes back`()
        throws
    {
        let mine = try Folder([
            "mine": "roles: {text: 231 on 16}", "night": "roles: {text: 16 on 231}",
        ])
        var shelf = ThemeShelf(folders: [ownFolder, mine.path])
        shelf.wear("mine")
        try FileManager.default.removeItem(atPath: mine.path + "/mine.yaml")
        #expect(shelf.refresh()?.count == 1)
        #expect(shelf.theme[.text].background == .indexed(16))
        #expect(shelf.refresh() == nil)
        shelf.wear("night")
        #expect(shelf.theme[.text].background == .indexed(231))
        try FileManager.default.removeItem(atPath: mine.path + "/night.yaml")
        #expect(shelf.refresh() == [])
        #expect(shelf.theme[.text].background != .indexed(231))
    }

    @Test func `that is written later wins over the shipped one of its name`() throws {
        let mine = try Folder([:])
        var shelf = ThemeShelf(folders: [ownFolder, mine.path])
        shelf.wear("night")
        try mine.write("roles: {text: 231 on 16}", to: "night")
        #expect(shelf.refresh() == [])
        #expect(shelf.theme[.text].background == .indexed(16))
    }
}

@Suite struct `Theme, its colours` {
    @Test func `black on white has the contrast the standard gives it`() {
        #expect(abs(Palette.contrast(16, 231) - 21) < 0.001)
        #expect(abs(Palette.contrast(244, 231) - 3.95) < 0.01)
        #expect(Palette.contrast(100, 100) == 1)
    }

    @Test func `a free colour becomes the nearest fixed one and never one people repaint`() throws {
        for number in UInt8(16)...255 {
            #expect(
                Palette.mix(Palette.nearest(to: Palette.mix(number))) == Palette.mix(number))
        }
        let orange = try #require(Palette.Mix(hex: "#fd8302"))
        #expect(Palette.nearest(to: orange) == 208)
        #expect(Palette.Mix(hex: "#12345") == nil)
        #expect(Palette.Mix(hex: "#+12345") == nil)
    }

    @Test func `a role on a selected row keeps its hue and takes the row's ground`() {
        let theme = worn("night").theme
        let style = theme[.waitingRed, on: .selected]
        #expect(style.foreground == theme[.waitingRed].foreground)
        #expect(style.background == theme[.selected].background)
        #expect(theme[.badge, on: .selected].background == theme[.badge].background)
    }
}
