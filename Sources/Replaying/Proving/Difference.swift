public import Engine
import Foundation
import Shifts
import Storage

/// The first place in which a stored shift is not what its pack, its seed and the commands in it
/// lead to.
public struct Difference: Hashable, Sendable {
    /// The entry, counted from 1; 0 is the shift's beginning, before the first.
    public var entry: Int
    public var field: Field
    /// What the file says there, as JSON; nil where it says nothing.
    public var stored: String?
    /// What comes out when it is played; nil where nothing does.
    public var played: String?

    public init(entry: Int, field: Field, stored: String?, played: String?) {
        self.entry = entry
        self.field = field
        self.stored = stored.map(Self.shown)
        self.played = played.map(Self.shown)
    }

    /// Where inside the entry.
    public enum Field: Hashable, Sendable {
        /// By its path: `at`, `events[0].replySent.text`, `header.seed`.
        case path(String)
        /// The whole entry: it is missing, or one too many.
        case whole
        /// The shop does not allow the command.
        case refused(Bilingual)
    }

    /// Short enough for a line, and nothing in it that a terminal would obey.
    private static func shown(_ text: String) -> String {
        var shown = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse:
                shown += "\\u{" + String(scalar.value, radix: 16) + "}"
            case _: shown.unicodeScalars.append(scalar)
            }
            if shown.count >= 80 { return shown + "…" }
        }
        return shown
    }

    public var words: Bilingual {
        let place = Bilingual(
            zh: entry == 0 ? "开头" : "第 \(entry) 条",
            en: entry == 0 ? "the beginning" : "entry \(entry)")
        switch field {
        case .path(let path):
            return Bilingual(
                zh: "\(place.zh)，\(path)：文件里是 \(stored ?? "—")，重演出来是 \(played ?? "—")",
                en: "\(place.en), \(path): the file says \(stored ?? "—"), played it is "
                    + (played ?? "—"))
        case .refused(let why):
            return Bilingual(
                zh: "\(place.zh)，command：店里不允许 \(stored ?? "—")（\(why.zh)）",
                en: "\(place.en), command: the shop does not allow \(stored ?? "—") (\(why.en))")
        case .whole where stored == nil:
            return Bilingual(
                zh: "\(place.zh)：文件里没有，重演时发生了 \(played ?? "—")",
                en: "\(place.en): not in the file, but played there comes \(played ?? "—")")
        case .whole:
            return Bilingual(
                zh: "\(place.zh)：文件里有 \(stored ?? "—")，重演时没有发生",
                en: "\(place.en): the file has \(stored ?? "—"), played it does not happen")
        }
    }
}

extension Difference {
    /// The first field in which two entries differ; nil where only their spelling does.
    static func between(_ line: JournalEntry, _ played: Entry, _ bytes: JournalEntry) -> Self? {
        func differs(_ path: String, _ stored: String, _ here: String) -> Self {
            Self(entry: line.sequence, field: .path(path), stored: stored, played: here)
        }
        if line.at != played.at {
            return differs("at", "\(line.at.milliseconds)", "\(played.at.milliseconds)")
        }
        if line.actor != bytes.actor { return differs("actor", line.actor, bytes.actor) }
        if line.isExternal != played.isExternal {
            return differs("external", "\(line.isExternal)", "\(played.isExternal)")
        }
        // What another version spelled otherwise may well mean the same.
        let isSameCommand =
            line.command == bytes.command || (try? line.request()) == played.command
        if !isSameCommand {
            return between("command", line.command, bytes.command, entry: line.sequence)
        }
        let isSameEvents = line.events == bytes.events || (try? line.happenings()) == played.events
        return isSameEvents
            ? nil : between("events", line.events, bytes.events, entry: line.sequence)
    }

    private static func between(
        _ path: String, _ stored: [UInt8], _ played: [UInt8], entry: Int
    ) -> Self {
        guard let old = try? tree(stored), let new = try? tree(played),
            let place = firstDifference(path, old, new)
        else {
            return Self(
                entry: entry, field: .path(path), stored: String(decoding: stored, as: UTF8.self),
                played: String(decoding: played, as: UTF8.self))
        }
        return Self(
            entry: entry, field: .path(place.path), stored: place.stored.map(text),
            played: place.played.map(text))
    }

    private static func tree(_ bytes: [UInt8]) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
    }

    private static func text(_ value: Any) -> String {
        let options: JSONSerialization.WritingOptions = [
            .fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes,
        ]
        guard let data = try? JSONSerialization.data(withJSONObject: value, options: options)
        else { return "\(value)" }
        return String(decoding: data, as: UTF8.self)
    }

    private static func firstDifference(
        _ path: String, _ old: Any, _ new: Any
    ) -> (path: String, stored: Any?, played: Any?)? {
        switch (old, new) {
        case (let old as [String: Any], let new as [String: Any]):
            for key in Set(old.keys).union(new.keys).sorted() {
                guard let before = old[key], let after = new[key] else {
                    return (path + "." + key, old[key], new[key])
                }
                if let found = firstDifference(path + "." + key, before, after) { return found }
            }
            return nil
        case (let old as [Any], let new as [Any]):
            for index in 0..<max(old.count, new.count) {
                guard index < old.count, index < new.count else {
                    return (
                        "\(path)[\(index)]", index < old.count ? old[index] : nil,
                        index < new.count ? new[index] : nil
                    )
                }
                let found = firstDifference("\(path)[\(index)]", old[index], new[index])
                if let found { return found }
            }
            return nil
        case _:
            guard text(old) != text(new) else { return nil }
            return (path, old, new)
        }
    }
}
