import Console
import Engine
import Foundation
import Grading
import Scenarios
import Shifts
import Simulation
import Storage
import Terminal

/// A shift to be looked at: one that was served and stored, or the model run of a pack or a
/// scenario.
struct ShownShift {
    let card: ShiftCard
    let entries: [Entry]
    let premises: Premises

    /// - Parameters:
    ///   - name: a shift's id or file, a pack, or a scenario.
    ///   - seed: of a model run; the pack's own where nil.
    init(_ name: String, library: Library, tongue: Engine.Tongue, seed: UInt64?) throws {
        if let path = try Self.path(of: name) {
            let stored = try StoredShift(path: path)
            card = stored.card
            entries = stored.entries
            premises = try library.premises(of: card)
            return
        }
        let scenario = try library.premises(ofScenario: name)
        premises = try (scenario?.premises ?? library.premises(name)).seeded(seed)
        let shown = scenario.map { [$0.scenario] } ?? premises.pack.demo?.scenarios ?? []
        card = premises.card(id: "show", tongue: tongue, seed: seed, scenarios: shown)
        let memory = MemoryStore()
        _ = try Rehearsal.play(premises, card, by: .golden, store: memory)
        entries = memory.entries
    }

    /// The file of a stored shift; nil where the name means none.
    private static func path(of name: String) throws -> String? {
        if name.hasSuffix(".shift"), FileManager.default.fileExists(atPath: name) { return name }
        let shelf = ShiftShelf(folder: try Folders.here().shifts)
        // No folder, no shifts.
        let shifts = (try? shelf.shifts()) ?? []
        if let found = shifts.first(where: { $0.id == name }) { return found.path }
        guard name.hasSuffix(".shift") else { return nil }
        throw Failure.noInput("没有文件 \(name)。", "There is no file \(name).")
    }

    /// The shop before anything has happened.
    func opened() -> Shift { premises.open(card, hasPeople: false) }
}

/// A moment of a shift as one writes it: `6:40` or `0:06:40` after its beginning, or `120`, the
/// number of an entry.
struct ShownMoment {
    enum Place: Hashable {
        case entry(Int)
        case after(Span)
    }

    let place: Place

    init(_ text: String) throws {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.allSatisfy({ $0 != nil }), (1...3).contains(parts.count) else {
            throw Failure.usage(
                "看不懂时刻 \(text)。写 6:40（开班后六分四十秒）、1:06:40，或第几步，如 120。",
                "“\(text)” is no moment. Write 6:40 (after the beginning), 1:06:40, or an entry’s number such as 120."
            )
        }
        let numbers = parts.compactMap { $0 }
        guard numbers.count > 1 else {
            place = .entry(numbers[0])
            return
        }
        guard numbers.allSatisfy({ (0...100_000).contains($0) }) else {
            throw Failure.usage("时刻 \(text) 太远了。", "The moment \(text) is too far away.")
        }
        place = .after(.seconds(numbers.reduce(0) { $0 * 60 + $1 }))
    }
}

/// How a picture is made: size, theme, language.
struct PictureWishes {
    var size: Size
    var theme: String
    var tongue: Engine.Tongue
    var presents: Bool

    /// `120x36`
    static func size(_ text: String) throws -> Size {
        let parts = text.lowercased().split(separator: "x").map { Int($0) }
        guard parts.count == 2, let columns = parts[0], let rows = parts[1],
            (20...400).contains(columns), (5...200).contains(rows)
        else {
            throw Failure.usage(
                "大小写成 列x行，如 120x36；列 20–400，行 5–200。",
                "Write the size as COLUMNSxROWS, such as 120x36; 20–400 by 5–200.")
        }
        return Size(columns: columns, rows: rows)
    }

    /// A desk for pictures: no terminal under it, nothing kept.
    func desk(_ library: Library, for shown: ShownShift) throws -> Desk {
        let folders = try Folders.here()
        var themes = ThemeShelf(folders: [library.data.themes, folders.themes])
        guard themes.names.contains(theme) else {
            let hint = Spelling.nearest(to: theme, among: themes.names)
            throw Failure.usage(
                "没有主题 \(theme)。" + (hint.map { "是不是 \($0)？" } ?? ""),
                "There is no theme \(theme). " + (hint.map { "Did you mean \($0)?" } ?? ""))
        }
        themes.wear(theme)
        let program = DeskProgram(
            library: library, folders: folders, shifts: folders.shifts, settings: Settings(),
            seed: shown.card.seed)
        let desk = program.desk(
            settings: DeskSettings(tongue: tongue, theme: theme), themes: themes,
            keymaps: KeymapShelf(folders: [library.data.keymaps]), size: size)
        let shift = shown.opened()
        program.show(shift, of: shown.premises)
        desk.open(shift)
        if presents { desk.present(true) }
        return desk
    }
}
