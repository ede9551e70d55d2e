public import Engine
import Foundation
import Shifts

/// What a teacher wrote beside a moment of a shift; it is kept in the shift's file and travels
/// with it.
public struct TeacherNote: Hashable, Sendable, Codable {
    /// The moment: so many entries had happened, and the shop's clock stood so.
    public var entry: Int
    public var at: Instant
    public var text: String

    public init(entry: Int, at: Instant, text: String) {
        self.entry = entry
        self.at = at
        self.text = text
    }

    /// The name under which the journal keeps them.
    public static let key = "teacher"
    /// As much as a note may hold; more belongs into a lesson.
    public static let longest = 500

    /// As a milestone on the time line.
    public var milestone: Milestone {
        Milestone(entry: entry, at: at, conversation: nil, kind: .noted(text))
    }
}

/// The notes of one shift in the order of their moments; one note a moment.
public struct TeacherNotes: Hashable, Sendable {
    public private(set) var all: [TeacherNote]

    public init(_ notes: [TeacherNote] = []) {
        all = []
        for note in notes { put(note) }
    }

    /// - Throws: what is no list of notes; the shift itself is as good as before.
    public init(bytes: [UInt8]) throws {
        self.init(try EntryCoding().decode([TeacherNote].self, from: bytes))
    }

    public var bytes: [UInt8] {
        get throws { try EntryCoding().encode(all) }
    }

    public subscript(entry: Int) -> TeacherNote? { all.first { $0.entry == entry } }

    /// Adds a note or replaces the one of that moment; an empty text takes it away.
    public mutating func put(_ note: TeacherNote) {
        all.removeAll { $0.entry == note.entry }
        let text = String(note.text.prefix(TeacherNote.longest))
        guard text.contains(where: { !$0.isWhitespace }) else { return }
        let place = all.firstIndex { $0.entry > note.entry } ?? all.count
        all.insert(TeacherNote(entry: note.entry, at: note.at, text: text), at: place)
    }
}
