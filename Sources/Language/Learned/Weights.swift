import Engine

/// What the learned layer knows: the networks that read a message together, and for every run of
/// words the numbers that each network has for it. A message has a label where the networks, on
/// average, come to more than nought.
///
/// The numbers come from `Lexicons/learned/*.examples.txt` by `Learner` (`xiaoer learn`). A run's
/// are whole, between -7 and 7, with a measure for each network. The file is a few columns side by
/// side, sorted by run, and is searched as it lies: opening it costs one read.
public struct Weights: Sendable {
    /// Of the data they were learned from.
    public private(set) var fingerprint = ""
    /// A label without an example is never given.
    private var isKnown: [Bool]
    private var keys: [UInt64] = []
    /// For each run `Network.width` numbers of each network, two in a byte: of every 32 the first
    /// sixteen in the lower halves of sixteen bytes, the others in the upper halves.
    private var runs: [Int8] = []
    private var networks: [[Float]] = []
    /// What one step of a run's numbers is worth, for each network.
    private var steps: [Float] = []
    /// By the first sixteen bits of a key: where such keys begin.
    private var shelves: [UInt32] = []

    init() { isKnown = Array(repeating: false, count: Label.all.count) }

    public var isEmpty: Bool { keys.isEmpty }
    /// How many runs there are.
    public var count: Int { keys.count }

    /// One network as it comes from learning: its own numbers and those of each run.
    struct Learned: Sendable {
        var network: [Float]
        var runs: [Float]
    }

    /// - Parameters:
    ///   - keys: the runs, sorted.
    ///   - known: the labels that were taught, by their places in `Label.all`.
    init(_ keys: [UInt64], known: [Int], _ learned: [Learned], fingerprint: String) {
        self.init()
        self.fingerprint = fingerprint
        self.keys = keys
        for label in known { isKnown[label] = true }
        networks = learned.map(\.network)
        steps = learned.map { Self.step(for: $0.runs) }
        runs.reserveCapacity(keys.count * learned.count * Network.width / 2)
        for run in keys.indices {
            for (one, step) in zip(learned, steps) {
                let row = one.runs[run * Network.width..<(run + 1) * Network.width].map {
                    Int8(max(-Self.largest, min(Self.largest, ($0 / step).rounded())))
                }
                for block in stride(from: 0, to: Network.width, by: 32) {
                    for k in block..<block + 16 { runs.append(row[k] & 0xF | row[k + 16] << 4) }
                }
            }
        }
        putOnShelves()
    }

    /// The largest whole number of a run.
    private static let largest: Float = 7

    /// Three times what the numbers commonly are is the largest; what is beyond counts as that.
    private static func step(for numbers: [Float]) -> Float {
        let squares = numbers.reduce(0) { $0 + Double($1) * Double($1) }
        let common = (squares / Double(max(1, numbers.count))).squareRoot()
        return max(Float(common) * 3 / largest, .leastNormalMagnitude)
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

    /// A message of more clauses than this is read with its last ones as one.
    private static let mostClauses = 64

    /// The runs of each clause, in the order of the clauses.
    static func clauses(of message: [Run]) -> [(number: Int32, keys: [UInt64])] {
        let numbers = Set(message.map(\.clause)).sorted().prefix(mostClauses)
        var clauses = numbers.map { (number: $0, keys: [UInt64]()) }
        guard let first = numbers.first, let last = numbers.last else { return [] }
        var places = [Int](repeating: 0, count: Int(last - first) + 1)
        for (place, number) in numbers.enumerated() { places[Int(number - first)] = place }
        for run in message {
            let place = run.clause > last ? clauses.count - 1 : places[Int(run.clause - first)]
            clauses[place].keys.append(run.key)
        }
        return clauses
    }

    /// A sum beyond this says nothing more, and has to fit a whole number.
    private static let loudest: Float = 1_000_000

    /// What a message comes to for a label, in thousandths, and the clause that speaks loudest.
    struct Verdict {
        var sum: Int
        var clause: Int32
    }

    /// In the order of `Label.all`; nil for a label without examples. A run counts once in a
    /// clause, however often it stands there.
    func verdicts(_ message: [Run]) -> [Verdict?] {
        let clauses = Self.clauses(of: message)
        let labels = Label.all.count
        guard !clauses.isEmpty, !networks.isEmpty else {
            return Array(repeating: nil, count: labels)
        }
        let sums = clauses.map { self.sums(of: Set($0.keys.compactMap { place(of: $0) }).sorted()) }
        var byClause = [Float](repeating: 0, count: clauses.count * labels)
        var whole = [Float](repeating: 0, count: labels)
        let rows = Numbers(clauses.count * Network.whole)
        let mean = Numbers(Network.width)
        let gathered = Numbers(Network.whole)
        for (number, network) in networks.enumerated() {
            for (clause, sums) in sums.enumerated() {
                let row = rows.at + clause * Network.whole
                for k in 0..<Network.width { row[k] = sums[number * Network.width + k] }
            }
            network.withUnsafeBufferPointer { network in
                guard let numbers = network.baseAddress else { return }
                Network.complete(numbers, rows.at, clauses.count, mean: mean.at)
                Network.gather(rows.at, clauses.count, into: gathered.at)
                for label in 0..<labels where isKnown[label] {
                    let inClause = numbers + Network.Place.inClause + label * Network.whole
                    for clause in clauses.indices {
                        byClause[clause * labels + label] += Vector.dot(
                            inClause, rows.at + clause * Network.whole, Network.whole)
                    }
                    let inMessage = numbers + Network.Place.inMessage + label * Network.whole
                    whole[label] +=
                        Vector.dot(inMessage, gathered.at, Network.whole)
                        + numbers[Network.Place.thresholds + label]
                }
            }
        }
        return (0..<labels).map { label in
            guard isKnown[label] else { return nil }
            var best = 0
            for clause in clauses.indices.dropFirst()
            where byClause[clause * labels + label] > byClause[best * labels + label] {
                best = clause
            }
            let sum = (byClause[best * labels + label] + whole[label]) / Float(networks.count)
            return Verdict(
                sum: Int(max(-Self.loudest, min(Self.loudest, (sum * 1000).rounded()))),
                clause: clauses[best].number)
        }
    }

    /// What the runs of a clause come to, for each network, divided by the root of their count.
    private func sums(of places: [Int]) -> [Float] {
        let width = networks.count * Network.width
        var sums = [SIMD16<Int32>](repeating: .zero, count: width / 16)
        runs.withUnsafeBytes { runs in
            for place in places {
                for part in stride(from: 0, to: sums.count, by: 2) {
                    let pairs = runs.loadUnaligned(
                        fromByteOffset: place * width / 2 + part * 8, as: SIMD16<Int8>.self)
                    // Shifted down again, the upper bit of a half is its sign.
                    sums[part] &+= SIMD16(truncatingIfNeeded: (pairs &<< 4) &>> 4)
                    sums[part + 1] &+= SIMD16(truncatingIfNeeded: pairs &>> 4)
                }
            }
        }
        let share = 1 / Float(max(1, places.count)).squareRoot()
        return (0..<width).map {
            Float(sums[$0 / 16][$0 % 16]) * steps[$0 / Network.width] * share
        }
    }

    private func place(of run: UInt64) -> Int? {
        guard !shelves.isEmpty else { return nil }
        let shelf = Int(run >> 48)
        for place in Int(shelves[shelf])..<Int(shelves[shelf + 1]) where keys[place] == run {
            return place
        }
        return nil
    }

    /// Whether the networks have numbers for a run.
    func knows(_ run: UInt64) -> Bool { place(of: run) != nil }
}

// MARK: The file

extension Weights {
    private static let mark = Array("xiaoer weights 5\n".utf8)

