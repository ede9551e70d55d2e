import Engine

/// Times and ids in the one form the desk shows them in.
enum Lengths {
    /// `0:48`, `5:12:40`, `3天` / `3d`.
    static func short(_ span: Span, _ tongue: Tongue) -> String {
        let seconds = max(0, span.seconds)
        if seconds >= 2 * 86_400 {
            return "\(seconds / 86_400)" + (tongue == .chinese ? "天" : "d")
        }
        if seconds >= 3600 {
            return "\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
        }
        return "\(seconds / 60):\(two(seconds % 60))"
    }

    /// `0:48`, then `62分` / `62m`, then hours, `7小时` / `7h`: six columns at most.
    static func brief(_ span: Span, _ tongue: Tongue) -> String {
        let seconds = max(0, span.seconds)
        let zh = tongue == .chinese
        if seconds < 3600 { return "\(seconds / 60):\(two(seconds % 60))" }
        if seconds < 100 * 60 { return "\(seconds / 60)" + (zh ? "分" : "m") }
        if seconds < 100 * 3600 { return "\(seconds / 3600)" + (zh ? "小时" : "h") }
        return "\(min(999, seconds / 86_400))" + (zh ? "天" : "d")
    }

    /// `00:14:32`
    static func clock(_ span: Span) -> String {
        let seconds = max(0, span.seconds)
        return "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    }

    /// The last digits of a long number: `…8842`.
    static func tail(_ id: String) -> String {
        id.count > 6 ? "…" + id.suffix(4) : id
    }

    static func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
}

extension Desk {
    /// The shop's wall clock at an instant.
    func civil(_ instant: Instant) -> CivilTime {
        CivilTime(instant, offset: shop?.offset ?? CivilTime.chinaOffset)
    }

    /// `14:02` today, `03-18 14:02` on another day.
    func moment(_ instant: Instant) -> String {
        let time = civil(instant)
        return time.date == civil(now).date
            ? time.clock : String(time.date.dropFirst(5)) + " " + time.clock
    }

    /// How long until an instant: `剩 5:12:40`, or that it has passed.
    func left(until instant: Instant) -> String {
        instant > now
            ? say(Words.left(Lengths.short(instant - now, tongue)))
            : say(Words.past(Lengths.short(now - instant, tongue)))
    }

    /// `17:05` as the promise's time, and whether it is near.
    func ink(forDue instant: Instant) -> Role {
        if instant <= now { return .waitingRed }
        return instant - now <= .minutes(5) ? .waitingAmber : .promise
    }
}

/// From when on a waiting customer is shown as late: the platforms warn at 100 s and count
/// answers after 180 s as slow.
enum Waiting {
    static let overdue = Span.seconds(180)

    /// The same part of a longer or shorter time.
    static func late(of limit: Span) -> Span { Span(milliseconds: limit.milliseconds * 5 / 9) }
}
