import Engine
import Foundation
import Simulation
import Support
import Testing

/// Each kind of trigger by which a scenario moves its customer.
struct TriggerTests {
    /// The sample with its states and `also` rules replaced.
    private func play(
        _ states: String, order: String? = "first", seed: UInt64 = 7
    ) throws -> Stageplay {
        var sample = SamplePack()
        let path = "Packs/sample/scenarios/T01.yaml"
        let text = sample.files[path] ?? ""
        let head = text.prefix(upTo: text.range(of: "states:")?.lowerBound ?? text.endIndex)
        sample.files[path] = String(head) + states + "\n"
        if order != "first" {
            sample.replace("order: first", with: "order: \(order ?? "first")", in: path)
        }
        var play = try Stageplay(sample, seed: seed)
        play.run(.seconds(40))
        return play
    }

    private func end(_ trigger: String, say: String = "seen") -> String {
        """
        states:
          asking:
            - \(trigger)
              say: {zh: \(say), en: \(say)}
              go: after
          after:
            - hears: {says: bye}
              done: true
        """
    }

    @Test func `hears: the words of one message`() throws {
        var play = try play(end("hears: {all: [{says: coffee}, {not: {says: tea}}]}"))
        play.reply("tea or coffee?")
        play.run(.seconds(30))
        #expect(!play.said().contains("seen"))
        play.reply("coffee then")
        play.run(.seconds(30))
        #expect(play.said().last == "seen")
    }

    @Test func `sees: what the agent does, though nothing is said`() throws {
        var play = try play(end("sees: ticket carrier"))
        play.agent(
            .openTicket(
                department: .warehouse, conversation: "c1", order: nil, summary: "not this one"))
        play.run(.seconds(30))
        #expect(!play.said().contains("seen"))
        play.agent(
            .openTicket(
                department: .carrier, conversation: "c1", order: nil, summary: "where is it"))
        play.run(.seconds(30))
        #expect(play.said().contains("seen"))
    }

    @Test func `when: something becomes true, here by the warehouse`() throws {
        var play = try play(end("when: {status: [shipped]}"))
        play.run(.minutes(5))
        #expect(!play.said().contains("seen"))
        let order = play.talk()?.order ?? ""
        // Urged, it leaves after three minutes and not after twenty.
        play.agent(.urge(order: order))
        play.run(.minutes(4))
        #expect(play.shop.orders[order]?.status == .shipped)
        #expect(play.said().contains("seen"))
        // And the carrier reports it, five minutes later.
        play.run(.minutes(6))
        #expect(play.shop.orders[order]?.parcels.first?.scans.map(\.code) == [.pickedUp])
    }

    @Test func `when: what is so on entering counts at once`() throws {
        let play = try play(end("when: {paid: true}"))
        #expect(play.said().last == "seen")
    }

    @Test func `after: the agent's silence in this state, counted anew after each line`() throws {
        var play = try play(end("after: 50s"))
        play.reply("Welcome!")
        play.run(.seconds(45))
        #expect(!play.said().contains("seen"))
        play.run(.seconds(30))
        #expect(play.said().contains("seen"))
    }

    @Test func `promise: kept brings joy, and the mood says so`() throws {
        var play = try play(end("promise: kept"))
        let order = play.talk()?.order ?? ""
        play.agent(
            .promise(
                conversation: "c1", text: "ships in ten minutes", deed: .ship(order),
                due: play.now + .minutes(10), message: nil))
        play.agent(.urge(order: order))
        play.run(.minutes(5))
        #expect(play.said().contains("seen"))
        #expect(play.feelings().contains("dated-promise"))
        #expect(play.feelings().contains("promise-kept"))
        #expect(play.feelings().contains("early-notice"))
    }

    @Test func `promise: broken is told, and costs most of all`() throws {
        var play = try play(end("promise: broken"))
        play.agent(
            .promise(
                conversation: "c1", text: "back in two minutes", deed: .report(ticket: nil),
                due: play.now + .minutes(2), message: nil))
        let before = play.talk()?.mood ?? 0
        play.run(.minutes(3))
        #expect(play.said().contains("seen"))
        #expect(play.feelings().contains("promise-broken"))
        #expect((play.talk()?.mood ?? 100) < before)
    }

    @Test func `a promise broken after the close brings the customer back`() throws {
        var play = try play(end("hears: {says: nothing}"))
        play.reply("I'll reply to you within 5 minutes.")
        play.agent(
            .promise(
                conversation: "c1", text: "back in five minutes", deed: .report(ticket: nil),
                due: play.now + .minutes(5), message: nil))
        play.agent(.close(conversation: "c1"))
        play.run(.minutes(9))
        #expect(play.talk("c2")?.customer == "liqian")
        #expect(play.said(in: "c2").count >= 1)
        #expect(play.feelings(in: "c2").contains("promise-broken"))
    }

    @Test func `enter: the state itself speaks, once`() throws {
        var play = try play(
            """
            states:
              asking:
                - hears: {says: go}
                  go: next
              next:
                - enter: true
                  say: {zh: 到了, en: arrived}
                - hears: {says: bye}
                  done: true
            """)
        play.reply("go")
        play.run(.seconds(40))
        #expect(play.said().filter { $0 == "arrived" }.count == 1)
    }

    @Test func `if and once: only where it holds, and only once`() throws {
        var play = try play(
            """
            states:
              asking:
                - hears: {says: offer}
                  if: {not: {urged: true}}
                  once: true
                  say: {zh: 先催, en: urge first}
                - hears: {says: offer}
                  if: {urged: true}
                  say: {zh: 好, en: fine}
                  done: true
            """)
        play.reply("offer")
        play.run(.seconds(30))
        #expect(play.said().last == "urge first")
        play.agent(.urge(order: play.talk()?.order ?? ""))
        play.reply("offer again")
        play.run(.seconds(40))
        #expect(play.said().contains("fine"))
        #expect(play.talk()?.buyerLeftAt != nil)
    }

    @Test func `of the rules that speak the first wins; silent ones all take effect`() throws {
        var play = try play(
            """
            states:
              asking:
                - {hears: {says: fine}, mood: +1}
                - {hears: {says: fine}, say: {zh: 一, en: one}}
                - {hears: {says: fine}, say: {zh: 二, en: two}}
                - {hears: {says: fine}, mood: +2}
                - {hears: {says: bye}, done: true}
            """)
        play.reply("fine")
        play.run(.seconds(30))
        #expect(play.said().contains("one"))
        #expect(!play.said().contains("two"))
        #expect(play.feelings().contains("T01.asking.1"))
        #expect(play.feelings().contains("T01.asking.4"))
    }
}
