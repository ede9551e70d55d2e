import Foundation
import Rig
import Support
import Testing

/// The house rules as ordinary tests.
@Suite struct `The house is tidy` {
    static let swiftFiles =
        Repository.files(below: "Sources", extension: "swift")
        + Repository.files(below: "Tests", extension: "swift")

    /// Everything in the repository that a person wrote.
    static func writtenFiles() throws -> [String] {
        try Program.output(
            of: [
                "git", "-c", "safe.directory=*", "ls-files", "--cached", "--others",
                "--exclude-standard",
            ],
            folder: Repository.root
        ).split(separator: "\n").map(String.init).filter(Repository.exists)
    }

    @Test func `no file is longer than five hundred lines`() throws {
        for file in Self.swiftFiles {
            let count = try Rooms.lineCount(of: file)
            #expect(count <= 500, "\(file) has \(count) lines")
        }
    }

    @Test func `nothing is left for later in a comment`() throws {
        let marks = ["TO" + "DO", "FIX" + "ME", "X" + "XX:"]
        for file in Self.swiftFiles {
            let text = try Repository.text(of: file)
            for mark in marks {
                #expect(!text.contains(mark), "\(file) says \(mark)")
            }
        }
    }

    @Test func `no path of somebody's machine is written down`() throws {
        // Invented homes may stand in an example; the one of whoever runs this may not.
        let places =
            ["wo" + "rk", "ro" + "ot", "op" + "t"].map { "/\($0)/" }
            + [Repository.root, NSHomeDirectory() + "/"]
        for file in try Self.writtenFiles() where !file.hasPrefix("Scripts/") {
            guard let text = try? Repository.text(of: file) else { continue }
            for line in text.split(separator: "\n") {
                for place in places where line.contains(place) {
                    // In the middle of a longer path it is somebody's word, not a machine's.
                    let isPath = line.ranges(of: place).contains { range in
                        guard range.lowerBound > line.startIndex else { return true }
                        let before = line[line.index(before: range.lowerBound)]
                        return !(before.isLetter || before.isNumber || "./-_)}~".contains(before))
                    }
                    #expect(!isPath, "\(file): \(line)")
                }
            }
        }
    }

    @Test func `every type begins with a sentence for a newcomer`() throws {
        for file in Repository.files(below: "Sources", extension: "swift") {
            for type in try Rooms.declarations(in: file) {
                #expect(type.hasDocumentation, "\(file):\(type.line) \(type.name)")
            }
        }
    }

    @Test func `no type is called by a word that says nothing`() throws {
        for file in Self.swiftFiles {
            for type in try Rooms.declarations(in: file) {
                for word in ["Manager", "Helper", "Utils", "Utility"] {
                    #expect(!type.name.hasSuffix(word), "\(file):\(type.line) \(type.name)")
                }
            }
        }
    }

    @Test func `nothing of ours is tried by force`() throws {
        for file in Repository.files(below: "Sources", extension: "swift") {
            #expect(try !Repository.text(of: file).contains("try!"), "\(file)")
        }
    }

    @Test(arguments: Rooms.names)
    func `every room begins with a page that says what it is for`(room: String) {
        #expect(Repository.exists("Sources/\(room)/README.md"))
    }

    @Test func `the formatter has nothing to say`() throws {
        let lint = try Program.run(["Scripts/lint"], folder: Repository.root)
        #expect(lint.status.isSuccess, "\(lint.errors)")
    }

    @Test func `the tests are counted beside what they test`() throws {
        let tests = try Rooms.lineCount(below: "Tests")
        let product = try Rooms.lineCount(below: "Sources")
        let share = Double(tests) / Double(product)
        print("test : code = \(tests) : \(product) = \(String(format: "%.2f", share))")
        #expect(tests > 0 && product > 0)
    }
}
