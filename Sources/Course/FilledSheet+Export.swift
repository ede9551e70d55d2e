public import Engine
import Grading

/// The forms in which a worksheet leaves the desk.
public enum SheetForm: String, Hashable, Sendable, CaseIterable {
    case markdown = "md"
    case csv
}

extension FilledSheet {
    public func exported(
        as form: SheetForm, of worksheet: Worksheet, in tongue: Tongue
    ) -> String {
        switch form {
        case .markdown: markdown(of: worksheet, in: tongue)
        case .csv: csv(of: worksheet, in: tongue)
        }
    }

    /// The worksheet as a page: tables as tables, fields as points of a list.
    public func markdown(of worksheet: Worksheet, in tongue: Tongue) -> String {
        var blocks = ["# " + worksheet.heading[tongue], worksheet.task[tongue]]
        let cells = worksheet.cells
        for (number, part) in worksheet.parts.enumerated() {
            if let title = part.title { blocks.append("## " + title[tongue]) }
            switch part.body {
            case .fields(let fields):
                blocks.append(
                    fields.map { field in
                        let text =
                            cells.first { $0.part == number && $0.id == field.id }
                            .map { self.text(of: $0, in: tongue) } ?? ""
                        return "- **\(Self.inCell(field.title[tongue]))**  \(Self.inCell(text))"
                    }.joined(separator: "\n"))
            case .table(let rows, let columns):
                let head = [""] + columns.map { $0.title[tongue] }
                let body = rows.map { row in
                    [row.title[tongue]]
                        + columns.map { column in
                            let id = Worksheet.name(row.id, column.id)
                            return cells.first { $0.part == number && $0.id == id }
                                .map { text(of: $0, in: tongue) } ?? ""
                        }
                }
                blocks.append(
                    ([head, head.map { _ in "---" }] + body).map { line in
                        "| " + line.map(Self.inCell).joined(separator: " | ") + " |"
                    }.joined(separator: "\n"))
            }
        }
        for total in worksheet.totals {
            blocks.append(
                "**\(total.title[tongue])**  \(result(of: total, in: worksheet)?.text ?? "–")")
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    /// A row a cell: part, row, column, text. It begins with the mark by which spreadsheets know
    /// that the file is UTF-8.
    public func csv(of worksheet: Worksheet, in tongue: Tongue) -> String {
        let head = Bilingual(zh: "部分,行,栏,填写", en: "part,row,column,text")
        var lines = [head[tongue]]
        for placed in worksheet.cells {
            let fields = [
                worksheet.parts[placed.part].title?[tongue] ?? "",
                placed.row?.title[tongue] ?? "", placed.cell.title[tongue],
                text(of: placed, in: tongue),
            ]
            lines.append(fields.map { CSVCell.text($0, keepsLines: true) }.joined(separator: ","))
        }
        for total in worksheet.totals {
            let fields = [
                "", "", total.title[tongue], result(of: total, in: worksheet)?.text ?? "",
            ]
            lines.append(fields.map { CSVCell.text($0, keepsLines: true) }.joined(separator: ","))
        }
        return "\u{FEFF}" + lines.joined(separator: "\r\n") + "\r\n"
    }

    /// A bar would begin another cell, a line break another row.
    private static func inCell(_ text: String) -> String {
        text.map { character in
            switch character {
            case "|": "\\|"
            case "\n", "\r", "\r\n": "<br>"
            case _: String(character)
            }
        }.joined()
    }
}

extension Worksheet {
    /// `表1-2 门店接待和网络客服`.
    public var heading: Bilingual {
        Bilingual(zh: "表\(table) \(title.zh)", en: "Table \(table): \(title.en)")
    }
}
