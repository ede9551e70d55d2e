import Engine
import Stores
import Support
import Testing

@Suite struct `Orders that 千牛 exported` {
    private func read(_ name: String) throws -> Imported<ImportedOrder> {
        try TaobaoOrders.read(Fixture.bytes(name))
    }

    private func at(_ day: Int, _ hour: Int, _ minute: Int, _ second: Int = 0) -> Instant {
        CivilTime(year: 2026, month: 3, day: day, hour: hour, minute: minute, second: second)
            .instant()
    }

    @Test func `are read from GBK with every fact`() throws {
        let imported = try read("orders-gbk.csv")
        #expect(imported.report.decoding == .gb18030)
        #expect(imported.values.map(\.line) == [2, 3, 5, 6, 7])
        #expect(
            imported.values.map(\.state) == [.waitPay, .waitShip, .shipped, .done, .closed])
        let order = imported.values[1]
        #expect(order.id == "2607180012345678902")
        #expect(order.stateText == "买家已付款，等待卖家发货")
        #expect(order.buyer.nick == "阿梨")
        #expect(order.receiver.name == "周**")
        #expect(order.receiver.mobile == "13800000002")
        #expect(order.receiver.address == "上海 上海市 徐汇区 漕溪路****(200000)")
        #expect(order.amounts.goods == Money(fen: 119_600))
        #expect(order.amounts.postage == Money(fen: 1_200))
        #expect(order.amounts.total == Money(fen: 120_800))
        #expect(order.amounts.paid == Money(fen: 120_800))
        #expect(order.amounts.refunded == nil)
        #expect(order.amounts.pointsGiven == 12)
        #expect(order.placedAt == at(18, 8, 40))
        #expect(order.paidAt == at(18, 8, 41))
        #expect(order.goods.titles == "春季连衣裙 收腰显瘦，针织开衫")
        #expect(order.goods.kinds == 2)
        #expect(order.goods.pieces == 4)
        #expect(order.buyerMessage == "请尽快发，周六要穿，谢谢\n另外问一下：\"收腰\"那款还有吗")
        #expect(order.memo == "送小样")
        #expect(order.closeReason == "")
        #expect(order.shop == "松间女装")
        #expect(imported.values[2].delivery.trackingNumbers == ["73600316247086"])
        #expect(imported.values[2].delivery.carrier == "中通快递")
        #expect(imported.values[3].amounts.refunded == .yuan(5))
        #expect(imported.values[4].closeReason == "买家未付款")
        #expect(imported.values[4].paidAt == nil)
        #expect(imported.values[4].buyer.nick == "𠮷屋")
    }

    @Test func `name the count that was left out and the columns nobody reads`() throws {
        let report = try read("orders-gbk.csv").report
        #expect(report.rows == 5 && report.taken == 5 && report.isBalanced)
        #expect(
            report.changes == [
                ImportReport.Change(
                    line: 6, column: "返点积分", value: "多", why: .leftOut(.notACount))
            ])
        #expect(report.ignoredColumns == ["买家支付积分", "店铺Id", "卖家服务费", "买家服务费"])
    }

    @Test func `leave out a row only with its line and the reason`() throws {
        let imported = try read("orders-bom.csv")
        let report = imported.report
        #expect(report.decoding == .utf8WithMark)
        #expect(imported.values.map(\.line) == [2, 3, 15])
        #expect(imported.values.map(\.state) == [.done, .waitShip, .shipped])
        #expect(report.rows == 14 && report.taken == 3 && report.isBalanced)
        func cell(
            _ line: Int, _ column: String, _ value: String, _ fact: CellFault.Fact
        ) -> ImportReport.Skip {
            ImportReport.Skip(
                line: line,
                why: .cell(CellFault(line: line, column: column, value: value, fact: fact)))
        }
        let expected: [ImportReport.Skip] = [
            .init(
                line: 4, why: .duplicate(of: "5118609024991031607", line: 2, isSame: true)),
            .init(
                line: 5, why: .duplicate(of: "5118609024991031608", line: 3, isSame: false)),
            cell(6, "订单编号", "5.11861E+18", .roundedNumber),
            cell(7, "买家实付金额", "34.005", .tooManyDecimals),
            cell(8, "订单创建时间", "2026-02-30 10:00:00", .noSuchTime),
            cell(9, "订单状态", "交易成公", .unknownWord(nearest: "交易成功")),
            .init(line: 10, why: .shape(.tooMany(cells: 20, columns: 19))),
            .init(line: 12, why: .blank),
            cell(13, "订单编号", "", .empty),
            cell(14, "退款金额", "-3.00", .negative),
            .init(line: 16, why: .shape(.tooFew(cells: 3, columns: 19))),
        ]
        #expect(report.skipped == expected)
    }

    @Test func `are refused when the file is cut or lacks a column`() throws {
        #expect(throws: CSVFault.openQuote(line: 3)) { try read("orders-cut.csv") }
        #expect(throws: CSVFault.missingColumn("订单状态", nearest: "订单壮态")) {
            try read("orders-missing-column.csv")
        }
        #expect(throws: CSVFault.rowsAreItems(column: "子订单编号")) {
            try TaobaoOrders.read(Array("子订单编号,主订单编号\n1,2\n".utf8))
        }
    }

    @Test(arguments: [
        ("等待买家付款", ImportedOrder.State.waitPay), ("买家已付款,等待卖家发货", .waitShip),
        ("买家已付款， 等待卖家发货", .waitShip), ("卖家已发货,等待买家确认收货", .shipped),
        ("卖家部分发货", .partShipped), ("交易成功", .done), ("交易被淘宝关闭", .closed),
        ("付款以后用户退款成功，交易自动关闭", .closed), ("wait_seller_send_goods", .waitShip),
    ])
    func `have a state in any of the platform's wordings`(
        words: String, state: ImportedOrder.State
    ) throws {
        let text = "订单编号\t订单状态\t下单时间\t实付金额\n1\t\(words)\t2026-03-18\t0\n"
        #expect(try TaobaoOrders.read(Array(text.utf8)).values.first?.state == state)
    }

    @Test func `cut anywhere are refused or account for every row`() throws {
        for name in ["orders-gbk.csv", "orders-bom.csv"] {
            let bytes = try Fixture.bytes(name)
            let whole = try TaobaoOrders.read(bytes).values
            for end in stride(from: 0, to: bytes.count, by: Soak.isOn ? 1 : 7) {
                guard let cut = try? TaobaoOrders.read(Array(bytes[..<end])) else { continue }
                #expect(cut.report.isBalanced, "\(name) cut at \(end)")
                // All but the last row are as they were; the last may have lost the end of a cell.
                #expect(whole.starts(with: cut.values.dropLast()), "\(name) cut at \(end)")
            }
        }
    }

    @Test func `damaged anyhow are refused or account for every row`() throws {
        let bytes = try Fixture.bytes("orders-bom.csv")
        var survivors = 0
        for seed in 1...UInt64(Soak.rounds(200, soaking: 20_000)) {
            var dice = Dice(seed: seed, purpose: "damage")
            var damaged = bytes
            for _ in 0..<dice.roll(1...20) {
                // Behind the header, or hardly a file would get past its columns.
                damaged[dice.roll(400...damaged.count - 1)] =
                    dice.pick(Array("\",\n\r0'=-.:E+ ".utf8)) ?? 0
            }
            guard let imported = try? TaobaoOrders.read(Self.repaired(damaged)) else { continue }
            survivors += 1
            #expect(imported.report.isBalanced, "seed \(seed)")
            #expect(imported.values.count == imported.report.taken, "seed \(seed)")
        }
        #expect(survivors > 20)
    }

    /// The bytes with a sign in place of characters that the damage broke.
    private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
        Array(String(decoding: bytes, as: UTF8.self).utf8)
    }

    @Test func `are summed up in both languages`() throws {
        let report = try read("orders-bom.csv").report
        let chinese = report.sentences(in: .chinese)
        #expect(chinese[0] == "文件共 14 行，导入 3 行，没有导入 11 行。")
        #expect(chinese[2] == "第 5 行没有导入：“5118609024991031608”在第 3 行出现过，内容不同，只取了那一行。")
        let english = report.sentences(in: .english)
        #expect(english[0] == "14 rows in the file, 3 taken, 11 left out.")
        #expect(
            english[4]
                == "Line 7, “买家实付金额”: “34.005” is finer than a fen; two decimals at most."
                + " The row is left out.")
        #expect(english.count == 12)
    }
}
