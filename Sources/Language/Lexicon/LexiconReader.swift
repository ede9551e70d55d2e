import Engine
import Written
import Yams

/// Turns one lexicon file into rules and keeps every mistake it meets.
struct LexiconReader {
    let file: String
    private(set) var problems: [LexiconProblem] = []
    private var groups: [String: String] = [:]
    private var language = "?"

    static let fields = [
        "language", "dated", "groups", "acts", "topics", "promises", "faults", "negation",
        "questions", "quoting", "names", "words",
    ]
    static let actFields = ["find", "question", "statement", "sure", "letter", "unless"]
    static let faultFields = [
        "kind", "severity", "find", "hidden", "unless", "excuse", "buyer", "why", "better",
        "negation",
        "questions",
    ]

    init(file: String) { self.file = file }

    mutating func read(_ text: String, into lexicon: inout Lexicon) {
        let root: Node?
        do { root = try WrittenYAML.node(text) } catch {
            problems.append(
                LexiconProblem(
                    file: file, line: error.line, column: error.column,
                    fact: .notYAML(error.words)))
            return
        }
        guard let root, let mapping = root.mapping else {
            problems.append(LexiconProblem(file: file, fact: .missing))
            return
        }
        let known = check(mapping, Self.fields)
        language = known["language"]?.string ?? "?"
        lexicon.note(edition: "\(language) \(known["dated"]?.string ?? "?")")
        for (name, _, node) in pairs(known["groups"], "groups") {
            groups[name] = node.string ?? ""
        }
        for (name, key, node) in pairs(known["acts"], "acts") { act(name, key, node, &lexicon) }
        for (name, _, node) in pairs(known["topics"], "topics") {
            lexicon.note(topic: name)
            add(node, .topic(Topic(name)), "topic.\(name)", &lexicon)
        }
        promises(known["promises"], &lexicon)
        for (index, node) in items(known["faults"], "faults").enumerated() {
            fault(node, index + 1, &lexicon)
        }
        negation(known["negation"], &lexicon)
        if let node = known["questions"] { add(node, .question, "question", &lexicon) }
        if let node = known["quoting"] { add(node, .quoting, "quoting", &lexicon) }
        names(known["names"], &lexicon)
        let words = known["words"]?.string ?? ""
        lexicon.note(words: words.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    private mutating func act(
        _ name: String, _ key: Node, _ node: Node, _ lexicon: inout Lexicon
    ) {
        guard let act = Act(rawValue: name) else {
            let nearest = Spelling.nearest(to: name, among: Act.allCases.map(\.rawValue))
            return fail(key, name, .unknownName(name, nearest: nearest))
        }
        guard let mapping = node.mapping else {
            return add(node, .act(act, .anywhere), name, &lexicon)
        }
        let known = check(mapping, Self.actFields)
        if let find = known["find"] { add(find, .act(act, .anywhere), name, &lexicon) }
        if let find = known["question"] {
            add(find, .act(act, .question), name + ".question", &lexicon)
        }
        if let find = known["statement"] {
            add(find, .act(act, .statement), name + ".statement", &lexicon)
        }
        if let find = known["letter"] { add(find, .act(act, .letter), name + ".letter", &lexicon) }
        if let find = known["sure"] { add(find, .act(act, .anywhere), name + ".sure", &lexicon) }
        if let find = known["unless"] { add(find, .notAct(act), name + ".unless", &lexicon) }
    }

    /// A list of words, or `find` and `unless`: 要不 and "not only" deny nothing. What stands under
    /// `sentence` refuses or warns of whatever its sentence names, wherever it stands.
    private mutating func negation(_ node: Node?, _ lexicon: inout Lexicon) {
        guard let node else { return }
        guard let mapping = node.mapping else { return add(node, .negation, "negation", &lexicon) }
        let known = check(mapping, ["find", "unless", "sentence"])
        if let list = known["find"] { add(list, .negation, "negation", &lexicon) }
        if let list = known["unless"] { add(list, .notNegation, "negation.unless", &lexicon) }
        if let list = known["sentence"] { add(list, .warning, "negation.sentence", &lexicon) }
    }

    private mutating func promises(_ node: Node?, _ lexicon: inout Lexicon) {
        guard let node, let mapping = node.mapping else { return }
        let words = Lexicon.PromiseWord.allCases
        let known = check(mapping, words.map(\.rawValue) + ["deeds"])
        for word in words {
            if let list = known[word.rawValue] {
                add(list, .promise(word), "promise.\(word.rawValue)", &lexicon)
            }
        }
        for (name, key, node) in pairs(known["deeds"], "deeds") {
            guard let deed = PromiseFound.Deed(rawValue: name) else {
                let names = PromiseFound.Deed.allCases.map(\.rawValue)
                let nearest = Spelling.nearest(to: name, among: names)
                fail(key, name, .unknownName(name, nearest: nearest))
                continue
            }
            guard let mapping = node.mapping else {
                fail(node, name, .missing)
                continue
            }
            let parts = check(mapping, ["find", "alone"])
            if let list = parts["find"] {
                add(list, .deed(deed, needsMarker: true), "promise.\(name)", &lexicon)
            }
            if let list = parts["alone"] {
                add(list, .deed(deed, needsMarker: false), "promise.\(name).alone", &lexicon)
            }
        }
    }

    private mutating func fault(_ node: Node, _ number: Int, _ lexicon: inout Lexicon) {
        guard let mapping = node.mapping else { return fail(node, "faults", .missing) }
        let known = check(mapping, Self.faultFields)
        guard let kind: Fault.Kind = named(known["kind"], "kind", node),
            let severity: Fault.Severity = named(known["severity"], "severity", node)
        else { return }
        let rule = Lexicon.FaultRule(
            fault: Fault(
                kind: kind, severity: severity, why: bilingual(known["why"], "why", node),
                better: bilingual(known["better"], "better", node)),
            heedsNegation: known["negation"]?.bool ?? false,
            heedsQuestion: known["questions"]?.bool ?? false, heedsBuyer: known["buyer"] != nil)
        let index = lexicon.add(rule)
        let name = "\(kind.rawValue)#\(number)"
        if let list = known["find"] { add(list, .fault(index), name, &lexicon) }
        if let list = known["hidden"] {
            add(list, .fault(index), name + ".hidden", &lexicon, isHidden: true)
        }
        if let list = known["unless"] {
            add(list, .notFault(index), name + ".unless", &lexicon)
            add(list, .notFault(index), name + ".unless", &lexicon, isHidden: true)
        }
        if let list = known["buyer"] { add(list, .buyerReason(index), name + ".buyer", &lexicon) }
        if let list = known["excuse"] { add(list, .excuse(index), name + ".excuse", &lexicon) }
    }

    private mutating func names(_ node: Node?, _ lexicon: inout Lexicon) {
        guard let node, let mapping = node.mapping else { return }
        let known = check(mapping, ["carriers", "sizes", "places"])
        for (name, _, list) in pairs(known["carriers"], "carriers") {
            for phrase in phrases(list, "carriers") {
                lexicon.add(phrase.phrase, naming: .carrier(name))
            }
        }
        for (name, _, list) in pairs(known["sizes"], "sizes") {
            for phrase in phrases(list, "sizes") {
                lexicon.add(phrase.phrase, naming: .size(name))
            }
        }
        let places = known["places"]?.string ?? ""
        for place in places.split(whereSeparator: \.isWhitespace) {
            do throws(Phrase.Problem) {
                lexicon.add(try Phrase(String(place)), naming: .place(String(place)))
            } catch {
                fail(node, "places", .badPhrase(String(place), why: error.reason))
            }
        }
    }

    // MARK: Small readers

    private mutating func add(
        _ node: Node, _ meaning: Lexicon.Meaning, _ name: String, _ lexicon: inout Lexicon,
        isHidden: Bool = false
    ) {
        for (number, phrase) in phrases(node, name) {
            lexicon.add(
                phrase, meaning: meaning, name: "\(language).\(name).\(number)",
                isHidden: isHidden)
        }
    }

    private mutating func phrases(
        _ node: Node, _ field: String
    ) -> [(number: Int, phrase: Phrase)] {
        var result: [(number: Int, phrase: Phrase)] = []
        for (index, item) in items(node, field).enumerated() {
            guard let text = item.string else {
                fail(item, field, .unreadable(""))
                continue
            }
            do throws(Phrase.Problem) {
                result.append((index + 1, try Phrase(text, groups: groups)))
            } catch {
                fail(item, field, .badPhrase(text, why: error.reason))
            }
        }
        return result
    }

    private mutating func items(_ node: Node?, _ field: String) -> [Node] {
        guard let node else { return [] }
        if let sequence = node.sequence { return Array(sequence) }
        fail(node, field, .unreadable(node.string ?? ""))
        return []
    }

    private mutating func pairs(_ node: Node?, _ field: String) -> [(String, Node, Node)] {
        guard let node else { return [] }
        guard let mapping = node.mapping else {
            fail(node, field, .unreadable(node.string ?? ""))
            return []
        }
        return mapping.map { ($0.key.string ?? "?", $0.key, $0.value) }
    }

    private mutating func check(_ mapping: Node.Mapping, _ names: [String]) -> [String: Node] {
        var known: [String: Node] = [:]
        for (key, value) in mapping {
            let name = key.string ?? "?"
            if names.contains(name) {
                known[name] = value
            } else {
                fail(key, name, .unknownField(nearest: Spelling.nearest(to: name, among: names)))
            }
        }
        return known
    }

    private mutating func named<Name: RawRepresentable & CaseIterable>(
        _ node: Node?, _ field: String, _ parent: Node
    ) -> Name? where Name.RawValue == String {
        guard let node, let word = node.string else {
            fail(parent, field, .missing)
            return nil
        }
        if let name = Name(rawValue: word) { return name }
        let nearest = Spelling.nearest(to: word, among: Name.allCases.map(\.rawValue))
        fail(node, field, .unknownName(word, nearest: nearest))
        return nil
    }

    private mutating func bilingual(_ node: Node?, _ field: String, _ parent: Node) -> Bilingual {
        let known = node?.mapping.map { check($0, ["zh", "en"]) } ?? [:]
        guard let zh = known["zh"]?.string, let en = known["en"]?.string else {
            fail(node ?? parent, field, .missing)
            return Bilingual(zh: "", en: "")
        }
        return Bilingual(zh: zh, en: en)
    }

    private mutating func fail(_ node: Node, _ field: String, _ fact: LexiconProblem.Fact) {
        problems.append(
            LexiconProblem(
                file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0,
                field: field, fact: fact))
    }
}
