public import Engine
public import Language

/// What the gym needs from outside itself: packs to open, profiles, files, a grader, a reader.
public protocol GymWorld {
    func open(_ opening: GymOpening) throws -> Shift
    /// The rules of a platform by its profile's name, for a store that names one.
    func rules(of profile: String) throws -> Rules
    /// The bytes of a store's file, and the other way round.
    func contents(of path: String) throws -> [UInt8]
    func write(_ bytes: [UInt8], to path: String) throws
    /// The report on what has happened so far, as it would stand if the shift ended now.
    func report(_ shift: Shift) throws -> any Encodable
    func read(_ text: String, in context: Context) throws -> Reading
}

/// Which shift a program wants to serve.
public struct GymOpening: Hashable, Sendable {
    /// A pack's name or its folder's path.
    public var pack: String
    /// The pack's own where none is given.
    public var seed: UInt64?
    public var tongue: Engine.Tongue
    /// Narrowed to these; empty for the whole pack.
    public var scenarios: [String]
    /// More than zero: so many generated customers.
    public var crowd: Int
    /// False: nobody is simulated, and the program plays every part.
    public var hasPeople: Bool

    public init(
        pack: String, seed: UInt64?, tongue: Engine.Tongue, scenarios: [String] = [],
        crowd: Int = 0,
        hasPeople: Bool = true
    ) {
        self.pack = pack
        self.seed = seed
        self.tongue = tongue
        self.scenarios = scenarios
        self.crowd = crowd
        self.hasPeople = hasPeople
    }
}

/// A line could not be carried out: a stable code and what to write instead.
public struct GymFault: Error, Hashable, Sendable {
    public var code: String
    public var sentence: Engine.Bilingual

    public init(code: String, zh: String, en: String) {
        self.code = code
        sentence = Engine.Bilingual(zh: zh, en: en)
    }
}
