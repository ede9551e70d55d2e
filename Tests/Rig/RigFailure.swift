import Foundation

/// Why a program could not be started, driven or waited for; says what was on its screen.
public enum RigFailure: Error, CustomStringConvertible {
    case systemCall(String, Int32)
    case notFound(String)
    case failed(command: [String], status: Exit, errors: String)
    case neverCame(what: String, within: Duration, screen: String)

    public var description: String {
        switch self {
        case .systemCall(let name, let code): "\(name): \(String(cString: strerror(code)))"
        case .notFound(let program): "no program called \(program) on the PATH"
        case .failed(let command, let status, let errors):
            "\(command.joined(separator: " ")) ended with \(status): \(errors)"
        case .neverCame(let what, let within, let screen):
            "waited \(within) for \(what); the screen was:\n\(screen)"
        }
    }
}

/// How a program ended.
public enum Exit: Hashable, Sendable, CustomStringConvertible {
    case code(Int32)
    case signal(Int32)

    /// Reads what `waitpid` reports.
    init(waitStatus: Int32) {
        let signal = waitStatus & 0x7f
        self = signal == 0 ? .code((waitStatus >> 8) & 0xff) : .signal(signal)
    }

    public var isSuccess: Bool { self == .code(0) }

    public var description: String {
        switch self {
        case .code(let code): "exit \(code)"
        case .signal(let signal): "signal \(signal)"
        }
    }
}
