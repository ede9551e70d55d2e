import Engine
import Language

/// What spoils a conversation however well the rest of it went: said, done, or named by the
/// scenario. How much is left of the grade is the platform's to say.
extension ConversationGrader {
    struct Crossing {
        var mark: Mark
        /// The most the grade can be.
        var cap: Int
    }

    func redLines() -> [Crossing] {
        story.spoken.flatMap(saidTooMuch) + story.lines.compactMap(didWrong) + untruths()
            + story.rubric.redLines.flatMap { rule in
                places(of: rule.means).map {
                    crossing(
                        rule.title, story.lines[$0], cap: rule.cap,
                        advice: Sentence.neverDo(rule.title))
                }
            }
    }

    /// One slip costs points; whoever is wrong twice has misled the customer, whatever was done.
    private func untruths() -> [Crossing] {
        var lines: [Story.Line] = []
        for line in story.spoken {
            var seen: Set<String> = []
            for statement in line.said?.statements ?? []
            where statement.truth == .isFalse && !Self.hasOwnLine(statement) {
                // The same slip in two messages has been made twice.
                if seen.insert(statement.words).inserted { lines.append(line) }
            }
        }
        guard let second = lines.dropFirst().first else { return [] }
        return [
            crossing(
                Sentence.misled(lines.count), second, cap: 59, advice: Sentence.checkFactsFirst)
        ]
    }

    /// A number that is another's or nobody's is a red line by itself.
    private static func hasOwnLine(_ statement: Statement) -> Bool {
        statement.source == Sentence.anothersOrder || statement.source == Sentence.noSuchParcel
    }

    private func saidTooMuch(_ line: Story.Line) -> [Crossing] {
        var found: [Crossing] = []
        for fault in line.said?.reading.faults ?? [] {
            guard let cap = cap(for: fault) else { continue }
            found.append(crossing(fault.subject.why, line, cap: cap, advice: fault.subject.better))
        }
        for statement in line.said?.statements ?? [] {
            if statement.source == Sentence.anothersOrder {
                found.append(
                    crossing(
                        Sentence.toldAnothersOrder, line, cap: cap(of: .privacyLeak, or: 59),
                        advice: Sentence.checkRecipient))
            } else if statement.source == Sentence.noSuchParcel {
                found.append(
                    crossing(
                        Sentence.inventedParcel, line, cap: cap(of: .fakeShipping, or: 59),
                        advice: Sentence.copyNumber))
            }
        }
        return found
    }

    /// The engine marks what was done and must not be, where the platform lets it happen.
    private func didWrong(_ line: Story.Line) -> Crossing? {
        guard case .afterSaleMoved(_, _, .conductMarked(let conduct)) = line.event else {
            return nil
        }
        switch conduct {
        case .falseReason:
            return crossing(
                Sentence.falseReasonPutDown, line, cap: cap(of: .falseReason, or: 59),
                advice: Sentence.trueReason)
        case .rightRefused:
            return crossing(
                Sentence.rightRefused, line, cap: cap(of: .rightRefused, or: 59),
                advice: Sentence.grantRight)
        }
    }

    /// What the profile says the grade is capped at; `usual` where it says nothing.
    private func cap(of kind: SpeechRules.RedLine.Kind, or usual: Int) -> Int {
        shop.rules.speech.redLines.first { $0.kind == kind }?.cap ?? usual
    }

    /// What the whole grade is capped at when this is said; nil for faults that only cost points.
    /// A guess does: nobody fails for what may be a mistake of the reading.
    private func cap(for finding: Finding<Fault>) -> Int? {
        guard !finding.isGuess else { return nil }
        let fault = finding.subject
        let isSevere = fault.severity == .severe
        switch fault.kind {
        case .privacyLeak: return cap(of: .privacyLeak, or: 59)
        case .falseReason: return cap(of: .falseReason, or: 59)
        // Short of severe it was hinted at, not done.
        case .offPlatform: return isSevere ? cap(of: .offPlatform, or: 0) : 59
        case .paidReview: return isSevere ? cap(of: .paidReview, or: 0) : 59
        case .insult: return isSevere ? cap(of: .insult, or: 0) : 59
        case .medicalClaim: return isSevere ? cap(of: .medicalClaim, or: 59) : nil
        case .taboo, .superlative, .overPromise, .disparage, .curt, .platformRule:
            return isSevere ? 59 : nil
        }
    }

    private func crossing(
        _ title: Engine.Bilingual, _ line: Story.Line, cap: Int, advice: Engine.Bilingual
    ) -> Crossing {
        Crossing(
            mark: Mark(.redLines, .deducted(0), title, evidence: line.evidence, advice: advice),
            cap: cap)
    }
}
