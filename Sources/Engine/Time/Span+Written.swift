extension Span {
    /// As packs, profiles, macros and replies write it: `90s`, `1h30m`, `2d`, `1w`; nil for
    /// anything else.
    public init?(written text: some StringProtocol) {
        var total = Span.zero
        var digits = ""
        var isEmpty = true
        for character in text {
            if character.isASCII, character.isNumber {
                digits.append(character)
                continue
            }
            guard let number = Int(digits), digits.count <= 6 else { return nil }
            switch character {
            case "s": total = total + .seconds(number)
            case "m": total = total + .minutes(number)
            case "h": total = total + .hours(number)
            case "d": total = total + .days(number)
            case "w": total = total + .days(7 * number)
            default: return nil
            }
            digits = ""
            isEmpty = false
        }
        guard digits.isEmpty, !isEmpty else { return nil }
        self = total
    }
}
