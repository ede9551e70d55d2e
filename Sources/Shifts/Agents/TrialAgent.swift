public import Engine
import Scenarios

/// The programs that a scenario is tried with: one that serves well, and ten that each lack
/// something, so that the score is seen to go to whoever solves the problem truthfully.
public enum TrialAgent: String, CaseIterable, Hashable, Sendable {
    /// The scenario's own model run.
    case golden
    /// All the right acts and facts, in a tone nobody deserves.
    case rude
    /// All the right acts, and every number said is wrong.
    case liar
    /// All the right acts, and not a word.
    case buttonPusher = "button-pusher"
    /// All the right words, and not one act.
    case keywordStuffer = "keyword-stuffer"
    /// Serves well and reads somebody's data out.
    case leaker
    /// One text for everything.
    case copyPaster = "copy-paster"
    /// A time for everything and no deed.
    case overPromiser = "over-promiser"
    /// Kind, and idle.
    case polite
    case apologiser
    case silent

    /// What it may score at most; for the golden run, what it must reach.
    public var line: Int {
        switch self {
        case .golden: 90
        case .rude: 89
        case .liar, .buttonPusher, .keywordStuffer, .leaker: 59
        case .copyPaster, .overPromiser: 45
        case .polite, .apologiser: 40
        case .silent: 10
        }
    }

    /// Whether a grade is as it must be.
    public func isInLine(_ grade: Int) -> Bool {
        self == .golden ? grade >= line : grade <= line
    }

    public var name: Bilingual {
        switch self {
        case .golden: Bilingual(zh: "示范", en: "golden")
        case .rude: Bilingual(zh: "粗鲁", en: "rude")
        case .liar: Bilingual(zh: "说错数", en: "liar")
        case .buttonPusher: Bilingual(zh: "不说话", en: "buttons")
        case .keywordStuffer: Bilingual(zh: "光说不做", en: "keywords")
        case .leaker: Bilingual(zh: "泄露", en: "leaker")
        case .copyPaster: Bilingual(zh: "复制", en: "copies")
        case .overPromiser: Bilingual(zh: "乱承诺", en: "promises")
        case .polite: Bilingual(zh: "礼貌", en: "polite")
        case .apologiser: Bilingual(zh: "道歉", en: "sorry")
        case .silent: Bilingual(zh: "沉默", en: "silent")
        }
    }

    /// Grades that must stand in this order in every scenario: each above the next, the liar and
    /// the polite one may be equal.
    public static func isInOrder(_ grade: (TrialAgent) -> Int) -> Bool {
        grade(.golden) > grade(.rude) && grade(.rude) > grade(.liar)
            && grade(.liar) >= grade(.polite) && grade(.polite) > grade(.silent)
    }
}

extension TrialAgent {
    /// The golden steps as this agent does them; nil for one that has no steps.
    func steps(_ golden: [GoldenStep]) -> [GoldenStep]? {
        switch self {
        case .golden, .rude, .liar, .leaker: golden
        case .buttonPusher: golden.filter { !$0.deed.isWords }
        case .keywordStuffer: golden.filter { $0.deed.isWords || $0.deed == .close }
        case .copyPaster, .overPromiser, .polite, .apologiser, .silent: nil
        }
    }

    /// What one that only talks says; nil for the others.
    var lines: [Bilingual]? {
        switch self {
        case .copyPaster: TalkingAgent.Phrases.canned
        case .overPromiser: TalkingAgent.Phrases.promises
        case .polite: TalkingAgent.Phrases.polite
        case .apologiser: TalkingAgent.Phrases.sorry
        case .golden, .rude, .liar, .buttonPusher, .keywordStuffer, .leaker, .silent: nil
        }
    }

    /// What it makes of a reply.
    func wording(_ text: String, number: Int, _ shop: Shop, _ tongue: Tongue) -> String {
        switch self {
        // Not at each line: the customer is to stay and see the work done.
        case .rude:
            number % 2 == 0 ? Self.rudeness[number / 2 % Self.rudeness.count][tongue] + text : text
        case .liar: Self.lie(text)
        case .leaker: number == 0 ? text + Self.leak(shop)[tongue] : text
        case .golden, .buttonPusher, .keywordStuffer, .copyPaster, .overPromiser, .polite,
            .apologiser, .silent:
            text
        }
    }

    private static let rudeness = [
        Bilingual(zh: "别催了，", en: "Stop asking. "),
        Bilingual(zh: "都说了多少遍了，", en: "I've told you already. "),
        Bilingual(zh: "页面上都有写，", en: "It's all on the page. "),
        Bilingual(zh: "你自己不会看吗？", en: "Look it up yourself next time. "),
    ]

    /// Every number becomes another of the same length, every size the next one.
    static func lie(_ text: String) -> String {
        var result = ""
        var word = ""
        var isInside = false
        func flush() {
            result += sizes.firstIndex(of: word).map { sizes[($0 + 1) % sizes.count] } ?? word
            word = ""
        }
        let characters = Array(text)
        for (place, character) in characters.enumerated() {
            if character.isASCII, character.isLetter {
                word.append(character)
                isInside = false
                continue
            }
            flush()
            if let digit = character.wholeNumberValue, character.isASCII {
                // 14:05 becomes 15:05 and not 24:05, which nobody would take for a time.
                let isHour =
                    characters.dropFirst(place + 2).first == ":" && digit == 1 && !isInside
                result += isInside || isHour ? String(digit) : String(digit % 9 + 1)
                isInside = !isHour
                continue
            }
            if character != ".", character != ":" { isInside = false }
            result.append(character)
        }
        flush()
        return result
    }

    private static let sizes = ["S", "M", "L", "XL", "XXL"]

    private static func leak(_ shop: Shop) -> Bilingual {
        let address = shop.orders.values.first?.address
        let phone = address?.phone ?? "13812345678"
        let place = (address?.region ?? "") + (address?.street ?? "")
        return Bilingual(
            zh: "收件人\(address?.name ?? "")，电话\(phone)，地址\(place)，对吧？",
            en: " It goes to \(address?.name ?? ""), phone \(phone), \(place), right?")
    }
}

extension GoldenStep.Deed {
    /// Says something to the customer and does nothing else.
    fileprivate var isWords: Bool {
        switch self {
        case .reply: true
        case .take, .resume, .close, .hold, .transfer, .note, .orderCard, .productCard,
            .couponCard, .fileCard, .look, .memo, .changeAddress, .reprice, .closeUnpaid, .urge,
            .changeItem,
            .extendReceipt, .agreeRefund, .reship, .compensate, .giveCoupon, .tag, .untag,
            .customerNote, .promise, .ticket, .command:
            false
        }
    }
}
