import Engine
import Foundation
import Scenarios
import Simulation
import Support
import Testing

@Suite struct `What others do in a pack` {
    /// The sample with this `happenings.yaml`, and what is wrong with it.
    private func read(_ happenings: String) throws -> (plan: CastPlan?, problems: [PackProblem]) {
        var sample = SamplePack()
        sample.files["Packs/sample/happenings.yaml"] = happenings
        return try sample.inFolder { folder in
            do throws(PackProblems) {
                let pack = try Pack.load(
                    folder + "/Packs/sample", profiles: folder + "/Profiles")
                return (pack.plan, [])
            } catch {
                return (nil, error.problems)
            }
        }
    }

    private func sentences(_ happenings: String) throws -> String {
        try read(happenings).problems.map { $0.sentence(in: .english) }.joined(separator: "\n")
    }

    @Test func `a happening has a cause, an actor and a command in the gym's form`() throws {
        let read = try read(
            """
            - at: "1:10"
              by: warehouse
              do: {delayBatch: {batch: b1, orders: [first], reason: {zh: 面料晚到, en: late fabric}, shipBy: $at(D+1 18:00)}}
            - after: {customer: liqian, when: {status: wait-ship}, wait: 20s}
              if: {paid: true}
              by: platform
              for: T01
              do: {judge: {afterSale: $case, verdict: {outcome: forSeller, amount: $yuan(1.50), text: x}}}
            - {after: {deed: card order}, by: "buyer:liqian", do: {confirmReceipt: {order: $old}}}
            """)
        #expect(read.problems.map { $0.sentence(in: .english) } == [])
        let plan = try #require(read.plan)
        let happenings = plan.happenings
        #expect(happenings.count == 3)
        #expect(happenings[0].cause == .at(plan.opensAt + .seconds(70)))
        #expect(happenings[0].actor == .warehouse)
        #expect(happenings[1].cause == .condition(.status([.waitShip]), wait: .seconds(20)))
        #expect(happenings[1].scenarios == ["T01"])
        #expect(happenings[1].condition == .paid)
        #expect(happenings[2].cause == .deed(DeedPattern(.card, "order"), wait: .zero))
    }

