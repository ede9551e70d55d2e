/// The files of the learned layer in `Lexicons/learned`: words that mean the same, examples, and
/// what was learned of them.
extension Lexicon {
    static let learnedLanguages: [(MessageLanguage, String)] = [
        (.chinese, "zh"), (.english, "en"),
    ]

    /// Reads the concepts; they belong to the lexicon whether or not anything was learned.
    mutating func readConcepts(in folder: String, _ problems: inout [LexiconProblem]) {
        for (_, name) in Self.learnedLanguages {
            let path = folder + "/learned/" + name + ".concepts.txt"
            guard let text = Self.contents(of: path) else { continue }
            for line in concepts.add(text) {
                problems.append(LexiconProblem(file: path, line: line, fact: .notAConcept))
            }
        }
    }

    /// Reads the weights; a folder without them has no learned layer.
    mutating func readWeights(in folder: String, _ problems: inout [LexiconProblem]) {
        for (language, name) in Self.learnedLanguages {
            let path = folder + "/learned/" + name
            guard let bytes = Self.bytes(of: path + ".weights") else { continue }
            do throws(Weights.Problem) { learned[language] = try Weights(file: bytes) } catch {
                problems.append(LexiconProblem(file: path + ".weights", fact: .badWeights))
            }
        }
    }
}
