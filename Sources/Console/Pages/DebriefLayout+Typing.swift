import Engine
import Grading
import Typing

extension DebriefLayout {
    /// Keys and typing: each figure with what was counted for it.
    mutating func addTyping() {
        guard let typing = report.typing else { return }
        heading(ShiftTyping.title, .typing)
        for line in typing.lines {
            lines.add(
                wrapped(say(line.title), indent: 1, right: say(line.value), rightInk: .strong))
            lines.add(wrapped(say(line.counted), indent: 3, ink: .dim))
        }
    }
}
