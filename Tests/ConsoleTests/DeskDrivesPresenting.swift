import Engine
import Language
import Scenarios
import Shifts
import Support
import Testing

@testable import Console

extension Drive {
    static let presenting: [Drive] = [
        Drive("present", press: ["F11"]) { $0.desk.isPresenting },
        Drive("spotlight", press: ["F11", "Alt-Shift-L"]) {
            $0.desk.presenting?.spotlight == .pane
        },
        Drive("reveal", press: ["F11", "Alt-Shift-J"]) {
            $0.desk.isPresenting && !$0.desk.hidesAnswers
        },
        Drive(
            "demo-hand-over",
            given: .doing { scene in
                let pack = try DemoScene.premises("first-steps").pack
                scene.desk.play(DemoPlayer(DemoScript(pack, tongue: .chinese)))
            }, press: ["Alt-Shift-G"]
        ) { $0.desk.demo?.state == .yours },
    ]
}
