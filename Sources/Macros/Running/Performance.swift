public import Engine
import Simulation
import Yams

/// A macro carried out: what happened, what stands in the composer, and the way back.
public struct Performance: Sendable {
    public let outcome: Outcome
    /// The rehearsal that it went by, made at the moment of the run.
    public let rehearsal: Rehearsal
    /// Everything that happened, in order; what was taken back included.
    public let records: [Recorded]
    public let draft: Draft
    /// Nil where nothing was done.
    public let undo: Undo?
    /// On to the next customer.
    public let goesOn: Bool

    public enum Outcome: Sendable {
        case done
        /// Nothing was sent and nothing has changed.
        case notStarted(NotStarted)
        /// The shop refused midway, which the rehearsal had not foreseen: somebody was quicker.
        case stopped(Stopped)
    }

    public enum NotStarted: Sendable {
        /// A step would be refused.
        case refused(Rehearsal.Stop)
        /// The person has still to be asked.
        case asks([Rehearsal.Ask])
        /// It would not do what was shown; `rehearsal` has what it would do now.
        case differs
    }

    /// Where it stopped, and what became of what was done before.
    public struct Stopped: Sendable {
        public let command: Command
        public let fault: SubmitFault
        public let takenBack: [Reverse]
        /// What could not be taken back, in words.
        public let stays: [Bilingual]
    }
}

extension Macro {
    /// Carries it out as a whole: rehearses it here and now, and where everything would go through
    /// sends the commands one after the other.
    ///
    /// - Parameters:
    ///   - shown: the rehearsal that the person saw; where it would do something else by now,
    ///     nothing is done.
    ///   - submit: the one door to the shop.
    public func perform(
        on occasion: Occasion, answers: Answers = Answers(), shown: Rehearsal? = nil,
        submit: (Command) throws(SubmitFault) -> [Recorded]
    ) -> Performance {
        var rehearser = Rehearser(self, on: occasion, answers: answers)
        rehearser.rehearse()
        let rehearsal = rehearser.result
        if let why = rehearsal.whyNotNow(shown: shown) {
            return Performance(
                outcome: .notStarted(why), rehearsal: rehearsal, records: [],
                draft: occasion.draft, undo: nil, goesOn: false)
        }
        var run = Run()
        for (command, reverse) in zip(rehearsal.commands, rehearser.reverses) {
            do throws(SubmitFault) {
                let records = try submit(command)
                run.records += records
                // Its message has the number that the shop gave it.
                run.done.append((command, reverse?.filled(by: records)))
            } catch {
                let foreseen = Undoing(
                    first: run.done.count, of: rehearsal, rehearser.reverses, on: occasion)
                let stopped = run.takeBack(from: command, error, stays: foreseen.stays, submit)
                return Performance(
                    outcome: .stopped(stopped), rehearsal: rehearsal, records: run.records,
                    draft: occasion.draft, undo: nil, goesOn: false)
            }
        }
        return Performance(
            outcome: .done, rehearsal: rehearsal, records: run.records, draft: rehearsal.draft,
            undo: run.undo(as: rehearsal), goesOn: rehearsal.goesOn)
    }
}

extension Rehearsal {
    fileprivate func whyNotNow(shown: Rehearsal?) -> Performance.NotStarted? {
        if let stop { return .refused(stop) }
        if !asks.isEmpty { return .asks(asks) }
        if let shown, !isShown(by: shown) { return .differs }
        return nil
    }

    /// Does what a person was shown. Moments may have moved on with the clock.
    func isShown(by other: Rehearsal) -> Bool {
        conversation == other.conversation && sent == other.sent && draft == other.draft
            && commands.count == other.commands.count
            && zip(commands, other.commands).allSatisfy { $0.does(as: $1) }
            && changes == other.changes
            && tags == other.tags && goesOn == other.goesOn && undoes == other.undoes
    }
}

/// The commands that went through so far.
private struct Run {
    var records: [Recorded] = []
    var done: [(command: Command, reverse: Reverse?)] = []

    func undo(as rehearsal: Rehearsal) -> Undo? {
        guard !done.isEmpty else { return nil }
        let isAsRehearsed = records.map(\.event) == rehearsal.events
        // What else happened was not tried, so nobody can say that it would all be gone.
        let undoes: Undoing =
            switch rehearsal.undoes {
            case .wholly where !isAsRehearsed: .partly([MacroWords.somethingStays])
            case .wholly, .partly, .not: rehearsal.undoes
            }
        return Undo(reverses: done.compactMap(\.reverse).reversed(), undoes: undoes)
    }

    /// - Parameter stays: what cannot be taken back, as far as a copy of the shop showed.
    mutating func takeBack(
        from command: Command, _ fault: SubmitFault, stays: [Bilingual],
        _ submit: (Command) throws(SubmitFault) -> [Recorded]
    ) -> Performance.Stopped {
        var takenBack: [Reverse] = []
        var stays = stays
        for (command, reverse) in done.reversed() {
            guard let reverse else { continue }
            do throws(SubmitFault) {
                records += try submit(reverse.command)
                takenBack.append(reverse)
            } catch {
                let left = MacroWords.stays(command)
                if !stays.contains(left) { stays.append(left) }
            }
        }
        return Performance.Stopped(
            command: command, fault: fault, takenBack: takenBack, stays: stays)
    }
}

extension Command {
    /// The same to the same, moments aside: those may have moved on with the clock.
    fileprivate func does(as other: Command) -> Bool {
        self == other || (name == other.name && fieldsButMoments == other.fieldsButMoments)
    }

    /// Nil for what cannot be part of a macro: that is compared whole.
    private var fieldsButMoments: [FormTree.Field]? {
        guard let form = ActForm.named(name), let text = try? YAMLEncoder().encode(self),
            let root = try? Yams.compose(yaml: text),
            let entries = Entries(root)?[name].flatMap({ Entries($0) })
        else { return nil }
        return form.fields.compactMap { field in
            if case .moment = field.kind { return nil }
            return entries[field.name].map { .init(field.name, FormTree($0)) }
        }
    }

    /// As it stands in JSON and in a macro: `giveCoupon`.
    var name: String {
        Mirror(reflecting: self).children.first?.label ?? "\(self)"
    }
}
