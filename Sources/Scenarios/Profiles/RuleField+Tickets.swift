import Engine
import Yams

extension RuleField {
    static let tickets: [RuleField] = [
        .table(
            "tickets.departments", "各部门工单必填项", "what each department needs to know",
            show: { values in
                listed(
                    values.rules.tickets.departments.map { "\($0.department) \($0.fields.count)" },
                    ", ")
            }, read: readDepartments),
        .things(
            "tickets.summaryFields", "问题整理的必填项", "fields of a problem summary",
            show: { listed($0.rules.tickets.summaryFields) },
            read: { reader, fields, key, draft in
                let names = reader.labels(fields, key)
                draft.change { $0.rules.tickets.summaryFields = names[$1] }
            }),
    ]

    /// `departments: {carrier: {fields: [{zh: 运单号, en: tracking}], within: 4h}}`
    private static let readDepartments:
        @Sendable (inout FieldReader, FieldReader.Fields, String, inout ProfileDraft) -> Void = {
            reader, fields, key, draft in
            let name = "tickets.departments"
            let entries: [FieldReader.Entry<Department>] = reader.entries(fields, key, name, &draft)
            for entry in entries {
                let part = name + "." + Spelling.hyphened("\(entry.key)")
                guard
                    let form = reader.values(
                        entry.node, entry.path, part, optional: ["fields", "within"], &draft)
                else { continue }
                let within = reader.span(form, "within", .minutes(1)...(.days(30)))
                let labels = form.has("fields") ? reader.labels(form, "fields") : nil
                draft.change { values, tongue in
                    var rules = values.rules.tickets.departments
                    var rule =
                        rules.first { $0.department == entry.key }
                        ?? TicketRules.DepartmentRule(department: entry.key, fields: [])
                    if let labels { rule.fields = labels[tongue] }
                    if let within { rule.within = within }
                    rules.removeAll { $0.department == entry.key }
                    rules.append(rule)
                    rules.sort { place($0.department) < place($1.department) }
                    values.rules.tickets.departments = rules
                }
            }
        }
}

extension FieldReader {
    /// A list of short names, each in both languages; none may stand there twice.
    mutating func labels(_ fields: Fields, _ name: String) -> Both<[String]> {
        var labels = Both<[String]> { _ in [] }
        for item in items(fields, name) {
            guard let label = anyText(item.node, item.path) else { continue }
            if labels.zh.contains(label.zh) || labels.en.contains(label.en) {
                fail(item.node, item.path, .listedTwice(label.zh))
            }
            labels.append { label[$0] }
        }
        return labels
    }
}
