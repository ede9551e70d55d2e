import Stores

/// A macro as Chatwoot has it: `{"action_name": "add_label", "action_params": ["vip"]}`.
struct ChatwootMacro: ForeignMacro {
    let title: String
    let scope: Snippet.Scope?
    private(set) var steps: [ReplyMacro.Step] = []
    private(set) var parameters: [ReplyMacro.Parameter] = []
    private(set) var notes: [(line: Int, fact: ReplyImport.Note.Fact)] = []
    private(set) var refusal: (line: Int, fact: ReplyImport.Note.Fact)?
    private let variables = ForeignVariables(.chatwootMacros)

    init(_ item: JSONTree) {
        title = item["name"]?.text ?? ""
        scope = item["visibility"]?.text == "personal" ? .personal : .shop
    }

    mutating func take(_ action: JSONTree) {
        let name = action["action_name"]?.text ?? ""
        let values = action["action_params"]?.items?.compactMap(\.words) ?? []
        let first = values.first ?? ""
        switch name {
        case "send_message":
            insert(first, action.line)
            steps.append(ReplyMacro.Step("send"))
        case "add_private_note": steps.append(ReplyMacro.Step("note", text(first, action.line)))
        case "add_label": steps += values.map { ReplyMacro.Step("tag", $0) }
        case "remove_label": steps += values.map { ReplyMacro.Step("untag", $0) }
        case "assign_agent" where first == "self": steps.append(ReplyMacro.Step("take"))
        case "assign_agent": transfer("agent \(first)", action.line)
        case "assign_team": transfer("team \(first)", action.line)
        case "resolve_conversation": steps.append(ReplyMacro.Step("close"))
        case "snooze_conversation": steps.append(ReplyMacro.Step("hold", ""))
        case "change_status" where first == "resolved": steps.append(ReplyMacro.Step("close"))
        case "change_status" where first == "pending" || first == "snoozed":
            steps.append(ReplyMacro.Step("hold", ""))
        case "change_status" where first == "open": steps.append(ReplyMacro.Step("resume"))
        case _: notes.append((action.line, .noCounterpart(name)))
        }
    }

    private mutating func transfer(_ who: String, _ line: Int) {
        steps.append(ReplyMacro.Step("transfer", who))
        notes.append((line, .needsName(who)))
    }

    private mutating func insert(_ text: String, _ line: Int) {
        steps.append(ReplyMacro.Step("insert", self.text(text, line)))
    }

    private mutating func text(_ raw: String, _ line: Int) -> String {
        let text = ForeignText(EntryTaker.trimmed(raw), variables)
        if let statement = text.statement { refusal = (line, .statement(statement)) }
        notes += text.facts.map { (line, $0) }
        parameters += text.parameters.filter { !parameters.contains($0) }
        return text.text
    }

    mutating func finish() {}
}
