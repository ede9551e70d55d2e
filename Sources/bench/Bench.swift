import ArgumentParser
import Foundation
import Rig

/// `make bench`: measures, and prints one table.
@main
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "What the desk costs, beside the programs people trust with their fingers.")

    @Option(help: "The desk to measure.") var desk = ".build/release/xiaoer"
    @Option(help: "Rows of the table, e.g. 1,3,5; all if left out.") var row: String?
    @Option(help: "Programs to measure, e.g. xiaoer,vim; all if left out.") var only: String?
    @Option(help: "Keys a figure is taken from.") var keys = 600

    func run() throws {
        let stage = try Stage(desk: desk)
        let wanted = only?.split(separator: ",").map(String.init)
        let subjects = ([Desk.subject(stage)] + Peers.all(on: stage)).filter { subject in
            wanted?.contains(subject.name) ?? true
        }
        let present = subjects.filter(Self.isPresent)
        for absent in subjects where !Self.isPresent(absent) {
            Self.note("\(absent.name) is not here and is left out")
        }
        if present.contains(where: { $0.name == "tig" }) { try stage.makeHistory() }

        let rows = row?.split(separator: ",").map(String.init)
        var figures: [Figure] = []
        for measurement in Self.measurements where rows?.contains(measurement.row) ?? true {
            let start = ContinuousClock.now
            figures += measurement.take(present, stage, keys)
            let spent = (ContinuousClock.now - start).formatted(.units(allowed: [.seconds]))
            Self.note("row \(measurement.row), \(measurement.what): taken in \(spent)")
        }
        print(Self.machine)
        print(Report(subjects: present.map(\.name), figures: figures).text)
    }

    static let measurements: [Measurement] = [
        Measurement(row: "1", what: "typing", take: Typing.latency),
        Measurement(row: "2", what: "moving in a list", take: Lists.moves),
        Measurement(row: "3", what: "bytes for a character", take: Typing.bytes),
        Measurement(row: "4", what: "many keys at once", take: Typing.burst),
        Measurement(row: "5", what: "lines and Enters at once", take: Keypad.lines),
        Measurement(row: "6", what: "first picture", take: Openings.firstPicture),
        Measurement(row: "7", what: "memory", take: Lists.memory),
        Measurement(row: "8", what: "waking while idle", take: Openings.wakeUps),
        Measurement(row: "9", what: "a lone Esc", take: Typing.escape),
        Measurement(row: "11", what: "resize storm", take: Openings.storm),
        Measurement(row: "E", what: "the engine alone", take: Behind.engine),
        Measurement(row: "S", what: "a long shift", take: Behind.longShift),
        Measurement(row: "K", what: "looking things up", take: LookingUp.measure),
        Measurement(row: "J", what: "the journal alone", take: Behind.journal),
        Measurement(row: "P", what: "looking back", take: LookingBack.million),
        Measurement(row: "L", what: "a large store", take: Trade.loading),
        Measurement(row: "G", what: "the gym", take: Trade.operations),
        Measurement(row: "Y", what: "a year", take: Trade.year),
        Measurement(row: "C", what: "a class of 200", take: ClassOfMany.report),
        Measurement(row: "R", what: "reading messages", take: MessageReading.figures),
    ]

    private static func isPresent(_ subject: Subject) -> Bool {
        Program.isInstalled(subject.program)
    }

    /// Progress, kept off the table.
    static func note(_ text: String) {
        FileHandle.standardError.write(Data("\(text)\n".utf8))
    }

    /// Where the figures were taken.
    private static var machine: String {
        let cores = ProcessInfo.processInfo.processorCount
        return "\(cores) cores, a pseudo-terminal of \(Stage.size)"
    }
}

/// One row of the table and how to take it.
struct Measurement: Sendable {
    let row: String
    let what: String
    /// The programs, what they find, and how many keys to take a figure from.
    let take: @Sendable ([Subject], Stage, Int) -> [Figure]
}

extension [Subject] {
    /// Takes a measurement of every subject that has the scene, by name. One that fails is left
    /// out, and its reason goes to the notes.
    func measured<Result>(
        in scene: KeyPath<Subject, Subject.Entrance?>,
        _ measure: (Subject.Entrance) throws -> Result
    ) -> [String: Result] {
        var results: [String: Result] = [:]
        for subject in self {
            guard let entrance = subject[keyPath: scene] else { continue }
            do {
                results[subject.name] = try measure(entrance)
            } catch {
                // The first line says what was waited for; the screen after it is for a debugger.
                Bench.note("  \(subject.name): \("\(error)".prefix { $0 != "\n" })")
            }
        }
        return results
    }
}
