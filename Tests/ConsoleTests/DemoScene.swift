import Engine
import Foundation
import Grading
import Language
import Scenarios
import Shifts
import ShippedData
import Support
import Terminal

@testable import Console

/// A shipped pack whose model run plays at a desk, the wall's time going as fast as the test likes.
final class DemoScene {
    // A class: closures of a test look at the same scene.
    let premises: Premises
    let card: ShiftCard
    let shift: Shift
    let desk: Desk
    let demo: DemoPlayer
    let host = RecordingHost()
    /// Wall milliseconds that have passed.
    private(set) var wall = 0

    /// Packs that have captions.
    static let packs = Repository.files(below: "Packs", extension: "yaml")
        .filter { $0.hasSuffix("/demo.yaml") }
        .map { String($0.split(separator: "/")[1]) }.sorted()

    static func premises(_ pack: String) throws -> Premises {
        Premises(pack: try Shipped.pack(pack), reader: try Shipped.reader)
    }

    init(
        _ pack: String, tongue: Tongue = .chinese, size: Size = Size(columns: 80, rows: 24),
        pace: DemoPlayer.Pace = DemoPlayer.Pace(), presents: Bool = true
    ) throws {
        premises = try Self.premises(pack)
        card = premises.card(
            id: "demo", tongue: tongue, scenarios: premises.pack.demo?.scenarios ?? [])
        shift = premises.open(card)
        var themes = ThemeShelf(folders: [Repository.path("Themes")])
        themes.wear("night")
        desk = Desk(
            host: host, pages: .blank, settings: DeskSettings(tongue: tongue), themes: themes,
            size: size)
        desk.open(shift)
        demo = DemoPlayer(DemoScript(premises.pack, tongue: tongue), pace: pace)
        desk.play(demo)
        if presents { desk.present(true) }
    }

    /// Lets the wall's time run, wake by wake, until something holds; false where nothing more
    /// comes by itself.
    @discardableResult
    func run(until holds: (DemoScene) -> Bool) -> Bool {
        while !holds(self) {
            guard demo.state == .playing, let wake = desk.nextWake else { return false }
            desk.elapse(milliseconds: wake)
            wall += wake
        }
        return true
    }

    func press(_ names: String...) {
        for name in names {
            guard let key = Key(name: name) else { preconditionFailure("no such key: \(name)") }
            desk.handle([.key(key)])
            _ = desk.draw()
        }
    }

    func type(_ text: String) { desk.handle(text.map { .key(Key(.character($0))) }) }

    var score: Int { premises.report(on: shift.records, of: card).score.total }
    var grades: [Int] { premises.report(on: shift.records, of: card).conversations.map(\.total) }
}
