import Foundation

/// What a program under test finds around it: a clean set of variables in which nothing of the
/// person running the tests remains except the way to programs.
public struct Surroundings: Sendable, Hashable {
    public var variables: [String: String]

    /// A home with its own XDG folders inside `folder`, a UTF-8 locale, and an English desk unless
    /// `extra` says otherwise.
    public init(home folder: TemporaryFolder, extra: [String: String] = [:]) {
        variables = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin",
            "HOME": folder.path,
            "XDG_DATA_HOME": folder.file("data"),
            "XDG_CONFIG_HOME": folder.file("config"),
            "XDG_STATE_HOME": folder.file("state"),
            "XDG_CACHE_HOME": folder.file("cache"),
            "XDG_RUNTIME_DIR": folder.file("runtime"),
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "SHELL": "/bin/sh",
            // A crash is to end the program, not to start a debugger on its terminal.
            "SWIFT_BACKTRACE": "enable=no",
        ]
        variables.merge(extra) { _, new in new }
    }

    /// The variables as `NAME=value`, in a fixed order.
    var block: [String] { variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } }
}
