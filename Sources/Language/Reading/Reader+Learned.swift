import Engine

extension Reader {
    /// What the lexicon does not list: the learned layer adds what the wording as a whole says and
    /// takes back what a single word made look so.
    func learned(_ draft: Draft, _ values: [ValueReader.Found], _ reading: inout Reading) {
        guard let weights = lexicon.weights(for: draft.language) else { return }
        let grams = Grams(draft.normal, values: values, concepts: lexicon.concepts)
        let runs = Self.runs(grams, draft.normal, reading)
        let verdicts = weights.verdicts(runs)
        // Worked out for the first label that needs it.
        lazy var parts = Self.parts(of: runs, weights)
        for (place, (label, verdict)) in zip(Label.all, verdicts).enumerated() {
            guard let verdict else { continue }
            switch label {
            case .act(let act): settle(act, verdict, draft, &reading)
            case .fault(let kind):
                let isLoud =
                    verdict.sum > Self.loudEnough
                    || verdict.sum > 0 && parts.contains { $0[place]?.sum ?? 0 > Self.loudInPart }
                if isLoud { accuse(of: kind, verdict, draft, &reading) }
            }
        }
        pardon(verdicts, runs, weights, draft, &reading)
        reading.acts.sort { ($0.range, $0.subject.rawValue) < ($1.range, $1.subject.rawValue) }
    }

    /// A fault costs the agent dearly, and far fewer messages of a shift have one than of the
    /// examples: so loud that of natural messages left out (the development half, and 1,200 written
    /// after everything else) the fewest are blamed and overlooked together.
    private static let loudEnough = 1300

    /// A short fault in a long, useful message: any two clauses side by side, read by themselves,
    /// are as loud as this, and the message as a whole speaks for it, however softly.
    private static let loudInPart = 2200

    /// What each clause with the next one says by itself; nothing where they are the whole message.
    private static func parts(
        of runs: [Weights.Run], _ weights: Weights
    ) -> [[Weights.Verdict?]] {
        let clauses = Set(runs.map(\.clause)).sorted()
        guard clauses.count > 2 else { return [] }
        return zip(clauses, clauses.dropFirst()).map { one, next in
            weights.verdicts(runs.filter { $0.clause == one || $0.clause == next })
        }
    }

    /// So loud that another meaning which the lexicon lists does not matter, and that it is no
    /// guess: of examples left out one in forty is a mistake.
    private static let clearFault = 2500

    private func accuse(
        of kind: Fault.Kind, _ verdict: Weights.Verdict, _ draft: Draft, _ reading: inout Reading
    ) {
        guard !reading.has(kind) else { return }
        let spot = draft.normal.source(clause: verdict.clause)
        if verdict.sum < Self.clearFault, draft.isListedInnocent(of: kind, in: spot) { return }
        if draft.isTheirs(kind) { return }
        if kind == .privacyLeak, draft.isKnown(spot) { return }
        let source = verdict.sum < Self.clearFault ? Finding<Fault>.guess : "learned."
        reading.faults.append(
            Finding(lexicon.likely(kind), at: spot, rule: source + kind.rawValue))
    }

    /// Below this, on messages left out, are hardly any of the faults that the lexicon lists and
    /// they have, and most of those that they have not.
    private static let pardonable = -500

    /// Takes back what only looks like a fault: the message does not say it, and its clause alone
    /// not as loudly as a fault has to, so that kind words around it do not hide a rude one. Figures
    /// are no words, and who hides a word meant it. Where the message says something else that
    /// nobody has found, it stays: what is a taboo to one is an insult to the other.
    private func pardon(
        _ verdicts: [Weights.Verdict?], _ runs: [Weights.Run], _ weights: Weights, _ draft: Draft,
        _ reading: inout Reading
    ) {
        func isDoubtful(_ fault: Finding<Fault>) -> Bool {
            let kind = fault.subject.kind
            guard kind != .privacyLeak, !fault.rule.hasSuffix(".hidden"),
                let label = Label.all.firstIndex(of: .fault(kind)),
                let verdict = verdicts[label], verdict.sum < Self.pardonable
            else { return false }
            let clause = draft.normal.clause(at: fault.range)
            let alone = weights.verdicts(runs.filter { $0.clause == clause })[label]
            return (alone?.sum ?? 0) < Self.loudEnough
        }
        let rest = reading.faults.filter { !isDoubtful($0) }
        guard rest.count < reading.faults.count else { return }
        let saysOther = zip(Label.all, verdicts).contains { label, verdict in
            if case .fault(let kind) = label, kind != .curt {
                verdict?.sum ?? .min >= 0
            } else {
                false
            }
        }
        if rest.isEmpty, saysOther { return }
        reading.faults = rest
    }

