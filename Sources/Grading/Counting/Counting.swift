import Engine
import Language

/// Works out the shift's figures from told conversations and the shop at the end,
/// each with what it counted and what it left out.
struct Counting {
    let stories: [Story]
    let shop: Shop
    let rules: CountingRules

    var all: [KPI] { KPI.Kind.allCases.map(kpi) }

    func kpi(_ kind: KPI.Kind) -> KPI {
        switch kind {
        case .sessions: sessions
        case .firstResponse: firstResponse
        case .averageResponse: averageResponse
        case .threeMinuteRate: threeMinuteRate
        case .promptAnswerRate: promptAnswerRate
        case .answeredRate: answeredRate
        case .replyRate: replyRate
        case .answerQuestionRatio: answerQuestionRatio
        case .satisfaction: rated(.satisfaction) { $0 >= rules.satisfiedFrom }
        case .dissatisfaction: rated(.dissatisfaction) { $0 <= 2 }
        case .conversion: conversion
        case .unreplied: unreplied
        case .firstContactResolution: firstContactResolution
        case .refunds: refunds
        case .refundRate: refundRate
        case .shopFaultRefunds: shopFaultRefunds
        case .promisesKept: promisesKept
        case .ticketsInTime: ticketsInTime
        case .knowledgeFound: knowledgeFound
        case .handedOver: handedOver
        case .channelAnswered: channelAnswered
        case .wholeLetters: wholeLetters
        case .payRate: payRate
        case .salesPerBuyer: salesPerBuyer
        }
    }

    // MARK: Sessions and answers

    private var sessions: KPI {
        var seen: Set<CustomerID> = []
        var sheet = Sheet(.sessions)
        for story in stories {
            if seen.insert(story.customer).inserted {
                sheet.count(story.id, [], isGood: true)
            } else {
                sheet.leaveOut(story.id, [], Reason.sameCustomer)
            }
        }
        return sheet.number
    }

    private var firstResponse: KPI {
        var sheet = Sheet(.firstResponse)
        for story in stories {
            guard story.isChat else {
                sheet.leaveOut(story.id, [], Reason.otherChannel)
                continue
            }
            guard let round = story.countedRounds.first else {
                sheet.leaveOut(story.id, [], Reason.nothingAsked)
                continue
            }
            guard let wait = round.wait else {
                sheet.leaveOut(story.id, round.events, Reason.neverAnswered)
                continue
            }
            sheet.add(wait, story.id, round.events, isGood: wait <= rules.firstReplyWithin)
        }
        return sheet.mean
    }

    private var averageResponse: KPI {
        var sheet = Sheet(.averageResponse)
        leaveOutOtherChannels(&sheet)
        for (story, round) in rounds {
            guard let wait = round.wait else {
                sheet.leaveOut(story.id, round.events, Reason.neverAnswered)
                continue
            }
            sheet.add(
                min(wait, rules.waitAtMost), story.id, round.events,
                isGood: wait <= rules.roundWithin)
        }
        return sheet.mean
    }

    private var promptAnswerRate: KPI {
        var sheet = Sheet(.promptAnswerRate)
        for story in stories {
            guard story.isChat else {
                sheet.leaveOut(story.id, [], Reason.otherChannel)
                continue
            }
            guard let round = story.countedRounds.first else {
                sheet.leaveOut(story.id, [], Reason.nothingAsked)
                continue
            }
            sheet.count(
                story.id, round.events, isGood: round.isAnswered(within: rules.firstReplyWithin))
        }
        return sheet.rate
    }

    private var answeredRate: KPI {
        var sheet = Sheet(.answeredRate)
        for story in stories {
            let answer = story.lines.first { $0.isAnswer }
            sheet.count(story.id, answer.map { [$0.sequence] } ?? [], isGood: answer != nil)
        }
        return sheet.rate
    }

    /// Received messages that a later answer of a person covers.
    private var replyRate: KPI {
        var sheet = Sheet(.replyRate)
        for story in stories {
            let last = story.lines.last { $0.isAnswer }?.sequence ?? 0
            for line in story.buyerLines {
                if line.sequence > last, !story.asksForAnswer(line) {
                    sheet.leaveOut(story.id, [line.sequence], Reason.courtesy)
                } else {
                    sheet.count(story.id, [line.sequence], isGood: line.sequence < last)
                }
            }
        }
        return sheet.rate
    }

    private var answerQuestionRatio: KPI {
        var sheet = Sheet(.answerQuestionRatio)
        var sent = 0
        for story in stories {
            let answers = story.lines.filter(\.isAnswer)
            sent += answers.count
            for line in answers { sheet.count(story.id, [line.sequence], isGood: true) }
            for line in story.buyerLines { sheet.count(story.id, [line.sequence], isGood: false) }
        }
        let received = stories.reduce(0) { $0 + $1.buyerLines.count }
        return sheet.ratio(sent, to: received)
    }

    private var unreplied: KPI {
        var sheet = Sheet(.unreplied)
        for story in stories {
            if let round = story.countedRounds.last, round.answered == nil {
                sheet.count(story.id, round.events, isGood: false)
            } else if story.rounds.last?.answered == nil, let round = story.rounds.last {
                sheet.leaveOut(story.id, round.events, Reason.courtesy)
            }
        }
        return sheet.number
    }

    var rounds: [(Story, Round)] {
        stories.filter(\.isChat).flatMap { story in story.countedRounds.map { (story, $0) } }
    }

    // MARK: Customers

    private func rated(_ kind: KPI.Kind, isGood: (Int) -> Bool) -> KPI {
        var sheet = Sheet(kind)
        for story in stories {
            let rating = story.lines.last { if case .rated = $0.event { true } else { false } }
            guard let rating, case .rated(_, let stars) = rating.event else {
                sheet.leaveOut(story.id, [], Reason.notRated)
                continue
            }
            sheet.count(story.id, [rating.sequence], isGood: isGood(stars))
        }
        return sheet.rate
    }

    /// Came back on the same matter within the window, or not.
    private var firstContactResolution: KPI {
        var sheet = Sheet(.firstContactResolution)
        for (index, story) in stories.enumerated() {
            let isReturn = stories[..<index].contains {
                $0.customer == story.customer && story.openedAt - $0.openedAt < rules.returnWithin
            }
            if isReturn {
                sheet.leaveOut(story.id, [], Reason.cameBack)
                continue
            }
            let comesBack = stories[(index + 1)...].contains {
                $0.customer == story.customer && $0.openedAt - story.openedAt < rules.returnWithin
            }
            if story.replies.isEmpty {
                sheet.leaveOut(story.id, [], Reason.neverAnswered)
            } else {
                let isResolved = story.success.allSatisfy { $0.since != nil }
                sheet.count(story.id, [], isGood: isResolved && !comesBack)
            }
        }
        return sheet.rate
    }
}
