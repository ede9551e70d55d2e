import Engine
import Macros

@testable import Console

extension Drive {
    private static let offered = Given.doing { $0.offerMacros() }

    private static func record(_ scene: DeskScene) {
        scene.press("Alt-Shift-R")
        scene.type("已经在看了。")
        scene.press("Enter", "Alt-Shift-R")
    }

    static let macros: [Drive] = [
        Drive(
            "macros", given: offered, press: ["Alt-Shift-M"], type: "late",
            then: ["Enter", "Enter"]
        ) { $0.tags(of: "liqian").contains("迟发") },
        Drive("record-macro", given: offered) {
            record($0)
        } holds: {
            $0.desk.recorded?.steps.count == 2 && $0.desk.recorder == nil
        },
        Drive("repeat-recording", given: offered) { scene in
            record(scene)
            scene.press("Alt-J", "Alt-Shift-E", "Enter")
        } holds: {
            $0.sent(to: "wang") == ["已经在看了。"]
        },
        Drive("keep-recording", given: offered) { scene in
            record(scene)
            scene.press("Alt-Shift-K")
            scene.type("looking")
            scene.press("Tab")
            scene.type("在看了")
            scene.press("Enter")
        } holds: {
            $0.host.macros.map(\.name) == ["looking"]
        },
        palette("edit-macro", "change a macro", given: offered) {
            $0.picture.contains("改哪个宏")
        },
        Drive("mark-conversation", press: ["Alt-Shift-X", "Alt-J", "Alt-Shift-X", "Alt-Shift-X"]) {
            $0.desk.places.chosen == ["c1"]
        },
        palette("clear-marks", "clear all marks", given: .doing { $0.press("Alt-Shift-X") }) {
            $0.desk.places.chosen.isEmpty
        },
        Drive("list-mark", press: ["F5", "Space", "Space"]) {
            $0.desk.places.chosen == ["c1", "c2"] && $0.picture.contains("标记 2")
        },
    ]
}
