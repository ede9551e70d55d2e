import Foundation
import Support

/// The source tree as its text shows it.
enum Rooms {
    /// The folders of Sources, in order.
    static let names = Set(
        Repository.files(below: "Sources").map { String($0.split(separator: "/")[1]) }
    ).sorted()

    /// The modules a file imports.
    static func imports(of file: String) throws -> Set<String> {
        let statement = #/^(?:@\w+ )*(?:public |package |internal |private )?import (?:\w+ )?(\w+)/#
            .anchorsMatchLineEndings()
        return Set(try Repository.text(of: file).matches(of: statement).map { String($0.1) })
    }

    /// A type or protocol declared at the left margin.
    struct Declaration: Hashable {
        let name: String
        let line: Int
        let hasDocumentation: Bool
    }

    static func declarations(in file: String) throws -> [Declaration] {
        let statement =
            #/^(?:public |package |private |fileprivate |final |indirect )*(?:struct|enum|class|protocol|actor) (\w+)/#
        let lines = try Repository.text(of: file)
            .split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.compactMap { index in
            guard let match = lines[index].prefixMatch(of: statement) else { return nil }
            // Attributes may stand between the sentence and the declaration.
            let above = lines[..<index].last { !$0.hasPrefix("@") }
            return Declaration(
                name: String(match.1), line: index + 1,
                hasDocumentation: above?.hasPrefix("///") ?? false)
        }
    }

    /// Lines of Swift below a folder.
    static func lineCount(below folder: String) throws -> Int {
        try Repository.files(below: folder, extension: "swift").map(lineCount(of:)).reduce(0, +)
    }

    static func lineCount(of file: String) throws -> Int {
        try Repository.text(of: file).count { $0 == "\n" }
    }
}
