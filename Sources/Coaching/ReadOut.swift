import Engine

/// Finds a whole address in a draft: which house and which door. It is read back masked, even to
/// the customer who has just typed it: others may look on, at either end.
enum ReadOut {
    static func advice(on draft: String, _ talk: Conversation, _ shop: Shop) -> [Advice] {
        let addresses = shop.orders(of: talk.customer).map(\.address.street)
        let typed = talk.messages.compactMap { message -> String? in
            guard message.author == .buyer, case .text(let text) = message.body else { return nil }
            return text
        }
        let known = addresses.flatMap { doors(in: $0) } + typed.flatMap { doors(in: $0) }
        guard let door = known.first(where: { draft.contains($0) }) else { return [] }
        return [
            Advice(
                words: door,
                fact: .fault(
                    why: Bilingual(
                        zh: "完整门牌念出来是红线，顾客自己报的也一样。",
                        en: "Reading out the whole address is a red line, even one just typed."),
                    better: Bilingual(
                        zh: "回读只说到区和路，后面打码：“…区…路***，您看对吗？”",
                        en: "Read back district and road, the rest masked: "
                            + "“… Road ***, …. Is that right?”")))
        ]
    }

    /// Two numbers beside each other with a word for a house or a door between or behind them:
    /// 888弄6号, 5幢402, "1202, No. 6".
    private static func doors(in text: String) -> [String] {
        var runs: [Range<String.Index>] = []
        var place = text.startIndex
        while place < text.endIndex {
            guard text[place].isDoorDigit else {
                place = text.index(after: place)
                continue
            }
            let end = text[place...].firstIndex { !$0.isDoorDigit } ?? text.endIndex
            runs.append(place..<end)
            place = end
        }
        return zip(runs, runs.dropFirst()).compactMap { first, second in
            let between = text[first.upperBound..<second.lowerBound].lowercased()
            let isHouse =
                between == "号" && !isDate(first, second, in: text)
                || between.count <= 12 && houseWords.contains(where: { between.contains($0) })
            return isHouse ? String(text[first.lowerBound..<second.upperBound]) : nil
        }
    }

    /// 3月2号10点, and no house.
    private static func isDate(
        _ first: Range<String.Index>, _ second: Range<String.Index>, in text: String
    ) -> Bool {
        let isDay =
            first.lowerBound > text.startIndex
            && text[text.index(before: first.lowerBound)] == "月"
        let isHour =
            second.upperBound < text.endIndex && "点时:：".contains(text[second.upperBound])
        return isDay || isHour
    }

    private static let houseWords = [
        "弄", "号楼", "栋", "幢", "座", "单元", "巷", "no.", "block", "unit", "building", "lane",
        "flat", "room", "apt",
    ]
}

extension Character {
    fileprivate var isDoorDigit: Bool { isASCII && isNumber }
}
