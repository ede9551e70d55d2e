import Engine
import Shifts

/// What the pages of a room say.
enum SeatText {
    static let frozen = Bilingual(
        zh: "带班让时间停下了，等他继续；写好的字都在", en: "The leader has let time stand; what you wrote stays")
    static let youFroze = Bilingual(
        zh: "您让时间停下了，Alt-1 继续", en: "You have let time stand; Alt-1 lets it go on")
    static let leaderHasSeat = Bilingual(
        zh: "带班正坐在您的位子上，先看着", en: "The leader is acting in your seat; look on")
    static func whispered(_ text: String) -> Bilingual {
        Bilingual(zh: "带班悄悄说：\(text)", en: "The leader whispers: \(text)")
    }
    static func waitingFor(_ roles: [SeatRole]) -> Bilingual {
        Bilingual(
            zh: "时间先停着，等" + roles.map(\.name.zh).joined(separator: "和") + "坐下",
            en: "Time stands until the " + roles.map(\.name.en).joined(separator: " and the ")
                + " sits down")
    }
    static func place(_ room: String, _ round: Int, _ role: SeatRole) -> Bilingual {
        Bilingual(
            zh: "房间 \(room) · 第 \(round) 轮 · 您是\(role.name.zh)",
            en: "Room \(room) · round \(round) · you are the \(role.name.en)")
    }
    static func noSuchAct(_ digit: Int) -> Bilingual {
        Bilingual(zh: "现在没有第 \(digit) 件事可做", en: "There is nothing under \(digit) now")
    }

    // The buyer
    static let phone = Bilingual(zh: "手机", en: "Phone")
    static let cardTitle = Bilingual(zh: "角色卡 · 只有您看得见", en: "Role card · for you only")
    static let covered = Bilingual(zh: "卡盖住了，F3 翻开", en: "The card is covered; F3 turns it up")
    static let orderTitle = Bilingual(zh: "我的订单", en: "My orders")
    static let acts = Bilingual(zh: "能做的事", en: "What you can do")
    static let nothingToDo = Bilingual(zh: "先说句话，或等客服", en: "Write first, or wait for the agent")
    static let noOrders = Bilingual(zh: "还没有订单", en: "No orders yet")
    static let firstWord = Bilingual(
        zh: "像在手机上一样写给店里，Enter 发出", en: "Write to the shop as on a phone; Enter sends")
    static func to(_ shop: String, mood: Int) -> Bilingual {
        Bilingual(zh: "→ \(shop)  心情 \(mood)", en: "→ \(shop)  mood \(mood)")
    }
    static func hello(_ mood: Int, _ persona: Bilingual) -> Bilingual {
        Bilingual(zh: "\(persona.zh)，来时心情 \(mood)", en: "\(persona.en), mood \(mood) on arriving")
    }
    static func patience(_ seconds: Int) -> Bilingual {
        Bilingual(zh: "等 \(seconds) 秒没回就不高兴", en: "Minds after \(seconds) s without an answer")
    }
    static let needs = Bilingual(zh: "问到才说（Alt-R 说出）", en: "Only when asked (Alt-R tells)")
    static let moodUp = Bilingual(zh: "会让您高兴（Alt-↑）", en: "Pleases you (Alt-Up)")
    static let moodDown = Bilingual(zh: "会让您生气（Alt-↓）", en: "Angers you (Alt-Down)")
    static let satisfied = Bilingual(zh: "这样才算办好", en: "Content when")
    static let opens = Bilingual(zh: "可以这样开口", en: "You might begin")
    static let note = Bilingual(zh: "老师的提示", en: "A word from the teacher")
    static let whisperHint = Bilingual(zh: "写一句话，Enter 说出去", en: "Write a word; Enter says it")
    static let told = Bilingual(zh: "已说出", en: "told")
    static let nothingLeft = Bilingual(zh: "藏着的都说过了", en: "Nothing is hidden any more")
    static let whichNeed = Bilingual(zh: "说出哪一个？", en: "Tell which one?")
    static func needTold(_ need: Bilingual) -> Bilingual {
        Bilingual(
            zh: "记下了：说出“\(need.zh)”。用自己的话发给客服",
            en: "Noted: you tell “\(need.en)”. Say it in your own words")
    }
    static func moodMoved(_ mood: Int, by shift: Int) -> Bilingual {
        Bilingual(
            zh: "心情 \(shift > 0 ? "+" : "")\(shift)，现在 \(mood)",
            en: "Mood \(shift > 0 ? "+" : "")\(shift), now \(mood)")
    }
    static let speakFirst = Bilingual(zh: "先开口，再动心情", en: "Say something first")
    static let recalled = Bilingual(zh: "商家撤回了一条消息", en: "The shop took a message back")
    static let robot = Bilingual(zh: "机器人", en: "robot")

