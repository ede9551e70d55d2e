import ArgumentParser
import Shifts

/// `xiaoer gym`: a shift for programs, by lines of JSON.
struct GymCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "gym",
            abstract: say("让别的程序上班：一行一个 JSON", "Let a program serve a shift, by lines of JSON"),
            discussion: say("写法见 Docs/Gym.md。", "Docs/Gym.md says how."))
    }

    func run() throws {
        var gym = Gym(world: PackWorld(try Library()))
        while !gym.isOver, let line = readLine(strippingNewline: true) {
            if line.isEmpty { continue }
            write(gym.answer(line))
        }
    }
}
