import Foundation
import Rig
import Support
import Testing

/// The desk through a pipe, in a terminal that can do nothing.
@Suite(.waitsForTerminals) struct `The linear desk through a pipe` {
    private func serve(
        _ lines: [String], _ arguments: [String], locale: String, home: TemporaryFolder
    ) throws -> Program {
        try Served.run(
            ["desk", "--linear", "--paused"] + arguments, home: home,
            environment: ["LC_ALL": locale, "TERM": "dumb"],
            input: lines.joined(separator: "\n") + "\n")
    }

    /// The whole of the first customer, from greeting to debrief, by words alone.
    private static let chinese = [
        "等 40秒", "读", "look-up", "电饭煲", "1", "说 您好，欢迎光临小满！请问家里几个人吃饭呢？", "等 40秒",
        "发卡片", "5升", "1", "说 五口人建议您选5升的，适合4到6人，不粘内胆好清洗。", "等 60秒", "订单",
        "发卡片", "订单", "1", "打标签", "1 五口之家", "好", "记 家里五口人，买5升电饭煲", "make-promise",
        "1 今天发货", "2 发货", "3 6小时后", "好",
        "说 收到您的订单了，今天16点前给您发货。还有其他可以帮您的吗？感谢您的支持！", "等 1分", "结束会话", "是", "队列",
        "下班", "是",
    ]

    private static let english = [
        "wait 40s", "read", "look-up", "rice cooker", "1",
        "say Hi, welcome to Xiaoman! How many people do you usually cook for?", "wait 40s",
        "Send a card", "5 litres", "1",
        "say I'd recommend the 5-litre one: it serves 4 to 6 and the pot is non-stick.",
        "wait 60s", "order", "Send a card", "order", "1", "add-tag", "1 family of five", "ok",
        "note Family of five, bought the 5-litre cooker", "make-promise", "1 Ships today",
        "2 ship", "3 in 6 hours", "ok",
        "say Got your order, it ships today by 16:00. Anything else I can help with? Thank you!",
        "wait 1m", "close-conversation", "yes", "queue", "end-shift", "yes",
    ]

    @Test(arguments: [("zh_CN.UTF-8", chinese), ("en_US.UTF-8", english)])
    func `serves a customer from greeting to debrief, in both languages`(
        locale: String, lines: [String]
    ) throws {
        let home = try TemporaryFolder()
        let served = try serve(
            lines, ["--pack", "first-steps", "--seed", "5"], locale: locale, home: home)
        #expect(served.status.isSuccess, "\(served.errors)")
        #expect(served.errors.isEmpty)
        #expect(!served.output.contains("\u{1B}"))
        #expect(!served.output.unicodeScalars.contains { (0x2500...0x259F).contains($0.value) })
        // What was done by words is what the journal holds, and it is judged like any shift.
        let report = try Served.run(["report", "--language", "en"], home: home).output
        let line = report.split(separator: "\n").first { $0.hasPrefix("Shift score ") }
        let score = line.flatMap { Int($0.split(separator: " ")[2]) }
        #expect((score ?? 0) >= 85, "\(served.output)")
    }

    @Test func `what is said to nobody, typed wrongly or cut off loses nothing`() throws {
        let home = try TemporaryFolder()
        let served = try serve(
            ["说 在吗", "quue", "99", "等 很久", "按 Strg-X", "\u{1B}[2J", "等 40秒", "草稿 半句"],
            ["--pack", "first-steps", "--seed", "5"], locale: "zh_CN.UTF-8", home: home)
        #expect(served.status.isSuccess, "\(served.errors)")
        #expect(served.output.contains("是不是“queue”"))
        #expect(served.output.contains("半句"))
        #expect(!served.output.contains("\u{1B}"))
        // The input ended, and the shift did not: it goes on, with what was half written.
        let again = try serve(["草稿"], [], locale: "zh_CN.UTF-8", home: home)
        #expect(again.output.contains("接着上一班，从 10:00:40 起"), "\(again.output)")
        #expect(again.output.contains("给 胡静 的草稿，还没发：半句"))
    }
}
