import Engine
import Replies
import Testing

private func library() -> SnippetLibrary {
    var library = SnippetLibrary()
    library.add(
        yaml: """
            matches:
              - {trigger: /fhsj, label: {zh: 发货时间, en: Shipping time}, stage: order, tags: [仓库], replace: {zh: 两天内发出。, en: Within two days.}}
              - {trigger: /fhd, label: {zh: 从哪里发货, en: Ships from}, channel: taobao, replace: {zh: 杭州发货。, en: From Hangzhou.}}
              - {trigger: /tk, label: {zh: 退款多久到, en: When refunds arrive}, group: {zh: 售后/退款, en: After sales/Refunds}, stage: after-sale, replace: {zh: 原路退回。, en: Back the way it came.}}
              - {trigger: /x9, label: {zh: 感谢, en: Thanks}, replace: {zh: 谢谢您的理解。, en: Thank you for your patience.}}
            """, named: "r.yaml")
    return library
}

private func codes(
    _ query: String, stage: Conversation.Stage? = nil, channel: Conversation.Channel? = nil,
    uses: [String: Int] = [:], limit: Int = 50
) -> [String] {
    library().search(query, stage: stage, channel: channel, uses: uses, limit: limit).map(\.code)
}

@Suite struct `Finding a reply` {
    @Test(arguments: [
        ("fhsj", "fhsj"), ("fahuosj", "fhsj"), ("發貨", "fhsj"), ("tkdjd", "tk"), ("仓库", "fhsj"),
        ("售后", "tk"), ("refu", "tk"), ("refnuds", "tk"), ("patience", "x9"), ("理解", "x9"),
        ("Ships", "fhd"), ("shipping tme", "fhsj"), ("x9", "x9"), ("退款到", "tk"),
    ])
    func `by code, label, pinyin, tag, folder, text, English and with a slip`(
        typed: String, code: String
    ) {
        #expect(codes(typed).first == code, "\(codes(typed))")
    }

    @Test func `a code beats a label, a label beats a text`() {
        #expect(codes("fh").prefix(2) == ["fhsj", "fhd"])
        #expect(codes("发货").first == "fhsj")
        #expect(codes("杭州") == ["fhd"])
    }

    @Test func `what answers the customer is offered where it is meant to be said`() {
        let library = library()
        func offered(
            _ words: String, _ stage: Conversation.Stage? = nil,
            _ channel: Conversation.Channel? = nil
        ) -> [String] {
            library.suggestions(for: words, stage: stage, channel: channel).map(\.code)
        }
        #expect(offered("退款多久才能到账呀") == ["tk"])
        #expect(offered("退款多久才能到账呀", .afterSale, .web) == ["tk"])
        #expect(offered("退款多久才能到账呀", .preSale).isEmpty)
        #expect(offered("从哪里发货呀", .order, .taobao).contains("fhd"))
        #expect(!offered("从哪里发货呀", .order, .phone).contains("fhd"))
    }

    @Test func `what is meant for another channel is left out`() {
        #expect(!codes("", channel: .email).contains("fhd"))
        #expect(codes("", channel: .taobao).contains("fhd"))
        #expect(!codes("杭州", channel: .jd).contains("fhd"))
    }

    @Test func `what is meant for this channel goes before what is meant for any`() {
        #expect(codes("", stage: .order, channel: .taobao).first == "fhd")
        #expect(codes("", stage: .order, channel: .email).first == "fhsj")
        // Never before what fits better.
        #expect(codes("fhsj", channel: .taobao).first == "fhsj")
    }

    @Test func `what is not true of the order or at this hour is not offered and stands last`() {
        var library = SnippetLibrary()
        library.add(
            yaml: """
                matches:
                  - {trigger: /cf, label: 催付, status: wait-pay, replace: 您的订单还没付款}
                  - {trigger: /ws, label: 晚上好, hours: 18-5, replace: 晚上好，您的订单我看着}
                  - {trigger: /hi, label: 您好, replace: 您好，您的订单我看着}
                """, named: "r.yaml")
        func offered(_ status: Order.Status?, _ hour: Int) -> Set<String> {
            let moment = Snippet.Moment(status: status, hour: hour)
            return Set(library.suggestions(for: "我的订单", at: moment).map(\.code))
        }
        func listed(_ status: Order.Status?, _ hour: Int) -> [String] {
            let moment = Snippet.Moment(status: status, hour: hour)
            return library.search("", at: moment).map(\.code)
        }
        #expect(offered(.waitPay, 20) == ["cf", "ws", "hi"])
        #expect(offered(.waitShip, 10) == ["hi"] && offered(nil, 4) == ["ws", "hi"])
        #expect(listed(.waitPay, 20) == ["cf", "ws", "hi"])
        #expect(listed(.waitShip, 20) == ["ws", "hi", "cf"])
        #expect(listed(nil, 10) == ["hi", "cf", "ws"])
        // Whoever types its code gets it.
        let morning = Snippet.Moment(status: .waitShip, hour: 10)
        #expect(library.search("cf", at: morning).first?.code == "cf")
    }

    @Test func `the best few of many are the first of all`() {
        var dice = Dice(seed: 11)
        var yaml = "matches:\n"
        var uses: [String: Int] = [:]
        for number in 0..<400 {
            yaml += "  - {trigger: /c\(number), label: 发货\(number), replace: 好}\n"
            uses["c\(number)"] = dice.roll(0...50)
        }
        var library = SnippetLibrary()
        library.add(yaml: yaml, named: "m.yaml")
        for query in ["", "发货", "c", "c1"] {
            let all = library.search(query, uses: uses, limit: 1000).map(\.code)
            for limit in [0, 1, 7, 30] {
                let few = library.search(query, uses: uses, limit: limit).map(\.code)
                #expect(few == Array(all.prefix(limit)), "\(query) \(limit)")
            }
        }
    }
}
