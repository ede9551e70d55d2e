import Engine
import Language

extension ConversationGrader {
    // MARK: The five steps

    func lights() -> [Light] {
        Light.Step.allCases.map { Light(step: $0, evidence: evidence(of: $0)) }
    }

    private func evidence(of step: Light.Step) -> Evidence? {
        switch step {
        case .meet:
            guard let greeting = story.replies(with: .greet).first,
                let look = story.lines.first(where: { $0.deed?.kind == .look })
            else { return nil }
            return Evidence([greeting, look])
        case .learn:
            let needs = story.lines.filter {
                if case .needRevealed = $0.event { true } else { false }
            }
            if !needs.isEmpty { return Evidence(needs) }
            let asking: [Language.Act] = [.probe, .askReason, .askPhoto, .askChoice]
            return asking.lazy.compactMap { story.replies(with: $0).first }.first?.evidence
        case .help:
            let reached = story.success.filter { !$0.wasSoAtStart }.compactMap(\.since)
            if let first = reached.min() { return Evidence(events: [first]) }
            return story.deeds.first { $0.deed?.kind.isRemedy ?? false }?.evidence
        case .understand:
            let warm = story.replies(with: .empathise) + story.replies(with: .own)
            if let line = warm.first { return line.evidence }
            return moodTrack().shifts.first { shift in
                shift.by >= 5 && shift.quote?.isBuyer == false
                    && story.replies.contains { $0.said?.message == shift.quote?.message }
            }
            .map { Evidence(events: [$0.event], quotes: $0.quote.map { [$0] } ?? []) }
        case .move:
            guard story.success.allSatisfy({ $0.since != nil }), !story.replies.isEmpty else {
                return nil
            }
            let talk = shop.conversations[story.id]
            let isMoved = talk?.rating.map { $0 == 5 } ?? ((story.moods.last ?? 0) >= 85)
            guard isMoved else { return nil }
            return story.lines.last { line in
                if case .rated = line.event { return true }
                return line.isBuyerLine
            }?.evidence
        }
    }

    // MARK: Mood

    func moodTrack() -> MoodTrack {
        var shifts: [MoodTrack.Shift] = []
        for line in story.lines {
            guard case .moodShifted(_, let by, let cause) = line.event else { continue }
            let quote = cause.message.flatMap { story.line(saying: $0)?.quote }
            shifts.append(
                MoodTrack.Shift(
                    event: line.sequence, at: line.at, by: by, rule: cause.rule,
                    title: moodTitle(cause.rule), quote: quote))
        }
        // What was recalled turned nothing for the better.
        let taken = Set(
            story.lines.filter(\.isRecalled).flatMap { line -> [Int] in
                switch line.event {
                case .replySent(_, let message, _, _), .cardSent(_, let message, _, _):
                    story.shifts { $0.message == message }
                case .promiseMade(let promise): story.shifts { $0.promise == promise.id }
                case _: []
                }
            })
        let standing = shifts.filter {
            $0.rule != MoodCause.recalled && !($0.by > 0 && taken.contains($0.event))
        }
        let turning = standing.max { a, b in
            (abs(a.by), a.by < 0 ? 1 : 0) < (abs(b.by), b.by < 0 ? 1 : 0)
        }
        return MoodTrack(
            start: story.moodAtStart, end: story.moods.last ?? story.moodAtStart, shifts: shifts,
            turningPoint: turning)
    }
}

extension Story {
    /// Places in the journal where the mood moved for a cause.
    fileprivate func shifts(_ isWanted: (MoodCause) -> Bool) -> [Int] {
        lines.compactMap { line in
            guard case .moodShifted(_, _, let cause) = line.event, isWanted(cause) else {
                return nil
            }
            return line.sequence
        }
    }
}
