import Engine
import Replies
import Shifts
import Support
import Terminal
import Testing
import Typing

@testable import Console

@Suite struct `Keys counted at the desk` {
    private func scene() throws -> DeskScene {
        let scene = try DeskScene.busy()
        scene.desk.repliesFor = { _, typed, _ in
            [ReplyChoice(code: "fh", title: "发货", text: "今天18:00前发出，请放心。")].filter {
                $0.code.hasPrefix(typed)
            }
        }
        return scene
    }

    private func commit(_ text: String, after milliseconds: Int = 1000, on scene: DeskScene) {
        scene.desk.elapse(milliseconds: milliseconds)
        scene.desk.handle(text.map { .key(Key(.character($0))) })
    }

    private func tally(_ scene: DeskScene, _ id: ConversationID = "c1") -> KeyTally {
        scene.desk.keyWatch.tally(of: id)
    }

    @Test func `keys and characters go to the customer in view`() throws {
        let scene = try scene()
        #expect(scene.desk.selected == "c1")
        commit("您好", on: scene)
        commit("，马上查", after: 2000, on: scene)
        scene.press("Enter", "Alt-J")
        let other = try #require(scene.desk.selected)
        commit("hi", on: scene)
        #expect(tally(scene).keys == 4)
        #expect(tally(scene).commits == 2)
        #expect(tally(scene).characters == 6)
        #expect(tally(scene).chinese == Pace(characters: 4, milliseconds: 2000))
        #expect(other != "c1" && tally(scene, other).characters == 2)
    }

    @Test func `keys in forms and lists count, pages are nobody's`() throws {
        let scene = try scene()
        scene.press("F2", "Down", "Esc")
        #expect(tally(scene).keys == 3)
        scene.press("Ctrl-P")
        scene.type("dues")
        scene.press("Esc")
        // The palette's letters are keys but nothing that is written.
        #expect(tally(scene).characters == 0)
        let before = tally(scene).keys
        scene.desk.showDrills()
        scene.press("Down", "Down", "Esc")
        #expect(tally(scene).keys == before)
    }

    @Test func `a reply spares its characters once it is sent`() throws {
        let scene = try scene()
        scene.type("/fh")
        scene.press("Enter")
        #expect(scene.desk.composer.text == "今天18:00前发出，请放心。")
        #expect(tally(scene).savedChinese == 0)
        scene.press("Enter")
        #expect(tally(scene).savedChinese == 15 - 3)
        #expect(tally(scene).replies == 1)
    }

    @Test func `a reply held back by the countdown spares only when it goes`() throws {
        let scene = try scene()
        scene.desk.settings.sendCountdown = .seconds(3)
        scene.type("/fh")
        scene.press("Enter", "Enter")
        #expect(tally(scene).replies == 0)
        scene.desk.elapse(milliseconds: 3000)
        #expect(tally(scene).replies == 1)
    }

    @Test func `a macro spares what it wrote`() throws {
        let scene = try DeskScene.busy()
        scene.offerMacros()
        scene.press("F10")
        scene.type("late-ship")
        scene.press("Enter", "Enter")
        let sent = try #require(scene.sent(to: "liqian").last)
        #expect(tally(scene).savedChinese == sent.count)
        #expect(tally(scene).replies == 1)
    }

    @Test func `a paste is one key and nothing typed`() throws {
        let scene = try scene()
        scene.desk.handle([.paste("an address, pasted")])
        #expect(tally(scene).keys == 1)
        #expect(tally(scene).characters == 0)
    }

    @Test func `is kept once a second and when the shift ends, and goes on from there`() throws {
        let scene = try scene()
        scene.desk.clock.isPaused = true
        commit("您", on: scene)
        #expect(scene.host.tallies["c1"]?.characters == 1)
        commit("好", after: 100, on: scene)
        #expect(scene.host.tallies["c1"]?.characters == 1)
        commit("，", after: 900, on: scene)
        #expect(scene.host.tallies["c1"]?.characters == 3)
        commit("在", after: 10, on: scene)
        scene.desk.submit(.endShift)
        #expect(scene.host.tallies["c1"]?.characters == 4)

        let again = DeskScene()
        again.host.tallies = scene.host.tallies
        again.desk.open(again.shift)
        #expect(again.desk.keyWatch.tally(of: "c1").characters == 4)
    }

    @Test func `what could not be kept is kept later`() throws {
        let scene = try scene()
        scene.desk.clock.isPaused = true
        scene.host.trouble = StorageTrouble(Bilingual(zh: "磁盘满了", en: "The disk is full"))
        commit("您", on: scene)
        #expect(scene.host.tallies.isEmpty)
        scene.host.trouble = nil
        commit("好", on: scene)
        #expect(scene.host.tallies["c1"]?.characters == 2)
    }

    @Test func `changes no event`() throws {
        let scene = try scene()
        let before = scene.events.count
        commit("您好，马上查一下", on: scene)
        scene.press("F2", "Esc")
        #expect(scene.events.count == before)
    }
}
