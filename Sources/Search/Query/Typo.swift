/// One slip of the finger in a word of five letters or more: a wrong letter, one too many, one too
/// few, or two changed round.
enum Typo {
    static let shortest = 5

    typealias Units = UnsafeBufferPointer<UInt16>

    /// Whether `typed` is the word, or its beginning, with one slip: `retrun` is the beginning of
    /// `returns`. At the last letter typed a slip needs a word of about this length, or `price`
    /// would be taken for any word with `pric`.
    static func isSlip(_ typed: Units, of word: Units) -> Bool {
        let count = typed.count
        guard count >= shortest, word.count + 1 >= count else { return false }
        var same = 0
        while same < count, same < word.count, typed[same] == word[same] { same += 1 }
        if same == count { return true }
        if same == count - 1 { return word.count <= count + 1 }
        let isSwapped =
            same + 1 < word.count && typed[same] == word[same + 1] && typed[same + 1] == word[same]
        return isStart(typed, same + 1, of: word, same + 1)  // wrong
            || isStart(typed, same + 1, of: word, same)  // too many
            || isStart(typed, same, of: word, same + 1)  // too few
            || (isSwapped && isStart(typed, same + 2, of: word, same + 2))
    }

    private static func isStart(_ typed: Units, _ from: Int, of word: Units, _ start: Int) -> Bool {
        guard typed.count - from <= word.count - start else { return false }
        for offset in 0..<max(0, typed.count - from)
        where typed[from + offset] != word[start + offset] { return false }
        return true
    }
}
