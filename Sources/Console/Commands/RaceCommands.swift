import Engine
import Shifts

extension DeskCommand {
    static let raceCommands: [DeskCommand] = [
        DeskCommand(
            "ghost-race", title: Bilingual(zh: "和最好的一班比", en: "Race the ghost"),
            help: Bilingual(
                zh: "同一教学包、同一种子里最好的一班，此刻接完几位、得分和心情；再按收起",
                en:
                    "Where the best run of this pack and seed stood at this second; again puts it away"
            ),
            group: .shift, when: withShift
        ) { $0.toggleRace() }
    ]

    /// A shift whose clock is one's own: in a contest it is everybody's.
    @Sendable static func withFreeClock(_ desk: Desk) -> Availability {
        guard case .now = withShift(desk) else { return withShift(desk) }
        return desk.shift?.card.contest == nil ? .now : .not(because: Words.contestClock)
    }
}
