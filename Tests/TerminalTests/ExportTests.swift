import Foundation
import Terminal
import Testing

@Suite struct `A picture for readers without a terminal` {
    private var canvas: Canvas {
        var canvas = Canvas(size: Size(columns: 12, rows: 2))
        canvas.put("李倩 <5L>", at: Point(x: 1, y: 0), style: Style(attributes: .bold))
        canvas.put("😀!", at: Point(x: 0, y: 1), style: Style(background: .indexed(196)))
        canvas.caret = Point(x: 3, y: 1)
        return canvas
    }

    @Test func `puts every glyph into its columns`() throws {
        let svg = canvas.svg(label: "台 & 面")
        #expect(svg.contains("aria-label=\"台 &amp; 面\""))
        #expect(svg.contains(">李倩</text>"))
        #expect(svg.contains(">&lt;5L&gt;</text>"))
        #expect(svg.contains("x=\"21\" y=\"27\" textLength=\"36\""))
        #expect(svg.contains("fill=\"#ff0000\""))
        let parser = XMLSanity(svg)
        #expect(parser.isBalanced)
    }

    /// Some browsers swallow blanks at the ends and stretch the rest to the width.
    @Test func `no piece of text begins or ends with a blank or holds two`() {
        var canvas = Canvas(size: Size(columns: 30, rows: 1))
        canvas.put("  Queue 2   Li Qian  订单 一", at: Point(x: 0, y: 0), style: Style())
        let texts = canvas.svg().matches(of: #/<text ([^>]*)>([^<]*)<\/text>/#)
        #expect(texts.map { String($0.2) } == ["Queue 2", "Li Qian", "订单", "一"])
        #expect(texts.allSatisfy { $0.1.contains("xml:space=\"preserve\"") })
        #expect(texts.map { $0.1.contains("font-size=\"18\"") } == [false, false, true, true])
    }

    @Test func `has its colours as text too`() {
        #expect(canvas.ansi.contains("\u{1B}[1m李倩 <5L>\u{1B}[m"))
        #expect(canvas.ansi.contains("48;5;196m😀!"))
        #expect(canvas.ansi.split(separator: "\n").count == 2)
    }

    @Test func `tells its styles and its caret to tests`() {
        #expect(canvas.styledPicture == " {bold|李倩 <5L>}\n{bg:196|😀!}\ncaret 3,1")
    }

    @Test func `knows xterm's colours`() {
        #expect(Palette.rgb(16).hex == "#000000")
        #expect(Palette.rgb(208).hex == "#ff8700")
        #expect(Palette.rgb(244).hex == "#808080")
        #expect(Palette.rgb(15).hex == "#ffffff")
    }
}

/// Whether every tag that is opened is closed.
private struct XMLSanity {
    let isBalanced: Bool

    init(_ text: String) {
        var open: [Substring] = []
        var isSound = true
        for part in text.split(separator: "<").dropFirst(0) {
            guard let end = part.firstIndex(of: ">") else { continue }
            let tag = part[..<end]
            if tag.hasPrefix("/") {
                isSound = isSound && open.popLast() == tag.dropFirst()
            } else if !tag.hasSuffix("/") {
                open.append(tag.prefix { $0 != " " })
            }
        }
        isBalanced = isSound && open.isEmpty
    }
}
