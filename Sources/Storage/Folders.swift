import Foundation

/// Where this user's files belong, by the XDG base directory rules.
///
/// `~/.local/share/xiaoer` holds shifts, `~/.config/xiaoer` what a person writes (settings, themes,
/// keys) and `~/.local/state/xiaoer` what may be lost.
public struct Folders: Sendable, Equatable {
    public let data: String
    public let config: String
    public let state: String

    public var shifts: String { data + "/shifts" }
    /// The book of typing rounds.
    public var drills: String { data + "/drills.jsonl" }
    /// Worksheets and lessons read.
    public var course: String { data + "/course" }
    /// What went wrong on this machine.
    public var incidentsFile: String { state + "/incidents.jsonl" }
    public var settingsFile: String { config + "/settings.json" }
    public var themes: String { config + "/themes" }
    /// Which key does what, as this user wants it.
    public var keysFile: String { config + "/keys.yaml" }
    /// Presets of this user's own.
    public var keymaps: String { config + "/keymaps" }

    /// As the environment says; a relative path in it is ignored, as XDG asks.
    ///
    /// Where `HOME` is missing the user list is asked. Nothing is made here.
    public init(environment: [String: String]) throws(StorageFault) {
        try self.init(environment: environment, listedHome: Self.homeInUserList())
    }

    init(environment: [String: String], listedHome: String?) throws(StorageFault) {
        func absolute(_ name: String) -> String? {
            guard let path = environment[name], path.hasPrefix("/") else { return nil }
            return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        }
        let home = absolute("HOME") ?? listedHome
        func folder(_ name: String, _ usual: String) throws(StorageFault) -> String {
            if let base = absolute(name) { return base + "/xiaoer" }
            guard let home else { throw .noHome }
            return home + "/" + usual + "/xiaoer"
        }
        data = try folder("XDG_DATA_HOME", ".local/share")
        config = try folder("XDG_CONFIG_HOME", ".config")
        state = try folder("XDG_STATE_HOME", ".local/state")
    }

    private static func homeInUserList() -> String? {
        guard let user = getpwuid(getuid()), let folder = user.pointee.pw_dir else { return nil }
        let path = String(cString: folder)
        return path.hasPrefix("/") && Disk.exists(path) ? path : nil
    }
}
