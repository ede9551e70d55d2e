import Engine
import Language

// Taking a wrong value back: the first slip stands, owning up to it is no second one.

extension FactCheck {
    private static let corrections = [
        "更正", "纠正", "看错", "说错", "看岔", "写错", "打错", "口误", "搞错", "弄错", "记错", "报错",
        "correct", "my mistake", "misread", "i said", "i told you", "i wrote", "got it wrong",
        "was wrong", "mistyped", "typo",
    ]

    /// The value is one that the agent has said before and now denies, or sets right by another.
    func isTakenBack(_ said: Said) -> Bool {
        let isDenied = said.reading.denies(said.finding.range)
        guard isDenied || isSetRight(said) else { return false }
        return isOnesOwn(said.value, said)
    }

    private func isSetRight(_ said: Said) -> Bool {
        let text = said.quote.text.lowercased()
        guard Self.corrections.contains(where: { text.contains($0) }) else { return false }
        return said.reading.values.contains { other in
            other.subject.sort == said.value.sort && other.subject != said.value
                && !isOnesOwn(other.subject, said)
        }
    }

    private func isOnesOwn(_ value: Value, _ said: Said) -> Bool {
        said.talk.messages.contains { message in
            guard case .agent = message.author, case .text(let text) = message.body else {
                return false
            }
            let context = Context(now: message.at, offset: offset, speaker: .agent)
            return read(text, context).values.contains { isSame($0.subject, value) }
        }
    }

    /// "Not 8" takes back "8 in the evening".
    private func isSame(_ first: Value, _ second: Value) -> Bool {
        switch (first, second) {
        case (.time(let one), .time(let other)):
            let (a, b) = (clock(one), clock(other))
            return one == other
                || one.grain == .minute && other.grain == .minute && a % 720 == b % 720
        case (.time(let time), .number(let hour)), (.number(let hour), .time(let time)):
            return time.grain == .minute && (0...24).contains(hour)
                && clock(time) % 720 == hour * 60 % 720
        case (.amount(let money), .number(let yuan)), (.number(let yuan), .amount(let money)):
            return money == .yuan(yuan)
        case (.quantity(let count, _), .number(let number)),
            (.number(let number), .quantity(let count, _)):
            return count == number
        case (.duration(let span), .number(let count)), (.number(let count), .duration(let span)):
            return [Span.days(count), .hours(count), .minutes(count)].contains(span.lowerBound)
        case _: return first == second
        }
    }

    private func clock(_ window: TimeWindow) -> Int {
        let moment = CivilTime(window.isDeadline ? window.end : window.start, offset: offset)
        return moment.hour * 60 + moment.minute
    }
}
