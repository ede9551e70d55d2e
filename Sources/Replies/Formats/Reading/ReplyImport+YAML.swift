import Engine
import Stores

// Our own files and espanso's. Macros of ours have more in them than those of other programs; the
// room of macros reads them.
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
            // What nobody knows has become a question already, and half holes were told of above.
            if case .unknownVariable = problem.fact { continue }
            if case .halfHole = problem.fact { continue }
            taken.note(problem.line, "", .problem(problem.fact))
        }
        return taken
    }
}
