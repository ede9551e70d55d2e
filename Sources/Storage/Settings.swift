public import Engine
import Foundation

/// What this user chose once and expects to find again: `settings.json` in the config folder.
///
/// ```json
/// { "coaches": true, "enterBreaksLine": false, "firstStartDone": true, "keys": "usual", "language": "zh",
///   "ringsForNewCustomers": false, "sendCountdownSeconds": 0, "theme": "night",
///   "trainee": "张三" }
/// ```
/// Fields this build does not know are kept as they are.
public struct Settings: Sendable, Equatable {
    /// Nil follows the locale.
    public var language: Tongue?
    public var theme = "night"
    /// Named by early versions; which keys hold, `keys.yaml` alone says.
    public var keys = "usual"
    /// True once the language was asked and the guided customer offered.
    public var firstStartDone = false
    /// How long a reply can be taken back before it goes out; none by default.
    public var sendCountdown: Span = .zero
    /// Enter breaks the line and Alt-Enter sends.
    public var enterBreaksLine = false
    /// The bell rings once when a customer comes.
    public var ringsForNewCustomers = false
    /// The desk says, while one types, what the shop knows otherwise.
    public var coaches = true
    /// How the person at the desk is called in the shifts they hand in; nil where they did not say.
    public var trainee: String?
    private var others: [String: JSONValue] = [:]

    public init() {}

    /// Reads the file; without one, the defaults.
    ///
    /// A damaged file is left as it is and reported as `.damaged`; go on with `Settings()`.
    public init(file path: String) throws(StorageFault) {
        guard let data = FileManager.default.contents(atPath: path) else {
            guard Disk.exists(path) else { return }
            throw .io(path: path, detail: Disk.words(for: errno))
        }
        guard let fields = try? JSONDecoder().decode([String: JSONValue].self, from: data) else {
            throw .damaged(path: path, detail: .settings(field: nil))
        }
        others = fields
        func damaged(_ field: String) -> StorageFault {
            .damaged(path: path, detail: .settings(field: field))
        }
        switch others.removeValue(forKey: "language") {
        case nil, .null: break
        case .string(let code):
            guard let tongue = Tongue(rawValue: code) else { throw damaged("language") }
            language = tongue
        case .bool, .integer, .number, .array, .object: throw damaged("language")
        }
        if let value = others.removeValue(forKey: "theme") {
            guard case .string(let name) = value else { throw damaged("theme") }
            theme = name
        }
        if let value = others.removeValue(forKey: "keys") {
            guard case .string(let name) = value else { throw damaged("keys") }
            keys = name
        }
        if let value = others.removeValue(forKey: "firstStartDone") {
            guard case .bool(let done) = value else { throw damaged("firstStartDone") }
            firstStartDone = done
        }
        if let value = others.removeValue(forKey: "sendCountdownSeconds") {
            guard case .integer(let seconds) = value, (0...60).contains(seconds) else {
                throw damaged("sendCountdownSeconds")
            }
            sendCountdown = .seconds(Int(seconds))
        }
        if let value = others.removeValue(forKey: "enterBreaksLine") {
            guard case .bool(let breaks) = value else { throw damaged("enterBreaksLine") }
            enterBreaksLine = breaks
        }
        if let value = others.removeValue(forKey: "coaches") {
            guard case .bool(let does) = value else { throw damaged("coaches") }
            coaches = does
        }
        switch others.removeValue(forKey: "trainee") {
        case nil, .null: break
        case .string(let name): trainee = name
        case .bool, .integer, .number, .array, .object: throw damaged("trainee")
        }
        if let value = others.removeValue(forKey: "ringsForNewCustomers") {
            guard case .bool(let rings) = value else { throw damaged("ringsForNewCustomers") }
            ringsForNewCustomers = rings
        }
    }

    /// Writes the file whole: a crash leaves the old one or the new one.
    ///
    /// A damaged file that stands in the way is moved aside first, as
    /// `settings.json.damaged-1`, -2 …; a link to a file elsewhere stays a link.
    public func save(to path: String) throws(StorageFault) {
        try Disk.makeFolder(Disk.folder(of: path))
        let target = Disk.target(of: path)
        do throws(StorageFault) {
            _ = try Settings(file: target)
        } catch {
            try keepAside(target)
        }
        try Disk.replace(target, with: try encoded(for: path))
    }

    private func encoded(for path: String) throws(StorageFault) -> [UInt8] {
        var fields = others
        fields["language"] = language.map { .string($0.rawValue) } ?? .null
        fields["theme"] = .string(theme)
        if let trainee { fields["trainee"] = .string(trainee) }
        fields["keys"] = .string(keys)
        fields["firstStartDone"] = .bool(firstStartDone)
        fields["coaches"] = .bool(coaches)
        fields["enterBreaksLine"] = .bool(enterBreaksLine)
        fields["ringsForNewCustomers"] = .bool(ringsForNewCustomers)
        fields["sendCountdownSeconds"] = .integer(Int64(sendCountdown.seconds))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(fields)) + [UInt8(ascii: "\n")]
        } catch {
            throw .io(path: path, detail: "\(error)")
        }
    }

    private func keepAside(_ path: String) throws(StorageFault) {
        var number = 1
        while Disk.exists(path + ".damaged-\(number)") { number += 1 }
        guard rename(path, path + ".damaged-\(number)") == 0 else {
            throw Disk.fault(errno, path: path)
        }
    }
}
