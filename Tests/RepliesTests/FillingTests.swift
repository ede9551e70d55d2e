import Engine
import Testing

@testable import Replies

private func snippet(_ text: String, vars: String = "") throws -> Snippet {
    var library = SnippetLibrary()
    let escaped = text.replacing("\"", with: "\\\"")
    library.add(
        yaml: "matches:\n  - {trigger: /x, replace: \"\(escaped)\"\(vars)}", named: "x.yaml")
    return try #require(library.snippets.first)
}

private func fill(
    _ text: String, for customer: CustomerID = "chen", tongue: Tongue = .chinese,
    promised: Bool = false, vars: String = ""
) throws -> Filled {
    let (shop, talk) = try Scene.talk(customer, tongue, promised: promised)
    return try snippet(text, vars: vars).fill(
        in: shop, talk, agentName: "小二", tongue: tongue, now: Scene.now)
}

@Suite struct `Filling a reply` {
    @Test(arguments: [
        ("{{customer.name}}", "陈先生"), ("{{order.id}}", "2026031600010007"),
        ("{{order.items}}", "连衣裙 L码 ×1"), ("{{order.paid}}", "168.00"),
        ("{{order.due}}", "168.00"), ("{{order.status}}", "待收货"),
        ("{{order.carrier}} {{ order.tracking }}", "顺丰 SF1001"), ("{{order.scan}}", "已揽收"),
        ("{{order.region}}", "浙江省杭州市西湖区"),
        ("{{shop.name}}·{{agent.name}}", "小满生活·小二"), ("{{date}}", "3月18日"),
        ("{{date+1d}}", "3月19日"), ("{{time+2h}}", "16:02"), ("{{time-30m}}", "13:32"),
        ("{{time+10h}}", "00:02"),
    ])
    func `takes each value from the shop`(pattern: String, expected: String) throws {
        let filled = try fill(pattern)
        #expect(filled.text == expected)
        #expect(filled.missing.isEmpty)
    }

    @Test func `speaks the tongue of the desk`() throws {
        let text = "{{order.status}}, {{order.shipBy}}, {{date+1d}}"
        let english = try fill(text, for: "wang", tongue: .english).text
        #expect(english == "to be shipped, 18:02 today, 19 March")
        #expect(try fill(text, for: "wang").text == "待发货, 今天18:02, 3月19日")
    }

    @Test func `says the promise due next`() throws {
        #expect(try fill("{{promise.due}}前", promised: true).text == "今天17:00前")
        #expect(try fill("{{promise.due}}前").missing == ["promise.due"])
    }

    @Test func `leaves what has no value visible and names it once`() throws {
        let filled = try fill("{{order.tracking}}，{{order.paid}}，{{order.tracking}}", for: "liqian")
        #expect(filled.text == "{{order.tracking}}，{{order.paid}}，{{order.tracking}}")
        #expect(filled.missing == ["order.tracking", "order.paid"])
        #expect(Snippet.unfilled(in: filled.text) == ["order.tracking", "order.paid"])
    }

    @Test func `never takes another customer's order`() throws {
        let (shop, talk) = try Scene.talk("liqian")
        let filled = try snippet("{{order.id}}").fill(
            in: shop, talk, order: "2026031600010007", tongue: .chinese, now: Scene.now)
        #expect(filled.missing == ["order.id"])
    }

    @Test func `puts the caret where the mark was, counted in characters`() throws {
        let filled = try fill("{{customer.name}}👍🏽，好。$|$")
        #expect(filled.text == "陈先生👍🏽，好。")
        #expect(filled.caret == 7)
        #expect(try fill("好").caret == nil)
        #expect(try fill("$|$好").caret == 0)
    }

    @Test(arguments: [
        ("还差$|$元。要不要凑一下？", "还差__元"), ("结论先说：$|$", "结论先说：__"),
        ("不是来请您改评价的。$|$这件事我想办好", "__这件事我"),
        ("I suggest size $|$; it fits.", "size __"),
        ("your order is $|$ short of the coupon", "order is __ short"),
    ])
    func `asks for what is left blank in a sentence, by the words around it`(
        pattern: String, words: String
    ) throws {
        let filled = try fill(pattern)
        #expect(filled.missing == ["blank"])
        #expect(Snippet.unfilled(in: filled.text) == ["blank"])
        let ask = try #require(filled.asks.first)
        #expect(ask.isOpen && ask.reason == .blank && ask.title.zh == words)
        let (shop, talk) = try Scene.talk("chen")
        let answered = try snippet(pattern).fill(
            in: shop, talk, tongue: .chinese, now: Scene.now, answers: ["blank": "12"])
        #expect(answered.text == pattern.replacing("$|$", with: "12"))
        #expect(answered.missing.isEmpty && answered.caret == nil)
    }

    @Test func `fills the values the file defines itself`() throws {
        let vars = """
            , vars: [{name: hi, type: echo, params: {echo: 您好}}, \
            {name: day, type: date, params: {format: "%m/%d %H:%M", offset: 86400}}]
            """
        #expect(try fill("{{hi}} {{day}}", vars: vars).text == "您好 03/19 14:02")
    }

    @Test(arguments: [
        ("{{a}} {{b.c}}", ["a", "b.c"]), ("{{ 订单号 }}", ["订单号"]),
        ("{a} {{}} {{1+1}}", ["{{}}", "{{1+1}}"]),
        ("{{a", ["{{a"]), ("{{{a}}}", ["a"]), ("{{x {{a}}", ["a", "{{x"]), ("", []),
    ])
    func `finds what is still open in any text`(text: String, names: [String]) {
        #expect(Snippet.unfilled(in: text) == names)
    }
}
