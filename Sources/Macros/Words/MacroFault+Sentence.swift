public import Engine

extension MacroFault {
    /// One sentence: where, what is wrong, what to do.
    public func sentence(in tongue: Tongue) -> String {
        let place = [file, line.map { "\($0)" }].compactMap { $0 }.joined(separator: ":")
        let head = place.isEmpty ? macro : "\(place) \(macro)"
        return head + (tongue == .chinese ? "：" : ": ") + words[tongue]
    }

    /// The same without place and name.
    public var words: Bilingual { fact.text }
}

extension MacroFault.Fact {
    fileprivate var text: Bilingual {
        switch self {
        case .words(let words, let why, let better):
            Bilingual(
                zh: "“\(words)”：\(why.zh)，可以说：\(better.zh)",
                en: "“\(words)”: \(why.en); rather say: \(better.en)")
        case .unknownVariable(let name, let nearest):
            Bilingual(
                zh: "没有变量“\(name)”" + (nearest.map { "，是不是“\($0)”？" } ?? "。"),
                en: "there is no variable “\(name)”"
                    + (nearest.map { "; did you mean “\($0)”?" } ?? "."))
        case .unreachable(let step):
            Bilingual(
                zh: "会话到这里已经结束，“\(step)”做不了；挪到前面。",
                en: "the conversation is over by then, so “\(step)” cannot be done; move it up.")
        case .afterNext:
            Bilingual(zh: "next 之后的步骤不会做；挪到前面。", en: "nothing after next is done; move it up.")
        case .nothingToSend:
            Bilingual(zh: "send 之前没有 insert。", en: "there is no insert before send.")
        case .unsent(let step):
            Bilingual(
                zh: "写好的话到“\(step)”还没有发；先写 send。",
                en: "what is written has not been sent before “\(step)”; put send first.")
        case .unusedParameter(let name):
            Bilingual(zh: "参数“\(name)”没有用到。", en: "the parameter “\(name)” is not used.")
        case .neverGiven(let name):
            Bilingual(
                zh: "参数“\(name)”不问也没有默认值。", en: "“\(name)” is never asked and has no default.")
        }
    }
}
