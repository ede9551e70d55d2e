// swift-tools-version: 6.2
import PackageDescription

/// One list of settings for all our own code: Swift 6, explicit `any`, imports that do not leak,
/// and no warning left standing.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// Reading the lexicons takes a program built without optimisation longer than all the rest of
/// its start, and the end-to-end tests start hundreds.
let quick: [SwiftSetting] = [
    .unsafeFlags(
        ["-O", "-whole-module-optimization", "-num-threads", "2"], .when(configuration: .debug))
]

let heap = Target.Dependency.product(name: "HeapModule", package: "swift-collections")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yaml = Target.Dependency.product(name: "Yams", package: "Yams")
let sqlite = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

// The rooms in reading order; what a room may see is written beside it and held by
// Tests/ArchitectureTests.
let rooms: [Target] = [
    .target(
        name: "CNcurses", exclude: ["README.md"], publicHeadersPath: "include",
        linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(
        name: "Terminal", dependencies: ["CNcurses"], exclude: ["README.md"], swiftSettings: house),
    .target(name: "Engine", swiftSettings: house),
    .target(
        name: "Written", dependencies: ["Engine", yaml], exclude: ["README.md"],
        swiftSettings: house),
    .target(
        name: "Language", dependencies: ["Engine", "Written", yaml], swiftSettings: house + quick),
    .target(name: "Simulation", dependencies: ["Engine", "Language", heap], swiftSettings: house),
    .target(name: "Typing", dependencies: ["Engine", "Written", yaml], swiftSettings: house),
    .target(
        name: "Grading", dependencies: ["Engine", "Language", "Typing"], swiftSettings: house),
    .target(
        name: "Coaching", dependencies: ["Engine", "Language", "Grading"], exclude: ["README.md"],
        swiftSettings: house),
    .target(name: "Search", exclude: ["README.md"], swiftSettings: house),
    .target(name: "Stores", dependencies: ["Engine"], swiftSettings: house),
    .target(
        name: "Classes", dependencies: ["Engine", "Grading", "Stores", "Written", yaml],
        swiftSettings: house),
    .target(name: "Staffing", dependencies: ["Engine", heap], swiftSettings: house),
    .target(
        name: "Replies", dependencies: ["Engine", "Language", "Search", "Stores", "Written", yaml],
        exclude: ["README.md"], swiftSettings: house),
    .target(
        name: "Macros",
        dependencies: ["Engine", "Language", "Simulation", "Replies", "Written", yaml],
        swiftSettings: house),
    .target(
        name: "Scenarios",
        dependencies: ["Engine", "Language", "Simulation", "Grading", "Replies", "Written", yaml],
        swiftSettings: house),
    .target(
        name: "Course", dependencies: ["Engine", "Grading", "Scenarios", yaml],
        swiftSettings: house),
    .target(
        name: "Storage", dependencies: ["Engine", sqlite], exclude: ["README.md"],
        swiftSettings: house),
    .target(
        name: "Shifts",
        dependencies: [
            "Engine", "Language", "Simulation", "Grading", "Replies", "Scenarios", "Stores",
        ],
        swiftSettings: house),
    .target(
        name: "Replaying",
        dependencies: ["Engine", "Grading", "Scenarios", "Storage", "Shifts"],
        swiftSettings: house),
    .target(
        name: "Console",
        dependencies: [
            "Terminal", "Engine", "Language", "Typing", "Grading", "Coaching", "Replies", "Macros",
            "Shifts", "Course", "Replaying", "Written", yaml,
        ],
        swiftSettings: house),
    .executableTarget(
        name: "xiaoer",
        dependencies: [
            "Terminal", "Engine", "Language", "Simulation", "Typing", "Grading", "Coaching",
            "Replies", "Macros", "Scenarios", "Storage", "Stores", "Staffing", "Classes", "Shifts",
            "Course", "Replaying",
            "Console",

            arguments,
        ],
        swiftSettings: house),
    .executableTarget(
        name: "bench",
        dependencies: [
            "CNcurses", "Engine", "Language", "Simulation", "Grading", "Search", "Replies",
            "Scenarios",
            "Storage", "Stores", "Shifts", "Replaying", "Rig", "Support", "Mill", arguments,
        ],
        swiftSettings: house),
]

let tests: [Target] = [
    // Programs in a pseudo-terminal or under tmux, driven by keys: for the end-to-end tests and
    // for the bench.
    .target(name: "Rig", path: "Tests/Rig", exclude: ["README.md"], swiftSettings: house),
    .testTarget(name: "RigTests", dependencies: ["Rig"], swiftSettings: house),
    .target(name: "Support", dependencies: ["Engine"], path: "Tests/Support", swiftSettings: house),
    // What the program ships, read once for all tests.
    .target(
        name: "ShippedData",
        // A pack is laid out with what these hold: when one changes, it is to be built anew.
        dependencies: [
            "Engine", "Language", "Simulation", "Grading", "Replies", "Scenarios", "Support",
        ],
        path: "Tests/ShippedData", swiftSettings: house),
    .testTarget(
        name: "ArchitectureTests", dependencies: ["Engine", "Rig", "Support"], swiftSettings: house),
    .executableTarget(
        name: "terminal-probe", dependencies: ["Terminal"], path: "Tests/TerminalProbe",
        swiftSettings: house),
    .testTarget(
        name: "TerminalTests", dependencies: ["Terminal", "terminal-probe", "Support"],
        swiftSettings: house),
    .testTarget(
        name: "WrittenTests", dependencies: ["Written", "Engine", yaml], swiftSettings: house),
    .testTarget(name: "EngineTests", dependencies: ["Engine", "Support"], swiftSettings: house),
    .testTarget(
        name: "LanguageTests", dependencies: ["Language", "Engine", "Support"],
        exclude: ["Corpus"],
        swiftSettings: house),
    .testTarget(name: "SearchTests", dependencies: ["Search"], swiftSettings: house),
    .testTarget(
        name: "CoachingTests",
        dependencies: [
            "Coaching", "Engine", "Language", "Grading", "Scenarios", "Shifts", "ShippedData",
            "Support",
        ],
        swiftSettings: house),
    .testTarget(
        name: "SimulationTests",
        dependencies: ["Simulation", "Language", "Engine", "Scenarios", "ShippedData", "Support"],
        swiftSettings: house),
    .testTarget(
        name: "TypingTests", dependencies: ["Typing", "Engine", "Support"], swiftSettings: house),
    .testTarget(
        name: "GradingTests",
        dependencies: ["Grading", "Typing", "Engine", "Language", "ShippedData", "Support"],
        swiftSettings: house),
    .testTarget(
        name: "RepliesTests",
        dependencies: ["Replies", "Stores", "Language", "Engine", "ShippedData", "Support", yaml],
        exclude: ["Fixtures"], swiftSettings: house),
    .testTarget(
        name: "MacrosTests",
        dependencies: [
            "Macros", "Simulation", "Replies", "Language", "Engine", "ShippedData", "Support",
        ],
        exclude: ["Fixtures"], swiftSettings: house),
    .testTarget(
        name: "ScenariosTests",
        dependencies: [
            "Scenarios", "Simulation", "Grading", "Replies", "Language", "Engine", "Support",
        ],
        swiftSettings: house),
    .executableTarget(
        name: "journal-probe", dependencies: ["Storage", "Engine"],
        path: "Tests/journal-probe", swiftSettings: house),
    .testTarget(
        name: "StorageTests",
        dependencies: ["Storage", "Engine", "Support", "journal-probe", sqlite],
        swiftSettings: house),
    .testTarget(
        name: "StoresTests", dependencies: ["Stores", "Engine", "Support"], exclude: ["Fixtures"],
        swiftSettings: house),
    .testTarget(
        name: "StaffingTests", dependencies: ["Staffing", "Engine", "Support"], swiftSettings: house
    ),
    // Students' shifts, generated: for the class report's tests and for the bench.
    .target(
        name: "Mill",
        dependencies: ["Engine", "Language", "Scenarios", "Grading", "Shifts", "Storage"],
        path: "Tests/Mill", exclude: ["README.md"], swiftSettings: house),
    .testTarget(
        name: "ClassesTests", dependencies: ["Classes", "Grading", "Engine", "Support"],
        swiftSettings: house),
    .testTarget(
        name: "ShiftsTests",
        dependencies: [
            "Shifts", "Stores", "Scenarios", "Simulation", "Grading", "Language", "Engine",
            "ShippedData", "Support",
        ],
        swiftSettings: house),
    .testTarget(
        name: "CourseTests",
        dependencies: ["Course", "Scenarios", "Grading", "Engine", "ShippedData", "Support"],
        swiftSettings: house),
    .testTarget(
        name: "ReplayingTests",
        dependencies: [
            "Replaying", "Shifts", "Storage", "Scenarios", "Grading", "Language", "Engine",
            "ShippedData", "Support",
        ],
        swiftSettings: house),
    .testTarget(
        name: "ConsoleTests",
        dependencies: [
            "Console", "Course", "Replaying", "Terminal", "Shifts", "Scenarios", "Simulation",
            "Grading",
            "Coaching",
            "Replies", "Macros", "Typing", "Language", "Engine", "Rig", "ShippedData", "Support",
        ],
        swiftSettings: house),
    .testTarget(
        name: "EndToEndTests",
        dependencies: ["Engine", "Shifts", "Storage", "Rig", "Support", "Mill"],
        swiftSettings: house),
]

// Every room begins with a page that says what it is for; it is read, not built.
for room in rooms { room.exclude = ["README.md"] }

let package = Package(
    name: "xiaoer",
    products: [.executable(name: "xiaoer", targets: ["xiaoer"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: rooms + tests
)
