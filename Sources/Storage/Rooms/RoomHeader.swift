public import Engine
import Foundation

/// What a room was opened with: the case that is played in it, round after round.
public struct RoomHeader: Sendable, Equatable, Codable {
    /// The layout of the file this build writes. A larger number in a file is refused.
    public static let currentFormat = 1

    /// Also the beginning of the files' names.
    public var name: String
    public var pack: String
    /// The scenario whose customer a person plays.
    public var scenario: String
    public var seed: UInt64
    public var tongue: Tongue
    /// Seconds since 1970 on the wall clock; only for showing a list.
    public var createdAt: Int64
    public var programVersion: String

    public init(
        name: String, pack: String, scenario: String, seed: UInt64, tongue: Tongue,
        createdAt: Int64, programVersion: String
    ) {
        self.name = name
        self.pack = pack
        self.scenario = scenario
        self.seed = seed
        self.tongue = tongue
        self.createdAt = createdAt
        self.programVersion = programVersion
    }
}

/// One line of a room's mailbox: what a seat asks, as bytes.
public struct RoomLetter: Sendable, Equatable {
    public var chair: String
    /// 1, 2, 3 … by chair.
    public var number: Int
    public var round: Int
    /// It came with the token of its chair.
    public var isGenuine: Bool
    /// Nil where the row is not as it was written.
    public var body: [UInt8]?

    public init(chair: String, number: Int, round: Int, isGenuine: Bool, body: [UInt8]?) {
        self.chair = chair
        self.number = number
        self.round = round
        self.isGenuine = isGenuine
        self.body = body
    }
}
