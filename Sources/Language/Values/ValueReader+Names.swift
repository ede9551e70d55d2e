import Engine

// Figures that belong to a name and count nothing: 双11, 11.11, 南昌路7号5栋203.

extension ValueReader {
    // MARK: Festivals of the trade

    private static let doubled = ["11", "12", "十一", "十二"]
    private static let doubledInEnglish = ["11", "12", "eleven", "twelve"]
    /// Nothing else is written so, unless a unit of money follows.
    private static let dotted = ["11.11", "12.12"]
    /// These are figures like any other where nothing beside them speaks of the festival.
    private static let days = [
        "618", "6.18", "818", "8.18", "520", "5.20", "9.9", "99", "3.8", "38", "1111", "1212",
    ]
    private static let festive = [
        "大促", "活动", "期间", "当天", "那天", "那会", "那阵", "促销", "狂欢", "购物", "年中", "预售",
        "会场", "红包", "前后", "单子多", "订单多", "爆单", "快乐", "礼物", "表白", "节日", "节期间", "节前",
        "节后", "节的", "节活动", "节快乐", "节那", "女神", "女王", "sale", "sales", "rush", "festival",
        "promotion", "promo", "event", "season", "shopping", "deal", "deals", "campaign", "peak",
        "mega",
    ]
    private static let festiveBefore = [
        "今年", "去年", "明年", "天猫", "京东", "淘宝", "大促", "趁着", "赶上", "during", "since", "until",
    ]

    /// The end of a festival's name that holds a figure; nil where none starts.
    func festival(at index: Int) -> Int? {
        if let start = match("双", at: index) {
            guard let (which, end) = match(any: Self.doubled, at: skipSpace(start)),
                !Scalars.isDigit(at(end))
            else { return nil }
            return which < 2 && (at(end) == 0x2E || at(end) == 0x7801) ? nil : end
        }
        guard !Scalars.isAlphanumeric(at(index - 1)) else { return nil }
        if let start = match("double", at: index) {
            return match(any: Self.doubledInEnglish, at: skipSpace(start)).flatMap {
                Scalars.isDigit(at($0.end)) ? nil : $0.end
            }
        }
        guard at(index - 1) != 0x2E, at(index - 1) != 0xA5,
            !precedes(any: Self.moneyBefore, index), !precedes(any: ["rmb", "cny", "$"], index)
        else { return nil }
        if let end = match(any: Self.dotted, at: index)?.end, isWhole(end), !hasUnit(end) {
            return end
        }
        guard let end = match(any: Self.days, at: index)?.end, isWhole(end) else { return nil }
        let isFestive =
            match(any: Self.festive, at: skipSpace(end)) != nil
            || precedes(any: Self.festiveBefore, index) && !hasUnit(end)
        return isFestive ? end : nil
    }

    private func isWhole(_ end: Int) -> Bool {
        !Scalars.isAlphanumeric(at(end)) && at(end) != 0x25
            && !(at(end) == 0x2E && Scalars.isDigit(at(end + 1)))
    }

    private func hasUnit(_ end: Int) -> Bool {
        match(any: Self.yuan, at: skipSpace(end)) != nil
            || match(any: Self.measures, at: end) != nil
            || match(any: Self.latinMeasures, at: skipSpace(end)) != nil || at(end) == 0x6298
    }

    // MARK: Houses

    /// The rule under which the number of a house, a stair or a flat is found.
    static let house = "values.house"

    private static let roads = [
        "路", "街", "巷", "弄", "胡同", "街道", "大道", "一段", "二段", "三段", "四段", "东段", "西段", "南段",
        "北段", "中段",
    ]
    /// A number before these is a house's wherever it stands.
    private static let buildings = ["栋", "幢", "弄", "号楼", "号院", "单元", "室"]
    /// A number before these is one behind a road or another house.
    private static let parts = ["号", "院", "座", "楼", "层", "户", "门"]
    private static let links = Set("号弄栋幢院楼单元座层室户门-# ".unicodeScalars.map(\.value))
    private static let rooms = [
        "building", "bldg", "block", "room", "unit", "flat", "apt", "apartment", "suite",
    ]
    private static let streets = [
        "road", "rd", "street", "st", "lane", "avenue", "ave", "boulevard", "alley",
    ]

    /// 7, 5 and 203 of 南昌路7号5栋203; each by itself, for what tells an address from other words
    /// needs the words between.
    func house(at index: Int) -> Found? {
        guard Scalars.isDigit(s[index]), !Scalars.isAlphanumeric(at(index - 1)),
            at(index - 1) != 0x2E, at(index - 1) != 0x7B2C, let n = Numerals.read(s, at: index),
            let whole = n.whole,
            n.digits <= 5, n.end - index == n.digits, isHouse(n, from: index)
        else { return nil }
        return Found(value: .number(whole), range: index..<n.end, rule: Self.house)
    }

    private func isHouse(_ n: Numerals.Reading, from index: Int) -> Bool {
        if match(any: Self.buildings, at: n.end) != nil { return true }
        let isPart = match(any: Self.parts, at: n.end) != nil
        if precedes(any: Self.roads, index) { return isPart || !isMeasured(n, from: index) }
        if isBehindHouse(index) {
            return isPart && at(n.end) != 0x53F7 || !isMeasured(n, from: index)
        }
        if precedes(any: Self.rooms, index) { return !isMeasured(n, from: index) }
        return isBeforeStreet(n.end)
    }

    private func isBehindHouse(_ index: Int) -> Bool {
        guard let last = found.last, last.rule == Self.house else { return false }
        let between = last.range.upperBound..<index
        return !between.isEmpty && between.allSatisfy { Self.links.contains(s[$0]) }
    }

    /// A count, a sum or a time, as it would be read anywhere else.
    private func isMeasured(_ n: Numerals.Reading, from index: Int) -> Bool {
        if at(n.end) == 0x25 || time(at: index) != nil || duration(at: index) != nil { return true }
        return amount(n, from: index) != nil || quantity(n, from: index) != nil
            || discount(n, from: index) != nil || size(at: index) != nil
    }

    /// "7 Nanchang Road": names between, in capitals, and the word for a street.
    private func isBeforeStreet(_ end: Int) -> Bool {
        var i = end
        for _ in 0..<3 {
            guard at(i) == 0x20, i + 1 < s.count, Scalars.isLatin(at(i + 1)), isUpperCase(i + 1)
            else { return false }
            i += 1
            while Scalars.isLatin(at(i)) { i += 1 }
            if at(i) == 0x20, match(any: Self.streets, at: i + 1) != nil { return true }
        }
        return false
    }
}

extension Finding where Subject == Value {
    /// The number of a house, a stair or a flat: it dates nothing and counts nothing.
    public var isHouse: Bool { rule == ValueReader.house }
}
