import Foundation
import Testing

/// A child process that keeps a journal, whose lines are read one at a time.
final class ProbeProcess {
    private let process = Process()
    private let output = Pipe()
    private let input = Pipe()
    private var pending: [UInt8] = []

    init(_ task: String, in folder: String) throws {
        process.executableURL = try Self.executable()
        process.arguments = [task, folder]
        process.standardOutput = output
        process.standardInput = input
        try process.run()
        // Our copy of the writing end, or the reading never ends.
        try output.fileHandleForWriting.close()
    }

    deinit { kill() }

    var identifier: Int { Int(process.processIdentifier) }

    /// The next whole line; nil at the end. A line cut by a kill is not a line.
    func line() -> String? {
        while true {
            if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: pending[..<end], as: UTF8.self)
                pending.removeFirst(end + 1)
                return line
            }
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { return nil }
            pending.append(contentsOf: more)
        }
    }

    func remainingLines() -> [String] {
        var lines: [String] = []
        while let line = line() { lines.append(line) }
        return lines
    }

    /// Ends its input and waits for it to go by itself.
    func finish() throws -> [String] {
        try input.fileHandleForWriting.close()
        let lines = remainingLines()
        process.waitUntilExit()
        return lines
    }

    /// SIGKILL: no handler, no cleaning up.
    func kill() {
        guard process.isRunning else { return }
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Built beside the program that runs the tests.
    private static func executable() throws -> URL {
        let runner = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let beside = URL(fileURLWithPath: runner).deletingLastPathComponent()
            .appendingPathComponent("journal-probe")
        if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
        let bundle = try #require(CommandLine.arguments.first { $0.hasSuffix(".xctest") })
        return URL(fileURLWithPath: bundle).deletingLastPathComponent()
            .appendingPathComponent("journal-probe")
    }
}
