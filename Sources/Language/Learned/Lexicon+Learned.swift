/// The files of the learned layer in `Lexicons/learned`: words that mean the same, examples, and
/// what was learned of them.
extension Lexicon {
    static let learnedLanguages: [(MessageLanguage, String)] = [
        (.chinese, "zh"), (.english, "en"),
    ]

    /// Reads concepts and weights; a folder without them has no learned layer.
    mutating func readLearned(in folder: String, _ problems: inout [LexiconProblem]) {
        for (language, name) in Self.learnedLanguages {
            let path = folder + "/learned/" + name
            if let text = Self.contents(of: path + ".concepts.txt") {
                for line in concepts.add(text) {
                    problems.append(
                        LexiconProblem(
                            file: path + ".concepts.txt", line: line, fact: .notAConcept))
                }
            }
            guard let bytes = Self.bytes(of: path + ".weights") else { continue }
            do throws(Weights.Problem) { learned[language] = try Weights(file: bytes) } catch {
                problems.append(LexiconProblem(file: path + ".weights", fact: .badWeights))
            }
        }
    }

    /// What was learned with these examples and concepts; the same text has the same everywhere.
    public static func fingerprint(examples: String, concepts: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for text in [examples, "\0", concepts] {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// Learning anew from the examples of a lexicon folder.
public struct Lesson: Sendable {
    public let language: MessageLanguage
    /// `zh.weights`
    public let file: String
    public let examples: [Example]
    let fingerprint: String

    /// One for each language that has examples.
    public static func all(in folder: String) throws(LexiconProblems) -> [Lesson] {
        var lessons: [Lesson] = []
        var problems: [LexiconProblem] = []
        for (language, name) in Lexicon.learnedLanguages {
            let path = folder + "/learned/" + name
            guard let text = Lexicon.contents(of: path + ".examples.txt") else { continue }
            let concepts = Lexicon.contents(of: path + ".concepts.txt") ?? ""
            switch Example.read(text) {
            case .success(let examples):
                lessons.append(
                    Lesson(
                        language: language, file: name + ".weights", examples: examples,
                        fingerprint: Lexicon.fingerprint(examples: text, concepts: concepts)))
            case .failure(let found):
                problems += found.problems.map {
                    LexiconProblem(
                        file: path + ".examples.txt", line: $0.line, fact: .badExample($0.fact))
                }
            }
        }
        guard problems.isEmpty else { throw LexiconProblems(problems: problems) }
        return lessons
    }

    /// Learns; some seconds for five thousand examples.
    public func weights(with lexicon: Lexicon) -> Weights {
        var plain = lexicon
        plain.learned = [:]
        let reader = Reader(lexicon: plain)
        let learner = Learner(examples) { reader.windows(of: $0.text) }
        return Weights(learner.columns(), fingerprint: fingerprint)
    }

    /// Whether weights were learned from these very examples.
    public func isFresh(_ weights: Weights?) -> Bool { weights?.fingerprint == fingerprint }
}
