import Foundation

/// What the kernel tells about a process under /proc.
public enum ProcessFile {
    static func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Resident memory in kilobytes.
    public static func residentKilobytes(of pid: Int32) -> Int? {
        number("VmRSS:", in: "/proc/\(pid)/status")
    }

    /// How often the threads of a process have gone to sleep of their own will: each time they
    /// woke up before.
    public static func voluntarySwitches(of pid: Int32) -> Int? {
        guard
            let threads = try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")
        else { return nil }
        return threads.compactMap {
            number("voluntary_ctxt_switches:", in: "/proc/\(pid)/task/\($0)/status")
        }.reduce(0, +)
    }

    private static func number(_ label: String, in path: String) -> Int? {
        text(path)?.split(separator: "\n").first { $0.hasPrefix(label) }
            .flatMap { Int($0.filter(\.isNumber)) }
    }
}
