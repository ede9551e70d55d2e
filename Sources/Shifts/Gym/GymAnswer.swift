import Engine
import Foundation

/// What a line is answered with: one JSON object on one line, keys sorted.
struct GymAnswer: Encodable {
    var ok = true
    var id: String?
    /// The shop's clock after the request, in milliseconds since 1970.
    var now: Instant?
    /// When something happens next without the agent.
    var next: Instant?
    var shift: ShiftCard?
    var agent: AgentID?
    var over: Bool?
    var events: [Recorded]?
    var shop: Shop?
    var conversation: Conversation?
    var order: Order?
    var customer: Customer?
    var product: Product?
    var promise: Promise?
    var ticket: Ticket?
    var afterSale: AfterSale?
    var report: AnyEncodable?
    var reading: ReadingSummary?
    var help: [String: String]?
    /// Stable; present where `ok` is false.
    var code: String?
    var sentence: Bilingual?

    static func refused(_ code: String, _ zh: String, _ en: String) -> Self {
        refused(code, Bilingual(zh: zh, en: en))
    }

    static func refused(_ code: String, _ sentence: Bilingual) -> Self {
        GymAnswer(ok: false, code: code, sentence: sentence)
    }
}

/// A value whose type only its maker knows, on its way into an answer.
struct AnyEncodable: Encodable {
    let value: any Encodable
    func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}
