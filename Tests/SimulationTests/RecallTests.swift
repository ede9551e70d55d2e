import Engine
import Simulation
import Support
import Testing

/// A customer whose answer is recalled.
struct RecallTests {
    private func answered(_ text: String, for span: Span) throws -> (Stageplay, MessageID) {
        var play = try Stageplay(tongue: .chinese)
        play.run(.seconds(40))
        play.reply(text)
        let message = try #require(play.talk()?.messages.last?.id)
        play.run(span)
        return (play, message)
    }

    @Test func `loses again what the message had done for the mood`() throws {
        var (play, message) = try answered("10分钟内给您回复", for: .seconds(30))
        #expect(play.feelings().contains("dated-promise"))
        play.agent(.recall(message: message))
        play.run(.seconds(30))
        let shifts = play.records.compactMap { record -> Int? in
            guard case .moodShifted(_, let by, let cause) = record.event,
                cause.message == message
            else { return nil }
            return by
        }
        #expect(play.feelings().contains(MoodCause.recalled))
        #expect(shifts.filter { $0 > 0 }.reduce(0, +) > 0)
        #expect(shifts.last ?? 0 < 0)
    }

    @Test func `waits on and asks again when the only answer is gone`() throws {
        var (play, message) = try answered("稍等", for: .seconds(1))
        let before = play.said().count
        play.agent(.recall(message: message))
        play.run(.minutes(6))
        #expect(play.talk()?.waitingSince != nil)
        #expect(play.said().count > before)
        #expect(play.feelings().contains("wait-beyond-patience"))
    }

    @Test func `still waits for what another message promised`() throws {
        var (play, _) = try answered("10分钟内给您回复", for: .seconds(30))
        play.reply("已经帮您备注了")
        let message = try #require(play.talk()?.messages.last?.id)
        play.run(.seconds(30))
        play.agent(.recall(message: message))
        play.run(.minutes(6))
        #expect(!play.feelings().contains("wait-beyond-patience"))
    }

    @Test func `no longer waits because of a moment that was asked for and taken back`() throws {
        let beyond = { (isRecalled: Bool) in
            var (play, message) = try answered("稍等", for: .seconds(30))
            if isRecalled { play.agent(.recall(message: message)) }
            while !play.feelings().contains("wait-beyond-patience") { play.run(.seconds(5)) }
            return play.shop.now
        }
        #expect(try beyond(true) < beyond(false))
    }
}
