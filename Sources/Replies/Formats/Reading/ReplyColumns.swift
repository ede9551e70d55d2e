import Stores

/// The columns of a table of replies, whatever a program or a person has called them.
struct ReplyColumns {
    private let header: CSVHeader
    let content: Int?
    /// The name of a column for the text that is there twice.
    let doubled: String?
    let code: Int?
    let group: Int?
    let title: Int?
    let words: Int?
    let active: Int?

    init(_ header: CSVHeader) {
        self.header = header
        func place(_ column: CSVColumn) -> Int? {
            // A column that is there twice is none: which would count?
            (try? header.placeIfPresent(of: column)) ?? nil
        }
        do throws(CSVFault) {
            content = try header.placeIfPresent(of: Self.texts)
            doubled = nil
        } catch {
            content = nil
            doubled = if case .doubledColumn(let name) = error { name } else { nil }
        }
        code = place(
            CSVColumn(
                "编码", "快捷短语编码", "快捷编码", "短码", "快捷码", "代码", "code", "short_code",
                "shortcut", "trigger"))
        group = place(
            CSVColumn("分组", "快捷短语分组", "分类", "文件夹", "group", "folder", "category"))
        title = place(CSVColumn("标题", "名称", "问题", "title", "name", "label", "question"))
        words = place(CSVColumn("关键词", "关键字", "keywords", "search_terms", "tags"))
        active = place(CSVColumn("active", "启用"))
    }

    private static let texts = CSVColumn(
        "内容", "快捷短语", "话术", "话术内容", "回复内容", "正文", "回答", "答案", "content", "text", "reply",
        "message", "body", "replace", "answer")

    func has(_ name: String) -> Bool {
        ((try? header.placeIfPresent(of: CSVColumn(name))) ?? nil) != nil
    }
}
