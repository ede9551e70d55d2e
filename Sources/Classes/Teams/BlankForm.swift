public import Engine
import Stores

extension MarksSheet {
    /// A table to be filled in with a spreadsheet: a row for everybody who marks everybody else,
    /// names and points left empty.
    public func blank(in tongue: Tongue) -> String {
        let heads: [String] =
            switch tongue {
            case .chinese: ["团队", "轮次", "岗位", "姓名", "评分人"]
            case .english: ["team", "round", "post", "name", "by"]
            }
        let again = tongue == .chinese ? "再说一遍" : "again"
        var lines = CSVLine.text(heads + criteria.map { $0.name[tongue] } + [again])
        for post in posts {
            for other in posts where other != post {
                lines += CSVLine.text(
                    ["", "1", post.name[tongue], "", other.name[tongue]]
                        + criteria.map { _ in "" } + [""])
            }
        }
        return lines
    }
}
