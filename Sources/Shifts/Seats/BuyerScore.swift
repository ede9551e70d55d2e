public import Engine
import Grading
import Language
import Scenarios
import Simulation

/// How well a person played the customer on their role card, out of 100, line by line.
///
/// - **Needs, 40.** Each hidden need: told once the agent asked is full; told unasked is half; kept
///   though asked is nothing.
/// - **Mood, 40.** Each deed or word of the agent that moves the customer of the card: the
///   person's mood moved the same way before two more such deeds, or it did not.
/// - **Fairness, 20.** No insults (8), stars as the mood was (6), no change of mood without cause
///   (6, two off for each).
///
/// What there was no occasion for counts neither way, and the rest is taken as the whole: who plays
/// nothing because nothing is asked of them has not played well.
public struct BuyerScore: Hashable, Sendable, Codable {
    public var lines: [Line]

    /// Of 100; 0 where nothing counts.
    public var total: Int { most == 0 ? 0 : (points * 100 + most / 2) / most }
    public var points: Int { lines.reduce(0) { $0 + $1.points } }
    /// What there was occasion for, of 100.
    public var most: Int { lines.reduce(0) { $0 + $1.most } }

    public func points(of part: Part) -> Int {
        lines.reduce(0) { $0 + ($1.part == part ? $1.points : 0) }
    }

    public func most(of part: Part) -> Int {
        lines.reduce(0) { $0 + ($1.part == part ? $1.most : 0) }
    }

    /// What the points are for.
    public enum Part: String, Hashable, Sendable, Codable, CaseIterable {
        case needs, mood, fairness

        public var name: Bilingual {
            switch self {
            case .needs: Bilingual(zh: "需求", en: "Needs")
            case .mood: Bilingual(zh: "情绪", en: "Mood")
            case .fairness: Bilingual(zh: "公道", en: "Fairness")
            }
        }
    }

    /// One point of view, with the events behind it.
    public struct Line: Hashable, Sendable, Codable {
        public var part: Part
        public var points: Int
        public var most: Int
        public var text: Bilingual
        /// Numbers of events, in order.
        public var events: [Int]
    }
}

/// What a scorer of the buyer's side works with.
struct BuyerScorer {
    let card: RoleCard
    let manners: Manners
    let notes: [Understudy.Note]
    let records: [Recorded]
    let title: (MoodCause) -> Bilingual
    /// Whether a line of the buyer insults.
    let insults: (String, Instant) -> Bool

    private var talks: Set<ConversationID> {
        Set(
            records.compactMap { record in
                guard case .conversationOpened(let id, card.customer, _, _, _, _) = record.event
                else { return nil }
                return id
            })
    }

    func score() -> BuyerScore {
        let mine = records.filter { $0.actor == .buyer(card.customer) }
        let spoke = mine.contains { if case .buyerSpoke = $0.event { true } else { false } }
        guard spoke else {
            let text = Bilingual(zh: "顾客一句话也没说", en: "The buyer never said a word")
            return BuyerScore(
                lines: [
                    .init(part: .needs, points: 0, most: 40, text: text, events: []),
                    .init(part: .mood, points: 0, most: 40, text: text, events: []),
                    .init(part: .fairness, points: 0, most: 20, text: text, events: []),
                ])
        }
        let (mood, causeless) = moodLines(mine)
        let played = BuyerScore(lines: needLines(mine) + mood)
        guard played.most > 0 else {
            let text = Bilingual(
                zh: "客服什么也没问、什么也没做，没有可评的",
                en: "The agent asked nothing and did nothing: there is nothing to score")
            let line = BuyerScore.Line(
                part: .fairness, points: 0, most: 0, text: text, events: [])
            return BuyerScore(lines: played.lines + [line])
        }
        return BuyerScore(lines: played.lines + fairLines(mine, causeless))
    }

    // MARK: Needs

    private func needLines(_ mine: [Recorded]) -> [BuyerScore.Line] {
        let shares = Self.shares(40, among: card.needs.count)
        guard !card.needs.isEmpty else {
            let text = Bilingual(
                zh: "这张卡没有藏着的需求", en: "This card hides no need")
            return [.init(part: .needs, points: 0, most: 0, text: text, events: [])]
        }
        return zip(card.needs, shares).map { need, most in
            let asked = notes.first { $0.what == .tells(need: need.id) }?.event
            let told = mine.first {
                guard case .needRevealed(_, need.id) = $0.event else { return false }
                return true
            }?.sequence
            let name = need.title
            let (points, text): (Int, Bilingual)
            let hadOccasion = asked != nil || told != nil
            switch (asked, told) {
            case (let asked?, let told?) where told > asked:
                points = most
                text = Bilingual(
                    zh: "客服问到了，您说出了“\(name.zh)”", en: "Asked, you told: “\(name.en)”")
            case (_, _?):
                points = most / 2
                text = Bilingual(
                    zh: "客服还没问到，您就说了“\(name.zh)”",
                    en: "Not asked yet, you told all the same: “\(name.en)”")
            case (_?, nil):
                points = 0
                text = Bilingual(
                    zh: "客服问到了，您没有说“\(name.zh)”", en: "Asked, you kept it back: “\(name.en)”")
            case (nil, nil):
                points = 0
                text = Bilingual(
                    zh: "没人问到“\(name.zh)”，不计分", en: "Nobody asked, not counted: “\(name.en)”")
            }
            return .init(
                part: .needs, points: points, most: hadOccasion ? most : 0, text: text,
                events: [asked, told].compactMap { $0 }.sorted())
        }
    }

