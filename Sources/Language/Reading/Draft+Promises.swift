import Engine

extension Draft {
    private typealias DeedMark = (deed: PromiseFound.Deed, needsMarker: Bool, mark: Mark)

    /// The undertakings of the message.
    ///
    /// Promised is a deed (发货, 回复您, refund) that the speaker binds himself to: by a small word
    /// (会, will), by a time, or by "尽快", which binds to nothing and is kept without a date.
    /// "马上帮您查" promises no deed: it asks to wait. "预计" and "一般" make an estimate of it,
    /// "已经" a report, "如果…" a plan.
    func promises() -> [PromiseFound] {
        var result: [PromiseFound] = []
        for (index, sentence) in sentences.enumerated() {
            let here = longest(deeds.filter { sentence.contains($0.mark.range.lowerBound) })
            guard !here.isEmpty else { continue }
            // "半小时内答复您，还有别的需要吗？": what is asked is the last clause.
            let asked =
                questions[index] && !has(.consent, in: sentence)
                ? normal.clauseOf[sentence.upperBound - 1] : nil
            let said = here.filter { normal.clauseOf[$0.mark.range.lowerBound] != asked }
            var found = said.prefix(6).compactMap { promise($0, among: here, in: sentence) }
            if found.contains(where: \.isDated) { found.removeAll { !$0.isDated } }
            result += found
        }
        return result
    }

    private func longest(_ marks: [DeedMark]) -> [DeedMark] {
        // Of two rules for the same words the one that asks for less comes first.
        let order = marks.sorted {
            ($0.mark.range.lowerBound, -$0.mark.range.count, $0.needsMarker ? 1 : 0)
                < ($1.mark.range.lowerBound, -$1.mark.range.count, $1.needsMarker ? 1 : 0)
        }
        var end = 0
        var kept: [DeedMark] = []
        for mark in order where mark.mark.range.lowerBound >= end {
            kept.append(mark)
            end = mark.mark.range.upperBound
        }
        return kept
    }

    private func promise(
        _ deed: DeedMark, among all: [DeedMark], in sentence: Range<Int>
    ) -> PromiseFound? {
        let range = deed.mark.range
        let marker = word(.markers, near: range)
        if isNegated(range) || isDone(range, marker: marker) || isNoun(range)
            || has(.buyers, before: range)
        {
            return nil
        }
        let towards = word(.towards, near: range)
        let isHedged = has(.hedges, inClauseOf: range)
        let time = time(for: range, among: all, in: sentence)
        var place = range
        if let time {
            if deed.needsMarker, marker == nil, towards == nil { return nil }
            switch deed.deed {
            case .ship, .reship, .pay, .arrive: if isHedged { return nil }
            case .reply, .visit, .chase, .handle: break
            }
            place = join(place, time.range)
        } else {
            let vague = promiseWords.first {
                $0.word == .vague && sentence.contains($0.range.lowerBound)
            }
            if isHedged || has(.conditions, in: sentence) || isQuestion(at: range.lowerBound) {
                return nil
            }
            guard vague != nil || marker != nil else { return nil }
            if let vague { place = join(place, vague.range) }
        }
        // A small word of an earlier clause ("给您添麻烦了，…5分钟内答复您") binds as well, but is no
        // part of what was undertaken.
        let clauses = Set([range, time?.range ?? range].map { normal.clauseOf[$0.lowerBound] })
        for word in [marker, towards] {
            guard let word, clauses.contains(normal.clauseOf[word.lowerBound]) else { continue }
            place = join(place, word)
        }
        // What lies behind is told, not promised.
        if let due = time?.due, due <= context.now { return nil }
        let isOpen = time.map { onlyBegins(at: $0.range) } ?? false
        return PromiseFound(
            range: normal.source(whole(place)), deed: deed.deed, due: isOpen ? nil : time?.due,
            from: isOpen ? nil : time?.from, rule: deed.mark.rule)
    }

