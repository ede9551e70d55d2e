/// How much a part of a query says: the rarer it is in the index, the more.
enum Weight {
    /// Characters that carry a sentence and not its matter. A pair with one of them weighs half,
    /// with two a quarter. 没, 不 and 要 are not among them: 不退 and 要退 differ.
    private static let filling = Set("的了吗呢啊吧呀嘛哦噢哈嗯么我你您他她它们是就都还也很又再把被这那什怎请问个".utf16)

    /// The same in English: such a word weighs a quarter.
    private static let fillingWords: Set<[UInt16]> = Set(
        """
        a an and are at be but can could did do does for from get have how i in is it me my of on \
        or please so that the them then there they this to was we what when where which who why \
        will with would you your
        """.split(separator: " ").map { Array($0.utf16) })

    /// In quarters.
    static func share(of word: [UInt16]) -> Int { fillingWords.contains(word) ? 1 : 4 }

    /// How many of the pair's two characters only fill.
    static func fillings(in pair: UInt32) -> Int {
        let first = filling.contains(UInt16(pair >> 16)) ? 1 : 0
        let second = filling.contains(UInt16(truncatingIfNeeded: pair)) ? 1 : 0
        return first + second
    }

    /// Rarer pairs weigh no more than this: a pair across two words is rare by chance.
    private static let mostForPair = 160
    /// What a pair weighs that no entry has. Most of them are chance too, but a query made of
    /// little else is about something the index does not know.
    private static let unknownPair = 48

    static func pair(_ pair: UInt32, found: Int, of entries: Int) -> Int {
        let rarity = rarity(found, of: entries)
        let weight = found == 0 ? min(rarity, unknownPair) : min(rarity, mostForPair)
        return weight * [4, 2, 1][fillings(in: pair)] / 4
    }

    /// Sixteen for a part that nearly all entries have, and sixteen more for every halving.
    ///
    /// - Parameter found: how many of the entries have it.
    static func rarity(_ found: Int, of entries: Int) -> Int {
        let ratio = (UInt64(entries) + 2) << 8 / UInt64(min(found, entries) + 1)
        return 16 + max(0, logarithm(ratio) - 8 * 16)
    }

    /// Sixteen times the logarithm to base two, in whole numbers so that every machine agrees.
    private static func logarithm(_ value: UInt64) -> Int {
        let whole = 63 - max(value, 1).leadingZeroBitCount
        let rest = whole >= 4 ? value >> UInt64(whole - 4) : value << UInt64(4 - whole)
        return whole * 16 + Int(rest & 15)
    }
}
