import Engine

/// A team's file as YAML.
///
/// ```yaml
/// team: 小满生活
/// members: {operations: 张三, service: 李四}
/// marks:
///   - {of: 张三, by: 李四, complete: 42, clear: 40}
///   - {round: 2, of: service, by: operations, complete: 30, clear: 28, again: yes}
/// ```
struct TeamYAML {
    let sheet: MarksSheet
    let file: String

    func form(_ bytes: [UInt8]) throws(FormFaults) -> TeamForm {
        let root = try FormNode(bytes, file: file)
        var draft = TeamDraft(sheet: sheet, file: file)
        guard
            let fields = draft.reader.fields(
                root, required: ["team", "members", "marks"])
        else { throw FormFaults(draft.reader.faults) }
        let team = draft.reader.text(fields, "team") ?? ""
        guard let members = fields["members"], case .parts(let parts) = members.shape else {
            draft.reader.fail(
                fields["members"]?.line ?? 0, "members",
                .expected(.parts, found: fields["members"]?.text ?? "…"))
            throw FormFaults(draft.reader.faults)
        }
        for part in parts {
            guard let name = part.value.text, !name.isEmpty else {
                draft.reader.fail(
                    part.line, part.name, .expected(.text, found: part.value.text ?? "…"))
                continue
            }
            draft.add(member: name, post: part.name, line: part.line)
        }
        for item in draft.reader.items(fields["marks"], "marks") { read(item, into: &draft) }
        return try draft.form(team: team)
    }

    private func read(_ node: FormNode, into draft: inout TeamDraft) {
        let criteria = sheet.criteria.map(\.id)
        guard
            let fields = draft.reader.fields(
                node, required: ["of", "by"] + criteria, optional: ["round", "again"]),
            let ofName = draft.reader.text(fields, "of"),
            let byName = draft.reader.text(fields, "by")
        else { return }
        let of = draft.member(ofName, line: node.line, "of")
        let by = draft.member(byName, line: node.line, "by")
        let points = sheet.criteria.map { draft.reader.whole(fields, $0.id, 0...$0.most) }
        let round =
            fields["round"] == nil
            ? 1 : draft.reader.whole(fields, "round", 1...TeamForm.roundLimit)
        var again: Bool? = false
        if let node = fields["again"] {
            again = draft.reader.yesOrNo(node.text ?? "…", line: node.line, "again")
        }
        guard let of, let by, let round, let again, !points.contains(nil) else { return }
        draft.add(
            round: round, of: of, by: by, points: points.compactMap { $0 }, asksAgain: again,
            line: node.line)
    }
}
