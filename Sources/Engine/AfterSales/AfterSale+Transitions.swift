extension AfterSale {
    /// One arrow in the trade's picture of a case: from which state, by whose word, to which.
    ///
    ///     waitSeller ── agreeReturn (seller) ──▶ waitReturn
    public struct Transition: Hashable, Sendable {
        /// Nil where the word opens the case.
        public let from: State.Name?
        public let word: Word
        public let party: Party
        public let to: State.Name
    }

    /// Who can move a case.
    public enum Party: String, Hashable, Sendable, CaseIterable {
        case buyer, seller, warehouse, platform
        /// Nobody said anything until the time was over.
        case timer
    }

    /// What moves a case: the commands by their names, and silence.
    public enum Word: String, Hashable, Sendable, CaseIterable {
        case apply, requestRefund, protectPrice, reship, compensate
        case editApplication, withdraw
        case agreeRefund, agreeReturn, agreeToSend, refuse, negotiate, answerOffer
        case sendBack, acceptReturn, rejectReturn, shipPart, confirmReplacement
        case callPlatform, giveEvidence, dropDispute, judge
        case silence
    }

    /// All arrows. `Shop.decide` takes from here in which states a word may be said, the tests
    /// hold every case to it, and the guide draws it.
    public static let transitions: [Transition] =
        arrows([nil], .apply, .buyer, [.waitSeller])
        + arrows([nil], .apply, .seller, [.waitSeller])
        + arrows([nil], .requestRefund, .buyer, [.waitSeller])
        // The shop moves first: the case is opened and answered in one breath.
        + arrows([nil], .reship, .seller, [.waitConsign])
        + arrows([nil], .compensate, .seller, [.done])
        + arrows([nil], .protectPrice, .seller, [.waitSeller])
        + arrows([.waitSeller], .protectPrice, .seller, [.done])
        // A1: the shop answers.
        + arrows([.waitSeller], .agreeRefund, .seller, [.done])
        + arrows([.waitSeller], .agreeReturn, .seller, [.waitReturn])
        + arrows([.waitSeller], .agreeToSend, .seller, [.waitConsign])
        + arrows([.waitSeller], .negotiate, .seller, [.waitBuyerReply])
        + arrows([.waitSeller], .refuse, .seller, [.refused])
        + arrows([.waitSeller], .silence, .timer, [.done, .waitReturn, .waitConsign, .closed])
        // A1n: the buyer answers an offer.
        + arrows(
            [.waitBuyerReply], .answerOffer, .buyer,
            [.done, .waitReturn, .waitConsign, .waitSeller])
        + arrows([.waitBuyerReply], .silence, .timer, [.closed])
        // A2: refused.
        + arrows([.waitSeller, .refused], .editApplication, .buyer, [.waitSeller])
        + arrows([.refused, .returnDisputed], .callPlatform, .buyer, [.atPlatform])
        + arrows([.refused, .returnDisputed], .silence, .timer, [.closed])
        // A3 to A5: the goods come back.
        + arrows([.waitReturn], .sendBack, .buyer, [.waitCheck])
        + arrows([.waitReturn], .silence, .timer, [.closed])
        + arrows([.waitCheck], .acceptReturn, .seller, [.done, .waitConsign])
        + arrows([.waitCheck], .rejectReturn, .seller, [.returnDisputed])
        + arrows([.waitCheck], .silence, .timer, [.done, .waitConsign])
        // Something is sent.
        + arrows([.waitConsign], .shipPart, .warehouse, [.done, .waitBuyerConfirm])
        + arrows([.waitConsign], .silence, .timer, [.done])
        + arrows([.waitBuyerConfirm], .confirmReplacement, .buyer, [.done])
        + arrows([.waitBuyerConfirm], .silence, .timer, [.done])
        // A8: the buyer takes it back.
        + arrows(
            [.waitSeller, .waitBuyerReply, .refused, .waitReturn, .waitCheck, .returnDisputed],
            .withdraw, .buyer, [.withdrawn])
        // D: the platform.
        + arrows([.atPlatform], .dropDispute, .buyer, [.refused, .returnDisputed])
        + arrows([.atPlatform], .judge, .platform, [.done, .waitReturn, .closed])
        + arrows([.atPlatform], .silence, .timer, [.done, .waitReturn, .closed])
        + [Party.buyer, .seller].flatMap { party in
            evidenceStates.map {
                Transition(from: $0, word: .giveEvidence, party: party, to: $0)
            }
        }

    /// Proof may be brought as long as there is something to prove.
    private static let evidenceStates: [State.Name] = [
        .waitSeller, .waitBuyerReply, .refused, .waitReturn, .waitCheck, .returnDisputed,
        .atPlatform,
    ]

    private static func arrows(
        _ from: [State.Name?], _ word: Word, _ party: Party, _ to: [State.Name]
    ) -> [Transition] {
        from.flatMap { start in
            to.map { Transition(from: start, word: word, party: party, to: $0) }
        }
    }

    /// In which states a word may be said, in the order of the states.
    public static func states(for word: Word) -> [State.Name] {
        State.Name.allCases.filter { name in
            transitions.contains { $0.word == word && $0.from == name }
        }
    }
}

extension Shop {
    var nextAfterSale: AfterSaleID { fresh("r", in: afterSales) }

    func openAfterSale(_ id: AfterSaleID) throws(Refusal) -> AfterSale {
        guard let item = afterSales[id] else { throw .noSuchAfterSale(id) }
        guard item.isOpen else { throw .afterSaleNotOpen(id) }
        return item
    }

    /// The case, if this word may be said to it now; where `kinds` are given, only to those.
    func openCase(
        _ id: AfterSaleID, for word: AfterSale.Word, _ kinds: [AfterSale.Kind]? = nil
    ) throws(Refusal) -> AfterSale {
        let item = try openAfterSale(id)
        if let kinds, !kinds.contains(item.kind) { throw .wrongKind(item.kind) }
        let needs = AfterSale.states(for: word)
        guard needs.contains(item.state.name) else {
            throw .caseIs(item.state.name, needs: needs)
        }
        return item
    }

    func moved(_ item: AfterSale, _ step: AfterSale.Step) -> Event {
        .afterSaleMoved(afterSale: item.id, order: item.order, step: step)
    }
}
