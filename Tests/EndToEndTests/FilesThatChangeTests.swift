import Foundation
import Rig
import Support
import Testing

/// Files saved or taken away while the desk is open.
@Suite(.waitsForTerminals) struct `Files that change under the desk` {
    private static func file(_ words: String) -> String {
        """
        matches:
          - {trigger: /zzy, stage: pre-sale, label: Zz \(words), replace: "\(words) reply"}
        macros:
          - name: zzm
            label: Zz macro \(words)
            steps: [{insert: x}, send]
        """
    }

    @Test func `a saved file is there the next time a list opens`() throws {
        let home = try TemporaryFolder()
        try home.write(Self.file("one"), to: "config/xiaoer/replies/mine.yaml")
        let desk = try Served.deskWithFirstCustomer(home: home)
        desk.send("M-M")
        try desk.wait(for: "show what it would do")
        desk.type("zzm")
        try desk.wait(for: "Zz macro one")
        desk.send("Escape")
        try desk.wait(forNo: "show what it would do")

        try home.write(Self.file("second"), to: "config/xiaoer/replies/mine.yaml")
        desk.send("M-M")
        try desk.wait(for: "show what it would do")
        desk.type("zzm")
        try desk.wait(for: "Zz macro second")
        desk.send("Escape")
        try desk.wait(forNo: "show what it would do")

        // The list with nothing typed, twice, without anything happening in the shop meanwhile.
        desk.send("F4")
        try desk.wait(for: "the list, with the second") { screen in
            screen.contains("Zz second") && screen.contains("Enter Choose")
        }
        desk.send("Escape")
        try desk.wait(forNo: "Enter Choose")
        try home.write(Self.file("the third"), to: "config/xiaoer/replies/mine.yaml")
        desk.send("F4")
        try desk.wait(for: "Zz the third")
    }

    @Test func `keys whose file is taken away are as they were before it`() throws {
        let home = try TemporaryFolder()
        let path = try home.write("preset: vim\n", to: "config/xiaoer/keys.yaml")
        let desk = try Served.deskWithFirstCustomer(home: home)
        try desk.wait(for: "NORMAL")
        try FileManager.default.removeItem(atPath: path)
        try desk.wait(forNo: "NORMAL")
        // Moved in and out again, as some editors do.
        try home.write("preset: vim\n", to: "config/other.yaml")
        try FileManager.default.moveItem(atPath: home.file("config/other.yaml"), toPath: path)
        try desk.wait(for: "NORMAL")
        try FileManager.default.moveItem(atPath: path, toPath: home.file("config/other.yaml"))
        try desk.wait(forNo: "NORMAL")
    }

    @Test func `keys saved with a mark in front or in GB18030 are read`() throws {
        let home = try TemporaryFolder()
        let path = try home.write("\u{feff}preset: vim\n", to: "config/xiaoer/keys.yaml")
        let desk = try Served.deskWithFirstCustomer(home: home)
        try desk.wait(for: "NORMAL")
        let gbk = String.Encoding(rawValue: 0x8000_0632)
        let text = try #require("# 我的键\nsend: Enter\n".data(using: gbk))
        try text.write(to: URL(fileURLWithPath: path))
        try desk.wait(forNo: "NORMAL")
    }
}
