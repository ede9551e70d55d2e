extension AfterSale {
    /// The table for the guide, in both languages; written from the arrows that `decide` obeys.
    public static func markdown() -> String {
        var rows: [(first: Transition, to: [State.Name])] = []
        for arrow in transitions {
            let place = rows.firstIndex {
                $0.first.from == arrow.from && $0.first.word == arrow.word
                    && $0.first.party == arrow.party
            }
            if let place {
                rows[place].to.append(arrow.to)
            } else {
                rows.append((arrow, [arrow.to]))
            }
        }
        var lines = [
            "| 原状态 from | 命令 command | 谁 who | 新状态 to |", "| --- | --- | --- | --- |",
        ]
        for row in rows {
            let start = row.first.from?.name ?? Bilingual(zh: "（无）", en: "none")
            let ends = Bilingual(
                zh: row.to.map(\.name.zh).joined(separator: "、"),
                en: row.to.map(\.name.en).joined(separator: ", "))
            let cells = [
                "\(start.zh) \(start.en)", "`\(row.first.word.rawValue)`",
                "\(row.first.party.name.zh) \(row.first.party.name.en)", "\(ends.zh) \(ends.en)",
            ]
            lines.append("| " + cells.joined(separator: " | ") + " |")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension AfterSale.Party {
    public var name: Bilingual {
        switch self {
        case .buyer: Bilingual(zh: "买家", en: "buyer")
        case .seller: Bilingual(zh: "客服", en: "desk")
        case .warehouse: Bilingual(zh: "仓库", en: "warehouse")
        case .platform: Bilingual(zh: "平台", en: "platform")
        case .timer: Bilingual(zh: "到时间", en: "time runs out")
        }
    }
}
