import Engine

// Macros in the shape Chatwoot and Zendesk read.
extension ExportWriter {
    mutating func macros(_ macros: [ReplyMacro]) -> String {
        let isZendesk = format == .zendesk
        var items: [String] = []
        for macro in macros {
            // One of which a step stayed behind would do something else: it goes whole or not.
            guard let actions = isZendesk ? zendesk(macro) : chatwoot(macro) else { continue }
            let number = items.count
            let title = (macro.folders + [macro.label]).joined(separator: "::")
            let list = JSONText.array(actions, indent: 8, close: 6)
            let isPersonal = macro.scope == .personal
            items.append(
                JSONText.object(
                    isZendesk
                        ? [
                            ("id", "\(number + 1)"), ("title", JSONText.quoted(title)),
                            ("active", "true"), ("actions", list),
                            ("restriction", isPersonal ? #"{"type": "User"}"# : "null"),
                        ]
                        : [
                            ("id", "\(number + 1)"), ("name", JSONText.quoted(title)),
                            ("visibility", isPersonal ? "\"personal\"" : "\"global\""),
                            ("actions", list),
                        ], indent: 4))
        }
        let list = JSONText.array(items, indent: 4, close: 2)
        return isZendesk
            ? "{\n  \"macros\": \(list),\n  \"next_page\": null,\n  \"previous_page\": null,\n"
                + "  \"count\": \(items.count)\n}\n"
            : "{\n  \"payload\": \(list)\n}\n"
    }

    private mutating func refuse(_ macro: ReplyMacro, _ step: String) -> [String]? {
        note(macro.name, .noCounterpart(step))
        return nil
    }

    private mutating func chatwoot(_ macro: ReplyMacro) -> [String]? {
        var actions: [(name: String, values: [String])] = []
        for (number, step) in macro.steps.enumerated() {
            let value = step.value ?? ""
            switch step.name {
            case "insert":
                // There a text is sent at once: one that is left to the agent has no like.
                guard macro.steps.dropFirst(number + 1).first?.name == "send" else {
                    return refuse(macro, "insert")
                }
                actions.append(
                    ("send_message", [text(value, of: macro.name, own: macro.variables)]))
            case "send":
                guard number > 0, macro.steps[number - 1].name == "insert" else {
                    return refuse(macro, "send")
                }
            case "note":
                actions.append(
                    ("add_private_note", [text(value, of: macro.name, own: macro.variables)]))
            case "tag", "untag":
                let name = step.name == "tag" ? "add_label" : "remove_label"
                if actions.last?.name == name {
                    actions[actions.count - 1].values.append(value)
                } else {
                    actions.append((name, [value]))
                }
            case "close": actions.append(("resolve_conversation", []))
            case "hold": actions.append(("snooze_conversation", []))
            case "resume": actions.append(("change_status", ["open"]))
            case "take": actions.append(("assign_agent", ["self"]))
            case "transfer" where value.hasPrefix("agent "):
                actions.append(("assign_agent", [String(value.dropFirst(6))]))
            case "transfer" where value.hasPrefix("team "):
                actions.append(("assign_team", [String(value.dropFirst(5))]))
            case _: return refuse(macro, step.name)
            }
        }
        return actions.map { action in
            let values = action.values.map { value in
                // Numbers of teams and people are numbers.
                action.name.hasPrefix("assign_") && Int(value) != nil
                    ? value : JSONText.quoted(value)
            }
            return "{\"action_name\": \"\(action.name)\", \"action_params\": ["
                + values.joined(separator: ", ") + "]}"
        }
    }

    private mutating func zendesk(_ macro: ReplyMacro) -> [String]? {
        var actions: [(field: String, value: String)] = []
        var hasComment = false
        for step in macro.steps {
            let value = step.value ?? ""
            switch step.name {
            case "insert", "note":
                if hasComment { return refuse(macro, step.name) }
                hasComment = true
                actions.append(("comment_value", text(value, of: macro.name, own: macro.variables)))
                if step.name == "note" { actions.append(("comment_mode_is_public", "false")) }
            case "send": note(macro.name, .sendsOtherwise)
            case "tag", "untag":
                let field = step.name == "tag" ? "current_tags" : "remove_tags"
                let tag = value.split(separator: " ").joined(separator: "_")
                if tag != value { note(macro.name, .tagChanged(value)) }
                if let last = actions.last, last.field == field {
                    actions[actions.count - 1].value += " " + tag
                } else {
                    actions.append((field, tag))
                }
            case "close": actions.append(("status", "solved"))
            case "hold": actions.append(("status", "pending"))
            case "resume": actions.append(("status", "open"))
            case "take": actions.append(("assignee_id", "current_user"))
            case "transfer" where value.hasPrefix("agent "):
                actions.append(("assignee_id", String(value.dropFirst(6))))
            case "transfer" where value.hasPrefix("group "):
                actions.append(("group_id", String(value.dropFirst(6))))
            case _: return refuse(macro, step.name)
            }
        }
        return actions.map {
            "{\"field\": \"\($0.field)\", \"value\": \(JSONText.quoted($0.value))}"
        }
    }
}

extension ReplyMacro {
    /// Its parameters as the fields of a form.
    fileprivate var variables: [Variable] {
        let fields = parameters.map {
            FormField(name: $0.name, title: Bilingual(zh: $0.title, en: $0.title))
        }
        return [Variable(name: "", value: .form(layout: "", fields: fields), line: line)]
    }
}
