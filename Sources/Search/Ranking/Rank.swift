/// An entry's place among the hits as one number: its match, then its score.
enum Rank {
    static let none: UInt16 = 0

    private static let bits: UInt16 = 11
    static let count = 9 << Int(bits)

    static func rank(_ match: Match, _ score: Int) -> UInt16 {
        let kind = UInt16(Match.allCases.count - match.rawValue)
        return kind << bits | UInt16(score)
    }

    /// The lowest rank of this match.
    static func least(of match: Match) -> UInt16 { rank(match, 0) }

    static func match(_ rank: UInt16) -> Match {
        Match.allCases[Match.allCases.count - Int(rank >> bits)]
    }

    static func score(_ rank: UInt16) -> Int {
        Int(rank & (1 << bits - 1))
    }

    /// The numbers of the best entries, best first; of equals those added first.
    ///
    /// Counts how many have each rank instead of sorting 100,000 of them.
    static func best(_ ranks: [UInt16], limit: Int) -> [Int] {
        var counts = [Int32](repeating: 0, count: count)
        counts.withUnsafeMutableBufferPointer { counts in
            ranks.withUnsafeBufferPointer { ranks in
                for rank in ranks { counts[Int(rank)] += 1 }
            }
        }
        var left = limit
        var worst = count
        while worst > 1, left > 0 {
            worst -= 1
            left -= Int(counts[worst])
        }
        // Of the worst rank taken only the first ones fit.
        var room = Int(counts[min(worst, count - 1)]) + min(left, 0)
        var chosen: [Int] = []
        ranks.withUnsafeBufferPointer { ranks in
            for entry in ranks.indices where ranks[entry] != none && Int(ranks[entry]) >= worst {
                if Int(ranks[entry]) == worst {
                    if room == 0 { continue }
                    room -= 1
                }
                chosen.append(entry)
            }
        }
        sort(&chosen, by: ranks)
        return chosen
    }

    static func sort(_ entries: inout [Int], by ranks: [UInt16]) {
        entries.sort { (ranks[$1], $0) < (ranks[$0], $1) }
    }
}
