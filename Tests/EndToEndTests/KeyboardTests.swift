import Foundation
import Rig
import Support
import Testing

/// One customer served well from her first word to the debrief, by keyboard alone, as a person
/// would: with the clock stopped while typing.
@Suite(.waitsForTerminals) struct `By keyboard alone` {
    /// What is typed and what the desk shows, in one language.
    struct Tongue: Sendable, CustomTestStringConvertible {
        let code: String
        let customer: String
        let waiting: String
        let goods: String
        let shelf: String
        /// How a sheet says that Esc closes it.
        let leave: String
        let asking: String
        let advising: String
        let toShip: String
        let cards: String
        let tagForm: String
        let tag: String
        let goodbye: String
        let served: String
        let debrief: String

        var testDescription: String { code }

        static let english = Tongue(
            code: "en", customer: "Li Qian", waiting: "waiting 1", goods: "French floral",
            shelf: "Look up", leave: "Esc close",
            asking: "Hi, welcome to Xiaoman! Do you like it loose or more fitted?",
            advising: "At 55 kg you're in the L (52-60 kg), and since you like it loose I'd go "
                + "for the L. You can return it within 7 days if it doesn't suit.",
            toShip: "to be shipped", cards: "Order check", tagForm: "Add a tag",
            tag: "likes loose",
            goodbye: "Great, size L it is. Anything else I can help with? Enjoy the dress!",
            served: "Everyone has been served", debrief: "Debrief")
        static let chinese = Tongue(
            code: "zh", customer: "李倩", waiting: "等待 1", goods: "碎花", shelf: "查资料", leave: "Esc 关闭",
            asking: "亲，您好！欢迎光临小满。您平时喜欢宽松一点还是修身一点呢？",
            advising: "55公斤在L码的52-60kg里，您喜欢宽松，建议您拍L码。签收后七天内不合适可以退换，放心试。",
            toShip: "待发货", cards: "核对", tagForm: "打标签", tag: "喜欢宽松",
            goodbye: "好的，L码给您记下了。还有其他可以帮您的吗？祝您穿得开心！",
            served: "顾客都接待完了", debrief: "复盘")
    }

    /// Lets the shop's time run until `condition` holds, and stops it again.
    private func run(
        _ desk: TmuxDesk, until what: String, _ condition: (String) -> Bool
    ) throws {
        desk.send("F9")
        try desk.wait(forNo: "‖")
        try desk.wait(for: what, within: .seconds(60), until: condition)
        desk.send("F9")
        try desk.wait(for: "‖")
    }

    private func say(_ text: String, on desk: TmuxDesk) throws {
        desk.type(text)
        try desk.wait(for: String(text.prefix(10)))
        desk.send("Enter")
    }

    @Test(arguments: [Tongue.english, .chinese])
    func `a customer is served from her first word to a debrief that praises it`(
        tongue: Tongue
    ) throws {
        let home = try TemporaryFolder()
        let desk = try Served.deskWithFirstCustomer(
            ["--scenario", "P02", "--seed", "7", "--language", tongue.code], home: home,
            customer: tongue.customer)

        try run(desk, until: "her question") { $0.contains("165") }

        // Look before you speak.
        desk.send("M-i")
        try desk.wait(for: tongue.shelf)
        desk.type(tongue.goods)
        try desk.wait(for: tongue.goods)
        desk.send("Enter")
        try desk.wait(for: tongue.leave)
        desk.send("Escape")
        try desk.wait(forNo: tongue.leave)

        try say(tongue.asking, on: desk)
        try run(desk, until: "her taste") { $0.contains(tongue.waiting) }
        try say(tongue.advising, on: desk)
        try run(desk, until: "her paid order") { $0.contains(tongue.toShip) }

        desk.send("M-s")
        try desk.wait(for: "▌\(tongue.cards)")
        desk.send("Enter")
        try desk.wait(for: "▤")
        try run(desk, until: "her yes") { $0.contains(tongue.waiting) }

        desk.send("M-t")
        try desk.wait(for: tongue.tagForm + " ·")
        desk.type(tongue.tag)
        desk.send("Enter")
        try desk.wait(forNo: tongue.tagForm + " ·")
        try desk.wait(for: "#" + tongue.tag)

        try say(tongue.goodbye, on: desk)
        // She thanks and goes; a last word that asks nothing needs no answer.
        try run(desk, until: "her goodbye") { $0.contains(tongue.waiting) }
        try run(desk, until: "her leaving") { !$0.contains(tongue.waiting) }
        desk.send("M-e")
        try desk.wait(for: tongue.served)
        desk.send("M-Q")
        try desk.wait(for: tongue.debrief)

        desk.send("C-q")
        #expect(try desk.exitStatus() == 0)
        let report = try Served.run(["report", "--json"], home: home)
        #expect(report.status.isSuccess, "\(report.errors)")
        let judged = try JSONSerialization.jsonObject(with: Data(report.output.utf8))
        let score = (judged as? [String: Any])?["score"] as? [String: Any]
        let reception = score?["reception"] as? [String: Any]
        let total = try #require(reception?["points"] as? Int)
        #expect(total >= 85, "\(report.output)")
    }
}
