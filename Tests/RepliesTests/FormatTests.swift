import Engine
import Foundation
import Support
import Testing

@testable import Replies

/// Files in the very shape in which each program writes them.
enum ForeignFile: String, CaseIterable {
    case espanso = "espanso.yml"
    case chatwoot = "chatwoot-canned.json"
    case chatwootCSV = "chatwoot-canned.csv"
    case chatwootMacros = "chatwoot-macros.json"
    case zendesk = "zendesk-macros.json"
    case zammad = "zammad-text-modules.csv"
    case rocketChat = "rocketchat-canned.json"
    case qianniu = "qianniu.csv"
    case generic = "generic-bom.csv"
    case tabbed = "tabbed.txt"
    case list = "list.txt"

    var bytes: [UInt8] {
        get throws {
            let path = Repository.path("Tests/RepliesTests/Fixtures/\(rawValue)")
            return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        }
    }

    var format: ReplyFormat {
        switch self {
        case .espanso: .espanso
        case .chatwoot: .chatwoot
        case .chatwootCSV: .chatwootCSV
        case .chatwootMacros: .chatwootMacros
        case .zendesk: .zendesk
        case .zammad: .zammad
        case .rocketChat: .rocketChat
        case .qianniu: .qianniu
        case .generic, .tabbed: .csv
        case .list: .plain
        }
    }

    func read() throws -> ReplyImport { try ReplyImport.read(try bytes, named: rawValue) }
}

/// What of a reply every format can hold.
private struct Essence: Hashable {
    let codes: [String]
    let text: String
    let fields: [String]

    init(_ snippet: Snippet) {
        codes = snippet.codes
        text = snippet.text.zh
        fields = snippet.ownNames
    }
}

@Suite struct `Files of other programs` {
    @Test(arguments: ForeignFile.allCases)
    func `are known by what is in them`(file: ForeignFile) throws {
        #expect(try ReplyFormat.detect(file.bytes) == file.format)
    }

    @Test(arguments: ForeignFile.allCases)
    func `become files of ours that are read without a complaint`(file: ForeignFile) throws {
        let taken = try file.read()
        var library = SnippetLibrary()
        library.add(yaml: taken.yaml, named: "ours.yaml")
        #expect(library.problems.isEmpty, "\(library.problems.map { $0.sentence(in: .english) })")
        #expect(library.snippets.map(Essence.init) == taken.replies.map(Essence.init))
        #expect(library.snippets.map(\.folders) == taken.replies.map(\.folders))
        #expect(library.snippets.map(\.tags) == taken.replies.map(\.tags))
        #expect(library.snippets.map(\.scope) == taken.replies.map(\.scope))
        // Once more through our own format: nothing is lost on the way.
        // Macros of ours are read by the room of macros; its tests read these, too.
        let again = try ReplyImport.read(
            Array(taken.yaml.utf8), named: "ours.yaml", format: .xiaoer)
        if taken.macros.isEmpty { #expect(again.yaml == taken.yaml) }
        #expect(again.notes.isEmpty, "\(again.notes)")
    }

    @Test(arguments: ForeignFile.allCases)
    func `go there and back`(file: ForeignFile) throws {
        let taken = try file.read()
        let out = ReplyExport(
            taken.replies, macros: taken.macros, as: file.format, tongue: .chinese)
        #expect(try ReplyFormat.detect(out.bytes) == file.format)
        let back = try ReplyImport.read(out.bytes, named: file.rawValue, format: file.format)
        #expect(back.replies.map(Essence.init) == taken.replies.map(Essence.init))
        #expect(back.macros.map(\.steps) == taken.macros.map(\.steps))
        #expect(back.macros.map(\.folders) == taken.macros.map(\.folders))
        #expect(back.macros.map(\.scope) == taken.macros.map(\.scope))
        #expect(back.tally.refused == 0, "\(back.notes)")
        let second = ReplyExport(
            back.replies, macros: back.macros, as: file.format, tongue: .chinese)
        #expect(second.bytes == out.bytes)
    }

    @Test(arguments: ReplyFormat.allCases)
    func `hold the shipped library`(format: ReplyFormat) throws {
        let library = SnippetLibrary(files: [Repository.path("Packs/first-shift/replies.yaml")])
        let out = ReplyExport(library.snippets, as: format, tongue: .chinese)
        guard format != .chatwootMacros, format != .zendesk else { return }
        let back = try ReplyImport.read(out.bytes, named: "x", format: format)
        // Text modules have no codes; theirs are made anew.
        if format != .zammad {
            #expect(back.replies.map(\.codes) == library.snippets.map(\.codes))
        }
        // A list has one line for each, no caret, and names for values.
        func words(_ text: String) -> String {
            text.replacing("$|$", with: "").filter { !$0.isWhitespace }
        }
        for (one, other) in zip(back.replies, library.snippets) {
            #expect(words(one.text.zh) == words(other.text.zh), "\(one.code)")
        }
        #expect(back.tally.refused == 0)
    }
}

@Suite struct `Our own format` {
    @Test(arguments: ["first-shift", "first-steps", "promotion-night"])
    func `gives a library back as it was`(pack: String) throws {
        let library = SnippetLibrary(files: [Repository.path("Packs/\(pack)/replies.yaml")])
        let out = ReplyExport(library.snippets, as: .xiaoer, tongue: .chinese)
        var again = SnippetLibrary()
        again.add(yaml: String(decoding: out.bytes, as: UTF8.self), named: "again.yaml")
        #expect(again.problems.isEmpty)
        func told(_ snippet: Snippet) -> [AnyHashable] {
            [
                snippet.codes, snippet.label, snippet.text, snippet.stages, snippet.channels,
                snippet.truth, snippet.group, snippet.words, snippet.tags,
                snippet.keys, snippet.ownNames,
            ]
        }
        #expect(again.snippets.map(told) == library.snippets.map(told))
    }

