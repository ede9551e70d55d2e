/// The desk itself as a subject: its command line and the keys of its own scenes.
enum Desk {
    static let name = "xiaoer"

    private static let (f1, f5, f9) = ("\u{1B}OP", "\u{1B}[15~", "\u{1B}[20~")
    private static let down = "\u{1B}[B"
    /// Alt-=: the shop's time twice as fast.
    private static let faster = "\u{1B}="

    static func subject(_ stage: Stage) -> Subject {
        let desk = [stage.desk, "desk", "--language", "en", "--seed", "7", "--at-desk"]
        let crowd = desk + ["--paused", "--crowd", "\(Stage.conversations)"]
        // The first customer of the first shift, and then the clock stands.
        let served: [Subject.Step] = [
            .sees("xiaoer "), .types(faster), .types(faster), .types(faster), .sees("→ Li Qian"),
            .types(f9), .sees("‖"), .settles,
        ]
        var subject = Subject(name: name, program: stage.desk)
        subject.opening = .init(
            command: [stage.desk, "desk"], steps: [.sees("语言 · Language"), .sees("English")])
        subject.shiftOpening = .init(
            command: desk + ["--paused"], steps: [.sees("xiaoer "), .sees("Enter Send")])
        subject.typing = .init(command: desk, steps: served, clear: "\u{15}")
        subject.lines = .init(
            command: desk, steps: served, evidence: ["one 一", "two 二", "three 三"])
        subject.list = .init(
            command: crowd, steps: [.sees("→ "), .settles, .types(f5), .settles], key: down)
        subject.escape = .init(
            command: desk, steps: served + [.types(f1), .sees("Esc closes"), .settles], key: f1)
        subject.idle = .init(command: desk, steps: served)
        return subject
    }
}
