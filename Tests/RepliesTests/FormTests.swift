import Engine
import Testing

@testable import Replies

private func filled(
    _ yaml: String, for customer: CustomerID = "chen", tongue: Tongue = .chinese,
    answers: [String: String] = [:], seed: UInt64? = nil, shop change: (Shop) -> Shop = { $0 }
) throws -> Filled {
    var library = SnippetLibrary()
    library.add(yaml: yaml, named: "f.yaml")
    #expect(library.problems.isEmpty, "\(library.problems)")
    let (shop, talk) = try Scene.talk(customer, tongue)
    let snippet = try #require(library.snippets.first)
    return snippet.fill(
        in: change(shop), talk, agentName: "小二", tongue: tongue, now: Scene.now,
        answers: answers, seed: seed)
}

@Suite struct `A reply with fields` {
    private let form = """
        matches:
          - trigger: /tm
            form: "尺码[[size]]，[[note]]，再说一次[[size]]。"
            form_fields:
              size: {type: choice, values: [S, M, L], default: M}
              note: {multiline: true, label: {zh: 说明, en: Note}}
        """

    @Test func `asks for each in the order of the text, with places for Tab`() throws {
        let filled = try filled(form)
        #expect(filled.text == "尺码M，{{note}}，再说一次M。")
        #expect(filled.asks.map(\.name) == ["size", "note"])
        #expect(filled.asks[0].places == [2..<3, 17..<18])
        #expect(filled.asks[0].choices.map(\.id) == ["S", "M", "L"])
        #expect(!filled.asks[0].isOpen && filled.asks[1].isOpen)
        #expect(filled.asks[1].isMultiline && filled.asks[1].title.zh == "说明")
        #expect(filled.missing == ["note"])
    }

    @Test func `takes answers, and an empty answer is none`() throws {
        let done = try filled(form, answers: ["size": "L", "note": "偏大\n可换"])
        #expect(done.text == "尺码L，偏大\n可换，再说一次L。")
        #expect(done.missing.isEmpty && done.asks.allSatisfy { !$0.isOpen })
        #expect(try filled(form, answers: ["note": ""]).missing == ["note"])
    }

    @Test func `may have a form as one of its values, as espanso has`() throws {
        let yaml = """
            matches:
              - trigger: ":f"
                replace: "{{form1.name|upper}} / {{form1.size}}"
                vars:
                  - name: form1
                    type: form
                    params:
                      layout: "Name [[name]] Size [[size]]"
                      fields: {size: {type: list, values: "S\\nL"}}
            """
        let open = try filled(yaml)
        #expect(open.missing == ["form1.name", "form1.size"])
        #expect(open.asks[1].choices.map(\.id) == ["S", "L"])
        #expect(
            try filled(yaml, answers: ["form1.name": "li", "form1.size": "L"]).text == "LI / L")
    }
}

@Suite struct `Values a file defines` {
    @Test func `a choice is put in the tongue of the desk`() throws {
        let yaml = """
            matches:
              - trigger: a
                replace: {zh: "{{w}}。", en: "{{w}}."}
                vars: [{name: w, type: choice, params: {values: [{zh: 顺丰, en: SF}, {label: 中通 ZTO, id: ZTO}]}}]
            """
        #expect(try filled(yaml).asks[0].choices.map(\.title.en) == ["SF", "中通 ZTO"])
        #expect(try filled(yaml, tongue: .english, answers: ["w": "顺丰"]).text == "SF.")
    }

    @Test func `chance needs a seed and keeps to it; without one the agent picks`() throws {
        let yaml = """
            matches:
              - {trigger: a, replace: "{{r}}", vars: [{name: r, type: random, params: {choices: [一, 二, 三]}}]}
            """
        let picked = try (1...40).map { try filled(yaml, seed: $0).text }
        #expect(Set(picked) == ["一", "二", "三"])
        #expect(try filled(yaml, seed: 7).text == filled(yaml, seed: 7).text)
        #expect(try filled(yaml).asks.map(\.choices.count) == [3])
    }

    @Test func `echoes hold holes, clipboards are asked for, replies hold replies`() throws {
        let yaml = """
            global_vars: [{name: hi, type: echo, params: {echo: "您好{{customer.name}}"}}]
            matches:
              - trigger: a
                replace: "{{hi}}，{{b}}{{clip}}"
                vars:
                  - {name: b, type: match, params: {trigger: ":bb"}}
                  - {name: clip, type: clipboard}
              - {trigger: ":bb", replace: "单号{{order.tracking}}，"}
            """
        let open = try filled(yaml)
        #expect(open.text == "您好陈先生，单号SF1001，{{clip}}")
        #expect(open.asks.map(\.name) == ["clip"])
        #expect(try filled(yaml, answers: ["clip": "好"]).text.hasSuffix("，好"))
    }

    @Test func `what another depends on is asked first`() throws {
        let yaml = """
            matches:
              - trigger: a
                replace: "{{two}}"
                vars:
                  - {name: two, type: echo, params: {echo: 好}, depends_on: [one]}
                  - {name: one, type: choice, params: {values: [x, y]}}
            """
        let open = try filled(yaml)
        #expect(open.text == "好" && open.missing == ["one"])
        #expect(open.asks.map(\.places) == [[]])
        #expect(try filled(yaml, answers: ["one": "x"]).missing.isEmpty)
    }

