public import Engine
import Foundation
public import Shifts
public import Storage

/// An entry as the journal keeps it, and back: bytes there, values here.
extension JournalEntry {
    public init(_ entry: Entry) throws {
        let coding = EntryCoding()
        self.init(
            sequence: entry.sequence, at: entry.at, actor: entry.actor.code,
            isExternal: entry.isExternal, command: try coding.encode(entry.command),
            events: try coding.encode(entry.events))
    }

    /// - Throws: `LineFault` naming the part that is not of this program's form.
    public func entry() throws(LineFault) -> Entry {
        Entry(
            sequence: sequence, at: at, actor: try sender(), isExternal: isExternal,
            command: try request(), events: try happenings())
    }

    func sender() throws(LineFault) -> Actor {
        guard let actor = Actor(code: actor) else {
            throw LineFault(sequence: sequence, part: .actor)
        }
        return actor
    }

    func request() throws(LineFault) -> Command {
        do { return try EntryCoding().decode(Command.self, from: command) } catch {
            throw LineFault(sequence: sequence, part: .command)
        }
    }

    func happenings() throws(LineFault) -> [Event] {
        do { return try EntryCoding().decode([Event].self, from: events) } catch {
            throw LineFault(sequence: sequence, part: .events)
        }
    }
}

/// A line of a journal that is whole and yet says what this program does not know: another
/// version wrote it, or somebody's hand.
public struct LineFault: Error, Hashable, Sendable {
    public var sequence: Int
    public var part: Part

    public enum Part: String, Hashable, Sendable {
        case actor, command, events
    }

    public func sentence(in tongue: Tongue) -> String { words[tongue] }

    public var words: Bilingual {
        Bilingual(
            zh: "第 \(sequence) 条的 \(part.rawValue) 看不懂：别的版本写的，或者被改过。"
                + "之前的都能看；用 xiaoer verify 核对这份文件。",
            en: "Entry \(sequence): its \(part.rawValue) cannot be read; another version wrote it, "
                + "or it was changed. What comes before can be read; check the file with "
                + "xiaoer verify.")
    }
}
