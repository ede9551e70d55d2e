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

    func run() throws {
        let library = try Library()
        let folder = library.data.lexicons
        let reader = try library.reader()
        let lessons: [Lesson]
        do { lessons = try Lesson.all(in: folder) } catch {
            throw Failure(code: 65, sentence: error.words)
        }
        for lesson in lessons {
            let path = folder + "/learned/" + lesson.file
            if lesson.isFresh(reader.lexicon.learned[lesson.language]) {
                write(say("\(lesson.file) 是最新的。", "\(lesson.file) is fresh."))
                if check { continue }
            } else if check {
                throw Failure(
                    code: 1,
                    sentence: Bilingual(
                        zh: "\(lesson.file) 不是从现在的例句学的。运行 xiaoer learn。",
                        en: "\(lesson.file) was not learned from these examples. Run xiaoer learn.")
                )
            }
            let weights = lesson.weights(with: reader.lexicon)
            try StoredFile.write(weights.file, to: path)
            write(
                say(
                    "\(lesson.file)：\(lesson.examples.count) 句，\(weights.count) 个权重。",
                    "\(lesson.file): \(lesson.examples.count) examples, \(weights.count) weights."))
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
