import Foundation
import Rig
import Support
import Testing

/// The three matters of promotion night, each served from the first word to the last by keys
/// alone: the clock runs eight times as fast and stands still while somebody types.
@Suite(.waitsForTerminals) struct `Promotion night, by keyboard` {
    @Test func `a presale is told, paid twice, delivered and answered in public`() throws {
        let desk = try StoryDesk("T01", customer: "Xu Lan")
        try desk.run(until: "the whole question") { screen in
            ["how much", "what is it"].contains(where: screen.contains)
        }
        try desk.lookUp("coat", showing: "699.00")
        try desk.say(
            "Hi, welcome! The deposit is 100.00 and counts for 200.00; the balance is 699.00, "
                + "to be paid tonight from 20:03 until 20:40.")
        try desk.run(until: "the day she needs it") { $0.contains("20th") }
        try desk.say(
            "You need it on the 20th, that works: it leaves by 15 November and usually takes "
                + "2-3 days.")
        try desk.run(until: "her order") { $0.contains("awaiting the buyer") }

        try desk.form("Nudge to pay") {}
        try desk.run(until: "the deposit") { $0.contains("deposit paid, balance open") }
        // Of a presale only the deposit is in: the rest is still to pay.
        #expect(desk.screen().contains("To pay"))
        try desk.form("Memo and flag", key: "M-m") {
            desk.enter()
            try desk.write("Travels on the 20th, leaves by 15 November")
        }
        try desk.run(until: "her word") { $0.contains("waiting 1") }
        try desk.say("The deposit is in, and I've noted the 20th. The balance opens at 20:03.")

        try desk.run(until: "the balance") { $0.contains("awaiting shipment") }
        try desk.say("The balance is in, thank you! The warehouse is packing it.")
        try desk.run(until: "her review") { $0.contains("5★ good") }
        #expect(desk.screen().contains("trade finished"))
        #expect(desk.screen().contains("not answered"))

        try desk.form("Explain a review") {
            // There is one review; below it stands what the shop says to it.
            desk.enter()
            try desk.write("Thank you for such a careful review! We will stock up earlier.")
        }
        try desk.wait(for: "answered in public")
        try desk.run(until: "her thanks") { $0.contains("answer") && $0.contains("waiting 1") }
        try desk.say("Thank you! Anything else I can help with? Have a lovely trip!")
        try desk.run(until: "her goodbye") { !$0.contains("waiting 1") || $0.contains("Good") }

        let report = try desk.endShift(closing: 1)
        try report.succeeds(in: ["T01"])
    }

    @Test func `a return is argued, refused with proof, and judged by the platform`() throws {
        let desk = try StoryDesk("T02", customer: "Gao Yuan")
        try desk.run(until: "his case") { $0.contains("waits for the shop") }
        try desk.lookUp("scarf", showing: "30% wool")
        try desk.say(
            "Hello, I'm sorry it disappointed you. What is wrong with it, may I ask why you "
                + "would like to return it?")
        try desk.run(until: "what bothers him") { screen in
            ["itch", "Itchy", "scratches"].contains(where: screen.contains)
        }
        try desk.say(
            "I understand, an itchy scarf is no fun. It is 30% wool and 70% acrylic, as the page "
                + "and the label say, inspection report Q2026-118.")

        try desk.form("Make an offer") {
            // The fourth kind: compensation, and the scarf stays with him.
            desk.press("4", "Enter", "C-u", "C-k")
            try desk.write("12.00")
            desk.enter()
            try desk.write("Keep the scarf, 12.00 as compensation")
        }
        try desk.wait(for: "waits for the buyer")
        try desk.run(until: "his no") { $0.contains("waits for the shop") }
        try desk.form("Refuse the request") {
            desk.press("3", "Enter")
            try desk.write("Fibre as described, and the seven days are over")
            desk.press("Enter", "5", "Enter")
            try desk.write("The page says 30% wool")
        }
        try desk.wait(for: "refused by the shop")
        try desk.run(until: "the platform") { $0.contains("with the platform") }
        try desk.form("Give evidence") {
            desk.press("7", "Enter")
            try desk.write("Inspection report Q2026-118, agrees with the label")
        }
        try desk.form("Memo and flag", key: "M-m") {
            desk.enter()
            try desk.write("Says not as described; page and report given")
        }
        try desk.say("I've given the platform the page and the report; please wait for it.")
        try desk.run(until: "the verdict") { $0.contains("for the shop") }

        try Served.command("Show the case", on: desk.desk)
        try desk.wait(for: "for the shop 0.00")
        desk.press("Escape")
        try desk.wait(forNo: "for the shop 0.00")
        try desk.say("Thank you for your patience. Anything else I can help with? Goodbye!")
        try desk.run(until: "his last word") { $0.contains("waiting 0") && $0.contains("That") }

        let report = try desk.endShift(closing: 1)
        try report.succeeds(in: ["T02"])
    }