    /// "晚上7点以后送", "deliver after 7 pm": from then on, and by no time at all. "两小时后" is one.
    func onlyBegins(at time: Range<Int>) -> Bool {
        let isTime = values.contains {
            if case .time = $0.value { $0.range == time } else { false }
        }
        guard isTime else { return false }
        func reads(_ words: String, in place: ArraySlice<UInt32>) -> Bool {
            place.elementsEqual(words.unicodeScalars.map(\.value))
        }
        let after = normal.scalars[time.upperBound...]
        let before = normal.scalars[..<time.lowerBound]
        return ["以后", "之后"].contains { reads($0, in: after.prefix($0.unicodeScalars.count)) }
            || ["after ", "not before ", "no earlier than "].contains {
                reads($0, in: before.suffix($0.unicodeScalars.count))
            }
    }

    /// With the last few characters of the clause, so that what is shown does not break off in the
    /// middle of a word: 今天内安排发出, not 今天内安排发.
    private func whole(_ place: Range<Int>) -> Range<Int> {
        var end = place.upperBound
        while end < normal.count, end - place.upperBound < 4, Scalars.isHan(normal.scalars[end]) {
            end += 1
        }
        let isBroken = end < normal.count && Scalars.isHan(normal.scalars[end])
        return place.lowerBound..<(isBroken ? place.upperBound : end)
    }

    /// "答复您发货时间" promises an answer, not that anything is shipped.
    private func isNoun(_ range: Range<Int>) -> Bool {
        let after = normal.scalars[range.upperBound...].prefix(2)
        return Self.nounsOfDeeds.contains { $0.elementsEqual(after) }
    }

    private static let nounsOfDeeds: [[UInt32]] = [
        "时间", "日期", "进度", "情况", "单号", "信息", "消息", "结果", "方式",
    ].map { $0.unicodeScalars.map(\.value) }

    private func join(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
        min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
    }

    // MARK: The small words around a deed

    private func has(_ word: Lexicon.PromiseWord, in sentence: Range<Int>) -> Bool {
        promiseWords.contains { $0.word == word && sentence.contains($0.range.lowerBound) }
    }

    private func has(_ word: Lexicon.PromiseWord, inClauseOf range: Range<Int>) -> Bool {
        let clause = normal.clauseOf[range.lowerBound]
        return promiseWords.contains {
            $0.word == word && normal.clauseOf[$0.range.lowerBound] == clause
        }
    }

    private func has(_ word: Lexicon.PromiseWord, before range: Range<Int>) -> Bool {
        let clause = normal.clauseOf[range.lowerBound]
        return promiseWords.contains {
            $0.word == word && $0.range.lowerBound <= range.lowerBound
                && normal.clauseOf[$0.range.lowerBound] == clause
        }
    }

    /// "已经催了", "我去催仓库了": done, not promised, unless a binding word stands in between, as
    /// in "I've asked them and I'll tell you".
    private func isDone(_ range: Range<Int>, marker: Range<Int>?) -> Bool {
        let clause = normal.clauseOf[range.lowerBound]
        let done = promiseWords.filter {
            $0.word == .done && $0.range.lowerBound <= range.lowerBound
                && normal.clauseOf[$0.range.lowerBound] == clause
        }
        if let last = done.map(\.range.lowerBound).max(), last >= marker?.lowerBound ?? 0 {
            return true
        }
        let after = normal.scalars[range.upperBound...].prefix(4)
        guard let finished = after.firstIndex(of: 0x4E86) else { return false }
        return marker == nil && normal.isClauseEnd(finished + 1)
            && normal.clauseOf[finished] == clause
    }

    /// The nearest such word before the deed or within it, in its sentence. What is denied binds
    /// nobody: "没法保证周五一定到，只能帮您催".
    private func word(_ word: Lexicon.PromiseWord, near range: Range<Int>) -> Range<Int>? {
        let reach = Scalars.isHan(normal.scalars[range.lowerBound]) ? 24 : 60
        return
            promiseWords
            .filter {
                $0.word == word && $0.range.lowerBound <= range.lowerBound
                    && range.lowerBound - $0.range.lowerBound <= reach
                    && normal.sameSentence($0.range.lowerBound, range.lowerBound)
                    && (word != .markers || !isNegated($0.range))
            }
            .max { $0.range.lowerBound < $1.range.lowerBound }?
            .range
    }

    // MARK: When it is due

