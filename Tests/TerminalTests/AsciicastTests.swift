import Foundation
import Testing

@testable import Terminal

/// What a player of the format reads, as its specification has it.
private struct Cast {
    struct Header: Decodable {
        var version: Int
        var width: Int
        var height: Int
        var timestamp: Int?
        var title: String?
    }

    let header: Header
    var events: [(time: Double, kind: String, data: String)] = []

    init(_ text: String) throws {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines.removeLast().isEmpty, "the file ends with a line end")
        header = try JSONDecoder().decode(Header.self, from: Data(lines.removeFirst().utf8))
        for line in lines {
            let parts = try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any])
            #expect(parts.count == 3)
            events.append(
                (
                    try #require(parts[0] as? Double), try #require(parts[1] as? String),
                    try #require(parts[2] as? String)
                ))
        }
    }
}

@Suite struct `A recording of the screen` {
    private func picture(_ text: String, columns: Int = 20) -> Canvas {
        var canvas = Canvas(size: Size(columns: columns, rows: 3))
        canvas.put(text, at: Point(x: 1, y: 1), style: Style(foreground: .indexed(203)))
        return canvas
    }

    @Test func `has the head that players want, and times that never go back`() throws {
        var cast = Asciicast(
            size: Size(columns: 20, rows: 3), title: "第一班 \"x\"", at: 1_774_000_000)
        cast.take(picture("你好"), at: 0)
        cast.take(picture("你好"), at: 100)
        cast.take(picture("你好啊"), at: 1250)
        cast.take(picture("早"), at: 900)
        let read = try Cast(cast.drain())
        #expect(read.header.version == 2)
        #expect(read.header.width == 20 && read.header.height == 3)
        #expect(read.header.timestamp == 1_774_000_000)
        #expect(read.header.title == "第一班 \"x\"")
        #expect(read.events.map(\.time) == [0, 1.25, 1.25], "what looks the same adds nothing")
        #expect(read.events.allSatisfy { $0.kind == "o" })
        #expect(read.events[0].data.contains("\u{1B}[2J"))
        #expect(read.events[0].data.contains("你好"))
        #expect(!read.events[1].data.contains("你好啊"), "only what is new is written")
    }

    @Test func `writes escapes as JSON does, one event a line`() throws {
        var cast = Asciicast(size: Size(columns: 20, rows: 3), title: "t")
        cast.take(picture("a\"b\\c"), at: 5)
        let text = cast.drain()
        #expect(text.contains("\\u001b["))
        #expect(!text.contains("\u{1B}"))
        #expect(try Cast(text).events[0].data.contains("a\"b\\c"))
    }

    @Test func `cuts long waits where that is wished, and only those`() throws {
        var cast = Asciicast(size: Size(columns: 20, rows: 3), title: "t", idle: 2000)
        for (place, time) in [0, 500, 60_500, 61_000, 200_000].enumerated() {
            cast.take(picture("\(place)"), at: time)
        }
        cast.rest(until: 203_000)
        #expect(try Cast(cast.drain()).events.map(\.time) == [0, 0.5, 2.5, 3, 5, 7])
    }

    @Test func `tells when the window has another size, and draws it anew`() throws {
        var cast = Asciicast(size: Size(columns: 20, rows: 3), title: "t")
        cast.take(picture("a"), at: 0)
        _ = cast.drain()
        cast.take(picture("a", columns: 30), at: 10)
        let lines = cast.drain()
        #expect(lines.contains("[0.010,\"r\",\"30x3\"]\n[0.010,\"o\","))
        #expect(lines.contains("[2J"))
    }
}
