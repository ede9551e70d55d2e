import Engine

extension Draft {
    /// The faults that remain after innocent uses, negations, questions and quotations are out.
    func faults() -> [Finding<Fault>] {
        var result: [Finding<Fault>] = []
        let order = faultMarks.sorted {
            ($0.mark.range.lowerBound, -$0.mark.range.count)
                < ($1.mark.range.lowerBound, -$1.mark.range.count)
        }
        for (number, mark) in order {
            let rule = lexicon.faults[number]
            let place = normal.source(mark.range)
            if isInnocent(number, rule, mark.range) { continue }
            if result.contains(where: {
                $0.subject.kind == rule.fault.kind && $0.range.overlaps(place)
            }) {
                continue
            }
            result.append(Finding(rule.fault, at: place, rule: mark.rule))
        }
        if context.isPublic { result += told(in: result) }
        return result
    }

    /// Where others read along: a customer's order, parcel or telephone, even read back to them.
    private func told(in found: [Finding<Fault>]) -> [Finding<Fault>] {
        values.compactMap { value in
            switch value.value {
            case .orderNumber(let number):
                // A hotline or a hundred thousand orders sold is nobody's order.
                if isHotline(number) || isCount(endingAt: value.range.upperBound) { return nil }
            case .trackingNumber, .phone(_, isMasked: false): break
            case .phone, .amount, .percent, .discount, .time, .duration, .size, .quantity, .place,
                .carrier, .number:
                return nil
            }
            let place = normal.source(value.range)
            guard !found.contains(where: { $0.range.overlaps(place) }) else { return nil }
            return Finding(Fault.toldInPublic, at: place, rule: "public." + value.rule)
        }
    }

    /// 400-820-8820: a number of the shop's own, for everybody.
    private func isHotline(_ number: String) -> Bool {
        let digits = number.filter(\.isNumber)
        return digits.count == 10 && (digits.hasPrefix("400") || digits.hasPrefix("800"))
    }

    /// 100000单, 100000 orders.
    private func isCount(endingAt end: Int) -> Bool {
        let next = normal.scalars[end...].drop { $0 == 0x20 }.prefix(6)
        return Self.counters.contains { next.starts(with: $0) }
    }

    private static let counters: [[UInt32]] = ["单", "件", "个", "orders", "pieces", "items"].map {
        $0.unicodeScalars.map(\.value)
    }

    private func isInnocent(_ number: Int, _ rule: Lexicon.FaultRule, _ range: Range<Int>) -> Bool {
        if notFaults.contains(where: { $0.fault == number && $0.range.overlaps(range) }) {
            return true
        }
        if excuses.contains(where: {
            $0.fault == number && normal.sameSentence($0.range.lowerBound, range.lowerBound)
        }) {
            return true
        }
        if rule.heedsNegation, isNegated(range) { return true }
        if rule.fault.kind.isLedInto, rule.heedsNegation, isWarnedOf(range) { return true }
        if rule.heedsQuestion, isQuestion(at: range.lowerBound) { return true }
        if rule.fault.kind == .curt, !isWholeMessage(range) { return true }
        if rule.heedsBuyer, isTheirReason(number) { return true }
        // Read back as the buyer has written it, it is no secret between the two; nor is the shop's
        // own address.
        if rule.fault.kind == .privacyLeak {
            if let buyer = context.buyerWords, isSaid(range, by: buyer) { return true }
            if lexicon.isPublished(address(around: range)) { return true }
        }
        return isQuoted(range)
    }

    /// What was found of an address with the whole number or word at each end and, in Chinese, the
    /// name before it: 莲花路88 is not where 良睦路88 is.
    private func address(around range: Range<Int>) -> ArraySlice<UInt32> {
        let scalars = normal.scalars
        var (from, to) = (range.lowerBound, range.upperBound)
        while to < scalars.count, Scalars.isAlphanumeric(scalars[to]),
            Scalars.isAlphanumeric(scalars[to - 1])
        {
            to += 1
        }
        while from > 0, Scalars.isAlphanumeric(scalars[from - 1]),
            Scalars.isAlphanumeric(scalars[from])
        {
            from -= 1
        }
        var named = 0
        while named < 2, from > 0, Scalars.isHan(scalars[from - 1]), Scalars.isHan(scalars[from]) {
            from -= 1
            named += 1
        }
        return scalars[from..<to]
    }

    /// "加微信的都是骗子", "with a private transfer you'd have no protection".
    private func isWarnedOf(_ range: Range<Int>) -> Bool {
        warnings.contains { normal.sameSentence($0.lowerBound, range.lowerBound) }
    }