    /// The time of the deed's own clause; else of a neighbouring clause that has no deed itself.
    /// Of "this afternoon … by 15:00" the hour binds.
    private func time(
        for deed: Range<Int>, among all: [DeedMark], in sentence: Range<Int>
    ) -> (range: Range<Int>, due: Instant, from: Instant?)? {
        let clause = normal.clauseOf[deed.lowerBound]
        var found: [(value: ValueReader.Found, due: Instant, distance: Int)] = []
        for value in values where sentence.contains(value.range.lowerBound) {
            guard let due = due(value) else { continue }
            let own = normal.clauseOf[value.range.lowerBound]
            if own != clause {
                let isTaken = all.contains {
                    normal.clauseOf[$0.mark.range.lowerBound] == own
                }
                // "4月7日前用掉就行，我现在就给您发": the day is the customer's.
                if isTaken || has(.conditions, inClauseOf: value.range)
                    || has(.enough, inClauseOf: value.range)
                {
                    continue
                }
            }
            if isConditional(value.range, before: deed) { continue }
            // "已经4天" looks back.
            if has(.done, before: value.range), own != clause { continue }
            let gap =
                value.range.upperBound <= deed.lowerBound
                ? deed.lowerBound - value.range.upperBound
                : value.range.lowerBound - deed.upperBound
            let distance = gap + (own == clause ? 0 : 1000)
            found.append((value, due, distance))
        }
        guard let nearest = found.min(by: { $0.distance < $1.distance }) else { return nil }
        guard case .time(let window) = nearest.value.value else {
            return (nearest.value.range, nearest.due, nil)
        }
        let clauseOfIt = normal.clauseOf[nearest.value.range.lowerBound]
        let exact =
            found.filter {
                $0.due > window.start && $0.due < window.end
                    && normal.clauseOf[$0.value.range.lowerBound] == clauseOfIt
            }
            .min { $0.distance < $1.distance }
        let from = window.isDeadline ? nil : window.start
        return ((exact ?? nearest).value.range, (exact ?? nearest).due, from)
    }

    /// "明天还没更新的话我给您补发": the time belongs to the condition.
    private func isConditional(_ value: Range<Int>, before deed: Range<Int>) -> Bool {
        let clause = normal.clauseOf[value.lowerBound]
        return promiseWords.contains { word, range in
            word == .conditions && normal.clauseOf[range.lowerBound] == clause
                && (range.lowerBound < value.lowerBound
                    ? normal.clauseOf[deed.lowerBound] != clause
                        || range.upperBound <= value.lowerBound
                    : range.lowerBound < deed.lowerBound)
        }
    }

    private func due(_ found: ValueReader.Found) -> Instant? {
        switch found.value {
        case .time(let window): return window.end > context.now ? window.end : nil
        case .duration(let spans):
            guard isAhead(found.range) else { return nil }
            return context.now + spans.upperBound
        case .amount, .percent, .discount, .orderNumber, .trackingNumber, .phone, .size, .quantity,
            .place, .carrier, .number:
            return nil
        }
    }

    private static let within = ["内", "之内", "以内"].map { $0.unicodeScalars.map(\.value) }
    private static let lookingBack = ["才", "才用", "才买", "才穿", "用了", "买了", "穿了"]
        .map { $0.unicodeScalars.map(\.value) }

    /// A length of time counts from now when it says so: 内, 后, within, in.
    private func isAhead(_ range: Range<Int>) -> Bool {
        let after = Array(normal.scalars[range.upperBound...].prefix(3))
        let marks: [[UInt32]] = [
            "后", "之后", "以后", "左右", " or", " at", "给", "就", "时", "回", "补", "退", "发",
        ].map { $0.unicodeScalars.map(\.value) }
        if Self.within.contains(where: { after.starts(with: $0) }) { return true }
        // 才用两天就坏了: how long it has been.
        if Self.lookingBack.contains(where: {
            normal.scalars[..<range.lowerBound].suffix($0.count).elementsEqual($0)
        }) {
            return false
        }
        if marks.contains(where: { after.starts(with: $0) }) { return true }
        let before = String(
            String.UnicodeScalarView(
                normal.scalars[max(0, range.lowerBound - 12)..<range.lowerBound]
                    .compactMap(Unicode.Scalar.init)))
        return ["within ", " in ", "under ", "next ", "最迟", "最晚", "最多", "大约", "大概", "约", "需要"]
            .contains { before.hasSuffix($0) } || before == "in " || before.hasSuffix("give me ")
    }
}
