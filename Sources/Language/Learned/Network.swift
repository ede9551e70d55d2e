/// A small network that says of a message which labels it has.
///
/// Every run of words stands for `width` numbers. A clause is the sum of its runs, divided by the
/// root of their count; beside that it gets `inner` numbers made of itself, of the clauses before
/// and after it and of the whole message: "没有" says one thing alone and another before "不过…". A
/// label weighs the clause that speaks loudest for it, and the message.
///
/// All numbers but those of the runs lie in one row, so that learning can keep a second row beside
/// it of how far each has gone.
struct Network: Sendable {
    static let width = 128
    static let inner = 128
    static let whole = width + inner

    /// Where each part begins.
    enum Place {
        static let bias = 0
        /// For each inner number: by the clause, the one before, the one after, the message.
        static let around = bias + width
        static let aroundBias = around + inner * 4 * width
        static let inClause = aroundBias + inner
        static let inMessage = inClause + Label.all.count * whole
        static let thresholds = inMessage + Label.all.count * whole
        static let count = thresholds + Label.all.count
    }

    var numbers: [Float]

    /// Completes clauses whose first `width` numbers are their runs' sums.
    /// - Parameters:
    ///   - clauses: `count` rows of `whole` numbers.
    ///   - mean: the clauses' first `width` numbers together; filled.
    ///   - keep: for each inner number by how much it counts; all by one where nil.
    static func complete(
        _ numbers: UnsafePointer<Float>, _ clauses: UnsafeMutablePointer<Float>, _ count: Int,
        mean: UnsafeMutablePointer<Float>, keep: UnsafePointer<Float>? = nil
    ) {
        mean.update(repeating: 0, count: width)
        let share = 1 / Float(count).squareRoot()
        for clause in 0..<count {
            let row = clauses + clause * whole
            for k in 0..<width { row[k] = Vector.bend(row[k] + numbers[Place.bias + k]) }
            Vector.add(row, times: share, to: mean, width)
        }
        for g in 0..<inner {
            let own = numbers + Place.around + g * 4 * width
            let kept = keep?[g] ?? 1
            guard kept > 0 else {
                for clause in 0..<count { clauses[clause * whole + width + g] = 0 }
                continue
            }
            let common =
                numbers[Place.aroundBias + g] + Vector.dot(own + 3 * width, mean, width)
            for clause in 0..<count {
                let row = clauses + clause * whole
                var sum = common + Vector.dot(own, row, width)
                if clause > 0 { sum += Vector.dot(own + width, row - whole, width) }
                if clause + 1 < count { sum += Vector.dot(own + 2 * width, row + whole, width) }
                row[width + g] = Vector.bend(sum) * kept
            }
        }
    }

    /// The message: all its clauses together.
    static func gather(
        _ clauses: UnsafePointer<Float>, _ count: Int, into message: UnsafeMutablePointer<Float>
    ) {
        message.update(repeating: 0, count: whole)
        let share = 1 / Float(count).squareRoot()
        for clause in 0..<count {
            Vector.add(clauses + clause * whole, times: share, to: message, whole)
        }
    }
}
