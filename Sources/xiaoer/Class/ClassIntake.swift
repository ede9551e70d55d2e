import Classes
import Dispatch
import Engine
import Foundation
import Grading
import Language
import Scenarios
import Shifts
import Storage
import Synchronization

/// Reads the files of a class and judges each shift, on all cores; what comes out does not depend
/// on how many there are.
struct ClassIntake {
    let library: Library
    /// Packs by name, besides those of the data folder.
    let folders: [String: String]
    /// A shift whose pack was edited since is judged by the present text instead of left out.
    let acceptsEdited: Bool
    /// Every shift's commands are sent again and compared.
    let replays: Bool
    let contest: Contest?
    /// Files are called by their places and not by their names.
    let hidesNames: Bool

    /// What became of the files, in the order in which they were given.
    struct Result {
        var shifts: [StudentShift] = []
        var leftOut: [LeftOut] = []
    }

    private enum Outcome: Sendable {
        case judged(StudentShift)
        case leftOut(LeftOut.Reason)
    }

    func read(_ paths: [String]) throws -> Result {
        let opened = Self.onAllCores(paths.count) {
            place -> Swift.Result<HandedIn, LeftOutReason> in
            do throws(LeftOutReason) {
                return .success(try HandedIn(path: paths[place]))
            } catch {
                return .failure(error)
            }
        }
        var outcomes = [Outcome?](repeating: nil, count: paths.count)
        var wanted: [(place: Int, handed: HandedIn)] = []
        for (place, result) in opened.enumerated() {
            switch result {
            case .failure(let fault): outcomes[place] = .leftOut(fault.reason)
            case .success(let handed): wanted.append((place, handed))
            }
        }
        // Of two files of one shift the first that counts is taken: an altered copy must not stand
        // in the way of the honest one.
        var taken: [String: Int] = [:]
        for ((place, handed), outcome) in zip(wanted, try judge(wanted.map(\.handed))) {
            outcomes[place] = outcome
            guard case .judged = outcome else { continue }
            if let other = taken[handed.card.id] {
                outcomes[place] = .leftOut(.sameAs(label(other, paths)))
            } else {
                taken[handed.card.id] = place
            }
        }
        return sorted(outcomes, paths)
    }

    /// A shop with the names and numbers of a seed: read once for all shifts served in it.
    private struct ShopOfSeed: Hashable, Sendable {
        var pack: String
        var seed: UInt64

        init(_ card: ShiftCard) {
            pack = card.pack
            seed = card.seed
        }
    }

    private typealias Opened = Swift.Result<Premises, LeftOutReason>

    private func judge(_ handed: [HandedIn]) throws -> [Outcome] {
        let reader = try library.reader()
        var packs: [String: Opened] = [:]
        for name in Set(handed.map(\.card.pack)).sorted() { packs[name] = pack(name, reader) }
        let shops = Array(Set(handed.map { ShopOfSeed($0.card) }))
        let known = packs
        let premises = Dictionary(
            uniqueKeysWithValues: zip(
                shops,
                Self.onAllCores(shops.count) { place -> Opened in
                    let shop = shops[place]
                    return (known[shop.pack] ?? .failure(LeftOutReason(.brokenPack(shop.pack))))
                        .flatMap { pack in
                            do { return .success(try pack.varied(by: shop.seed)) } catch {
                                return .failure(LeftOutReason(.brokenPack(shop.pack)))
                            }
                        }
                }))
        let terms = Terms(
            acceptsEdited: acceptsEdited, replays: replays || contest != nil, contest: contest)
        return Self.onAllCores(handed.count) { place in
            let one = handed[place]
            switch premises[ShopOfSeed(one.card)] {
            case .success(let premises): return terms.judge(one, premises)
            case .failure(let fault): return .leftOut(fault.reason)
            case nil: preconditionFailure("no shop was opened for \(one.path)")
            }
        }
    }

