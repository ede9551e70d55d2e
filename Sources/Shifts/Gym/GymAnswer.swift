import Engine
import Stores

/// What a line is answered with: one JSON object on one line, keys sorted.
struct GymAnswer: Encodable {
    var ok = true
    var id: String?
    /// The shop's clock after the request, in milliseconds since 1970.
    var now: Instant?
    /// When something happens next without the agent.
    var next: Instant?
    var over: Bool?
    var events: [Recorded]?
    /// What was asked for, under its own name: an order, a report, a quote.
    var parts: [(name: String, value: any Encodable)] = []
    /// Stable; present where `ok` is false.
    var code: String?
    var sentence: Bilingual?
    /// Which field of the request or of the store is meant, and where it stands in the text.
    var path: String?
    var place: TextPlace?

    init() {}

    init(after shift: Shift, events: [Recorded]? = nil) {
        now = shift.now
        next = shift.nextDue
        over = shift.isOver
        self.events = events
    }

    func with(_ name: String, _ value: any Encodable) -> Self {
        var answer = self
        answer.parts.append((name, value))
        return answer
    }

    static func refused(_ code: String, _ zh: String, _ en: String) -> Self {
        refused(code, Bilingual(zh: zh, en: en))
    }

    static func refused(_ code: String, _ sentence: Bilingual) -> Self {
        var answer = GymAnswer()
        answer.ok = false
        answer.code = code
        answer.sentence = sentence
        return answer
    }

    /// A field's name in an answer.
    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
        var form = encoder.container(keyedBy: Name.self)
        try form.encodeIfPresent(code, forKey: Name("code"))
        try form.encodeIfPresent(place?.column, forKey: Name("column"))
        if let events { try form.encode(events, forKey: Name("events")) }
        try form.encodeIfPresent(id, forKey: Name("id"))
        try form.encodeIfPresent(place?.line, forKey: Name("line"))
        try form.encodeIfPresent(next, forKey: Name("next"))
        try form.encodeIfPresent(now, forKey: Name("now"))
        try form.encode(ok, forKey: Name("ok"))
        try form.encodeIfPresent(over, forKey: Name("over"))
        try form.encodeIfPresent(path, forKey: Name("path"))
        if let sentence { try form.encode(sentence, forKey: Name("sentence")) }
        for part in parts {
            try part.value.encode(to: form.superEncoder(forKey: Name(part.name)))
        }
    }
}
