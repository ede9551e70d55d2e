import Engine
import Terminal
import Testing

@testable import Console

/// Wednesday 18 March 2026, 14:02 at the shop.
private let now = CivilTime(year: 2026, month: 3, day: 18, hour: 14, minute: 2).instant()

private func word(_ text: String) -> Bilingual { Bilingual(zh: text, en: text) }

private func reprice(movesMoney: Bool = true) -> Form {
    Form(
        Bilingual(zh: "改价", en: "Change the price"),
        fields: [
            .fixed("due", Bilingual(zh: "应付", en: "Due"), word("298.00")),
            .money("off", Bilingual(zh: "优惠", en: "Off"), most: .yuan(30)),
            .text("why", Bilingual(zh: "原因", en: "Reason"), limit: 5),
        ],
        movesMoney: movesMoney, now: now)
}

/// A word to write and a choice that has a value already.
private func tag() -> Form {
    Form(
        Bilingual(zh: "打标签", en: "Add a tag"),
        fields: [
            .text("name", Bilingual(zh: "标签", en: "Tag")),
            .choice(
                "for", Bilingual(zh: "多久", en: "For"),
                [
                    Bilingual(zh: "一直", en: "always"), Bilingual(zh: "一月", en: "a month"),
                    Bilingual(zh: "一周", en: "a week"),
                ]),
        ], now: now)
}

/// Presses keys as named; other strings are typed. The last outcome.
@discardableResult
private func enter(_ inputs: String..., into form: inout Form) -> Form.Outcome {
    var outcome = Form.Outcome.stay
    for input in inputs {
        if input.count > 1, let key = Key(name: input) {
            outcome = form.handle(.key(key))
        } else {
            for character in input { outcome = form.handle(.key(Key(.character(character)))) }
        }
    }
    return outcome
}

private func picture(_ form: Form, columns: Int = 40, rows: Int = 8) -> Canvas {
    var canvas = Canvas(size: Size(columns: columns, rows: rows))
    form.draw(in: canvas.bounds, on: &canvas, theme: .bare, tongue: .chinese)
    return canvas
}

@Suite struct `Form, filling in` {
    @Test func `letters go to the field with the caret`() {
        var form = reprice()
        enter("20", "Tab", "急", into: &form)
        #expect(form.values.money("off") == .yuan(20))
        #expect(form.values.text("why") == "急")
    }

    @Test func `a form that moves money asks once more on its button`() {
        var form = reprice()
        #expect(enter("20", "Enter", "急", "Enter", into: &form) == .stay)
        #expect(form.isOnButton)
        #expect(picture(form).caret == Point(x: 2, y: 7))
        #expect(enter("Enter", into: &form) == .submitted(form.values))
    }

    @Test func `a harmless form is done with Enter in its last field`() {
        var form = reprice(movesMoney: false)
        #expect(enter("20", "Enter", "急", "Enter", into: &form) == .submitted(form.values))
    }

