import Engine
import Language
import Replies

/// Goes through a macro's steps on a copy of the shop and writes down what comes of each.
struct Rehearser {
    let macro: Macro
    let occasion: Occasion
    let answers: Answers
    /// Somebody goes on from the shop as the steps left it.
    private let isShopKept: Bool
    private var copy: ShopCopy
    private(set) var result: Rehearsal
    /// What takes each command back, in the order of the commands; nil for what nothing does.
    private(set) var reverses: [Reverse?] = []
    private var composed = ""
    private var caret: Int?
    /// A mark within a sentence that was inserted, such as 还差__元: nothing stands there yet.
    private var blank: String?
    private var values: [String: ParameterValue] = [:]
    /// Names that the person is still asked for.
    private var awaited: Set<String> = []
    /// The number of the next step.
    private var number = 0

    init(_ macro: Macro, on occasion: Occasion, answers: Answers, keepingShop: Bool = false) {
        isShopKept = keepingShop
        self.macro = macro
        self.occasion = occasion
        self.answers = answers
        copy = ShopCopy(occasion)
        result = Rehearsal(conversation: occasion.conversation, draft: occasion.draft)
    }

    /// As it stands after the steps so far; at the end only for whoever keeps it.
    var shop: Shop { copy.shop }

    mutating func rehearse() {
        guard let view = InView(occasion, in: shop) else {
            return stop(nil, .refused(.noSuchConversation(occasion.conversation)))
        }
        guard takeParameters(view) else { return }
        if !macro.stages.isEmpty, !macro.stages.contains(view.talk.stage) {
            return stop(nil, .notHere)
        }
        if let when = macro.when, !holds(when, view) { return stop(nil, .notHere) }
        _ = run(macro.steps, depth: 0)
        finish()
    }

    // MARK: Parameters

    /// Answers first, then what stands in the file; false where an answer cannot be read.
    private mutating func takeParameters(_ view: InView) -> Bool {
        let later = macro.askedLater
        for parameter in macro.parameters {
            guard take(parameter, view) else { return false }
            // One whose default has no value here is asked for as if it had none.
            let isOpen = parameter.isAsked || isUnfilled(parameter)
            if isOpen, !later.contains(parameter.name) { ask(for: parameter, view) }
        }
        return true
    }

    private func isUnfilled(_ parameter: Parameter) -> Bool {
        parameter.standard != nil && values[parameter.name] == nil
    }

    private mutating func take(_ parameter: Parameter, _ view: InView) -> Bool {
        if let answer = answers.values[parameter.name] {
            guard let value = view.value(of: parameter, from: answer) else {
                stop(nil, .unreadable(parameter: label(of: parameter.name), value: answer))
                return false
            }
            values[parameter.name] = value
        } else if let standard = parameter.standard {
            values[parameter.name] = value(of: parameter, from: standard[occasion.tongue], view)
        }
        return true
    }

    private func value(
        of parameter: Parameter, from text: String, _ view: InView
    ) -> ParameterValue? {
        if let hole = TextHoles.whole(text), let worth = view.exact(hole) {
            switch (parameter.kind, worth) {
            case (.money, .money), (.moment, .moment): return view.value(of: worth)
            case _: break
            }
        }
        let filled = fill(text, view)
        return filled.missing.isEmpty ? view.value(of: parameter, from: filled.text) : nil
    }

    private mutating func ask(for parameter: Parameter, _ view: InView) {
        guard answers.values[parameter.name] == nil, awaited.insert(parameter.name).inserted else {
            return
        }
        result.asks.append(
            Rehearsal.Ask(
                kind: .parameter(
                    parameter.name, parameter.kind, options: view.options(for: parameter)),
                label: parameter.label, standard: values[parameter.name]?.shown))
    }

    private func fill(_ text: String, _ view: InView) -> Filled {
        TextHoles.fill(text) { values[$0]?.shown ?? view.shown($0) }
    }

