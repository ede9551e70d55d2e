import Engine
import Foundation
import Grading
import Stores

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
    let world: any GymWorld
    var shift: Shift?
    public private(set) var isOver = false

    public init(world: any GymWorld) { self.world = world }

    /// Answers one line, without its line break.
    public mutating func answer(_ line: String) -> String {
        let answer = respond(to: Array(line.utf8))
        // Encoding our own plain values cannot fail; an empty object would say that it did.
        return (try? JSONWriter.text(of: answer)) ?? #"{"ok":false}"#
    }

    private mutating func respond(to line: [UInt8]) -> GymAnswer {
        let request: GymRequest
        do {
            request = try JSONReader.read(GymRequest.self, from: line)
        } catch {
            var answer = Self.refusal(for: error)
            // Whoever numbers lines wants to know which one it was.
            answer.id = try? JSONReader.read(Numbered.self, from: line, isStrict: false).id
            return answer
        }
        var answer: GymAnswer
        do { answer = try carryOut(request) } catch { answer = Self.refusal(for: error) }
        answer.id = request.id
        return answer
    }

    /// All that can still be read of a line that is wrong.
    private struct Numbered: Decodable { var id: String? }

    private static func refusal(for error: any Error) -> GymAnswer {
        switch error {
        case let fault as GymFault:
            return .refused(fault.code, fault.sentence)
        case let fault as JSONFault where fault.path.hasPrefix("store."):
            return refusal(for: StoreFault(fault, within: "store."))
        case let fault as JSONFault:
            let explained = GymFault.explain(fault)
            var answer = GymAnswer.refused(explained.code, explained.sentence)
            answer.path = fault.path.isEmpty ? nil : fault.path
            return answer
        case let fault as StoreFault:
            var answer = GymAnswer.refused(fault.code, fault.sentence)
            answer.path = fault.path.isEmpty ? nil : fault.path
            answer.place = fault.place
            return answer
        case let fault as ShiftFault: return explain(fault)
        case let refusal as Refusal: return explain(.refused(refusal))
        case _: return .refused("failed", "没有做成：\(error)", "It failed: \(error)")
        }
    }

    static func explain(_ fault: ShiftFault) -> GymAnswer {
        switch fault {
        case .refused(let refusal):
            .refused(
                refusal.code,
                Bilingual(
                    zh: refusal.sentence(in: .chinese), en: refusal.sentence(in: .english)))
        case .notStored(let failure): .refused("not-stored", failure.sentence)
        }
    }

    private mutating func carryOut(_ request: GymRequest) throws -> GymAnswer {
        switch request.verb {
        case .load: return try load(request)
        case .dump: return try dump(request)
        case .act: return try act(request)
        case .advance: return try advance(request)
        case .state: return try state(request)
        case .quote: return try quote(request)
        case .events: return try events(request)
        case .score:
            let shift = try loaded()
            var answer = GymAnswer()
            answer.now = shift.now
            return answer.with("report", try world.report(shift))
        case .grade:
            guard let procedure = request.procedure else { throw GymFault.missing("procedure") }
            guard let actions = request.actions else { throw GymFault.missing("actions") }
            return GymAnswer().with("grade", procedure.grade(actions))
        case .read: return try read(request)
        case .help: return GymAnswer().with("help", Self.help)
        case .quit:
            isOver = true
            return GymAnswer()
        }
    }

    func loaded() throws -> Shift {
        guard let shift else { throw GymFault.nothingLoaded }
        return shift
    }

    // MARK: Acting

    private func act(_ request: GymRequest) throws -> GymAnswer {
        try request.at?.check("at")
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
        return GymAnswer(after: shift, events: happened)
    }

    private func advance(_ request: GymRequest) throws -> GymAnswer {
        let field = request.to == nil ? "by" : "to"
        try (request.to ?? request.by)?.check(field)
        let shift = try loaded()
        guard let target = request.to ?? request.by else { throw GymFault.missing("to", or: "by") }
        let instant = target.instant(from: shift.now, next: shift.nextDue)
        guard instant >= shift.now else { throw ShiftFault.refused(.clockRunsBack) }
        let happened = try shift.advance(to: instant)
        return GymAnswer(after: shift, events: happened)
    }
}