    // The buyer's acts
    static func buy(_ what: String) -> Bilingual { Bilingual(zh: "买 \(what)", en: "Buy \(what)") }
    static func pay(_ sum: String) -> Bilingual { Bilingual(zh: "付款 \(sum)", en: "Pay \(sum)") }
    static let cancel = Bilingual(zh: "取消订单", en: "Cancel the order")
    static let confirm = Bilingual(zh: "确认收货", en: "Confirm receipt")
    static func refund(_ reason: Bilingual) -> Bilingual {
        Bilingual(zh: "申请退款：\(reason.zh)", en: "Ask for a refund: \(reason.en)")
    }
    static let withdraw = Bilingual(zh: "撤销申请", en: "Withdraw the request")
    static let accept = Bilingual(zh: "同意商家的方案", en: "Accept the offer")
    static let decline = Bilingual(zh: "不同意方案", en: "Decline the offer")
    static let goodReview = Bilingual(zh: "写好评（用输入框的字）", en: "Good review (the text below)")
    static let badReview = Bilingual(zh: "写差评（用输入框的字）", en: "Bad review (the text below)")
    static let stars = Bilingual(zh: "给这次服务打星", en: "Rate the service")
    static let leave = Bilingual(zh: "离开", en: "Leave")
    static func sure(_ act: Bilingual) -> Bilingual {
        Bilingual(zh: "\(act.zh)？做了就收不回。", en: "\(act.en)? It cannot be taken back.")
    }
    static let writeReview = Bilingual(zh: "先在输入框写评价的话", en: "Write the review in the box first")

