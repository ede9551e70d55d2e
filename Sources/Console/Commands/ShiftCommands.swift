import Engine
import Shifts

extension DeskCommand {
    static let shiftCommands: [DeskCommand] = [
        DeskCommand(
            "pause", keys: ["F9"],
            title: Bilingual(zh: "暂停 / 继续", en: "Pause / go on"),
            help: Bilingual(
                zh: "店里的时间停下；想多久都行，顾客不会等急",
                en: "The shop’s time stands still; no customer waits meanwhile"),
            group: .shift, when: withOwnClock
        ) { desk in
            if desk.replay != nil { return desk.runReplay("replay-play") }
            if desk.demo?.answerPause(on: desk) == true { return }
            desk.clock.isPaused.toggle()
            desk.noteClock()
        },
        DeskCommand(
            "faster", keys: ["Alt-+", "Alt-="],
            title: Bilingual(zh: "时间加快", en: "Speed time up"),
            help: Bilingual(zh: "快一档：1、2、4、8 倍速", en: "One speed up: 1, 2, 4 or 8 times as fast"),
            group: .shift, when: withOwnClock
        ) { $0.replay == nil ? $0.changeSpeed(by: 1) : $0.runReplay("replay-faster") },
        DeskCommand(
            "slower", keys: ["Alt--"],
            title: Bilingual(zh: "时间放慢", en: "Slow time down"),
            help: Bilingual(zh: "慢一档：8、4、2、1 倍速", en: "One speed down: 8, 4, 2 or 1 times"),
            group: .shift, when: withOwnClock
        ) { $0.replay == nil ? $0.changeSpeed(by: -1) : $0.runReplay("replay-slower") },
        DeskCommand(
            "handover", keys: ["Alt-Shift-H"],
            title: Bilingual(zh: "交接班", en: "Handover"),
            help: Bilingual(
                zh: "看上一班留的话，给下一班写：还没办完的已经列好",
                en: "Reads what the last shift left and writes to the next; what is open is listed"),
            group: .shift, when: withShift
        ) { $0.openHandover() },
        DeskCommand(
            "end-shift", keys: ["Alt-Shift-Q"],
            title: Bilingual(zh: "下班", en: "End the shift"),
            help: Bilingual(
                zh: "现在就结束这一班，看复盘", en: "Ends the shift now and shows the debrief"),
            group: .shift, when: withShift
        ) { desk in
            guard let shift = desk.shift else { return }
            let waiting = desk.queue.index.waiting
            let open = desk.queue.index.count
            if waiting == 0 && shift.isQuiet {
                desk.submit(.endShift)
                return
            }
            desk.overlays.append(
                Confirmation(
                    question: open == 0
                        ? Words.endNow
                        : Words.endWithOpenTalks(
                            open, waiting: waiting,
                            isHandedOver: shift.shop.handover.written != nil),
                    yes: Words.endShift
                ) { $0.submit(.endShift) })
        },
        DeskCommand(
            "show-debrief", keys: ["Alt-Q"],
            title: Bilingual(zh: "看复盘", en: "Debrief"),
            help: Bilingual(
                zh: "这一班做得怎样，逐条给出依据", en: "How the shift went, line by line"),
            group: .shift, when: withEndedShift
        ) { $0.showDebrief() },
        DeskCommand(
            "typing-drill", title: DrillWords.drill,
            help: Bilingual(
                zh: "打真实的客服句子，量速度和准确率；店里的时间停着",
                en: "Real sentences of the trade, speed and accuracy; the shop’s time stands still"),
            group: .shift
        ) { $0.showDrills() },
        DeskCommand(
            "start-page", title: Bilingual(zh: "开始页", en: "Start page"),
            help: Bilingual(
                zh: "回到开始页；这一班停在这一秒，随时接着上",
                en: "Back to the start page; the shift waits at this second"),
            group: .shift
        ) { $0.showStart() },
        DeskCommand(
            "export-shift", title: Bilingual(zh: "导出这一班", en: "Export the shift"),
            help: Bilingual(
                zh: "磁盘写不进时，把已发生的一切写到别处的文件",
                en: "When the disk refuses, writes all that has happened to a file elsewhere"),
            group: .shift, when: withAnyShift
        ) { desk in
            do throws(StorageTrouble) {
                let path = try desk.host.exportShift()
                desk.announce(.done, Words.exported(path))
            } catch {
                desk.announce(.refused, error.sentence)
            }
        },
    ]

    /// Whoever sits in a room leaves the clock to the leader.
    @Sendable static func withOwnClock(_ desk: Desk) -> Availability {
        desk.seat == nil ? withFreeClock(desk) : .not(because: SeatText.roomTime)
    }

    @Sendable static func withEndedShift(_ desk: Desk) -> Availability {
        guard let shift = desk.shift else { return .not(because: Words.noShift) }
        return shift.isOver ? .now : .not(because: Words.shiftStillRuns)
    }

    /// A shift is on the desk, running or over.
    @Sendable static func withAnyShift(_ desk: Desk) -> Availability {
        desk.shift == nil ? .not(because: Words.noShift) : .now
    }
}
