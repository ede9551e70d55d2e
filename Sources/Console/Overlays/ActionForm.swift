import Engine
import Terminal

/// A command of the shop as a form: what is asked, and what would change if it were sent.
///
/// The effect is not described but tried: the command is decided against the shop as it stands
/// and its events are applied to a copy, so what is shown is what will happen. A refusal is
/// shown the same way, before anything is pressed.
struct ActionForm: Overlay {
    private(set) var form: Form
    let command: (FormValues) -> Command?
    private let done: (FormValues) -> Bilingual

    /// - Parameters:
    ///   - command: what the fields mean; nil while they do not mean anything yet.
    ///   - done: what is said afterwards.
    init(
        _ title: Bilingual, fields: [FormField], verb: Bilingual, movesMoney: Bool = false,
        on desk: Desk, command: @escaping (FormValues) -> Command?,
        done: @escaping (FormValues) -> Bilingual
    ) {
        form = Form(
            title, fields: fields, verb: verb, movesMoney: movesMoney, now: desk.now,
            offset: desk.shop?.offset ?? CivilTime.chinaOffset)
        self.command = command
        self.done = done
        refresh(desk)
    }

    mutating func handle(_ input: Input, _ desk: Desk) -> OverlayOutcome {
        form.now = desk.now
        refresh(desk)
        switch form.handle(input) {
        case .stay: return .stay
        case .changed:
            refresh(desk)
            return .stay
        case .cancelled: return .close
        case .submitted(let values):
            guard let command = command(values) else { return .stay }
            if desk.submit(command, saying: done(values)) { return .close }
            // What was filled in stays, with the sentence that says what stands in the way.
            refresh(desk)
            return .stay
        }
    }

    /// What is said once it is sent.
    var saidWhenDone: Bilingual { done(form.values) }

    /// Puts a value into a field, as typing it would.
    mutating func put(_ content: FormField.Content, at place: Int, on desk: Desk) {
        guard form.fields.indices.contains(place) else { return }
        form.place = place
        form.fields[place].content = content
        form.now = desk.now
        refresh(desk)
    }

    private mutating func refresh(_ desk: Desk) {
        guard let shop = desk.shop, let command = command(form.values) else {
            form.effect = .none
            return
        }
        form.effect = Effect.of(command, in: shop, on: desk)
    }

    func keys(_ desk: Desk) -> [KeyHint] { form.keys }

    func draw(_ desk: Desk, in rect: Rect, into canvas: inout Canvas) {
        let width = min(64, rect.width)
        let rows = form.rows(columns: max(1, width - 4), in: desk.tongue, gate: desk.gate)
        let box = rect.centred(width: width, height: rows + 2)
        desk.drawSheet(in: box, title: desk.say(form.title), into: &canvas)
        form.draw(
            in: box.inset(left: 2, top: 1, right: 2, bottom: 1), on: &canvas, theme: desk.theme,
            tongue: desk.tongue)
    }
}

extension ActionForm: AskingSheet {
    var asked: Form { form }
    func told(_ desk: Desk) -> [PaneLine] { [] }
}
