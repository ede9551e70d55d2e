/// xterm's 256 colours as red, green and blue, for pictures outside a terminal, for measuring
/// contrast, and for terminals with fewer.
public enum Palette {
    /// One colour of a screen, 0 to 255 each.
    public struct RGB: Hashable, Sendable {
        public let red: Int
        public let green: Int
        public let blue: Int

        public init(red: Int, green: Int, blue: Int) {
            self.red = red
            self.green = green
            self.blue = blue
        }

        /// As style sheets write it: `#5fd7af`.
        public var hex: String {
            "#"
                + [red, green, blue].map { part in
                    let digits = String(part, radix: 16)
                    return digits.count < 2 ? "0" + digits : digits
                }.joined()
        }
    }

    /// What xterm shows for a number. The first sixteen are a person's own choice in most
    /// terminals; these are xterm's.
    public static func rgb(_ number: UInt8) -> RGB {
        let number = Int(number)
        if number < 16 {
            let value = basic[number]
            return RGB(red: value >> 16, green: value >> 8 & 0xFF, blue: value & 0xFF)
        }
        if number >= 232 {
            let grey = 8 + (number - 232) * 10
            return RGB(red: grey, green: grey, blue: grey)
        }
        let steps = [0, 95, 135, 175, 215, 255]
        let cube = number - 16
        return RGB(red: steps[cube / 36], green: steps[cube / 6 % 6], blue: steps[cube % 6])
    }

    private static let basic = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]

    /// The closest of the first sixteen colours.
    static func nearestOfSixteen(to number: UInt8) -> UInt8 {
        let wanted = rgb(number)
        func distance(_ candidate: UInt8) -> Int {
            let other = rgb(candidate)
            let red = wanted.red - other.red
            let green = wanted.green - other.green
            let blue = wanted.blue - other.blue
            return 2 * red * red + 4 * green * green + 3 * blue * blue
        }
        return (0..<16).min { distance($0) < distance($1) } ?? 7
    }
}
