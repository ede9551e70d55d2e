extension TextGate {
    /// Which kinds of emoji a terminal draws in two columns, as they are meant. What it cannot
    /// draw is written as the nearest thing it can: a family as its first member, a flag as its
    /// two letters, a picture it has never heard of as its name in brackets.
    public struct Emoji: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// 😀, and every picture that is one code point and a few years old.
        public static let pictures = Emoji(rawValue: 1)
        /// ❤️: a sign that U+FE0F makes a picture.
        public static let selected = Emoji(rawValue: 2)
        /// 👍🏽: a colour of skin behind a person or a hand.
        public static let tones = Emoji(rawValue: 4)
        /// 👨‍👩‍👧: several pictures joined into one.
        public static let joined = Emoji(rawValue: 8)
        /// 🇨🇳: two letters that make a flag.
        public static let flags = Emoji(rawValue: 16)
        /// 🫨: pictures of Unicode 15 (2022) and later.
        public static let recent = Emoji(rawValue: 32)

        /// All kinds, as they are.
        public static let cluster: Emoji = [.pictures, .selected, .tones, .joined, .flags, .recent]
        /// No combinations: the first picture of each.
        public static let firstGlyph: Emoji = [.pictures, .recent]
        /// No pictures at all: `[red heart]`.
        public static let name: Emoji = []

        /// What a terminal must know to draw this cluster as it is meant; empty for anything that
        /// is no emoji.
        init(needsOf members: [Unicode.Scalar]) {
            self = []
            let first = members[0]
            if first.isRegionalIndicator {
                if members.count > 1 { insert(.flags) }
                return
            }
            guard first.properties.isEmoji else { return }
            if first.properties.isEmojiPresentation {
                insert(.pictures)
                if first.isRecent { insert(.recent) }
            }
            for scalar in members.dropFirst() {
                if scalar.value == 0xFE0F { insert(.selected) }
                if scalar.value == 0x200D { insert(.joined) }
                if scalar.isSkinTone { insert(.tones) }
                if scalar.isRecent { insert(.recent) }
            }
        }
    }
}

extension Unicode.Scalar {
    /// Younger than the tables of many terminals.
    fileprivate var isRecent: Bool {
        guard value >= 0x1F6DC, let age = properties.age else { return false }
        return age.major >= 15
    }
}
