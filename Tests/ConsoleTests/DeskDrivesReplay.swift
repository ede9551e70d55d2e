import Engine
import Replaying
import Shifts
import Terminal

@testable import Console

extension Given {
    /// A short shift is gone through again, and one stands so many steps into it.
    static func replayed(_ steps: Int = 0, parent: String? = nil) -> Given {
        .doing { scene in
            let host = ShelfHost(.usual)
            host.past.entries = try ReplayScene.served("好的，马上办")
            host.past.parent = parent
            scene.desk.openReplay("f2", with: host)
            scene.desk.elapse(milliseconds: 1)
            scene.desk.show(entry: steps)
        }
    }
}

extension DeskScene {
    fileprivate var place: Int? { desk.replay?.place }
    fileprivate var shelf: ReplayShelf? { (desk.replay?.host as? ShelfHost)?.past }
}

extension Drive {
    static let replay: [Drive] = [
        Drive("replay-play", given: .replayed(), press: ["Space"]) {
            $0.desk.replay?.isPlaying == true && $0.desk.nextWake != nil
        },
        Drive("replay-forward", given: .replayed(2), press: ["Right"]) { $0.place == 3 },
        Drive("replay-back", given: .replayed(2), press: ["Left"]) { $0.place == 1 },
        Drive("replay-next-mark", given: .replayed(), press: ["n"]) { $0.place == 1 },
        Drive("replay-previous-mark", given: .replayed(4), press: ["N"]) { $0.place == 1 },
        Drive("replay-go-to", given: .replayed(), press: ["g"], type: "#5", then: ["Enter"]) {
            $0.place == 5
        },
        Drive("replay-marks", given: .replayed(), press: ["m", "Enter"]) { $0.place == 1 },
        Drive("replay-faster", given: .replayed(), press: ["+"]) { $0.desk.replay?.speed == 2 },
        Drive("replay-slower", given: .replayed(), press: ["+", "+", "-"]) {
            $0.desk.replay?.speed == 2
        },
        Drive("replay-first", given: .replayed(3), press: ["Home"]) { $0.place == 0 },
        Drive("replay-last", given: .replayed(), press: ["End"]) {
            $0.place == $0.shelf?.entries.count
        },
        Drive("replay-note", given: .replayed(2), press: ["a"], type: "看这里", then: ["Enter"]) {
            $0.shelf?.notes[2]?.text == "看这里"
        },
        Drive("replay-take-over", given: .replayed(3), press: ["t", "1"]) {
            $0.desk.replay == nil && $0.desk.shift?.entryCount == 3
        },
        Drive("replay-compare", given: .replayed(1, parent: "f1"), press: ["c"]) {
            $0.shelf?.compared == [["f1", "f2"]]
        },
        Drive("replay-follow", given: .replayed(1), press: ["f"]) {
            $0.desk.replay?.follows == false
        },
        Drive("replay-leave", given: .replayed(), press: ["q"]) {
            $0.desk.replay == nil && $0.desk.page?.title == PageWords.earlier
        },
    ]
}
