public import Engine

extension LexiconProblem {
    /// `Lexicons/zh.yaml:12:5 acts.greet: …`: where, what is wrong, what would do.
    public func sentence(in tongue: Engine.Tongue) -> String {
        var place = file
        if line > 0 { place += ":\(line):\(column)" }
        if !field.isEmpty { place += " \(field)" }
        return place + (tongue == .chinese ? "：" : ": ") + fact.sentence[tongue]
    }
}

extension LexiconProblem.Fact {
    fileprivate var sentence: Engine.Bilingual {
        switch self {
        case .missingFile:
            Engine.Bilingual(zh: "找不到词典文件，请重新安装", en: "the lexicon is missing; install again")
        case .notYAML(let why):
            Engine.Bilingual(
                zh: "YAML 读不了：\(why.zh)", en: "this YAML cannot be read: \(why.en)")
        case .unknownField(let nearest):
            Engine.Bilingual(
                zh: "没有这个字段" + (nearest.map { "，是不是 \($0)？" } ?? ""),
                en: "there is no such field" + (nearest.map { "; did you mean \($0)?" } ?? ""))
        case .unknownName(let name, let nearest):
            Engine.Bilingual(
                zh: "没有 \(name)" + (nearest.map { "，是不是 \($0)？" } ?? ""),
                en: "there is no \(name)" + (nearest.map { "; did you mean \($0)?" } ?? ""))
        case .missing: Engine.Bilingual(zh: "缺少这一项", en: "this is missing")
        case .unreadable(let text):
            Engine.Bilingual(zh: "读不懂“\(text)”", en: "“\(text)” cannot be read")
        case .notAConcept:
            Engine.Bilingual(
                zh: "应写成“概念: 词 词”", en: "write “concept: word; word”")
        case .badExample(.noBar):
            Engine.Bilingual(
                zh: "少了竖线，应写成“动作 | 原话”", en: "the bar is missing; write “acts | message”")
        case .badExample(.noText):
            Engine.Bilingual(zh: "竖线后面没有话", en: "there is no message behind the bar")
        case .badExample(.unknownLabel(let name, let nearest)):
            Engine.Bilingual(
                zh: "没有 \(name)" + (nearest.map { "，是不是 \($0)？" } ?? ""),
                en: "there is no \(name)" + (nearest.map { "; did you mean \($0)?" } ?? ""))
        case .badWeights:
            Engine.Bilingual(
                zh: "不完整或版本不对，运行 xiaoer learn 重新生成",
                en: "cut short or of another version; run xiaoer learn")
        case .badPhrase(let phrase, let why):
            Engine.Bilingual(
                zh: "短语“\(phrase)”：\(why.words.zh)", en: "the phrase “\(phrase)”: \(why.words.en)")
        }
    }
}

extension LexiconProblem.PhraseReason {
    fileprivate var words: Engine.Bilingual {
        switch self {
        case .empty: Engine.Bilingual(zh: "是空的", en: "it is empty")
        case .unclosed(let mark):
            Engine.Bilingual(zh: "“\(mark)”没有收尾", en: "“\(mark)” is not closed")
        case .unexpected(let mark):
            Engine.Bilingual(zh: "“\(mark)”不该在这里", en: "“\(mark)” does not belong here")
        case .unknownGroup(let name):
            Engine.Bilingual(zh: "没有词组 \(name)", en: "there is no group \(name)")
        case .tooManySpellings(let count):
            Engine.Bilingual(
                zh: "展开成 \(count) 种写法，太多了，拆成几条",
                en: "it unfolds into \(count) spellings, too many; split it")
        case .gapInsideGroup:
            Engine.Bilingual(zh: "空档不能写在括号里", en: "a gap cannot stand inside a group")
        case .valueInsideWords:
            Engine.Bilingual(zh: "取值不能夹在词中间", en: "a value cannot stand inside a word")
        }
    }
}
