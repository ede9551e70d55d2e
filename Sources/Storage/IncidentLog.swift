public import Engine
import Foundation

/// What went wrong on this machine, written down as it was told: a line of JSON each, for the
/// admin page and for whoever helps.
///
/// It lies in the state folder, which may be lost. Writing it never fails aloud: an incident must
/// not cause another.
public struct IncidentLog: Sendable {
    public let path: String

    /// How many are kept.
    public static let limit = 500

    public init(path: String) { self.path = path }

    /// Where something went wrong, from the nearest to the farthest.
    public enum Layer: String, Hashable, Sendable, Codable, CaseIterable {
        case settings, packs, journals, shop

        public var name: Bilingual {
            switch self {
            case .settings: Bilingual(zh: "设置", en: "settings")
            case .packs: Bilingual(zh: "教学包", en: "packs")
            case .journals: Bilingual(zh: "班次文件", en: "shift files")
            case .shop: Bilingual(zh: "店里不允许", en: "refused by the shop")
            }
        }
    }

    /// One of them.
    public struct Incident: Hashable, Sendable, Codable {
        /// Milliseconds since 1970.
        public var at: Int64
        public var layer: Layer
        public var zh: String
        public var en: String

        public var sentence: Bilingual { Bilingual(zh: zh, en: en) }
    }

    /// Adds one. The same as the last is not written again: a full disk is told with every key.
    public func note(_ sentence: Bilingual, in layer: Layer, at milliseconds: Int64) {
        let lines = lines()
        // A full disk is told with every key, and written down once.
        if let last = lines.last.flatMap(Self.incident), last.layer == layer,
            last.sentence == sentence
        {
            return
        }
        let known = lines.compactMap(Self.incident)
        let fresh = Incident(at: milliseconds, layer: layer, zh: sentence.zh, en: sentence.en)
        let kept = (known + [fresh]).suffix(Self.limit)
        // Nobody is told that what could not be done could not be written down either.
        try? Disk.makeFolder(Disk.folder(of: path))
        try? Disk.replace(path, with: Self.bytes(of: Array(kept)), settles: false)
    }

    /// The newest first.
    public func newest(_ count: Int) -> [Incident] {
        Array(all().reversed().prefix(count))
    }

    /// Oldest first; lines that cannot be read are passed over.
    private func all() -> [Incident] {
        lines().compactMap(Self.incident)
    }

    private func lines() -> [Data] {
        (FileManager.default.contents(atPath: path) ?? Data()).split(separator: UInt8(ascii: "\n"))
    }

    private static func incident(_ line: Data) -> Incident? {
        try? JSONDecoder().decode(Incident.self, from: Data(line))
    }

    private static func bytes(of incidents: [Incident]) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return incidents.flatMap { incident -> [UInt8] in
            guard let line = try? encoder.encode(incident) else { return [] }
            return Array(line) + [UInt8(ascii: "\n")]
        }
    }
}
