import Language

extension Value {
    /// 49公斤 and 49kg are one value.
    var inOneUnit: Value {
        guard case .quantity(let count, let unit) = self, let usual = Self.usual[unit.lowercased()]
        else { return self }
        return .quantity(count, unit: usual)
    }

    /// The same thing was said, perhaps in another unit's name or in none: 身高158 is 158厘米.
    func names(_ other: Value) -> Bool {
        if inOneUnit == other.inOneUnit { return true }
        switch (self, other) {
        case (.number(let own), .quantity(let count, let unit)):
            return own == count && Self.usual[unit.lowercased()] != nil
        case _: return false
        }
    }

    private static let usual = [
        "公斤": "kg", "千克": "kg", "kg": "kg", "kgs": "kg", "kilos": "kg", "kilo": "kg", "克": "g",
        "g": "g", "厘米": "cm", "公分": "cm", "cm": "cm", "毫米": "mm", "mm": "mm", "米": "m", "m": "m",
        "毫升": "ml", "ml": "ml", "升": "l", "l": "l", "毫安时": "mah", "毫安": "mah", "mah": "mah",
        "瓦": "w", "w": "w", "瓦时": "wh", "wh": "wh", "寸": "寸",
    ]
}
