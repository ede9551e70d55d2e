import Engine

extension Reader {
    /// What the lexicon does not list: the learned layer adds what the wording as a whole says and
    /// takes back what a single word made look so.
    func learned(_ draft: Draft, _ values: [ValueReader.Found], _ reading: inout Reading) {
        guard let weights = lexicon.weights(for: draft.language) else { return }
        let grams = Grams(draft.normal, values: values, concepts: lexicon.concepts)
        let verdicts = weights.verdicts(Self.runs(grams, draft.normal, reading))
        for (label, verdict) in zip(Label.all, verdicts) {
            guard let verdict else { continue }
            switch label {
            case .act(let act): settle(act, verdict, draft, &reading)
            case .fault(let kind):
                guard verdict.sum > Self.faultMargin, !reading.has(kind), !draft.forgives(kind)
                else { continue }
                let spot = draft.normal.source(clause: verdict.clause)
                if kind == .privacyLeak, draft.isKnown(spot) { continue }
                reading.faults.append(
                    Finding(lexicon.likely(kind), at: spot, rule: "learned." + kind.rawValue))
            }
        }
        reading.acts.sort { ($0.range, $0.subject.rawValue) < ($1.range, $1.subject.rawValue) }
    }

    /// A fault costs the agent dearly, so it takes more than the balance of the words: of the faults
    /// heard above it on examples left out, nine of ten are there.
    private static let faultMargin = 500

    private func settle(
        _ act: Act, _ verdict: Weights.Verdict, _ draft: Draft, _ reading: inout Reading
    ) {
        let sum = verdict.sum
        guard sum > 0 else {
            if sum < 0, reading.has(act) {
                reading.acts.removeAll { $0.subject == act }
                if act == .promise { reading.promises = [] }
            }
            return
        }
        guard !reading.has(act), act.isLikely(sum, reading) else { return }
        if act.isHeld(against: sum) { return }
        if act == .askOrderNumber, draft.gives { return }
        let spot = draft.normal.source(clause: verdict.clause)
        if act == .promise, draft.unbinds(spot) { return }
        if act == .promise, let due = draft.due(in: spot), due <= reading.context.now { return }
        let rule = "learned." + act.rawValue
        reading.acts.append(Finding(act, at: spot, rule: rule))
        // Without a time it binds nobody: it is told as an act, and no entry comes of it.
        if act == .promise, let due = draft.due(in: spot) {
            reading.promises.append(
                PromiseFound(
                    range: spot, deed: draft.likelyDeed(in: spot), due: due, rule: rule))
        }
    }

    /// All that is weighed: the runs of words, and in each clause what the lexicon found there.
    private static func runs(
        _ grams: Grams, _ normal: NormalText, _ reading: Reading
    ) -> [Weights.Run] {
        var runs = grams.all.map { (key: $0.key, clause: $0.clause) }
        func add(_ label: Label, at range: TextRange) {
            let place = min(normal.scalars(in: range).lowerBound, normal.count - 1)
            runs.append((Grams.key(ofLexicon: label), normal.clauseOf[place]))
        }
        for finding in reading.acts { add(.act(finding.subject), at: finding.range) }
        for finding in reading.faults { add(.fault(finding.subject.kind), at: finding.range) }
        return runs
    }

    /// The runs of words that spoke for a label and against it, the heaviest first.
    public func runs(
        behind label: Label, in text: String, _ context: Context
    ) -> [(run: String, weight: Int)] {
        let normal = NormalText(text)
        var reading = Reading(normal: normal, context: context)
        guard !normal.isEmpty, let place = Label.all.firstIndex(of: label) else { return [] }
        let (draft, values) = listed(text, &reading)
        guard let weights = lexicon.weights(for: draft.language) else { return [] }
        let grams = Grams(normal, values: values, concepts: lexicon.concepts)
        var found: [(run: String, weight: Int)] = []
        for gram in grams.all {
            let weight = weights.weight(of: gram.key, for: place)
            let run = grams.text(of: gram, in: normal)
            if weight != 0, !found.contains(where: { $0.run == run }) {
                found.append((run, weight))
            }
        }
        return found.sorted {
            abs($0.weight) != abs($1.weight)
                ? abs($0.weight) > abs($1.weight) : $0.run < $1.run
        }
    }

