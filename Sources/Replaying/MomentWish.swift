public import Engine

/// A moment of a shift as a person types it: `14:05`, `14:05:30`, `#120`, `+5m`, `-30s`, `50%`.
public enum MomentWish: Hashable, Sendable {
    /// So many entries have happened.
    case entry(Int)
    /// The shop's clock shows this, seconds of the day.
    case clock(Int)
    /// From where one stands.
    case shift(Span)
    /// Of the whole time.
    case percent(Int)
    /// This event happens; nobody types it.
    case event(Int)

    /// Nil for what is none of these.
    public init?(_ typed: String) {
        let text = String(
            typed.compactMap { character -> Character? in
                switch character {
                case "：": ":"
                case "＃": "#"
                case "％": "%"
                case "＋": "+"
                case "－", "−": "-"
                case _ where character.isWhitespace: nil
                case _: character.wholeNumberValue.map { Character("\($0)") } ?? character
                }
            })
        if text.hasPrefix("#"), let number = Int(text.dropFirst()), number >= 0 {
            self = .entry(number)
        } else if text.hasSuffix("%"), let number = Int(text.dropLast()), (0...100) ~= number {
            self = .percent(number)
        } else if let sign = text.first, sign == "+" || sign == "-" {
            guard let span = Self.span(text.dropFirst()) else { return nil }
            self = .shift(sign == "+" ? span : Span(milliseconds: -span.milliseconds))
        } else {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false).map {
                $0.count <= 2 ? Int($0) : nil
            }
            guard (2...3).contains(parts.count), let hour = parts[0], let minute = parts[1],
                let second = parts.count == 3 ? parts[2] : 0, (0...23) ~= hour,
                (0...59) ~= minute, (0...59) ~= second
            else { return nil }
            self = .clock(hour * 3600 + minute * 60 + second)
        }
    }

    /// `5m`, `30s`, `2h`; a bare number is minutes.
    private static func span(_ text: Substring) -> Span? {
        let unit = text.last.flatMap { $0.isNumber ? nil : $0 }
        guard let number = Int(unit == nil ? text : text.dropLast()), (0...100_000) ~= number
        else { return nil }
        switch unit {
        case nil, "m", "分": return .minutes(number)
        case "s", "秒": return .seconds(number)
        case "h", "时": return .hours(number)
        case _: return nil
        }
    }

    /// What is meant: an entry, or an instant.
    public enum Place: Hashable, Sendable {
        case entry(Int)
        case instant(Instant)
        case event(Int)
    }

    /// - Parameters:
    ///   - now: where one stands.
    ///   - span: of the whole shift, as far as it is known.
    ///   - offset: minutes east of UTC of the shop's clock.
    public func place(from now: Instant, in span: ClosedRange<Instant>, offset: Int) -> Place {
        switch self {
        case .entry(let number): return .entry(number)
        case .event(let number): return .event(number)
        case .shift(let by): return .instant(max(span.lowerBound, now + by))
        case .percent(let share):
            return .instant(TimeLine.instant(at: share, of: 100, in: span))
        case .clock(let seconds):
            let first = CivilTime(span.lowerBound, offset: offset)
            let midnight = first.midnight
                .instant(offset: offset)
            var instant = midnight + .seconds(seconds)
            // A night's shift goes on behind midnight.
            let morning = instant + .days(1)
            if instant < span.lowerBound, morning <= span.upperBound { instant = morning }
            return .instant(max(span.lowerBound, instant))
        }
    }
}
