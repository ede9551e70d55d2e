public import Engine

/// One step of a shift as it is kept: who asked for what at which moment, and what came of it.
///
/// Commands and events arrive here already encoded; this room keeps the bytes and never looks
/// inside.
public struct JournalEntry: Sendable, Equatable {
    /// 1, 2, 3 … without a gap.
    public var sequence: Int
    /// On the shop's clock.
    public var at: Instant
    public var actor: String
    /// True when it came from a person and not from the simulation.
    public var isExternal: Bool
    public var command: [UInt8]
    public var events: [UInt8]

    public init(
        sequence: Int, at: Instant, actor: String, isExternal: Bool, command: [UInt8],
        events: [UInt8]
    ) {
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.isExternal = isExternal
        self.command = command
        self.events = events
    }

    var checksum: Int64 {
        var sum = Checksum()
        sum.mix(Int64(sequence))
        sum.mix(at.milliseconds)
        sum.mix(isExternal ? 1 as Int64 : 0)
        sum.mix(actor.utf8)
        sum.mix(command)
        sum.mix(events)
        return sum.stored
    }
}

/// Words typed for one customer and not sent yet, encoded by whoever draws the composer.
public struct Draft: Sendable, Equatable {
    public var conversation: String
    public var bytes: [UInt8]

    public init(conversation: String, bytes: [UInt8]) {
        self.conversation = conversation
        self.bytes = bytes
    }
}

/// Where the shop's clock stood when it was last noted, so that going on starts at that second.
public struct ClockReading: Sendable, Equatable {
    public var at: Instant
    /// 1, 2, 4 or 8 times as fast as the wall.
    public var speed: Int
    public var isPaused: Bool

    public init(at: Instant, speed: Int, isPaused: Bool) {
        self.at = at
        self.speed = speed
        self.isPaused = isPaused
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        withUnsafeBytes(of: at.milliseconds.littleEndian) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: Int32(speed).littleEndian) { bytes.append(contentsOf: $0) }
        bytes.append(isPaused ? 1 : 0)
        return bytes
    }

    init?(bytes: [UInt8]) {
        guard bytes.count == 13 else { return nil }
        let (milliseconds, speed) = bytes.withUnsafeBytes { raw in
            (
                Int64(littleEndian: raw.loadUnaligned(fromByteOffset: 0, as: Int64.self)),
                Int32(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: Int32.self))
            )
        }
        self.init(
            at: Instant(milliseconds: milliseconds), speed: Int(speed), isPaused: bytes[12] == 1)
    }
}
