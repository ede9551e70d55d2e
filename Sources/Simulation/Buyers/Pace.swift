import Engine

/// How fast people notice, read, think and type on a phone.
struct Pace: Hashable, Sendable {
    /// In percent of the usual.
    var percent: Int
    /// Talks instead of typing, and listens instead of reading.
    var isSpoken = false

    /// Old people are slow, impatient ones quick.
    init(of kind: Persona.Kind, on channel: Conversation.Channel = .web) {
        isSpoken = channel.manner == .spoken
        percent =
            switch kind {
            case .elder: 170
            case .novice, .gift: 120
            case .hesitant, .corporate, .bargainer, .vip, .claimant: 100
            case .expert, .terse, .troll: 85
            case .anxious, .angry: 75
            }
    }

    /// From a message's arrival until it has been seen and read.
    func reads(_ text: String, _ dice: inout Dice) -> Span {
        if isSpoken {
            // It takes as long as saying it: some 240 characters or 160 words a minute.
            return Span(milliseconds: Int64(700 + text.count * (Self.isWide(text) ? 250 : 65)))
        }
        let length = min(text.count, 200)
        let perCharacter = Self.isWide(text) ? 90 : 30
        return scaled(dice.roll(1500...4000) + length * perCharacter)
    }

    func thinks(_ dice: inout Dice) -> Span { scaled(dice.roll(800...3500)) }

    /// From the first key to the sending.
    func types(_ text: String, _ dice: inout Dice) -> Span {
        if isSpoken {
            let saying = text.count * (Self.isWide(text) ? 220 : 60)
            return scaled(400 + saying * dice.roll(85...125) / 100)
        }
        let perCharacter = Self.isWide(text) ? 330 : 130
        let typing = min(text.count * perCharacter, 25_000)
        return scaled(1200 + typing * dice.roll(85...125) / 100)
    }

    private func scaled(_ milliseconds: Int) -> Span {
        Span(milliseconds: Int64(milliseconds * percent / 100))
    }

    private static func isWide(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
    }
}
