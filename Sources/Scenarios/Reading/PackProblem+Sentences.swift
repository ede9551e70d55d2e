public import Engine

extension PackProblem {
    /// `Packs/open-shop/shop.yaml:12:5: orders[1].status: no such name “wait-shipp”; did you mean
    /// “wait-ship”?`
    public func sentence(in tongue: Engine.Tongue) -> String {
        var place = file
        if line > 0 { place += ":\(line)" }
        if line > 0, column > 0 { place += ":\(column)" }
        let what = fact.sentence[tongue]
        if field.isEmpty { return place + ": " + what }
        return place + ": " + Self.shown(field) + ": " + what
    }

    /// A name out of a file may hold anything; a message shows it cut and without controls.
    static func shown(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars.prefix(60) {
            let isControl = scalar.properties.generalCategory == .control
            let isFormat = scalar.properties.generalCategory == .format
            result += isControl || isFormat ? "\u{FFFD}" : String(scalar)
        }
        return text.unicodeScalars.count > 60 ? result + "…" : result
    }
}

extension PackProblems {
    /// One sentence a line.
    public func report(in tongue: Engine.Tongue) -> String {
        problems.map { $0.sentence(in: tongue) }.joined(separator: "\n")
    }
}

extension PackProblem.Fact {
    fileprivate var sentence: Engine.Bilingual {
        switch self {
        case .missingFile: say("文件不存在，请补上", "the file is missing; add it")
        case .missingFolder: say("文件夹不存在，请核对路径", "there is no such folder; check the path")
        case .notText:
            say("不是 UTF-8 文本，请另存为 UTF-8", "not UTF-8 text; save it as UTF-8")
        case .notYAML(let why):
            say("YAML 读不了：\(shown(why.zh))", "YAML that cannot be read: \(shown(why.en))")
        case .tooDeep(let limit):
            say("嵌套超过 \(limit) 层，请拆开", "nested deeper than \(limit); flatten it")
        case .unknownField(let nearest):
            say("没有这个字段" + instead(nearest).zh, "unknown field" + instead(nearest).en)
        case .missingField(let name): say("缺少 \(name)，请补上", "\(name) is missing; add it")
        case .writtenTwice: say("同一个字段写了两次，留一个", "written twice; keep one")
        case .missingLanguage(let language):
            say("缺少 \(language) 的文字，两种语言都要写", "no text for \(language); write both languages")
        case .unreadable(let text, let expected):
            say(
                "“\(shown(text))”读不懂，应写成\(expected.form.zh)",
                "cannot read “\(shown(text))”; write \(expected.form.en)")
        case .unknownName(let name, let nearest):
            say(
                "没有“\(shown(name))”这个写法" + instead(nearest).zh,
                "no such name “\(shown(name))”" + instead(nearest).en)
        case .badPhrase(let text):
            say(
                "短语“\(shown(text))”的括号或标记没写完整",
                "the marks of the phrase “\(shown(text))” do not match")
        case .backslash(let text):
            say(
                "“\(shown(text))”里的 \\n 会原样发给客服，要换行请把整句放进英文双引号",
                "the \\n in “\(shown(text))” would be sent as it stands; for a line break, put the "
                    + "whole wording between double quotes")
        case .empty: say("不能为空，至少写一项", "must not be empty; write at least one")
        case .tooMany(let limit):
            say("太大了（上限 \(limit)），请拆开", "too large (limit \(limit)); split it")
        case .tooLong(let count, let language, let limit):
            say(
                "\(language) 有 \(count) 个字，两行只放得下 \(limit) 个，请写短些",
                "\(language) has \(count) characters; two lines hold \(limit), so make it shorter")
        case .outOfRange(let number, let low, let high):
            say("\(number) 超出 \(low)–\(high)", "\(number) is outside \(low)–\(high)")
        case .outside(let text, let low, let high):
            say(
                "“\(shown(text))”超出 \(low)–\(high)，请核对数字和单位",
                "“\(shown(text))” is outside \(low)–\(high); check the number and its unit")
        case .listedTwice(let name):
            say("“\(shown(name))”列了两次，留一个", "“\(shown(name))” is listed twice; keep one")
        case .needsCount(let count):
            say("这里要正好 \(count) 项", "write exactly \(count) items here")
        case .notRising:
            say("请从小到大写", "write them from the smallest up")
        case .neverInState(let operation, let state, let allowed):
            say(
                "\(state) 的订单做不了 \(operation)，只能写 \(allowed.joined(separator: "、"))",
                "\(operation) can never be done in \(state); choose among "
                    + allowed.joined(separator: ", "))
        case .inheritsItself(let names):
            say(
                "inherits 绕成了一圈：\(names.map(shown).joined(separator: " → "))，请去掉其中一处",
                "inherits goes round in a circle: \(names.map(shown).joined(separator: " → ")); "
                    + "remove one of them")
        case .fileIsCalled(let file):
            say(
                "文件名是 \(shown(file))，name 也要写 \(shown(file))",
                "the file is called \(shown(file)); write name: \(shown(file))")
        case .leavesOut(let name):
            say("少了 \(shown(name))，请补进列表", "\(shown(name)) is left out; add it to the list")
        case .mustNotBeBelow(let value, let other):
            say("\(value) 不能小于 \(other)", "\(value) must not be below \(other)")
        case .unknownID(let id, let kind, let nearest):
            say(
                "没有名为“\(shown(id))”的\(kind.name.zh)" + instead(nearest).zh,
                "no \(kind.name.en) is called “\(shown(id))”" + instead(nearest).en)
        case .sameIDTwice(let id):
            say("“\(shown(id))”用了两次，请改名", "“\(shown(id))” is used twice; rename one")
        case .belongsToAnother(let owner):
            say(
                "这是顾客“\(shown(owner))”的，换成本场景顾客的",
                "belongs to the customer “\(shown(owner))”; use one of this scenario's customer")
        case .triggers(let count):
            say(
                "一条规则要有且只有一个触发（hears、sees、when、after、promise、enter），这里有 \(count) 个",
                "a rule has exactly one trigger (hears, sees, when, after, promise, enter); "
                    + "this one has \(count)")
        case .noEffect:
            say(
                "规则没有效果，请加 say、mood、go、do 等",
                "the rule does nothing; add say, mood, go, do …")
        case .neverReached(let state):
            say(
                "状态“\(shown(state))”走不到，加一条 go 或删掉",
                "the state “\(shown(state))” is never reached; add a go, or remove it")
        case .neverEnds:
            say(
                "顾客永远不会满意离开，请在能走到的状态里加 done: true",
                "the customer can never be content; add done: true in a state that is reached")
        case .successOutOfReach(let title):
            say(
                "成功条件“\(shown(title))”没人做得到，请在规则里补上对应的 do 或 reveal",
                "nobody can bring about “\(shown(title))”; add the do or reveal that leads to it")
        case .fewWordings(let count):
            say(
                "只有 \(count) 种说法，每种语言写三种以上",
                "only \(count) wordings; write three or more in each language")
        case .failsForNothing(let name, let nearest):
            say(
                "评分里没有叫“\(shown(name))”的一条" + instead(nearest).zh,
                "nothing in the rubric is called “\(shown(name))”" + instead(nearest).en)
        case .noGolden:
            say("没有示范，请写 golden", "there is no golden run; write golden")
        case .needNeverRevealed(let need):
            say(
                "需求“\(shown(need))”从不说出，请在规则里加 reveal",
                "the need “\(shown(need))” never comes to light; add a reveal")
        case .wrongForState(let name, let state):
            say(
                "\(state) 的订单不该有 \(name)，请删掉或改状态",
                "an order in \(state) has no \(name); remove it or change the status")
        case .notTheirPart(let command, let actor):
            say(
                "\(command) 不归 \(shown(actor)) 做，请改 by 或换一个命令",
                "\(command) is not for \(shown(actor)) to send; change by, or the command")
        case .belongsNowhere:
            say(
                "没有哪一章列出它，请写进 chapters/ 里的一章",
                "no chapter lists it; name it in one of chapters/")
        }
    }

