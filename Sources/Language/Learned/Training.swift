import Engine

/// Learning anew from the examples of a lexicon folder.
public struct Training: Sendable {
    public let language: MessageLanguage
    /// `zh.weights`
    public let file: String
    public let examples: [Example]
    /// Of everything that is data: the examples, the concepts, the lexicons whose findings are
    /// weighed, and how the learning goes.
    let fingerprint: String

    /// One for each language that has examples.
    public static func all(in folder: String) throws(LexiconProblems) -> [Training] {
        var trainings: [Training] = []
        var problems: [LexiconProblem] = []
        var common = Fingerprint(of: "\(Learner.Settings())")
        for (_, name) in Lexicon.learnedLanguages {
            for file in ["\(name).yaml", "learned/\(name).concepts.txt"] {
                common.add((Lexicon.contents(of: folder + "/" + file) ?? "").utf8)
                common.add([0])
            }
        }
        for (language, name) in Lexicon.learnedLanguages {
            let path = folder + "/learned/" + name + ".examples.txt"
            guard let text = Lexicon.contents(of: path) else { continue }
            switch Example.read(text) {
            case .success(let examples):
                var print = common
                print.add(text.utf8)
                trainings.append(
                    Training(
                        language: language, file: name + ".weights", examples: examples,
                        fingerprint: print.hex))
            case .failure(let found):
                problems += found.problems.map {
                    LexiconProblem(file: path, line: $0.line, fact: .badExample($0.fact))
                }
            }
        }
        guard problems.isEmpty else { throw LexiconProblems(problems: problems) }
        return trainings
    }

    /// Learns; about a minute for eighty thousand examples.
    public func weights(with lexicon: Lexicon) -> Weights {
        var plain = lexicon
        plain.learned = [:]
        let reader = Reader(lexicon: plain)
        let learner = Learner(examples) { reader.runs(of: $0.text) }
        return learner.weights(fingerprint: fingerprint)
    }

    /// Whether weights were learned from this very data. The program's own reading of it may have
    /// changed since; a soak learns anew and compares.
    public func isFresh(_ weights: Weights?) -> Bool { weights?.fingerprint == fingerprint }
}
