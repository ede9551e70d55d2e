import ArgumentParser
import Engine
import Language

/// `xiaoer learn`: the learned layer anew from its examples.
struct LearnCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "learn",
            abstract: say(
                "从例句重新学习：Lexicons/learned 里改了例句或概念以后用",
                "Learn anew from the examples, after those in Lexicons/learned were edited"))
    }

    @Flag(help: help("只看学过的是不是最新的", "Only say whether what was learned is fresh"))
    var check = false

    /// What was learned before; nil where nothing usable is there.
    private static func weights(at path: String) -> Weights? {
        (try? StoredFile.bytes(path)).flatMap { try? Weights(file: $0) }
    }

    func run() throws {
        let library = try Library()
        let folder = library.data.lexicons
        let lexicon: Lexicon
        let trainings: [Training]
        do {
            lexicon = try Lexicon(folder: folder, learned: false)
            trainings = try Training.all(in: folder)
        } catch {
            throw Failure(code: 65, sentence: error.words)
        }
        for training in trainings {
            let path = folder + "/learned/" + training.file
            if training.isFresh(Self.weights(at: path)) {
                write(say("\(training.file) 是最新的。", "\(training.file) is fresh."))
                if check { continue }
            } else if check {
                throw Failure(
                    code: 1,
                    sentence: Bilingual(
                        zh: "\(training.file) 不是从现在的例句学的。运行 xiaoer learn。",
                        en:
                            "\(training.file) was not learned from these examples. Run xiaoer learn."
                    )
                )
            }
            let weights = training.weights(with: lexicon)
            try StoredFile.write(weights.file, to: path)
            write(
                say(
                    "\(training.file)：\(training.examples.count) 句，\(weights.count) 个词组。",
                    "\(training.file): \(training.examples.count) examples, \(weights.count) runs of words."
                ))
        }
    }
}

extension LexiconProblems {
    var words: Bilingual {
        Bilingual(
            zh: problems.map { $0.sentence(in: .chinese) }.joined(separator: "\n"),
            en: problems.map { $0.sentence(in: .english) }.joined(separator: "\n"))
    }
}
