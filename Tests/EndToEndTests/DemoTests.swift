import Rig
import Support
import Testing

/// The demonstration in a real terminal.
@Suite(.waitsForTerminals) struct `A demonstration at the desk` {
    @Test func `runs to its debrief without a hand`() throws {
        let desk = try TmuxDesk(
            [Repository.program(), "demo", "first-steps", "--speed", "40", "--language", "zh"],
            size: .wide, home: nil, environment: Served.data)
        try desk.wait(for: "复盘")
        desk.send("C-q")
    }

    @Test func `is taken over by a key and given back by the same`() throws {
        let desk = try TmuxDesk(
            [Repository.program(), "demo", "first-steps", "--language", "zh"],
            size: .wide, home: nil, environment: Served.data)
        try desk.wait(for: "示范在放")
        desk.send("M-G")
        try desk.wait(for: "您在接待")
        desk.send("M-G")
        try desk.wait(for: "示范在放")
        desk.send("F9")
        try desk.wait(for: "示范停着")
        desk.send("C-q")
    }
}
