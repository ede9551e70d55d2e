import Engine
import Foundation

@testable import Storage

/// A fresh folder that goes away with the last reference to it.
final class Scratch {
    let path: String

    init() throws {
        var template = Array((NSTemporaryDirectory() + "storage-XXXXXX").utf8CString)
        guard let made = mkdtemp(&template) else { throw CocoaError(.fileWriteUnknown) }
        path = String(cString: made)
    }

    deinit {
        // What is left over lies in the system's own temporary folder.
        try? FileManager.default.removeItem(atPath: path)
    }
}

func header(_ id: String = "s1", createdAt: Int64 = 1_700_000_000) -> ShiftHeader {
    ShiftHeader(
        id: id, packName: "小店 & Co", packHash: "abc", profile: "taobao", seed: .max,
        language: .chinese, startedAt: Instant(milliseconds: 1_773_792_000_000),
        createdAt: createdAt, programVersion: "0.1", options: Array(#"{"speed":2}"#.utf8))
}

/// Entry `n`, different from every other in each field.
func entry(_ n: Int, bytes: Int = 40) -> JournalEntry {
    JournalEntry(
        sequence: n, at: Instant(milliseconds: Int64(n) * 1000), actor: "buyer:小\u{0}林\(n)",
        isExternal: n.isMultiple(of: 2),
        command: (0..<bytes).map { UInt8(truncatingIfNeeded: $0 &* n) },
        events: n.isMultiple(of: 3) ? [] : Array("事件 \(n) 🐼".utf8))
}

func fileBytes(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }

func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}