    private func holds(_ situation: Situation, _ view: InView) -> Bool {
        view.holds(situation, draft: occasion.draft.text) { values[$0] }
    }

    // MARK: Steps

    /// False: nothing after it is to be tried.
    private mutating func run(_ steps: [Step], depth: Int) -> Bool {
        for step in steps {
            let own = number
            number += 1
            if case .branch(let when, let then, let otherwise) = step {
                let isSo = InView(occasion, in: shop).map { holds(when, $0) } ?? false
                note(own, depth, step, nil, .branched(isSo))
                if !isSo { number += then.stepCount }
                guard run(isSo ? then : otherwise, depth: depth + 1) else { return false }
                number = own + step.count
                continue
            }
            let said = said(step)
            let outcome = outcome(of: step, own)
            note(own, depth, step, said, outcome)
            switch outcome {
            case .refused(let reason):
                stop(own, reason)
                return false
            case .goesOn: return false
            case .inserted, .filled, .answered, .acted, .sent, .branched, .waits: break
            }
        }
        return true
    }

    /// What an act says with its values in it.
    private func said(_ step: Step) -> String? {
        guard case .act(let act) = step, let view = InView(occasion, in: shop) else { return nil }
        return fill(act.words[occasion.tongue], view).text
    }

    /// What a step comes to, or the command that it has to try.
    private enum Prepared {
        case outcome(Rehearsal.Outcome)
        case act(Command)
        case send(Command, text: String)
    }

    private mutating func outcome(of step: Step, _ own: Int) -> Rehearsal.Outcome {
        // The view holds the shop: it has to be gone before the shop changes, or every table that
        // does is copied once more.
        switch prepared(step, own) {
        case .outcome(let outcome): outcome
        case .act(let command): decide(command) { .acted(command, $0) }
        case .send(let command, let text): decide(command) { .sent(text, $0) }
        }
    }

    private mutating func prepared(_ step: Step, _ own: Int) -> Prepared {
        guard let view = InView(occasion, in: shop) else {
            return .outcome(.refused(.refused(.noSuchConversation(occasion.conversation))))
        }
        switch step {
        case .act(let act):
            var filler = ActFiller(view) { [values] name in values[name] }
            do throws(Rehearsal.Reason) { return .act(try filler.command(act)) } catch {
                if case .missing(let names) = error { return .outcome(lacking(names)) }
                return .outcome(.refused(error))
            }
        case .send: return send(view)
        case .insert, .fill, .choose, .ask, .confirm, .next, .branch:
            return .outcome(outcome(of: step, own, view))
        }
    }

    /// Of the steps that change nothing in the shop.
    private mutating func outcome(
        of step: Step, _ own: Int, _ view: InView
    ) -> Rehearsal.Outcome {
        switch step {
        case .insert(let text): return insert(text[occasion.tongue], view)
        case .fill(let name, let text):
            guard let parameter = macro.parameter(name) else {
                return .refused(.missing([label(of: name)]))
            }
            let filled = fill(text[occasion.tongue], view)
            guard filled.missing.isEmpty else { return lacking(filled.missing) }
            guard let value = value(of: parameter, from: text[occasion.tongue], view) else {
                return .refused(.unreadable(parameter: name, value: filled.text))
            }
            values[name] = value
            return .filled(name, with: value.shown)
        case .choose(let choice): return choose(choice, view)
        case .ask(let name):
            guard let parameter = macro.parameter(name) else {
                return .refused(.missing([label(of: name)]))
            }
            ask(for: parameter, view)
            return .answered(values[name]?.shown ?? "")
        case .confirm(let question):
            let filled = fill(question[occasion.tongue], view).text
            if !answers.confirmed.contains(own) {
                result.asks.append(
                    Rehearsal.Ask(
                        kind: .confirm(step: own),
                        label: Bilingual(
                            zh: fill(question.zh, view).text, en: fill(question.en, view).text),
                        standard: nil))
            }
            return .answered(filled)
        case .next:
            result.goesOn = true
            return .goesOn
        case .act, .send, .branch:
            preconditionFailure("\(step) is tried, not only prepared")
        }
    }

