import Engine

extension ValueReader {
    static let yuan = [
        "元", "块钱", "块", "元钱", "圆", "yuan", "rmb", "cny", "kuai", "人民币",
    ]
    private static let dollars = ["dollars", "dollar", "usd"]
    static let measures = [
        "件", "个", "双", "套", "条", "只", "把", "盒", "箱", "包", "瓶", "张", "台", "支", "份", "斤",
        "公斤", "千克", "厘米", "毫米", "米", "寸", "岁", "人", "位", "次", "款", "单", "笔", "颗", "片",
        "升", "毫升", "克", "度", "瓦时", "毫安时", "天", "层", "楼", "组", "批", "袋", "罐", "本", "勺",
    ]
    static let latinMeasures = [
        "cm", "mm", "kg", "g", "ml", "mah", "wh", "kw", "w", "v", "km", "grams", "l", "pcs",
        "pieces",
        "piece", "items", "item", "sets", "set", "pairs", "pair", "boxes", "box", "parcels",
        "parcel", "people", "spoons", "spoon", "orders", "order", "photos", "photo", "lbs", "times",
    ]
    static let moneyBefore = [
        "满", "减", "立减", "到手", "到手价", "优惠", "便宜", "省", "差", "补", "差价", "只要", "仅需", "实付",
        "凑", "凑够", "凑满", "凑到", "卖", "原价", "券后", "付", "退", "退您", "补您", "您补", "还差", "赔", "返",
    ]
    /// 一块 is a yuan only where money is spoken of; else it is "together" or "a piece".
    private static let moneyVerbs = [
        "退", "补", "赔", "差", "减", "省", "便宜", "付", "加", "共", "返", "才", "就", "多", "少", "您", "你",
        "花", "要", "钱", "费", "优惠", "还差",
    ]

    /// `¥298`, `￥2.00`, `rmb 20`.
    func symbolAmount(at index: Int) -> Found? {
        var i = index
        if s[i] == 0xA5 {
            i += 1
        } else if let end = match(any: ["rmb", "cny"], at: i)?.end,
            !Scalars.isAlphanumeric(at(index - 1))
        {
            i = end
        } else {
            return nil
        }
        i = skipSpace(i)
        guard Scalars.isDigit(at(i)), let n = Numerals.read(s, at: i) else { return nil }
        return found(.amount(Money(fen: n.hundredths)), index..<n.end, "amount")
    }

    /// Whatever starts with a number: percent, discount, amount, duration, quantity, number.
    func number(at index: Int) -> Found? {
        if let share = chinesePercent(at: index) { return share }
        guard !Scalars.isDigit(at(index - 1)), let n = Numerals.read(s, at: index) else {
            return nil
        }
        // The places of 7.2 are no number of their own.
        if at(index - 1) == 0x2E, Scalars.isDigit(at(index - 2)) { return nil }
        // 第一, 第2步: an ordinal counts nothing.
        if at(index - 1) == 0x7B2C { return nil }
        if at(n.end) == 0x25, let whole = n.whole {
            return found(.percent(whole), index..<n.end + 1, "percent")
        }
        if let end = match("percent", at: skipSpace(n.end)), let whole = n.whole {
            return found(.percent(whole), index..<end, "percent")
        }
        if let cut = discount(n, from: index) { return cut }
        if let span = duration(at: index) { return span }
        if let amount = amount(n, from: index) { return amount }
        if let quantity = quantity(n, from: index) { return quantity }
        guard !n.isChinese, let whole = n.whole, !Scalars.isLatin(at(n.end)) else {
            return decimalAmount(n, from: index)
        }
        if precedes(any: Self.moneyBefore, index) || (n.end - index > n.digits + 2) {
            return found(.amount(Money(fen: n.hundredths)), index..<n.end, "amount.bare")
        }
        guard !Scalars.isLatin(at(index - 1)) else { return nil }
        return found(.number(whole), index..<n.end, "number")
    }

