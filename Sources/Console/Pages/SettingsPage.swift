import Engine
import Terminal

/// What a person chooses once: language, theme, send key, countdown, bell; and where their own
/// keys and themes go. Each change is stored and seen at once.
struct SettingsPage: ListPage {
    let host: any PageHost
    let menu: StartMenu
    var list = ChoiceList()

    init(host: any PageHost, menu: StartMenu) {
        self.host = host
        self.menu = menu
    }

    var title: Bilingual { PageWords.settings }
    var count: Int { Item.allCases.count }

    /// One thing that can be set.
    enum Item: CaseIterable {
        case language, theme, keys, sendKey, countdown, ring, coach, keysFile, themesFolder
    }

    private static let countdowns = [0, 3, 5, 10]

    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        let items = Item.allCases
        if leaves(input, desk) { return true }
        if case .key(let key) = input, key.modifiers.isEmpty {
            switch key.code {
            case .left, .right:
                change(items[min(list.cursor, items.count - 1)], key.code == .left ? -1 : 1, desk)
                return true
            case .escape, .character, .enter, .tab, .backTab, .backspace, .delete, .insert, .up,
                .down,
                .home, .end, .pageUp, .pageDown, .function:
                break
            }
        }
        guard let answer = answer(input, desk) else { return false }
        if case .chose(let index) = answer, items.indices.contains(index) {
            change(items[index], 1, desk)
        }
        return true
    }

    private func change(_ item: Item, _ step: Int, _ desk: Desk) {
        switch item {
        case .language: desk.switchLanguage()
        case .theme: desk.wearNextTheme(step)
        case .keys: desk.wearNextKeys(step)
        case .sendKey: desk.settings.enterBreaksLine.toggle()
        case .countdown:
            let all = Self.countdowns
            let place = all.firstIndex(of: desk.settings.sendCountdown.seconds) ?? 0
            desk.settings.sendCountdown = .seconds(all[(place + step + all.count) % all.count])
        case .ring: desk.settings.ringsForNewCustomers.toggle()
        case .coach: desk.settings.coaches.toggle()
        case .keysFile: copy(menu.keysFile, desk)
        case .themesFolder: copy(menu.themesFolder, desk)
        }
        desk.keepSettings()
    }

    private func copy(_ path: String?, _ desk: Desk) {
        if let path { desk.copy(path, PageWords.copyPath) }
    }

    func draw(_ desk: Desk, into canvas: inout Canvas) {
        let frame = PageFrame(
            title: title,
            hints: [
                .init(desk.gate.ambiguousIsWide ? "Left Right" : "← →", PageWords.change),
                .init("Enter", PageWords.change), .init("Esc", PageWords.back),
            ])
        _ = frame.draw(desk, into: &canvas)
        let column = PageFrame.column(desk)
        _ = desk.drawHeading(PageWords.settingsHeading, nil, in: column, into: &canvas)
        list.draw(Item.allCases.map { row($0, desk) }, desk, in: area(desk), into: &canvas)
    }

    private func row(_ item: Item, _ desk: Desk) -> ChoiceList.Row {
        let settings = desk.settings
        func row(_ title: Bilingual, _ detail: String, _ value: String) -> ChoiceList.Row {
            .init(title: desk.say(title), detail: detail, right: value)
        }
        switch item {
        case .language:
            return row(PageWords.language, "中文 / English", desk.say(PageWords.languageName))
        case .theme:
            return row(
                PageWords.theme,
                desk.themes.names.map {
                    desk.say(desk.themes.title(of: $0) ?? Bilingual(zh: $0, en: $0))
                }.joined(separator: " "),
                desk.say(desk.theme.title))
        case .keys:
            return row(
                PageWords.keys,
                desk.keymaps.names.map {
                    SettingsPage.short(desk.say(desk.keymaps.title(of: $0)))
                }.joined(separator: " "),
                desk.say(desk.keymaps.title(of: desk.keymaps.preset)))
        case .sendKey:
            let text = settings.enterBreaksLine ? PageWords.sendKeyAlt : PageWords.sendKeyEnter
            return row(
                PageWords.sendKey, desk.say(text), settings.enterBreaksLine ? "Alt-Enter" : "Enter")
        case .countdown:
            let seconds = settings.sendCountdown.seconds
            let value = seconds == 0 ? PageWords.countdownNone : PageWords.seconds(seconds)
            return row(
                PageWords.countdown, desk.say(PageWords.countdownDetail), desk.say(value))
        case .ring:
            let value = settings.ringsForNewCustomers ? PageWords.on : PageWords.off
            return row(PageWords.ring, desk.say(PageWords.ringDetail), desk.say(value))
        case .coach:
            let value = settings.coaches ? PageWords.on : PageWords.off
            return row(PageWords.coach, desk.say(PageWords.coachDetail), desk.say(value))
        case .keysFile:
            return path(PageWords.keysFile, menu.keysFile, PageWords.keysFileDetail, desk)
        case .themesFolder:
            return path(
                PageWords.themesFolder, menu.themesFolder, PageWords.themesFolderDetail, desk)
        }
    }

    /// A preset's title without what stands in brackets.
    private static func short(_ title: String) -> String {
        String(title.prefix { $0 != "（" && $0 != "(" }).trimmed
    }

    /// A long path keeps its end, where the name is.
    private func path(
        _ title: Bilingual, _ path: String?, _ detail: Bilingual, _ desk: Desk
    ) -> ChoiceList.Row {
        .init(title: desk.say(title), detail: path ?? desk.say(detail))
    }
}
