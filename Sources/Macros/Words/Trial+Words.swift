public import Engine
import Simulation

extension Rehearsal.Trial {
    /// The step and what came of it on one line: `打标 迟发`, `发送：您好`, `小额打款 500.00 ✗ 最多 20.00`.
    public func line(in tongue: Tongue) -> String {
        let step = said ?? step.words[tongue]
        switch outcome {
        case .inserted(let text): return "\(step)\(colon(tongue))\(text)"
        case .sent(let text, _): return "\(step)\(colon(tongue))\(text)"
        case .filled(_, let value): return "\(step) = \(value)"
        case .answered(let text): return text.isEmpty ? step : "\(step)\(colon(tongue))\(text)"
        case .acted, .goesOn: return step
        case .branched(let isSo): return "\(step)\(colon(tongue))\(isSo ? yes(tongue) : no(tongue))"
        case .waits(let names):
            let joined = names.joined(separator: tongue == .chinese ? "、" : ", ")
            return tongue == .chinese ? "\(step)（等\(joined)）" : "\(step) (waits for \(joined))"
        case .refused(let reason): return "\(step) ✗ \(reason.sentence(in: tongue))"
        }
    }

    private func colon(_ tongue: Tongue) -> String { tongue == .chinese ? "：" : ": " }
    private func yes(_ tongue: Tongue) -> String { tongue == .chinese ? "是" : "yes" }
    private func no(_ tongue: Tongue) -> String { tongue == .chinese ? "否" : "no" }
}

extension Step {
    /// What the step does, without its outcome: 发送, Send.
    public var words: Bilingual {
        switch self {
        case .insert: Bilingual(zh: "写", en: "Write")
        case .fill(let name, _): Bilingual(zh: "填 \(name)", en: "Fill \(name)")
        case .choose(let choice): choice.question
        case .ask(let name): Bilingual(zh: "问 \(name)", en: "Ask \(name)")
        case .confirm: Bilingual(zh: "确认", en: "Confirm")
        case .act(let act): act.words
        case .send: Bilingual(zh: "发送", en: "Send")
        case .next: Bilingual(zh: "接下一位", en: "Next customer")
        case .branch: Bilingual(zh: "看情况", en: "It depends")
        }
    }
}

extension DeskAct {
    /// With the values as the trade calls them: 打标 迟发, 补寄 勺子 少件/漏发.
    public var words: Bilingual {
        Bilingual(
            zh: ([title.zh] + fields.values(.chinese)).joined(separator: " "),
            en: ([title.en] + fields.values(.english)).joined(separator: " "))
    }
}

extension FormTree {
    fileprivate func values(_ tongue: Tongue) -> [String] {
        switch self {
        case .text(let text): text.isEmpty ? [] : [FieldWords.name(of: text)[tongue]]
        case .words(let words): [words[tongue]]
        case .list(let items): items.flatMap { $0.values(tongue) }
        case .fields(let fields): fields.flatMap { $0.value.values(tongue) }
        case .named, .later, .nothing: []
        }
    }
}
