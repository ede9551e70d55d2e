/// How many colours a terminal has.
enum ColourDepth: Hashable, Sendable {
    case none
    case sixteen
    case full
}

/// The style the terminal writes in at the moment, and the shortest way to another.
///
/// All terminals that matter understand ECMA-48's colours and attributes, so they are written as
/// they are; what differs between terminals is how many colours there are.
struct Pen {
    private(set) var style: Style?
    let depth: ColourDepth

    init(depth: ColourDepth) {
        self.depth = depth
    }

    /// Nothing is known any more, after something else wrote to the terminal.
    mutating func forget() {
        style = nil
    }

    /// Writes what is needed so that the next character looks like this.
    mutating func change(to wanted: Style, in bytes: inout [UInt8]) {
        let wanted = shown(wanted)
        guard wanted != style else { return }
        let whole = Pen.parameters(from: nil, to: wanted)
        let parameters: String
        if let style {
            let difference = Pen.parameters(from: style, to: wanted)
            parameters = difference.utf8.count <= whole.utf8.count ? difference : whole
        } else {
            parameters = whole
        }
        bytes += "\u{1B}[\(parameters)m".utf8
        style = wanted
    }

    /// A style as this terminal can show it.
    private func shown(_ style: Style) -> Style {
        var shown = style
        shown.foreground = reduced(style.foreground)
        shown.background = reduced(style.background)
        return shown
    }

    private func reduced(_ colour: Colour) -> Colour {
        switch (depth, colour) {
        case (_, .standard), (.none, _): .standard
        case (.full, .indexed): colour
        case (.sixteen, .indexed(let number)):
            number < 16 ? colour : .indexed(Palette.nearestOfSixteen(to: number))
        }
    }

    private static func parameters(from old: Style?, to new: Style) -> String {
        var parts: [String] = []
        let base = old ?? .plain
        if old == nil { parts.append("") }  // ESC [ m resets everything
        let gone = base.attributes.subtracting(new.attributes)
        var added = new.attributes.subtracting(base.attributes)
        if !gone.isDisjoint(with: [.bold, .dim]) {
            parts.append("22")  // takes both away
            added.formUnion(new.attributes.intersection([.bold, .dim]))
        }
        if gone.contains(.italic) { parts.append("23") }
        if gone.contains(.underline) { parts.append("24") }
        if gone.contains(.reverse) { parts.append("27") }
        if added.contains(.bold) { parts.append("1") }
        if added.contains(.dim) { parts.append("2") }
        if added.contains(.italic) { parts.append("3") }
        if added.contains(.underline) { parts.append("4") }
        if added.contains(.reverse) { parts.append("7") }
        if base.foreground != new.foreground { parts.append(code(new.foreground, base: 30)) }
        if base.background != new.background { parts.append(code(new.background, base: 40)) }
        return parts.joined(separator: ";")
    }

    private static func code(_ colour: Colour, base: Int) -> String {
        switch colour {
        case .standard: "\(base + 9)"
        case .indexed(let number) where number < 8: "\(base + Int(number))"
        case .indexed(let number) where number < 16: "\(base + 60 + Int(number) - 8)"
        case .indexed(let number): "\(base + 8);5;\(number)"
        }
    }
}