    /// Learning comes nowhere near these; a file beyond them was written by something else.
    private static let mostNetworks = 64
    private static let limit: Float = 1000

    /// Why a file of weights cannot be used.
    public enum Problem: Error, Hashable, Sendable {
        /// Not such a file, or one of another version or of other labels.
        case unknownForm
        case cutShort
    }

    /// The labels by their names and order, and the sizes; numbers of others would be read amiss.
    private static let formPrint = Array(
        Fingerprint(
            of: Label.all.map(\.name).joined(separator: " ")
                + " \(Network.width) \(Network.inner)"
        ).hex.utf8)

    /// The file's bytes: the mark, the examples' fingerprint, the form's, how many networks and
    /// runs, which labels are known, then the columns: networks with their steps, runs, and the
    /// runs' numbers, two in a byte. Numbers are lowest byte first.
    public var file: [UInt8] {
        var bytes = Self.mark
        bytes += Array((fingerprint + String(repeating: " ", count: 16)).utf8.prefix(16))
        bytes += Self.formPrint
        Self.append(UInt64(networks.count), 4, to: &bytes)
        Self.append(UInt64(keys.count), 4, to: &bytes)
        bytes += isKnown.map { $0 ? 1 : 0 }
        for (network, step) in zip(networks, steps) {
            for number in network + [step] {
                Self.append(UInt64(number.bitPattern), 4, to: &bytes)
            }
        }
        for key in keys { Self.append(key, 8, to: &bytes) }
        bytes += runs.map { UInt8(bitPattern: $0) }
        return bytes
    }

    public init(file: [UInt8]) throws(Problem) {
        self.init()
        var place = Self.mark.count
        guard file.starts(with: Self.mark), file.count >= place + 40 else { throw .unknownForm }
        fingerprint = String(decoding: file[place..<place + 16], as: UTF8.self)
        guard file[(place + 16)..<(place + 32)].elementsEqual(Self.formPrint) else {
            throw .unknownForm
        }
        let networkCount = Int(Self.number(file, place + 32, 4))
        let count = Int(Self.number(file, place + 36, 4))
        place += 40
        let own = Network.Place.count + 1
        guard networkCount <= Self.mostNetworks else { throw .unknownForm }
        guard
            file.count == place + isKnown.count + networkCount * own * 4 + count * 8
                + count * networkCount * Network.width / 2
        else { throw .cutShort }
        for label in isKnown.indices { isKnown[label] = file[place + label] == 1 }
        place += isKnown.count
        for _ in 0..<networkCount {
            let bits: [UInt32] = Self.column(file, place, own)
            let numbers = bits.map { Float(bitPattern: $0) }
            guard numbers.allSatisfy({ abs($0) < Self.limit }) else { throw .unknownForm }
            networks.append(Array(numbers.dropLast()))
            steps.append(numbers[own - 1])
            place += own * 4
        }
        keys = Self.column(file, place, count)
        runs = Self.column(file, place + count * 8, count * networkCount * Network.width / 2)
        guard zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 }) else { throw .unknownForm }
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