    /// The buyer has said it themselves: the reason named is the true one.
    private func isTheirReason(_ number: Int) -> Bool {
        guard let buyer = context.buyerWords else { return false }
        let words = Draft(
            lexicon: lexicon, normal: NormalText(buyer),
            context: Context(now: context.now, offset: context.offset, speaker: .buyer), values: [])
        return words.reasons.contains(number)
    }

    /// The buyer has said it themselves, in whatever words it stands here.
    func isTheirs(_ kind: Fault.Kind) -> Bool {
        lexicon.faults.indices.contains {
            let rule = lexicon.faults[$0]
            return rule.fault.kind == kind && rule.heedsBuyer && isTheirReason($0)
        }
    }

    /// Every run of digits in the words stands in the buyer's message too, in whatever numerals, and
    /// so does every mail address.
    func isSaid(_ range: Range<Int>, by buyer: String) -> Bool {
        let (own, theirs) = (normal.scalars[range], NormalText(buyer).scalars[...])
        let (numbers, mail) = (Self.digits(in: own), Self.mail(in: own))
        guard !numbers.isEmpty || !mail.isEmpty else { return false }
        // A rule may have found the first figures of a long number only, and a place may end at a
        // dot within an address.
        let (knownNumbers, knownMail) = (Self.digits(in: theirs), Self.mail(in: theirs))
        return numbers.allSatisfy { run in
            knownNumbers.contains { run.count < 7 ? $0 == run : $0.contains(run) }
        } && mail.allSatisfy { address in knownMail.contains { $0.starts(with: address) } }
    }

    /// Digits or a mail address stand in the words.
    func hasFigures(_ range: Range<Int>) -> Bool {
        let words = normal.scalars[range]
        return !Self.digits(in: words).isEmpty || !Self.mail(in: words).isEmpty
    }

    /// The mail addresses, without the stop that ends a sentence: "发到bill@yuanchuan.example吗".
    private static func mail(in scalars: ArraySlice<UInt32>) -> [ArraySlice<UInt32>] {
        scalars.split { !isInMail($0) }.filter { $0.contains(0x40) }.map { word in
            let end = word.lastIndex { $0 != 0x2E } ?? word.startIndex
            return word[...end]
        }
    }

    private static func isInMail(_ scalar: UInt32) -> Bool {
        Scalars.isAlphanumeric(scalar) || [0x40, 0x2E, 0x2D, 0x5F, 0x2B].contains(scalar)
    }

    /// The runs of digits; 一三八零… is one too, a single 一 is a word.
    private static func digits(in scalars: ArraySlice<UInt32>) -> [[UInt32]] {
        scalars.split { !Scalars.isDigit($0) && Numerals.spokenDigit($0) == nil }
            .filter { $0.count > 4 || $0.contains(where: Scalars.isDigit) }
            .map { run in run.map { Numerals.spokenDigit($0) ?? $0 } }
    }

    private func isWholeMessage(_ range: Range<Int>) -> Bool {
        normal.scalars.indices.allSatisfy {
            range.contains($0) || Scalars.isPause(normal.scalars[$0])
        }
    }

    /// The words are the buyer's, repeated: in quotation marks, or after "您说" and really said.
    private func isQuoted(_ range: Range<Int>) -> Bool {
        let quote: UInt32 = 0x22
        let sentence = sentences[sentence(of: range.lowerBound)]
        // The words of a rule may reach past a stop: "No. 1 in Asia".
        let end = sentences[self.sentence(of: range.upperBound - 1)].upperBound
        let before = normal.scalars[sentence.lowerBound..<range.lowerBound].count { $0 == quote }
        let isInMarks =
            before % 2 == 1 && normal.scalars[range.upperBound..<end].contains(quote)
        let isAfterSaying = quotings.contains {
            $0.upperBound <= range.lowerBound && range.lowerBound - $0.upperBound <= 12
                && normal.sameSentence($0.lowerBound, range.lowerBound)
        }
        guard isInMarks || isAfterSaying else { return false }
        guard let buyer = context.lastBuyerMessage else { return isInMarks && isAfterSaying }
        return NormalText(buyer).scalars.contains(Array(normal.scalars[range]))
    }
}

extension Fault.Kind {
    /// A way that somebody is led: to warn of it is the opposite. To call a rival a fraud is not.
    fileprivate var isLedInto: Bool {
        switch self {
        case .offPlatform, .platformRule, .paidReview, .falseReason: true
        case .taboo, .superlative, .overPromise, .privacyLeak, .insult, .medicalClaim, .disparage,
            .curt:
            false
        }
    }
}
