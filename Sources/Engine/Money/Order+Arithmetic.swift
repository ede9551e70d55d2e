extension Order {
    /// One line of the sum by which a price or a refund came about, as it is shown to a customer
    /// who asks why it is only 79.46.
    public struct ArithmeticStep: Hashable, Sendable {
        public let kind: Kind
        /// Which line of the order it is about; nil where it is about all of it.
        public let line: Int?
        /// What it is, in the reader's language.
        public let label: String
        /// How it is reckoned, e.g. `199.00 − 17.46 − 21.82 = 159.72`; empty where the amount
        /// says it all.
        public let reckoning: String
        public let amount: Money

        /// As one line of text: `连衣裙: 199.00 − 17.46 − 21.82 = 159.72`.
        public var text: String {
            label + ": " + (reckoning.isEmpty ? amount.plain : reckoning)
        }

        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// A line before anything is taken off.
            case gross
            /// Something taken off, apportioned over the lines.
            case cut
            /// What a line costs after all that was taken off.
            case net
            /// What the next piece of a line would bring back.
            case piece
            case postage, payable, paid
            /// What has gone back for a line, or of the postage.
            case refunded
            /// All that has gone back.
            case back
        }
    }

    /// The order's money, step by step: each line, each reduction with every line's share, what
    /// each line costs in the end and what one piece of it is worth, postage, what was paid, what
    /// went back. Every amount is exact; a reader can add them up.
    ///
    /// - Parameters:
    ///   - tongue: The reader's language.
    ///   - title: What a line is called; its variant's name where none is given.
    public func arithmetic(
        in tongue: Tongue, title: (VariantID) -> String = { $0.rawValue }
    ) -> [ArithmeticStep] {
        let names = lines.map { title($0.variant) }
        return grossSteps(names, tongue) + netSteps(names, tongue) + paidSteps(names, tongue)
    }

    private func grossSteps(_ names: [String], _ tongue: Tongue) -> [ArithmeticStep] {
        var steps: [ArithmeticStep] = []
        for (index, line) in lines.enumerated() {
            let times = "\(line.price.plain) × \(line.quantity) = \(line.gross.plain)"
            steps.append(
                ArithmeticStep(
                    kind: .gross, line: index, label: names[index],
                    reckoning: line.quantity == 1 ? "" : times, amount: line.gross))
        }
        for cut in cuts {
            let shares = cut.shares.map(\.plain).joined(separator: " + ")
            steps.append(
                ArithmeticStep(
                    kind: .cut, line: nil,
                    label: cut.kind.name[tongue] + (cut.name.isEmpty ? "" : " \(cut.name)"),
                    reckoning: "\(cut.amount.plain) = \(shares)", amount: cut.amount))
        }
        return steps
    }

    private func netSteps(_ names: [String], _ tongue: Tongue) -> [ArithmeticStep] {
        var steps: [ArithmeticStep] = []
        for index in lines.indices where !cuts.isEmpty {
            let label = Bilingual(zh: "\(names[index]) 实付", en: "\(names[index]) in the end")
            steps.append(
                ArithmeticStep(
                    kind: .net, line: index, label: label[tongue],
                    reckoning: netReckoning(of: index), amount: net(of: index)))
        }
        for (index, line) in lines.enumerated() where line.quantity > 1 && line.left > 0 {
            let next = refundable(line: index, quantity: 1)
            let label = Bilingual(zh: "\(names[index]) 退一件", en: "\(names[index]), one piece back")
            steps.append(
                ArithmeticStep(
                    kind: .piece, line: index, label: label[tongue],
                    reckoning: pieceReckoning(of: index, next), amount: next))
        }
        return steps
    }

    private func paidSteps(_ names: [String], _ tongue: Tongue) -> [ArithmeticStep] {
        var steps: [ArithmeticStep] = []
        func say(
            _ kind: ArithmeticStep.Kind, _ zh: String, _ en: String, _ amount: Money,
            line: Int? = nil, reckoning: String = ""
        ) {
            steps.append(
                ArithmeticStep(
                    kind: kind, line: line, label: Bilingual(zh: zh, en: en)[tongue],
                    reckoning: reckoning, amount: amount))
        }
        say(.postage, "运费", "postage", postage)
        say(.payable, "应付", "to pay", due, reckoning: payableReckoning)
        guard ledger.paid > .zero else { return steps }
        say(.paid, "实付", "paid", ledger.cameIn, reckoning: paidReckoning)
        for (index, line) in lines.enumerated() where line.refunded > .zero {
            say(
                .refunded, "\(names[index]) 已退 \(line.returned)/\(line.quantity) 件",
                "\(names[index]) back, \(line.returned) of \(line.quantity)", line.refunded,
                line: index)
        }
        if postageRefunded > .zero { say(.refunded, "运费已退", "postage back", postageRefunded) }
        if ledger.wentBack > .zero { say(.back, "共退", "back in all", ledger.wentBack) }
        return steps
    }

    /// `199.00 − 17.46 − 21.82 = 159.72`
    private func netReckoning(of index: Int) -> String {
        let shares = cuts.map { $0.shares[index] }.filter { $0 != .zero }
        guard !shares.isEmpty else { return "" }
        let terms = [lines[index].gross] + shares
        return terms.map(\.plain).joined(separator: " − ") + " = " + net(of: index).plain
    }

    /// `158.92 ÷ 2 = 79.46`; where it does not divide, the cumulated halves: so the last piece
    /// takes the remainder.
    private func pieceReckoning(of index: Int, _ next: Money) -> String {
        let line = lines[index]
        let net = net(of: index)
        let before = net.share(line.returned, of: line.quantity)
        let after = net.share(line.returned + 1, of: line.quantity)
        guard after - before == next else { return "" }
        if line.returned == 0 || next * line.quantity == net {
            let sign = next * line.quantity == net ? "=" : "≈"
            return "\(net.plain) ÷ \(line.quantity) \(sign) \(next.plain)"
        }
        return "\(after.plain) − \(before.plain) = \(next.plain)"
    }

    /// `159.72 + 158.92 + 47.36 + 0.00 = 366.00`
    private var payableReckoning: String {
        (lines.indices.map { net(of: $0) } + [postage]).map(\.plain).joined(separator: " + ")
            + " = " + due.plain
    }

    private var paidReckoning: String {
        let parts = payments.map(\.amount).filter { $0 > .zero }
        guard parts.count > 1, ledger.moved == .zero else { return "" }
        return parts.map(\.plain).joined(separator: " + ") + " = " + ledger.paid.plain
    }
}
