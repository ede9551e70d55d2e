import Terminal

/// Where everything stands on a screen of a certain size.
///
/// Width goes to the chat first; a pane that has a place at one size keeps it when the window
/// grows. Below 60 by 15 one pane is shown at a time.
struct Arrangement {
    private(set) var header = Rect(x: 0, y: 0, width: 0, height: 0)
    private(set) var banner: Rect?
    /// A row of tabs where only one pane is shown.
    private(set) var tabs: Rect?
    private(set) var footer = Rect(x: 0, y: 0, width: 0, height: 0)
    /// What a class sees besides: captions, and the keys that were pressed.
    private(set) var caption: Rect?
    private(set) var cast: Rect?
    /// What panes and composer share.
    private(set) var body = Rect(x: 0, y: 0, width: 0, height: 0)
    private var stage: Stage?

    /// How the desk stands before a class: the chat and one pane beside it, with air around them.
    struct Stage: Hashable {
        var side: Focus
        /// Rows kept for captions.
        var captions: Int
    }

    /// The composer with the rule above it that names the recipient.
    private(set) var composer: Rect?
    /// The time line below a shift that is gone through again; nobody writes there.
    private(set) var timeLine: Rect?
    /// The panes on the screen, each with the rule above it.
    private(set) var panes: [(focus: Focus, rect: Rect)] = []

    /// - Parameters:
    ///   - writing: rows the text being written takes.
    ///   - alone: the pane that fills the screen, if one does.
    ///   - timeLine: rows of the time line of a replay; then nobody writes, and there is no composer.
    ///   - stage: what stands before a class; nil at work.
    init(

        size: Size, focus: Focus, alone: Focus?, writing: Int, hasBanner: Bool,
        timeLine rows: Int = 0,
        stage: Stage? = nil
    ) {
        self.stage = stage
        var rest = Rect(size: size)
        if size.rows >= 4 { header = rest.takeTop(1) }
        if hasBanner, size.rows >= 6 { banner = rest.takeTop(1) }
        if size.rows >= 5 { footer = rest.takeBottom(1) }
        if rows > 0 { timeLine = rest.takeBottom(min(rows, rest.height)) }
        if let stage { takeStage(stage, from: &rest, size) }
        body = rest
        let isSmall = size.columns < 60 || size.rows < 15
        if isSmall {
            if size.rows >= 8 { tabs = rest.takeTop(1) }
            fill(rest, with: focus == .composer ? .chat : focus, writing: writing)
        } else if let alone {
            fill(rest, with: alone, writing: writing)
        } else if let stage {
            large(rest, columns: size.columns, side: stage.side, writing: writing)
        } else if size.columns < 76 {
            narrow(rest, focus: focus, writing: writing)
        } else {
            wide(rest, columns: size.columns, writing: writing)
        }
    }

    /// The pane's rule and body.
    func rect(of focus: Focus) -> Rect? {
        if focus == .composer { return composer ?? timeLine }
        return panes.first { $0.focus == focus }?.rect
    }

    /// The pane without its rule.
    func body(of focus: Focus) -> Rect? {
        rect(of: focus)?.inset(top: 1)
    }

    /// What Tab goes through: the panes that can be seen, the composer last.
    var stops: [Focus] {
        if tabs != nil || panes.count < 2 || stage != nil {
            return [.composer, .queue, .order, .customer, .replies, .shelf]
        }
        return [.composer] + panes.map(\.focus)
    }

    /// The pane under a point, and the composer.
    func focus(at point: Point) -> Focus? {
        if composer?.contains(point) == true || timeLine?.contains(point) == true {
            return .composer
        }
        return panes.first { $0.rect.contains(point) }?.focus
    }

    private mutating func fill(_ rect: Rect, with focus: Focus, writing: Int) {
        guard focus == .chat else {
            panes = [(focus, rect)]
            return
        }
        conversation(in: rect, writing: writing)
    }

    /// Keeps rows for the class, and some air.
    private mutating func takeStage(_ stage: Stage, from rest: inout Rect, _ size: Size) {
        guard size.rows >= 15 else { return }
        cast = rest.takeBottom(1)
        if stage.captions > 0 { caption = rest.takeBottom(stage.captions) }
        if size.rows >= 20 { _ = rest.takeTop(1) }
        rest = rest.inset(columns: size.columns >= 76 ? 1 : 0, rows: 0)
    }

    /// The chat, and one pane beside it; with room the queue keeps its place at the left.
    private mutating func large(_ area: Rect, columns: Int, side: Focus, writing: Int) {
        var rest = area
        if columns >= 120 {
            panes.append((.queue, rest.takeLeft(27).inset(right: 2)))
        }
        let other = columns >= 120 && side == .queue ? Focus.order : side
        let width = Arrangement.blend(columns, [(76, 25), (80, 26), (120, 36), (200, 50)])
        let beside = rest.takeRight(width)
        conversation(in: rest.inset(right: 2), writing: writing)
        panes.append((other, beside))
    }

    private mutating func narrow(_ area: Rect, focus: Focus, writing: Int) {
        var rest = area
        switch focus {
        case .order, .customer, .replies, .shelf:
            let side = rest.takeRight(area.width * 2 / 5)
            conversation(in: rest.inset(right: 1), writing: writing)
            panes.append((focus, side))
        case .composer, .queue, .chat:
            let left = rest.takeLeft(17)
            panes.append((.queue, left.inset(right: 1)))
            conversation(in: rest, writing: writing)
        }
    }

    private mutating func wide(_ area: Rect, columns: Int, writing: Int) {
        var rest = area
        let queue = Arrangement.blend(columns, [(76, 18), (80, 20), (120, 25), (200, 32)])
        let side = Arrangement.blend(columns, [(76, 22), (80, 23), (120, 36), (200, 46)])
        panes.append((.queue, rest.takeLeft(queue).inset(right: 1)))
        let hasShelf = columns >= 160
        let shelf = hasShelf ? rest.takeRight(side) : nil
        var right = rest.takeRight(side)
        conversation(in: rest.inset(right: 1), writing: writing)
        if hasShelf { right = right.inset(right: 1) }
        let low = max(
            composer?.height ?? 3, Arrangement.blend(area.height, [(13, 3), (34, 9), (48, 15)]))
        let replies = right.takeBottom(low)
        let customer = right.takeBottom(
            Arrangement.blend(right.height, [(10, 4), (18, 5), (24, 10), (33, 14)]))
        panes += [(.order, right), (.customer, customer), (.replies, replies)]
        if let shelf { panes.append((.shelf, shelf)) }
    }

    /// The chat with the composer below it, which grows with what is written, up to a third.
    private mutating func conversation(in area: Rect, writing: Int) {
        var rest = area
        if timeLine != nil {
            panes.append((.chat, area))
            return
        }
        let most = max(1, area.height / 3)
        let least = area.height >= 20 ? 2 : 1
        if area.height >= 3 {
            composer = rest.takeBottom(1 + min(most, max(least, writing)))
        } else {
            composer = rest.takeBottom(1)
        }
        panes.append((.chat, rest))
    }

    /// A length between the ones given for certain sizes, so that panes grow evenly.
    private static func blend(_ size: Int, _ points: [(size: Int, length: Int)]) -> Int {
        guard let first = points.first, size > first.size else { return points[0].length }
        for (low, high) in zip(points, points.dropFirst()) where size <= high.size {
            let share = (high.length - low.length) * (size - low.size)
            return low.length + share / max(1, high.size - low.size)
        }
        return points[points.count - 1].length
    }
}
