import Engine

extension Draft {
    /// The acts, by where they stand; within one act the longest wording speaks.
    func acts(promises: [PromiseFound]) -> [Finding<Act>] {
        var found: [(act: Act, mark: Mark)] = []
        for (act, mood, mark) in actMarks {
            switch mood {
            case .anywhere: break
            case .question: guard isQuestion(at: mark.range.lowerBound) else { continue }
            case .statement: guard !isQuestion(at: mark.range.lowerBound) else { continue }
            }
            if notActs.contains(where: { $0.act == act && $0.range.overlaps(mark.range) }) {
                continue
            }
            found.append((act, mark))
        }
        var result: [Finding<Act>] = []
        let order = found.sorted {
            ($0.mark.range.lowerBound, -$0.mark.range.count)
                < ($1.mark.range.lowerBound, -$1.mark.range.count)
        }
        var last: [Act: Int] = [:]
        for (act, mark) in order {
            if mark.range.lowerBound < last[act] ?? 0 { continue }
            last[act] = mark.range.upperBound
            result.append(Finding(act, at: normal.source(mark.range), rule: mark.rule))
        }
        for promise in promises {
            result.append(Finding(.promise, at: promise.range, rule: promise.rule))
        }
        result += statements(result)
        return result.sorted { ($0.range, $0.subject.rawValue) < ($1.range, $1.subject.rawValue) }
    }

    /// A sentence that states a value and does nothing else informs: "2件一共298元".
    private func statements(_ known: [Finding<Act>]) -> [Finding<Act>] {
        var result: [Finding<Act>] = []
        for (index, sentence) in sentences.enumerated() where !questions[index] {
            let place = normal.source(sentence)
            let isSpokenFor = known.contains { finding in
                guard place.overlaps(finding.range) else { return false }
                switch finding.subject {
                case .inform, .promise, .confirmOrder, .askWait, .nudge: return true
                case .greet, .thank, .empathise, .apologise, .own, .close, .inviteReview, .probe,
                    .askIdentity, .askOrderNumber, .askReason, .askPhoto, .askChoice, .askMore,
                    .explain, .instruct, .recommend, .offer, .upsell, .agree, .refuse, .reportDone,
                    .willReport, .handOver, .blame, .pressure, .warn:
                    return false
                }
            }
            guard !isSpokenFor,
                let value = values.first(where: {
                    sentence.contains($0.range.lowerBound) && Self.informs($0.value)
                })
            else { continue }
            result.append(
                Finding(.inform, at: normal.source(value.range), rule: "reader.statesValue"))
        }
        return result
    }

    private static func informs(_ value: Value) -> Bool {
        switch value {
        case .amount, .percent, .discount, .time, .duration, .trackingNumber, .size, .carrier,
            .place:
            true
        case .quantity(let count, let unit): count > 1 || unit != "个"
        case .orderNumber, .phone, .number: false
        }
    }
}
