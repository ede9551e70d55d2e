public import Engine

/// Why a shift did not do what was asked of it.
public enum ShiftFault: Error, Hashable, Sendable {
    /// The trade does not allow it.
    case refused(Refusal)
    /// It could not be stored, so it was not done; the clock stands until it can be.
    case notStored(StoreFailure)

    public func sentence(in tongue: Tongue) -> String {
        switch self {
        case .refused(let refusal): refusal.sentence(in: tongue)
        case .notStored(let failure): failure.sentence[tongue]
        }
    }
}
