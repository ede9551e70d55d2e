/// The eight classes of a shop's customers (客户八分类): on each of R, F and M a customer stands
/// above the shop's mean, or does not.
///
/// “Important” (重要) is who spends above the mean, “general” (一般) who does not.
public enum ValueClass: String, Hashable, Sendable, Codable, CaseIterable {
    case importantValue, importantDevelop, importantKeep, importantWinBack
    case generalValue, generalDevelop, generalKeep, generalWinBack

    /// High means: the score is above the mean of all customers' scores. At the mean is low.
    public init(highR: Bool, highF: Bool, highM: Bool) {
        self =
            switch (highR, highF, highM) {
            case (true, true, true): .importantValue
            case (true, false, true): .importantDevelop
            case (false, true, true): .importantKeep
            case (false, false, true): .importantWinBack
            case (true, true, false): .generalValue
            case (true, false, false): .generalDevelop
            case (false, true, false): .generalKeep
            case (false, false, false): .generalWinBack
            }
    }

    public var name: Bilingual {
        switch self {
        case .importantValue: Bilingual(zh: "重要价值", en: "top value")
        case .importantDevelop: Bilingual(zh: "重要发展", en: "big newcomer")
        case .importantKeep: Bilingual(zh: "重要保持", en: "must keep")
        case .importantWinBack: Bilingual(zh: "重要挽留", en: "win back")
        case .generalValue: Bilingual(zh: "一般价值", en: "regular")
        case .generalDevelop: Bilingual(zh: "一般发展", en: "small newcomer")
        case .generalKeep: Bilingual(zh: "一般保持", en: "fading")
        case .generalWinBack: Bilingual(zh: "一般挽留", en: "slipped away")
        }
    }

    /// `HLH`: high or low on R, F and M.
    public var letters: String {
        switch self {
        case .importantValue: "HHH"
        case .importantDevelop: "HLH"
        case .importantKeep: "LHH"
        case .importantWinBack: "LLH"
        case .generalValue: "HHL"
        case .generalDevelop: "HLL"
        case .generalKeep: "LHL"
        case .generalWinBack: "LLL"
        }
    }
}
