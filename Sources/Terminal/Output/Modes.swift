/// The bytes that make a terminal ours and the ones that give it back.
struct Modes: Sendable {
    let entering: [UInt8]
    private let resetting: String
    private let leave: String

    init(capabilities: Capabilities, mouse: Bool) {
        var on = capabilities.enter
        // Without automatic wrapping a picture one column too wide cannot scroll the screen.
        on += "\u{1B}[?7l"
        var off = "\u{1B}[m"
        if capabilities.isModern {
            on += "\u{1B}[?2004h"
            off += "\u{1B}[?2026l\u{1B}[?2004l"
            if mouse {
                on += "\u{1B}[?1000h\u{1B}[?1006h"
            }
            off += "\u{1B}[?1006l\u{1B}[?1000l"
        }
        off += "\u{1B}[?7h" + capabilities.showCursor
        entering = Array((on + capabilities.showCursor).utf8)
        resetting = off
        leave = capabilities.leave
    }

    /// With a title of ours on the window, the terminal is asked to put its own back.
    func leaving(withTitle: Bool) -> [UInt8] {
        Array((resetting + (withTitle ? "\u{1B}[23;2t" : "") + leave).utf8)
    }
}

/// Bytes as text that any channel carries, as OSC 52 wants it.
enum Base64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func encoded(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        var group: [UInt8] = []
        func flush() {
            guard !group.isEmpty else { return }
            let filled = group + repeatElement(0, count: 3 - group.count)
            let value = Int(filled[0]) << 16 | Int(filled[1]) << 8 | Int(filled[2])
            for place in 0..<4 {
                let letter = alphabet[value >> (18 - 6 * place) & 63]
                text.append(place <= group.count ? letter : UInt8(ascii: "="))
            }
            group.removeAll(keepingCapacity: true)
        }
        for byte in bytes {
            group.append(byte)
            if group.count == 3 { flush() }
        }
        flush()
        return String(decoding: text, as: UTF8.self)
    }
}
