import Engine

/// The share of timely answers, as each platform counts it: the same chat gives another figure on
/// another platform.
extension Counting {
    var threeMinuteRate: KPI {
        var sheet = Sheet(.threeMinuteRate)
        leaveOutOtherChannels(&sheet)
        switch rules.unit {
        case .rounds:
            for (story, round) in openRounds(&sheet) {
                sheet.count(
                    story.id, round.events, isGood: round.isAnswered(within: rules.roundWithin))
            }
        case .messages:
            for (story, round) in openRounds(&sheet) {
                for line in story.buyerLines where line.isIn(round) {
                    let isInTime = round.answered.map { $0.at - line.at <= rules.roundWithin }
                    sheet.count(story.id, [line.sequence], isGood: isInTime ?? false)
                }
            }
        case .sessions: count(openRounds(&sheet), by: \.id.rawValue, in: &sheet)
        case .buyers: count(openRounds(&sheet), by: \.customer.rawValue, in: &sheet)
        }
        leaveOutCourtesies(&sheet)
        return sheet.rate
    }

    /// Good where every round of the same group was answered in time.
    private func count(
        _ rounds: [(story: Story, round: Round)], by group: (Story) -> String,
        in sheet: inout Sheet
    ) {
        var places: [String: Int] = [:]
        var groups: [[(story: Story, round: Round)]] = []
        for entry in rounds {
            let name = group(entry.story)
            if let place = places[name] {
                groups[place].append(entry)
            } else {
                places[name] = groups.count
                groups.append([entry])
            }
        }
        for own in groups {
            sheet.count(
                own[0].story.id, own.flatMap(\.round.events),
                isGood: own.allSatisfy { $0.round.isAnswered(within: rules.roundWithin) })
        }
    }

    /// Rounds that opened in the hours that count.
    private func openRounds(_ sheet: inout Sheet) -> [(story: Story, round: Round)] {
        var open: [(story: Story, round: Round)] = []
        for (story, round) in rounds {
            if rules.isOpen(at: round.asked.at, offset: shop.offset) {
                open.append((story, round))
            } else {
                sheet.leaveOut(story.id, round.events, Reason.outOfHours)
            }
        }
        return open
    }

    private func leaveOutCourtesies(_ sheet: inout Sheet) {
        for story in stories where story.isChat {
            let counted = Set(story.countedRounds.map(\.asked.sequence))
            for round in story.rounds
            where round.answered == nil && !counted.contains(round.asked.sequence) {
                sheet.leaveOut(story.id, round.events, Reason.courtesy)
            }
        }
    }
}

extension Story.Line {
    /// Said from the round's first message to its answer.
    fileprivate func isIn(_ round: Round) -> Bool {
        sequence >= round.asked.sequence
            && (round.answered.map { sequence < $0.sequence } ?? true)
    }
}
