import Grading

/// A small vector picture inside a page: lines, bars and words, no script and nothing to load.
struct Drawing {
    private(set) var page = HTMLText()
    private let kind: String

    init(width: Int, height: Int, kind: String, label: String) {
        self.kind = kind
        page.raw("<svg class=\"\(kind)\" viewBox=\"0 0 \(width) \(height)\" role=\"img\"")
        page.raw(" aria-label=\"\(HTMLText.escape(label))\">")
    }

    mutating func rect(x: Int, y: Int, width: Int, height: Int, _ style: String) {
        page.raw("<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\"")
        page.raw(" class=\"\(style)\"/>")
    }

    mutating func line(from a: (Int, Int), to b: (Int, Int), _ style: String) {
        page.raw("<line x1=\"\(a.0)\" y1=\"\(a.1)\" x2=\"\(b.0)\" y2=\"\(b.1)\"")
        page.raw(" class=\"\(style)\"/>")
    }

    mutating func path(_ points: [(Int, Int)], closed: Bool = false, _ style: String) {
        guard points.count > 1 else { return }
        let name = closed ? "polygon" : "polyline"
        page.raw("<\(name) points=\"")
        page.raw(points.map { "\($0.0),\($0.1)" }.joined(separator: " "))
        page.raw("\" class=\"\(style)\"/>")
    }

    mutating func dot(_ point: (Int, Int), _ radius: Int, _ style: String) {
        page.raw("<circle cx=\"\(point.0)\" cy=\"\(point.1)\" r=\"\(radius)\"")
        page.raw(" class=\"\(style)\"/>")
    }

    mutating func text(_ words: String, at point: (Int, Int), _ style: String) {
        page.raw("<text x=\"\(point.0)\" y=\"\(point.1)\" class=\"\(style)\">")
        page.text(words)
        page.raw("</text>")
    }

    var source: String { page.source + "</svg>" }
}
