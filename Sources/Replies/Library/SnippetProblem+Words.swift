public import Engine

extension SnippetProblem.Fact {
    /// What is wrong, without the place.
    public var words: Bilingual {
        switch self {
        case .unreadable:
            Bilingual(zh: "短语文件读不出来。", en: "the replies cannot be read.")
        case .noText:
            Bilingual(
                zh: "这里不是文字，文件可能坏了；请存成 UTF-8。",
                en: "what stands here is no text; the file may be damaged. Save it as UTF-8.")
        case .notYAML(let why):
            Bilingual(zh: "YAML 读不了：\(why.zh)", en: "this YAML cannot be read: \(why.en)")
        case .keptLastVersion(let why):
            Bilingual(
                zh: "先用上一次读好的，因为这次\(why.zh)",
                en: "what it said before is kept: \(why.en)")
        case .noMatches:
            Bilingual(zh: "没有 matches 列表。", en: "there is no list called matches.")
        case .wrongShape(let field):
            Bilingual(
                zh: "“\(field)”的写法不对，没有用它。", en: "“\(field)” is not written as expected; ignored.")
        case .unknownField(let name, let nearest):
            Self.unknown(name, nearest, zh: "没有“\(name)”这一项", en: "there is no field “\(name)”")
        case .missingCode:
            Bilingual(zh: "缺 trigger（短码），本条不用。", en: "trigger is missing; the reply is left out.")
        case .missingText:
            Bilingual(zh: "缺 replace（正文），本条不用。", en: "replace is missing; the reply is left out.")
        case .missingLanguage(let field, let tongue):
            Bilingual(
                zh: "“\(field)”缺\(tongue == .chinese ? "中文（zh）" : "英文（en）")，本条不用。",
                en: "“\(field)” lacks \(tongue.rawValue); the reply is left out.")
        case .unknownStage(let name, let nearest):
            Self.unknown(name, nearest, zh: "没有“\(name)”这个阶段", en: "there is no stage “\(name)”")
        case .unknownChannel(let name, let nearest):
            Self.unknown(name, nearest, zh: "没有“\(name)”这个渠道", en: "there is no channel “\(name)”")
        case .unknownStatus(let name, let nearest):
            Self.unknown(
                name, nearest, zh: "没有“\(name)”这个订单状态", en: "there is no order status “\(name)”")
        case .noHours(let words):
            Bilingual(
                zh: "hours 写成“18-24”或“22-6”这样的整点，不能是“\(words)”，没有用它。",
                en: "hours are full hours like 18-24 or 22-6, not “\(words)”; ignored.")
        case .unknownScope(let name, let nearest):
            Self.unknown(
                name, nearest, zh: "scope 没有“\(name)”，只有 shop 和 personal",
                en: "scope is shop or personal, not “\(name)”")
        case .unknownVariable(let name, let nearest):
            Self.unknown(name, nearest, zh: "没有变量“\(name)”", en: "there is no variable “\(name)”")
        case .unknownFilter(let name, let nearest):
            Self.unknown(name, nearest, zh: "没有过滤器“\(name)”", en: "there is no filter “\(name)”")
        case .unfitFilter(let filter, let variable):
            Bilingual(
                zh: "过滤器“\(filter)”用不到“\(variable)”上，照原样填。",
                en: "“\(filter)” does nothing to “\(variable)”; it is filled as it is.")
        case .unknownReply(let code, let nearest):
            Self.unknown(
                code, nearest, zh: "没有短码是“\(code)”的短语", en: "there is no reply “\(code)”")
        case .circular(let variable):
            Bilingual(
                zh: "变量“\(variable)”绕回了自己，填不出来。",
                en: "“\(variable)” needs itself and cannot be filled.")
        case .missingImport(let path):
            Bilingual(
                zh: "imports 里的“\(path)”没有这个文件。",
                en: "imports names “\(path)”; there is no such file.")
        case .runsProgram(let variable, let type):
            Bilingual(
                zh: "变量“\(variable)”要运行程序（\(type)），不允许，本条不用。",
                en: "“\(variable)” would run a program (\(type)); the reply is left out.")
        case .patternAsCode(let pattern):
            Bilingual(
                zh: "regex 触发（\(pattern)）这里不能用：短语靠短码叫出来。请写 trigger，本条不用。",
                en: """
                    regex (\(pattern)) has no use here: replies are called by a code. Write a \
                    trigger; the reply is left out.
                    """)
        case .notPlainText(let field):
            Bilingual(
                zh: "“\(field)”不是纯文字，聊天里发不出去，本条不用。",
                en: "“\(field)” is not plain text and cannot be sent; the reply is left out.")
        case .unsupported(let variable, let type):
            Bilingual(
                zh: "变量“\(variable)”的类型 \(type) 这里填不了，发送前要手工填。",
                en: "“\(variable)” of type \(type) is not filled here; fill it by hand.")
        case .severalCarets:
            Bilingual(zh: "光标记号 $|$ 只能有一个，用第一个。", en: "$|$ may stand once; the first counts.")
        case .halfHole(let piece):
            Bilingual(
                zh: "“\(piece)”的花括号不成对，发不出去；要填的写成 {{名字}}。",
                en: "the braces of “\(piece)” are no hole, so it cannot be sent; write {{name}}.")
        case .blankInCode(let code):
            Bilingual(
                zh: "短码“\(code)”里有空格，打不出来，本条不用。",
                en: "“\(code)” has a blank and cannot be typed; the reply is left out.")
        }
    }

    private static func unknown(
        _ name: String, _ nearest: String?, zh: String, en: String
    ) -> Bilingual {
        guard let nearest else { return Bilingual(zh: zh + "。", en: en + ".") }
        return Bilingual(
            zh: zh + "，是不是“\(nearest)”？", en: en + "; did you mean “\(nearest)”?")
    }
}