    @Test func `a late batch is told once, with one date, and both customers calm down`() throws {
        let desk = try StoryDesk("T03", "T04", customer: "Fang Min")
        try desk.run(until: "both of them") { $0.contains("Luo Kai") && $0.contains("waiting 2") }
        let sorry =
            "Hello, I'm sorry about the wait, I understand how annoying it is. I'm checking with "
            + "the warehouse, one moment please."
        try desk.say(sorry)
        desk.press("M-j")
        try desk.wait(for: "→ Luo Kai")
        try desk.say(sorry)

        try desk.run(until: "the warehouse's date") { $0.contains("late, not told") }
        try desk.form("Notice to a late batch") {
            // The batch and the warehouse's own date stand there already.
            desk.press("Enter", "Enter")
            try desk.write(
                "Hello, the fabric for the down jackets came late, our fault, and we are sorry. "
                    + "Yours will be shipped by 18:00 on 12 November.")
        }
        try desk.wait(for: "late, told; ships by")
        #expect(desk.screen().contains("11-12 18:00"))
        // Told once, nobody is told again.
        try Served.command("Notice to a late batch", on: desk.desk)
        try desk.wait(for: "No late batch waits for a notice")

        try desk.run(until: "both have read it") { $0.contains("waiting 2") }
        for (number, name) in ["Luo Kai", "Fang Min"].enumerated() {
            if number > 0 {
                desk.press("M-k")
                try desk.wait(for: "→ \(name)")
                try desk.wait(for: "late, told; ships by")
            }
            try desk.form("Memo and flag", key: "M-m") {
                desk.enter()
                try desk.write("Delay noticed, ships by the 12th")
            }
            // With the date they have in hand, nobody asks again.
            #expect(desk.screen().contains("12th"))
            try desk.say(
                "Right, it is 12 November and will not move again. Anything else I can help "
                    + "with? Have a nice evening!")
        }
        try desk.run(until: "both content") { $0.components(separatedBy: " left ").count > 2 }

        let report = try desk.endShift(closing: 2)
        try report.succeeds(in: ["T03", "T04"])
    }
}

/// A desk on promotion night with its first customer there and the clock stopped.
private struct StoryDesk {
    let desk: TmuxDesk
    private let home: TemporaryFolder

    init(_ scenarios: String..., customer: String) throws {
        home = try TemporaryFolder()
        desk = try Served.deskWithFirstCustomer(
            ["--pack", "promotion-night", "--seed", "7", "--language", "en"]
                + scenarios.flatMap { ["--scenario", $0] }, home: home, customer: customer)
    }

    func screen() -> String { desk.screen() }
    func enter() { desk.send("Enter") }
    func press(_ keys: String...) { for key in keys { desk.send(key) } }
    func wait(for text: String) throws { try desk.wait(for: text) }
    func wait(forNo text: String) throws { try desk.wait(forNo: text) }

    /// Lets the shop's time run until `condition` holds, and stops it again.
    func run(until what: String, _ condition: (String) -> Bool) throws {
        if condition(desk.screen()) { return }
        desk.send("F9")
        try desk.wait(forNo: "‖")
        try desk.wait(for: what, until: condition)
        desk.send("F9")
        try desk.wait(for: "‖")
    }

    /// Types into whatever has the caret, and sees it arrive.
    func write(_ text: String) throws {
        desk.type(text)
        try desk.wait(for: String(text.prefix(10)))
    }

    func say(_ text: String) throws {
        try write(text)
        desk.send("Enter")
        // The composer is empty again; where a question stands open, its hint names it.
        try desk.wait(for: "an empty composer") {
            $0.contains("write a reply") || $0.contains("not answered:")
        }
    }

    func lookUp(_ words: String, showing fact: String) throws {
        desk.send("M-i")
        try desk.wait(for: "Look up")
        try write(words)
        // The list has the same last line, so it is the fact that is waited for.
        desk.send("Enter")
        try desk.wait(for: fact)
        desk.send("Escape")
        try desk.wait(forNo: "Esc close")
    }

    /// Opens a form by its command's name, or its key, fills it in and sends it.
    func form(_ name: String, key: String? = nil, fill: () throws -> Void) throws {
        if let key { desk.send(key) } else { try Served.command(name, on: desk) }
        try desk.wait(for: "\(name)")
        try desk.wait(for: "Esc cancel")
        try fill()
        desk.send("Enter")
        try desk.wait(forNo: "Esc cancel")
    }

    /// Closes what is open, ends the shift and leaves; what the shift came to.
    func endShift(closing count: Int) throws -> StoryReport {
        let served = "Everyone has been served"
        for _ in 0..<count {
            desk.send("M-e")
            try desk.wait(for: "it closed, or a question") { screen in
                screen.contains("1 close") || screen.contains(served)
            }
            // Where something promised is still to come, it asks.
            guard desk.screen().contains("1 close") else { continue }
            desk.send("1")
            try desk.wait(forNo: "1 close")
        }
        try desk.wait(for: served)
        desk.send("M-Q")
        try desk.wait(for: "Debrief")
        desk.send("C-q")
        #expect(try desk.exitStatus() == 0)
        let report = try Served.run(["report", "--json"], home: home)
        #expect(report.status.isSuccess, "\(report.errors)")
        return StoryReport(text: report.output)
    }
}

/// What `xiaoer report --json` says of a shift.
private struct StoryReport {
    let text: String

    /// Every one of these scenarios was served with success.
    func succeeds(in scenarios: [String]) throws {
        let whole = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let talks = try #require(whole?["conversations"] as? [[String: Any]])
        #expect(talks.compactMap { $0["scenario"] as? String }.sorted() == scenarios)
        for talk in talks { #expect(talk["isSuccess"] as? Bool == true, "\(text)") }
    }
}
