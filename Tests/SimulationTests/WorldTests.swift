import Engine
import Simulation
import Support
import Testing

/// Warehouse, carrier, departments and the greeting robot.
struct WorldTests {
    @Test func `the robot greets and does not stop the customer's clock`() throws {
        var play = try Stageplay()
        play.run(.seconds(40))
        let authors = play.talk()?.messages.map(\.author) ?? []
        #expect(authors.contains(.bot))
        #expect(play.talk()?.waitingSince != nil)
    }

    @Test func `an order leaves at its time, and scans that were coming come`() throws {
        var play = try Stageplay()
        play.run(.minutes(21))
        let orders = play.shop.orders(of: "liqian")
        #expect(orders[0].status == .shipped)
        #expect(orders[0].parcels[0].tracking.hasPrefix("SF"))
        #expect(orders[1].parcels[0].scans.map(\.code) == [.pickedUp, .outForDelivery])
    }

    @Test func `a department answers in its time, one that the pack does not know never`() throws {
        var play = try Stageplay()
        play.run(.seconds(40))
        for department in [Department.carrier, .legal] {
            play.agent(
                .openTicket(
                    department: department, conversation: "c1", order: nil, summary: "please look"))
        }
        play.run(.minutes(3))
        #expect(play.shop.tickets["t1"]?.answer == nil)
        play.run(.minutes(2))
        #expect(play.shop.tickets["t1"]?.answer?.text == "Checking")
        #expect(play.shop.tickets["t2"]?.answer == nil)
    }

    @Test func `what is sent again gets a parcel of its own`() throws {
        var play = try Stageplay()
        play.run(.seconds(40))
        let old = play.shop.orders(of: "liqian")[1].id
        play.agent(.reship(order: old, contents: "a belt", reason: .missingPart))
        play.run(.minutes(4))
        let parcels = play.shop.orders[old]?.parcels ?? []
        #expect(parcels.count == 2)
        #expect(parcels.last?.contents == "a belt")
        #expect(play.shop.afterSales(of: old).last?.isDone == true)
    }

    @Test func `an oversold order waits until it is changed to what there is`() throws {
        var sample = SamplePack()
        sample.replace(
            "leaves: {after: 20m, urged: 3m}", with: "claimed: false", in: "Packs/sample/shop.yaml")
        var play = try Stageplay(sample)
        play.run(.minutes(12))
        let order = play.shop.orders(of: "liqian")[0].id
        #expect(play.shop.orders[order]?.status == .waitShip)
        play.agent(.changeItem(order: order, line: 0, to: "dress-L"))
        play.run(.minutes(3))
        #expect(play.shop.orders[order]?.status == .shipped)
    }
}
