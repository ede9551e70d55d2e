import Rig
import Support

/// The program as a person starts it: the desk under tmux, or a command run to its end.
enum Served {
    /// Where the packs are, wherever the build lies.
    static let data = ["XIAOER_DATA": Repository.root]

    /// The desk at the first shift, always the same customers.
    static func desk(
        _ arguments: [String] = ["--at-desk", "--seed", "7"], size: TerminalSize = .wide,
        home: TemporaryFolder? = nil, environment: [String: String] = [:]
    ) throws -> TmuxDesk {
        try TmuxDesk(
            [Repository.program(), "desk"] + arguments, size: size, home: home,
            environment: data.merging(environment) { _, new in new })
    }

    /// The desk with the first customer there and the clock stopped.
    static func deskWithFirstCustomer(
        _ arguments: [String] = ["--at-desk", "--seed", "7"], size: TerminalSize = .wide,
        home: TemporaryFolder? = nil, environment: [String: String] = [:],
        customer: String = "Li Qian"
    ) throws -> TmuxDesk {
        let desk = try desk(arguments, size: size, home: home, environment: environment)
        try desk.wait(for: "the desk, in either language") { screen in
            ["xiaoer ", "店小二", "F1 help", "F1 帮助"].contains { screen.contains($0) }
        }
        // Eight times as fast until she is here.
        desk.send("M-=", "M-=", "M-=")
        try desk.wait(for: "→ \(customer)")
        desk.send("F9")
        try desk.wait(for: "‖")
        return desk
    }

    /// A command run to its end, in a home of its own.
    static func run(
        _ arguments: [String], home: TemporaryFolder? = nil,
        environment: [String: String] = [:], input: String = ""
    ) throws -> Program {
        let home = try home ?? TemporaryFolder()
        return try Program.run(
            [Repository.program()] + arguments,
            surroundings: Surroundings(
                home: home, extra: data.merging(environment) { _, new in new }),
            input: input)
    }

    /// Does a command by its name, through the palette.
    static func command(_ name: String, on desk: TmuxDesk) throws {
        desk.send("C-p")
        try desk.wait(for: "Command palette")
        desk.type(name)
        try desk.wait(for: name)
        desk.send("Enter")
    }
}
