import Engine
import Stores
import Testing

@Suite struct `A list of orders becomes purchases` {
    private func read(_ text: String) throws -> PurchaseFile {
        try PurchaseFile(Array(text.utf8))
    }

    private func at(_ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0, _ second: Int = 0)
        -> Instant
    {
        CivilTime(
            year: 2026, month: month, day: day, hour: hour, minute: minute, second: second
        ).instant()
    }

    @Test func `as Taobao exports them, with what is unpaid, closed and refunded`() throws {
        let file = try read(
            #"""
            \#u{FEFF}"订单编号","买家会员名","买家实际支付金额","订单状态","订单付款时间","退款金额"\#r
            "=""1001""","李倩","1,298.00","交易成功","2026-03-18 09:05:01","100.00"\#r
            "=""1002""","'13800","88","卖家已发货，等待买家确认","2026/3/8 9:05",""\#r
            "=""1003""","王芳","50","等待买家付款","",""\#r
            "=""1004""","王芳","50","付款以后用户退款成功，交易自动关闭","2026-03-01","50"\#r
            """#)
        #expect(
            file.purchases == [
                Purchase(customer: "李倩", at: at(3, 18, 9, 5, 1), paid: .yuan(1198)),
                Purchase(customer: "13800", at: at(3, 8, 9, 5), paid: .yuan(88)),
            ])
        #expect(file.rows == 4)
        #expect(file.unpaid == 1)
        #expect(file.closed == 1)
        #expect(file.faults.isEmpty)
        #expect(file.newest == at(3, 18, 9, 5, 1))
    }

    @Test func `in English, with a comma, a quote and a line break inside a cell`() throws {
        let file = try read(
            "Customer ID,Order Date,Revenue\n\"Lee, \"\"Q\"\"\nQian\",2026-03-18,12.5\n")
        #expect(file.purchases.map(\.customer) == ["Lee, \"Q\"\nQian"])
        #expect(file.purchases.map(\.paid) == [Money(fen: 1250)])
    }

    @Test func `in GB18030`() throws {
        // 顾客,日期,金额 / 张三,2026-03-18,9
        let bytes: [UInt8] =
            [0xb9, 0xcb, 0xbf, 0xcd, 0x2c, 0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xbd, 0xf0, 0xb6, 0xee]
            + [0x0a, 0xd5, 0xc5, 0xc8, 0xfd] + Array(",2026-03-18,9\n".utf8)
        let file = try PurchaseFile(bytes)
        #expect(file.purchases == [Purchase(customer: "张三", at: at(3, 18), paid: .yuan(9))])
    }

    @Test func `a row that cannot be read is named by line, column and what stands there`() throws {
        let file = try read(
            """
            customer,date,amount,refund
            a,2026-03-18,ten,
            b,2026-02-30,10,
            ,2026-03-18,10,
            c,2026-03-18,10,11
            1.3E+10,2026-03-18,10,
            d,2026-03-18
            e,2026-03-18,-5,

            f,2026-03-18,10,
            g,2026-03-18,1000000000.01,
            """)
        #expect(file.purchases.map(\.customer) == ["f"])
        #expect(file.rows == 9)
        #expect(file.faults.map(\.line) == [2, 3, 4, 5, 6, 7, 8, 11])
        let said = file.faults.map { $0.sentence(in: .english) }
        #expect(said[0].contains("Line 2, “amount”: “ten” is not an amount"))
        #expect(said[1].contains("2026-02-30"))
        #expect(said[3] == "Line 5, “refund”: 11.00 came back, more than the 10.00 paid.")
        #expect(said[5].contains("2 cells for 4 columns"))
        #expect(file.faults[3].sentence(in: .chinese) == "第 5 行“refund”：退了 11.00，比付的 10.00 还多。")
    }

    @Test func `a missing column is told with the nearest that is there`() throws {
        let fault = #expect(throws: CSVFault.self) { try read("custmer_id,date,amount\na,b,c\n") }
        #expect(
            fault == .missingColumn("买家会员名 / customer_id", nearest: "custmer_id"))
    }

    @Test func `an unknown status counts as paid, and is counted`() throws {
        let file = try read(
            "order,customer,date,amount,status\n1,a,2026-03-18,1,frobbed\n2,a,2026-03-18,1,paid\n"
                + "2,a,2026-03-18,1,partially_refunded\n3,a,2026-03-18,1,unpaid\n"
                + "4,a,2026-03-18,1,Refunded\n5,a,2026-03-18,1,frobbed\n")
        #expect(file.purchases.count == 4)
        #expect(file.unknownStatuses.map(\.word) == ["frobbed"])
        #expect(file.unknownStatuses.map(\.rows) == [2])
        #expect([file.unpaid, file.closed, file.repeatedOrders] == [1, 1, 1])
    }

    @Test func `what we write is read back as it was`() throws {
        let ids = ["a,b", "say \"hi\"", "=1+1", "-5", "@x", "two\nlines", "普通"]
        let text =
            CSVLine.text(["customer", "date", "amount"])
            + ids.map { CSVLine.text([$0, "2026-03-18", "1"]) }.joined()
        #expect(try read(text).purchases.map(\.customer.rawValue) == ids)
        #expect(text.contains("\r\n'=1+1,"))
    }
}