    /// What a person knows a parameter by.
    private func label(of name: String) -> String {
        macro.parameter(name)?.label[occasion.tongue] ?? name
    }

    /// What the person is still to give is waited for; what nobody can give stops the run.
    private func lacking(_ names: [String]) -> Rehearsal.Outcome {
        names.allSatisfy(awaited.contains)
            ? .waits(for: names.map(label(of:))) : .refused(.missing(names.map(label(of:))))
    }

    private mutating func insert(_ text: String, _ view: InView) -> Rehearsal.Outcome {
        let filled = fill(text, view)
        if let place = filled.caret {
            caret = composed.count + place
            let mark = filled.text.index(filled.text.startIndex, offsetBy: place)
            let before = composed + filled.text[..<mark]
            if let open = Blank(before: before, behind: filled.text[mark...]) { blank = open.words }
        }
        composed += filled.text
        return .inserted(filled.text)
    }

    private mutating func choose(_ choice: Choice, _ view: InView) -> Rehearsal.Outcome {
        let options = choice.options.filter { $0.when.map { holds($0, view) } ?? true }
        guard let first = options.first else { return .refused(.missing([label(of: choice.name)])) }
        var taken = first
        if let answer = answers.values[choice.name] {
            let named = options.first {
                [$0.label.zh, $0.label.en, $0.value.zh, $0.value.en].contains(answer)
            }
            let place = Int(answer).flatMap {
                options.indices.contains($0 - 1) ? options[$0 - 1] : nil
            }
            guard let found = named ?? place else {
                return .refused(.unreadable(parameter: choice.name, value: answer))
            }
            taken = found
        } else if options.count > 1, awaited.insert(choice.name).inserted {
            result.asks.append(
                Rehearsal.Ask(
                    kind: .parameter(choice.name, .choice, options: options),
                    label: choice.question, standard: first.label[occasion.tongue]))
        }
        if choice.isInserted { return insert(taken.value[occasion.tongue], view) }
        let filled = fill(taken.value[occasion.tongue], view)
        guard filled.missing.isEmpty else { return lacking(filled.missing) }
        if let parameter = macro.parameter(choice.name), parameter.kind != .choice {
            guard let value = view.value(of: parameter, from: filled.text) else {
                return .refused(.unreadable(parameter: choice.name, value: filled.text))
            }
            values[choice.name] = value
        } else {
            values[choice.name] = ParameterValue(
                shown: filled.text, raw: filled.text, isExact: false)
        }
        return .filled(choice.name, with: filled.text)
    }

    private mutating func send(_ view: InView) -> Prepared {
        guard composed.contains(where: { !$0.isWhitespace }) else {
            return .outcome(.refused(.nothingToSend))
        }
        // Nobody can write into it before it goes: that is what a parameter is for.
        if let blank { return .outcome(.refused(.missing([blank]))) }
        // Filled when it was inserted; what a later step gave is filled now.
        let filled = fill(composed, view)
        guard filled.missing.isEmpty else { return .outcome(lacking(filled.missing)) }
        composed = ""
        caret = nil
        return .send(.reply(conversation: view.talk.id, text: filled.text), text: filled.text)
    }

    // MARK: The shop

    private mutating func decide(
        _ command: Command, _ outcome: ([Event]) -> Rehearsal.Outcome
    ) -> Rehearsal.Outcome {
        let reverse = Reverse(of: command, in: shop)
        do throws(Refusal) {
            let events = try copy.carryOut(command)
            result.commands.append(command)
            result.events += events
            reverses.append(reverse?.filled(by: events))
            if case .reply(_, let text) = command { result.sent.append(text) }
            return outcome(events)
        } catch {
            return .refused(.refused(error))
        }
    }

