import Engine
import Simulation
import Support
import Testing

/// What moves any customer's mood, whatever the scenario.
struct MoodTests {
    private func opened(_ tongue: Tongue = .english) throws -> Stageplay {
        var play = try Stageplay(tongue: tongue)
        play.run(.seconds(40))
        return play
    }

    @Test func `a slow first answer costs, a very slow one costs more`() throws {
        var slow = try opened()
        slow.run(.seconds(80))
        slow.reply("Do you like it loose?")
        slow.run(.seconds(20))
        #expect(slow.feelings().contains("first-reply-slow"))
        var late = try opened()
        late.run(.seconds(200))
        late.reply("Do you like it loose?")
        late.run(.seconds(20))
        #expect(late.feelings().contains("first-reply-very-slow"))
    }

    @Test func `the same line twice is noticed`() throws {
        var play = try opened()
        for _ in 1...2 {
            play.reply("Welcome to our shop, how are you today")
            play.run(.seconds(20))
        }
        #expect(play.feelings().contains("canned-repeat"))
    }

    @Test func `asking for the order number that the shop can see costs`() throws {
        var play = try opened(.chinese)
        play.reply("麻烦提供一下订单号")
        play.run(.seconds(20))
        #expect(play.feelings().contains("asked-again"))
    }

    @Test func `a tracking number of nobody's parcel is a wrong fact`() throws {
        var play = try opened(.chinese)
        play.reply("您的快递单号是SF1234567890123")
        play.run(.seconds(20))
        #expect(play.feelings().contains("wrong-fact"))
        var right = try opened(.chinese)
        right.reply("您的快递单号是ZT7312004411")
        right.run(.seconds(20))
        #expect(!right.feelings().contains("wrong-fact"))
    }

    @Test func `kind words alone keep nobody: the question is asked again, then they go`() throws {
        var play = try opened(.chinese)
        for text in ["您好，欢迎光临", "非常抱歉给您带来不便", "会帮您反馈的", "实在抱歉，请您谅解"] {
            play.reply(text)
            play.run(.seconds(100))
        }
        play.run(.minutes(12))
        #expect(play.feelings().contains("wait-beyond-patience"))
        #expect(play.feelings().contains("second-apology"))
        #expect(play.talk()?.buyerLeftAt != nil)
    }

    @Test func `being closed on without help costs, and being handed over without a word too`()
        throws
    {
        var closed = try opened()
        closed.agent(.close(conversation: "c1"))
        closed.run(.seconds(60))
        #expect(closed.feelings().contains("closed-unresolved"))
        var handed = try opened()
        handed.agent(.transfer(conversation: "c1", to: "Zhou", note: "take over"))
        handed.run(.seconds(60))
        #expect(handed.feelings().contains("silent-transfer"))
    }

    @Test func `asked to wait a moment, the customer waits longer before nudging`() throws {
        func lines(_ text: String) throws -> Int {
            var play = try opened(.chinese)
            play.reply(text)
            play.run(.seconds(100))
            return play.said().count
        }
        #expect(try lines("我马上帮您查一下，请稍等") < lines("您好，欢迎光临"))
    }
}
