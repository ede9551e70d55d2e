/// What the learned layer knows: for each label a threshold and how much each run of words speaks
/// for or against it, in thousandths. A message is labelled where the sum is above nought.
///
/// The numbers come from `Lexicons/examples` by `Learner` and are whole, so that every machine
/// reads a message alike.
public struct Weights: Sendable {
    private var places: [UInt64: Range<Int>] = [:]
    private var entries: [(label: Int, weight: Int)] = []
    private var biases: [Int]
    /// A label without an example is never given.
    private var isKnown: [Bool]

    public init() {
        biases = Array(repeating: 0, count: Label.all.count)
        isKnown = Array(repeating: false, count: Label.all.count)
    }

    public var isEmpty: Bool { entries.isEmpty }

    /// One line of the file.
    struct Entry: Hashable {
        var run: String
        var weight: Int
    }

    struct Column: Hashable {
        var label: Label
        var bias: Int
        var entries: [Entry]
    }

    init(_ columns: [Column]) {
        self.init()
        var byKey: [UInt64: [(label: Int, weight: Int)]] = [:]
        var order: [UInt64] = []
        for column in columns {
            guard let place = Label.all.firstIndex(of: column.label) else { continue }
            biases[place] = column.bias
            isKnown[place] = true
            for entry in column.entries {
                let key = Grams.key(ofRun: entry.run)
                if byKey[key] == nil { order.append(key) }
                byKey[key, default: []].append((place, entry.weight))
            }
        }
        for key in order {
            let start = entries.count
            entries += byKey[key] ?? []
            places[key] = start..<entries.count
        }
    }

    /// The sum for each label, in the order of `Label.all`; nil for one without examples.
    func scores(_ keys: Set<UInt64>) -> [Int?] {
        var sums = biases
        for key in keys {
            guard let place = places[key] else { continue }
            for entry in entries[place] { sums[entry.label] += entry.weight }
        }
        return zip(sums, isKnown).map { $1 ? $0 : nil }
    }

    /// How much one run speaks for a label.
    func weight(of key: UInt64, for label: Int) -> Int {
        guard let place = places[key] else { return 0 }
        return entries[place].first { $0.label == label }?.weight ?? 0
    }
}
