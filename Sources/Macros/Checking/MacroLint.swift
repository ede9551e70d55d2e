public import Engine
public import Language
import Replies
import Simulation

/// What is wrong with a macro that reads well: steps that can never go, words that must not be
/// said, a parameter nobody uses.
///
/// ```swift
/// MacroLint(reads: reader.read).faults(in: macro).map { $0.sentence(in: .chinese) }
/// ```
public struct MacroLint {
    private let reads: ((String, Context) -> Reading)?

    /// - Parameter reads: finds faults in texts; nil where nobody reads.
    public init(reads: ((String, Context) -> Reading)? = nil) { self.reads = reads }

    /// In the order of the steps; those about parameters behind them.
    public func faults(in macro: Macro) -> [MacroFault] {
        var walk = Walk(macro: macro, reads: reads)
        var path = Path()
        walk.go(through: macro.steps, &path)
        walk.checkParameters()
        return walk.faults
    }
}

/// One thing to mend in a macro.
public struct MacroFault: Hashable, Sendable {
    public let macro: String
    public let file: String?
    /// Of the step, where the file is known.
    public let line: Int?
    public let step: Int?
    public let fact: Fact

    public enum Fact: Hashable, Sendable {
        /// What stands in a text, why not, and what to say instead.
        case words(String, why: Bilingual, better: Bilingual)
        case unknownVariable(String, nearest: String?)
        /// The conversation is over by then.
        case unreachable(String)
        /// Nothing after `next` is done.
        case afterNext
        case nothingToSend
        /// What was written is not sent before this, which ends the conversation or leaves it.
        case unsent(before: String)
        case unusedParameter(String)
        /// Nobody gives it a value.
        case neverGiven(String)
    }
}

/// How things stand after some steps.
private struct Path {
    var isOver = false
    var isNext = false
    /// A text may stand there.
    var hasText = false
    /// A text stands there, whichever way was gone.
    var isUnsent = false
}

/// Goes through the steps once and writes down what it meets.
private struct Walk {
    let macro: Macro
    let reads: ((String, Context) -> Reading)?
    var faults: [MacroFault] = []
    var used: Set<String> = []
    var given: Set<String> = []
    private var number = 0

    init(macro: Macro, reads: ((String, Context) -> Reading)?) {
        self.macro = macro
        self.reads = reads
    }

    mutating func go(through steps: [Step], _ path: inout Path) {
        for step in steps {
            let own = number
            number += 1
            if path.isNext {
                report(.afterNext, own)
                number = own + step.count
                continue
            }
            switch step {
            case .insert(let text):
                check(text, own)
                path.hasText = true
                path.isUnsent = true
            case .fill(let name, let text):
                check(text, own)
                given.insert(name)
            case .choose(let choice):
                for option in choice.options {
                    check(option.value, own)
                    if let when = option.when { use(when) }
                }
                given.insert(choice.name)
                if choice.isInserted {
                    path.hasText = true
                    path.isUnsent = true
                }
            case .ask(let name): given.insert(name)
            case .confirm(let question): check(question, own)
            case .act(let act):
                if path.isOver, act.needsOpenTalk { report(.unreachable(act.name), own) }
                check(act.fields, own)
                if act.speaksToCustomers { checkWords(in: act.fields, own) }
                if act.name == "close" || act.name == "transfer" {
                    leave(act.name, own, &path)
                    path.isOver = true
                }
            case .send:
                if path.isOver { report(.unreachable("send"), own) }
                if !path.hasText { report(.nothingToSend, own) }
                path.hasText = false
                path.isUnsent = false
            case .next:
                leave("next", own, &path)
                path.isNext = true
            case .branch(let when, let then, let otherwise):
                use(when)
                var one = path
                var other = path
                go(through: then, &one)
                go(through: otherwise, &other)
                // What is so on either way is so.
                path.isOver = one.isOver && other.isOver
                path.isNext = one.isNext && other.isNext
                path.isUnsent = one.isUnsent && other.isUnsent
                path.hasText = one.hasText || other.hasText
            }
        }
    }

    /// What stands unsent when the conversation is left is forgotten; it is said once.
    private mutating func leave(_ step: String, _ own: Int, _ path: inout Path) {
        if path.isUnsent { report(.unsent(before: step), own) }
        path.isUnsent = false
    }

