import Glibc

/// A program run to its end without a terminal, and what it said.
public struct Program: Sendable, Hashable {
    public let status: Exit
    public let output: String
    public let errors: String

    public init(status: Exit, output: String, errors: String) {
        (self.status, self.output, self.errors) = (status, output, errors)
    }

    /// Runs `command` (found on the PATH), hands it `input`, and waits for its end.
    ///
    /// - Parameter surroundings: the variables it sees; nil for those of this process.
    public static func run(
        _ command: [String], surroundings: Surroundings? = nil, folder: String? = nil,
        input: String = ""
    ) throws -> Program {
        // Files, not pipes: nobody has to read on while it writes, and a daemon that keeps the
        // descriptors open keeps nobody waiting.
        let out = try scratch()
        defer { close(out) }
        let err = try scratch()
        defer { close(err) }
        let into = try scratch()
        defer { close(into) }
        _ = input.utf8CString.withUnsafeBytes { write(into, $0.baseAddress, $0.count - 1) }
        lseek(into, 0, SEEK_SET)
        let pid = try Spawn.start(
            command, environment: surroundings?.block, folder: folder,
            wiring: [.connect(into, to: 0), .connect(out, to: 1), .connect(err, to: 2)],
            newSession: true)
        let status = Spawn.reap(pid)
        return Program(status: status, output: contents(of: out), errors: contents(of: err))
    }

    /// The same, but anything except success is an error.
    public static func output(
        of command: [String], surroundings: Surroundings? = nil, folder: String? = nil
    ) throws -> String {
        let program = try run(command, surroundings: surroundings, folder: folder)
        guard program.status.isSuccess else {
            throw RigFailure.failed(
                command: command, status: program.status, errors: program.errors)
        }
        return program.output
    }

    /// Whether a program of this name is on the PATH.
    public static func isInstalled(_ name: String) -> Bool {
        (try? run(["sh", "-c", "command -v \"$0\"", name]))?.status.isSuccess ?? false
    }

    /// A nameless file that no child inherits by accident.
    private static func scratch() throws -> Int32 {
        var template = Array("/tmp/xiaoer-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw RigFailure.systemCall("mkstemp", errno) }
        unlink(template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return descriptor
    }

    private static func contents(of descriptor: Int32) -> String {
        lseek(descriptor, 0, SEEK_SET)
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            guard count > 0 else { break }
            bytes += chunk.prefix(count)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
