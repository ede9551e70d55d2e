import Engine
import Grading
import Simulation
import Yams

// One file of a profile writes over the draft what it says itself. Only the file at the root of
// the chain has to say everything that has no plain value.

extension FieldReader {
    /// A named part of a table with its key read.
    struct Entry<Key> {
        let key: Key
        let node: Node
        let path: String
    }

    /// - Parameters:
    ///   - isWhole: the file inherits nothing, so nothing may be missing.
    ///   - fileName: what `name` has to be; nil where the text came from no file.
    mutating func layer(
        _ root: Node, isWhole: Bool, fileName: String?, into draft: inout ProfileDraft
    ) {
        let own = ["name", "title", "dated"]
        let parts = ["rules", "mood", "stars", "leaves", "personas"]
        guard
            let fields = fields(
                root, "", required: own + (isWhole ? parts : []),
                optional: (isWhole ? [] : parts) + ["inherits", "kpi"])
        else { return }
        if let name = text(fields, "name"), let node = fields["name"] {
            if let fileName, fileName != name { fail(node, "name", .fileIsCalled(fileName)) }
            draft.name = name
        }
        if let title = bilingual(fields, "title") { draft.title = title }
        if let dated = day(fields, "dated") { draft.dated = dated }
        if let node = fields["rules"] { rules(node, isWhole, &draft) }
        manners(fields, isWhole, &draft)
        // The name of a way of counting is not handed down: another platform counts otherwise.
        draft.set(\.counting.platform, draft.name)
        if let node = fields["kpi"] { section(node, "kpi", "kpi", &draft) }
        draft.file = file
    }

    private mutating func rules(_ node: Node, _ isWhole: Bool, _ draft: inout ProfileDraft) {
        let plain = RuleField.general.map(\.name)
        guard
            let form = fields(
                node, "rules", required: isWhole ? plain : [],
                optional: (isWhole ? [] : plain) + RuleField.sections)
        else { return }
        for field in RuleField.general { read(field, form, &draft) }
        for name in RuleField.sections {
            if let part = form[name] { section(part, form.path(name), name, &draft) }
        }
    }

    private mutating func section(
        _ node: Node, _ path: String, _ name: String, _ draft: inout ProfileDraft
    ) {
        let known = RuleField.section(name)
        let more = name == "speech" ? [RuleField.alsoForbidden] : []
        guard let form = fields(node, path, optional: known.map(\.key) + more) else { return }
        for field in known { read(field, form, &draft) }
        if form.has(RuleField.alsoForbidden) {
            let added = forbidden(form, RuleField.alsoForbidden)
            draft.change { values, _ in values.rules.speech.forbidden += added }
        }
    }

    private mutating func read(_ field: RuleField, _ form: Fields, _ draft: inout ProfileDraft) {
        guard let written = form[field.key] else { return }
        let path = form.path(field.key)
        if field.isTable {
            mark(field.name, written, path, &draft)
            field.read(&self, form, field.key, &draft)
            return
        }
        guard let node = value(written, path, field.name, &draft) else { return }
        let one = Fields(node: form.node, path: form.path, map: [field.key: node])
        field.read(&self, one, field.key, &draft)
    }

    // MARK: Marks

    /// The value itself, whether it is written plainly or as `{value, training, source}`.
    private mutating func value(
        _ node: Node, _ path: String, _ name: String, _ draft: inout ProfileDraft
    ) -> Node? {
        guard let mapping = node.mapping, mapping.contains(where: { $0.key.string == "value" })
        else {
            mark(name, node, path, &draft)
            return node
        }
        guard
            let form = fields(
                node, path, required: ["value"], optional: ["training", "source"])
        else { return nil }
        mark(
            name, form["value"] ?? node, path, isTraining: flag(form, "training") ?? false,
            source: text(form, "source"), &draft)
        return form["value"]
    }

    private mutating func mark(
        _ name: String, _ node: Node, _ path: String, isTraining: Bool = false,
        source: String? = nil, _ draft: inout ProfileDraft
    ) {
        draft.marks[name] = ProfileDraft.Mark(
            file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0, field: path,
            isTraining: isTraining, source: source)
    }

    /// The parts of a table whose names are an enumeration's, each marked by itself.
    mutating func entries<Key: CaseIterable>(
        _ fields: Fields, _ key: String, _ name: String, _ draft: inout ProfileDraft
    ) -> [Entry<Key>] {
        var entries: [Entry<Key>] = []
        let path = fields.path(key)
        for part in parts(fields, key) {
            let partPath = path + "." + part.name
            guard let found: Key = self.name(part.key, partPath),
                let node = value(part.node, partPath, name + "." + part.name, &draft)
            else { continue }
            entries.append(Entry(key: found, node: node, path: partPath))
        }
        return entries
    }

    /// Fields of a table's part, each marked by itself.
    mutating func values(
        _ node: Node, _ path: String, _ name: String, optional: [String],
        _ draft: inout ProfileDraft
    ) -> Fields? {
        guard let form = fields(node, path, optional: optional) else { return nil }
        var map: [String: Node] = [:]
        for key in optional {
            guard let written = form[key] else { continue }
            map[key] = value(written, form.path(key), name + "." + key, &draft)
        }
        return Fields(node: node, path: path, map: map)
    }
}
