/// A box on its way, with the scans the carrier reported.
public struct Parcel: Hashable, Sendable, Codable {
    public let carrier: String
    public let tracking: String
    public let shippedAt: Instant
    public internal(set) var scans: [Scan]
    /// What is in it when it is not simply the order, e.g. a spoon sent after.
    public let contents: String?

    public init(
        carrier: String, tracking: String, shippedAt: Instant, scans: [Scan] = [],
        contents: String? = nil
    ) {
        self.carrier = carrier
        self.tracking = tracking
        self.shippedAt = shippedAt
        self.scans = scans
        self.contents = contents
    }
}

/// One line of a parcel's track.
public struct Scan: Hashable, Sendable, Codable {
    public let at: Instant
    public let code: Code
    public let text: String

    public init(at: Instant, code: Code, text: String) {
        self.at = at
        self.code = code
        self.text = text
    }

    /// The carrier's states, by their codes in the field (揽收 1, 在途 0, 派件 5, 签收 3 …).
    public enum Code: Int, Hashable, Sendable, Codable, CaseIterable {
        case inTransit = 0
        case pickedUp = 1
        case problem = 2
        case signed = 3
        case returnedSigned = 4
        case outForDelivery = 5
        case returning = 6
        case refused = 14
    }
}
