public import Engine
import Foundation

/// What a shift was started with: enough to build the same shop again and replay every step.
public struct ShiftHeader: Sendable, Equatable, Codable {
    /// The layout of the file this build writes. A larger number in a file is refused.
    public static let currentFormat = 1

    /// Also the file's name, so only letters, digits, `-`, `_` and `.` after the first.
    public var id: String
    public var packName: String
    public var packHash: String
    public var profile: String
    public var seed: UInt64
    public var language: Tongue
    /// On the shop's clock.
    public var startedAt: Instant
    /// Seconds since 1970 on the wall clock; only for sorting and showing a list of shifts.
    public var createdAt: Int64
    public var formatVersion: Int
    public var programVersion: String
    /// Whatever else the shift was started with, as JSON; kept, not read, here.
    public var options: [UInt8]
    /// What it was taken over from; nil for a shift that began by itself.
    public var parent: Parent?

    /// A moment of another shift, from which this one goes on.
    public struct Parent: Sendable, Hashable, Codable {
        public var id: String
        /// So many entries are shared.
        public var entry: Int
        /// Where the shop's clock stood.
        public var at: Instant

        public init(id: String, entry: Int, at: Instant) {
            self.id = id
            self.entry = entry
            self.at = at
        }
    }

    public init(
        id: String, packName: String, packHash: String, profile: String, seed: UInt64,
        language: Tongue, startedAt: Instant, createdAt: Int64, programVersion: String,
        options: [UInt8] = [], parent: Parent? = nil
    ) {
        self.id = id
        self.packName = packName
        self.packHash = packHash
        self.profile = profile
        self.seed = seed
        self.language = language
        self.startedAt = startedAt
        self.createdAt = createdAt
        self.formatVersion = Self.currentFormat
        self.programVersion = programVersion
        self.options = options
        self.parent = parent
    }

    /// An id that cannot climb out of the folder, hide as a dot file or break a shell line.
    var hasUsableID: Bool { Self.isUsable(id) && parent.map { Self.isUsable($0.id) } != false }

    private static func isUsable(_ id: String) -> Bool {
        let allowed = id.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "."):
                true
            default: false
            }
        }
        return allowed && !id.isEmpty && id.utf8.count <= 100 && !id.hasPrefix(".")
    }

    func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return Array(try encoder.encode(self))
    }

    init(encoded bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(bytes))
    }
}
