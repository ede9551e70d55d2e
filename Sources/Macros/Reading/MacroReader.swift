import Engine
import Replies
import Written
import Yams

/// Reads the macros of one file, each with everything that is wrong with it.
struct MacroReader {
    let file: String
    private(set) var macros: [Macro] = []
    private(set) var problems: [MacroProblem] = []
    /// Names of the file's macros, so that a call of one can be told from a misspelt step.
    var names: Set<String> = []
    /// What a text may name: parameters and choices of the macro being read.
    var known: [String] = []
    /// The line of each step of the macro being read.
    var lines: [Int] = []

    init(file: String) { self.file = file }

    mutating func read(_ text: String) {
        let root: Node?
        do {
            root = try WrittenYAML.node(text)
        } catch {
            return fail(error.line, "", .notYAML(error.words))
        }
        // A file of replies alone, or an empty one.
        guard let root, let list = Entries(root)?["macros"] else { return }
        guard let items = list.sequence else { return fail(list, "macros", .wrongShape) }
        names = Set(items.compactMap { Entries($0)?.text("name") })
        for (number, item) in items.enumerated() { readMacro(item, "macros[\(number + 1)]") }
    }

    private static let fields = [
        "name", "label", "folder", "keys", "search_terms", "scope", "stage", "parameters", "when",
        "steps",
    ]

    private mutating func readMacro(_ node: Node, _ place: String) {
        guard let entries = Entries(node) else { return fail(node, place, .wrongShape) }
        let before = problems.count
        checkFields(of: entries, Self.fields, place)
        let name = entries.text("name") ?? ""
        if name.isEmpty { fail(node, place, .missing("name")) }
        let own = name.isEmpty ? place : name
        if macros.contains(where: { $0.name == name }) {
            fail(entries["name"] ?? node, own, .nameTaken(name))
        }
        lines = []
        let parameters = self.parameters(entries["parameters"], own + ".parameters")
        known = parameters.map(\.name) + choiceNames(in: entries["steps"])
        for (parameter, node) in zip(
            parameters, entries["parameters"]?.sequence.map(Array.init) ?? [])
        {
            if let standard = parameter.standard {
                check(standard, node, own + ".parameters.\(parameter.name).default")
            }
        }
        let when = entries["when"].flatMap { situation($0, own + ".when") }
        var steps: [Step] = []
        if let list = entries["steps"] {
            steps = self.steps(list, own + ".steps")
            if list.sequence?.isEmpty == true { fail(list, own, .noSteps) }
        } else {
            fail(node, own, .missing("steps"))
        }
        var macro = Macro(
            name: name,
            label: entries["label"].flatMap { words($0, own + ".label") }
                ?? Bilingual(zh: name, en: name),
            folder: entries["folder"].flatMap { words($0, own + ".folder") },
            keys: texts(entries["keys"], own + ".keys"),
            words: texts(entries["search_terms"], own + ".search_terms"),
            scope: entries["scope"].flatMap { self.name($0, own + ".scope") } ?? .shop,
            stages: stages(entries["stage"], own + ".stage"), parameters: parameters, when: when,
            steps: steps)
        guard problems.count == before else { return }
        macro.source = Macro.Source(file: file, line: node.line, lines: lines)
        macros.append(macro)
    }

    // MARK: Parameters

    private mutating func parameters(_ node: Node?, _ place: String) -> [Parameter] {
        guard let node else { return [] }
        guard let items = node.sequence else {
            fail(node, place, .wrongShape)
            return []
        }
        var parameters: [Parameter] = []
        for (number, item) in items.enumerated() {
            guard let parameter = parameter(item, place + "[\(number + 1)]") else { continue }
            if parameters.contains(where: { $0.name == parameter.name }) {
                fail(item, place, .parameterTwice(parameter.name))
            }
            parameters.append(parameter)
        }
        return parameters
    }

    private mutating func parameter(_ node: Node, _ place: String) -> Parameter? {
        guard let entries = Entries(node) else {
            fail(node, place, .wrongShape)
            return nil
        }
        checkFields(of: entries, ["name", "type", "label", "default", "ask", "options"], place)
        guard let name = entries.text("name"), !name.isEmpty else {
            fail(node, place, .missing("name"))
            return nil
        }
        let place = place + "(\(name))"
        let kind: Parameter.Kind =
            entries["type"].flatMap { type in
                // Both are moments; what is said is what is typed.
                ["date", "time"].contains(type.words) ? .moment : self.name(type, place + ".type")
            } ?? .text
        var options: [Parameter.Option] = []
        if let list = entries["options"] {
            options = self.options(list, place + ".options").options
        }
        if kind == .choice, options.isEmpty { fail(node, place, .missing("options")) }
        return Parameter(
            name, kind,
            label: entries["label"].flatMap { words($0, place + ".label") }
                ?? Bilingual(zh: name, en: name),
            standard: entries["default"].flatMap { words($0, place + ".default") },
            isAsked: entries["ask"].flatMap { yesOrNo($0, place + ".ask") }, options: options)
    }

