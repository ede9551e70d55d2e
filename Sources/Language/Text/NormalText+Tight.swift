extension NormalText {
    /// The same message with marks and hiding spaces taken out: "V-X", "v x" and "微·信" as the
    /// words they are. Commas stay, since what they part is seldom one word.
    func tightened() -> NormalText {
        var result = self
        result.removeAll()
        for index in 0..<count {
            let scalar = scalars[index]
            if Scalars.isHan(scalar) || Scalars.isAlphanumeric(scalar) || scalar == 0x2C
                || scalar == 0x2B
            {
                result.copy(index, from: self)
            } else if scalar == 0x20, !hides(at: index) {
                result.copy(index, from: self)
            }
        }
        return result
    }

    /// A space between two single letters hides a word; one between words parts them.
    private func hides(at index: Int) -> Bool {
        guard index > 0, index + 1 < count else { return true }
        let isAloneBefore = index == 1 || !Scalars.isAlphanumeric(scalars[index - 2])
        let isAloneAfter = index + 2 >= count || !Scalars.isAlphanumeric(scalars[index + 2])
        return isAloneBefore && isAloneAfter
    }
}