    @Test func `quotes whatever YAML would misread`() throws {
        let texts = [
            "- a", "a: b", "#x", "'", "\"", "\\", "{{order.id}}", "[订单号]", "yes", "~", "1.5", " a",
            "a ",
            "a\n b\n\nc", " a\nb", "a\n", "\ta", "@", "%", "|", ">", "!", "&a", "*a", "?", "👍🏽",
            "\u{7f}",
            "\u{2028}", "a#b", "a # b", "null", "0x1", "第1条：好，“是”的。",
        ]
        for text in texts {
            let yaml = "matches:\n  - trigger: a\n    replace:\(YAMLText.value(text, indent: 6))\n"
            var library = SnippetLibrary()
            library.add(yaml: yaml, named: "q")
            #expect(library.snippets.first?.text.zh == text, "\(yaml)")
            let flow = "matches:\n  - {trigger: a, replace: \(YAMLText.inline(text))}\n"
            var second = SnippetLibrary()
            second.add(yaml: flow, named: "q")
            #expect(second.snippets.first?.text.zh == text, "\(flow)")
        }
    }
}

@Suite struct `What an import says` {
    private func sentences(_ file: ForeignFile) throws -> [String] {
        try file.read().notes.map { "\($0.line) \($0.entry) \($0.fact)" }
    }

    @Test func `of espanso: programs, patterns and pictures are refused by name and line`() throws {
        let taken = try ForeignFile.espanso.read()
        #expect(
            taken.replies.map(\.code) == ["espanso", "date", "hi", "ask", "ship", "para"])
        #expect(
            taken.notes.map(\.fact) == [
                .problem(.runsProgram(variable: "output", type: "shell")),
                .problem(.runsProgram(variable: "output", type: "script")),
                .problem(.patternAsCode(#":greet\((?P<person>.*)\)"#)),
                .problem(.notPlainText(field: "image_path")),
            ])
        #expect(taken.notes.map(\.line) == [33, 41, 104, 108])
        #expect(taken.tally == (6, 0, 4))
    }

