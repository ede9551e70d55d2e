public import Engine

/// One thing that is wrong with a library of replies, or could be better.
public struct DoctorFinding: Hashable, Sendable {
    public let file: String
    /// Counted from 1; 0 where it is about no line.
    public let line: Int
    /// The reply's code; empty where it is about none.
    public let code: String
    public let fact: Fact

    public enum Fact: Hashable, Sendable {
        /// The file says something that cannot be used; an undefined variable, for one.
        case problem(SnippetProblem.Fact)
        /// What must not be said to a customer: the words, why, and what to say instead.
        case forbidden(words: String, name: Bilingual, why: Bilingual, better: Bilingual)
        /// The same text as another's, or nearly.
        case duplicate(of: String, at: Snippet.Place, isNearly: Bool)
        case clashingCode(with: Snippet.Place)
        /// Two replies on one key.
        case clashingKey(String, with: String, at: Snippet.Place)
        /// In none of so many messages.
        case neverUsed(messages: Int)
        /// Typed by hand so often although it could be a reply.
        case typedByHand(text: String, count: Int)
    }

    /// The kinds by name, as `--json` gives them.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case undefinedVariable, problem, forbidden, duplicate, clashingCode, clashingKey, neverUsed
        case typedByHand
    }

    public var kind: Kind {
        switch fact {
        case .problem(.unknownVariable): .undefinedVariable
        case .problem: .problem
        case .forbidden: .forbidden
        case .duplicate: .duplicate
        case .clashingCode: .clashingCode
        case .clashingKey: .clashingKey
        case .neverUsed: .neverUsed
        case .typedByHand: .typedByHand
        }
    }

    /// One sentence with file, line and code.
    public func sentence(in tongue: Tongue) -> String {
        let place = line > 0 ? "\(file):\(line)" : file
        let head = [place, code].filter { !$0.isEmpty }.joined(separator: " ")
        if head.isEmpty { return words[tongue] }
        return tongue == .chinese ? "\(head)：\(words.zh)" : "\(head): \(words.en)"
    }

    public var words: Bilingual {
        switch fact {
        case .problem(let problem): problem.words
        case .forbidden(let words, let name, let why, let better):
            Bilingual(
                zh: "“\(words)”是\(name.zh)：\(why.zh) → \(better.zh)",
                en: "“\(words)” is \(name.en): \(why.en) → \(better.en)")
        case .duplicate(let code, let place, let isNearly):
            Bilingual(
                zh: "和 \(code)（第 \(place.line) 行）\(isNearly ? "几乎" : "")是同一句，留一条就够。",
                en: """
                    it says \(isNearly ? "nearly " : "")the same as \(code) (line \(place.line)); one \
                    is enough.
                    """)
        case .clashingCode(let place):
            Bilingual(
                zh: "短码已经用在 \(place.file):\(place.line)，打出来要再选一次。换一个短码。",
                en: """
                    the code is taken by \(place.file):\(place.line), so you have to choose each \
                    time. Take another.
                    """)
        case .clashingKey(let key, let code, let place):
            Bilingual(
                zh: "按键 \(key) 已经给了 \(code)（\(place.file):\(place.line)）。",
                en: "the key \(key) belongs to \(code) (\(place.file):\(place.line)).")
        case .neverUsed(let messages):
            Bilingual(
                zh: "发过的 \(messages) 条消息里一次也没用过。改得好找一点，或者删掉。",
                en: """
                    none of \(messages) messages sent used it. Make it easier to find, or take it \
                    out.
                    """)
        case .typedByHand(let text, let count):
            Bilingual(
                zh: "“\(text)”手打了 \(count) 次，做成一条短语吧。",
                en: "“\(text)” was typed by hand \(count) times; make it a reply.")
        }
    }
}
