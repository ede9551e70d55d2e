import Engine
import Stores

// Our own files and espanso's.
extension ReplyImport {
    static func yaml(
        _ bytes: [UInt8], named file: String, _ format: ReplyFormat
    ) throws(ReplyFileFault) -> ReplyImport {
        let text: String
        do {
            text = String(decoding: try TextDecoding.decode(bytes).text, as: UTF8.self)
        } catch { throw .table(error) }
        let read = SnippetFile(path: file, text: text)
        if let stop = read.problems.first(where: { $0.stopsFile || $0.fact == .noMatches }) {
            throw .yaml(stop)
        }
        var taken = ReplyImport(format: format)
        var library = SnippetLibrary()
        library.add(yaml: text, named: file)
        taken.takeMacros((try? YAMLTree.read(text)) ?? nil)
        let variables = ForeignVariables(format)
        for snippet in read.snippets {
            // Names in brackets are what an export made of our variables.
            let zh = ForeignText(snippet.text.zh, variables, own: snippet.ownNames)
            let en = ForeignText(snippet.text.en, variables, own: snippet.ownNames)
            for fact in zh.facts { taken.note(snippet.place.line, snippet.code, fact) }
            for fact in en.facts where !zh.facts.contains(fact) {
                taken.note(snippet.place.line, snippet.code, fact)
            }
            let asked = (zh.fields + en.fields.filter { !zh.fields.contains($0) })
            let form =
                asked.isEmpty
                ? []
                : [
                    Variable(
                        name: "", value: .form(layout: "", fields: asked),
                        line: snippet.place.line)
                ]
            taken.replies.append(
                snippet.replacing(
                    snippet.variables + form, text: Bilingual(zh: zh.text, en: en.text)))
        }
        for problem in library.problems {
            // What nobody knows has become a question already.
            if case .unknownVariable = problem.fact { continue }
            taken.note(problem.line, "", .problem(problem.fact))
        }
        return taken
    }

    /// The macros of a file, as they are written there. A step with more in it than a text, a
    /// condition for one, is of our own writing; no other program has its like.
    private mutating func takeMacros(_ tree: YAMLTree?) {
        for item in tree?["macros"]?.list ?? [] {
            guard let name = item.text("name") else { continue }
            var steps: [ReplyMacro.Step] = []
            for step in item["steps"]?.list ?? [] {
                if let name = step.text {
                    steps.append(ReplyMacro.Step(name))
                } else if let fields = step.fields, fields.count == 1, let field = fields.first,
                    let value = field.value.text
                {
                    steps.append(ReplyMacro.Step(field.name, value))
                } else {
                    note(step.line, name, .noCounterpart(step.fields?.first?.name ?? ""))
                }
            }
            let folder = item.text("folder") ?? item["folder"]?.text("zh") ?? ""
            macros.append(
                ReplyMacro(
                    name: name, label: item.text("label") ?? item["label"]?.text("zh") ?? name,
                    folders: Snippet.folders(in: folder),
                    scope: item.text("scope").flatMap(Snippet.Scope.init),
                    parameters: (item["parameters"]?.list ?? []).compactMap { item in
                        item.text("name").map {
                            ReplyMacro.Parameter(name: $0, title: item.text("label") ?? $0)
                        }
                    },
                    steps: steps, line: item.line))
        }
    }
}
