public import Language
public import Scenarios
import Support
import Synchronization

/// What the program ships, read once for all tests: reading a pack takes longer than serving it,
/// and nothing that a test does can change it.
public enum Shipped {
    private static let read = Result { try Lexicon(folder: Repository.path("Lexicons")) }
    private static let packs = Mutex<[String: Pack]>([:])

    public static var lexicon: Lexicon { get throws { try read.get() } }

    public static var reader: Reader { get throws { Reader(lexicon: try read.get()) } }

    /// A folder of `Packs/`, in its usual numbers.
    public static func pack(_ name: String) throws -> Pack {
        if let known = packs.withLock({ $0[name] }) { return known }
        let pack = try Pack.load(
            Repository.path("Packs/\(name)"), profiles: Repository.path("Profiles"),
            topics: try lexicon.topics)
        packs.withLock { $0[name] = pack }
        return pack
    }
}
