public import Engine
public import Terminal

/// The very first page: which language, told in both. Then the guide is offered.
public struct LanguagePage: Page {
    let host: any PageHost
    private var list = ChoiceList()

    public init(host: any PageHost) { self.host = host }

    public var title: Bilingual { PageWords.languageTitle }

    private var rows: [ChoiceList.Row] {
        [
            .init(title: "中文", detail: "界面和顾客都说中文"),
            .init(title: "English", detail: "The desk and the customers speak English"),
        ]
    }

    public mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        let answer = list.answer(input, count: 2) ?? click(input, desk)
        guard let answer else { return false }
        guard case .chose(let index) = answer else { return true }
        desk.settings.tongue = index == 0 ? .chinese : .english
        desk.keepSettings()
        desk.show(WelcomePage(host: host))
        return true
    }

    private mutating func click(_ input: Input, _ desk: Desk) -> ChoiceList.Answer? {
        guard case .mouse(let mouse) = input, mouse.action == .press(.left) else { return nil }
        return list.click(at: mouse.at, in: area(desk), count: 2)
    }

    private func area(_ desk: Desk) -> Rect {
        let column = PageFrame.column(desk, width: 64)
        return column.inset(top: desk.headingHeight(PageWords.languageHint, in: column))
    }

    public func draw(_ desk: Desk, into canvas: inout Canvas) {
        let frame = PageFrame(
            title: title, hints: [.init("1 2", PageWords.choose), .init("Enter", PageWords.take)])
        _ = frame.draw(desk, into: &canvas)
        let column = PageFrame.column(desk, width: 64)
        _ = desk.drawHeading(
            PageWords.languageHeading, PageWords.languageHint, in: column, into: &canvas)
        list.draw(rows, desk, in: area(desk), into: &canvas)
    }
}

/// The second page of a first start: three minutes with a guide, or not.
struct WelcomePage: Page {
    let host: any PageHost
    private var list = ChoiceList()

    init(host: any PageHost) { self.host = host }

    var title: Bilingual { PageWords.welcomeTitle }

    mutating func handle(_ input: Input, _ desk: Desk) -> Bool {
        if case .key(let key) = input, key.code == .escape {
            leave(desk)
            return true
        }
        let answer = list.answer(input, count: 2) ?? click(input, desk)
        guard let answer else { return false }
        guard case .chose(let index) = answer else { return true }
        if index == 0, let guide = host.startMenu().guide {
            host.firstStartIsDone()
            desk.begin(ShiftChoice(pack: guide.name), with: host, isGuided: true)
        } else {
            leave(desk)
        }
        return true
    }

    private func leave(_ desk: Desk) {
        host.firstStartIsDone()
        desk.show(StartPage(host: host))
    }

    private mutating func click(_ input: Input, _ desk: Desk) -> ChoiceList.Answer? {
        guard case .mouse(let mouse) = input, mouse.action == .press(.left) else { return nil }
        return list.click(at: mouse.at, in: area(desk), count: 2)
    }

    private func area(_ desk: Desk) -> Rect {
        let column = PageFrame.column(desk, width: 64)
        return column.inset(top: desk.headingHeight(PageWords.welcomeDetail, in: column))
    }

    func draw(_ desk: Desk, into canvas: inout Canvas) {
        let frame = PageFrame(
            title: title, hints: [.init("1 2", PageWords.choose), .init("Enter", PageWords.take)])
        _ = frame.draw(desk, into: &canvas)
        let column = PageFrame.column(desk, width: 64)
        _ = desk.drawHeading(
            PageWords.welcome, PageWords.welcomeDetail, in: column, into: &canvas)
        let rows = [
            ChoiceList.Row(
                title: desk.say(PageWords.guideYes), detail: desk.say(PageWords.guideYesDetail)),
            ChoiceList.Row(
                title: desk.say(PageWords.guideNo), detail: desk.say(PageWords.guideNoDetail)),
        ]
        list.draw(rows, desk, in: area(desk), into: &canvas)
    }
}
