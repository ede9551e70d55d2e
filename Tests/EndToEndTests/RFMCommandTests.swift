import Foundation
import Rig
import Support
import Testing

@Suite(.waitsForTerminals) struct `xiaoer rfm` {
    /// Three customers, one of them in an unpaid order too.
    private static let orders = #"""
        "订单编号","买家会员名","买家实际支付金额","订单状态","订单付款时间","退款金额"
        "=""1""","李倩","1,298.00","交易成功","2026-03-18 09:05:01","100.00"
        "=""2""","王芳","50","交易成功","2026/3/8 9:05",""
        "=""3""","王芳","60","交易成功","2026-02-16",""
        "=""4""","王芳","70","等待买家付款","",""
        "=""5""","=赵敏","20","交易成功","2025-12-01",""

        """#

    private func file(_ text: String, in home: TemporaryFolder) throws -> String {
        let path = home.file("orders.csv")
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test func `says who is there, and from which day it reckons`() throws {
        let home = try TemporaryFolder()
        let path = try file(Self.orders, in: home)
        let english = try Served.run(["rfm", path], home: home)
        #expect(english.status.isSuccess, "\(english.errors)")
        #expect(english.output.contains("As of 2026-03-19 (the day after the newest order)"))
        #expect(english.output.contains("3 customers · 4 orders · 1328.00 spent"))
        #expect(english.output.contains("Rows not counted: unpaid 1"))
        #expect(english.output.contains("gap g = 20 days (the median of 1 repurchases)"))
        let chinese = try Served.run(["rfm", path, "--language", "zh"], home: home)
        #expect(chinese.output.contains("算到 2026-03-19（最后一单的第二天）"))
        #expect(chinese.output.contains("没有计入（行数）：未付款 1"))
    }

    /// R: days 1, 11, 108, three values, so 5, 3, 1. F: counts 1, 2, 1. M: 1198, 110, 20: 5, 3, 1.
    @Test func `writes a row a customer, always the same bytes`() throws {
        let home = try TemporaryFolder()
        let answer = try Served.run(
            ["rfm", try file(Self.orders, in: home), "--csv", "--language", "en"], home: home)
        #expect(
            answer.output == """
                customer,last order,days,orders,spent,R,F,M,class,segment,lifecycle\r
                '=赵敏,2025-12-01 00:00:00,108,1,20.00,1,1,1,slipped away,Lost,churned\r
                李倩,2026-03-18 09:05:01,1,1,1198.00,5,1,5,big newcomer,Potential Loyalist,new\r
                王芳,2026-03-08 09:05:00,11,2,110.00,3,2,3,fading,Need Attention,active\r

                """)
        #expect(answer.errors == "Rows not counted: unpaid 1\n")
        let json = try Served.run(["rfm", home.file("orders.csv"), "--json"], home: home)
        #expect(throws: Never.self) {
            _ = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
        }
    }

    @Test func `a bad row is named and the rest goes on; strict stops with 65`() throws {
        let home = try TemporaryFolder()
        let path = try file(
            "customer,date,amount\na,2026-03-18,ten\u{1B}[2J\nb,2026-03-18,10\n", in: home)
        let answer = try Served.run(["rfm", path], home: home)
        #expect(answer.status.isSuccess)
        #expect(answer.errors.contains("orders.csv: Line 2, “amount”: “ten"))
        #expect(!answer.errors.contains("\u{1B}"))
        #expect(answer.output.contains("Rows not counted: unreadable 1"))
        let none = try Served.run(
            ["rfm", try file("customer,date,amount\na,soon,1\nb,2026-03-18,ten\n", in: home)],
            home: home)
        #expect(none.status == .code(65))
        #expect(none.errors.contains("Line 2, “date”: “soon”"))
        #expect(none.errors.contains("Rows not counted: unreadable 2"))
        #expect(none.errors.contains("none of 2 rows"))
        let strict = try Served.run(["rfm", path, "--strict"], home: home)
        #expect(strict.status == .code(65))
        #expect(strict.output.isEmpty)
    }

    @Test func `what is wrong has its exit code and the nearest name`() throws {
        let home = try TemporaryFolder()
        let path = try file("custmer_id,date,amount\na,2026-03-18,1\n", in: home)
        let column = try Served.run(["rfm", path], home: home)
        #expect(column.status == .code(65))
        #expect(column.errors.contains("is it “custmer_id”?"))
        #expect(try Served.run(["rfm", home.file("none.csv")], home: home).status == .code(66))
        #expect(try Served.run(["rfm", path, "--bins", "12"], home: home).status == .code(64))
        #expect(try Served.run(["rfm", path, "--date", "soon"], home: home).status == .code(64))
    }
}
