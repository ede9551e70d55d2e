import Foundation
import Testing

@testable import Terminal

@Suite struct `The pen` {
    private func written(_ styles: [Style], depth: ColourDepth = .full) -> [String] {
        var pen = Pen(depth: depth)
        return styles.map { style in
            var bytes: [UInt8] = []
            pen.change(to: style, in: &bytes)
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    @Test func `writes nothing for the style it has`() {
        let style = Style(foreground: .indexed(15), background: .indexed(24))
        #expect(written([style, style]) == ["\u{1B}[;97;48;5;24m", ""])
    }

    @Test func `takes the shorter of a difference and a fresh start`() {
        let bold = Style(foreground: .indexed(208), attributes: .bold)
        let plain = Style(foreground: .indexed(208))
        #expect(written([plain, bold, plain]).suffix(2) == ["\u{1B}[1m", "\u{1B}[22m"])
        #expect(written([bold, .plain]).last == "\u{1B}[m")
    }

    @Test func `keeps bold when dim goes, since one code takes both away`() {
        let both = Style(foreground: .indexed(244), attributes: [.bold, .dim])
        let bold = Style(foreground: .indexed(244), attributes: .bold)
        #expect(written([both, bold]).last == "\u{1B}[22;1m")
    }

    @Test func `leaves weight where colours are gone`() {
        let style = Style(foreground: .indexed(196), background: .indexed(1), attributes: .bold)
        #expect(written([style], depth: .none) == ["\u{1B}[;1m"])
    }

    @Test(arguments: [(196, 9), (231, 15), (16, 0), (244, 8), (46, 10), (12, 12)])
    func `finds the nearest of sixteen`(colour: UInt8, nearest: UInt8) {
        let style = Style(foreground: .indexed(colour))
        let same = Style(foreground: .indexed(nearest))
        #expect(written([style], depth: .sixteen) == written([same], depth: .sixteen))
    }
}

@Suite struct `Base 64` {
    @Test(arguments: ["", "a", "ab", "abc", "李倩", "订单 A12345 …8842\n"])
    func `is as everybody else's`(text: String) {
        #expect(Base64.encoded(text.utf8) == Data(text.utf8).base64EncodedString())
    }

    @Test func `carries every byte`() {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        #expect(Base64.encoded(bytes) == Data(bytes).base64EncodedString())
    }
}

@Suite struct `A cell` {
    @Test(arguments: [
        Style.plain, Style(foreground: .indexed(0)), Style(background: .indexed(255)),
        Style(
            foreground: .indexed(255), background: .indexed(0),
            attributes: [.bold, .dim, .italic, .underline, .reverse]),
    ])
    func `is eight bytes and loses nothing`(style: Style) {
        #expect(MemoryLayout<Cell>.stride == 8)
        for glyph in [0x20, 0x1F600, 0x10FFFD, Cell.clusterBit | 77] as [UInt32] {
            for width in 0...2 {
                var cell = Cell(glyph: glyph, width: width, style: style)
                #expect(cell.glyph == glyph && cell.width == width && cell.style == style)
                cell.style = .plain
                #expect(cell.glyph == glyph && cell.width == width && cell.style == .plain)
            }
        }
    }
}

@Suite struct `The width table` {
    @Test func `is sorted, so that searching it finds everything`() {
        for ranges in [
            WidthTable.wide, WidthTable.zero, WidthTable.ambiguous, WidthTable.emojiByChoice,
        ] {
            #expect(ranges.count % 2 == 0)
            for index in ranges.indices.dropFirst() {
                #expect(
                    index % 2 == 0
                        ? ranges[index - 1] < ranges[index] : ranges[index - 1] <= ranges[index])
            }
            for index in stride(from: 0, to: ranges.count, by: 2) {
                #expect(WidthTable.contains(ranges, ranges[index]))
                #expect(WidthTable.contains(ranges, ranges[index + 1]))
                #expect(!WidthTable.contains(ranges, ranges[index + 1] + 1))
            }
        }
    }

    @Test func `knows no character of negative or enormous width`() {
        for value in 0..<UInt32(0x110000) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let columns = WidthTable.columns(scalar, ambiguousIsWide: false)
            let wider = WidthTable.columns(scalar, ambiguousIsWide: true)
            guard columns < 0 || columns > 2 || wider < columns || wider > 2 else { continue }
            Issue.record("U+\(String(value, radix: 16)): \(columns), \(wider)")
        }
    }
}
