import Engine
import Foundation
import Shifts
import Stores
import Support
import Testing

@Suite struct `A store in the gym` {
    private static let small =
        #"{"name":"小店","opensAt":1773795600000,"products":[{"id":"cup","title":"杯子","variants":[{"id":"cup-1","product":"cup","name":"白","price":6000,"stock":9}]}],"coupons":[{"id":"off5","name":"五元券","threshold":5000,"amount":500,"validUntil":1783795600000}],"customers":[{"id":"wang","name":"王芳","coupons":["off5"],"accounts":[{"id":"gift1","method":"giftCard","balance":3000}]}],"orders":[{"id":"o1","customer":"wang","placedAt":1773709200000,"status":"shipped","lines":[{"variant":"cup-1","price":6000}],"address":{"name":"王芳","phone":"1","region":"上海","street":"漕溪路 12 号"},"parcels":[{"carrier":"中通","tracking":"ZT1","shippedAt":1773709200000}]}]}"#

    private func open(_ world: EmptyWorld = EmptyWorld()) throws -> Gym {
        var gym = Gym(world: world)
        let reply = try GymLine.answer(&gym, #"{"do":"load","store":\#(Self.small)}"#)
        #expect(reply["ok"] as? Bool == true, "\(reply)")
        return gym
    }

    @Test func `is loaded whole, and dumped so that loading it again gives the same bytes`() throws
    {
        let world = EmptyWorld()
        var gym = try open(world)
        _ = gym.answer(
            #"{"do":"act","as":"buyer:wang","command":{"buy":{"customer":"wang","lines":[{"variant":"cup-1"}],"address":{"name":"王芳","phone":"13800000000","region":"上海","street":"漕溪路 12 号"}}}}"#
        )
        #expect(try GymLine.answer(&gym, #"{"do":"dump","to":"a.json"}"#)["ok"] as? Bool == true)
        let loaded = try GymLine.answer(&gym, #"{"do":"load","storeFile":"a.json"}"#)
        #expect(loaded["ok"] as? Bool == true, "\(loaded)")
        _ = gym.answer(#"{"do":"dump","to":"b.json"}"#)
        #expect(world.files["a.json"] == world.files["b.json"])
        #expect(world.files["a.json"]?.isEmpty == false)
    }

    @Test func `does now what was overdue when it was opened`() throws {
        var gym = Gym(world: EmptyWorld())
        let overdue = Self.small
            .replacing(#""status":"shipped""#, with: #""status":"waitPay","payBy":1773712800000"#)
            .replacing(
                #","parcels":[{"carrier":"中通","tracking":"ZT1","shippedAt":1773709200000}]"#,
                with: "")
        let loaded = try GymLine.answer(&gym, #"{"do":"load","store":\#(overdue)}"#)
        #expect(loaded["ok"] as? Bool == true, "\(loaded)")
        #expect(loaded["next"] as? Int == loaded["now"] as? Int, "\(loaded)")
        let next = try GymLine.answer(&gym, #"{"do":"advance","to":"next"}"#)
        #expect(next["ok"] as? Bool == true, "\(next)")
        #expect((next["events"] as? [Any])?.count == 1, "\(next)")
    }

    @Test func `has the rules of the profile it names, or of the one the program names`() throws {
        var gym = Gym(world: EmptyWorld())
        let named = Self.small.replacing(
            #"{"name""#, with: #"{"profile":"strict","name""#, maxReplacements: 1)
        for line in [
            #"{"do":"load","store":\#(named)}"#,
            #"{"do":"load","profile":"strict","store":\#(Self.small)}"#,
        ] {
            #expect(try GymLine.answer(&gym, line)["ok"] as? Bool == true)
            let state = try GymLine.answer(&gym, #"{"do":"state","of":"rules"}"#)
            #expect((state["rules"] as? [String: Any])?["postage"] as? Int == 1200)
        }
        let unknown = named.replacing("strict", with: "nowhere")
        let reply = try GymLine.answer(&gym, #"{"do":"load","store":\#(unknown)}"#)
        #expect(reply["code"] as? String == "no-such-profile")
    }

    @Test func `that is wrong is refused with its path, and the shop before stays open`() throws {
        var gym = try open()
        let before = gym.answer(#"{"do":"dump"}"#)
        let wrong = Self.small.replacing(#""variant":"cup-1""#, with: #""variant":"cup-9""#)
        let reply = try GymLine.answer(&gym, #"{"do":"load","store":\#(wrong)}"#)
        #expect(reply["code"] as? String == "bad-store")
        #expect(reply["path"] as? String == "orders[0].lines[0].variant")
        let kind = Self.small.replacing(#""price":6000,"stock""#, with: #""price":60.5,"stock""#)
        let second = try GymLine.answer(&gym, #"{"do":"load","store":\#(kind)}"#)
        #expect(second["code"] as? String == "bad-store")
        #expect(second["path"] as? String == "products[0].variants[0].price")
        #expect(gym.answer(#"{"do":"dump"}"#) == before)
    }

    @Test func `in a file that was cut is refused with line and column`() throws {
        let world = EmptyWorld()
        world.files["cut.json"] = Array(Self.small.replacing(",", with: ",\n").utf8.prefix(300))
        var gym = Gym(world: world)
        let reply = try GymLine.answer(&gym, #"{"do":"load","storeFile":"cut.json"}"#)
        #expect(reply["code"] as? String == "bad-store")
        #expect((reply["line"] as? Int ?? 0) > 1)
        #expect(reply["column"] as? Int != nil)
        let none = try GymLine.answer(&gym, #"{"do":"load","storeFile":"none.json"}"#)
        #expect(none["code"] as? String == "no-such-file")
    }

    @Test func `is quoted with every cut, the postage and what is to pay`() throws {
        var gym = try open()
        let reply = try GymLine.answer(
            &gym,
            #"{"do":"quote","customer":"wang","lines":[{"variant":"cup-1"}],"coupons":["off5"],"region":"上海"}"#
        )
        let quote = try #require(reply["quote"] as? [String: Any])
        #expect(quote["goods"] as? Int == 6000)
        #expect(quote["postage"] as? Int == 800)
        #expect(quote["payable"] as? Int == 6300)
        #expect((quote["cuts"] as? [[String: Any]])?.first?["amount"] as? Int == 500)
        let refused = try GymLine.answer(
            &gym, #"{"do":"quote","customer":"li","lines":[{"variant":"cup-1"}]}"#)
        #expect(refused["code"] as? String == "no-such-customer")
    }

    @Test(arguments: [
        ("order", "o1", "order"), ("orders", "wang", "orders"), ("purse", "wang", "purse"),
        ("parcel", "ZT1", "parcel"), ("cases", "o1", "cases"), ("coupon", "off5", "coupon"),
        ("road", "", "road"), ("books", "", "books"), ("rules", "", "rules"), ("dues", "", "dues"),
        ("troubles", "", "troubles"), ("product", "cup", "product"),
    ])
    func `shows one thing of it`(subject: String, name: String, field: String) throws {
        var gym = try open()
        let reply = try GymLine.answer(
            &gym, #"{"do":"state","of":"\#(subject)","name":"\#(name)"}"#)
        #expect(reply["ok"] as? Bool == true)
        #expect(reply[field] != nil)
    }

    @Test(arguments: [
        "order", "customer", "review", "campaign", "group", "purse", "parcel", "cases",
    ])
    func `says what there is not`(subject: String) throws {
        var gym = try open()
        let reply = try GymLine.answer(&gym, #"{"do":"state","of":"\#(subject)","name":"x"}"#)
        #expect(reply["code"] as? String == "no-such-\(subject)")
    }

    @Test func `stays as it was when a request is refused`() throws {
        var traffic = StoreTraffic(StoreMill.store(orders: 60, customers: 20, seed: 5), seed: 5)
        let world = EmptyWorld()
        world.files["s.json"] = StoreFile.bytes(of: traffic.shop.store)
        var gym = Gym(world: world)
        _ = gym.answer(#"{"do":"load","storeFile":"s.json"}"#)
        var refused = 0
        for _ in 1...400 {
            let step = traffic.step()
            let line = try JSONWriter.text(
                of: Line(do: "act", as: step.actor, command: step.command))
            let before = step.isAccepted ? "" : gym.answer(#"{"do":"dump"}"#)
            let reply = try GymLine.answer(&gym, line)
            #expect(reply["ok"] as? Bool == step.isAccepted, "\(line) \(reply)")
            guard !step.isAccepted else { continue }
            refused += 1
            #expect(gym.answer(#"{"do":"dump"}"#) == before)
        }
        #expect(refused > 0)
    }
}

/// A request as a program would write it.
private struct Line: Encodable {
    var `do`: String
    var `as`: Actor
    var command: Command
}
