import Engine
import Language

extension GymFault {
    static let nothingLoaded = GymFault(
        code: "nothing-loaded", zh: "还没有开店，先发 {\"do\":\"load\",…}",
        en: "No shop is open; send {\"do\":\"load\",…} first")

    static let noObject = GymFault(
        code: "bad-request", zh: "一行要写一个 JSON 对象", en: "A line holds one JSON object")

    static func missing(_ field: String, or other: String? = nil) -> GymFault {
        GymFault(
            code: "missing-field",
            zh: "缺少字段 \(field)" + (other.map { " 或 \($0)" } ?? ""),
            en: "The field \(field) is missing" + (other.map { ", or \($0)" } ?? ""))
    }

    static func unknownField(_ field: String, known: [String]) -> GymFault {
        let hint = Spelling.nearest(to: field, among: known)
        return GymFault(
            code: "unknown-field",
            zh: "没有字段 \(field)" + (hint.map { "，是不是 \($0)？" } ?? ""),
            en: "There is no field \(field)" + (hint.map { "; did you mean \($0)?" } ?? ""))
    }

    static func unknownVerb(_ verb: String) -> GymFault {
        let known = GymRequest.Verb.allCases.map(\.rawValue)
        let hint = Spelling.nearest(to: verb, among: known)
        return GymFault(
            code: "unknown-request",
            zh: "不会 \(verb)" + (hint.map { "，是不是 \($0)？" } ?? "")
                + "可以用：" + known.joined(separator: "、"),
            en: "There is no request \(verb)" + (hint.map { "; did you mean \($0)?" } ?? ";")
                + " There are: " + known.joined(separator: ", "))
    }

    static func unknown(_ subject: String, _ name: String) -> GymFault {
        GymFault(
            code: "no-such-\(subject)", zh: "没有 \(subject) \(name)",
            en: "There is no \(subject) \(name)")
    }

    /// Where in the line something is missing or of the wrong kind.
    static func explain(_ error: DecodingError) -> Engine.Bilingual {
        switch error {
        case .keyNotFound(let key, let context):
            let place = path(context.codingPath + [key])
            return Engine.Bilingual(zh: "缺少字段 \(place)", en: "The field \(place) is missing")
        case .typeMismatch(_, let context), .valueNotFound(_, let context),
            .dataCorrupted(let context):
            let place = path(context.codingPath)
            return Engine.Bilingual(
                zh: "字段 \(place) 不对：\(context.debugDescription)",
                en: "The field \(place) is wrong: \(context.debugDescription)")
        @unknown default:
            return Engine.Bilingual(zh: "读不懂这一行", en: "The line cannot be read")
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.isEmpty ? "·" : keys.map(\.stringValue).joined(separator: ".")
    }
}
