import Glibc
import Terminal

// A tiny program on the real display, for tests: it shows what is typed, tells each input as a
// line in the file named by its first argument, and ends by `q`, or in the ways the capital
// letters name.

@inline(never) func overflow(_ depth: Int) -> Int {
    depth == -1 ? 0 : overflow(depth + 1) + depth
}

struct Report: Sendable {
    let file: Int32

    func line(_ text: String) {
        let bytes = Array((text + "\n").utf8)
        _ = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    }
}

func run(report: Report) throws(DisplayFailure) {
    var display = try NcursesDisplay()
    // With a second argument the program wakes up that often, in milliseconds, as a game would.
    let tick = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) }
    var typed = ""
    var drains = 0
    var isQuiet = false
    report.line("process \(getpid())")
    report.line("open \(display.size.columns)x\(display.size.rows)")
    if let term = display.profile.unknownTerm { report.line("unknown term \(term)") }
    while true {
        var canvas = display.canvas()
        let width = canvas.size.columns
        canvas.fill(
            Rect(x: 0, y: 0, width: width, height: 1), with: "─",
            style: Style(foreground: .indexed(208)))
        canvas.put("店小二", at: Point(x: 1, y: 0), style: Style(attributes: .bold))
        let bar = Rect(x: 0, y: canvas.size.rows - 2, width: width, height: 1)
        let style = Style(foreground: .indexed(15), background: .indexed(24))
        canvas.fill(bar, style: style)
        let used = canvas.put("> " + typed, at: Point(x: 0, y: bar.y), style: style)
        canvas.caret = Point(x: used, y: bar.y)
        display.present(canvas)
        if !isQuiet { report.line("drawn") }
        let inputs = display.wait(timeoutMilliseconds: tick)
        isQuiet = inputs.isEmpty
        if isQuiet { continue }
        drains += 1
        for input in inputs {
            switch input {
            case .key(let key):
                report.line("key \(key.name)")
                if let character = key.typed { typed.append(character) }
                switch key.name {
                case "Ctrl-Q": return
                case "Ctrl-Z": display.suspend()
                case "Backspace": typed = String(typed.dropLast())
                case "Ctrl-T":
                    let numbers = [1]
                    print(numbers[typed.count + 1])
                case "Ctrl-O": print(overflow(0))
                case "Ctrl-N": display.setTitle("店小二")
                case "Ctrl-Y": display.copy("李倩")
                default: break
                }
            case .paste(let text): report.line("paste \(text.debugDescription)")
            case .mouse(let mouse): report.line("mouse \(mouse.at.x),\(mouse.at.y)")
            case .resize(let size): report.line("resize \(size.columns)x\(size.rows)")
            case .focus(let gained): report.line("focus \(gained)")
            case .resumed: report.line("resumed")
            case .profile(let profile): report.line("profile \(profile)")
            case .hangup:
                report.line("hangup")
                return
            case .unknown(let bytes): report.line("unknown \(bytes)")
            }
        }
        report.line("drain \(drains)")
    }
}

guard CommandLine.arguments.count > 1 else { exit(64) }
let file = open(CommandLine.arguments[1], O_WRONLY | O_CREAT | O_APPEND, 0o600)
guard file >= 0 else { exit(73) }
let report = Report(file: file)
do {
    try run(report: report)
    report.line("closed")
} catch {
    report.line("failure \(error)")
    exit(1)
}
