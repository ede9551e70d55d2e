import Engine
import Shifts
import Terminal

/// The scores of all trial agents, a scenario and language a row, with what does not hold beneath.
struct ProofTable {
    let tongue: Tongue
    let offset: Int
    private let gate = TextGate(ambiguousIsWide: false)

    init(tongue: Tongue, offset: Int) {
        self.tongue = tongue
        self.offset = offset
    }

    var head: String {
        let names = TrialAgent.allCases.map { cell($0.name[tongue]) }
        return pad(tongue == .chinese ? "场景" : "scenario", 11) + names.joined()
    }

    func lines(of proof: Proof) -> [String] {
        let cells = TrialAgent.allCases.map { trial -> String in
            guard let grade = proof.grades[trial] else { return cell("–") }
            return cell("\(grade)" + (trial.isInLine(grade) ? "" : "!"))
        }
        var lines = [pad("\(proof.scenario) \(proof.tongue.rawValue)", 11) + cells.joined()]
        if let seed = proof.disordered.first {
            lines.append(
                tongue == .chinese
                    ? "  ! 名次不对（示范 > 粗鲁 > 说错数 ≥ 礼貌 > 沉默），种子 \(seed) 等 \(proof.disordered.count) 个"
                    : "  ! out of order (golden > rude > liar ≥ polite > silent): seed \(seed) "
                        + "and \(proof.disordered.count - 1) more")
        }
        for act in proof.refused {
            let time = CivilTime(act.at, offset: offset)
            lines.append(
                "  ! \(time.clock) \(act.act.actor.code) \(act.act.command.label): "
                    + act.refusal.sentence(in: tongue))
        }
        for stumble in proof.stumbles {
            lines.append(
                "  - \(stumble.command.label): " + stumble.refusal.sentence(in: tongue))
        }
        for miss in proof.misses {
            lines.append(
                tongue == .chinese
                    ? "  ! 差一点“\(miss.title.zh)”得了 \(miss.grade) 分"
                        + (miss.isForItsReason ? "" : "，“\(miss.fails)”没有丢分")
                    : "  ! near miss “\(miss.title.en)” scored \(miss.grade)"
                        + (miss.isForItsReason ? "" : "; “\(miss.fails)” lost nothing"))
        }
        return lines
    }

    private func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - gate.width(of: text)))
    }

    private func cell(_ text: String) -> String {
        String(repeating: " ", count: max(1, 10 - gate.width(of: text))) + text
    }
}

extension Command {
    /// Its name, as the gym calls it.
    fileprivate var label: String {
        Mirror(reflecting: self).children.first?.label ?? "\(self)"
    }
}
