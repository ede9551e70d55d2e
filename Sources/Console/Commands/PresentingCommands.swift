import Engine

extension DeskCommand {
    static let presentingCommands: [DeskCommand] = [
        DeskCommand(
            "present", keys: ["F11", "Alt-Shift-Z"],
            title: Bilingual(zh: "投影 / 结束", en: "Present / stop"),
            help: Bilingual(
                zh: "给全班看：大字疏行、投影配色、显示按键；答案和得分先盖住",
                en:
                    "For a class: airy, the projector’s colours, keys told; answers and scores covered"
            ),
            group: .view
        ) { $0.present(!$0.isPresenting) },
        DeskCommand(
            "spotlight", keys: ["Alt-Shift-L"],
            title: Bilingual(zh: "聚光", en: "Spotlight"),
            help: Bilingual(
                zh: "只亮一栏，再按只亮一行，再按全亮", en: "Lights one pane, then one row, then all again"),
            group: .view, when: whilePresenting
        ) { desk in
            guard let next = desk.presenting?.spotlight.next else { return }
            desk.presenting?.spotlight = next
            let isWholePane = next == .row && !desk.hasLitRow
            desk.announce(
                .done,
                isWholePane ? PresentingWords.wholePane : PresentingWords.spotlight(next))
        },
        DeskCommand(
            "reveal", keys: ["Alt-Shift-J"],
            title: Bilingual(zh: "揭开 / 盖住答案", en: "Show / cover answers"),
            help: Bilingual(
                zh: "投影时心情、提示、建议、得分是盖着的；问过全班再揭开",
                en:
                    "While presenting, moods, hints, suggestions and scores are covered until asked for"
            ),
            group: .view, when: whilePresenting
        ) { $0.reveal() },
        DeskCommand(
            "demo-hand-over", keys: ["Alt-Shift-G"],
            title: Bilingual(zh: "接手 / 交还示范", en: "Take over / give back"),
            help: Bilingual(
                zh: "示范放着时由您接手，成了平常的一班；再按交还，示范接着放",
                en: "Takes the demonstration over as a shift of your own; once more lets it go on"),
            group: .shift, when: withDemo
        ) { desk in desk.demo?.changeHands(on: desk) },
    ]

    @Sendable static func whilePresenting(_ desk: Desk) -> Availability {
        desk.isPresenting ? .now : .not(because: PresentingWords.notPresenting)
    }

    @Sendable static func withDemo(_ desk: Desk) -> Availability {
        guard let demo = desk.demo, demo.canPlay else {
            return .not(because: PresentingWords.nothingToDemonstrate)
        }
        return demo.state == .over ? .not(because: PresentingWords.isOver) : .now
    }
}
