import Engine
import Terminal

/// A page that is a list below a heading, reached from the start page: digits, arrows, Enter or a
/// click choose, Esc goes back.
protocol ListPage: Page {
    var host: any PageHost { get }
    var list: ChoiceList { get set }
    var count: Int { get }
    /// The line below the heading, which the list stands under.
    var detail: Bilingual? { get }
    /// The block in which heading and list stand.
    func column(_ desk: Desk) -> Rect
}

extension ListPage {
    var detail: Bilingual? { nil }

    func column(_ desk: Desk) -> Rect { PageFrame.column(desk) }

    /// Back to the start page.
    func leaves(_ input: Input, _ desk: Desk) -> Bool {
        guard case .key(let key) = input, key.code == .escape else { return false }
        desk.show(StartPage(host: host))
        return true
    }

    /// What the input chooses or moves; nil when it is not for the list.
    mutating func answer(_ input: Input, _ desk: Desk) -> ChoiceList.Answer? {
        if let answer = list.answer(input, count: count) { return answer }
        guard case .mouse(let mouse) = input, mouse.action == .press(.left) else { return nil }
        return list.click(at: mouse.at, in: area(desk), count: count)
    }

    /// Where the list stands.
    func area(_ desk: Desk) -> Rect {
        let column = column(desk)
        return column.inset(top: desk.headingHeight(detail, in: column))
    }
}
