import ArgumentParser
import Console
import Engine
import Terminal

/// `xiaoer keys bind`: one binding into `keys.yaml`, everything else in it as it was.
struct KeysBind: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "bind",
            abstract: say("给命令换键，写进 keys.yaml", "Give a command other keys, in keys.yaml"),
            discussion: say(
                "几组键任选其一就都写上；一组里先后按的键用空格隔开：xiaoer keys bind order-actions \"Ctrl-X o\" Alt-O",
                "Several keys may do the same; keys pressed one after the other have blanks between "
                    + "them: xiaoer keys bind order-actions \"Ctrl-X o\" Alt-O"))
    }

    @Argument(help: help("命令，例如 next-customer", "The command, such as next-customer"))
    var command: String
    @Argument(help: help("键，例如 Alt-J、F13、\"Ctrl-X n\"", "Keys, such as Alt-J, F13, \"Ctrl-X n\""))
    var keys: [String] = []
    @Option(name: .customLong("in"), help: help("只在这个位置", "Only in this place")) var place: String?
    @Flag(help: help("不要任何键", "No key at all")) var none = false
    @Flag(help: help("键已归别的命令就拿过来", "Take keys away from other commands")) var take = false
    @Option(help: help("写进这个文件，而不是自己的 keys.yaml", "Write to this file, not your keys.yaml"))
    var file: String?
    @Option(help: help("语言：zh 或 en", "Language: zh or en")) var language: String?

    func run() throws {
        let tongue = try Choice.tongue(language)
        var shelf = try OwnKeys.shelf(file: file)
        let id = try OwnKeys.command(command, shelf).id
        let context = try place.map(OwnKeys.place)
        let series = try keys.map(OwnKeys.series)
        guard series.isEmpty == none else {
            throw Failure.usage(
                "写上要绑的键，或者用 --none 不要任何键。", "Name the keys, or say --none for no key at all.")
        }
        let binding: KeymapShelf.Binding
        do {
            binding = try shelf.bind(id, to: series, in: context, taking: take)
        } catch {
            throw Failure(code: Self.code(of: error), sentence: error.words)
        }
        guard binding.clashes.isEmpty else {
            let lines = binding.clashes.map(\.words)
            guard binding.canBeTaken else {
                throw Failure.data(
                    lines.map(\.zh).joined(separator: "\n") + "\n什么也没写。",
                    lines.map(\.en).joined(separator: "\n") + "\nNothing was written.")
            }
            throw Failure.data(
                lines.map(\.zh).joined(separator: "\n") + "\n什么也没写。要把键拿过来，加 --take。",
                lines.map(\.en).joined(separator: "\n")
                    + "\nNothing was written. Add --take to take the key away.")
        }
        let names = series.map(\.name).joined(separator: "  ")
        write(
            tongue == .chinese
                ? "\(id)：\(names.isEmpty ? "没有键" : names)（\(shelf.file)）"
                : "\(id): \(names.isEmpty ? "no key" : names) (\(shelf.file))")
        for (other, left) in binding.taken {
            let rest = left.joined(separator: "  ")
            write(
                tongue == .chinese
                    ? "\(other) 让出了键，还有：\(rest.isEmpty ? "没有键" : rest)"
                    : "\(other) gave way and keeps: \(rest.isEmpty ? "no key" : rest)")
        }
        for note in binding.shadows { write(note.sentence(in: tongue)) }
    }

    private static func code(of problem: SettingsProblem) -> Int32 {
        switch problem.fact {
        case .unwritable: 73
        case .unreadable: 74
        case .noText, .notYAML, .wrongShape, .unknownField, .unknownRole, .badColour, .unknownTheme,
            .circle, .unknownCommand, .unknownContext, .notInContext, .unknownKey, .takesLetter,
            .clash, .taken, .beginning, .shadow, .escapeInSeries, .unknownPreset:
            65
        }
    }
}

/// `xiaoer keys check`: everything wrong with `keys.yaml`, with lines, and what is good to know.
struct KeysCheck: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check", abstract: say("检查 keys.yaml", "Look keys.yaml over"))
    }

    @Argument(help: help("文件；省略时是自己的 keys.yaml", "A file; else your own keys.yaml"))
    var file: String?
    @Option(help: help("语言：zh 或 en", "Language: zh or en")) var language: String?

    func run() throws {
        let tongue = try Choice.tongue(language)
        if let file { _ = try StoredFile.bytes(file) }
        let shelf = try OwnKeys.shelf(file: file)
        for note in shelf.shadows { write(note.sentence(in: tongue)) }
        guard shelf.problems.isEmpty else {
            let words = shelf.problems.map(\.words)
            let isUnreadable = shelf.problems.contains { $0.fact == .unreadable }
            throw Failure(
                code: isUnreadable ? 74 : 65,
                sentence: Bilingual(
                    zh: words.map(\.zh).joined(separator: "\n"),
                    en: words.map(\.en).joined(separator: "\n")))
        }
        write(
            tongue == .chinese
                ? "没有问题（键位 \(shelf.preset)）。" : "Nothing is wrong (preset \(shelf.preset)).")
    }
}

/// `xiaoer keys --press`: the terminal shows what each key sends, until Ctrl-C.
struct KeyTrial {
    let shelf: KeymapShelf
    let tongue: Engine.Tongue

    func run() throws {
        var display: NcursesDisplay
        do { display = try NcursesDisplay() } catch {
            throw Failure(
                code: 74,
                sentence: Bilingual(
                    zh: "打不开终端：\(error)", en: "The terminal cannot be opened: \(error)"))
        }
        var probe = KeyProbe(shelf, in: tongue)
        while true {
            var canvas = display.canvas()
            probe.draw(into: &canvas)
            display.present(canvas)
            let inputs = display.wait(timeoutMilliseconds: nil)
            if probe.hear(display.heard) == .end || inputs.contains(.hangup) { return }
        }
    }
}
