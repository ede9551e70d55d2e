import Classes
import Engine
import Foundation

/// Where a teacher keeps which number stands for whom. Whoever has this file can read every report
/// with hidden names, so nobody but its owner may.
struct PseudonymFile {
    let path: String

    /// The numbers for all of `names`: those drawn before, and new ones for who is new, kept before
    /// they are used.
    func numbers(for names: some Sequence<String>) throws -> Pseudonyms {
        var pseudonyms = Pseudonyms(numbers: try read())
        let before = pseudonyms
        var chance = SystemRandomNumberGenerator()
        pseudonyms.draw(for: names, using: &chance)
        if pseudonyms != before { try write(pseudonyms) }
        return pseudonyms
    }

    private func read() throws -> [String: Int] {
        guard FileManager.default.fileExists(atPath: path) else { return [:] }
        let bytes = try StoredFile.bytes(path)
        let numbers = try? JSONDecoder().decode([String: Int].self, from: Data(bytes))
        guard let numbers, Set(numbers.values).count == numbers.count else {
            throw Failure.data(
                "\(path) 里的编号读不了。请从备份取回；删掉它，就会重新抽号，和以前的报告对不上。",
                "The numbers in \(path) cannot be read. Put a backup in its place; without it new "
                    + "ones are drawn that do not agree with earlier reports.")
        }
        return numbers
    }

    private func write(_ pseudonyms: Pseudonyms) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        let folder = (path as NSString).deletingLastPathComponent
        if !folder.isEmpty {
            // Where it cannot be made, writing the file says so.
            try? FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
        }
        // Nobody else's from its first byte on.
        let before = umask(0o077)
        defer { umask(before) }
        try StoredFile.write(Array(try encoder.encode(pseudonyms.numbers)), to: path)
    }
}
