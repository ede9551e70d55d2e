public import Engine
public import Terminal

/// What a key sends and what it does, live: the screen of `xiaoer keys --press`.
///
/// Every key pressed becomes a row with its bytes, its name and what it means in each place of
/// the desk. The same key a second time asks for a command to bind it to. Ctrl-C ends it.
public struct KeyProbe {
    /// What the program has to do after some input.
    public enum Outcome: Hashable {
        case goOn
        case end
    }

    private struct Row {
        let bytes: String
        let name: String
        let meaning: String
        let isKnown: Bool
    }

    /// Choosing a command for a key.
    private struct Binding {
        let key: KeySeries
        var typed = ""
        var cursor = 0
    }

    private var shelf: KeymapShelf
    private let tongue: Tongue
    private var rows: [Row] = []
    private var last: Key?
    private var binding: Binding?
    private var news: (text: Bilingual, isGood: Bool)?

    public init(_ shelf: KeymapShelf, in tongue: Tongue) {
        self.shelf = shelf
        self.tongue = tongue
    }

    /// Takes what the terminal sent, with its bytes.
    public mutating func hear(_ heard: [Heard]) -> Outcome {
        for item in heard {
            guard case .input(let input) = item.meaning else { continue }
            switch input {
            case .key(let key):
                if key == Key(.character("c"), .control) { return .end }
                if binding != nil {
                    choose(key)
                } else {
                    tell(key, item.spelling)
                }
            case .unknown(let bytes):
                add(
                    bytes, "", Bilingual(zh: "不认得，不会当成打字", en: "unknown; never taken for typing"),
                    false)
            case .paste(let text):
                if binding != nil {
                    binding?.typed += TextGate().cleaned(text)
                } else {
                    let words = Bilingual(
                        zh: "粘贴 \(text.count) 字：进草稿，换行不发送",
                        en: "a paste of \(text.count): goes into the draft, sends nothing")
                    add("ESC[200~…ESC[201~", "", words, true)
                }
            case .mouse(let mouse):
                switch mouse.action {
                case .press, .wheelUp, .wheelDown:
                    add(item.spelling, "", Bilingual(zh: "鼠标", en: "the mouse"), true)
                case .release, .drag: break
                }
            case .resize, .focus, .resumed, .profile: break
            case .hangup: return .end
            }
        }
        return .goOn
    }

    private mutating func tell(_ key: Key, _ bytes: String) {
        if key == last {
            binding = Binding(key: KeySeries([key]))
            last = nil
            return
        }
        news = nil
        last = key
        add(bytes, key.name, KeyProbe.meaning(of: key, shelf), true)
    }

    private mutating func add(_ bytes: String, _ name: String, _ text: Bilingual, _ known: Bool) {
        rows.append(
            Row(bytes: bytes, name: name, meaning: text[tongue], isKnown: known))
        if rows.count > 200 { rows.removeFirst() }
    }

    /// What a key does, place by place; places where it does the same stand together.
    static func meaning(of key: Key, _ shelf: KeymapShelf) -> Bilingual {
        let keymap = shelf.keymap
        var found: [(text: Bilingual, places: [String])] = []
        let places = KeyPlace.allCases.filter { $0 != .normal || keymap.isModal }
        for place in places {
            let text: Bilingual
            switch keymap.meaning(of: [key], in: place) {
            case .command(let id):
                let title = shelf.command(named: id)?.title ?? Bilingual(zh: id, en: id)
                text = Bilingual(zh: "\(title.zh)（\(id)）", en: "\(title.en) (\(id))")
            case .begins:
                let count = keymap.continuations(of: [key], in: place).count
                text = Bilingual(
                    zh: "一组键的开头，后面有 \(count) 种", en: "begins a series, \(count) ways on")
            case .nothing:
                if let edit = Composer.Edit.allCases.first(where: {
                    $0.defaultKeys.contains { Key(name: $0) == key }
                }), place == .composer || place == .normal {
                    text = edit.help
                } else if key.typed != nil, place == .composer {
                    text = Bilingual(zh: "打字", en: "types itself")
                } else {
                    continue
                }
            }
            if let known = found.firstIndex(where: { $0.text == text }) {
                found[known].places.append(place.rawValue)
            } else {
                found.append((text, [place.rawValue]))
            }
        }
        guard !found.isEmpty else { return Bilingual(zh: "没有用处", en: "does nothing") }
        func joined(_ tongue: Tongue) -> String {
            found.map { item in
                item.places.count == places.count
                    ? item.text[tongue]
                    : item.places.joined(separator: " ") + ": " + item.text[tongue]
            }.joined(separator: tongue == .chinese ? "；" : "; ")
        }
        return Bilingual(zh: joined(.chinese), en: joined(.english))
    }

    // MARK: Binding

