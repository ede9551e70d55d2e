import Engine

/// One reply being filled: the text so far, and what has been asked on the way.
struct Filling {
    let source: Variables
    let code: String
    let seed: UInt64?

    private var text = ""
    private var caret: Int?
    private var missing: [String] = []
    private var asked: [Asked] = []
    private var blanks = 0

    init(source: Variables, code: String, seed: UInt64?) {
        self.source = source
        self.code = code
        self.seed = seed
    }

    /// An ask with its places in bytes.
    private struct Asked {
        var name: String
        var title: Bilingual
        var choices: [Ask.Choice]
        var isMultiline: Bool
        var reason: Ask.Reason
        var value: String?
        var places: [Range<Int>] = []
    }

    private var tongue: Tongue { source.calendar.tongue }

    /// A reply in a reply in a reply goes no deeper than this.
    private static let deepest = 12

    /// Adds a text with its holes filled. A `$|$` within a sentence is a blank to be filled in;
    /// the first one elsewhere is the caret.
    mutating func add(_ pattern: String, _ variables: [Variable], depth: Int = 0) {
        var place = pattern.startIndex
        for hole in Holes(pattern) where hole.isVariable {
            addPlain(pattern[place..<hole.range.lowerBound])
            place = hole.range.upperBound
            fill(hole, variables, depth)
        }
        addPlain(pattern[place...])
    }

    private mutating func addPlain(_ part: Substring) {
        guard part.utf8.contains(UInt8(ascii: "|")) else {
            text += part
            return
        }
        var rest = part
        while let mark = rest.firstRange(of: "$|$") {
            text += rest[..<mark.lowerBound]
            // What stands behind it in the whole pattern, holes included.
            let behind = part.base[mark.upperBound...]
            rest = rest[mark.upperBound...]
            if let blank = Blank(before: text, behind: behind) {
                leaveBlank(blank)
            } else if caret == nil {
                caret = text.utf8.count
            }
        }
        text += rest
    }

    /// The sentence goes on around the mark: what belongs there is asked for.
    private mutating func leaveBlank(_ blank: Blank) {
        blanks += 1
        let name = blanks == 1 ? Ask.blank : "\(Ask.blank)-\(blanks)"
        let answer = answer(to: name)
        if answer == nil { missing.append(name) }
        note(
            Asked(
                name: name, title: Bilingual(zh: blank.words, en: blank.words), choices: [],
                isMultiline: false, reason: .blank, value: answer),
            shown: answer ?? "{{\(name)}}")
    }

    // MARK: Holes

    private mutating func fill(_ hole: Holes.Hole, _ variables: [Variable], _ depth: Int) {
        let filters = hole.filters.compactMap { Filter($0) }
        guard depth < Filling.deepest else { return leaveOpen(hole, named: hole.name) }
        guard let variable = variables.first(where: { $0.names.contains(hole.name) }) else {
            return fillFromShop(hole, filters)
        }
        for need in variable.needs { settle(need, variables, depth) }
        switch variable.value {
        case .echo(let pattern):
            addNested(pattern[tongue], variables, filters, depth)
        case .reply(let body, let own):
            addNested(body[tongue], own + variables, filters, depth)
        case .date(let format, let shift, let ownTongue):
            let calendar = ShopCalendar(
                now: source.calendar.now, offset: source.calendar.offset,
                tongue: ownTongue ?? tongue)
            show(.text(calendar.shown(source.calendar.now + shift, format)), filters)
        case .choice(let choices):
            ask(hole, filters, field(named: variable.name, .choice(choices)))
        case .random(let texts):
            if source.answers[variable.name] == nil, let seed {
                var dice = Dice(seed: seed, purpose: "reply \(code) \(variable.name)")
                guard let text = dice.pick(texts) else { return }
                return show(.text(text[tongue]), filters)
            }
            let choices = texts.map { Ask.Choice(id: $0.zh, title: $0) }
            ask(hole, filters, field(named: variable.name, .choice(choices)))
        case .clipboard:
            var asked = field(named: variable.name, .multiline)
            asked.title = Bilingual(zh: "贴上要用的文字", en: "Paste what goes here")
            ask(hole, filters, asked)
        case .form(_, let fields):
            guard let one = fields.first(where: { variable.field(named: $0.name) == hole.name })
            else { return leaveOpen(hole, named: hole.name) }
            ask(hole, filters, field(one, named: hole.name))
        case .match:
            // The reply it names was not found; the problem has been said.
            leaveOpen(hole, named: hole.name)
        }
    }

