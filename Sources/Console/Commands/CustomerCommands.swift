import Engine

extension DeskCommand {
    static let customerCommands: [DeskCommand] = []
}
