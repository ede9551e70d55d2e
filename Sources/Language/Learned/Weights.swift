import Engine

/// What the learned layer knows: for each label a threshold, and for each run of words how much it
/// speaks for or against the label, in thousandths: once in the clause where it stands and once in
/// the message as a whole. A message has a label where threshold, message and the clause that
/// speaks loudest add up to more than nought.
///
/// The numbers come from `Lexicons/learned/*.examples.txt` by `Learner` (`xiaoer learn`) and are
/// whole, so that every machine reads a message alike. The file is a few columns side by side,
/// sorted by run, and is searched as it lies: opening it costs one read.
public struct Weights: Sendable {
    /// Of the data they were learned from.
    public private(set) var fingerprint = ""
    private var biases: [Int32]
    /// A label without an example is never given.
    private var isKnown: [Bool]
    private var keys: [UInt64] = []
    /// Where the entries of each key end.
    private var ends: [UInt32] = []
    private var labels: [UInt8] = []
    private var inClause: [Int16] = []
    private var inMessage: [Int16] = []
    /// By the first sixteen bits of a key: where such keys begin.
    private var shelves: [UInt32] = []

    init() {
        biases = Array(repeating: 0, count: Label.all.count)
        isKnown = Array(repeating: false, count: Label.all.count)
    }

    public var isEmpty: Bool { keys.isEmpty }
    /// How many weights there are.
    public var count: Int { labels.count }

    /// What was learned of one label.
    struct Column {
        var label: Label
        var bias: Int
        var entries: [Entry]
    }

    struct Entry {
        var key: UInt64
        var inClause: Int
        var inMessage: Int
    }

    init(_ columns: [Column], fingerprint: String) {
        self.init()
        self.fingerprint = fingerprint
        var all: [(label: UInt8, entry: Entry)] = []
        for column in columns {
            guard let place = Label.all.firstIndex(of: column.label) else { continue }
            biases[place] = Int32(column.bias)
            isKnown[place] = true
            all += column.entries.map { (UInt8(place), $0) }
        }
        all.sort { ($0.entry.key, $0.label) < ($1.entry.key, $1.label) }
        for (label, entry) in all {
            if keys.last != entry.key {
                keys.append(entry.key)
                ends.append(0)
            }
            labels.append(label)
            inClause.append(Int16(clamping: entry.inClause))
            inMessage.append(Int16(clamping: entry.inMessage))
            ends[ends.count - 1] = UInt32(labels.count)
        }
        putOnShelves()
    }

    private mutating func putOnShelves() {
        shelves = Array(repeating: 0, count: 1 << 16 + 1)
        var shelf = 0
        for (place, key) in keys.enumerated() {
            while shelf <= Int(key >> 48) {
                shelves[shelf] = UInt32(place)
                shelf += 1
            }
        }
        while shelf < shelves.count {
            shelves[shelf] = UInt32(keys.count)
            shelf += 1
        }
    }

    /// A run and the clause it stands in.
    typealias Run = (key: UInt64, clause: Int32)

    /// What a message comes to for a label, and the clause that speaks loudest for it.
    struct Verdict {
        var sum: Int
        var clause: Int32
    }

    /// In the order of `Label.all`; nil for a label without examples. A run counts once in a
    /// clause and once in the message, however often it stands there.
    func verdicts(_ runs: [Run]) -> [Verdict?] {
        var clauses: [Int32] = []
        var found: [UInt64] = []
        for run in runs {
            if clauses.last != run.clause { clauses.append(run.clause) }
            if let place = place(of: run.key) {
                found.append(UInt64(place) << 32 | UInt64(UInt32(bitPattern: run.clause)))
            }
        }
        found.sort()
        clauses = Array(Set(clauses)).sorted()
        let count = Label.all.count
        let first = Int(clauses.first ?? 0)
        let width = Int(clauses.last ?? 0) - first + 1
        var byClause = [Int32](repeating: 0, count: width * count)
        var whole = biases
        var last: UInt64?
        for item in found where item != last {
            let key = Int(item >> 32)
            let entries = Int(key == 0 ? 0 : ends[key - 1])..<Int(ends[key])
            if last.map({ $0 >> 32 != item >> 32 }) ?? true {
                for entry in entries { whole[Int(labels[entry])] += Int32(inMessage[entry]) }
            }
            let row = (Int(item & 0xFFFF_FFFF) - first) * count
            for entry in entries { byClause[row + Int(labels[entry])] += Int32(inClause[entry]) }
            last = item
        }
        return (0..<count).map { label in
            guard isKnown[label], let start = clauses.first else { return nil }
            var best = Verdict(sum: Int(byClause[label]), clause: start)
            for clause in clauses.dropFirst() {
                let sum = Int(byClause[(Int(clause) - first) * count + label])
                if sum > best.sum { best = Verdict(sum: sum, clause: clause) }
            }
            best.sum += Int(whole[label])
            return best
        }
    }

