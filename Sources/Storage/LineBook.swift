import Foundation

/// A file of lines that only ever grows: the book of typing rounds.
///
/// ```swift
/// let book = LineBook(path: folders.drills)
/// try book.append(line)
/// for line in try book.lines() { … }
/// ```
/// A line is on the disk when `append` returns. Nothing that stands in the file is ever written
/// again, so a damaged line stays where it is for whoever can read it, and costs only itself.
public struct LineBook: Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    /// A line without its end, and its number counted from 1.
    public struct Line: Hashable, Sendable {
        public let number: Int
        public let bytes: [UInt8]
    }

    /// Every line that is not empty; none where there is no file yet.
    public func lines() throws(StorageFault) -> [Line] {
        guard Disk.exists(path) else { return [] }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .io(path: path, detail: Disk.words(for: errno == 0 ? EIO : errno))
        }
        return data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated().filter { !$0.element.isEmpty }
            .map { Line(number: $0.offset + 1, bytes: Array($0.element)) }
    }

    /// Adds a line in one piece. Where a power cut left half a line at the end, that half is ended
    /// first and keeps its place.
    public func append(_ line: [UInt8]) throws(StorageFault) {
        precondition(!line.contains(UInt8(ascii: "\n")), "a line holds no line end")
        try Disk.makeFolder(Disk.folder(of: path))
        let isNew = !Disk.exists(path)
        let handle = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard handle >= 0 else { throw Disk.fault(errno, path: path) }
        let end = lseek(handle, 0, SEEK_END)
        var last: UInt8 = UInt8(ascii: "\n")
        if end > 0 { pread(handle, &last, 1, end - 1) }
        let whole =
            (last == UInt8(ascii: "\n") ? [] : [UInt8(ascii: "\n")]) + line
            + [UInt8(ascii: "\n")]
        var code = Disk.write(whole, to: handle)
        if code == 0, fsync(handle) != 0 { code = errno }
        if close(handle) != 0, code == 0 { code = errno }
        guard code == 0 else { throw Disk.fault(code, path: path) }
        if isNew { Disk.settleFolder(Disk.folder(of: path)) }
    }
}
