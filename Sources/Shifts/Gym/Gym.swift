public import Engine
import Foundation
import Language

/// A shop that programs act in: one JSON object a line in, one a line out.
///
///     {"do":"load","pack":"first-shift","seed":7,"language":"zh"}
///     {"do":"advance","to":"next"}
///     {"do":"act","command":{"reply":{"conversation":"c1","text":"您好，在的"}}}
///     {"do":"score"}
///
/// A refused or mistaken line is answered with `ok:false`, a stable code and a sentence in both
/// languages, and changes nothing.
public struct Gym {
    private let world: any GymWorld
    private var shift: Shift?
    private let coding = EntryCoding()
    public private(set) var isOver = false

    public init(world: any GymWorld) { self.world = world }

    /// Answers one line, without its line break.
    public mutating func answer(_ line: String) -> String {
        let answer = respond(to: Data(line.utf8))
        // Encoding our own plain values cannot fail; an empty object would say that it did.
        guard let data = try? coding.encode(answer) else { return #"{"ok":false}"# }
        return String(decoding: data, as: UTF8.self)
    }

    private mutating func respond(to line: Data) -> GymAnswer {
        var id: String?
        do {
            try Self.checkFields(line)
            let request = try coding.decode(GymRequest.self, from: line)
            id = request.id
            var answer = try carryOut(request)
            answer.id = id
            return answer
        } catch let fault as GymFault {
            var answer = GymAnswer.refused(fault.code, fault.sentence)
            answer.id = id
            return answer
        } catch let error as DecodingError {
            return .refused("bad-request", GymFault.explain(error))
        } catch let fault as ShiftFault {
            var answer = Self.explain(fault)
            answer.id = id
            return answer
        } catch {
            return .refused("failed", "没有做成：\(error)", "It failed: \(error)")
        }
    }

    private mutating func carryOut(_ request: GymRequest) throws -> GymAnswer {
        switch request.verb {
        case .load: return try load(request)
        case .act: return try act(request)
        case .advance: return try advance(request)
        case .state: return try state(request)
        case .events: return try events(request)
        case .score:
            let shift = try loaded()
            return GymAnswer(now: shift.now, report: AnyEncodable(value: try world.report(shift)))
        case .read: return try read(request)
        case .help: return GymAnswer(help: Self.help)
        case .quit:
            isOver = true
            return GymAnswer()
        }
    }

    private mutating func load(_ request: GymRequest) throws -> GymAnswer {
        let opened: Shift
        if let store = request.store {
            opened = Shift(
                card: ShiftCard(
                    id: "gym", pack: "store", packHash: "", profile: "",
                    title: Engine.Bilingual(zh: store.name, en: store.name),
                    seed: request.seed ?? 0, tongue: request.language ?? .chinese,
                    startsAt: store.opensAt),
                fixture: store)
        } else if let pack = request.pack {
            opened = try world.open(
                GymOpening(
                    pack: pack, seed: request.seed, tongue: request.language ?? .chinese,
                    scenarios: request.scenarios ?? [], crowd: request.crowd ?? 0,
                    hasPeople: request.people ?? true))
        } else {
            throw GymFault.missing("pack", or: "store")
        }
        shift = opened
        return GymAnswer(
            now: opened.now, next: opened.nextDue, shift: opened.card, agent: opened.shop.agent)
    }

    private func act(_ request: GymRequest) throws -> GymAnswer {
        let shift = try loaded()
        guard let command = request.command else { throw GymFault.missing("command") }
        var happened: [Recorded] = []
        if let at = request.at {
            let instant = at.instant(from: shift.now, next: shift.nextDue)
            guard instant >= shift.now else { throw ShiftFault.refused(.clockRunsBack) }
            happened = try shift.advance(to: instant)
        }
        do {
            happened += try shift.submit(command, by: request.actor ?? shift.agent)
        } catch {
            var answer = Self.explain(error)
            answer.now = shift.now
            // The clock may have run before the refusal; what happened then did happen.
            if !happened.isEmpty { answer.events = happened }
            return answer
        }
        return GymAnswer(
            now: shift.now, next: shift.nextDue, over: shift.isOver, events: happened)
    }

    private func advance(_ request: GymRequest) throws -> GymAnswer {
        let shift = try loaded()
        guard let target = request.to ?? request.by else { throw GymFault.missing("to", or: "by") }
        let instant = target.instant(from: shift.now, next: shift.nextDue)
        guard instant >= shift.now else { throw ShiftFault.refused(.clockRunsBack) }
        let happened = try shift.advance(to: instant)
        return GymAnswer(
            now: shift.now, next: shift.nextDue, over: shift.isOver, events: happened)
    }

    private func state(_ request: GymRequest) throws -> GymAnswer {
        let shift = try loaded()
        let shop = shift.shop
        var answer = GymAnswer(now: shift.now, next: shift.nextDue, over: shift.isOver)
        guard let subject = request.of else {
            answer.shop = shop
            return answer
        }
        guard let name = request.name else { throw GymFault.missing("name") }
        switch subject {
        case .conversation: answer.conversation = shop.conversations[ConversationID(name)]
        case .order: answer.order = shop.orders[OrderID(name)]
        case .customer: answer.customer = shop.customers[CustomerID(name)]
        case .product: answer.product = shop.products[ProductID(name)]
        case .promise: answer.promise = shop.promises[PromiseID(name)]
        case .ticket: answer.ticket = shop.tickets[TicketID(name)]
        case .afterSale: answer.afterSale = shop.afterSales[AfterSaleID(name)]
        }
        guard answer.hasSubject else { throw GymFault.unknown(subject.rawValue, name) }
        return answer
    }

    private func events(_ request: GymRequest) throws -> GymAnswer {
        let shift = try loaded()
        let after = max(0, request.after ?? 0)
        let events = shift.records.dropFirst(after).prefix(request.limit ?? 1000)
        return GymAnswer(now: shift.now, events: Array(events))
    }

    private func read(_ request: GymRequest) throws -> GymAnswer {
        guard let text = request.text else { throw GymFault.missing("text") }
        let talk = request.conversation.flatMap { shift?.shop.conversations[$0] }
        let reading = try world.read(
            text, now: shift?.now ?? Instant(milliseconds: 0),
            offset: shift?.shop.offset ?? CivilTime.chinaOffset,
            lastBuyerMessage: talk?.lastBuyerText)
        return GymAnswer(now: shift?.now, reading: ReadingSummary(reading, of: text))
    }

    private func loaded() throws -> Shift {
        guard let shift else { throw GymFault.nothingLoaded }
        return shift
    }

    private static func explain(_ fault: ShiftFault) -> GymAnswer {
        switch fault {
        case .refused(let refusal):
            .refused(
                refusal.code,
                Engine.Bilingual(
                    zh: refusal.sentence(in: .chinese), en: refusal.sentence(in: .english)))
        case .notStored(let failure): .refused("not-stored", failure.sentence)
        }
    }

    /// A misspelt field would otherwise be passed over in silence.
    private static func checkFields(_ line: Data) throws {
        guard let object = try? JSONSerialization.jsonObject(with: line) as? [String: Any] else {
            throw GymFault.noObject
        }
        let known = GymRequest.CodingKeys.allCases.map(\.rawValue)
        for field in object.keys.sorted() where !known.contains(field) {
            throw GymFault.unknownField(field, known: known)
        }
        if let verb = object["do"] as? String, GymRequest.Verb(rawValue: verb) == nil {
            throw GymFault.unknownVerb(verb)
        }
    }
}

extension GymAnswer {
    var hasSubject: Bool {
        conversation != nil || order != nil || customer != nil || product != nil
            || promise != nil || ticket != nil || afterSale != nil
    }
}

extension Conversation {
    /// What the buyer said last; nil when nothing yet.
    public var lastBuyerText: String? {
        for message in messages.reversed() where message.author == .buyer {
            if case .text(let text) = message.body { return text }
        }
        return nil
    }
}