    /// How much one run speaks for a label, in its clause and in the message together.
    func weight(of run: UInt64, for label: Int) -> Int {
        guard let key = place(of: run) else { return 0 }
        for entry in Int(key == 0 ? 0 : ends[key - 1])..<Int(ends[key])
        where Int(labels[entry]) == label {
            return Int(inClause[entry]) + Int(inMessage[entry])
        }
        return 0
    }

    private func place(of run: UInt64) -> Int? {
        guard !shelves.isEmpty else { return nil }
        let shelf = Int(run >> 48)
        for place in Int(shelves[shelf])..<Int(shelves[shelf + 1]) where keys[place] == run {
            return place
        }
        return nil
    }
}

// MARK: The file

extension Weights {
    private static let mark = Array("xiaoer weights 3\n".utf8)

    /// Why a file of weights cannot be used.
    public enum Problem: Error, Hashable, Sendable {
        /// Not such a file, or one of another version or of other labels.
        case unknownForm
        case cutShort
    }

    /// The labels by their names and order; weights of other labels would be read amiss.
    private static let labelPrint = Array(
        Fingerprint(of: Label.all.map(\.name).joined(separator: " ")).hex.utf8)

    /// The file's bytes: the mark, the examples' fingerprint, the labels', the thresholds, then the
    /// columns: runs and where their entries end, labels, weights in the clause and in the message.
    /// Numbers are lowest byte first.
    public var file: [UInt8] {
        var bytes = Self.mark
        bytes += Array((fingerprint + String(repeating: " ", count: 16)).utf8.prefix(16))
        bytes += Self.labelPrint
        for (bias, isKnown) in zip(biases, isKnown) {
            Self.append(UInt64(UInt32(bitPattern: bias)), 4, to: &bytes)
            bytes.append(isKnown ? 1 : 0)
        }
        Self.append(UInt64(keys.count), 4, to: &bytes)
        Self.append(UInt64(labels.count), 4, to: &bytes)
        for key in keys { Self.append(key, 8, to: &bytes) }
        for end in ends { Self.append(UInt64(end), 4, to: &bytes) }
        bytes += labels
        for column in [inClause, inMessage] {
            for amount in column { Self.append(UInt64(UInt16(bitPattern: amount)), 2, to: &bytes) }
        }
        return bytes
    }

    public init(file: [UInt8]) throws(Problem) {
        self.init()
        var place = Self.mark.count
        guard file.starts(with: Self.mark), file.count >= place + 32 else { throw .unknownForm }
        fingerprint = String(decoding: file[place..<place + 16], as: UTF8.self)
        guard file[(place + 16)..<(place + 32)].elementsEqual(Self.labelPrint) else {
            throw .unknownForm
        }
        place += 32
        guard file.count >= place + Label.all.count * 5 + 8 else { throw .cutShort }
        for index in Label.all.indices {
            biases[index] = Int32(
                bitPattern: UInt32(truncatingIfNeeded: Self.number(file, place, 4)))
            isKnown[index] = file[place + 4] == 1
            place += 5
        }
        let count = Int(Self.number(file, place, 4))
        let entries = Int(Self.number(file, place + 4, 4))
        place += 8
        guard file.count == place + count * 12 + entries * 5 else { throw .cutShort }
        keys = Self.column(file, place, count)
        ends = Self.column(file, place + count * 8, count)
        place += count * 12
        labels = Array(file[place..<(place + entries)])
        inClause = Self.column(file, place + entries, entries)
        inMessage = Self.column(file, place + entries * 3, entries)
        guard labels.allSatisfy({ Int($0) < Label.all.count }),
            Int(ends.last ?? 0) == entries,
            zip(ends, ends.dropFirst()).allSatisfy({ $0 < $1 }),
            zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 })
        else { throw .unknownForm }
        putOnShelves()
    }

    /// Numbers one behind the other, taken over in one piece.
    private static func column<Number: FixedWidthInteger>(
        _ file: [UInt8], _ place: Int, _ count: Int
    ) -> [Number] {
        let size = MemoryLayout<Number>.size
        let numbers = [Number](unsafeUninitializedCapacity: count) { buffer, filled in
            file.withUnsafeBytes { bytes in
                UnsafeMutableRawBufferPointer(buffer).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: bytes[place..<place + count * size]))
            }
            filled = count
        }
        return Number(littleEndian: 1) == 1 ? numbers : numbers.map { Number(littleEndian: $0) }
    }

    private static func append(_ number: UInt64, _ size: Int, to bytes: inout [UInt8]) {
        for index in 0..<size { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
    }

    private static func number(_ bytes: [UInt8], _ place: Int, _ size: Int) -> UInt64 {
        (0..<size).reduce(0) { $0 | UInt64(bytes[place + $1]) << (8 * $1) }
    }
}
