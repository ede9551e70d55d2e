import Stores

/// A macro as Zendesk has it: `{"field": "status", "value": "solved"}`. A comment is put into the
/// composer and the agent sends it; where the macro goes on to a status or to somebody else, which
/// there happens all at once, it is sent first.
struct ZendeskMacro: ForeignMacro {
    let title: String
    let scope: Snippet.Scope?
    private(set) var steps: [ReplyMacro.Step] = []
    private(set) var parameters: [ReplyMacro.Parameter] = []
    private(set) var notes: [(line: Int, fact: ReplyImport.Note.Fact)] = []
    private(set) var refusal: (line: Int, fact: ReplyImport.Note.Fact)?
    private let variables = ForeignVariables(.zendesk)
    private var isPrivate = false
    /// Where the comment is among the steps: whether it is a note may be said after it.
    private var comment: Int?

    init(_ item: JSONTree) {
        title = item["title"]?.text ?? ""
        scope = item["restriction"]?["type"]?.text == "User" ? .personal : .shop
    }

    mutating func take(_ action: JSONTree) {
        let field = action["field"]?.text ?? ""
        // `["channel:all", "text"]`: the last is the text.
        let value = action["value"]?.items?.last?.words ?? action["value"]?.words ?? ""
        let tags = value.split(whereSeparator: \.isWhitespace).map(String.init)
        switch field {
        case "comment_value", "comment_value_html":
            let (plain, hadFormat) = HTMLText.plain(value)
            if hadFormat { notes.append((action.line, .plainText)) }
            let text = ForeignText(EntryTaker.trimmed(plain), variables)
            if let statement = text.statement { refusal = (action.line, .statement(statement)) }
            guard !text.text.isEmpty else { return notes.append((action.line, .emptyText)) }
            notes += text.facts.map { (action.line, $0) }
            parameters += text.parameters.filter { !parameters.contains($0) }
            comment = steps.count
            steps.append(ReplyMacro.Step("insert", text.text))
        case "comment_mode_is_public": isPrivate = value == "false"
        case "current_tags": steps += tags.map { ReplyMacro.Step("tag", $0) }
        case "set_tags":
            steps += tags.map { ReplyMacro.Step("tag", $0) }
            notes.append((action.line, .tagsAdded))
        case "remove_tags": steps += tags.map { ReplyMacro.Step("untag", $0) }
        case "status" where value == "solved" || value == "closed":
            steps.append(ReplyMacro.Step("close"))
        case "status" where value == "pending" || value == "hold":
            steps.append(ReplyMacro.Step("hold", ""))
        case "status" where value == "open": steps.append(ReplyMacro.Step("resume"))
        case "assignee_id" where value == "current_user": steps.append(ReplyMacro.Step("take"))
        case "assignee_id": transfer("agent \(value)", action.line)
        case "group_id": transfer("group \(value)", action.line)
        case _: notes.append((action.line, .noCounterpart(field)))
        }
    }

    private mutating func transfer(_ who: String, _ line: Int) {
        steps.append(ReplyMacro.Step("transfer", who))
        notes.append((line, .needsName(who)))
    }

    /// After these nothing is written to the customer.
    private static let last: Set<String> = ["close", "hold", "resume", "transfer"]

    mutating func finish() {
        guard let comment else { return }
        if isPrivate {
            steps[comment] = ReplyMacro.Step("note", steps[comment].value)
            return
        }
        guard let end = steps.firstIndex(where: { Self.last.contains($0.name) }) else { return }
        let insert = steps.remove(at: comment)
        steps.insert(contentsOf: [insert, ReplyMacro.Step("send")], at: min(comment, end))
    }
}
