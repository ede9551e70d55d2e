import Engine

extension DeskCommand {
    static let macroCommands: [DeskCommand] = [
        DeskCommand(
            "macros", keys: ["Alt-Shift-M", "F10"],
            title: Bilingual(zh: "宏", en: "Macros"),
            help: Bilingual(
                zh: "打字找宏，Enter 先看会做什么，再 Enter 才做；标记了几位就一起做",
                en:
                    "Finds a macro; Enter shows what it would do, Enter again does it; for all marked"
            ),
            group: .replies, when: withTalk
        ) { desk in desk.overlays.append(MacroList(desk)) },
        DeskCommand(
            "record-macro", keys: ["Alt-Shift-R"],
            title: Bilingual(zh: "录制 / 停止", en: "Record / stop"),
            help: Bilingual(
                zh: "边做边录成宏；再按一次停", en: "Records a macro as you work; once more to stop"),
            group: .replies, when: withTalk
        ) { $0.toggleRecording() },
        DeskCommand(
            "repeat-recording", keys: ["Alt-Shift-E"],
            title: Bilingual(zh: "重做录下的", en: "Repeat the recording"),
            help: Bilingual(
                zh: "对眼前这位或标记的几位，先看会做什么",
                en: "For the customer in view or all marked; shows first what it would do"),
            group: .replies, when: withTalk
        ) { $0.repeatRecording() },
        DeskCommand(
            "keep-recording", keys: ["Alt-Shift-K"],
            title: Bilingual(zh: "存下录制", en: "Keep the recording"),
            help: Bilingual(
                zh: "起个名字，写进自己的文件夹", en: "Under a name, in your own folder"),
            group: .replies, when: withTalk
        ) { $0.keepRecording() },
        DeskCommand(
            "edit-macro",
            title: Bilingual(zh: "改宏", en: "Change a macro"),
            help: Bilingual(
                zh: "按文本改，边改边检查；店里的宏存成自己的一份",
                en: "As text, looked over as you type; one of the shop's is kept as your own"),
            group: .replies, when: withTalk
        ) { desk in desk.overlays.append(MacroList(desk, edits: true)) },
        DeskCommand(
            "mark-conversation", keys: ["Alt-Shift-X"],
            title: Bilingual(zh: "标记会话", en: "Mark the conversation"),
            help: Bilingual(
                zh: "标记或取消，宏对标记的几位一起做", en: "On or off; macros then run for all that are marked"),
            group: .queue, when: withTalk
        ) { $0.toggleMark() },
        DeskCommand(
            "clear-marks",
            title: Bilingual(zh: "取消全部标记", en: "Clear all marks"),
            help: Bilingual(zh: "队列里的标记都去掉", en: "Takes all marks off the queue"),
            group: .queue, when: withTalk
        ) { desk in
            desk.places.chosen = []
            desk.announce(.done, Words.noMarks)
        },
        DeskCommand(
            "list-mark", keys: ["Space"],
            title: Bilingual(zh: "标记", en: "Mark"),
            help: Bilingual(zh: "标记这一行，移到下一行", en: "Marks the row and goes to the next"),
            group: .list, contexts: [.queue], when: withTalk
        ) { desk in
            desk.toggleMark()
            desk.moveCursor(by: 1)
        },
    ]
}
