import Engine
import Language
import Shifts

/// A gym without packs, files or a grader: only stores that come with the request.
struct NoWorld: GymWorld {
    private static let nothing = GymFault(code: "nothing-here", zh: "这里没有", en: "Nothing is here")

    func open(_ opening: GymOpening) throws -> Shift { throw Self.nothing }
    func rules(of profile: String) throws -> Rules { throw Self.nothing }
    func contents(of path: String) throws -> [UInt8] { throw Self.nothing }
    func write(_ bytes: [UInt8], to path: String) throws { throw Self.nothing }
    func report(_ shift: Shift) throws -> any Encodable { throw Self.nothing }
    func read(_ text: String, in context: Context) throws -> Reading {
        throw Self.nothing
    }
}
