import Engine
import Replies
import Shifts
import Terminal

/// The knowledge base, the goods and the coupons, found as one types; below the list the marked
/// one can be read. Whatever is typed and not found is noted: that is how gaps come to light.
struct LookUpSheet: Overlay {
    private var typed: Composer
    private var found: [ShopIndex.Found]
    private var place = 0
    /// More than anybody scrolls through.
    private static let most = 50

    init(_ desk: Desk) {
        typed = Composer(words: desk.words)
        found = desk.search("", limit: Self.most)
    }

    private var chosen: ShopIndex.Found? {
        found.indices.contains(place) ? found[place] : nil
    }

    mutating func handle(_ input: Input, _ desk: Desk) -> OverlayOutcome {
        switch input {
        case .key(let key): press(key, desk)
        case .paste(let text): retype(desk) { $0.paste(text) }
        case .mouse(let mouse): point(mouse)
        case .resize, .focus, .resumed, .profile, .hangup, .unknown: .stay
        }
    }

    private mutating func press(_ key: Key, _ desk: Desk) -> OverlayOutcome {
        switch (key.code, key.modifiers) {
        case (.escape, _):
            // The marked answer stood there to be read.
            if !typed.isEmpty, !found.isEmpty { return take { $0.look(at: $1) } }
            desk.noteSearch(typed.text, found: found.count, opened: nil)
            return .close
        case (.enter, _): return take { $0.show(lookup: $1) }
        case (.tab, _): return take { $0.insert(lookup: $1) }
        case (.character("n"), .alt):
            let query = typed.text.trimmed
            let count = found.count
            return .closeThen { desk in
                desk.noteSearch(query, found: count, opened: nil)
                desk.proposeEntry(title: query)
            }
        case (.up, []), (.character("p"), .control), (.backTab, _): return move(by: -1)
        case (.down, []), (.character("n"), .control): return move(by: 1)
        case (.pageUp, _): return move(by: -10)
        case (.pageDown, _): return move(by: 10)
        case (.character, _), (.backspace, _), (.delete, _), (.insert, _), (.left, _), (.right, _),
            (.up, _), (.down, _), (.home, _), (.end, _), (.function, _):
            return retype(desk) { _ = $0.handle(key) }
        }
    }

    private func take(_ act: @escaping (Desk, Lookup) -> Void) -> OverlayOutcome {
        guard let chosen else { return .stay }
        let query = typed.text
        let count = found.count
        return .closeThen { desk in
            desk.noteSearch(query, found: count, opened: chosen.title)
            act(desk, chosen.what)
        }
    }

    private mutating func point(_ mouse: Mouse) -> OverlayOutcome {
        switch mouse.action {
        case .wheelUp: move(by: -3)
        case .wheelDown: move(by: 3)
        case .press, .release, .drag: .stay
        }
    }

    private mutating func move(by step: Int) -> OverlayOutcome {
        place = min(max(0, place + step), max(0, found.count - 1))
        return .stay
    }

    private mutating func retype(
        _ desk: Desk, _ change: (inout Composer) -> Void
    ) -> OverlayOutcome {
        let before = typed.text
        change(&typed)
        guard typed.text != before else { return .stay }
        found = desk.search(typed.text, limit: Self.most)
        place = 0
        return .stay
    }

