import Engine

/// Looking things up, and writing down what was not there.
extension Words {
    static let notInTheBase = Bilingual(
        zh: "没有找到。换个说法；真没有，就按 Alt-N 提议一条",
        en: "Nothing found. Try other words; if it is missing, Alt-N proposes it")
    static let lookUpFirst = Bilingual(
        zh: "打几个字：发货、fhsj、7天、return", en: "type a few letters: ship, 7 days, fhsj")
    static let proposeTitle = Bilingual(zh: "提议词条", en: "Propose an entry")
    static let entryTitle = Bilingual(zh: "标题", en: "Title")
    static let entryTitleHint = Bilingual(
        zh: "顾客会怎么问，就怎么写", en: "as a customer would ask it")
    static let entryBody = Bilingual(zh: "答案", en: "Answer")
    static let entryWords = Bilingual(zh: "别的说法", en: "Other words")
    static let entryWordsHint = Bilingual(
        zh: "同样的意思还会怎么说，用空格隔开", en: "how else it may be put, with spaces between")
    static let propose = Bilingual(zh: "提议", en: "Propose")
    static let fromKnowledge = Bilingual(zh: "知识库", en: "article")
    static let nothingSuggested = Bilingual(
        zh: "没有建议：顾客问的，短语和知识库里没有合适的",
        en: "No suggestion: neither replies nor articles fit what is asked")
    static func proposed(_ title: String) -> Bilingual {
        Bilingual(zh: "已提议“\(title)”，现在就搜得到", en: "Proposed “\(title)”; it can be found now")
    }
}