    /// The runs of a message alone, without context: what is learned from.
    func runs(of text: String) -> [Weights.Run] {
        let normal = NormalText(text)
        var reading = Reading(normal: normal, context: Context(now: Self.learningTime))
        guard !normal.isEmpty else { return [] }
        let (_, values) = listed(text, &reading)
        let grams = Grams(normal, values: values, concepts: lexicon.concepts)
        return Self.runs(grams, normal, reading)
    }

    /// Some Wednesday afternoon: only that a time is named is learned, not which.
    private static let learningTime = Instant(milliseconds: 1_773_800_000_000)
}

extension Act {
    /// What costs the agent points is found only where the words speak loudly.
    fileprivate func isHeld(against sum: Int) -> Bool {
        switch self {
        case .blame, .pressure, .upsell, .warn: sum <= 100
        case .greet, .thank, .empathise, .apologise, .own, .close, .inviteReview, .probe,
            .askIdentity, .askOrderNumber, .askReason, .askPhoto, .askChoice, .confirmOrder,
            .askMore, .inform, .explain, .instruct, .recommend, .offer, .nudge, .agree, .refuse,
            .reportDone, .promise, .askWait, .willReport, .handOver:
            false
        }
    }

    /// To ask is to want an answer: where the message gives the very thing, or asks nothing, the
    /// words must speak loudly for it.
    fileprivate func isLikely(_ sum: Int, _ reading: Reading) -> Bool {
        switch self {
        case .askOrderNumber, .askIdentity, .askPhoto, .askReason, .askChoice, .askMore:
            let givesNumber = reading.values.contains {
                $0.subject.sort == .tracking || $0.subject.sort == .order
            }
            return !givesNumber && (reading.isQuestion || sum > 200)
        case .greet, .thank, .empathise, .apologise, .own, .close, .inviteReview, .probe,
            .confirmOrder, .inform, .explain, .instruct, .recommend, .offer, .upsell, .nudge,
            .agree, .refuse, .reportDone, .promise, .askWait, .willReport, .handOver, .blame,
            .pressure, .warn:
            return true
        }
    }
}

extension NormalText {
    fileprivate func source(clause: Int32) -> TextRange {
        let first = clauseOf.firstIndex(of: clause) ?? 0
        let last = clauseOf.lastIndex(of: clause) ?? 0
        return source(first..<last + 1)
    }
}

extension Draft {
    /// The lexicon knows these words and lets them pass: denied, asked, quoted, or listed as
    /// innocent. What is known goes before what is likely.
    func forgives(_ kind: Fault.Kind) -> Bool {
        func isOf(_ number: Int) -> Bool { lexicon.faults[number].fault.kind == kind }
        return faultMarks.contains { isOf($0.fault) } || notFaults.contains { isOf($0.fault) }
            || excuses.contains { isOf($0.fault) }
    }

    /// Something is to be given to the customer: 发您, 告诉您, "to you".
    var gives: Bool { promiseWords.contains { $0.word == .towards } }

    /// What stands here the customer has just written: between the two it is no secret.
    func isKnown(_ place: TextRange) -> Bool {
        context.buyerWords.map { isSaid(normal.scalars(in: place), by: $0) } ?? false
    }

    /// An estimate, a report, a condition or a denial: no promise, however it sounds.
    func unbinds(_ place: TextRange) -> Bool {
        let said = deeds.map(\.mark.range).filter { place.overlaps(normal.source($0)) }
        if !said.isEmpty, said.allSatisfy(isNegated) { return true }
        let binding = promiseWords.filter {
            $0.word == .markers && place.overlaps(normal.source($0.range))
        }
        // 不敢保证明天一定能送到: what would bind is denied.
        if !binding.isEmpty, binding.allSatisfy({ isNegated($0.range) }) { return true }
        return promiseWords.contains { word, range in
            switch word {
            case .hedges, .done, .conditions, .buyers: place.overlaps(normal.source(range))
            case .markers, .towards, .vague, .consent, .enough: false
            }
        }
    }

    /// The deed whose words stand in the clause, for a promise worded as nobody listed it.
    func likelyDeed(in place: TextRange) -> PromiseFound.Deed {
        deeds.first { place.overlaps(normal.source($0.mark.range)) }?.deed ?? .handle
    }

    /// The time named in the clause itself: one in the next may belong to something else.
    func due(in place: TextRange) -> Instant? {
        for found in values where place.overlaps(normal.source(found.range)) {
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
