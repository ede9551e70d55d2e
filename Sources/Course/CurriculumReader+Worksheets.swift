import Engine
import Scenarios
import Yams

extension FieldReader {
    /// `worksheets/peer-scores.yaml`.
    mutating func worksheet(_ root: Node, called name: String) -> Worksheet? {
        guard
            let fields = fields(
                root, "", required: ["name", "table", "title", "task", "parts"],
                optional: ["totals"]),
            let written = text(fields, "name"), let table = text(fields, "table"),
            let title = bilingual(fields, "title"), let task = bilingual(fields, "task")
        else { return nil }
        if written != name, let node = fields["name"] {
            fail(node, "name", .fileIsCalled(name))
        }
        var worksheet = Worksheet(
            name: name, table: table, title: title, task: task, parts: [], totals: [])
        for item in items(fields, "parts") {
            if let part = part(item.node, item.path) { worksheet.parts.append(part) }
        }
        checkNames(of: worksheet, root)
        for item in items(fields, "totals") {
            if let total = total(item.node, item.path, in: worksheet) {
                worksheet.totals.append(total)
            }
        }
        return worksheet
    }

    /// Two cells of one name would hold one text.
    private mutating func checkNames(of worksheet: Worksheet, _ root: Node) {
        var seen: Set<String> = []
        for cell in worksheet.cells where !seen.insert(cell.id).inserted {
            fail(root, "parts", .sameIDTwice(cell.id))
        }
        if seen.isEmpty { fail(root, "parts", .empty) }
    }

    private mutating func part(_ node: Node, _ path: String) -> Worksheet.Part? {
        guard
            let fields = fields(
                node, path, optional: ["title", "fields", "rows", "columns"])
        else { return nil }
        let title = bilingual(fields, "title")
        if fields.has("fields") {
            let cells = items(fields, "fields").compactMap { cell($0.node, $0.path) }
            return Worksheet.Part(title: title, body: .fields(cells))
        }
        for name in ["rows", "columns"] where !fields.has(name) {
            fail(node, path, .missingField(name))
        }
        let rows = items(fields, "rows").compactMap { row($0.node, $0.path) }
        let columns = items(fields, "columns").compactMap { cell($0.node, $0.path) }
        return Worksheet.Part(title: title, body: .table(rows: rows, columns: columns))
    }

    private mutating func row(_ node: Node, _ path: String) -> Worksheet.Row? {
        guard
            let fields = fields(node, path, required: ["id", "title"], optional: ["hint"]),
            let id = text(fields, "id"), let title = bilingual(fields, "title")
        else { return nil }
        return Worksheet.Row(id: id, title: title, hint: bilingual(fields, "hint"))
    }

    private mutating func cell(_ node: Node, _ path: String) -> Worksheet.Cell? {
        guard
            let fields = fields(
                node, path, required: ["id", "title"],
                optional: ["hint", "lines", "number", "choices"]),
            let id = text(fields, "id"), let title = bilingual(fields, "title")
        else { return nil }
        return Worksheet.Cell(
            id: id, title: title, hint: bilingual(fields, "hint"),
            kind: kind(fields) ?? .text(lines: 1))
    }

    private mutating func kind(_ fields: Fields) -> Worksheet.Cell.Kind? {
        if let node = fields["number"] {
            guard
                let range = self.fields(
                    node, fields.path("number"), required: ["from", "to"]),
                let from = whole(range, "from", 0...1_000_000),
                let to = whole(range, "to", 0...1_000_000)
            else { return nil }
            if from > to {
                fail(node, fields.path("number"), .mustNotBeBelow("to", other: "from"))
                return nil
            }
            return .number(from...to)
        }
        if fields.has("choices") {
            return .choice(
                items(fields, "choices").compactMap { bilingual($0.node, $0.path) })
        }
        return fields.has("lines") ? whole(fields, "lines", 1...12).map { .text(lines: $0) } : nil
    }

    private mutating func total(
        _ node: Node, _ path: String, in worksheet: Worksheet
    ) -> Worksheet.Total? {
        guard
            let fields = fields(
                node, path, required: ["title"], optional: ["mean", "sum", "is"]),
            let title = bilingual(fields, "title")
        else { return nil }
        let isMean = fields.has("mean")
        guard isMean != fields.has("sum") else {
            fail(node, path, .missingField("mean / sum"))
            return nil
        }
        let known = worksheet.cells.compactMap { placed -> String? in
            if case .number = placed.cell.kind { placed.id } else { nil }
        }
        var cells: [String] = []
        for item in items(fields, isMean ? "mean" : "sum") {
            let name = item.node.string ?? ""
            guard known.contains(name) else {
                fail(
                    item.node, item.path,
                    .unknownID(
                        name, kind: .cell, nearest: Spelling.nearest(to: name, among: known)))
                continue
            }
            cells.append(name)
        }
        if isMean { return Worksheet.Total(title: title, rule: .mean, cells: cells) }
        guard fields.has("is") else {
            return Worksheet.Total(title: title, rule: .sum, cells: cells)
        }
        return whole(fields, "is", 0...1_000_000).map {
            Worksheet.Total(title: title, rule: .sumMustBe($0), cells: cells)
        }
    }
}