    private func say(_ zh: String, _ en: String) -> Engine.Bilingual {
        Engine.Bilingual(zh: zh, en: en)
    }

    private func shown(_ text: String) -> String { PackProblem.shown(text) }

    private func instead(_ nearest: String?) -> Engine.Bilingual {
        guard let nearest else {
            return Engine.Bilingual(zh: "，请查写法手册", en: "; see Docs/Packs.md")
        }
        return Engine.Bilingual(
            zh: "，是不是“\(shown(nearest))”？", en: "; did you mean “\(shown(nearest))”?")
    }
}

extension PackProblem.Expected {
    /// What to write.
    var form: Engine.Bilingual {
        switch self {
        case .text: Engine.Bilingual(zh: "一段文字", en: "a text")
        case .list: Engine.Bilingual(zh: "列表，如 [a, b]", en: "a list, e.g. [a, b]")
        case .mapping: Engine.Bilingual(zh: "字段，如 {a: 1}", en: "fields, e.g. {a: 1}")
        case .yesOrNo: Engine.Bilingual(zh: "true 或 false", en: "true or false")
        case .money: Engine.Bilingual(zh: "金额，如 298.00", en: "an amount, e.g. 298.00")
        case .wholeNumber: Engine.Bilingual(zh: "整数，如 3", en: "a whole number, e.g. 3")
        case .orderStatus:
            Engine.Bilingual(
                zh: "wait-pay、wait-ship、shipped、done、closed-unpaid 或 closed-refunded",
                en: "wait-pay, wait-ship, shipped, done, closed-unpaid or closed-refunded")
        case .span: Engine.Bilingual(zh: "时长，如 90s、1h30m", en: "a span, e.g. 90s, 1h30m")
        case .moment:
            Engine.Bilingual(
                zh: "时刻，如 +5h、D+1 14:00、-2d 3:15", en: "a moment, e.g. +5h, D+1 14:00, -2d 3:15")
        case .shiftTime:
            Engine.Bilingual(zh: "班内时刻，如 0:40", en: "a time of the shift, e.g. 0:40")
        case .date:
            Engine.Bilingual(zh: "日期和钟点，如 2026-03-18 09:00", en: "a date, e.g. 2026-03-18 09:00")
        case .day: Engine.Bilingual(zh: "日期，如 2026-03-01", en: "a day, e.g. 2026-03-01")
        case .bilingual:
            Engine.Bilingual(zh: "{zh: …, en: …}", en: "{zh: …, en: …}")
        case .wordings:
            Engine.Bilingual(
                zh: "{zh: [说法, …], en: [说法, …]}", en: "{zh: [wording, …], en: [wording, …]}")
        case .condition:
            Engine.Bilingual(zh: "条件，如 {paid: true}", en: "a condition, e.g. {paid: true}")
        case .deed: Engine.Bilingual(zh: "动作，如 card order", en: "a deed, e.g. card order")
        case .buyerAct:
            Engine.Bilingual(zh: "顾客的动作，如 pay", en: "what a customer does, e.g. pay")
        case .goldenDeed:
            Engine.Bilingual(zh: "恰好一个动作，如 reply: …", en: "exactly one deed, e.g. reply: …")
        case .pattern:
            Engine.Bilingual(zh: "模式，如 {act: offer}", en: "a pattern, e.g. {act: offer}")
        case .command:
            Engine.Bilingual(
                zh: "恰好一个命令，如 {pay: {order: $order, method: card}}",
                en: "exactly one command, e.g. {pay: {order: $order, method: card}}")
        case .reference:
            Engine.Bilingual(zh: "引用，如 $order(liqian)", en: "a reference, e.g. $order(liqian)")
        case .demoMoment:
            Engine.Bilingual(
                zh: "恰好一个时刻：at: arrives、step: 3 或 when: {…}",
                en: "exactly one moment: at: arrives, step: 3 or when: {…}")
        case .delay: Engine.Bilingual(zh: "间隔，如 +0:12、+30m", en: "a delay, e.g. +0:12, +30m")
        }
    }
}

