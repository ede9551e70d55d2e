import Engine
import Terminal
import Testing

@testable import Console

@Suite struct `Where things stand` {
    private let sizes: [Size] = [
        (1, 1), (5, 4), (20, 9), (59, 30), (60, 15), (75, 20), (76, 18), (80, 24), (100, 30),
        (120, 36), (159, 40), (160, 44), (200, 50), (320, 90),
    ].map { Size(columns: $0.0, rows: $0.1) }

    @Test func `nothing overlaps and nothing leaves the screen`() {
        for size in sizes {
            for focus in Focus.allCases {
                for alone in [nil, Focus.order, .chat] {
                    for writing in [1, 3, 40] {
                        let places = Arrangement(
                            size: size, focus: focus, alone: alone, writing: writing,
                            hasBanner: writing == 3)
                        var blocks = places.panes.map(\.rect) + [places.header, places.footer]
                        blocks += [places.banner, places.tabs, places.composer].compactMap { $0 }
                        let screen = Rect(size: size)
                        for (number, block) in blocks.enumerated() where !block.isEmpty {
                            #expect(screen.intersection(block) == block, "\(size) \(focus)")
                            for other in blocks.dropFirst(number + 1) {
                                #expect(
                                    block.intersection(other).isEmpty,
                                    "\(size) \(focus): \(block) \(other)")
                            }
                        }
                    }
                }
            }
        }
    }

    @Test func `the chat gets the most width, from eighty columns on`() {
        for columns in 80...220 {
            let places = arrangement(Size(columns: columns, rows: 40))
            let chat = places.rect(of: .chat)?.width ?? 0
            for (focus, rect) in places.panes where focus != .chat {
                #expect(rect.width < chat, "\(columns): \(focus)")
            }
        }
    }

    @Test func `panes grow evenly with the window and keep their place`() {
        for columns in 80..<220 where columns != 159 {
            let small = arrangement(Size(columns: columns, rows: 40))
            let large = arrangement(Size(columns: columns + 1, rows: 40))
            #expect(small.panes.map(\.focus) == large.panes.map(\.focus))
            for ((_, before), (focus, after)) in zip(small.panes, large.panes) {
                #expect(abs(after.width - before.width) <= 2, "\(focus)")
                #expect(abs(after.x - before.x) <= 1)
            }
        }
    }

    @Test func `five panes stand side by side at eighty by twenty-four`() {
        let places = arrangement(Size(columns: 80, rows: 24))
        #expect(Set(places.panes.map(\.focus)) == [.queue, .chat, .order, .customer, .replies])
        #expect(places.composer?.width == places.rect(of: .chat)?.width)
        #expect(places.tabs == nil)
    }

    @Test func `two hundred columns have a fourth for history and facts`() {
        #expect(arrangement(Size(columns: 200, rows: 50)).rect(of: .shelf) != nil)
        #expect(arrangement(Size(columns: 120, rows: 36)).rect(of: .shelf) == nil)
    }

    @Test func `below sixty by fifteen one pane is shown, with tabs`() {
        for size in [Size(columns: 59, rows: 40), Size(columns: 200, rows: 14)] {
            let places = arrangement(size)
            #expect(places.panes.count == 1)
            #expect(places.tabs != nil)
        }
    }

    @Test func `the composer grows with what is written, up to a third`() {
        let size = Size(columns: 80, rows: 24)
        let heights = [1, 2, 3, 5, 7, 50].map {
            Arrangement(size: size, focus: .composer, alone: nil, writing: $0, hasBanner: false)
                .composer?.height ?? 0
        }
        #expect(heights == [3, 3, 4, 6, 8, 8])
    }

    @Test func `waits are shown in the same form, whole seconds only`() {
        #expect(Lengths.short(.seconds(48), .chinese) == "0:48")
        #expect(Lengths.short(.seconds(18_760), .chinese) == "5:12:40")
        #expect(Lengths.short(.days(3), .english) == "3d")
        #expect(Lengths.brief(.minutes(62), .chinese) == "62分")
        #expect(Lengths.brief(.hours(3), .english) == "3h")
        #expect(Lengths.brief(.seconds(-5), .english) == "0:00")
        #expect(Lengths.tail("2026031600018842") == "…8842")
        #expect(Lengths.tail("12") == "12")
    }

    private func arrangement(_ size: Size) -> Arrangement {
        Arrangement(size: size, focus: .composer, alone: nil, writing: 1, hasBanner: false)
    }
}
