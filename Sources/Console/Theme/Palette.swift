/// The fixed 256 colours of xterm as red, green and blue, and how well two of them can be told
/// apart by a reader.
public enum Palette {
    /// A colour as the screen mixes it.
    public struct Mix: Hashable, Sendable {
        public let red: Int
        public let green: Int
        public let blue: Int

        public init(red: Int, green: Int, blue: Int) {
            self.red = red
            self.green = green
            self.blue = blue
        }

        /// Reads `#rrggbb`.
        public init?(hex: String) {
            guard hex.first == "#", hex.utf8.count == 7,
                hex.dropFirst().allSatisfy(\.isHexDigit),
                let value = Int(hex.dropFirst(), radix: 16)
            else { return nil }
            self.init(red: value >> 16, green: value >> 8 & 0xFF, blue: value & 0xFF)
        }
    }

    /// What colour a number stands for. The first sixteen are xterm's own; people change them.
    public static func mix(_ number: UInt8) -> Mix {
        let number = Int(number)
        if number < 16 { return basic[number] }
        if number >= 232 {
            let level = 8 + 10 * (number - 232)
            return Mix(red: level, green: level, blue: level)
        }
        let cube = number - 16
        return Mix(red: levels[cube / 36], green: levels[cube / 6 % 6], blue: levels[cube % 6])
    }

    /// The fixed colour that looks most like this one; never one of the sixteen people change.
    public static func nearest(to wanted: Mix) -> UInt8 {
        var best: (number: UInt8, distance: Int) = (16, .max)
        for number in UInt8(16)...255 {
            let distance = distance(mix(number), wanted)
            if distance < best.distance { best = (number, distance) }
        }
        return best.number
    }

    /// The contrast of two colours by WCAG 2: 1 (none) to 21 (black on white).
    public static func contrast(_ one: UInt8, _ other: UInt8) -> Double {
        let first = luminance(mix(one))
        let second = luminance(mix(other))
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    private static func luminance(_ mix: Mix) -> Double {
        0.2126 * linear(mix.red) + 0.7152 * linear(mix.green) + 0.0722 * linear(mix.blue)
    }

    private static func linear(_ level: Int) -> Double {
        let share = Double(level) / 255
        if share <= 0.04045 { return share / 12.92 }
        return power((share + 0.055) / 1.055)
    }

    /// `x` to the power of 2.4, by the fifth root: 2.4 = 12/5.
    private static func power(_ x: Double) -> Double {
        var root = 1.0
        for _ in 0..<40 { root -= (root - x / (root * root * root * root)) / 5 }
        let square = root * root
        let fourth = square * square
        return fourth * fourth * fourth
    }

    /// The distance the eye sees, roughly: green counts most, red more among the light.
    private static func distance(_ a: Mix, _ b: Mix) -> Int {
        let mean = (a.red + b.red) / 2
        let red = a.red - b.red
        let green = a.green - b.green
        let blue = a.blue - b.blue
        return (512 + mean) * red * red / 256 + 4 * green * green
            + (767 - mean) * blue * blue / 256
    }

    private static let levels = [0, 95, 135, 175, 215, 255]

    private static let basic: [Mix] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205),
        (0, 205, 205), (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0),
        (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ].map { Mix(red: $0.0, green: $0.1, blue: $0.2) }
}
