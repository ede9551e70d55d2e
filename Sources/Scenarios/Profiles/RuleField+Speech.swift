import Engine
import Yams

extension RuleField {
    static let speech: [RuleField] = [
        .things(
            "speech.forbidden", "禁语（条目数）", "forbidden wordings (entries)",
            show: { "\($0.rules.speech.forbidden.count)" },
            read: { reader, fields, key, draft in
                draft.set(\.rules.speech.forbidden, reader.forbidden(fields, key))
            }),
        .things(
            "speech.redLines", "红线", "red lines",
            show: { values in
                listed(
                    values.rules.speech.redLines.map {
                        Spelling.hyphened("\($0.kind)") + " \($0.cap)"
                    }, ", ")
            },
            read: { reader, fields, key, draft in
                draft.set(\.rules.speech.redLines, reader.redLines(fields, key))
            }),
    ]

    /// Not a value of its own: forbidden wordings beside the inherited ones, so that a platform
    /// need not repeat the general list.
    static let alsoForbidden = "alsoForbidden"
}

extension FieldReader {
    /// `- {words: [包过, guaranteed], severity: medium, title: {zh, en}, source: 广告法 第九条}`
    mutating func forbidden(_ fields: Fields, _ name: String) -> [SpeechRules.ForbiddenWord] {
        var found: [SpeechRules.ForbiddenWord] = []
        for item in items(fields, name) {
            guard
                let form = self.fields(
                    item.node, item.path, required: ["words", "severity", "title"],
                    optional: ["source"]),
                let severity: SpeechRules.Severity = self.name(form, "severity"),
                let title = bilingual(form, "title")
            else { continue }
            var words: [String] = []
            for word in items(form, "words") {
                guard let text = word.node.string, text.contains(where: { !$0.isWhitespace }) else {
                    fail(word.node, word.path, .unreadable("", expected: .text))
                    continue
                }
                if words.contains(text) || found.contains(where: { $0.words.contains(text) }) {
                    fail(word.node, word.path, .listedTwice(text))
                }
                words.append(text)
            }
            if words.isEmpty, let node = form["words"], node.sequence?.isEmpty == true {
                fail(node, form.path("words"), .empty)
            }
            found.append(
                SpeechRules.ForbiddenWord(
                    words: words, severity: severity, title: title,
                    source: text(form, "source") ?? ""))
        }
        return found
    }

    /// `- {kind: off-platform, cap: 0, title: {zh, en}}`
    mutating func redLines(_ fields: Fields, _ name: String) -> [SpeechRules.RedLine] {
        var found: [SpeechRules.RedLine] = []
        for item in items(fields, name) {
            guard
                let form = self.fields(
                    item.node, item.path, required: ["kind", "title", "cap"], optional: ["source"]),
                let kind: SpeechRules.RedLine.Kind = self.name(form, "kind"),
                let title = bilingual(form, "title"), let cap = whole(form, "cap", 0...59)
            else { continue }
            if found.contains(where: { $0.kind == kind }), let node = form["kind"] {
                fail(node, form.path("kind"), .listedTwice(node.string ?? ""))
            }
            found.append(
                SpeechRules.RedLine(
                    kind: kind, title: title, cap: cap, source: text(form, "source") ?? ""))
        }
        return found
    }
}
