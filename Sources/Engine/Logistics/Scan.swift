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

    /// The carrier's states by their codes in the field: ten parents and their sub-states.
    public enum Code: Int, Hashable, Sendable, Codable, CaseIterable {
        /// 在途
        case inTransit = 0
        /// 揽收
        case pickedUp = 1
        /// 疑难
        case problem = 2
        /// 签收
        case signed = 3
        /// 退签
        case returnedSigned = 4
        /// 派件
        case outForDelivery = 5
        /// 退回
        case returning = 6
        /// 转投
        case handedOver = 7
        /// 清关
        case customs = 8
        /// 拒签
        case refused = 14
        case ordered = 101
        case awaitingPickUp = 102
        case collected = 103
        case atDestination = 1001
        case onTrunk = 1002
        case forwarded = 1003
        case atLocker = 501
        case signedInPerson = 301
        case signedAfterProblem = 302
        case signedByOther = 303
        case signedAtLocker = 304
        case overdueSignature = 201
        case noUpdate = 202
        case refusalPending = 203
        case deliveryFailed = 204
        case lockerOverdue = 205
        case unreachable = 206
        case outOfArea = 207
        case heldAtStation = 208
        case damaged = 209
        case cancelled = 210
        case labelCancelled = 401
        case customsPending = 10
        case inCustoms = 11
        case customsCleared = 12
        case customsProblem = 13

        /// Any code a carrier may send, 36 of which the field has published. A sub-state nobody
        /// has heard of counts under its leading digit; nil where that is no state either.
        public init?(fieldCode: Int) {
            if let known = Code(rawValue: fieldCode) {
                self = known
                return
            }
            switch fieldCode {
            case 1000...1009: self = .inTransit
            case 100...199: self = .pickedUp
            case 200...299: self = .problem
            case 300...399: self = .signed
            case 400...499: self = .returnedSigned
            case 500...599: self = .outForDelivery
            case 600...699: self = .returning
            case 700...799: self = .handedOver
            case 800...899: self = .customs
            default: return nil
            }
        }

        /// Says only that a label was printed or cancelled: nobody has the parcel in hand.
        public var isLabelOnly: Bool {
            self == .ordered || self == .awaitingPickUp || self == .cancelled
                || self == .labelCancelled
        }

        /// The state under which a sub-state counts.
        public var parent: Code {
            switch self {
            case .inTransit, .atDestination, .onTrunk, .forwarded: .inTransit
            case .pickedUp, .ordered, .awaitingPickUp, .collected: .pickedUp
            case .problem, .overdueSignature, .noUpdate, .refusalPending, .deliveryFailed,
                .lockerOverdue, .unreachable, .outOfArea, .heldAtStation, .damaged, .cancelled:
                .problem
            case .signed, .signedInPerson, .signedAfterProblem, .signedByOther, .signedAtLocker:
                .signed
            case .returnedSigned, .labelCancelled: .returnedSigned
            case .outForDelivery, .atLocker: .outForDelivery
            case .returning: .returning
            case .handedOver: .handedOver
            case .customs, .customsPending, .inCustoms, .customsCleared, .customsProblem: .customs
            case .refused: .refused
            }
        }
    }
}