    func keys(_ desk: Desk) -> [KeyHint] {
        [
            KeyHint("Enter", Words.opens), KeyHint("Tab", Words.insertsIt),
            KeyHint("Alt-N", Words.proposesEntry), .mark, .close,
        ]
    }

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        let box = rect.centred(width: min(76, rect.width), height: min(20, rect.height))
        desk.drawSheet(in: box, title: desk.say(Words.lookUpTitle), into: &canvas)
        var rest = box.inset(left: 1, top: 1, right: 1, bottom: 1)
        let line = rest.takeTop(1)
        canvas.put("> ", at: line.origin, style: desk.style(.accent))
        typed.draw(on: &canvas, in: line.inset(left: 2), style: desk.style(.input))
        if typed.isEmpty {
            canvas.put(
                desk.say(Words.lookUpFirst), at: Point(x: line.x + 3, y: line.y),
                limit: line.width - 3, style: desk.style(.placeholder, on: .input),
                overflow: .ellipsis)
        }
        guard let chosen else {
            canvas.put(
                desk.say(Words.notInTheBase), at: rest.origin, limit: rest.width,
                style: desk.style(.placeholder), overflow: .ellipsis)
            return
        }
        let preview = rest.takeBottom(max(1, rest.height / 2)).inset(top: 1)
        drawList(desk, in: rest, into: &canvas)
        let text = desk.lines(of: chosen.what).flatMap {
            desk.wrapped($0, width: preview.width, ink: .note)
        }
        desk.drawLines(text, from: 0, in: preview, into: &canvas)
    }

    private func drawList(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        let first = max(0, min(place - rect.height / 2, found.count - rect.height))
        for (row, item) in found.dropFirst(first).prefix(rect.height).enumerated() {
            let line = rect.row(row)
            let ground: Role = first + row == place ? .selected : .text
            canvas.fill(line, style: desk.style(ground))
            let kind = desk.say(item.what.kind)
            let width = desk.gate.width(of: kind)
            canvas.put(
                kind, at: Point(x: line.right - width, y: line.y),
                style: desk.style(.dim, on: ground))
            canvas.put(
                item.title, at: line.origin, limit: line.width - width - 1,
                style: desk.style(.text, on: ground), overflow: .ellipsis)
            mark(item.title, desk, line, line.width - width - 1, ground, &canvas)
        }
    }

    /// What was typed, where it stands in the title.
    private func mark(
        _ title: String, _ desk: Desk, _ line: Rect, _ limit: Int, _ ground: Role,
        _ canvas: inout Canvas
    ) {
        guard !typed.isEmpty else { return }
        for range in desk.shopIndex?.highlights(of: typed.text, in: title) ?? [] {
            let left = desk.gate.width(of: String(title[..<range.lowerBound]))
            guard left < limit else { return }
            canvas.put(
                String(title[range]), at: Point(x: line.x + left, y: line.y),
                limit: limit - left, style: desk.style(.match, on: ground))
        }
    }
}

extension Lookup {
    /// What kind of thing it is, beside its title.
    fileprivate var kind: Bilingual {
        switch self {
        case .knowledge: Words.knowledge
        case .product: Words.goods
        case .coupon: Words.coupon
        case .order, .track, .address, .customer, .attachment: Bilingual(zh: "", en: "")
        }
    }
}

extension Desk {
    /// Opens something and puts its words where the caret is.
    func insert(lookup what: Lookup) {
        guard slot != nil else { return announce(.hint, Words.nobodySelected) }
        look(at: what)
        let text = saying(what)
        write { composer in
            let caret = composer.draft.caret
            composer.replace(caret..<caret, with: text, caret: nil)
        }
        turn(to: .composer)
    }
}

extension Desk {
    /// What was found as one may say it to a customer, in the shop's language: of goods what the
    /// page says and the prices, not how many are left.
    private func saying(_ what: Lookup) -> String {
        guard case .product(let id) = what, let product = shop?.products[id] else {
            return lines(of: what).joined(separator: " ")
        }
        let isOnePrice = Set(product.variants.map(\.price)).count == 1
        let variants = isOnePrice ? Array(product.variants.prefix(1)) : product.variants
        func price(_ variant: Variant, _ unit: String) -> String {
            (isOnePrice ? "" : variant.name + " ") + variant.price.plain + unit
        }
        switch shift?.card.tongue ?? tongue {
        case .chinese:
            let facts = product.facts.map { "\($0.name)：\($0.value)" }
            let parts = facts + [variants.map { price($0, "元") }.joined(separator: "，")]
            return product.title + "，" + parts.joined(separator: "；") + "。"
        case .english:
            let facts = product.facts.map { "\($0.name): \($0.value)" }
            let parts = facts + [variants.map { price($0, " yuan") }.joined(separator: ", ")]
            return product.title + ". " + parts.joined(separator: "; ") + "."
        }
    }
}

extension LookUpSheet: ChoosingSheet {
    var heading: Bilingual { Words.lookUpTitle }
    var wanted: String { typed.text }
    var markedRow: Int { place }
    func listed(_ desk: Desk) -> [String] {
        found.map { $0.title + desk.say(LinearWords.comma) + desk.say($0.what.kind) }
    }
}
