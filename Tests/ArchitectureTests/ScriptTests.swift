import Foundation
import Rig
import Support
import Testing

/// What a person meets who types `make` for the first time.
@Suite struct `The scripts around the build` {
    /// A PATH on which only `names` are found, and small programs written for the occasion.
    private func path(
        in home: TemporaryFolder, with names: [String], own: [String: String] = [:]
    ) throws -> String {
        try FileManager.default.createDirectory(
            atPath: home.file("bin"), withIntermediateDirectories: true)
        for name in names {
            let place = try Program.output(of: ["sh", "-c", "command -v \(name)"])
                .trimmingCharacters(in: .whitespacesAndNewlines)
            try FileManager.default.createSymbolicLink(
                atPath: home.file("bin/\(name)"), withDestinationPath: place)
        }
        for (name, text) in own {
            // Written by a process of its own: while another test forks, a descriptor of ours that
            // is open for writing lives on in the child, and the file could not be started.
            let file = home.file("bin/\(name)")
            let written = try Program.run(
                ["sh", "-c", #"cat >"$1" && chmod 755 "$1""#, "sh", file],
                input: "#!/bin/sh\n\(text)\n")
            #expect(written.status.isSuccess)
        }
        return home.file("bin")
    }

    private func run(_ command: [String], path: String, language: String) throws -> Program {
        let home = try TemporaryFolder()
        return try Program.run(
            ["sh"] + command,
            surroundings: Surroundings(home: home, extra: ["PATH": path, "LC_ALL": language]),
            folder: nil)
    }

    @Test func `prepare prints the one command to type where apt may not be used`() throws {
        let home = try TemporaryFolder()
        let path = try path(
            in: home, with: ["sh", "dirname", "env"],
            own: ["id": "echo 1000", "sudo": "exit 1", "apt-get": "echo used; exit 1"])
        let script = Repository.path("Scripts/prepare")
        let english = try run([script, "test"], path: path, language: "C.UTF-8")
        #expect(english.status == .code(69))
        #expect(english.output.isEmpty)
        #expect(english.errors.contains("Type this one command"))
        #expect(
            english.errors.contains(
                "sudo apt-get update && sudo apt-get install -y --no-install-recommends"))
        #expect(english.errors.contains("tmux"))
        let chinese = try run([script, "test"], path: path, language: "zh_CN.UTF-8")
        #expect(chinese.errors.contains("请输入这一条命令"))
    }

    @Test func `prepare installs through apt as root and says nothing once all is there`() throws {
        let home = try TemporaryFolder()
        let log = home.file("log")
        let path = try path(
            in: home, with: ["sh", "dirname", "env"],
            own: ["id": "echo 0", "apt-get": "echo \"$@\" >> \(log)"])
        let script = Repository.path("Scripts/prepare")
        let first = try run([script, "test"], path: path, language: "C.UTF-8")
        #expect(first.status.isSuccess)
        let asked = try home.text(of: "log")
        #expect(asked.contains("update") && asked.contains("install") && asked.contains("tmux"))

        let other = try TemporaryFolder()
        let complete = try self.path(
            in: other, with: ["sh", "dirname", "tmux"], own: ["apt-get": "exit 1"])
        let second = try run([script, "test"], path: complete, language: "C.UTF-8")
        #expect(second == Program(status: .code(0), output: "", errors: ""))
    }

    @Test func `no Swift is told in one sentence`() throws {
        let home = try TemporaryFolder()
        let path = try path(in: home, with: ["sh", "dirname"])
        let answer = try run(
            [Repository.path("Scripts/lint")], path: path, language: "C.UTF-8")
        #expect(answer.status == .code(69))
        #expect(answer.errors.split(separator: "\n").count == 1)
        #expect(answer.errors.contains("install Swift 6.3"))
    }

    @Test func `uninstall takes exactly what install brought`() throws {
        let home = try TemporaryFolder()
        let binary = try home.write("#!/bin/sh\n", to: "built/xiaoer")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: binary)
        let prefix = home.file("prefix")
        let install = [Repository.path("Scripts/install"), binary, prefix]
        for _ in 1...2 {
            let installed = try Program.run(install)
            #expect(installed.status.isSuccess, "\(installed.errors)")
        }
        let listed = try home.text(of: "prefix/share/xiaoer/installed")
        for folder in ["Packs", "Profiles", "Themes", "Keymaps", "Lexicons", "Sheets"] {
            for file in Repository.files(below: folder) {
                #expect(listed.contains("share/xiaoer/\(file)\n"))
                #expect(
                    FileManager.default.fileExists(atPath: "\(prefix)/share/xiaoer/\(file)"))
            }
        }
        try home.write("mine", to: "prefix/share/xiaoer/Packs/mine.yaml")
        #expect(
            try Program.run([Repository.path("Scripts/uninstall"), prefix]).status.isSuccess)
        let left = try Program.output(of: ["find", prefix, "-type", "f"])
        #expect(left == "\(prefix)/share/xiaoer/Packs/mine.yaml\n")
        #expect(
            try Program.run([Repository.path("Scripts/uninstall"), prefix]).status == .code(66))
    }
}
