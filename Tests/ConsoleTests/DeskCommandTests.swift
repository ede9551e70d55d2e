import Engine
import Terminal
import Testing

@testable import Console

@Suite struct `Every desk command` {
    @Test(arguments: Drive.all)
    func `does by keys what it says`(drive: Drive) throws {
        let scene = try DeskScene.busy()
        try drive.given.prepare(scene)
        drive.keys(scene)
        #expect(try drive.holds(scene), Comment(rawValue: scene.picture))
    }

    @Test func `is driven by a test`() {
        let driven = Set(Drive.all.map(\.command))
        #expect(DeskCommand.all.map(\.id).filter { !driven.contains($0) } == [])
    }

    @Test func `has a name of its own, keys that exist, and words in both languages`() {
        #expect(Set(DeskCommand.all.map(\.id)).count == DeskCommand.all.count)
        for command in DeskCommand.all {
            #expect(command.id.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber })
            for key in command.keys { #expect(Key(name: key) != nil, "\(command.id): \(key)") }
            for text in [command.title, command.help] {
                #expect(!text.zh.isEmpty && !text.en.isEmpty)
                #expect(text.en.allSatisfy { !$0.isHan } || text.en.contains("/"))
            }
        }
    }

    @Test func `shares no key with another in the same place`() {
        #expect(Keymap.clashes(in: DeskCommand.keymapEntries).map { "\($0)" } == [])
    }

    @Test func `needs no bare letter outside a list`() {
        for command in DeskCommand.all where command.contexts?.contains(.composer) != false {
            for name in command.keys {
                #expect(Key(name: name)?.typed == nil, "\(command.id): \(name)")
            }
        }
    }

    @Test func `says why where it cannot be done, in a sentence`() throws {
        let scene = DeskScene()
        for command in DeskCommand.all {
            guard case .not(let reason) = command.availability(on: scene.desk) else { continue }
            command.run(on: scene.desk)
            #expect(scene.desk.notice?.text == reason, "\(command.id)")
        }
    }
}

extension Character {
    fileprivate var isHan: Bool {
        unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }
}
