import Engine

extension FormField {
    /// What is wrong with what stands in the field, in a sentence that says what to do.
    func problem(now: Instant, offset: Int) -> Bilingual? {
        switch content {
        case .text(let composer, _, let limit):
            if isRequired, composer.text.trimmed.isEmpty { return Self.missing }
            guard composer.count > limit else { return nil }
            return Bilingual(
                zh: "最多 \(limit) 字，现在 \(composer.count) 字。",
                en: "At most \(limit) characters; this has \(composer.count).")
        case .money(let composer, let least, let most):
            return moneyProblem(composer.text, least: least, most: most)
        case .time(let composer):
            let text = composer.text.trimmed
            if text.isEmpty { return isRequired ? Self.missing : nil }
            guard let due = HumanTime.read(text, now: now, offset: offset) else {
                return Bilingual(
                    zh: "看不懂这个时间。写 18:00、明天12点 或 +2h。",
                    en: "This is no time. Write 18:00, tomorrow 12:00 or +2h.")
            }
            guard due <= now else { return nil }
            return Bilingual(zh: "这个时间已经过了，请写以后的。", en: "That has passed; write a later time.")
        case .choice, .flag, .fixed:
            return nil
        }
    }

    private func moneyProblem(_ text: String, least: Money, most: Money?) -> Bilingual? {
        if text.trimmed.isEmpty { return isRequired ? Self.missing : nil }
        guard let money = Self.money(in: text) else {
            return Bilingual(
                zh: "写金额，最多两位小数，如 12.50。",
                en: "Write an amount with at most two decimals, e.g. 12.50.")
        }
        if money < least {
            return Bilingual(
                zh: "至少 \(least.plain) 元。", en: "At least ¥\(least.plain).")
        }
        guard let most, money > most else { return nil }
        return Bilingual(zh: "最多 \(most.plain) 元。", en: "At most ¥\(most.plain).")
    }

    private static var missing: Bilingual {
        Bilingual(zh: "这一项要填。", en: "This has to be filled in.")
    }

    /// Reads `298`, `¥298.00`, `298元`, also in full-width characters.
    static func money(in text: String) -> Money? {
        var plain = ""
        for scalar in text.trimmed.unicodeScalars {
            if (0xFF01...0xFF5E).contains(scalar.value),
                let half = Unicode.Scalar(scalar.value - 0xFEE0)
            {
                plain.unicodeScalars.append(half)
            } else {
                plain.unicodeScalars.append(scalar == "。" ? "." : scalar)
            }
        }
        if plain.first == "¥" || plain.first == "￥" { plain.removeFirst() }
        if plain.last == "元" { plain.removeLast() }
        return Money(text: plain.trimmed)
    }
}
