/// The desk itself as a subject: its command line and the keys of its own scenes.
enum Desk {
    static let name = "xiaoer"

    static func subject(_ stage: Stage) -> Subject {
        let desk = [stage.desk, "desk", "--seed", "1", "--at-desk", "--paused"]
        let crowd = desk + ["--crowd", "\(Stage.conversations)"]
        let open: [Subject.Step] = [.sees("F1"), .settles]
        var subject = Subject(name: name, program: stage.desk)
        subject.typing = .init(command: desk, steps: open, clear: "\u{15}")
        subject.lines = .init(
            command: desk, steps: open, evidence: ["one 一", "two 二", "three 三"])
        subject.list = .init(command: crowd, steps: open, key: "\u{1B}j")
        subject.escape = .init(
            command: desk, steps: open + [.types("\u{1B}OP"), .settles], key: "\u{1B}OP")
        subject.idle = .init(command: desk, steps: open)
        return subject
    }
}
