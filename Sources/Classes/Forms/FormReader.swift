import Engine

/// Takes the fields of a form one after the other and keeps every mistake it meets, so that all of
/// them can be shown at once.
struct FormReader {
    let file: String
    var faults: [FormFault] = []

    init(file: String) { self.file = file }

    /// The known fields of one place, by name.
    struct Fields {
        let line: Int
        let values: [String: FormNode]
        subscript(name: String) -> FormNode? { values[name] }
    }

    mutating func fail(_ line: Int, _ field: String = "", _ fact: FormFault.Fact) {
        faults.append(FormFault(file: file, line: line, field: field, fact: fact))
    }

    /// The fields of a mapping: none but the known ones, none twice, none of the required missing.
    mutating func fields(
        _ node: FormNode, required: [String], optional: [String] = []
    ) -> Fields? {
        guard case .parts(let parts) = node.shape else {
            fail(node.line, "", .expected(.parts, found: node.text ?? "…"))
            return nil
        }
        let known = required + optional
        var values: [String: FormNode] = [:]
        for part in parts {
            if !known.contains(part.name) {
                fail(
                    part.line, part.name,
                    .unknownName(nearest: Spelling.nearest(to: part.name, among: known)))
            } else if values.updateValue(part.value, forKey: part.name) != nil {
                fail(part.line, part.name, .twice)
            }
        }
        let missing = required.filter { values[$0] == nil }
        for name in missing { fail(node.line, name, .missing) }
        return missing.isEmpty ? Fields(line: node.line, values: values) : nil
    }

    mutating func items(_ node: FormNode?, _ field: String) -> [FormNode] {
        guard let node else { return [] }
        guard case .list(let items) = node.shape else {
            fail(node.line, field, .expected(.list, found: node.text ?? "…"))
            return []
        }
        return items
    }

    mutating func text(_ fields: Fields, _ name: String) -> String? {
        guard let node = fields[name] else { return nil }
        guard let text = node.text, !text.isEmpty else {
            fail(node.line, name, .expected(.text, found: node.text ?? "…"))
            return nil
        }
        return text
    }

    mutating func whole(_ fields: Fields, _ name: String, _ range: ClosedRange<Int>) -> Int? {
        guard let node = fields[name] else { return nil }
        return whole(node.text ?? "…", line: node.line, name, range)
    }

    mutating func whole(
        _ text: String, line: Int, _ name: String, _ range: ClosedRange<Int>
    ) -> Int? {
        guard let number = Int(text) else {
            fail(line, name, .expected(.number, found: text))
            return nil
        }
        guard range.contains(number) else {
            fail(line, name, .outOfRange(number, range.lowerBound, range.upperBound))
            return nil
        }
        return number
    }

    /// `yes`, `no`, `是`, `否` and the like.
    mutating func yesOrNo(_ text: String, line: Int, _ name: String) -> Bool? {
        switch text.lowercased() {
        case "yes", "y", "true", "是", "要", "需要", "1": return true
        case "no", "n", "false", "否", "不", "不要", "不需要", "0", "": return false
        case _:
            fail(line, name, .expected(.yesOrNo, found: text))
            return nil
        }
    }

    /// `{zh: …, en: …}`, or one text for both.
    mutating func bilingual(_ fields: Fields, _ name: String) -> Bilingual? {
        guard let node = fields[name] else { return nil }
        if let text = node.text { return Bilingual(zh: text, en: text) }
        guard let both = self.fields(node, required: ["zh", "en"]), let zh = text(both, "zh"),
            let en = text(both, "en")
        else { return nil }
        return Bilingual(zh: zh, en: en)
    }
}