    @Test func `Enter submits where nothing is left to write, and the footer says so`() {
        var form = tag()
        #expect(
            form.keys.map { $0.key + " " + $0.title.zh }.prefix(2) == ["Enter 确定", "Tab 下一项"])
        #expect(enter("急", "Enter", into: &form) == .submitted(form.values))
        #expect(reprice(movesMoney: false).keys.first == KeyHint("Enter", Words.next))
    }

    @Test func `letters on a choice go to the one that begins with them or has them`() {
        var form = tag()
        #expect(enter("Tab", "month", into: &form) == .changed || form.values.choice("for") == 1)
        #expect(form.values.choice("for") == 1)
        enter("周", into: &form)
        #expect(form.values.choice("for") == 2)
    }

    @Test func `letters no choice has are not lost without a word`() {
        var form = tag()
        enter("Tab", "z", into: &form)
        #expect(form.values.choice("for") == 0)
        #expect(picture(form).picture.contains("没有含“z”的选项"))
        enter("Right", into: &form)
        #expect(!picture(form).picture.contains("没有含"))
    }

    @Test func `says what the shop would refuse only after something was changed`() {
        var form = tag()
        form.effect = .refused(word("什么也没写"))
        #expect(!picture(form).picture.contains("什么也没写"))
        enter("a", into: &form)
        #expect(picture(form).picture.contains("什么也没写"))
    }

    @Test func `says what the shop would refuse only when nothing has to be filled in any more`() {
        var form = Form(
            word("举证"),
            fields: [
                .choice("kind", word("凭证"), [word("照片"), word("授权书")]),
                .text("shows", word("说明")),
            ], now: now)
        form.effect = .refused(word("要两个字"))
        enter("Right", into: &form)
        #expect(!picture(form).picture.contains("要两个字"))
        enter("Tab", "授", into: &form)
        #expect(picture(form).picture.contains("要两个字"))
    }

    @Test func `shows the new value on a line of its own where both do not fit`() {
        var form = tag()
        form.effect = .changes([
            FormEffect.Change(
                word("收货"), from: word("浙江省杭州市西湖区文三路一号东门"),
                to: word("浙江省杭州市西湖区文三路二号"))
        ])
        let rows = picture(form, rows: 10).picture.split(separator: "\n").map(String.init)
        #expect(rows.contains { $0.contains("→ 浙江省杭州市西湖区文三路二号") })
    }

    @Test func `typing on the button changes nothing`() {
        var form = reprice()
        enter("20", "Tab", "急", "Tab", into: &form)
        let before = form.values
        #expect(enter("x", into: &form) == .stay)
        #expect(form.values == before)
    }

    @Test func `does not go through while something is wrong and goes to it`() {
        var form = reprice(movesMoney: false)
        #expect(enter("31", "Tab", "太贵了一点点", "Enter", into: &form) == .stay)
        #expect(form.place == 1)
        #expect(form.complaint(about: form.fields[1])?.en == "At most ¥30.00.")
        #expect(form.complaint(about: form.fields[2])?.zh == "最多 5 字，现在 6 字。")
    }

    @Test func `does not complain about a field before one has been there`() {
        var form = reprice()
        #expect(form.complaint(about: form.fields[1]) == nil)
        enter("Tab", into: &form)
        #expect(form.complaint(about: form.fields[1])?.zh == "这一项要填。")
    }

    @Test func `does not go through while its effect is refused`() {
        var form = reprice(movesMoney: false)
        form.effect = .refused(word("已付款"))
        #expect(enter("20", "Tab", "急", "Enter", into: &form) == .stay)
        form.effect = .none
        #expect(enter("Enter", into: &form) == .submitted(form.values))
    }

    @Test func `Esc cancels, and every change is told so that the effect can follow`() {
        var form = reprice()
        #expect(enter("2", into: &form) == .changed)
        #expect(enter("Left", into: &form) == .stay)
        #expect(enter("Esc", into: &form) == .cancelled)
    }

    @Test func `a paste into one line stays one line`() {
        var form = reprice()
        enter("Tab", into: &form)
        #expect(form.handle(.paste("一\n二")) == .changed)
        #expect(form.values.text("why") == "一 二")
    }

    @Test(arguments: ["¥12.5", "12.50", "12.5元", "１２．５０", " 12.50 "])
    func `an amount may be written as people do`(text: String) {
        var form = reprice()
        _ = form.handle(.paste(text))
        #expect(form.values.money("off") == Money(fen: 1250))
    }

    @Test func `choices and flags answer arrows, digits and blank`() {
        var form = Form(
            word("旗"),
            fields: [
                .choice("flag", word("旗"), ["红", "黄", "绿"].map(word)),
                .flag("told", word("已告知")),
            ], now: now)
        #expect(enter("Right", into: &form) == .changed)
        #expect(form.values.choice("flag") == 1)
        enter("3", into: &form)
        #expect(form.values.choice("flag") == 2)
        #expect(enter("9", into: &form) == .stay)
        enter("Tab", " ", into: &form)
        #expect(form.values.flag("told"))
    }

    @Test func `a longer text breaks lines with Alt-Enter and Up stays inside`() {
        var form = Form(word("备注"), fields: [.text("note", word("备注"), rows: 3)], now: now)
        enter("一", "Alt-Enter", "二", "Up", "三", into: &form)
        #expect(form.values.text("note") == "一三\n二")
    }
}

@Suite struct `Form, drawing` {
    @Test func `shows labels, values, the effect and the button, and the caret in its field`() {
        var form = reprice()
        enter("20", into: &form)
        form.effect = .changes([
            FormEffect.Change(Bilingual(zh: "应付", en: "Due"), from: .yuan(298), to: .yuan(278))
        ])
        let canvas = picture(form)
        #expect(
            canvas.picture == """
                 应付  298.00
                ▌优惠* 20
                 原因*


                应付  298.00 → 278.00

                [ 确定 ]
                """)
        #expect(canvas.caret == Point(x: 9, y: 1))
    }

    @Test func `says below a field what is wrong with it`() {
        var form = reprice()
        enter("99", "Tab", into: &form)
        #expect(picture(form).text(row: 2) == "       ! 最多 30.00 元。")
    }

    @Test func `on few rows the field with the caret and the button are still there`() {
        var form = reprice()
        enter("Tab", "急", into: &form)
        let canvas = picture(form, rows: 4)
        #expect(canvas.picture.contains("▌原因* 急"))
        #expect(canvas.picture.contains("确定"))
        #expect(canvas.caret?.y ?? 9 < 4)
    }

    @Test func `shows how a time was understood`() {
        var form = Form(word("承诺"), fields: [.time("due", word("时间"))], now: now)
        _ = form.handle(.paste("明天12点"))
        #expect(picture(form, columns: 60).text(row: 0).hasSuffix("= 3月19日 周四 12:00"))
    }

    @Test(arguments: [1, 2, 5, 12])
    func `any size is drawn without leaving it`(columns: Int) {
        var form = reprice()
        enter("很长的一段话", into: &form)
        for rows in 1...6 {
            let canvas = picture(form, columns: columns, rows: rows)
            if let caret = canvas.caret {
                #expect(caret.x < columns && caret.y < rows)
            }
        }
    }
}

