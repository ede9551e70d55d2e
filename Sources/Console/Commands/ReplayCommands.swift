import Engine
import Replaying

extension DeskCommand {
    /// What can be done while a stored shift is gone through; bare letters, for nobody writes.
    static let replayCommands: [DeskCommand] = [
        replayed(
            "replay-play", ["Space", "F9"], Bilingual(zh: "播放", en: "Play"),
            Bilingual(zh: "让这一班按当时的快慢放下去", en: "Lets the shift go on as it went")
        ) { desk in
            if desk.replay?.isAtEnd == true { desk.show(entry: 0) }
            desk.replay?.isPlaying.toggle()
        },
        replayed(
            "replay-forward", ["Right", "l"], Bilingual(zh: "下一步", en: "Step on"),
            Bilingual(zh: "往后走一步，中间的等待跳过去", en: "On to the next thing that happened")
        ) { $0.stepReplay(by: 1) },
        replayed(
            "replay-back", ["Left", "h"], Bilingual(zh: "上一步", en: "Step back"),
            Bilingual(zh: "退回一步，店里的一切都退回去", en: "Back by one step, and the whole shop with it")
        ) { $0.stepReplay(by: -1) },
        replayed(
            "replay-next-mark", ["Down", "n"], Bilingual(zh: "下一处标记", en: "Next mark"),
            Bilingual(
                zh: "跳到下一处：心情转折、丢分得分、承诺落空、批注",
                en: "To the next turn of a mood, point lost or won, broken promise or note")
        ) { $0.goToMilestone(by: 1) },
        replayed(
            "replay-previous-mark", ["Up", "N"], Bilingual(zh: "上一处标记", en: "Previous mark"),
            Bilingual(zh: "跳回前一处标记", en: "Back to the mark before")
        ) { $0.goToMilestone(by: -1) },
        replayed(
            "replay-go-to", ["g"], Bilingual(zh: "去某一刻", en: "Go to"),
            Bilingual(
                zh: "输入 14:05、#120、+5m 或 50%", en: "Type 14:05, #120, +5m or 50%")
        ) { desk in
            desk.overlays.append(
                LineSheet(
                    ReplayWords.goTo, hint: ReplayWords.goToHint, verb: Words.goesThere,
                    words: desk.words
                ) { desk, typed in
                    guard let wish = MomentWish(typed), let place = desk.place(of: wish) else {
                        return ReplayWords.noMoment(typed)
                    }
                    desk.replay?.isPlaying = false
                    desk.show(place)
                    return nil
                })
        },
        replayed(
            "replay-marks", ["m"], Bilingual(zh: "全部标记", en: "All marks"),
            Bilingual(zh: "列出全部标记，Enter 跳过去", en: "Lists every mark; Enter goes there")
        ) { desk in
            if let replay = desk.replay { desk.overlays.append(MilestoneSheet(replay)) }
        },
        replayed(
            "replay-faster", ["+", "=", "Alt-+", "Alt-="], Bilingual(zh: "放快", en: "Play faster"),
            Bilingual(zh: "快一档：1、2、4、8、16 倍", en: "One speed up: 1, 2, 4, 8 or 16 times")
        ) { $0.replay?.changeSpeed(by: 1) },
        replayed(
            "replay-slower", ["-", "Alt--"], Bilingual(zh: "放慢", en: "Play slower"),
            Bilingual(zh: "慢一档", en: "One speed down")
        ) { $0.replay?.changeSpeed(by: -1) },
        replayed(
            "replay-first", ["Home"], Bilingual(zh: "回到开头", en: "To the beginning"),
            Bilingual(zh: "刚开门，还没有人来", en: "The shop has just opened")
        ) { desk in
            desk.replay?.isPlaying = false
            desk.show(entry: 0)
        },
        replayed(
            "replay-last", ["End"], Bilingual(zh: "到最后", en: "To the end"),
            Bilingual(zh: "一切都已发生", en: "Everything has happened")
        ) { desk in
            desk.replay?.isPlaying = false
            desk.show(entry: .max)
        },
        replayed(
            "replay-note", ["a"], Bilingual(zh: "批注", en: "Note"),
            Bilingual(
                zh: "给这一刻写批注，存进班次文件；清空就是删掉",
                en: "A note on this moment, kept in the shift’s file; emptied, it goes")
        ) { desk in
            guard let replay = desk.replay else { return }
            desk.replay?.isPlaying = false
            desk.overlays.append(
                LineSheet(
                    ReplayWords.note, hint: ReplayWords.noteHint, verb: Words.keepsIt,
                    text: replay.notes[replay.place]?.text ?? "", rows: 3, words: desk.words
                ) { desk, text in
                    desk.writeTeacherNote(text)
                })
        },
        replayed(
            "replay-take-over", ["t"], Bilingual(zh: "接手", en: "Take over"),
            Bilingual(
                zh: "另开一条分支，换种做法；原来那班不动",
                en: "A branch begins here, to do otherwise; the shift itself stays as it is")
        ) { desk in
            desk.replay?.isPlaying = false
            desk.overlays.append(
                Confirmation(question: ReplayWords.takeOverQuestion, yes: ReplayWords.takeOver) {
                    $0.takeOver()
                })
        },
        replayed(
            "replay-compare", ["c"], Bilingual(zh: "和原班比", en: "Compare with its origin"),
            Bilingual(
                zh: "分支和它接手的那班并排看", en: "A branch beside the shift it was taken over from")
        ) { desk in
            guard let replay = desk.replay else { return }
            guard let parent = replay.parent else {
                return desk.announce(.hint, ReplayWords.noParent)
            }
            desk.replay?.isPlaying = false
            desk.showComparison(parent, replay.name, with: replay.host)
        },
        replayed(
            "replay-follow", ["f"], Bilingual(zh: "跟人 / 不跟", en: "Follow / stay"),
            Bilingual(
                zh: "谁有事就转到谁，或者一直看这一位",
                en: "Turns to whom something happens with, or stays with this customer")
        ) { desk in
            desk.replay?.follows.toggle()
            desk.replay?.ledTo = desk.selected
            let follows = desk.replay?.follows == true
            desk.announce(.done, follows ? ReplayWords.followsAgain : ReplayWords.stays)
        },
        replayed(
            "replay-leave", ["q"], Bilingual(zh: "离开回放", en: "Leave the replay"),
            Bilingual(zh: "回到以往的班", en: "Back to the earlier shifts")
        ) { $0.leaveReplay() },
    ]

    private static func replayed(
        _ id: String, _ keys: [String], _ title: Bilingual, _ help: Bilingual,
        action: @escaping @Sendable (Desk) -> Void
    ) -> DeskCommand {
        DeskCommand(
            id, keys: keys, title: title, help: help, group: .replay, contexts: [],
            places: [.replay],
            when: { $0.replay == nil ? .not(because: Words.noReplay) : .now }, action: action)
    }
}

extension Words {
    static let noReplay = Bilingual(
        zh: "现在没有在回放；在“以往的班”里按 r", en: "Nothing is being replayed; press r among the earlier shifts"
    )
}
