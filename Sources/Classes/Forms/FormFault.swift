public import Engine

/// Something in a form that is not right: which file, which line, which field, and what.
public struct FormFault: Error, Hashable, Sendable {
    public var file: String
    /// Counted from 1; 0 where the whole file is meant.
    public var line: Int
    public var field: String
    public var fact: Fact

    public init(file: String, line: Int, field: String = "", fact: Fact) {
        self.file = file
        self.line = line
        self.field = field
        self.fact = fact
    }

    /// What is wrong.
    public enum Fact: Hashable, Sendable {
        case tooLarge, tooDeep, notText, nothing
        case notYAML(Bilingual)
        /// The table as a whole, in its reader's words.
        case notTable(Bilingual)
        case unknownName(nearest: String?)
        case missing, twice
        case expected(Kind, found: String)
        case outOfRange(Int, Int, Int)
        /// There is no such post on the sheet.
        case noSuchPost(String, nearest: String?)
        /// Nobody of the team is called so or sits at such a post.
        case notInTeam(String, nearest: String?)
        /// Two of the team have one name, or sit at one post.
        case takenTwice(String)
        /// Somebody marked themselves.
        case ownMark(String)
        /// Somebody was marked twice by the same person in one round.
        case markedTwice(of: String, by: String)
        /// Somebody has not marked somebody.
        case unmarked(of: String, by: String, round: Int)
        /// A team of one has nobody to mark it.
        case tooFewMembers(Int)
    }

    /// What should stand there.
    public enum Kind: Hashable, Sendable {
        case text, number, yesOrNo, list, parts, date, tongue
    }
}

/// Everything that is wrong with a form; nothing of it is used.
public struct FormFaults: Error, Hashable, Sendable {
    public var faults: [FormFault]
    public init(_ faults: [FormFault]) { self.faults = faults }

    public var sentence: Bilingual {
        Bilingual(
            zh: faults.map(\.sentence.zh).joined(separator: "\n"),
            en: faults.map(\.sentence.en).joined(separator: "\n"))
    }
}

extension FormFault {
    /// `teams.yaml:7 complete: …`, with what to do.
    public var sentence: Bilingual {
        let place = file + (line > 0 ? ":\(line)" : "") + (field.isEmpty ? "" : " \(field)")
        let words = fact.words
        return Bilingual(zh: "\(place)：\(words.zh)", en: "\(place): \(words.en)")
    }
}

extension FormFault.Kind {
    fileprivate var name: Bilingual {
        switch self {
        case .text: Bilingual(zh: "文字", en: "a text")
        case .number: Bilingual(zh: "整数", en: "a whole number")
        case .yesOrNo: Bilingual(zh: "是或否", en: "yes or no")
        case .list: Bilingual(zh: "一个列表", en: "a list")
        case .parts: Bilingual(zh: "“名: 值”", en: "`name: value`")
        case .date: Bilingual(zh: "2026-04-01 18:00 这样的时间", en: "a time such as 2026-04-01 18:00")
        case .tongue: Bilingual(zh: "zh 或 en", en: "zh or en")
        }
    }
}

extension FormFault.Fact {
    fileprivate var words: Bilingual {
        switch self {
        case .tooLarge: Bilingual(zh: "表太大了。", en: "the form is too large.")
        case .tooDeep: Bilingual(zh: "嵌套太深了。", en: "it is nested too deeply.")
        case .notText: Bilingual(zh: "不是 UTF-8 文字。", en: "this is not UTF-8 text.")
        case .nothing: Bilingual(zh: "是空的。", en: "there is nothing in it.")
        case .notYAML(let why):
            Bilingual(zh: "YAML 读不了：\(why.zh)", en: "YAML that cannot be read: \(why.en)")
        case .notTable(let words): words
        case .unknownName(let nearest):
            Bilingual(
                zh: "没有这一项。" + (nearest.map { "是不是 \($0)？" } ?? ""),
                en: "there is no such field." + (nearest.map { " Did you mean \($0)?" } ?? ""))
        case .missing: Bilingual(zh: "缺这一项。", en: "it is missing.")
        case .twice: Bilingual(zh: "写了两次。", en: "it is written twice.")
        case .expected(let kind, let found):
            Bilingual(
                zh: "要写\(kind.name.zh)，写的是“\(found)”。",
                en: "\(kind.name.en) is wanted, not “\(found)”.")
        case .outOfRange(let number, let low, let high):
            Bilingual(
                zh: "\(number) 不在 \(low) 到 \(high) 之间，没有算进去。",
                en: "\(number) is not from \(low) to \(high), and is not counted.")
        case .noSuchPost(let name, let nearest):
            Bilingual(
                zh: "评分表上没有岗位“\(name)”。" + (nearest.map { "是不是 \($0)？" } ?? ""),
                en: "the sheet has no post “\(name)”."
                    + (nearest.map { " Did you mean \($0)?" } ?? ""))
        case .notInTeam(let name, let nearest):
            Bilingual(
                zh: "这一队没有“\(name)”。" + (nearest.map { "是不是 \($0)？" } ?? ""),
                en: "nobody in the team is “\(name)”."
                    + (nearest.map { " Did you mean \($0)?" } ?? ""))
        case .takenTwice(let name):
            Bilingual(zh: "“\(name)”写了两次。", en: "“\(name)” is there twice.")
        case .ownMark(let name):
            Bilingual(
                zh: "\(name) 给自己打了分，没有算进去。", en: "\(name) marked themselves; not counted.")
        case .markedTwice(let of, let by):
            Bilingual(
                zh: "\(by) 在同一轮给 \(of) 打了两次分，只算第一次。",
                en: "\(by) marked \(of) twice in one round; the first counts.")
        case .unmarked(let of, let by, let round):
            Bilingual(
                zh: "第 \(round) 轮 \(by) 还没给 \(of) 打分。",
                en: "\(by) has not marked \(of) in round \(round).")
        case .tooFewMembers(let count):
            Bilingual(
                zh: "一队至少两个人才能互评，这里是 \(count) 个。",
                en: "it takes two to mark each other; there are \(count).")
        }
    }
}