    @Test func `of Chatwoot: names become ours, unknown values become questions`() throws {
        let taken = try ForeignFile.chatwoot.read()
        #expect(
            taken.replies[0].text.zh
                == "Hi {{customer.name}}, this is {{agent.name}} from {{shop.name}}.\nHow can I help?"
        )
        #expect(
            taken.replies[1].text.zh
                == "Your number is {{conversation_id}} — we answer to {{contact_email}}. 😊")
        #expect(taken.replies[1].codes == ["ticket-number"])
        #expect(taken.replies[1].ownNames == ["conversation_id", "contact_email"])
        #expect(taken.notes.last == .init(line: 18, entry: "empty", fact: .emptyText))
        #expect(
            taken.notes.first
                == .init(
                    line: 2, entry: "greet",
                    fact: .variableMapped(from: "{{contact.first_name}}", to: "customer.name")))
        #expect(taken.tally.taken == 2 && taken.tally.refused == 1)
    }

    @Test func `of Chatwoot's macros: each step taken or refused by name`() throws {
        let taken = try ForeignFile.chatwootMacros.read()
        #expect(taken.macros.map(\.label) == ["Late parcel", "Done"])
        #expect(taken.macros[0].folders == ["Shipping"])
        #expect(
            taken.macros[0].steps == [
                .init(
                    "insert",
                    "Dear {{customer.name}}, ticket {{conversation_id}} is with the carrier."),
                .init("send"), .init("tag", "late"), .init("tag", "parcel"), .init("untag", "new"),
                .init("note", "Asked the carrier."), .init("transfer", "team 3"), .init("hold", ""),
            ])
        #expect(taken.macros[0].parameters.map(\.title) == ["conversation.id"])
        #expect(taken.macros[1].scope == .personal)
        let refused = taken.notes.filter { $0.kind == .refused }.map(\.fact)
        #expect(
            refused == [
                .noCounterpart("change_priority"), .noCounterpart("send_email_transcript"),
                .noCounterpart("mute_conversation"), .noSteps,
            ])
        #expect(
            taken.notes.contains { $0.line == 16 && $0.fact == .noCounterpart("change_priority") })
    }

    @Test func `of Zendesk: folders, notes and formatting`() throws {
        let taken = try ForeignFile.zendesk.read()
        #expect(taken.macros[0].folders == ["Returns", "Damaged"])
        #expect(
            taken.macros[0].steps == [
                .init("insert", "Hello {{customer.name}},\nplease send a photo.\n{{agent.name}}"),
                .init("send"), .init("tag", "damaged"), .init("tag", "photo_asked"),
                .init("hold", ""),
            ])
        #expect(
            taken.macros[1].steps == [
                .init("note", "Please look, & soon.\nTicket {{ticket_id}}"),
                .init("tag", "escalated"), .init("transfer", "group 24000932"), .init("take"),
                .init("close"),
            ])
        let facts = taken.notes.map(\.fact)
        for fact: ReplyImport.Note.Fact in [
            .noCounterpart("priority"), .noCounterpart("custom_fields_24"), .plainText, .tagsAdded,
            .needsName("group 24000932"), .inactive, .variableAsked("{{ticket.id}}"),
        ] { #expect(facts.contains(fact), "\(fact)") }
    }

    @Test func `of Zammad: lines from HTML, first and last name as one`() throws {
        let taken = try ForeignFile.zammad.read()
        let first = try #require(taken.replies.first)
        #expect(
            first.text.zh
                == "Hello {{customer.name}},\n\nit ships in two days & you get a mail.\n{{agent.name}} of {{shop.name}}"
        )
        #expect(first.folders.map(\.zh) == ["Shipping"] && first.label.zh == "When it ships")
        #expect(first.words == ["ship", "when"] && first.code == "wis")
        #expect(taken.replies[1].text.zh == "Your ticket is {{ticket_number}}.")
        #expect(taken.notes.last?.fact == .inactive)
    }

    @Test func `of Rocket.Chat: tags and whose it is`() throws {
        let taken = try ForeignFile.rocketChat.read()
        #expect(taken.replies.map(\.scope) == [.shop, .personal])
        #expect(taken.replies[0].tags == ["hello", "first"])
    }

    @Test func `of 千牛: GB18030, quotes, lines in a cell, holes and faces`() throws {
        let taken = try ForeignFile.qianniu.read()
        #expect(taken.replies.map(\.code) == ["1", "fh", "qthh"])
        #expect(taken.replies[0].text.zh == "亲，您好，欢迎光临小满生活[微笑]")
        #expect(
            taken.replies[1].text.zh
                == "亲爱的{{customer.name}}，您的订单{{order.id}}会在48小时内发出，\n快递是{{order.carrier}}，请放心。")
        #expect(taken.replies[2].text.zh == "亲，\"退换货\"运费我们出，{{退货地址}}")
        #expect(taken.replies[2].folders.map(\.zh) == ["售后", "退货"])
        #expect(taken.replies[2].ownNames == ["退货地址"])
    }

    @Test func `of a table: rows of the wrong shape and without a text, by line`() throws {
        let taken = try ForeignFile.generic.read()
        #expect(taken.replies.map(\.code) == ["fh", "kd"])
        #expect(taken.replies[0].text.zh == "{{customer.name}}您好，\n最晚{{order.shipBy}}发出")
        #expect(
            taken.notes.filter { $0.kind == .refused } == [
                .init(line: 5, entry: "x", fact: .wrongShape),
                .init(line: 6, entry: "k", fact: .emptyText),
            ])
        #expect(taken.notes[0].sentence(in: .chinese) == "2 fh：变量 [顾客] 改成 {{customer.name}}。")
        #expect(try ForeignFile.tabbed.read().replies.map(\.code) == ["fh", "th"])
    }

    @Test func `of a list: headings, numbers, tabs, holes`() throws {
        let taken = try ForeignFile.list.read()
        #expect(
            taken.replies.map(\.text.zh) == [
                "{{customer.name}}您好，我是{{agent.name}}，请问有什么可以帮您？",
                "请稍等，我查一下订单{{order.id}}。", "请把商品寄到{{仓库地址}}，运单号发我。",
                "1.5公斤以内运费8元。", "再见，祝您{{祝福语}}！",
            ])
        #expect(taken.replies.map { $0.folders.map(\.zh) }.first == ["接待"])
        #expect(taken.replies.last?.codes == ["zj"])
        #expect(Set(taken.replies.flatMap(\.codes)).count == 5)
    }

    @Test(arguments: ForeignFile.allCases)
    func `a damaged file is read as far as it goes or refused, never worse`(
        file: ForeignFile
    ) throws {
        var dice = Dice(seed: 17)
        let bytes = try file.bytes
        for _ in 0..<40 {
            var damaged = bytes
            for _ in 0..<dice.roll(1...4) {
                let place = dice.roll(0...damaged.count - 1)
                switch dice.roll(0...2) {
                case 0: damaged.remove(at: place)
                case 1: damaged[place] = UInt8(dice.roll(0...255))
                case _: damaged.removeLast(min(damaged.count - 1, dice.roll(1...60)))
                }
            }
            guard let taken = try? ReplyImport.read(damaged, named: "d", format: file.format)
            else { continue }
            var library = SnippetLibrary()
            library.add(yaml: taken.yaml, named: "d.yaml")
            #expect(library.snippets.count == taken.replies.count)
        }
    }

    @Test func `a file that is none of them is refused with a sentence`() throws {
        #expect(throws: ReplyFileFault.self) {
            try ReplyImport.read(Array("a,b\n1,2\n".utf8), named: "x", format: .csv)
        }
        #expect(throws: ReplyFileFault.self) {
            try ReplyImport.read(Array("{".utf8), named: "x", format: .chatwoot)
        }
        #expect(throws: ReplyFileFault.self) {
            try ReplyImport.read([0x50, 0x4b, 3, 4], named: "x.xlsx")
        }
        let fault = ReplyFileFault.noContent(columns: ["a", "b"])
        #expect(fault.sentence.zh.contains("a、b"))
    }
}