    // MARK: Mood

    /// What one event of the shop does to the customer of the card.
    private struct Push {
        var event: Int
        var shift: Int
        var causes: [Bilingual]
    }

    private var pushes: [Push] {
        var pushes: [Push] = []
        for note in notes {
            guard case .feels(let shift, let cause) = note.what else { continue }
            if let place = pushes.firstIndex(where: { $0.event == note.event }) {
                pushes[place].shift += shift
                pushes[place].causes.append(title(cause))
            } else {
                pushes.append(Push(event: note.event, shift: shift, causes: [title(cause)]))
            }
        }
        return pushes.filter { $0.shift != 0 }.sorted { $0.event < $1.event }
    }

    private func moodLines(
        _ mine: [Recorded]
    ) -> (lines: [BuyerScore.Line], causeless: [Int]) {
        var moves: [(event: Int, shift: Int)] = mine.compactMap { record in
            guard case .moodShifted(_, let shift, _) = record.event else { return nil }
            return (record.sequence, shift)
        }
        let pushes = pushes
        guard !pushes.isEmpty else {
            let text = Bilingual(
                zh: "客服没有做什么让这位顾客高兴或生气的事，不计分",
                en: "The agent did nothing that would move this customer: not counted")
            return (
                [.init(part: .mood, points: 0, most: 0, text: text, events: [])],
                moves.map(\.event)
            )
        }
        let shares = Self.shares(40, among: pushes.count)
        var lines: [BuyerScore.Line] = []
        for (place, (push, most)) in zip(pushes, shares).enumerated() {
            let end = pushes.indices.contains(place + 2) ? pushes[place + 2].event : .max
            let fit = moves.firstIndex {
                $0.event > push.event && $0.event < end && ($0.shift > 0) == (push.shift > 0)
            }
            var events = [push.event]
            if let fit {
                events.append(moves[fit].event)
                moves.remove(at: fit)
            }
            lines.append(
                .init(
                    part: .mood, points: fit == nil ? 0 : most, most: most,
                    text: words(of: push, isFollowed: fit != nil), events: events))
        }
        return (lines, moves.map(\.event))
    }

    private func words(of push: Push, isFollowed: Bool) -> Bilingual {
        let sign = push.shift > 0 ? "+" : ""
        let zh = push.causes.map(\.zh).joined(separator: "、") + "（\(sign)\(push.shift)）"
        let en = push.causes.map(\.en).joined(separator: ", ") + " (\(sign)\(push.shift))"
        return isFollowed
            ? Bilingual(zh: "\(zh)：您的心情跟上了", en: "\(en): your mood followed")
            : Bilingual(zh: "\(zh)：您的心情没有动", en: "\(en): your mood did not follow")
    }

    // MARK: Fairness

    private func fairLines(_ mine: [Recorded], _ causeless: [Int]) -> [BuyerScore.Line] {
        let rude = mine.filter { record in
            guard case .buyerSpoke(_, _, let text) = record.event else { return false }
            return insults(text, record.at)
        }.map(\.sequence)
        let words = BuyerScore.Line(
            part: .fairness, points: rude.isEmpty ? 8 : 0, most: 8,
            text: rude.isEmpty
                ? Bilingual(zh: "没有骂人", en: "No insults")
                : Bilingual(zh: "骂了人：生气可以，侮辱人不行", en: "Insults: anger is fair, insults are not"),
            events: rude)
        let off = min(6, 2 * causeless.count)
        let swings = BuyerScore.Line(
            part: .fairness, points: 6 - off, most: 6,
            text: off == 0
                ? Bilingual(zh: "心情每次变都有来由", en: "Every change of mood had a cause")
                : Bilingual(
                    zh: "心情有 \(causeless.count) 次变得没来由",
                    en: "Your mood changed without a cause: \(causeless.count)"),
            events: causeless)
        return [words, stars(mine), swings]
    }

    private func stars(_ mine: [Recorded]) -> BuyerScore.Line {
        var mood = card.mood
        let talks = talks
        for record in records {
            switch record.event {
            case .moodShifted(let id, let shift, _) where talks.contains(id):
                mood = min(100, max(0, mood + shift))
            case .rated(let id, let stars) where talks.contains(id) && mine.contains(record):
                let fair = manners.stars(at: mood)
                let isFair = abs(stars - fair) <= 1
                return .init(
                    part: .fairness, points: isFair ? 6 : 0, most: 6,
                    text: isFair
                        ? Bilingual(
                            zh: "打了 \(stars) 星，和心情对得上", en: "\(stars) stars, as the mood was")
                        : Bilingual(
                            zh: "打了 \(stars) 星，照心情该是 \(fair) 星",
                            en: "\(stars) stars, where the mood would give \(fair)"),
                    events: [record.sequence])
            case _: break
            }
        }
        return .init(
            part: .fairness, points: 6, most: 6,
            text: Bilingual(zh: "没有打星", en: "No stars given"), events: [])
    }

    /// Whole points that add up; the first get what is left over.
    private static func shares(_ points: Int, among count: Int) -> [Int] {
        guard count > 0 else { return [] }
        return (0..<count).map { points / count + ($0 < points % count ? 1 : 0) }
    }
}