extension PackProblem.Kind {
    var name: Engine.Bilingual {
        switch self {
        case .product: Engine.Bilingual(zh: "商品", en: "product")
        case .variant: Engine.Bilingual(zh: "规格", en: "variant")
        case .coupon: Engine.Bilingual(zh: "优惠券", en: "coupon")
        case .customer: Engine.Bilingual(zh: "顾客", en: "customer")
        case .order: Engine.Bilingual(zh: "订单", en: "order")
        case .scenario: Engine.Bilingual(zh: "场景", en: "scenario")
        case .state: Engine.Bilingual(zh: "状态", en: "state")
        case .need: Engine.Bilingual(zh: "需求", en: "need")
        case .profile: Engine.Bilingual(zh: "平台规则", en: "profile")
        case .account: Engine.Bilingual(zh: "支付账户", en: "account")
        case .file: Engine.Bilingual(zh: "图片或文件", en: "picture or file")
        case .pack: Engine.Bilingual(zh: "教学包", en: "pack")
        case .knowledge: Engine.Bilingual(zh: "知识条目", en: "knowledge entry")
        case .lesson: Engine.Bilingual(zh: "课", en: "lesson")
        case .worksheet: Engine.Bilingual(zh: "练习纸", en: "worksheet")
        case .cell: Engine.Bilingual(zh: "数字格", en: "place for a number")
        }
    }
}
