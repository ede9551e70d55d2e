public import Engine

extension KPI.Kind {
    public var name: Bilingual {
        switch self {
        case .sessions: Bilingual(zh: "接待量", en: "Sessions")
        case .firstResponse: Bilingual(zh: "首次响应", en: "First response")
        case .averageResponse: Bilingual(zh: "平均响应", en: "Average response")
        case .threeMinuteRate: Bilingual(zh: "3分钟响应率", en: "Answered in 3 min")
        case .promptAnswerRate: Bilingual(zh: "30秒应答率", en: "First reply in 30 s")
        case .answeredRate: Bilingual(zh: "应答率", en: "Sessions answered")
        case .replyRate: Bilingual(zh: "回复率", en: "Messages answered")
        case .answerQuestionRatio: Bilingual(zh: "答问比", en: "Answers per question")
        case .satisfaction: Bilingual(zh: "满意度", en: "Satisfaction")
        case .dissatisfaction: Bilingual(zh: "不满意率", en: "Dissatisfaction")
        case .conversion: Bilingual(zh: "询单转化率", en: "Inquiry to paid")
        case .unreplied: Bilingual(zh: "未回复量", en: "Left unanswered")
        case .firstContactResolution: Bilingual(zh: "一次解决率", en: "Solved at first contact")
        case .refunds: Bilingual(zh: "退款笔数", en: "Refunds")
        case .refundRate: Bilingual(zh: "退款率", en: "Refund rate")
        case .shopFaultRefunds: Bilingual(zh: "店铺原因退款率", en: "Refunds at the shop's fault")
        case .promisesKept: Bilingual(zh: "承诺兑现率", en: "Promises kept")
        case .ticketsInTime: Bilingual(zh: "工单及时率", en: "Tickets in time")
        case .payRate: Bilingual(zh: "支付率", en: "Orders paid")
        case .salesPerBuyer: Bilingual(zh: "客单价", en: "Sales per buyer")
        case .handedOver: Bilingual(zh: "交接写全率", en: "Handed over")
        case .knowledgeFound: Bilingual(zh: "知识库命中率", en: "Found in the base")
        case .channelAnswered: Bilingual(zh: "其他渠道按时率", en: "Other channels in time")
        case .wholeLetters: Bilingual(zh: "信件完整率", en: "Whole letters")
        }
    }

    /// How it is worked out, in a line.
    public var formula: Bilingual {
        switch self {
        case .sessions: Bilingual(zh: "不同顾客数", en: "distinct customers")
        case .firstResponse:
            Bilingual(zh: "首次人工回复 − 首条消息，取平均", en: "mean of first human reply − first message")
        case .averageResponse:
            Bilingual(zh: "各轮等待之和 ÷ 轮数", en: "sum of waits ÷ rounds")
        case .threeMinuteRate:
            Bilingual(zh: "180秒内答复的轮数 ÷ 轮数", en: "rounds answered within 180 s ÷ rounds")
        case .promptAnswerRate:
            Bilingual(zh: "30秒内首答的会话 ÷ 会话", en: "first replies within 30 s ÷ sessions")
        case .answeredRate:
            Bilingual(zh: "有人工回复的会话 ÷ 会话", en: "sessions a person answered ÷ sessions")
        case .replyRate: Bilingual(zh: "已回复消息 ÷ 收到消息", en: "messages answered ÷ received")
        case .answerQuestionRatio:
            Bilingual(zh: "客服消息数 ÷ 顾客消息数", en: "agent messages ÷ customer messages")
        case .satisfaction: Bilingual(zh: "满意及以上 ÷ 评价数", en: "satisfied or better ÷ ratings")
        case .dissatisfaction: Bilingual(zh: "不满意及以下 ÷ 评价数", en: "dissatisfied or worse ÷ ratings")
        case .conversion: Bilingual(zh: "付款人数 ÷ 询单人数", en: "paid ÷ inquirers")
        case .unreplied:
            Bilingual(zh: "以待答消息结束的会话", en: "sessions that end on an open message")
        case .firstContactResolution:
            Bilingual(zh: "一次办成且没再来 ÷ 首次来访", en: "solved without a return ÷ first contacts")
        case .refunds: Bilingual(zh: "完成的退款", en: "refunds done")
        case .refundRate: Bilingual(zh: "退款订单 ÷ 已付订单", en: "orders refunded ÷ orders paid")
        case .shopFaultRefunds:
            Bilingual(zh: "店铺责任退款 ÷ 已付订单", en: "refunds the shop caused ÷ orders paid")
        case .promisesKept: Bilingual(zh: "按时兑现 ÷ 到期承诺", en: "kept in time ÷ due")
        case .ticketsInTime: Bilingual(zh: "按时答复 ÷ 到期工单", en: "answered in time ÷ due")
        case .payRate: Bilingual(zh: "付款订单 ÷ 下单数", en: "orders paid ÷ placed")
        case .salesPerBuyer: Bilingual(zh: "成交额 ÷ 付款人数", en: "sales ÷ buyers")
        case .handedOver:
            Bilingual(zh: "交接里写到的 ÷ 没办完的事", en: "matters in the note ÷ matters open")
        case .channelAnswered:
            Bilingual(
                zh: "邮件、社群、电话等按各自时限答复的轮数 ÷ 轮数",
                en: "rounds by mail, group, phone … answered in their time ÷ rounds")
        case .wholeLetters:
            Bilingual(zh: "有称呼有结尾的信 ÷ 发出的信", en: "letters with greeting and close ÷ letters")
        case .knowledgeFound:
            Bilingual(zh: "打开了结果的搜索 ÷ 搜索", en: "searches with a result opened ÷ all searches")
        }
    }
}

extension KPI.Value {
    /// `97.50%`, `0:28`, `1.20`, `¥158.00`; a dash where there is nothing to count.
    public var text: String {
        switch self {
        case .count(let n): "\(n)"
        case .time(let span): "\(span.seconds / 60):\(Self.two(span.seconds % 60))"
        case .rate(let n): "\(n / 100).\(Self.two(n % 100))%"
        case .ratio(let n): "\(n / 100).\(Self.two(n % 100))"
        case .money(let money): "¥\(money.plain)"
        case .none: "–"
        }
    }

    private static func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
}
