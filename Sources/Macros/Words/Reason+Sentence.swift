public import Engine

extension Rehearsal.Reason {
    /// One sentence for the person at the desk.
    public func sentence(in tongue: Tongue) -> String { text[tongue] }

    private var text: Bilingual {
        switch self {
        case .refused(let refusal):
            Bilingual(
                zh: refusal.sentence(in: .chinese), en: refusal.sentence(in: .english))
        case .notHere:
            Bilingual(zh: "这个宏不适用于当前会话。", en: "This macro is not for this conversation.")
        case .missing(let names):
            Bilingual(
                zh: "这里没有\(names.joined(separator: "、"))的值，填上才能发。",
                en: "There is no value for \(names.joined(separator: ", ")) here; give one first.")
        case .unreadable(let parameter, let value):
            Bilingual(
                zh: "“\(parameter)”读不懂“\(value)”。", en: "“\(value)” does not fit “\(parameter)”.")
        case .nothingToSend:
            Bilingual(zh: "没有要发的内容。", en: "There is nothing to send.")
        case .unfit(let command):
            Bilingual(
                zh: "“\(DeskAct.title(of: command).zh)”的字段不对，请检查宏。",
                en: "The fields of “\(DeskAct.title(of: command).en)” do not fit; check the macro.")
        case .nothingInView(let command, let field):
            Bilingual(
                zh: "“\(DeskAct.title(of: command).zh)”要有\(Self.names[field]?.0 ?? field)，这里没有。",
                en: "“\(DeskAct.title(of: command).en)” needs \(Self.names[field]?.1 ?? field); "
                    + "there is none here.")
        }
    }

    private static let names: [String: (String, String)] = [
        "order": ("订单", "an order"), "afterSale": ("进行中的售后单", "an open case"),
        "tracking": ("在途的包裹", "a parcel"), "review": ("评价", "a review"),
    ]
}

extension Undoing {
    /// What the key would do, in one sentence.
    public func sentence(in tongue: Tongue) -> String {
        let text: Bilingual =
            switch self {
            case .wholly: Bilingual(zh: "可以整个撤销。", en: "All of it can be undone.")
            case .partly(let stays):
                Bilingual(
                    zh: "能撤一部分；\(stays.map(\.zh).joined(separator: "；"))。",
                    en: "Undone in part; \(stays.map(\.en).joined(separator: "; ")).")
            case .not(let stays):
                Bilingual(
                    zh: "撤不回：\(stays.map(\.zh).joined(separator: "；"))。",
                    en: "Cannot be undone: \(stays.map(\.en).joined(separator: "; ")).")
            }
        return text[tongue]
    }
}
