/// A typed text laid beside the one it should be: what is right, wrong, left out, too much.
///
/// The two are compared character by character as a reader counts them, with as few differences as
/// possible (Levenshtein). A full-width mark in the sentence may be typed half-width: the buyer
/// reads the same, and which one comes is the input method's doing. Not the other way about:
/// half-width marks of our sentences stand inside amounts, times and English, where `29。90` is no
/// price and an order number in full-width digits is not found again.
public struct Alignment: Hashable, Sendable {
    /// What a stretch of the alignment is.
    public enum Step: Hashable, Sendable {
        case right(target: Int, typed: Int)
        case wrong(target: Int, typed: Int)
        case missing(target: Int)
        case extra(typed: Int)
    }

    public let target: [Character]
    public let typed: [Character]
    /// From the beginning to the end of what was compared.
    public let steps: [Step]
    /// Characters of the target that were compared; fewer than all while one is still typing.
    public let reached: Int

    /// - Parameter isWhole: false while one is typing: what has not been reached yet is not missing.
    public init(of typed: String, to target: String, isWhole: Bool = true) {
        self.target = Array(target)
        self.typed = Array(typed)
        let table = DistanceTable(self.target, self.typed)
        reached = isWhole ? self.target.count : table.bestEnd
        steps = table.steps(to: reached)
    }

    /// Differences.
    public var distance: Int { steps.count { $0.isRight == false } }
    /// Characters that are as they should be.
    public var right: Int { steps.count { $0.isRight } }

    /// Right of a thousand: one less the differences in each character of the longer text.
    public var permille: Int {
        let length = max(reached, typed.count)
        guard length > 0 else { return 1000 }
        return max(0, (length - distance) * 1000 / length)
    }

    /// Which of the typed characters are not as they should be.
    public var faultyTyped: Set<Int> {
        Set(
            steps.compactMap { step in
                switch step {
                case .wrong(_, let typed), .extra(let typed): typed
                case .right, .missing: nil
                }
            })
    }

    /// Which of the target's characters were typed otherwise or left out.
    public var faultyTarget: Set<Int> {
        Set(
            steps.compactMap { step in
                switch step {
                case .wrong(let target, _), .missing(let target): target
                case .right, .extra: nil
                }
            })
    }

    /// Characters of one text that are not in another, in order: what was put into a draft.
    public static func added(in after: String, over before: String) -> String {
        let alignment = Alignment(of: after, to: before)
        return String(
            alignment.typed.indices.filter(alignment.faultyTyped.contains).map {
                alignment.typed[$0]
            })
    }

    /// How many characters of one text stand in another, in order.
    public static func kept(of text: String, in other: String) -> Int {
        Alignment(of: other, to: text).steps.count {
            if case .right = $0 { true } else { false }
        }
    }
}

extension Alignment.Step {
    /// Whether there is no difference here.
    public var isRight: Bool {
        switch self {
        case .right: true
        case .wrong, .missing, .extra: false
        }
    }
}

/// The table of distances between the beginnings of two texts.
private struct DistanceTable {
    private let target: [Character]
    private let typed: [Character]
    /// Characters at both beginnings that are alike; comparing goes on behind them.
    private let head: Int
    private let width: Int
    private var cells: [Int32]
    private let same: (Int, Int) -> Bool

    init(_ target: [Character], _ typed: [Character]) {
        self.target = target
        self.typed = typed
        var head = 0
        while head < min(target.count, typed.count), target[head].accepts(typed[head]) { head += 1 }
        self.head = head
        // Characters compare slowly; their numbers do not.
        var numbers: [Character: Int32] = [:]
        func number(_ character: Character) -> Int32 {
            if let known = numbers[character] { return known }
            let next = Int32(numbers.count)
            numbers[character] = next
            return next
        }
        let wanted = target[head...].map(number)
        let twins = target[head...].map { $0.narrow.map(number) ?? -1 }
        let given = typed[head...].map(number)
        same = { wanted[$0] == given[$1] || twins[$0] == given[$1] }
        width = wanted.count + 1
        cells = Array(repeating: 0, count: width * (given.count + 1))
        for column in 0..<width { cells[column] = Int32(column) }
        for row in 0..<given.count {
            let above = row * width
            let here = above + width
            cells[here] = Int32(row + 1)
            for column in 0..<wanted.count {
                let step = cells[above + column] + (same(column, row) ? 0 : 1)
                cells[here + column + 1] = min(
                    step, cells[above + column + 1] + 1, cells[here + column] + 1)
            }
        }
    }

    /// How much of the target the typed text comes nearest to; of equal ones the longer, up to the
    /// typed text's own length, so that a wrong character is a wrong one and not one too many.
    var bestEnd: Int {
        let row = (typed.count - head) * width
        let most = min(width - 1, typed.count - head)
        var best = 0
        for column in 0..<width {
            let isNearer = cells[row + column] < cells[row + best]
            let isLonger = cells[row + column] == cells[row + best] && column <= most
            if isNearer || isLonger { best = column }
        }
        return head + best
    }

    func steps(to end: Int) -> [Alignment.Step] {
        var steps: [Alignment.Step] = []
        var column = end - head
        var row = typed.count - head
        while column > 0 || row > 0 {
            let value = cells[row * width + column]
            if column > 0, row > 0, same(column - 1, row - 1),
                value == cells[(row - 1) * width + column - 1]
            {
                steps.append(.right(target: head + column - 1, typed: head + row - 1))
                column -= 1
                row -= 1
            } else if column > 0, row > 0, value == cells[(row - 1) * width + column - 1] + 1 {
                steps.append(.wrong(target: head + column - 1, typed: head + row - 1))
                column -= 1
                row -= 1
            } else if column > 0, value == cells[row * width + column - 1] + 1 {
                steps.append(.missing(target: head + column - 1))
                column -= 1
            } else {
                steps.append(.extra(typed: head + row - 1))
                row -= 1
            }
        }
        return (0..<head).map { .right(target: $0, typed: $0) } + steps.reversed()
    }
}
