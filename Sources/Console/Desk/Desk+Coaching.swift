import Coaching
import Engine
import Language
import Shifts
import Terminal

/// What the coach last said of a draft; as long as nothing happens and nothing is typed it stays.
struct CoachCache {
    struct Key: Hashable {
        var talk: ConversationID
        var text: String
        /// How much had happened in the shift: an order changes what is true.
        var records: Int
        /// "In ten minutes" is another time a minute later.
        var minute: Int64
    }

    var key: Key
    var advice: [Advice]
    var questions: [OpenQuestion]
}

extension Desk {
    /// What there is to know about the reply being written, the worst first.
    var advice: [Advice] { coaching?.advice ?? [] }

    /// What this customer has asked and not been told yet.
    var openQuestions: [OpenQuestion] { coaching?.questions ?? [] }

    private var coaching: CoachCache? {
        guard settings.coaches, !hidesAnswers, let talk, talk.isOpen, let shift,
            slot?.isNote == false,
            coach != nil
        else { return nil }
        let text = composer.text
        let key = CoachCache.Key(
            talk: talk.id, text: text, records: shift.records.count,
            minute: now.milliseconds / 60_000)
        if let coachCache, coachCache.key == key { return coachCache }
        coach?.follow(shift.records, in: shift.shop)
        let fresh = CoachCache(
            key: key,
            advice: composer.isEmpty
                ? [] : coach?.advice(on: text, for: talk, in: shift.shop) ?? [],
            questions: coach?.openQuestions(in: talk) ?? [])
        coachCache = fresh
        return fresh
    }

    /// Everything the coach has to say, to be read and closed.
    func showCoach() {
        var lines: [String] = []
        for item in advice {
            lines.append(sentence(item))
            if case .fault(_, let better) = item.fact { lines.append("  → " + say(better)) }
        }
        lines += openQuestions.map { say(Words.notAnswered(oneLine($0.text))) }
        if let selected, let shop {
            for promise in shop.openPromises(in: selected) {
                lines.append(say(Words.stillDue(promise.text, moment(promise.due))))
            }
        }
        if lines.isEmpty { lines = [say(Words.nothingToSay)] }
        overlays.append(TextSheet(title: say(Words.coachTitle), lines: lines, opener: "coach"))
    }

    /// One thing to know, in one line.
    func sentence(_ advice: Advice) -> String {
        let words = oneLine(advice.words)
        switch advice.fact {
        case .fault(let why, _): return say(Words.mustNotSay(words, why))
        case .foreign(let whose): return say(Words.isWrong(words, whose))
        case .wrong(let known): return say(Words.isWrong(words, known))
        case .unfounded(let known): return say(Words.isUnfounded(words, known))
        case .undated: return say(Words.hasNoTime(words))
        case .promise(let deed, let due): return say(Words.willPromise(deed.name, moment(due)))
        case .leavesOpen: return say(Words.notAnswered(words))
        }
    }

    /// A text on one line, breaks as spaces.
    func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}

extension Advice {
    /// How it is coloured; the mark in front says the same without colour.
    var ink: Role {
        switch fact {
        case .fault, .foreign, .wrong: .danger
        case .unfounded, .undated: .warning
        case .promise: .promise
        case .leavesOpen: .dim
        }
    }
}

extension DeskCommand {
    /// Somebody is selected, and somebody looks over the shoulder.
    @Sendable static func withCoach(_ desk: Desk) -> Availability {
        guard case .now = withTalk(desk) else { return withTalk(desk) }
        guard desk.coach != nil else { return .not(because: Words.noCoachHere) }
        if desk.hidesAnswers {
            return .not(because: PresentingWords.answersAreCovered(desk.keyName(of: "reveal")))
        }
        return desk.settings.coaches ? .now : .not(because: Words.coachIsOff)
    }
}
