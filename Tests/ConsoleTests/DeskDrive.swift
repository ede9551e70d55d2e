import Engine
import Shifts
import Terminal
import Testing

@testable import Console

/// One desk command, driven as a person drives it: what is there, what is pressed, what must be
/// so afterwards.
struct Drive: Sendable, CustomTestStringConvertible {
    let command: String
    let given: Given
    let keys: @Sendable (DeskScene) -> Void
    let holds: @Sendable (DeskScene) throws -> Bool

    var testDescription: String { command }

    init(
        _ command: String,
        given: Given = .busy,
        press keys: [String], type text: String = "", then after: [String] = [],
        holds: @escaping @Sendable (DeskScene) throws -> Bool
    ) {
        self.init(command, given: given) { scene in
            for key in keys { scene.press(key) }
            scene.type(text)
            for key in after { scene.press(key) }
        } holds: {
            try holds($0)
        }
    }

    init(
        _ command: String,
        given: Given = .busy,
        keys: @escaping @Sendable (DeskScene) -> Void,
        holds: @escaping @Sendable (DeskScene) throws -> Bool
    ) {
        self.command = command
        self.given = given
        self.keys = keys
        self.holds = holds
    }

    static let all =
        queue + modes + chat + order + cases + money + parcels + customer + care + macros + view
        + presenting + replay

    /// Through the palette, by its English name in a Chinese desk: both languages find it.
    static func palette(
        _ command: String, _ name: String,
        given: Given = .busy,
        then after: [String] = [], type text: String = "", last: [String] = [],
        holds: @escaping @Sendable (DeskScene) throws -> Bool
    ) -> Drive {
        Drive(command, given: given) { scene in
            scene.press("Ctrl-P")
            scene.type(name)
            scene.press("Enter")
            for key in after { scene.press(key) }
            scene.type(text)
            for key in last { scene.press(key) }
        } holds: {
            try holds($0)
        }
    }
}

/// What is there before the keys: the busy desk, and what else has happened.
struct Given: Sendable {
    let prepare: @Sendable (DeskScene) throws -> Void

    static let busy = Given.doing { _ in }

    static func turned(to customer: CustomerID) -> Given {
        .doing { $0.turn(to: customer) }
    }

    static func doing(_ prepare: @escaping @Sendable (DeskScene) throws -> Void) -> Given {
        Given(prepare: prepare)
    }
}

extension DeskScene {
    /// Turns to the conversation of a customer.
    func turn(to customer: CustomerID) {
        desk.select(shift.shop.conversations(of: customer).last?.id)
    }

    func had(_ wanted: (Event) -> Bool) -> Bool { events.contains(where: wanted) }
}
