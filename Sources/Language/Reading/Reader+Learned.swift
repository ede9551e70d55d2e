import Engine

extension Reader {
    /// What the lexicon does not list: the learned layer adds what the wording as a whole says and
    /// takes back what a single word made look so.
    func learned(_ draft: Draft, _ grams: Grams, _ reading: inout Reading) {
        guard let weights = lexicon.weights(for: draft.language) else { return }
        let keys = Self.keys(grams, reading)
        for (place, sum) in weights.scores(keys).enumerated() {
            guard let sum else { continue }
            let label = Label.all[place]
            switch label {
            case .act(let act): settle(act, sum, draft, grams, weights, place, &reading)
            case .fault(let kind):
                guard sum > 0, !reading.has(kind) else { continue }
                let spot = weights.spot(of: place, in: grams, draft.normal)
                reading.faults.append(
                    Finding(lexicon.likely(kind), at: spot, rule: "learned." + kind.rawValue))
            }
        }
        reading.acts.sort { ($0.range, $0.subject.rawValue) < ($1.range, $1.subject.rawValue) }
    }

    private func settle(
        _ act: Act, _ sum: Int, _ draft: Draft, _ grams: Grams, _ weights: Weights, _ place: Int,
        _ reading: inout Reading
    ) {
        guard sum > 0 else {
            if sum < 0, reading.has(act) {
                reading.acts.removeAll { $0.subject == act }
                if act == .promise { reading.promises = [] }
            }
            return
        }
        guard !reading.has(act) else { return }
        let spot = weights.spot(of: place, in: grams, draft.normal)
        let rule = "learned." + act.rawValue
        reading.acts.append(Finding(act, at: spot, rule: rule))
        if act == .promise {
            reading.promises.append(
                PromiseFound(
                    range: spot, deed: draft.likelyDeed(in: spot), due: draft.due(in: spot),
                    rule: rule))
        }
    }

    /// All that is weighed: the runs of words and what the lexicon found.
    static func keys(_ grams: Grams, _ reading: Reading) -> Set<UInt64> {
        var keys = Set(grams.all.map(\.key))
        for finding in reading.acts { keys.insert(Grams.key(ofLexicon: .act(finding.subject))) }
        for finding in reading.faults {
            keys.insert(Grams.key(ofLexicon: .fault(finding.subject.kind)))
        }
        return keys
    }

    /// The same as they are written in the file of weights; what is learned from.
    func runs(of text: String) -> [String] {
        let normal = NormalText(text)
        var reading = Reading(
            normal: normal, context: Context(now: Instant(milliseconds: 1_773_800_000_000)))
        guard !normal.isEmpty else { return [] }
        let (_, values) = listed(text, &reading)
        let grams = Grams(normal, values: values)
        var runs: [String] = []
        var seen: Set<String> = []
        func add(_ run: String) { if seen.insert(run).inserted { runs.append(run) } }
        for gram in grams.all { add(grams.text(of: gram.tokens, in: normal)) }
        for finding in reading.acts { add("=" + Label.act(finding.subject).name) }
        for finding in reading.faults { add("=" + Label.fault(finding.subject.kind).name) }
        return runs
    }
}

extension Weights {
    /// The clause that speaks most for a label, as the place of what was found.
    func spot(of label: Int, in grams: Grams, _ normal: NormalText) -> TextRange {
        var sums: [Int32: Int] = [:]
        var best: (clause: Int32, sum: Int)?
        for gram in grams.all {
            let weight = weight(of: gram.key, for: label)
            guard weight != 0, let last = grams.tokens[gram.tokens].last?.range.first else {
                continue
            }
            sums[normal.clauseOf[last], default: 0] += weight
        }
        for (clause, sum) in sums
        where best.map({ sum > $0.sum || sum == $0.sum && clause < $0.clause }) ?? true {
            best = (clause, sum)
        }
        let clause = best?.clause ?? 0
        let first = normal.clauseOf.firstIndex(of: clause) ?? 0
        let last = normal.clauseOf.lastIndex(of: clause) ?? 0
        return normal.source(first..<last + 1)
    }
}

extension Draft {
    /// The deed whose words stand in the clause, for a promise worded as nobody listed it.
    func likelyDeed(in place: TextRange) -> PromiseFound.Deed {
        deeds.first { place.overlaps(normal.source($0.mark.range)) }?.deed ?? .handle
    }

    /// The time named in the clause or else in its sentence.
    func due(in place: TextRange) -> Instant? {
        let whole = sentences.map(normal.source).first { $0.overlaps(place) } ?? place
        let times = values.filter { whole.overlaps(normal.source($0.range)) }
        let near = times.filter { place.overlaps(normal.source($0.range)) }
        for found in near + times {
            switch found.value {
            case .time(let window): return window.end
            case .duration(let span): return context.now + span.upperBound
            case .amount, .percent, .discount, .orderNumber, .trackingNumber, .phone, .size,
                .quantity, .place, .carrier, .number:
                continue
            }
        }
        return nil
    }
}
