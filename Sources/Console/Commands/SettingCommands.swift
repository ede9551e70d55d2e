import Engine

extension DeskCommand {
    static let settingCommands: [DeskCommand] = [
        DeskCommand(
            "switch-theme", title: Bilingual(zh: "换主题", en: "Theme"),
            help: Bilingual(
                zh: "移到哪个就先看哪个，Enter 定下，Esc 不变",
                en: "Shows each as the cursor comes to it; Enter keeps, Esc does not"),
            group: .view
        ) { $0.openThemes() },
        DeskCommand(
            "swap-enter", title: Bilingual(zh: "Enter 换行 / 发送", en: "Enter breaks line / sends"),
            help: Bilingual(
                zh: "Enter 和 Alt-Enter 对调", en: "Swaps Enter and Alt-Enter while writing"),
            group: .view
        ) { desk in
            desk.settings.enterBreaksLine.toggle()
            desk.keepSettings()
            desk.announce(
                .done,
                desk.settings.enterBreaksLine ? Words.altEnterSends : Words.enterSends)
        },
        DeskCommand(
            "send-countdown", title: Bilingual(zh: "发送倒计时", en: "Send countdown"),
            help: Bilingual(
                zh: "0、3、5、10 秒内可用 Esc 收回", en: "0, 3, 5 or 10 seconds in which Esc holds it back"),
            group: .view
        ) { desk in
            let steps = [0, 3, 5, 10]
            let here = steps.firstIndex(of: desk.settings.sendCountdown.seconds) ?? 0
            let next = steps[(here + 1) % steps.count]
            desk.settings.sendCountdown = .seconds(next)
            desk.keepSettings()
            desk.announce(.done, Words.countdownIs(next))
        },
        DeskCommand(
            "switch-coach", title: Bilingual(zh: "开 / 关写时提示", en: "Coach on / off"),
            help: Bilingual(
                zh: "写的时候提不提示；考试时一律不提示",
                en: "Whether the desk speaks up while one writes; never in an exam"),
            group: .view
        ) { desk in
            desk.settings.coaches.toggle()
            desk.keepSettings()
            desk.announce(.done, desk.settings.coaches ? Words.coaches : Words.coachesNot)
        },
        DeskCommand(
            "ring", title: Bilingual(zh: "来客响铃", en: "Ring for new customers"),
            help: Bilingual(zh: "有新顾客时响一声", en: "Rings once when a customer comes"),
            group: .view
        ) { desk in
            desk.settings.ringsForNewCustomers.toggle()
            desk.keepSettings()
            desk.announce(
                .done, desk.settings.ringsForNewCustomers ? Words.rings : Words.ringsNot)
        },
    ]
}

extension Desk {
    /// The themes there are, each worn while the cursor is on it.
    func openThemes() {
        let worn = theme.name
        let items = themes.names.map {
            Picker.Item(
                id: $0, label: say(themes.title(of: $0) ?? Bilingual(zh: $0, en: $0)), detail: $0)
        }
        var sheet = PickerSheet(Words.themesTitle, items: items, empty: Words.noThemes) {
            desk, item in
            desk.choose(theme: item.id)
            desk.keepSettings()
            desk.announce(.done, Words.themeIs(desk.theme.title))
        }
        sheet.showsThrough = true
        sheet.moved = { desk, item in
            if let item { desk.themes.wear(item.id) } else { desk.themes.wear(worn) }
        }
        overlays.append(sheet)
    }

    /// Everybody in the queue, found by name or account.
    func openFindCustomer() {
        guard let shop else { return }
        var items: [Picker.Item] = []
        for place in 0..<queue.index.count {
            let id = queue.index[place]
            guard let talk = shop.conversations[id], let customer = shop.customers[talk.customer]
            else { continue }
            items.append(
                Picker.Item(
                    id: id.rawValue, label: customer.name,
                    detail: say(talk.channel.name) + " " + say(talk.stage.name),
                    also: customer.account))
        }
        overlays.append(
            PickerSheet(Words.findTitle, items: items, empty: Words.nothingFound) { desk, item in
                desk.select(ConversationID(item.id))
                desk.turn(to: .composer)
            })
    }
}