    /// `[a, b]`, or `{value, label, when}` each; `text` where it is to be inserted.
    mutating func options(
        _ node: Node, _ place: String
    ) -> (options: [Parameter.Option], areTexts: Bool) {
        guard let items = node.sequence else {
            fail(node, place, .wrongShape)
            return ([], false)
        }
        var options: [Parameter.Option] = []
        var texts = 0
        for (number, item) in items.enumerated() {
            let place = place + "[\(number + 1)]"
            let isPlain = item.scalar != nil || Entries(item)?.isWords == true
            if isPlain {
                if let value = words(item, place) { options.append(.init(value: value)) }
                continue
            }
            guard let entries = Entries(item) else {
                fail(item, place, .wrongShape)
                continue
            }
            checkFields(of: entries, ["value", "text", "label", "when"], place)
            if entries["text"] != nil { texts += 1 }
            guard let node = entries["text"] ?? entries["value"],
                let value = words(node, place + ".value")
            else {
                if entries["text"] == nil, entries["value"] == nil {
                    fail(item, place, .missing("value"))
                }
                continue
            }
            options.append(
                .init(
                    value: value, label: entries["label"].flatMap { words($0, place + ".label") },
                    when: entries["when"].flatMap { situation($0, place + ".when") }))
        }
        if texts > 0, texts < items.count { fail(node, place, .textsAndValues) }
        return (options, texts > 0)
    }

    private func choiceNames(in node: Node?) -> [String] {
        (node?.sequence.map(Array.init) ?? []).flatMap { step -> [String] in
            guard let entries = Entries(step) else { return [] }
            let own = entries["choose"].flatMap { Entries($0)?.text("name") }
            return [own].compactMap { $0 } + choiceNames(in: entries["then"])
                + choiceNames(in: entries["else"])
        }
    }

    // MARK: Values

    /// One text for both languages, or `{zh: …, en: …}`.
    mutating func words(_ node: Node, _ place: String) -> Bilingual? {
        if let text = node.words { return Bilingual(zh: text, en: text) }
        guard let entries = Entries(node), entries.isWords || entries["zh"] != nil else {
            fail(node, place, .wrongShape)
            return nil
        }
        guard let zh = entries.text("zh") else {
            fail(node, place, .missingLanguage(.chinese))
            return nil
        }
        guard let en = entries.text("en") else {
            fail(node, place, .missingLanguage(.english))
            return nil
        }
        return Bilingual(zh: zh, en: en)
    }

    /// A text that is filled: every hole in it must be known.
    mutating func template(_ node: Node, _ place: String) -> Bilingual? {
        guard let words = words(node, place) else { return nil }
        check(words, node, place)
        return words
    }

    mutating func check(_ words: Bilingual, _ node: Node, _ place: String) {
        var seen: Set<String> = []
        for text in [words.zh, words.en] {
            for piece in TextHoles.strays(in: text) where seen.insert(piece).inserted {
                fail(node, place, .halfHole(piece))
            }
            for name in TextHoles.names(in: text) where seen.insert(name).inserted {
                if known.contains(name) || ShopVariables.isKnown(name) { continue }
                let all = known + ShopVariables.names
                fail(
                    node, place,
                    .unknownVariable(name, nearest: Spelling.nearest(to: name, among: all)))
            }
        }
    }

    mutating func texts(_ node: Node?, _ place: String) -> [String] {
        guard let node else { return [] }
        if let text = node.words { return [text] }
        guard let list = node.sequence else {
            fail(node, place, .wrongShape)
            return []
        }
        return list.compactMap(\.words)
    }

    /// One of a few names: `pre-sale` is `preSale`.
    mutating func name<Name: CaseIterable & RawRepresentable<String>>(
        _ node: Node, _ place: String
    ) -> Name? {
        let text = node.words ?? ""
        if let name = Name.allCases.first(where: {
            $0.rawValue == text || Spelling.hyphened($0.rawValue) == text
        }) {
            return name
        }
        let all = Name.allCases.map(\.rawValue)
        fail(node, place, .unknownName(text, nearest: Spelling.nearest(to: text, among: all)))
        return nil
    }

    /// One or several of a few names.
    mutating func some<Name: CaseIterable & RawRepresentable<String>>(
        _ node: Node, _ place: String
    ) -> [Name] {
        guard let list = node.sequence else { return [name(node, place)].compactMap { $0 } }
        return list.compactMap { name($0, place) }
    }

    private mutating func stages(_ node: Node?, _ place: String) -> [Conversation.Stage] {
        guard let node else { return [] }
        return (node.sequence.map(Array.init) ?? [node]).compactMap { item in
            switch item.words {
            case "售前": .preSale
            case "售中": .order
            case "售后": .afterSale
            case _: name(item, place)
            }
        }
    }

    mutating func yesOrNo(_ node: Node, _ place: String) -> Bool? {
        switch node.words {
        case "true", "yes": return true
        case "false", "no": return false
        case let text:
            fail(node, place, .notYesOrNo(text ?? ""))
            return nil
        }
    }

    mutating func checkFields(of entries: Entries, _ known: [String], _ place: String) {
        for (name, line) in entries.names where !known.contains(name) {
            fail(
                line, place + "." + name,
                .unknownField(name, nearest: Spelling.nearest(to: name, among: known)))
        }
    }

    // MARK: Problems

    mutating func fail(_ node: Node, _ field: String, _ fact: MacroProblem.Fact) {
        fail(node.line, field, fact)
    }

    mutating func fail(_ line: Int, _ field: String, _ fact: MacroProblem.Fact) {
        problems.append(MacroProblem(file: file, line: line, field: field, fact: fact))
    }
}
