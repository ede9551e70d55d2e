import Engine

/// What the learned layer knows: for each label a threshold and how much each run of words speaks
/// for or against it, in thousandths. A window of a message has a label where the sum is above
/// nought.
///
/// The numbers come from `Lexicons/learned/*.examples.txt` by `Learner` (`xiaoer learn`) and are
/// whole, so that every machine reads a message alike. The file is three columns side by side,
/// sorted by run, and is searched as it lies: opening it costs one read.
public struct Weights: Sendable {
    /// Of the data they were learned from.
    public private(set) var fingerprint = ""
    private var biases: [Int32]
    /// A label without an example is never given.
    private var isKnown: [Bool]
    private var keys: [UInt64] = []
    private var labels: [UInt8] = []
    private var amounts: [Int16] = []

    init() {
        biases = Array(repeating: 0, count: Label.all.count)
        isKnown = Array(repeating: false, count: Label.all.count)
    }

    public var isEmpty: Bool { keys.isEmpty }
    /// How many weights there are.
    public var count: Int { keys.count }

    /// What was learned of one label.
    struct Column {
        var label: Label
        var bias: Int
        var entries: [(key: UInt64, weight: Int)]
    }

    init(_ columns: [Column], fingerprint: String) {
        self.init()
        self.fingerprint = fingerprint
        var all: [(key: UInt64, label: UInt8, weight: Int16)] = []
        for column in columns {
            guard let place = Label.all.firstIndex(of: column.label) else { continue }
            biases[place] = Int32(column.bias)
            isKnown[place] = true
            for entry in column.entries {
                all.append(
                    (entry.key, UInt8(place), Int16(clamping: entry.weight)))
            }
        }
        all.sort { ($0.key, $0.label) < ($1.key, $1.label) }
        keys = all.map(\.key)
        labels = all.map(\.label)
        amounts = all.map(\.weight)
    }

    /// The sum for each label, in the order of `Label.all`; nil for one without examples.
    func scores(_ runs: Set<UInt64>) -> [Int?] {
        var sums = biases
        for run in runs {
            var place = first(run)
            while place < keys.count, keys[place] == run {
                sums[Int(labels[place])] += Int32(amounts[place])
                place += 1
            }
        }
        return zip(sums, isKnown).map { $1 ? Int($0) : nil }
    }

    /// How much one run speaks for a label.
    func weight(of run: UInt64, for label: Int) -> Int {
        var place = first(run)
        while place < keys.count, keys[place] == run {
            if Int(labels[place]) == label { return Int(amounts[place]) }
            place += 1
        }
        return 0
    }

    private func first(_ run: UInt64) -> Int {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < run { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

// MARK: The file

extension Weights {
    private static let mark = Array("xiaoer weights 2\n".utf8)

    /// Why a file of weights cannot be used.
    public enum Problem: Error, Hashable, Sendable {
        /// Not such a file, or one of another version or of other labels.
        case unknownForm
        case cutShort
    }

    /// The labels by their names and order; weights of other labels would be read amiss.
    private static let labelPrint = Array(
        Fingerprint(of: Label.all.map(\.name).joined(separator: " ")).hex.utf8)

    /// The file's bytes: the mark, the examples' fingerprint, the labels', the thresholds, the three columns;
    /// numbers lowest byte first.
    public var file: [UInt8] {
        var bytes = Self.mark
        bytes += Array((fingerprint + String(repeating: " ", count: 16)).utf8.prefix(16))
        bytes += Self.labelPrint
        for (bias, isKnown) in zip(biases, isKnown) {
            Self.append(UInt64(UInt32(bitPattern: bias)), 4, to: &bytes)
            bytes.append(isKnown ? 1 : 0)
        }
        Self.append(UInt64(keys.count), 4, to: &bytes)
        for key in keys { Self.append(key, 8, to: &bytes) }
        bytes += labels
        for amount in amounts { Self.append(UInt64(UInt16(bitPattern: amount)), 2, to: &bytes) }
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
        guard file.count >= place + Label.all.count * 5 + 4 else { throw .cutShort }
        for index in Label.all.indices {
            biases[index] = Int32(
                bitPattern: UInt32(truncatingIfNeeded: Self.number(file, place, 4)))
            isKnown[index] = file[place + 4] == 1
            place += 5
        }
        let count = Int(Self.number(file, place, 4))
        place += 4
        guard file.count == place + count * 11 else { throw .cutShort }
        keys = Self.column(file, place, count)
        labels = Array(file[(place + count * 8)..<(place + count * 9)])
        amounts = Self.column(file, place + count * 9, count)
        guard labels.allSatisfy({ Int($0) < Label.all.count }) else { throw .unknownForm }
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
