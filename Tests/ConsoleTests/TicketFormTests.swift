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

    @Test func `has the order in view filled in, and nothing that it does not tell`() throws {
        var fixture = DeskShop.fixture(.chinese)
        fixture.rules.tickets.departments = [
            TicketRules.DepartmentRule(
                department: .warehouse, fields: ["订单号", "商品", "运单号", "期望"])
        ]
        let scene = try DeskScene.busy(columns: 120, rows: 36, with: fixture)
        let order = try #require(scene.desk.order)
        scene.press("Alt-Shift-W")
        let sheet = try #require(scene.desk.overlays.last as? ActionForm)
        #expect(sheet.form.values.text("field 订单号") == order.id.rawValue)
        #expect(sheet.form.values.text("field 商品").hasSuffix("×1"))
        #expect(sheet.form.values.text("field 运单号") == "")
        #expect(sheet.form.values.text("field 期望") == "")
    }
}