    @Test func `dates have a form, an offset and a language`() throws {
        let yaml = """
            matches:
              - trigger: a
                replace: "{{d}} {{e}}"
                vars:
                  - {name: d, type: date, params: {format: "%-m/%-d %A", offset: 86400, locale: zh-CN}}
                  - {name: e, type: date, params: {format: "%b %d %a", locale: en-US}}
            """
        #expect(try filled(yaml).text == "3/19 星期四 Mar 18 Wed")
    }
}

@Suite struct `What the shop has several of` {
    private static func two(_ shop: Shop) -> Shop {
        var fixture = ShopFixture(
            name: shop.name, agent: "me", rules: shop.rules, opensAt: Scene.now,
            products: Array(shop.products.values), customers: Array(shop.customers.values))
        let line = Order.Line(variant: "dress-L", quantity: 1, price: .yuan(168))
        let address = Address(name: "陈", phone: "13800001111", region: "杭州", street: "1")
        var first = Order(
            id: "A1", customer: "chen", placedAt: Scene.now - .days(3), lines: [line, line],
            address: address)
        first.pay(.escrow, at: Scene.now - .days(3), shipBy: Scene.now + .hours(4))
        let second = Order(
            id: "A2", customer: "chen", placedAt: Scene.now - .days(1), lines: [line],
            address: address)
        fixture.orders = [first, second]
        return Shop(fixture)
    }

    private let yaml =
        "matches: [{trigger: a, replace: '{{order.id}} {{item.title}} {{order.paid|money}}'}]"

    @Test func `is asked for once and never guessed`() throws {
        let open = try filled(yaml, shop: Self.two)
        #expect(open.text == "{{order.id}} {{item.title}} {{order.paid|money}}")
        #expect(open.missing == ["order.id", "item.title", "order.paid"])
        #expect(open.asks.map(\.name) == ["order"])
        #expect(open.asks[0].reason == .ambiguous)
        #expect(open.asks[0].choices.map(\.id) == ["A2", "A1"])
        #expect(open.asks[0].places.count == 3)
    }

    @Test func `goes on to the items of the order chosen`() throws {
        let one = try filled(yaml, answers: ["order": "A1"], shop: Self.two)
        #expect(one.text == "A1 {{item.title}} 336元")
        #expect(one.asks.map(\.name) == ["item"])
        let done = try filled(yaml, answers: ["order": "A1", "item": "2"], shop: Self.two)
        #expect(done.text == "A1 连衣裙 336元" && done.missing.isEmpty)
        let other = try filled(yaml, answers: ["order": "A2"], shop: Self.two)
        #expect(other.text == "A2 连衣裙 {{order.paid|money}}")
        #expect(other.asks.map(\.reason) == [.missing])
    }

    @Test func `another customer's order is no answer`() throws {
        #expect(
            try filled(yaml, answers: ["order": "2026031800018842"]).text.contains("{{order.id}}"))
    }

    @Test func `what the shop lacks is typed, and filters still work on it`() throws {
        let yaml = "matches: [{trigger: a, replace: '{{order.tracking|lower}}好'}]"
        let open = try filled(yaml, for: "liqian")
        #expect(open.asks.map(\.title.zh) == ["最新包裹的单号"])
        let done = try filled(yaml, for: "liqian", answers: ["order.tracking": "SF9"])
        #expect(done.text == "sf9好" && done.missing.isEmpty)
        #expect(done.asks[0].places == [0..<3])
    }
}

@Suite struct `Filters` {
    @Test(arguments: [
        ("{{order.paid|money}}", "168元"), ("{{order.postage|money}}", "0元"),
        ("{{order.shipBy|date}}", "3月18日"), ("{{order.shipBy|time}}", "18:02"),
        ("{{order.shipBy|date:%m月%d日 %H点}}", "03月18日 18点"),
        ("{{date+1d|date:%Y-%m-%d}}", "2026-03-19"),
        ("{{order.phone}}", "138****1111"), ("{{order.tracking|last:4}}", "1001"),
        ("{{order.tracking|lower|last:2}}", "01"), ("{{item.price|money}}", "168元"),
        ("{{track.number}} {{track.scan}} {{track.at}}", "SF1001 已揽收 3月17日 18:02"),
    ])
    func `change how a value is said`(pattern: String, expected: String) throws {
        let name: CustomerID = pattern.contains("shipBy") ? "wang" : "chen"
        #expect(
            try filled("matches: [{trigger: a, replace: '\(pattern)'}]", for: name).text == expected
        )
    }

    @Test func `speak English to the English`() throws {
        let yaml = "matches: [{trigger: a, replace: '{{order.paid|money}} {{order.shipBy|date}}'}]"
        #expect(try filled(yaml, for: "wang", tongue: .english).text == "¥168 18 March")
    }

    @Test func `a value never brings a caret or a hole along`() throws {
        let filled = try filled(
            "matches: [{trigger: a, form: '[[x]]好。$|$'}]", answers: ["x": "$|${{order.id}}"])
        #expect(filled.text == "$|${{order.id}}好。")
        #expect(filled.caret == 17)
    }
}
