extension Lead {
    /// What was done, in a few words. A whisper's own words are for one seat and stand apart.
    public var deed: Bilingual {
        switch self {
        case .freeze: Bilingual(zh: "带班让时间停下", en: "the leader let time stand")
        case .goOn: Bilingual(zh: "带班让时间继续", en: "the leader let time go on")
        case .whisper(.agent, _): Bilingual(zh: "带班对客服悄悄说", en: "the leader whispered to the agent")
        case .whisper(.buyer, _): Bilingual(zh: "带班对顾客悄悄说", en: "the leader whispered to the buyer")
        case .surge(let count):
            Bilingual(zh: "带班放进 \(count) 位顾客", en: "the leader sent \(count) more customers")
        case .sendAway(let name): Bilingual(zh: "\(name)不在", en: "\(name) is away")
        case .callBack(let name): Bilingual(zh: "\(name)回来了", en: "\(name) is back")
        case .takeSeat(seat: .agent):
            Bilingual(zh: "带班坐到客服位子上", en: "the leader took the agent’s seat")
        case .takeSeat(seat: .buyer):
            Bilingual(zh: "带班坐到顾客位子上", en: "the leader took the buyer’s seat")
        case .giveBack(seat: .agent): Bilingual(zh: "客服位子还回来了", en: "the agent has the seat back")
        case .giveBack(seat: .buyer): Bilingual(zh: "顾客位子还回来了", en: "the buyer has the seat back")
        }
    }
}