    // The leader
    static let leads = Bilingual(zh: "带班", en: "Leading")
    static let shopSide = Bilingual(zh: "两边都看得见", en: "Both sides")
    static let timeStopped = Bilingual(zh: "时间停下了", en: "Time stands still")
    static let goesOn = Bilingual(zh: "时间继续走", en: "Time goes on")
    static let freeze = Bilingual(zh: "让时间停下", en: "Let time stand")
    static let goOn = Bilingual(zh: "让时间继续", en: "Let time go on")
    static let lateParcel = Bilingual(zh: "包裹晚到", en: "A late parcel")
    static let plantReview = Bilingual(zh: "来一条差评", en: "A bad review")
    static let surge = Bilingual(zh: "涌进 3 位顾客", en: "Three more customers")
    static func away(_ name: String) -> Bilingual {
        Bilingual(zh: "\(name)走开", en: "\(name) is away")
    }
    static func back(_ name: String) -> Bilingual {
        Bilingual(zh: "\(name)回来", en: "\(name) is back")
    }
    static let colleagues = Bilingual(zh: "同事走开或回来", en: "A colleague leaves or returns")
    static let noColleagues = Bilingual(zh: "这家店没有同事", en: "This shop has no colleagues")
    static let cardTitleForLeader = Bilingual(zh: "顾客的角色卡", en: "The buyer’s role card")
    static let takeAgent = Bilingual(zh: "坐客服的位子", en: "Take the agent’s seat")
    static let giveAgent = Bilingual(zh: "还客服的位子", en: "Give the agent’s seat back")
    static let takeBuyer = Bilingual(zh: "坐顾客的位子", en: "Take the buyer’s seat")
    static let giveBuyer = Bilingual(zh: "还顾客的位子", en: "Give the buyer’s seat back")
    static let endRound = Bilingual(zh: "结束这一轮", en: "End this round")
    static let swap = Bilingual(zh: "换边，同一个案例再来", en: "Swap sides, same case again")
    static let endQuestion = Bilingual(
        zh: "这一轮到此为止，两边都看分？", en: "End this round here, and show both scores?")
    static let swapQuestion = Bilingual(
        zh: "这一轮到此为止，两边换位子，从头再来？", en: "End this round here, swap the sides and begin anew?")
    static let noParcel = Bilingual(
        zh: "这位顾客没有在路上或待发的货", en: "This customer has nothing to be sent or under way")
    static let noReview = Bilingual(
        zh: "这位顾客没有可以评价的订单：要先确认收货", en: "Nothing to review: receipt must be confirmed first")
    static let parcelText = Bilingual(
        zh: "件在转运中心滞留，预计晚两天到", en: "Held up at the hub; about two days late")
    static let batchReason = Bilingual(
        zh: "仓库爆仓，这一批晚两天发", en: "The warehouse is swamped: two days late")
    static let reviewText = Bilingual(
        zh: "和描述不一样，客服也不管，别买。", en: "Not as described, and nobody cares. Don’t buy.")
    static func whisperTo(_ role: SeatRole) -> Bilingual {
        Bilingual(
            zh: "悄悄对\(role.name.zh)说（Tab 换人）", en: "Whisper to the \(role.name.en) (Tab: the other)"
        )
    }
    static func speakAs(_ role: SeatRole) -> Bilingual {
        Bilingual(
            zh: "以\(role.name.zh)的身份说（Tab 换人）", en: "Speak as the \(role.name.en) (Tab: the other)")
    }
    static func whisperKept(_ role: SeatRole) -> Bilingual {
        Bilingual(zh: "只有\(role.name.zh)看得见", en: "Only the \(role.name.en) sees it")
    }
    static func moodNow(_ mood: Int, revealed: Int, of needs: Int) -> Bilingual {
        Bilingual(
            zh: "顾客心情 \(mood)，需求说出 \(revealed)/\(needs)",
            en: "Buyer’s mood \(mood), needs told \(revealed)/\(needs)")
    }
    static let noTalk = Bilingual(zh: "顾客还没有开口", en: "The buyer has not said a word yet")
    static let nobodyToSpeak = Bilingual(
        zh: "顾客还没有进来，没有会话可说话", en: "The buyer has not come in; there is nobody to speak to")

    // The rounds
    static let rounds = Bilingual(zh: "两边的分", en: "Both scores")
    static func round(_ number: Int) -> Bilingual {
        Bilingual(zh: "第 \(number) 轮", en: "Round \(number)")
    }
    static func side(_ role: SeatRole, _ chair: Chair, _ isYou: Bool) -> Bilingual {
        Bilingual(
            zh: "\(role.name.zh) · \(chair.name.zh)" + (isYou ? "（您）" : ""),
            en: "\(role.name.en) · \(chair.name.en)" + (isYou ? " (you)" : ""))
    }
    static let neverMet = Bilingual(zh: "两边没有说上话", en: "The two never talked")
    static let notOver = Bilingual(zh: "还在进行", en: "still running")
    static let events = Bilingual(zh: "事件", en: "events")
    static let swapHint = Bilingual(zh: "换边再来", en: "swap and play again")
    static let fullMarks = Bilingual(zh: "没有丢分", en: "nothing lost")
    static let roundsDetail = Bilingual(
        zh: "客服按评分标准，顾客按角色卡；每一分都写着来由。",
        en: "The agent by the rubric, the buyer by the role card; every point says why.")
    static let roomTime = Bilingual(
        zh: "房间里的时间归带班管", en: "In a room the leader has the clock")
}
