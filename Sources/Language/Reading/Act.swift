/// What an utterance does in the conversation, in the trade's terms.
///
/// One message may hold several: "您好，很抱歉，我马上帮您查" greets, apologises and asks to wait.
/// The raw value is the name a lexicon or a scenario pack writes.
public enum Act: String, CaseIterable, Hashable, Sendable, Codable {
    // Manners
    /// 问候: "您好，欢迎光临" / "Hi, welcome".
    case greet
    /// 致谢: "感谢您的支持" / "Thank you for waiting".
    case thank
    /// 共情: names the customer's feeling. "我理解您着急" / "I can see why you're upset".
    case empathise
    /// 致歉: "很抱歉" / "Sorry about that".
    case apologise
    /// 担责: takes it on as the shop's own. "是我们的疏忽，我来处理" / "That's our mistake".
    case own
    /// 告别: "祝您生活愉快" / "Have a nice day".
    case close
    /// 邀评: asks for a review or a rating, without a reward.
    case inviteReview

    // Asking
    /// 探询: asks about need, use, taste or circumstances. "您平时喜欢宽松还是修身呢?"
    case probe
    /// Asks who the customer is, to verify: "麻烦核对一下收件人姓名" / "Could you confirm your name?".
    case askIdentity
    /// "麻烦提供一下订单号" / "Could you send me the order number?".
    case askOrderNumber
    /// Asks for the cause: "请问是什么原因想退呢?" / "May I ask why?".
    case askReason
    /// "方便拍张照片发给我吗?" / "Could you send a photo?".
    case askPhoto
    /// Asks which of the offered ways the customer wants: "您看哪个合适?" / "Which would you prefer?".
    case askChoice
    /// 核对: reads an order, address or arrangement back to be confirmed. "跟您核对一下…对吗?"
    case confirmOrder
    /// Asks whether anything else is wanted: "还有其他可以帮您的吗?" / "Anything else?".
    case askMore

    // Telling
    /// 告知: states a fact with a value or a status. "包裹昨天到杭州中转了".
    case inform
    /// 解释: gives a cause or a rule behind. "因为这款是预售，所以…" / "That's because …".
    case explain
    /// 指引: one step for the customer to take. "您点开订单，选择申请退款" / "Tap 'Apply'".
    case instruct
    /// 推荐: "建议您拍L码" / "I'd go for the L".
    case recommend
    /// 给方案: offers a way out or a choice. "可以给您补发或者退款".
    case offer
    /// 搭售: "再带一双袜子更划算" / "add a pair of socks".
    case upsell
    /// 催付: reminds of an unpaid order. "您有一笔订单还没付款哦".
    case nudge
    /// 同意: grants what was asked. "可以的，给您改" / "Sure, no problem".
    case agree
    /// 拒绝: says no. "这边不能线下交易哦" / "I'm afraid we can't".
    case refuse
    /// States that a thing has just been done: "已经帮您改好了" / "I've changed it for you".
    case reportDone

    // Binding
    /// 承诺: will do a named thing, with or without a time. "明天中午前给您回复".
    case promise
    /// 稍等: asks for a moment while looking, now. "我马上帮您查一下，稍等".
    case askWait
    /// Says it is noted or passed on, with nothing the customer can count on. "会帮您反馈的".
    case willReport
    /// 转接: passes the customer on. "帮您转接售后专员" / "I'll transfer you".
    case handOver

    // What goes wrong
    /// 推责: puts it on the customer, the carrier or a colleague. "这是快递的问题，跟我们没关系".
    case blame
    /// 施压: pushes: "再不付就没货了" / "last chance, decide now".
    case pressure
    /// 警告: warns a harasser that the conversation will end. "请您文明用语，否则将结束会话".
    case warn
}
