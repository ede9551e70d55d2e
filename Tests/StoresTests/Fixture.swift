import Foundation
import Support

/// The exported files beside the tests.
enum Fixture {
    static func bytes(_ name: String) throws -> [UInt8] {
        let path = Repository.path("Tests/StoresTests/Fixtures/\(name)")
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }
}
