import Engine
import Macros
import Replies
import Shifts
import Support
import Testing

@testable import Console

@Suite struct `The shipped library at the desk` {
    @Test func `opens and answers while one types`() throws {
        let folders = ReplyFolders(own: nil, pack: nil, shared: Repository.path("Replies"))
        let replies = SnippetLibrary(folders)
        let macros = MacroLibrary(files: folders.macroFiles)
        let scene = try DeskScene.busy(columns: 120, rows: 36)
        scene.desk.macroLibrary = { macros }
        scene.desk.repliesFor = { desk, typed, asked in
            guard let shop = desk.shop, let talk = desk.talk else { return [] }
            let fitting = asked.isEmpty ? [] : replies.suggestions(for: asked, stage: talk.stage)
            let found = replies.search(typed, stage: talk.stage, channel: talk.channel, limit: 30)
            return (fitting + found).map {
                let filled = $0.fill(in: shop, talk, tongue: .chinese, now: shop.now)
                return ReplyChoice(
                    code: $0.code, title: $0.label.zh, text: filled.text, asks: filled.asks)
            }
        }
        for keys in [["F4"], ["f"], ["h"], ["Esc"], ["Esc"], ["/"], ["f"], ["h"], ["s"], ["j"]] {
            for key in keys {
                scene.press(key)
            }
        }
        #expect(scene.picture.contains("/fhsj"))
        scene.press("Ctrl-U", "Alt-Shift-M")
        for key in ["c", "f", "a", "f"] { scene.press(key) }
        #expect(scene.picture.contains("cfaf"))
    }
}