    private mutating func choose(_ key: Key) {
        guard var asked = binding else { return }
        if let letter = key.typed {
            asked.typed.append(letter)
            asked.cursor = 0
            binding = asked
            return
        }
        let found = CommandPalette.matches(asked.typed, shelf.library)
        switch key.code {
        case .escape:
            binding = nil
            return
        case .enter:
            if found.indices.contains(asked.cursor) { bind(found[asked.cursor], to: asked.key) }
            return
        case .up: asked.cursor = max(0, asked.cursor - 1)
        case .down: asked.cursor = min(max(0, found.count - 1), asked.cursor + 1)
        case .backspace: if !asked.typed.isEmpty { asked.typed.removeLast() }
        case .character, .tab, .backTab, .delete, .insert, .left, .right, .home, .end, .pageUp,
            .pageDown, .function:
            break
        }
        binding = asked
    }

    /// The key besides those the command has.
    private mutating func bind(_ command: DeskCommand, to key: KeySeries) {
        binding = nil
        let keys = shelf.keymap.written(for: command.id, in: nil).filter { $0 != key } + [key]
        do throws(SettingsProblem) {
            let written = try shelf.bind(command.id, to: keys)
            if let clash = written.clashes.first {
                news = (clash.words, false)
            } else {
                news = (
                    Bilingual(
                        zh: "写好了：\(key.name) → \(command.title.zh)（\(shelf.file)）",
                        en: "Written: \(key.name) → \(command.title.en) (\(shelf.file))"), true
                )
            }
        } catch {
            news = (error.words, false)
        }
    }

    // MARK: Drawing

    /// The screen; as plain as can be, for whatever terminal it is tried in.
    public func draw(into canvas: inout Canvas) {
        var rest = canvas.bounds
        let head = rest.takeTop(1)
        let foot = rest.takeBottom(1)
        let strong = Style(attributes: .bold)
        let dim = Style(attributes: .dim)
        canvas.put(
            " " + KeyProbe.heading[tongue], at: head.origin, limit: head.width, style: strong,
            overflow: .ellipsis)
        canvas.put(
            " " + (binding == nil ? KeyProbe.hint : KeyProbe.bindingHint)[tongue], at: foot.origin,
            limit: foot.width, style: dim, overflow: .ellipsis)
        if let news {
            let line = rest.takeBottom(1)
            canvas.put(
                (news.isGood ? " ✓ " : " ! ") + news.text[tongue], at: line.origin,
                limit: line.width, style: strong, overflow: .ellipsis)
        }
        canvas.caret = Point(x: 0, y: foot.y)
        if let binding { return draw(binding, in: rest, into: &canvas) }
        let gate = canvas.gate
        var y = rest.bottom
        for row in rows.reversed() {
            let text = gate.wrap(row.meaning, width: max(10, rest.width - 34))
            guard y - text.count >= rest.y else { break }
            y -= text.count
            canvas.put(row.bytes, at: Point(x: 1, y: y), limit: 17, style: dim, overflow: .ellipsis)
            canvas.put(
                row.name, at: Point(x: 19, y: y), limit: 13, style: strong, overflow: .ellipsis)
            for (line, words) in text.enumerated() {
                canvas.put(
                    words, at: Point(x: 33, y: y + line), limit: rest.width - 34,
                    style: row.isKnown ? Style() : dim)
            }
        }
    }

    private func draw(_ binding: Binding, in area: Rect, into canvas: inout Canvas) {
        var area = area
        let line = area.takeTop(1)
        let used = canvas.put(
            " \(binding.key.name) → " + binding.typed, at: line.origin, limit: line.width - 1,
            style: Style(attributes: .bold))
        canvas.caret = Point(x: line.x + used, y: line.y)
        let found = CommandPalette.matches(binding.typed, shelf.library)
        let first = max(0, min(binding.cursor - area.height / 2, found.count - area.height))
        for (row, command) in found.dropFirst(first).prefix(area.height).enumerated() {
            let keys = shelf.keymap.keys(for: command.id).map(\.name).joined(separator: " ")
            canvas.put(
                (first + row == binding.cursor ? " ▸ " : "   ")
                    + command.title[tongue] + "  " + command.id + "  " + keys,
                at: area.row(row).origin, limit: area.width, overflow: .ellipsis)
        }
    }

    private static let heading = Bilingual(
        zh: "按任何键：发来的字节、名字、在各处做什么", en: "Press any key: its bytes, its name, what it does where")
    private static let hint = Bilingual(
        zh: "同一个键再按一次：绑到一个命令    Ctrl-C 结束",
        en: "the same key again binds it to a command    Ctrl-C ends")
    private static let bindingHint = Bilingual(
        zh: "打几个字找命令    Enter 写进 keys.yaml    Esc 不绑",
        en: "a few letters find the command    Enter writes keys.yaml    Esc leaves it")
}

extension SettingsProblem {
    /// In both languages at once.
    public var words: Bilingual {
        Bilingual(zh: sentence(in: .chinese), en: sentence(in: .english))
    }
}
