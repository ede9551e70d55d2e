import Terminal
import Testing

@Suite struct `A rectangle` {
    private let screen = Rect(x: 0, y: 0, width: 80, height: 24)

    @Test func `is cut into panes without a gap or an overlap`() {
        var rest = screen
        let panes = [rest.takeTop(1), rest.takeBottom(2), rest.takeLeft(18), rest.takeRight(22)]
        #expect(
            panes == [
                Rect(x: 0, y: 0, width: 80, height: 1), Rect(x: 0, y: 22, width: 80, height: 2),
                Rect(x: 0, y: 1, width: 18, height: 21), Rect(x: 58, y: 1, width: 22, height: 21),
            ])
        #expect(rest == Rect(x: 18, y: 1, width: 40, height: 21))
        for x in 0..<80 {
            for y in 0..<24 {
                let point = Point(x: x, y: y)
                #expect((panes + [rest]).filter { $0.contains(point) }.count == 1)
            }
        }
    }

    @Test func `gives no more than it has`() {
        var rest = Rect(x: 3, y: 3, width: 4, height: 2)
        #expect(rest.takeLeft(10) == Rect(x: 3, y: 3, width: 4, height: 2))
        #expect(rest.isEmpty)
        #expect(rest.takeTop(5).isEmpty)
        #expect(rest.takeRight(-3).width == 0)
        #expect(Rect(x: 0, y: 0, width: -4, height: -1).size == Size(columns: 0, rows: 0))
        #expect(screen.inset(columns: 50, rows: 0).isEmpty)
    }

    @Test func `meets another one where both are`() {
        let other = Rect(x: 70, y: 20, width: 30, height: 30)
        #expect(screen.intersection(other) == Rect(x: 70, y: 20, width: 10, height: 4))
        #expect(screen.intersection(Rect(x: 90, y: 0, width: 5, height: 5)).isEmpty)
    }

    @Test func `holds a smaller one in its middle`() {
        #expect(screen.centred(width: 40, height: 10) == Rect(x: 20, y: 7, width: 40, height: 10))
        #expect(screen.centred(width: 400, height: 3) == Rect(x: 0, y: 10, width: 80, height: 3))
        #expect(screen.inset(left: 1, top: 2).row(1) == Rect(x: 1, y: 3, width: 79, height: 1))
    }
}
