import Engine

/// Replies and macros as a file of ours; with `isPlain` as one that espanso reads too.
struct ReplyYAML {
    /// Only what espanso knows, in this tongue.
    let espanso: Tongue?

    func text(_ replies: [Snippet], _ macros: [ReplyMacro]) -> String {
        var text = ""
        if !replies.isEmpty || macros.isEmpty { text += "matches:\n" }
        for reply in replies { text += lines(of: reply) }
        if replies.isEmpty, macros.isEmpty { text = "matches: []\n" }
        if !macros.isEmpty, espanso == nil {
            text += "macros:\n"
            for macro in macros { text += lines(of: macro) }
        }
        return text
    }

    // MARK: Replies

    private func lines(of reply: Snippet) -> String {
        var fields: [String] = []
        func add(_ name: String, _ value: String?) {
            if let value { fields.append(name + ":" + value) }
        }
        let codes = reply.codes.map { (espanso == nil ? "/" : ":") + $0 }
        add(
            codes.count == 1 ? "trigger" : "triggers",
            " " + (codes.count == 1 ? YAMLText.inline(codes[0]) : YAMLText.list(codes)))
        add("label", both(reply.label, indent: 6))
        if espanso == nil {
            add("group", reply.group.flatMap { both($0, indent: 6) })
            add("stage", names(reply.stages.map(stage)))
            add("channel", names(reply.channels.map(channel)))
            add("status", names(reply.truth.statuses.map { Spelling.hyphened($0.rawValue) }))
            add("hours", reply.truth.hours.map { " \($0.from)-\($0.until)" })
            add("tags", names(reply.tags))
            add("keys", names(reply.keys))
            if reply.scope == .personal { add("scope", " personal") }
        }
        add("search_terms", names(espanso == nil ? reply.words : reply.words + reply.tags))
        let form = reply.variables.first { $0.name.isEmpty }
        let fieldNames = form?.names ?? []
        let vars = reply.variables.filter { !$0.name.isEmpty }
        if let form, case .form(_, let formFields) = form.value {
            add(
                "form",
                both(
                    Bilingual(
                        zh: FormLayout.fields(reply.text.zh, named: fieldNames),
                        en: FormLayout.fields(reply.text.en, named: fieldNames)), indent: 6))
            fields.append("form_fields:" + formLines(formFields, indent: 6))
        } else {
            add("replace", both(reply.text, indent: 6))
        }
        if !vars.isEmpty {
            fields.append("vars:" + vars.map { "\n" + variableLines($0) }.joined())
        }
        return "  - " + fields.joined(separator: "\n    ") + "\n"
    }

    /// One text where both are the same or only one is wanted, else a pair.
    private func both(_ text: Bilingual, indent: Int) -> String {
        if let espanso { return YAMLText.value(text[espanso], indent: indent) }
        if text.zh == text.en { return YAMLText.value(text.zh, indent: indent) }
        let pad = String(repeating: " ", count: indent)
        return "\n\(pad)zh:\(YAMLText.value(text.zh, indent: indent + 2))"
            + "\n\(pad)en:\(YAMLText.value(text.en, indent: indent + 2))"
    }

    private func pair(_ text: Bilingual) -> String {
        if let espanso { return YAMLText.inline(text[espanso]) }
        if text.zh == text.en { return YAMLText.inline(text.zh) }
        return "{zh: \(flow(text.zh)), en: \(flow(text.en))}"
    }

    private func flow(_ text: String) -> String { YAMLText.inline(text) }

    private func names(_ names: [String]) -> String? {
        if names.isEmpty { return nil }
        return " " + (names.count == 1 ? YAMLText.inline(names[0]) : YAMLText.list(names))
    }

    private func stage(_ stage: Conversation.Stage) -> String {
        switch stage {
        case .preSale: "pre-sale"
        case .order: "order"
        case .afterSale: "after-sale"
        }
    }

    private func channel(_ channel: Conversation.Channel) -> String {
        switch channel {
        case .wechatShop: "wechat-shop"
        case .taobao, .jd, .pdd, .web, .email, .form, .group, .post, .phone, .video:
            channel.rawValue
        }
    }

