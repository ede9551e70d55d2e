@testable import Terminal

/// A terminal of the plainest kind: what the frame writer may assume and no more. It keeps cells
/// with their styles, so that a test can ask whether a frame really arrived.
struct Paper {
    private(set) var canvas: Canvas
    private(set) var cursor = Point(x: 0, y: 0)
    private var style = Style.plain
    private var hidden = false

    init(size: Size) {
        canvas = Canvas(size: size)
    }

    mutating func print(_ bytes: [UInt8]) {
        var rest = Substring(String(decoding: bytes, as: UTF8.self))
        while let character = rest.first {
            switch character {
            case "\u{1B}": sequence(&rest)
            case "\u{08}":
                cursor.x = max(0, cursor.x - 1)
                rest.removeFirst()
            case "\r":
                cursor.x = 0
                rest.removeFirst()
            default:
                cursor.x += canvas.put(String(character), at: cursor, style: style)
                cursor.x = min(cursor.x, canvas.size.columns - 1)
                rest.removeFirst()
            }
        }
    }

    private mutating func sequence(_ rest: inout Substring) {
        rest.removeFirst(2)
        let numbers = rest.prefix { $0.isNumber || $0 == ";" }
        rest.removeFirst(numbers.count)
        let values = numbers.split(separator: ";", omittingEmptySubsequences: false)
            .map { Int($0) ?? 0 }
        let first = max(1, values.first ?? 1)
        switch rest.removeFirst() {
        case "H":
            cursor = Point(x: values.count > 1 ? max(1, values[1]) - 1 : 0, y: first - 1)
        case "C": cursor.x = min(canvas.size.columns - 1, cursor.x + first)
        case "D": cursor.x = max(0, cursor.x - first)
        case "J": canvas.fill(canvas.bounds, style: style)
        case "K":
            canvas.fill(
                Rect(x: cursor.x, y: cursor.y, width: canvas.size.columns, height: 1),
                style: style)
        case "m": paint(values)
        default: break
        }
    }

    private mutating func paint(_ values: [Int]) {
        var values = values[...]
        while let value = values.popFirst() {
            switch value {
            case 0: style = .plain
            case 1: style.attributes.insert(.bold)
            case 2: style.attributes.insert(.dim)
            case 3: style.attributes.insert(.italic)
            case 4: style.attributes.insert(.underline)
            case 7: style.attributes.insert(.reverse)
            case 22: style.attributes.subtract([.bold, .dim])
            case 23: style.attributes.remove(.italic)
            case 24: style.attributes.remove(.underline)
            case 27: style.attributes.remove(.reverse)
            case 30...37: style.foreground = .indexed(UInt8(value - 30))
            case 90...97: style.foreground = .indexed(UInt8(value - 82))
            case 40...47: style.background = .indexed(UInt8(value - 40))
            case 100...107: style.background = .indexed(UInt8(value - 92))
            case 39: style.foreground = .standard
            case 49: style.background = .standard
            case 38, 48:
                let number = UInt8(values.dropFirst().first ?? 0)
                if value == 38 {
                    style.foreground = .indexed(number)
                } else {
                    style.background = .indexed(number)
                }
                values = values.dropFirst(2)
            default: break
            }
        }
    }
}
