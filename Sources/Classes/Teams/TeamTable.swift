import Engine
import Stores

/// A team's file as a table, a row a mark: the post and the name of who was heard, who marks, and a
/// column for each criterion.
struct TeamTable {
    let sheet: MarksSheet
    let file: String

    /// Where everything stands.
    private struct Columns {
        var team: Int?
        var round: Int?
        var post: Int
        var name: Int
        var by: Int
        var again: Int?
        var criteria: [Int]
    }

    func form(_ bytes: [UInt8]) throws(FormFaults) -> TeamForm {
        var draft = TeamDraft(sheet: sheet, file: file)
        let rows: [CSVRow]
        let columns: Columns
        do throws(CSVFault) {
            var table = try CSVReader(bytes)
            columns = try self.columns(table.header)
            var all: [CSVRow] = []
            while let row = try table.next() { if !row.isBlank { all.append(row) } }
            rows = all
        } catch {
            let words = Bilingual(
                zh: error.sentence(in: .chinese), en: error.sentence(in: .english))
            throw FormFaults([FormFault(file: file, line: 0, fact: .notTable(words))])
        }
        var known: Set<String> = []
        for row in rows {
            let (name, post) = (row.text(at: columns.name), row.text(at: columns.post))
            if name.isEmpty {
                // A row of the blank form for a seat that nobody took.
                if isBlank(row, columns) { continue }
                draft.reader.fail(row.line, row.header.names[columns.name], .missing)
            } else if known.insert(name + "\u{0}" + (sheet.post(post)?.id ?? post)).inserted {
                draft.add(member: name, post: post, line: row.line)
            }
        }
        for row in rows { read(row, columns, into: &draft) }
        let teams = rows.map { row in columns.team.map { row.text(at: $0) } ?? "" }
        return try draft.form(team: teams.first { !$0.isEmpty } ?? name)
    }

    /// A file that names no team is the team.
    private var name: String {
        let last = file.split(separator: "/").last.map(String.init) ?? file
        return last.split(separator: ".").first.map(String.init) ?? last
    }

    private func columns(_ header: CSVHeader) throws(CSVFault) -> Columns {
        var criteria: [Int] = []
        for criterion in sheet.criteria {
            criteria.append(
                try header.place(
                    of: CSVColumn(criterion.id, criterion.name.zh, criterion.name.en)))
        }
        return Columns(
            team: try header.placeIfPresent(of: CSVColumn("team", "队", "团队", "网店")),
            round: try header.placeIfPresent(of: CSVColumn("round", "轮", "轮次")),
            post: try header.place(of: CSVColumn("post", "岗位", "部门岗位")),
            name: try header.place(of: CSVColumn("name", "姓名", "学生姓名", "of")),
            by: try header.place(of: CSVColumn("by", "评分人")),
            again: try header.placeIfPresent(
                of: CSVColumn("again", "再说一遍", "是否需要重新阐述")),
            criteria: criteria)
    }

    /// No marks in it yet; whose they are to be, it says all the same.
    private func isBlank(_ row: CSVRow, _ columns: Columns) -> Bool {
        columns.criteria.allSatisfy { row.text(at: $0).isEmpty }
    }

    private func read(_ row: CSVRow, _ columns: Columns, into draft: inout TeamDraft) {
        let names = row.header.names
        if isBlank(row, columns) { return }
        let byName = row.text(at: columns.by)
        guard let of = draft.members.first(where: { $0.name == row.text(at: columns.name) })
        else { return }
        guard !byName.isEmpty else {
            return draft.reader.fail(row.line, names[columns.by], .missing)
        }
        let by = draft.member(byName, line: row.line, names[columns.by])
        var points: [Int] = []
        for (criterion, column) in zip(sheet.criteria, columns.criteria) {
            let text = row.text(at: column)
            guard !text.isEmpty else {
                draft.reader.fail(row.line, names[column], .missing)
                continue
            }
            if let number = draft.reader.whole(
                text, line: row.line, names[column], 0...criterion.most)
            {
                points.append(number)
            }
        }
        var round: Int? = 1
        if let column = columns.round, case let text = row.text(at: column), !text.isEmpty {
            round = draft.reader.whole(
                text, line: row.line, names[column], 1...TeamForm.roundLimit)
        }
        var again: Bool? = false
        if let column = columns.again {
            again = draft.reader.yesOrNo(row.text(at: column), line: row.line, names[column])
        }
        guard let by, let round, let again, points.count == sheet.criteria.count else { return }
        draft.add(
            round: round, of: of, by: by, points: points, asksAgain: again, line: row.line)
    }
}
