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
            case .letter: guard context.isLetter else { continue }
            }
            if notActs.contains(where: { $0.act == act && $0.range.overlaps(mark.range) }) {
                continue
            }
            found.append((act, mark))
        }
        var result: [Finding<Act>] = []
        func rank(_ mark: Mark) -> (Int, Int, Int) {
            (mark.range.lowerBound, -mark.range.count, Self.isSure(mark.rule) ? 0 : 1)
        }
        let order = found.sorted { rank($0.mark) < rank($1.mark) }
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

    /// Nothing of it is taken back, whatever was learned.
    static func isSure(_ rule: String) -> Bool {
        rule.contains(".sure.") || rule.contains(".letter.")
    }

    /// A sentence that states a value and does nothing else informs: "2件一共298元".
    private func statements(_ known: [Finding<Act>]) -> [Finding<Act>] {
        var result: [Finding<Act>] = []
        for (index, sentence) in sentences.enumerated() where !questions[index] {
            let place = normal.source(sentence)
            let here = known.filter { place.overlaps($0.range) }.map(\.subject)
            if here.contains(where: Self.saysMore) { continue }
            // "等了四天，抱歉" feels with the customer; the four days are no news.
            let isFeeling = here.contains(.empathise) || here.contains(.apologise)
            guard
                let value = values.first(where: {
                    sentence.contains($0.range.lowerBound)
                        && Self.informs($0.value, isFeeling: isFeeling)
                })
            else { continue }
            result.append(
                Finding(.inform, at: normal.source(value.range), rule: "reader.statesValue"))
        }
        return result
    }

    /// Everything but manners says what the value is for.
    private static func saysMore(_ act: Act) -> Bool {
        switch act {
        case .greet, .thank, .empathise, .apologise, .close, .inviteReview, .agree, .own,
            .willReport:
            false
        case .probe, .askIdentity, .askOrderNumber, .askReason, .askPhoto, .askChoice,
            .confirmOrder, .askMore, .inform, .explain, .instruct, .recommend, .offer, .upsell,
            .nudge, .refuse, .reportDone, .promise, .askWait, .handOver, .blame, .pressure, .warn:
            true
        }
    }

    private static func informs(_ value: Value, isFeeling: Bool) -> Bool {
        switch value {
        case .amount, .percent, .discount, .time, .trackingNumber, .size, .carrier, .place: true
        case .duration: !isFeeling
        case .quantity(let count, let unit): count > 1 || unit != "个"
        case .orderNumber, .phone, .number: false
        }
    }
}
