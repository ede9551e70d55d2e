import Support
import Testing

/// Who may see whom, read from the `import` lines: Package.swift alone lets a room see everything
/// that its dependencies see.
@Suite struct `The arrows between the rooms` {
    /// What a room may import, platform included.
    static let allowed: [String: Set<String>] = [
        "CNcurses": [],
        "Terminal": ["CNcurses", "Glibc", "Synchronization"],
        "Engine": ["OrderedCollections", "HeapModule"],
        "Written": ["Engine", "Yams"],
        "Language": [
            "Engine", "OrderedCollections", "Written", "Yams", "Foundation", "Glibc",
            "Synchronization", "Dispatch",
        ],
        "Simulation": ["Engine", "Language", "HeapModule", "OrderedCollections", "Foundation"],
        "Typing": ["Engine", "Written", "Yams", "Foundation"],
        "Grading": ["Engine", "Language", "Typing", "OrderedCollections", "Foundation"],
        "Coaching": ["Engine", "Language", "Grading"],
        "Search": [],
        "Replies": [
            "Engine", "Language", "Search", "Stores", "OrderedCollections", "Written", "Yams",
            "Foundation",
        ],
        "Macros": ["Engine", "Language", "Simulation", "Replies", "Written", "Yams", "Foundation"],
        "Scenarios": [
            "Engine", "Language", "Simulation", "Grading", "Replies", "OrderedCollections",
            "Written", "Yams",
            "Foundation",
        ],
        "Storage": ["Engine", "OrderedCollections", "GRDB", "Foundation", "Glibc"],
        "Course": ["Engine", "Grading", "Scenarios", "Yams", "Foundation"],
        "Stores": ["Engine", "Foundation"],
        "Staffing": ["Engine", "HeapModule"],
        "Classes": ["Engine", "Grading", "Stores", "Written", "Yams", "Foundation"],
        "Shifts": [
            "Engine", "Language", "Simulation", "Grading", "Replies", "Scenarios", "Stores",
            "OrderedCollections", "HeapModule", "Foundation", "Synchronization",
        ],
        "Replaying": [
            "Engine", "Grading", "Scenarios", "Storage", "Shifts", "Dispatch", "Foundation",
            "Synchronization",
        ],
        "Console": [
            "Terminal", "Engine", "Language", "Typing", "Grading", "Coaching", "Replies", "Macros",
            "Shifts", "Course", "Replaying",
            "OrderedCollections", "Written", "Yams", "Foundation", "Glibc",
        ],
        "xiaoer": [
            "Terminal", "Engine", "Language", "Simulation", "Typing", "Grading", "Coaching",
            "Replies", "Macros", "Scenarios", "Storage", "Stores", "Staffing", "Classes", "Shifts",
            "Course", "Replaying", "Console",
            "ArgumentParser",
            "OrderedCollections",
            "Foundation", "Glibc", "Dispatch", "Synchronization",
        ],
        "bench": [
            "CNcurses", "Engine", "Language", "Simulation", "Grading", "Search", "Replies",
            "Scenarios",
            "Storage", "Stores", "Shifts", "Replaying", "Rig", "Support", "Mill", "ArgumentParser",
            "Foundation",
            "Glibc",
        ],
    ]

    /// The libraries that exactly these rooms know.
    static let keepers: [String: Set<String>] = [
        "GRDB": ["Storage"],
        "Yams": [
            "Written", "Language", "Typing", "Replies", "Macros", "Scenarios", "Course", "Console",
            "Classes",
        ],
        "CNcurses": ["Terminal", "bench"],
        "ArgumentParser": ["xiaoer", "bench"],
    ]

    @Test func `every room is on the map`() {
        #expect(Set(Rooms.names).subtracting(Self.allowed.keys).isEmpty)
    }

    @Test(arguments: Rooms.names)
    func `a room imports what it may see and nothing else`(room: String) throws {
        let allowed = try #require(Self.allowed[room])
        for file in Repository.files(below: "Sources/\(room)", extension: "swift") {
            let strangers = try Rooms.imports(of: file).subtracting(allowed)
            #expect(strangers.isEmpty, "\(file) imports \(strangers.sorted())")
        }
    }

    @Test(arguments: keepers.keys.sorted())
    func `a library is known to its keepers alone`(library: String) throws {
        let keepers = try #require(Self.keepers[library])
        for room in Rooms.names where !keepers.contains(room) {
            for file in Repository.files(below: "Sources/\(room)", extension: "swift") {
                #expect(try !Rooms.imports(of: file).contains(library), "\(file)")
            }
        }
    }

    @Test func `the engine has no clock, no files and no dice but its own`() throws {
        let outside = ["Date()", "SystemRandomNumberGenerator", "ContinuousClock", ".random("]
        for file in Repository.files(below: "Sources/Engine", extension: "swift") {
            let text = try Repository.text(of: file)
            for word in outside {
                #expect(!text.contains(word), "\(file) says \(word)")
            }
        }
    }

    @Test func `no room is named like its main type`() throws {
        for room in Rooms.names {
            for file in Repository.files(below: "Sources/\(room)", extension: "swift") {
                let declares = try Rooms.declarations(in: file).contains { $0.name == room }
                #expect(!declares, "\(file) declares a type called \(room)")
            }
        }
    }
}