@Suite struct `Form, times as people write them` {
    @Test(arguments: [
        ("18:00", "2026-03-18 18:00"), ("18：00", "2026-03-18 18:00"),
        ("9:30", "2026-03-19 09:30"), ("明天12点", "2026-03-19 12:00"),
        ("tomorrow 12:00", "2026-03-19 12:00"), ("后天下午3点半", "2026-03-20 15:30"),
        ("今晚8点", "2026-03-18 20:00"), ("明早九点", "2026-03-19 09:00"),
        ("下午5点前", "2026-03-18 17:00"), ("6pm", "2026-03-18 18:00"),
        ("6:30 pm", "2026-03-18 18:30"), ("+2h", "2026-03-18 16:02"),
        ("+30m", "2026-03-18 14:32"), ("2小时后", "2026-03-18 16:02"),
        ("半小时后", "2026-03-18 14:32"), ("一个半小时后", "2026-03-18 15:32"),
        ("in 45 minutes", "2026-03-18 14:47"), ("周五 18:00", "2026-03-20 18:00"),
        ("下周一上午10点", "2026-03-23 10:00"), ("next monday 10:00", "2026-03-23 10:00"),
        ("fri 9am", "2026-03-20 09:00"), ("20号12点", "2026-03-20 12:00"),
        ("3月20日 12:00", "2026-03-20 12:00"), ("3-20 12:00", "2026-03-20 12:00"),
        ("2026-04-01 08:00", "2026-04-01 08:00"), ("5号 12点", "2026-04-05 12:00"),
        ("明天", "2026-03-19 18:00"), ("中午12点", "2026-03-19 12:00"),
        ("明天中午", "2026-03-19 12:00"), ("by tomorrow 5pm", "2026-03-19 17:00"),
    ])
    func `are understood`(text: String, expected: String) throws {
        let time = CivilTime(try #require(HumanTime.read(text, now: now)))
        #expect("\(time.date) \(time.clock)" == expected)
    }

    @Test(arguments: [
        "", "尽快", "soon", "25:00", "18:60", "31", "2月30日", "12", "明天尽快", "+2", "下午", "-1h",
        "18:00 19:00", "明天后天", "13月1日",
    ])
    func `are refused when they say none`(text: String) {
        #expect(HumanTime.read(text, now: now) == nil, "\(text)")
    }
}

@Suite struct `Picker, choosing from a list` {
    private static let items = [
        Picker.Item(id: "night", label: "夜", detail: "F9", also: "Night"),
        Picker.Item(id: "day", label: "日", also: "Day"),
        Picker.Item(id: "send", label: "Send reply", also: "发送"),
        Picker.Item(id: "end", label: "End the shift", also: "结束", obstacle: "no shift"),
    ]

    @discardableResult
    private func enter(_ inputs: String..., into picker: inout Picker) -> Picker.Outcome {
        var outcome = Picker.Outcome.stay
        for input in inputs {
            if input.count > 1, let key = Key(name: input) {
                outcome = picker.handle(.key(key))
            } else {
                for letter in input { outcome = picker.handle(.key(Key(.character(letter)))) }
            }
        }
        return outcome
    }

    @Test func `filters as one types, the beginning of a label first`() {
        var picker = Picker(items: Self.items)
        enter("en", into: &picker)
        #expect(picker.matches.map { Self.items[$0].id } == ["end", "send"])
        enter("Ctrl-U", "发", into: &picker)
        #expect(picker.chosen?.id == "send")
    }

    @Test func `picks the marked item but none that cannot be done now`() {
        var picker = Picker(items: Self.items)
        #expect(enter("Down", into: &picker) == .moved)
        #expect(enter("Enter", into: &picker) == .picked(Self.items[1]))
        enter("PageDown", into: &picker)
        #expect(enter("Enter", into: &picker) == .stay)
    }

    @Test func `takes a new word where new ones are allowed`() {
        var picker = Picker(items: [], takesNew: true)
        enter(" 急 ", into: &picker)
        #expect(enter("Enter", into: &picker) == .picked(Picker.Item(id: "急", label: "急")))
        var strict = Picker(items: [])
        enter("急", into: &strict)
        #expect(enter("Enter", into: &strict) == .stay)
    }

    @Test func `draws the filter, the list and the preview, the caret in the filter`() {
        var picker = Picker(items: Self.items)
        enter("Down", into: &picker)
        var canvas = Canvas(size: Size(columns: 20, rows: 6))
        picker.draw(in: canvas.bounds, on: &canvas, theme: .bare, preview: ["浅色"])
        #expect(
            canvas.picture == """
                >
                 夜              F9
                ▌日
                 Send reply
                 End the … no shift
                浅色
                """)
        #expect(canvas.caret == Point(x: 2, y: 0))
    }
}
