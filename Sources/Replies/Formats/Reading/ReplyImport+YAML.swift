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
        taken.macros = macros((try? YAMLTree.read(text)) ?? nil)
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
            let form = asked.isEmpty
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

    /// The macros of a file, as they are written there. Steps with more in them than a text are of
    /// our own writing and stay in the file they are in.
    private static func macros(_ tree: YAMLTree?) -> [ReplyMacro] {
        (tree?["macros"]?.list ?? []).compactMap { item in
            guard let name = item.text("name") else { return nil }
            let steps = (item["steps"]?.list ?? []).compactMap { step -> ReplyMacro.Step? in
                if let name = step.text { return ReplyMacro.Step(name) }
                guard let field = step.fields?.first, let value = field.value.text else {
                    return nil
                }
                return ReplyMacro.Step(field.name, value)
            }
            let folder = item.text("folder") ?? item["folder"]?.text("zh") ?? ""
            return ReplyMacro(
                name: name, label: item.text("label") ?? item["label"]?.text("zh") ?? name,
                folders: Snippet.folders(in: folder),
                scope: item.text("scope").flatMap(Snippet.Scope.init),
                parameters: (item["parameters"]?.list ?? []).compactMap { item in
                    item.text("name").map {
                        ReplyMacro.Parameter(name: $0, title: item.text("label") ?? $0)
                    }
                },
                steps: steps,
                line: item.line)
        }
    }
}
