/// A picture, a film or a paper in the chat: one sees that it is there, and knows what it shows
/// only after opening it.
public struct Attachment: Hashable, Sendable, Codable {
    public var kind: Kind
    /// What stands on the card: `外箱照片.jpg`.
    public var name: String
    /// What one sees on opening it.
    public var shows: String

    public init(kind: Kind, name: String, shows: String) {
        self.kind = kind
        self.name = name
        self.shows = shows
    }

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case photo, film, paper
    }
}

extension Attachment: Coded {
    public static var forms: [String] { Kind.allCases.map { "\($0.rawValue):…\\n…" } }

    /// `photo:外箱.jpg` and, on the next line, what it shows.
    public init?(code: String) {
        guard let colon = code.firstIndex(of: ":"),
            let kind = Kind(rawValue: String(code[..<colon]))
        else { return nil }
        let rest = code[code.index(after: colon)...]
        let parts = rest.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first, !name.isEmpty else { return nil }
        self.init(kind: kind, name: String(name), shows: parts.count > 1 ? String(parts[1]) : "")
    }

    public var code: String { "\(kind.rawValue):\(name)\n\(shows)" }
}

extension Attachment.Kind {
    public var name: Bilingual {
        switch self {
        case .photo: Bilingual(zh: "照片", en: "photo")
        case .film: Bilingual(zh: "视频", en: "film")
        case .paper: Bilingual(zh: "文件", en: "file")
        }
    }
}