    private func chinesePercent(at index: Int) -> Found? {
        guard let start = match("百分之", at: index), let n = Numerals.read(s, at: start),
            let whole = n.whole
        else {
            if let end = match("百分百", at: index) {
                return found(.percent(100), index..<end, "percent")
            }
            return nil
        }
        return found(.percent(whole), index..<n.end, "percent")
    }

    /// 9折, 8.5折, 85折, 八五折: the price still to pay.
    func discount(_ n: Numerals.Reading, from index: Int) -> Found? {
        var end = n.end
        var value = n.hundredths
        if n.isChinese, let next = Numerals.chineseDigit(at(end)), n.hundredths < 1000 {
            value = n.hundredths * 10 + next * 100
            end += 1
        }
        guard at(end) == 0x6298 else { return nil }
        let percent = value < 1000 ? value / 10 : value / 100
        guard (1...99).contains(percent) else { return nil }
        return found(.discount(percentOfPrice: percent), index..<end + 1, "discount")
    }

    /// 298元, 两块五, 2块5, 5毛, "20 yuan".
    func amount(_ n: Numerals.Reading, from index: Int) -> Found? {
        let unit = skipSpace(n.end)
        if let (which, end) = match(any: Self.yuan, at: unit) {
            let isPiece = Self.yuan[which] == "块" && n.isChinese
            if isPiece, Numerals.chineseDigit(at(end)) == nil, n.hundredths <= 300 {
                guard precedes(any: Self.moneyVerbs, index) else { return nil }
            }
            var fen = n.hundredths
            var last = end
            if Self.yuan[which].hasPrefix("块"), let tail = Numerals.read(s, at: end),
                let jiao = tail.whole, (1...9).contains(jiao), tail.hundredths != 50,
                // 一是……二是……: the second of two ways, no tenths.
                at(tail.end) != 0x662F
            {
                fen += jiao * 10
                last = tail.end
            } else if Self.yuan[which].hasPrefix("块"), at(end) == 0x534A {
                fen += 50
                last = end + 1
            }
            if let money = match("钱", at: last) { last = money }
            return found(.amount(Money(fen: fen)), index..<last, "amount")
        }
        if let end = match(any: ["毛钱", "毛", "角"], at: unit)?.end {
            return found(.amount(Money(fen: n.hundredths / 10)), index..<end, "amount")
        }
        if match(any: Self.dollars, at: unit) != nil { return nil }
        return nil
    }

    /// 298.00 with two decimals and no unit is money.
    private func decimalAmount(_ n: Numerals.Reading, from index: Int) -> Found? {
        let places = n.end - index - n.digits - 1
        if !n.isChinese, n.whole == nil, (1...2).contains(places), !Scalars.isLatin(at(n.end)),
            precedes(any: Self.moneyBefore, index)
        {
            return found(.amount(Money(fen: n.hundredths)), index..<n.end, "amount.bare")
        }
        // 9.9的袜子: one decimal is money where the price stands for the thing.
        guard !n.isChinese, n.whole == nil, places == 2 || (places == 1 && at(n.end) == 0x7684),
            !Scalars.isLatin(at(n.end)), !isMeasured(n)
        else { return nil }
        return found(.amount(Money(fen: n.hundredths)), index..<n.end, "amount.decimal")
    }

    /// 1.62公斤, "0.90 kg": a weight or a length, no money.
    private func isMeasured(_ n: Numerals.Reading) -> Bool {
        match(any: Self.measures, at: n.end) != nil
            || match(any: Self.latinMeasures, at: skipSpace(n.end)).map {
                !Scalars.isLatin(at($0.end))
            } ?? false
    }

    func quantity(_ n: Numerals.Reading, from index: Int) -> Found? {
        guard let whole = n.whole else { return nil }
        let unit = skipSpace(n.end)
        if let (which, end) = match(any: Self.measures, at: n.end) {
            return found(.quantity(whole, unit: Self.measures[which]), index..<end, "quantity")
        }
        if !n.isChinese, let (which, end) = match(any: Self.latinMeasures, at: unit) {
            return found(.quantity(whole, unit: Self.latinMeasures[which]), index..<end, "quantity")
        }
        return nil
    }
}
