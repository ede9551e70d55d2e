import Engine
import Language

/// What is not written in a chat is counted by its own clock and its own manners.
extension Counting {
    /// Letters within hours, posts within the hour, the telephone within seconds: each by the
    /// limit that the profile or the pack gives its channel.
    var channelAnswered: KPI {
        var sheet = Sheet(.channelAnswered)
        for story in stories where !story.isChat {
            for round in story.rounds where story.isNotDue(round) {
                sheet.leaveOut(story.id, round.events, Reason.notDue)
            }
            for round in story.countedRounds {
                sheet.count(
                    story.id, round.events, isGood: round.isAnswered(within: story.answerWithin))
            }
        }
        return sheet.rate
    }

    /// A letter stands for itself: whom it is to, the matter, and a close.
    var wholeLetters: KPI {
        var sheet = Sheet(.wholeLetters)
        for story in stories where story.channel.manner == .letter {
            for line in story.lines {
                guard let said = line.said, !said.isBuyer else { continue }
                sheet.count(
                    story.id, [line.sequence],
                    isGood: said.reading.has(.greet) && said.reading.has(.close))
            }
        }
        return sheet.rate
    }

    func leaveOutOtherChannels(_ sheet: inout Sheet) {
        for story in stories where !story.isChat {
            sheet.leaveOut(story.id, [], Reason.otherChannel)
        }
    }
}

extension Story {
    /// The platforms' figures are about chats.
    var isChat: Bool { channel.manner == .chat }
}
