/// What was typed in place of what: `歉 → 谦`, `the → teh`. One side may be empty.
public struct Slip: Hashable, Sendable, Codable, Comparable {
    public var expected: String
    public var typed: String

    public init(expected: String, typed: String) {
        self.expected = expected
        self.typed = typed
    }

    public static func < (a: Self, b: Self) -> Bool {
        (a.expected, a.typed) < (b.expected, b.typed)
    }
}

extension Alignment {
    /// The differences that lie side by side, each as one slip. Inside a Latin word or a number
    /// the whole of it is told: `hte` says more than `ht`.
    public var slips: [Slip] {
        var slips: [Slip] = []
        var place = 0
        while place < steps.count {
            guard !steps[place].isRight else {
                place += 1
                continue
            }
            var end = place
            while end < steps.count, !steps[end].isRight || belongs(end, after: end - 1) {
                end += 1
            }
            var start = place
            while start > 0, steps[start - 1].isRight, belongs(start - 1, after: start) {
                start -= 1
            }
            slips.append(slip(of: steps[start..<end]))
            place = end
        }
        return slips
    }

    /// Whether a right character is of one word with the step beside it.
    private func belongs(_ place: Int, after neighbour: Int) -> Bool {
        isWord(steps[place]) && isWord(steps[neighbour])
    }

    private func isWord(_ step: Step) -> Bool {
        switch step {
        case .right(let place, _), .missing(let place): target[place].isWordPart
        case .wrong(let place, let other): target[place].isWordPart && typed[other].isWordPart
        case .extra(let place): typed[place].isWordPart
        }
    }

    private func slip(of part: ArraySlice<Step>) -> Slip {
        var slip = Slip(expected: "", typed: "")
        for step in part {
            switch step {
            case .right(let place, let other), .wrong(let place, let other):
                slip.expected.append(target[place])
                slip.typed.append(typed[other])
            case .missing(let place): slip.expected.append(target[place])
            case .extra(let other): slip.typed.append(typed[other])
            }
        }
        return slip
    }
}

extension Character {
    /// A letter or digit of the kind that makes words out of several.
    fileprivate var isWordPart: Bool { isASCII && (isLetter || isNumber) || self == "'" }
}