    mutating func checkParameters() {
        if let when = macro.when { use(when) }
        for parameter in macro.parameters {
            for text in [parameter.standard?.zh, parameter.standard?.en].compactMap({ $0 }) {
                used.formUnion(TextHoles.names(in: text))
            }
        }
        for parameter in macro.parameters {
            if !used.contains(parameter.name) { report(.unusedParameter(parameter.name), nil) }
            if parameter.standard == nil, !parameter.isAsked, !given.contains(parameter.name) {
                report(.neverGiven(parameter.name), nil)
            }
        }
    }

    // MARK: Texts

    private mutating func check(_ tree: FormTree, _ step: Int) {
        switch tree {
        case .text(let text): checkVariables([text], step)
        case .words(let words): checkVariables([words.zh, words.en], step)
        case .list(let items): for item in items { check(item, step) }
        case .fields(let fields): for field in fields { check(field.value, step) }
        case .named, .later, .nothing: break
        }
    }

    private mutating func check(_ words: Bilingual, _ step: Int) {
        let texts = words.zh == words.en ? [words.zh] : [words.zh, words.en]
        checkVariables(texts, step)
        checkWords(texts, step)
    }

    /// The texts of an act that a customer reads.
    private mutating func checkWords(in tree: FormTree, _ step: Int) {
        switch tree {
        case .text(let text): checkWords([text], step)
        case .words(let words): checkWords([words.zh, words.en], step)
        case .list(let items): for item in items { checkWords(in: item, step) }
        case .fields(let fields): for field in fields { checkWords(in: field.value, step) }
        case .named, .later, .nothing: break
        }
    }

    private mutating func checkWords(_ texts: [String], _ step: Int) {
        for text in texts {
            let context = Context(now: Instant(milliseconds: 0), offset: 0, answering: nil)
            for fault in reads?(text, context).faults ?? [] {
                report(
                    .words(
                        fault.range.words(in: text), why: fault.subject.why,
                        better: fault.subject.better), step)
            }
        }
    }

    private mutating func checkVariables(_ texts: [String], _ step: Int) {
        for name in texts.flatMap({ TextHoles.names(in: $0) }) {
            used.insert(name)
            guard macro.parameter(name) == nil, !macro.choiceNames.contains(name),
                !ShopVariables.isKnown(name)
            else { continue }
            let all = macro.parameters.map(\.name) + ShopVariables.names
            report(
                .unknownVariable(name, nearest: Spelling.nearest(to: name, among: all)), step)
        }
    }

    private mutating func use(_ situation: Situation) {
        switch situation {
        case .all(let parts), .any(let parts): for part in parts { use(part) }
        case .not(let part): use(part)
        case .amount(let amount, _, let bound):
            if case .parameter(let name) = amount { used.insert(name) }
            used.formUnion(TextHoles.names(in: bound))
        case .parameter(let name, _): used.insert(name)
        case .shop, .stage, .channel, .mood, .hasOrder, .openCase, .drafted: break
        }
    }

    private mutating func report(_ fact: MacroFault.Fact, _ step: Int?) {
        let fault = MacroFault(
            macro: macro.name, file: macro.source?.file,
            line: step.flatMap { macro.line(ofStep: $0) } ?? macro.source?.line, step: step,
            fact: fact)
        if !faults.contains(fault) { faults.append(fault) }
    }
}

extension Macro {
    var choiceNames: Set<String> {
        var names: Set<String> = []
        steps.walk { if case .choose(let choice) = $0 { names.insert(choice.name) } }
        return names
    }
}

extension DeskAct {
    /// Customers read what stands in it.
    var speaksToCustomers: Bool {
        [
            "reply", "refuse", "rejectReturn", "negotiate", "explainReview", "contactReviewer",
            "noticeBatch", "sendCampaign",
        ].contains(name)
    }

    /// Cannot be done once the conversation is closed or handed over.
    var needsOpenTalk: Bool {
        [
            "reply", "sendCard", "hold", "resume", "take", "transfer", "close", "promise",
            "openTicket",
        ].contains(name)
    }
}