    private mutating func note(
        _ number: Int, _ depth: Int, _ step: Step, _ said: String?,
        _ outcome: Rehearsal.Outcome
    ) {
        result.trials.append(
            Rehearsal.Trial(
                number: number, depth: depth, step: step, said: said, outcome: outcome))
    }

    private mutating func stop(_ step: Int?, _ reason: Rehearsal.Reason) {
        result.stop = Rehearsal.Stop(step: step, reason: reason)
    }

    // MARK: The sum of it

    private mutating func finish() {
        if !composed.isEmpty { result.draft.put(composed, caret: caret) }
        let texts = result.sent + (composed.isEmpty ? [] : [composed])
        result.remarks = remarks(on: texts)
        for event in result.events {
            switch event {
            case .tagged(_, let tag): result.tags.append(.init(name: tag.name, isHung: true))
            case .untagged(_, let name, _): result.tags.append(.init(name: name, isHung: false))
            case .promiseMade(let promise): result.promises.append(promise)
            case _: break
            }
        }
        let view = InView(occasion, in: occasion.shop)
        var orders = view?.order.map { [$0.id] } ?? []
        for order in result.commands.compactMap({ $0.order(in: shop) })
        where !orders.contains(order) {
            orders.append(order)
        }
        result.changes = ShopDifference.changes(
            orders: orders, customer: view?.talk.customer, from: occasion.shop, to: shop)
        // Tables of a large shop are copied once, not twice: the copy itself is taken back.
        var back = copy.shop
        if !isShopKept { copy.shop = occasion.shop }
        result.undoes = Undoing(
            of: result.commands, reverses, events: result.events, from: occasion.shop, on: &back)
    }

    private func remarks(on texts: [String]) -> [Rehearsal.Remark] {
        var remarks: [Rehearsal.Remark] = []
        for text in texts {
            for name in TextHoles.names(in: text) {
                remarks.append(.init(words: "{{\(name)}}", text: MacroWords.stillOpen))
            }
            let reading = copy.reading(of: text, in: occasion.conversation)
            for fault in reading?.faults ?? [] {
                remarks.append(
                    .init(
                        words: fault.range.words(in: text),
                        text: MacroWords.fault(fault.subject.why, fault.subject.better)))
            }
            guard let talk = copy.shop.conversations[occasion.conversation] else { continue }
            for objection in occasion.objections?(text, talk, copy.shop) ?? [] {
                remarks.append(.init(words: objection.words, text: objection.reason))
            }
        }
        return remarks
    }
}

extension Macro {
    /// The dry run: what would happen here and now, with these answers. Changes nothing.
    public func rehearse(on occasion: Occasion, answers: Answers = Answers()) -> Rehearsal {
        var rehearser = Rehearser(self, on: occasion, answers: answers)
        rehearser.rehearse()
        return rehearser.result
    }

    /// Parameters that a step asks for or lets choose: not asked before the run.
    var askedLater: Set<String> {
        var names: Set<String> = []
        steps.walk { step in
            switch step {
            case .ask(let name): names.insert(name)
            case .choose(let choice): names.insert(choice.name)
            case .insert, .fill, .confirm, .act, .send, .next, .branch: break
            }
        }
        return names
    }
}

extension [Step] {
    /// Every step, those of branches behind their own.
    func walk(_ visit: (Step) -> Void) {
        for step in self {
            visit(step)
            if case .branch(_, let then, let otherwise) = step {
                then.walk(visit)
                otherwise.walk(visit)
            }
        }
    }
}

extension Draft {
    /// At the caret; what stands there stays.
    mutating func put(_ words: String, caret inside: Int?) {
        let place = min(max(0, caret ?? text.count), text.count)
        let index = text.index(text.startIndex, offsetBy: place)
        text.insert(contentsOf: words, at: index)
        caret = place + (inside ?? words.count)
    }
}
