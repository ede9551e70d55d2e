import Engine
import Simulation
import Yams

extension FieldReader {
    /// Moods, stars, when somebody walks out, and the sorts of people.
    mutating func manners(_ fields: Fields, _ isWhole: Bool, _ draft: inout ProfileDraft) {
        if let moods = part(fields, "mood", MoodRule.allCases.map(\.rawValue), isWhole) {
            for rule in MoodRule.allCases {
                if let shift = shift(moods, rule.rawValue) { draft.moods[rule] = shift }
            }
        }
        if let stars = part(fields, "stars", ["5", "4", "3", "2"], isWhole) {
            for count in [5, 4, 3, 2] {
                if let mood = whole(stars, "\(count)", 0...100) { draft.stars[count] = mood }
            }
        }
        if let leaves = part(fields, "leaves", ["mood", "silence"], isWhole) {
            if let mood = whole(leaves, "mood", 0...100) { draft.leavesAtMood = mood }
            let range: ClosedRange<Span> = .seconds(10)...(.hours(24))
            if let silence = span(leaves, "silence", range) { draft.leavesAfterSilence = silence }
        }
        if let people = part(fields, "personas", Persona.Kind.allCases.map(\.rawValue), isWhole) {
            for kind in Persona.Kind.allCases {
                if let persona = persona(people, kind) { draft.personas[kind] = persona }
            }
        }
    }

    private mutating func part(
        _ fields: Fields, _ name: String, _ names: [String], _ isWhole: Bool
    ) -> Fields? {
        guard let node = fields[name] else { return nil }
        return self.fields(
            node, name, required: isWhole ? names : [], optional: isWhole ? [] : names)
    }

    private mutating func shift(_ moods: Fields, _ name: String) -> MoodShift? {
        guard let node = moods[name],
            let fields = fields(
                node, moods.path(name), required: ["value", "title"],
                optional: ["within", "over", "below"]),
            let value = whole(fields, "value", -100...100), let title = bilingual(fields, "title")
        else { return nil }
        return MoodShift(
            value: value, span: span(fields, "within") ?? span(fields, "over"),
            below: whole(fields, "below", 0...100), title: title)
    }

    private mutating func persona(_ people: Fields, _ kind: Persona.Kind) -> Persona? {
        guard let node = people[kind.rawValue],
            let fields = fields(
                node, people.path(kind.rawValue), required: ["mood", "patience"],
                optional: ["rates"]),
            let mood = whole(fields, "mood", 0...100),
            let patience = span(fields, "patience", .seconds(1)...(.hours(24)))
        else { return nil }
        return Persona(
            kind: kind, mood: mood, patience: patience,
            ratesUnasked: whole(fields, "rates", 0...100) ?? 50)
    }
}
