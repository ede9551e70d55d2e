import Engine

/// Chat, composer and replies.
extension Words {
    static let me = Bilingual(zh: "我", en: "me")
    static let bot = Bilingual(zh: "机器人", en: "robot")
    static let system = Bilingual(zh: "系统", en: "system")
    static let noteAuthor = Bilingual(zh: "内部", en: "private")
    static let chatIsEmpty = Bilingual(
        zh: "选一位顾客，对话就在这里。Alt-J 下一位，Alt-0 最该先回的一位",
        en: "Select a customer to see the conversation. Alt-J next, Alt-0 first to answer")

    static func newMessages(_ n: Int) -> Bilingual {
        Bilingual(zh: "\(n) 条新消息 Alt-G", en: "\(n) new  Alt-G")
    }
    static func moreBelow(_ n: Int) -> Bilingual {
        Bilingual(zh: "下面还有 \(n) 条 Alt-G", en: "\(n) more  Alt-G")
    }
    static func recalledMessage(_ text: String) -> Bilingual {
        Bilingual(zh: "（已撤回）\(text)", en: "(recalled) \(text)")
    }

    static func orderCard(_ id: String) -> Bilingual {
        Bilingual(zh: "核对订单 \(id)", en: "Order check \(id)")
    }
    static func productCard(_ product: String, _ variant: String) -> Bilingual {
        Bilingual(zh: "商品 \(product) \(variant)", en: "Product \(product) \(variant)")
    }
    static func couponCard(_ name: String) -> Bilingual {
        Bilingual(zh: "优惠券 \(name)", en: "Coupon \(name)")
    }
    static func fileCard(_ name: String) -> Bilingual {
        Bilingual(zh: "图片或文件 \(name)", en: "File \(name)")
    }
    static func attachment(_ attachment: Attachment) -> Bilingual {
        Bilingual(
            zh: "\(attachment.kind.name.zh) \(attachment.name)",
            en: "\(attachment.kind.name.en) \(attachment.name)")
    }
    static func notOpened(_ key: String) -> Bilingual {
        key.isEmpty
            ? Bilingual(zh: "还没打开", en: "not opened yet")
            : Bilingual(zh: "还没打开，\(key) 打开看", en: "not opened yet, \(key) opens it")
    }
    static let nothingToOpen = Bilingual(
        zh: "这位顾客没有发来图片或文件", en: "This customer has sent no picture or file")
    static func couponTerms(threshold: String, amount: String, until: String) -> Bilingual {
        Bilingual(
            zh: "满 \(threshold) 减 \(amount)，\(until) 前有效",
            en: "¥\(amount) off from ¥\(threshold), until \(until)")
    }

    // MARK: Composer

    static func to(_ name: String) -> Bilingual { Bilingual(zh: "→ \(name)", en: "→ \(name)") }
    static func noteAbout(_ name: String) -> Bilingual {
        Bilingual(zh: "┆ 内部备注，\(name)看不见", en: "┆ private note, \(name) cannot see it")
    }
    static func goesIn(_ seconds: Int, _ name: String) -> Bilingual {
        Bilingual(
            zh: "→ \(name)：\(seconds) 秒后发出，Esc 收回",
            en: "→ \(name): goes in \(seconds) s, Esc holds it")
    }
    /// What kind of answer the channel asks for.
    static func writeHint(_ manner: Conversation.Channel.Manner?) -> Bilingual {
        switch manner {
        case .chat, nil:
            Bilingual(zh: "写回复；/ 打短语", en: "write a reply; / for snippets")
        case .letter:
            Bilingual(
                zh: "写一封完整的信：称呼、答复、落款；发出收不回",
                en: "a whole letter: greeting, answer, close; it cannot be taken back")
        case .open:
            Bilingual(
                zh: "别人都看得见：不写订单、电话；要核对请对方私信",
                en: "others read along: no order or phone numbers; ask for a private message")
        case .spoken:
            Bilingual(
                zh: "打的就是说出口的话：短，别让电话里没声音",
                en: "what you type is said aloud: keep it short and the line never silent")
        }
    }
    static let noteHint = Bilingual(
        zh: "写给同事看；Esc 回到回复", en: "for colleagues only; Esc goes back to the reply")
    static let keepNote = Bilingual(zh: "记下", en: "Keep note")
    static let nothingWritten = Bilingual(
        zh: "还没写内容", en: "Nothing is written yet")
    static let choiceIsMade = Bilingual(
        zh: "按数字就进来了；草稿没有发，再按一次才发",
        en: "The digit was enough; the draft is not sent. Press again to send it")
    static let noteKept = Bilingual(zh: "已记下，顾客看不见", en: "Noted; the customer cannot see it")
    static let heldBack = Bilingual(zh: "没有发出，回到草稿里了", en: "Not sent; it is a draft again")

    static func unfilled(_ name: String) -> Bilingual {
        Bilingual(
            zh: "“\(name)”还没填上，先填再发", en: "“\(name)” is not filled in yet; fill it, then send")
    }
    static let toFillIn = Bilingual(zh: "要填", en: "fill in")
    static func fillFirst(_ name: String) -> Bilingual {
        Bilingual(
            zh: "“\(name)”查不到，发送前请自己填上", en: "“\(name)” is not known; fill it in before sending")
    }
    static func namesForeign(_ number: String, _ name: String) -> Bilingual {
        Bilingual(
            zh: "\(number) 是\(name)的，不是这位顾客的。仍然发送？",
            en: "\(number) is \(name)’s, not this customer’s. Send anyway?")
    }
    static let sendAnyway = Bilingual(zh: "仍然发送", en: "send anyway")

    // MARK: Acts on messages

    static let nothingToRecall = Bilingual(zh: "没有可以撤回的消息", en: "There is no message to recall")
    static let recalled = Bilingual(zh: "已撤回", en: "Recalled")
    static let copiedMessage = Bilingual(zh: "消息已复制", en: "The message is on the clipboard")
    static let copiedReply = Bilingual(zh: "短语已复制", en: "The reply is on the clipboard")
    static let copiedAccount = Bilingual(zh: "顾客账号已复制", en: "The account is on the clipboard")
    static func copiedOrder(_ id: String) -> Bilingual {
        Bilingual(zh: "订单号 \(id) 已复制", en: "Order number \(id) is on the clipboard")
    }

    // MARK: Replies

    static let noReplies = Bilingual(
        zh: "还没有短语。写进包里的 replies.yaml 就会出现在这里",
        en: "No replies yet. Write some into the pack’s replies.yaml")
    static let repliesWait = Bilingual(
        zh: "选一位顾客，短语会按这位的订单填好", en: "Select a customer; replies come filled from the order")
    static let noReplyFound = Bilingual(
        zh: "没有这样的短语；退格改一改", en: "No such reply; Backspace to change it")
    static func replyGone(_ code: String) -> Bilingual {
        Bilingual(
            zh: "短语“\(code)”这里没有，或者不能在这个渠道说",
            en: "There is no reply “\(code)” here, or none for this channel")
    }
    static func noSuchReply(_ number: Int) -> Bilingual {
        Bilingual(zh: "短语栏里没有第 \(number) 条", en: "There is no reply \(number) in the list")
    }

    // MARK: Undo

    static let nothingToUndo = Bilingual(
        zh: "没有能撤销的", en: "There is nothing that can be undone")
    static func undone(_ what: Bilingual) -> Bilingual {
        Bilingual(zh: "已撤销：\(what.zh)", en: "Undone: \(what.en)")
    }
}
