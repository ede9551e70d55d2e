import Engine
import Language

/// What was promised in one conversation and what became of it: promises entered at the desk and
/// promises that were only said.
struct PromiseLedger {
    let story: Story
    let shop: Shop

    var reports: [PromiseReport] {
        let entered = shop.promises(in: story.id).filter { !$0.isWithdrawn }
        var reports = entered.compactMap(report)
        for line in story.replies {
            for found in line.said?.reading.promises ?? [] {
                if let report = report(found, in: line, entered: entered) {
                    reports.append(report)
                }
            }
        }
        return reports.sorted { $0.madeAt < $1.madeAt }
    }

    private func report(_ promise: Promise) -> PromiseReport? {
        var lines = story.lines.filter {
            switch $0.event {
            case .promiseMade(let made): made.id == promise.id
            case .promiseKept(let id), .promiseBroken(let id), .promiseLapsed(let id):
                id == promise.id
            case _: false
            }
        }
        if let message = promise.message, let line = story.line(saying: message) {
            lines.insert(line, at: 0)
        }
        let outcome: PromiseReport.Outcome? =
            switch promise.state {
            case .open: .open
            case .kept: .kept
            case .late: .late
            case .broken: .broken
            // Taken back before its time: nobody waits for it, and it earns nothing.
            case .withdrawn: nil
            }
        guard let outcome else { return nil }
        return PromiseReport(
            promise: promise.id, text: promise.text, madeAt: promise.madeAt, due: promise.due,
            outcome: outcome, evidence: Evidence(lines))
    }

    /// Words of the agent's that promise; nil where they are already in the list or were carried
    /// out at once.
    private func report(
        _ found: PromiseFound, in line: Story.Line, entered: [Promise]
    ) -> PromiseReport? {
        guard let said = line.said else { return nil }
        let isEntered = entered.contains {
            $0.message == said.message
                || ($0.madeAt >= line.at - .minutes(3) && $0.madeAt <= line.at + .minutes(3))
        }
        if isEntered { return nil }
        let text = found.range.words(in: said.text)
        guard let due = found.due else {
            // "马上给您催" is no empty word when it is done the next minute, or was just done.
            if isDone(near: line) || said.reading.promises.contains(where: \.isDated) {
                return nil
            }
            return PromiseReport(
                promise: nil, text: text, madeAt: line.at, due: nil, outcome: .undated,
                evidence: line.evidence)
        }
        return PromiseReport(
            promise: nil, text: text, madeAt: line.at, due: due,
            outcome: outcome(of: found, after: line, due: due), evidence: line.evidence)
    }

    private func isDone(near line: Story.Line) -> Bool {
        story.deeds.contains {
            ($0.deed?.kind.isRemedy ?? false)
                && $0.at >= line.at - .minutes(3) && $0.at <= line.at + .minutes(3)
        }
    }

    private func outcome(
        of found: PromiseFound, after line: Story.Line, due: Instant
    ) -> PromiseReport.Outcome {
        let done = story.lines.first {
            $0.sequence > line.sequence && $0.fulfils(found, madeAt: line.at)
        }
        if let done { return done.at <= due ? .kept : .late }
        return shop.now > due ? .broken : .open
    }
}

extension Story.Line {
    /// Whether this is what a spoken promise of that kind was about.
    fileprivate func fulfils(_ promise: PromiseFound, madeAt: Instant) -> Bool {
        switch promise.deed {
        case .ship:
            if case .shipped = event { return true }
        case .reship:
            switch event {
            case .reshipOpened, .partShipped: return true
            case _: return false
            }
        case .pay:
            switch event {
            case .refunded, .compensated: return true
            case _: return false
            }
        case .reply, .chase, .handle:
            if deed?.kind.isRemedy ?? false { return true }
            return isReply && said?.reading.keepsWord(given: madeAt, at: at) ?? true
        case .visit: return isReply && at >= promise.from ?? at
        case .arrive:
            if case .scanned(_, _, let scan) = event { return scan.code == .signed }
        }
        return false
    }
}