    /// A text that holds holes itself. Its own places and asks stay; a filter works on all of it.
    private mutating func addNested(
        _ pattern: String, _ variables: [Variable], _ filters: [Filter], _ depth: Int
    ) {
        let start = text.utf8.count
        let askedBefore = asked
        let missingBefore = missing
        add(pattern, variables, depth: depth + 1)
        guard !filters.isEmpty, missing == missingBefore else { return }
        let inner = String(decoding: text.utf8.dropFirst(start), as: UTF8.self)
        text = String(decoding: text.utf8.prefix(start), as: UTF8.self)
        let shown = ShopValue.text(inner).filtered(by: filters, source.calendar)
        // What was asked inside stands somewhere in the filtered text: all of it is the place.
        for index in asked.indices {
            let before = askedBefore.first { $0.name == asked[index].name }?.places ?? []
            if asked[index].places.count > before.count {
                asked[index].places = before + [start..<start + shown.utf8.count]
            }
        }
        text += shown
    }

    private mutating func fillFromShop(_ hole: Holes.Hole, _ filters: [Filter]) {
        let name = hole.name
        // What a person has said counts for more than what the shop knows.
        if let answer = answer(to: name) {
            return ask(
                hole, filters,
                Asked(
                    name: name, title: title(of: name), choices: [], isMultiline: false,
                    reason: .missing, value: answer))
        }
        switch source.find(name) {
        case .value(let value):
            let shown = value.filtered(by: filters, source.calendar)
            if shown.isEmpty { leaveOpen(hole, named: name) } else { text += shown }
        case .missing:
            leaveOpen(hole, named: name)
        case .several(let several, let title, let choices):
            if !missing.contains(name) { missing.append(name) }
            note(
                Asked(
                    name: several, title: title, choices: choices, isMultiline: false,
                    reason: .ambiguous, value: nil), shown: "{{\(hole.written)}}")
        }
    }

    private mutating func show(_ value: ShopValue, _ filters: [Filter]) {
        text += value.filtered(by: filters, source.calendar)
    }

    private mutating func leaveOpen(_ hole: Holes.Hole, named name: String) {
        if !missing.contains(name) { missing.append(name) }
        note(
            Asked(
                name: name, title: title(of: name), choices: [], isMultiline: false,
                reason: .missing, value: nil), shown: "{{\(hole.written)}}")
    }

    private func title(of name: String) -> Bilingual {
        ShopVariable.named(name)?.title ?? Bilingual(zh: name, en: name)
    }

    private func answer(to name: String) -> String? {
        guard let answer = source.answers[name], !answer.isEmpty else { return nil }
        return answer
    }

    // MARK: Asks

    private func field(named name: String, _ kind: FormField.Kind) -> Asked {
        field(FormField(name: name, kind: kind), named: name)
    }

    private func field(_ field: FormField, named name: String) -> Asked {
        var choices: [Ask.Choice] = []
        var isMultiline = false
        switch field.kind {
        case .text: break
        case .multiline: isMultiline = true
        case .choice(let given): choices = given
        }
        let answer = answer(to: name)
        let chosen = choices.first { $0.id == answer }.map { $0.title[tongue] }
        let value = chosen ?? answer ?? field.value?[tongue]
        return Asked(
            name: name, title: field.title ?? Bilingual(zh: field.name, en: field.name),
            choices: choices, isMultiline: isMultiline, reason: .field,
            value: value?.isEmpty == false ? value : nil)
    }

    private mutating func ask(_ hole: Holes.Hole, _ filters: [Filter], _ asked: Asked) {
        guard let value = asked.value else {
            if !missing.contains(hole.name) { missing.append(hole.name) }
            return note(asked, shown: "{{\(hole.written)}}")
        }
        note(asked, shown: ShopValue.text(value).filtered(by: filters, source.calendar))
    }

    private mutating func note(_ fresh: Asked, shown: String) {
        let start = text.utf8.count
        text += shown
        let place = start..<text.utf8.count
        if let index = asked.firstIndex(where: { $0.name == fresh.name }) {
            asked[index].places.append(place)
        } else {
            var fresh = fresh
            fresh.places = [place]
            asked.append(fresh)
        }
    }

    /// Asks for what another variable depends on, although the text does not show it.
    private mutating func settle(_ name: String, _ variables: [Variable], _ depth: Int) {
        guard !asked.contains(where: { $0.name == name }) else { return }
        var inner = Filling(source: source, code: code, seed: seed)
        inner.add("{{\(name)}}", variables, depth: depth + 1)
        for name in inner.missing where !missing.contains(name) { missing.append(name) }
        for ask in inner.asked where !asked.contains(where: { $0.name == ask.name }) {
            var hidden = ask
            hidden.places = []
            asked.append(hidden)
        }
    }

    // MARK: The end

    var filled: Filled {
        func characters(before byte: Int) -> Int {
            String(decoding: text.utf8.prefix(byte), as: UTF8.self).count
        }
        return Filled(
            text: text, caret: caret.map(characters), missing: missing + Holes.strays(in: text),
            asks: asked.map { asked in
                Ask(
                    name: asked.name, title: asked.title, choices: asked.choices,
                    isMultiline: asked.isMultiline, reason: asked.reason, value: asked.value,
                    places: asked.places.map {
                        characters(before: $0.lowerBound)..<characters(before: $0.upperBound)
                    })
            })
    }
}