    private func settle(
        _ act: Act, _ verdict: Weights.Verdict, _ draft: Draft, _ reading: inout Reading
    ) {
        let bar = act.bar(in: draft.language)
        guard verdict.sum > bar else {
            if verdict.sum < bar, reading.has(act) { takeBack(act, verdict, &reading) }
            return
        }
        guard !reading.has(act) else { return }
        let spot = draft.normal.source(clause: verdict.clause)
        let rule = "learned." + act.rawValue
        reading.acts.append(Finding(act, at: spot, rule: rule))
        // Without a time to come it binds nobody: it is told as an act, and no entry comes of it.
        if act == .promise, let due = draft.due(in: spot), due > reading.context.now,
            !draft.unbinds(spot)
        {
            reading.promises.append(
                PromiseFound(
                    range: spot, deed: draft.likelyDeed(in: spot), due: due, rule: rule))
        }
    }

    private func takeBack(_ act: Act, _ verdict: Weights.Verdict, _ reading: inout Reading) {
        if act == .promise {
            // A deed and its day that the lexicon has put together take more to be undone.
            let isDated = reading.promises.contains(where: \.isDated)
            if isDated, verdict.sum > 0 { return }
            // "尽快处理" stays what it is: kind, and bound to nothing.
            reading.promises.removeAll(where: \.isDated)
        }
        reading.acts.removeAll { $0.subject == act && !Draft.isSure($0.rule) }
    }

    /// All that is weighed: the runs of words, and in each clause what the lexicon found there.
    private static func runs(
        _ grams: Grams, _ normal: NormalText, _ reading: Reading
    ) -> [Weights.Run] {
        var runs = grams.all.map { (key: $0.key, clause: $0.clause) }
        func add(_ label: Label, at range: TextRange) {
            runs.append((Grams.key(ofLexicon: label), normal.clause(at: range)))
        }
        for finding in reading.acts { add(.act(finding.subject), at: finding.range) }
        for finding in reading.faults { add(.fault(finding.subject.kind), at: finding.range) }
        return runs
    }

    /// The runs of words that spoke for a label and against it, the heaviest first: by how much the
    /// verdict would be another without them.
    public func runs(
        behind label: Label, in text: String, _ context: Context
    ) -> [(run: String, weight: Int)] {
        let normal = NormalText(text)
        var reading = Reading(normal: normal, context: context)
        guard !normal.isEmpty, let place = Label.all.firstIndex(of: label) else { return [] }
        let (draft, values) = listed(text, &reading)
        guard let weights = lexicon.weights(for: draft.language) else { return [] }
        let grams = Grams(normal, values: values, concepts: lexicon.concepts)
        let all = Self.runs(grams, normal, reading)
        guard let whole = weights.verdicts(all)[place]?.sum else { return [] }
        var found: [(run: String, weight: Int)] = []
        for gram in grams.all where weights.knows(gram.key) {
            let run = grams.text(of: gram, in: normal)
            guard !found.contains(where: { $0.run == run }) else { continue }
            let without = weights.verdicts(all.filter { $0.key != gram.key })[place]?.sum ?? 0
            if whole != without { found.append((run, whole - without)) }
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

// How loudly the words must speak, in thousandths; found on examples left out.

extension Act {
    /// More for what costs the agent points, and for a promise, which on the development half is
    /// as often imagined as overlooked with this.
    fileprivate func bar(in language: MessageLanguage) -> Int {
        switch (self, language) {
        case (.promise, .chinese): 500
        case (.promise, _): 850
        case (.blame, _), (.pressure, _), (.upsell, _), (.warn, _): 100
        default: 0
        }
    }
}

extension NormalText {
    /// The clause where a place begins.
    fileprivate func clause(at range: TextRange) -> Int32 {
        clauseOf[min(scalars(in: range).lowerBound, count - 1)]
    }

    fileprivate func source(clause: Int32) -> TextRange {
        let first = clauseOf.firstIndex(of: clause) ?? 0
        let last = clauseOf.lastIndex(of: clause) ?? 0
        return source(first..<last + 1)
    }
}

extension Draft {
    /// Words that the lexicon lists as another meaning: what is known goes before what is likely.
    func isListedInnocent(of kind: Fault.Kind, in place: TextRange) -> Bool {
        notFaults.contains { number, range in
            lexicon.faults[number].fault.kind == kind && place.overlaps(normal.source(range))
        }
    }

    /// What stands here the customer has just written: between the two it is no secret. A clause
    /// without figures speaks of those around it.
    func isKnown(_ place: TextRange) -> Bool {
        guard let buyer = context.buyerWords else { return false }
        let here = normal.scalars(in: place)
        return isSaid(hasFigures(here) ? here : normal.scalars.indices, by: buyer)
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
        for found in values
        where place.overlaps(normal.source(found.range)) && !onlyBegins(at: found.range) {
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
