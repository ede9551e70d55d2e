import Engine
import Foundation
import Language
import Replies
import Scenarios
import Shifts
import Simulation
import Support
import Terminal
import Testing

@testable import Console

@Suite struct `The picture in the README` {
    /// Docs/desk.svg is the desk itself, a few minutes into the first shift;
    /// `XIAOER_RECORD=1` writes it.
    @Test func `is the desk as it is drawn today`() throws {
        let picture = try Self.desk().draw().svg(label: "店小二 · xiaoer")
        if ProcessInfo.processInfo.environment["XIAOER_RECORD"] == "1" {
            try Data(picture.utf8).write(
                to: URL(fileURLWithPath: Repository.path("Docs/desk.svg")))
        }
        #expect(try Repository.text(of: "Docs/desk.svg") == picture)
    }

    private static func desk() throws -> Desk {
        let reader = Reader(lexicon: try Lexicon(folder: Repository.path("Lexicons")))
        let pack = try Pack.load(
            Repository.path("Packs/first-shift"), profiles: Repository.path("Profiles"),
            topics: reader.lexicon.topics)
        let premises = Premises(pack: pack, reader: reader)
        let shift = premises.open(premises.card(id: "readme", tongue: .chinese, seed: 7))
        var agent = ModelAgent(pack, tongue: .chinese)
        // The first customer is being served, the next ones wait.
        let end = shift.now + .seconds(400)
        while let next = [agent.nextAct(in: shift), shift.nextDue].compactMap({ $0 }).min(),
            next <= end
        {
            try shift.advance(to: max(next, shift.now))
            guard let own = agent.nextAct(in: shift), own <= shift.now else { continue }
            let commands = agent.act(in: shift)
            guard shift.now < end - .seconds(120) else { continue }
            for command in commands { try shift.submit(command) }
        }
        try shift.advance(to: end)
        var themes = ThemeShelf(folders: [Repository.path("Themes")])
        themes.wear("night")
        let desk = Desk(
            host: RecordingHost(), pages: .blank,
            settings: DeskSettings(tongue: .chinese), themes: themes,
            size: Size(columns: 104, rows: 30))
        let library = SnippetLibrary(files: [Repository.path("Packs/first-shift/replies.yaml")])
        desk.repliesFor = { desk, typed, _ in
            guard let shop = desk.shop, let talk = desk.talk else { return [] }
            return library.search(typed, stage: talk.stage, limit: 9).map {
                let filled = $0.fill(in: shop, talk, tongue: .chinese, now: shop.now)
                return ReplyChoice(code: $0.code, title: $0.label.zh, text: filled.text)
            }
        }
        desk.open(shift)
        for letter in "亲，刚和仓库核对过，" { desk.handle([.key(Key(.character(letter)))]) }
        return desk
    }
}
