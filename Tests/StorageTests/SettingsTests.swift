import Engine
import Foundation
import Testing

@testable import Storage

@Suite struct SettingsTests {
    let scratch: Scratch
    let path: String

    init() throws {
        scratch = try Scratch()
        path = scratch.path + "/config/settings.json"
    }

    private func put(_ text: String) throws {
        try FileManager.default.createDirectory(
            atPath: scratch.path + "/config", withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }

    @Test func `without a file there are the defaults`() throws {
        #expect(try Settings(file: path) == Settings())
    }

    @Test func `comes back as it was saved`() throws {
        var settings = Settings()
        settings.language = .english
        settings.theme = "day"
        settings.keys = "emacs"
        settings.firstStartDone = true
        settings.sendCountdown = .seconds(5)
        try settings.save(to: path)
        #expect(try Settings(file: path) == settings)
        #expect(try names(in: scratch.path + "/config") == ["settings.json"])
    }

    @Test func `keeps fields it does not know`() throws {
        try put(#"{"theme":"mono","future":{"深":[1,2.5,"x",null,true]},"big":9007199254740993}"#)
        var settings = try Settings(file: path)
        #expect(settings.theme == "mono")
        settings.theme = "night"
        try settings.save(to: path)
        let text = String(decoding: try #require(fileBytes(path)), as: UTF8.self)
        let fields = try JSONDecoder().decode([String: JSONValue].self, from: Data(text.utf8))
        #expect(
            fields["future"]
                == .object([
                    "深": .array([.integer(1), .number(2.5), .string("x"), .null, .bool(true)])
                ]))
        #expect(text.contains("9007199254740993"))
    }

    @Test(
        arguments: [
            ("{", nil), ("[1]", nil), ("", nil), (#"{"theme":5}"#, "theme"),
            (#"{"language":"fr"}"#, "language"), (#"{"firstStartDone":"yes"}"#, "firstStartDone"),
            (#"{"sendCountdownSeconds":-1}"#, "sendCountdownSeconds"), (#"{"keys":[]}"#, "keys"),
        ] as [(String, String?)])
    func `names what is wrong in a damaged file and keeps it aside`(
        text: String, field: String?
    ) throws {
        try put(text)
        #expect(throws: StorageFault.damaged(path: path, detail: .settings(field: field))) {
            try Settings(file: path)
        }
        #expect(fileBytes(path) == Data(text.utf8))
        try Settings().save(to: path)
        #expect(try Settings(file: path) == Settings())
        #expect(fileBytes(path + ".damaged-1") == Data(text.utf8))
    }

    @Test func `a linked settings file stays a link`() throws {
        try put("{}")
        let real = scratch.path + "/dotfiles.json"
        try FileManager.default.moveItem(atPath: path, toPath: real)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: real)
        var settings = Settings()
        settings.theme = "day"
        try settings.save(to: path)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == real)
        #expect(try Settings(file: real).theme == "day")
    }

    @Test func `follows the XDG variables and ignores relative ones`() throws {
        let folders = try Folders(
            environment: [
                "HOME": "/home/lin", "XDG_DATA_HOME": "/data/", "XDG_CONFIG_HOME": "conf",
            ],
            listedHome: nil)
        #expect(folders.shifts == "/data/xiaoer/shifts")
        #expect(folders.settingsFile == "/home/lin/.config/xiaoer/settings.json")
        #expect(folders.state == "/home/lin/.local/state/xiaoer")
    }

    @Test func `without HOME the user list is asked, and without both it says so`() throws {
        let listed = try Folders(environment: [:], listedHome: "/home/wang")
        #expect(listed.shifts == "/home/wang/.local/share/xiaoer/shifts")
        #expect(throws: StorageFault.noHome) { try Folders(environment: [:], listedHome: nil) }
        let all = ["XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s"]
        #expect(try Folders(environment: all, listedHome: nil).data == "/d/xiaoer")
    }
}