    // MARK: Variables

    private func formLines(_ fields: [FormField], indent: Int) -> String {
        let pad = String(repeating: " ", count: indent)
        if fields.isEmpty { return " {}" }
        return fields.map { field in
            var settings: [String] = []
            switch field.kind {
            case .text: settings.append("type: text")
            case .multiline: settings.append("multiline: true")
            case .choice(let choices):
                settings.append("type: choice, values: " + choiceList(choices))
            }
            if let value = field.value { settings.append("default: " + pair(value)) }
            if let title = field.title, espanso == nil { settings.append("label: " + pair(title)) }
            return "\n\(pad)\(YAMLText.inline(field.name)): {" + settings.joined(separator: ", ")
                + "}"
        }.joined()
    }

    private func choiceList(_ choices: [Ask.Choice]) -> String {
        let items = choices.map { choice in
            if choice.title.zh == choice.id, choice.title.en == choice.id {
                return YAMLText.inline(choice.id)
            }
            if espanso == nil, choice.title.zh == choice.id { return pair(choice.title) }
            return "{label: \(pair(choice.title)), id: \(YAMLText.inline(choice.id))}"
        }
        return "[" + items.joined(separator: ", ") + "]"
    }

    private func variableLines(_ variable: Variable) -> String {
        let (type, params) = settings(variable.value)
        let needs = variable.needs.isEmpty ? "" : ", depends_on: " + YAMLText.list(variable.needs)
        let shown = params.isEmpty ? "" : ", params: {" + params.joined(separator: ", ") + "}"
        return "      - {name: \(YAMLText.inline(variable.name)), type: \(type)\(shown)\(needs)}"
    }

    private func settings(_ value: VariableValue) -> (type: String, params: [String]) {
        switch value {
        case .echo(let text): ("echo", ["echo: " + pair(text)])
        case .date(let format, let shift, let tongue):
            (
                "date",
                ["format: " + YAMLText.inline(format)]
                    + (shift == .zero ? [] : ["offset: \(shift.milliseconds / 1000)"])
                    + (tongue.map { ["locale: " + ($0 == .chinese ? "zh-CN" : "en-US")] } ?? [])
            )
        case .choice(let choices): ("choice", ["values: " + choiceList(choices)])
        case .random(let texts):
            ("random", ["choices: [" + texts.map(pair).joined(separator: ", ") + "]"])
        case .clipboard: ("clipboard", [])
        case .form(let layout, let fields):
            (
                "form",
                ["layout: " + YAMLText.inline(layout), "fields: {" + inlineFields(fields) + "}"]
            )
        case .match(let code):
            ("match", ["trigger: " + YAMLText.inline((espanso == nil ? "/" : ":") + code)])
        case .reply(let text, _): ("echo", ["echo: " + pair(text)])
        }
    }

    private func inlineFields(_ fields: [FormField]) -> String {
        formLines(fields, indent: 0).split(separator: "\n").joined(separator: ", ")
    }

    // MARK: Macros

    private func lines(of macro: ReplyMacro) -> String {
        var text =
            "  - name: \(YAMLText.inline(macro.name))\n    label: \(YAMLText.inline(macro.label))\n"
        if !macro.folders.isEmpty {
            text += "    folder: \(YAMLText.inline(macro.folders.joined(separator: "/")))\n"
        }
        if macro.scope == .personal { text += "    scope: personal\n" }
        if !macro.parameters.isEmpty {
            text += "    parameters:\n"
            for parameter in macro.parameters {
                text +=
                    "      - {name: \(YAMLText.inline(parameter.name)), "
                    + "label: \(YAMLText.inline(parameter.title))}\n"
            }
        }
        text += "    steps:\n"
        for step in macro.steps {
            text +=
                "      - " + step.name
                + (step.value.map { ":" + YAMLText.value($0, indent: 10) } ?? "") + "\n"
        }
        return text
    }
}

extension ReplyImport {
    /// What was taken, as a file of ours.
    public var yaml: String { ReplyYAML(espanso: nil).text(replies, macros) }
}