    private func pack(
        _ name: String, _ reader: Reader
    ) -> Opened {
        let known = library.data.packNames + folders.keys.sorted()
        // The name comes from the file of a stranger: it is compared, never opened as a path.
        guard known.contains(name) else {
            let nearest = Spelling.nearest(to: name, among: known)
            return .failure(
                LeftOutReason(.unknownPack(ClassIntake.harmless(name), nearest: nearest)))
        }
        let folder = folders[name] ?? library.data.packs + "/" + name
        do {
            let pack = try Pack.load(
                folder, profiles: library.data.profiles, topics: reader.lexicon.topics)
            return .success(Premises(pack: pack, reader: reader))
        } catch {
            return .failure(LeftOutReason(.brokenPack(name)))
        }
    }

    static func harmless(_ name: String) -> String { HandedIn.name(name) ?? "?" }

    /// What every shift is held against.
    private struct Terms: Sendable {
        let acceptsEdited: Bool
        let replays: Bool
        let contest: Contest?

        func judge(_ handed: HandedIn, _ premises: Premises) -> Outcome {
            let card = handed.card
            if let contest {
                let objections = contest.objections(to: handed.entry(premises))
                if !objections.isEmpty { return .leftOut(.outsideContest(objections)) }
            }
            guard premises.pack.contentHash == card.packHash || acceptsEdited else {
                return .leftOut(.editedPack(card.pack))
            }
            guard Set(card.scenarios).isSubset(of: premises.pack.scenarios.map(\.id)) else {
                return .leftOut(.alteredHeader)
            }
            if replays {
                var own = premises.card(
                    id: card.id, tongue: card.tongue, seed: card.seed, scenarios: card.scenarios)
                own.trainee = card.trainee
                own.contest = card.contest
                own.packHash = card.packHash
                guard own == card else { return .leftOut(.alteredHeader) }
                do {
                    _ = try premises.goOn(
                        card, with: handed.entries, until: nil, store: ForgetfulStore())
                } catch let difference as ReplayDifference {
                    return .leftOut(.doesNotReplay(at: difference.sequence))
                } catch {
                    return .leftOut(.doesNotReplay(at: 1))
                }
            }
            let report = premises.report(on: handed.records, of: card)
            guard !report.conversations.isEmpty else { return .leftOut(.empty) }
            return .judged(
                StudentShift(
                    report, by: handed.student, file: (handed.path as NSString).lastPathComponent,
                    pack: card.pack, title: premises.pack.title,
                    begunAt: Instant(milliseconds: handed.header.createdAt * 1000)))
        }
    }

    private func sorted(_ outcomes: [Outcome?], _ paths: [String]) -> Result {
        var result = Result()
        for (place, outcome) in outcomes.enumerated() {
            switch outcome {
            case .judged(let shift): result.shifts.append(shift)
            case .leftOut(let reason):
                result.leftOut.append(LeftOut(file: label(place, paths), reason: reason))
            case nil: preconditionFailure("nothing became of \(paths[place])")
            }
        }
        return result
    }

    private func label(_ place: Int, _ paths: [String]) -> Bilingual {
        guard hidesNames else {
            let name = ClassIntake.harmless((paths[place] as NSString).lastPathComponent)
            return Bilingual(zh: name, en: name)
        }
        return Bilingual(zh: "第 \(place + 1) 个文件", en: "File \(place + 1)")
    }

    /// Does the same for each number below `count`, on all cores; answers in order.
    private static func onAllCores<Value: Sendable>(
        _ count: Int, _ work: @Sendable (Int) -> Value
    ) -> [Value] {
        let found = Mutex<[Value?]>(Array(repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { place in
            let value = work(place)
            found.withLock { $0[place] = value }
        }
        return found.withLock { $0.compactMap { $0 } }
    }
}

extension HandedIn {
    /// What the file says of how it was served.
    func entry(_ premises: Premises) -> ContestEntry {
        let last = entries.last?.at ?? card.startsAt
        return ContestEntry(
            pack: card.pack, seed: card.seed, profile: card.profile, language: card.tongue,
            isNarrowed: !card.scenarios.isEmpty,
            terms: card.contest.map { .init(clock: $0.clock, isCoached: $0.isCoached) },
            begunAt: Instant(milliseconds: header.createdAt * 1000),
            onTheWall: closedAt.map { .seconds(Int($0 - header.createdAt)) },
            inTheShop: last - card.startsAt)
    }
}
