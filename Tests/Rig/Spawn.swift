import Glibc

/// Starts programs. One place for `posix_spawn`, whose file actions and attributes are easy to leak.
enum Spawn {
    /// What a child does with its descriptors before it becomes the program, in order.
    enum Wiring {
        case connect(Int32, to: Int32)
        case open(String, flags: Int32, as: Int32)
    }

    /// - Parameters:
    ///   - newSession: the child leads a session of its own; the first terminal it opens is then
    ///     its controlling terminal.
    static func start(
        _ command: [String], environment: [String]?, folder: String?, wiring: [Wiring],
        newSession: Bool
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for wire in wiring {
            switch wire {
            case .connect(let from, let to):
                posix_spawn_file_actions_adddup2(&actions, from, to)
            case .open(let path, let flags, let descriptor):
                posix_spawn_file_actions_addopen(&actions, descriptor, path, flags, 0)
            }
        }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A test runner may ignore or block signals; a program under test starts with none of that.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        var flags = Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF)
        // POSIX_SPAWN_SETSID, which glibc shows to GNU sources only.
        if newSession { flags |= 0x80 }
        posix_spawnattr_setflags(&attributes, flags)

        let command = folder.map { ["env", "-C", $0] + command } ?? command
        var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var variables: [UnsafeMutablePointer<CChar>?] = (environment ?? []).map { strdup($0) }
        variables.append(nil)
        defer { for variable in variables { free(variable) } }

        var pid: pid_t = 0
        let code =
            environment == nil
            ? posix_spawnp(&pid, command[0], &actions, &attributes, &arguments, environ)
            : posix_spawnp(&pid, command[0], &actions, &attributes, &arguments, &variables)
        if code == ENOENT { throw RigFailure.notFound(command[0]) }
        guard code == 0 else { throw RigFailure.systemCall("posix_spawn \(command[0])", code) }
        return pid
    }

    /// Waits for the end of `pid`.
    static func reap(_ pid: pid_t) -> Exit {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
        return Exit(waitStatus: status)
    }
}
