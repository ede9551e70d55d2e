import Engine
import Language

/// What is not written in a chat is counted by its own clock and its own manners.
extension Counting {
    /// Letters within hours, posts within the hour, the telephone within seconds: each by the
    /// limit that the profile or the pack gives its channel.
    var channelAnswered: KPI {
        var sheet = Sheet(.channelAnswered)
        for story in stories where !story.isChat {
            let limit = shop.rules.channels[story.channel].answerWithin
            for round in story.countedRounds {
                if round.answered == nil, shop.now - round.asked.at <= limit {
                    sheet.leaveOut(story.id, round.events, Reason.notDue)
                } else {
                    sheet.count(story.id, round.events, isGood: round.isAnswered(within: limit))
                }
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