    @Test func `names, moments and sums are filled in, in the shift's language`() throws {
        let sample = SamplePack()
        var shop: Shop?
        let plan = try sample.inFolder { folder in
            let pack = try Pack.load(folder + "/Packs/sample", profiles: folder + "/Profiles")
            shop = Shop(pack.fixture(in: .english))
            return pack.plan
        }
        let read = try read(
            """
            - at: "1:10"
              by: warehouse
              do: {delayBatch: {batch: b1, orders: [first, $old], reason: {zh: 面料晚到, en: late fabric}, shipBy: $at(D+1 18:00)}}
            - {at: "1:20", by: carrier, do: {overload: {carrier: SF, until: $in(30m)}}}
            """)
        let happenings = try #require(read.plan).happenings
        let opened = try #require(shop)
        let orders = opened.orders(of: "liqian").map(\.id)
        #expect(
            happenings[0].command.command(in: opened, .english)
                == .delayBatch(
                    batch: "b1", orders: orders, reason: "late fabric",
                    shipBy: plan.opensAt + .hours(33)))
        #expect(
            happenings[1].command.command(in: opened, .chinese)
                == .overload(carrier: "SF", until: opened.now + .minutes(30)))
    }

    @Test func `a misspelt command, field or reason is told with its line and the nearest`() throws
    {
        let said = try sentences(
            """
            - {at: "0:10", by: warehouse, do: {delayBach: {batch: b1}}}
            - {at: "0:10", by: "buyer:liqian", do: {requestRefund: {order: old, reasen: damaged}}}
            - {at: "0:10", by: "buyer:liqian", do: {requestRefund: {order: old, reason: damagd}}}
            - {at: "0:10", by: "buyer:liqian", do: {requestRefund: {order: oldd, reason: damaged}}}
            - {at: "0:10", by: "buyer:liqian", do: {payFrom: {order: $ordr, parts: []}}}
            - {at: "0:10", by: "buyer:liqiann", do: {leave: {conversation: $conversation}}}
            """)
        #expect(said.contains("happenings.yaml:1:"))
        #expect(said.contains("did you mean “delayBatch”?"))
        #expect(said.contains("happenings.yaml:2:") && said.contains("reason is missing"))
        #expect(said.contains("happenings.yaml:3:") && said.contains("did you mean “damaged”?"))
        #expect(said.contains("happenings.yaml:4:") && said.contains("did you mean “old”?"))
        #expect(said.contains("happenings.yaml:5:") && said.contains("did you mean “$order”?"))
        #expect(said.contains("happenings.yaml:6:") && said.contains("did you mean “liqian”?"))
    }

    @Test func `a field nobody reads is a mistake, however deep it stands`() throws {
        let said = try sentences(
            """
            - at: "0:10"
              by: "buyer:liqian"
              do: {review: {order: old, line: 0, rating: {stars: 5, servise: 4}, text: good}}
            """)
        #expect(said.contains("servise: unknown field; did you mean “service”?"))
    }

    @Test func `a command that is not the actor's part is a mistake`() throws {
        let said = try sentences(
            #"- {at: "0:10", by: warehouse, do: {urge: {order: first}}}"#)
        #expect(said.contains("urge is not for warehouse to send"))
    }

    @Test func `a condition needs somebody's conversation to be seen from`() throws {
        let said = try sentences(
            "- {after: {when: {paid: true}}, by: warehouse, do: {reportShortage: {order: first, line: 0}}}"
        )
        #expect(said.contains("customer is missing"))
    }

    @Test func `every command of the engine has its name on the list, and no other`() throws {
        let source = try Repository.text(of: "Sources/Engine/Command.swift")
        let body = source.prefix(upTo: try #require(source.range(of: "/// A basket:")).lowerBound)
        let names = body.matches(of: /(?m)^    (?:indirect )?case (\w+)/).map { String($0.1) }
        #expect(Set(names) == Set(Command.names))
        #expect(names.count > 90)
    }

    @Test func `where only one scenario is played, the others' happenings stay away`() throws {
        var sample = SamplePack()
        sample.files["Packs/sample/happenings.yaml"] = """
            - {at: "0:30", for: T01, by: carrier, do: {reopenArea: {region: x}}}
            - {at: "0:40", by: carrier, do: {reopenArea: {region: y}}}
            """
        let pack = try sample.inFolder {
            try Pack.load($0 + "/Packs/sample", profiles: $0 + "/Profiles")
        }
        #expect(pack.narrowed(to: ["T01"]).plan.happenings.count == 2)
        #expect(pack.narrowed(to: ["T02"]).plan.happenings.count == 1)
    }
}

@Suite struct `A shop on promotion night` {
    private func fixture(_ change: (inout SamplePack) -> Void) throws -> ShopFixture {
        var sample = SamplePack()
        change(&sample)
        return try sample.inFolder { folder in
            do throws(PackProblems) {
                return try Pack.load(folder + "/Packs/sample", profiles: folder + "/Profiles")
                    .fixture(in: .english)
            } catch {
                Issue.record("\(error.report(in: .english))")
                throw error
            }
        }
    }

    @Test func `a presale order begins with its deposit paid and its balance open`() throws {
        let fixture = try fixture { sample in
            sample.replace(
                "variants:\n      - {id: dress-M",
                with: "presale: {deposit: 20.00, counts: 50.00, balanceFrom: +3m, "
                    + "balanceUntil: +40m, shipBy: D+5 18:00}\n    variants:\n      - {id: dress-M",
                in: "Packs/sample/shop.yaml")
            sample.replace(
                "status: wait-ship", with: "status: deposit-paid", in: "Packs/sample/shop.yaml")
            sample.replace("    coupon: off30\n", with: "", in: "Packs/sample/shop.yaml")
            sample.replace(
                "    leaves: {after: 20m, urged: 3m}\n", with: "", in: "Packs/sample/shop.yaml")
        }
        let shop = Shop(fixture)
        #expect(shop.violations() == [])
        let order = try #require(shop.orders(of: "liqian").first)
        #expect(order.status == .depositPaid)
        // Two pieces: 2 × 20.00 paid, which count for 2 × 50.00 of 336.00.
        #expect(order.ledger.paid == .yuan(40))
        #expect(order.due == .yuan(276))
        #expect(order.presale?.balanceFrom == fixture.opensAt + .minutes(3))
    }

    @Test func `purses, consent and price actions are read`() throws {
        let fixture = try fixture { sample in
            sample.replace(
                "    coupons: [off30]\n",
                with: "    coupons: [off30]\n    consent: {state: refused, source: chat}\n"
                    + "    accounts: [{id: packet, method: red-packet, label: {zh: 红包, en: packet}, "
                    + "balance: 20.00}]\n", in: "Packs/sample/shop.yaml")
            sample.replace(
                "customers:\n",
                with: "promotions: [{id: night, name: {zh: 直降, en: night price}, kind: item, "
                    + "products: [dress], amount: 10.00, from: -1d 0:00, until: D+1 0:00}]\n"
                    + "customers:\n", in: "Packs/sample/shop.yaml")
        }
        #expect(fixture.customers[0].consent.state == .refused)
        #expect(fixture.customers[0].accounts.map(\.balance) == [.yuan(20)])
        #expect(fixture.promotions.map(\.id) == ["night"])
        #expect(fixture.promotions[0].products == ["dress"])
        #expect(Shop(fixture).violations() == [])
    }

    @Test func `an order in two parcels begins with one of them on its way`() throws {
        let fixture = try fixture { sample in
            sample.replace(
                "status: shipped", with: "status: part-shipped", in: "Packs/sample/shop.yaml")
            sample.replace(
                "paid: -9d 10:05", with: "paid: -9d 10:05\n    shipBy: +5h",
                in: "Packs/sample/shop.yaml")
            sample.replace(
                "lines: [{variant: dress-L}]", with: "lines: [{variant: dress-L, quantity: 2}]",
                in: "Packs/sample/shop.yaml")
            sample.replace(
                "        shipped: -8d 18:00\n",
                with: "        shipped: -8d 18:00\n        pieces: [{line: 1, quantity: 1}]\n",
                in: "Packs/sample/shop.yaml")
        }
        let shop = Shop(fixture)
        let order = try #require(shop.orders(of: "liqian").last)
        #expect(order.status == .partShipped)
        #expect(order.lines[0].unshipped == 1)
        #expect(shop.violations() == [])
    }
}
