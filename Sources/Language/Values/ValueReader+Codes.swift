import Engine

extension ValueReader {
    private static let trackingWords = [
        "运单", "快递单", "物流单", "快递号", "运单号", "tracking", "waybill", "补发单号", "包裹号",
    ]
    private static let orderWords = ["订单", "order"]

    /// Phone numbers, order numbers and tracking numbers.
    func code(at index: Int) -> Found? {
        guard Scalars.isAlphanumeric(s[index]), !Scalars.isAlphanumeric(at(index - 1)) else {
            return nil
        }
        if let phone = phone(at: index) { return phone }
        var end = index
        var digits = 0
        var letters = 0
        var stars = 0
        while end < s.count, end - index < 40 {
            let scalar = s[end]
            if Scalars.isDigit(scalar) {
                digits += 1
            } else if Scalars.isLatin(scalar) {
                letters += 1
            } else if scalar == 0x2A {
                stars += 1
            } else if scalar == 0x2D, end > index, Scalars.isAlphanumeric(at(end + 1)) {
                // A dash inside a code.
            } else {
                break
            }
            end += 1
        }
        guard stars == 0 || digits > 0, letters <= 6 else { return nil }
        let word = String(String.UnicodeScalarView(s[index..<end].compactMap(Unicode.Scalar.init)))
        let isOrder = isNear(Self.orderWords, before: index, reach: 14)
        let isTracking =
            isNear(Self.trackingWords, before: index, reach: 16)
            || (!isOrder && isNear(["单号"], before: index, reach: 6))
        let hasDash = word.contains("-")
        // 91350203MA2HL61R9B: a company's code for taxes, no parcel's number.
        if word.count == 18, word.hasPrefix("9"), letters > 0, !isTracking { return nil }
        if digits >= 10, !hasDash, stars == 0 {
            if isTracking {
                return found(.trackingNumber(word.uppercased()), index..<end, "tracking")
            }
            if isOrder || (letters == 0 && digits >= 16) {
                return found(.orderNumber(word.uppercased()), index..<end, "order")
            }
            if letters > 0 || digits >= 12 {
                return found(.trackingNumber(word.uppercased()), index..<end, "tracking")
            }
        }
        if digits >= 4, letters > 0 || digits >= 6 {
            if isTracking {
                return found(.trackingNumber(word.uppercased()), index..<end, "tracking")
            }
            if isOrder { return found(.orderNumber(word.uppercased()), index..<end, "order") }
        }
        return nil
    }

    /// 138 0000 0000, 138-0000-0000, 13800000000, 138****0000; masked when any digit is a star.
    private func phone(at index: Int) -> Found? {
        guard s[index] == 0x31, at(index + 1) >= 0x33, at(index + 1) <= 0x39 else { return nil }
        var end = index
        var length = 0
        var stars = 0
        var word = ""
        while end < s.count, length < 12 {
            let scalar = s[end]
            if Scalars.isDigit(scalar) || scalar == 0x2A {
                if scalar == 0x2A { stars += 1 }
                length += 1
                if let unicode = Unicode.Scalar(scalar) { word.unicodeScalars.append(unicode) }
            } else if scalar == 0x20 || scalar == 0x2D, length == 3 || length == 7 {
                // The two places where people part a number.
            } else {
                break
            }
            end += 1
        }
        guard length == 11, !Scalars.isAlphanumeric(at(end)) else { return nil }
        return found(.phone(word, isMasked: stars > 0), index..<end, "phone")
    }

    /// S, M, L, XL, 2XL beside Chinese or in capitals; 38码, 170码.
    func size(at index: Int) -> Found? {
        if Scalars.isDigit(s[index]), let n = Numerals.read(s, at: index), let whole = n.whole,
            at(n.end) == 0x7801
        {
            return found(.size("\(whole)"), index..<n.end + 1, "size")
        }
        var i = index
        var name = ""
        if Scalars.isDigit(s[index]), s[index] >= 0x32, s[index] <= 0x36, at(index + 1) == 0x78 {
            name = String(repeating: "X", count: Int(s[index] - 0x30))
            i += 2
        }
        while at(i) == 0x78, name.count < 6 {
            name += "X"
            i += 1
        }
        switch at(i) {
        case 0x73, 0x6C: name += at(i) == 0x73 ? "S" : "L"
        case 0x6D where name.isEmpty: name = "M"
        default: return nil
        }
        i += 1
        let before = at(index - 1)
        guard !Scalars.isAlphanumeric(at(i)) || Scalars.isHan(at(i)),
            !Scalars.isLatin(before), !(Scalars.isDigit(before) && name.count < 2),
            before != 0x27, before != 0x2E
        else { return nil }
        if at(i) == 0x7801 || at(i) == 0x53F7 { i += 1 }
        let isBesideHan = Scalars.isHan(before) || Scalars.isHan(at(i - 1)) || Scalars.isHan(at(i))
        guard name.count > 1 || isBesideHan || isUpperCase(index) || s.count == 1 else {
            return nil
        }
        if Scalars.isDigit(s[index]) || name.count > 3 {
            let count = name.count - 1
            name = count > 3 ? "\(count)X\(name.last ?? "L")" : name
        }
        return found(.size(name), index..<i, "size")
    }
}
