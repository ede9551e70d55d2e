import Engine
import Shifts
import Terminal
import Testing

@testable import Console

@Suite struct `A ticket to a department with questions of its own` {
    @Test func `is asked for what it needs, says what is missing, and carries the answers`() throws
    {
        let scene = try DeskScene.busy()
        var fixture = DeskShop.fixture(.chinese)
        fixture.rules.tickets.departments = [
            TicketRules.DepartmentRule(department: .warehouse, fields: ["货号"])
        ]
        let asking = try DeskScene.busy(with: fixture)
        asking.press("Alt-Shift-W", "Tab")
        asking.type("查 5L 到货")
        asking.press("Ctrl-S")
        #expect(asking.picture.contains("货号"))
        #expect(asking.shift.shop.tickets.isEmpty)
        asking.press("Tab")
        asking.type("C5")
        asking.press("Ctrl-S")
        #expect(
            asking.shift.shop.tickets.values.last?.fields
                == [Ticket.Field(name: "货号", value: "C5")])
        // Where nobody asks, the form stays as short as it was.
        scene.press("Alt-Shift-W")
        #expect(!scene.picture.contains("货号"))
    }
}
