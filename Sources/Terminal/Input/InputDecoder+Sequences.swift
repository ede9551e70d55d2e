/// CSI and SS3, the two families of sequences that keys, mice and answers come in.
extension InputDecoder {
    /// A sequence that begins with ESC [ (or ESC ESC [). One we do not know is swallowed whole.
    func csi(at position: Int, introducer: Int, held: Key.Modifiers, final: Bool) -> Unit {
        var index = position + introducer
        func cut() -> Unit {
            guard final else { return .unfinished }
            if index == position + introducer {
                return introducer == 2 ? .key(2, .character("["), .alt) : .key(1, .escape)
            }
            return unknown(position, index)
        }
        guard index < pending.count else { return cut() }
        if pending[index] == 0x5B {  // the Linux console's F1 to F5: ESC [ [ A
            index += 1
            guard index < pending.count else { return cut() }
            guard (0x41...0x45).contains(pending[index]) else { return unknown(position, index) }
            let number = Int(pending[index]) - 0x40
            return .key(index + 1 - position, .function(number), held)
        }
        while index < pending.count, (0x30...0x3F).contains(pending[index]) {
            index += 1
            if index - position > 64 { return unknown(position, index) }
        }
        let parameters = pending[position + introducer..<index]
        while index < pending.count, (0x20...0x2F).contains(pending[index]) {
            // rxvt ends Shift-Delete in a dollar, which nobody else does.
            if pending[index] == 0x24, index + 1 == pending.count || pending[index + 1] != 0x79,
                parameters.allSatisfy({ (0x30...0x39).contains($0) }), !parameters.isEmpty
            {
                if index + 1 == pending.count, !final { return .unfinished }
                break
            }
            index += 1
            if index - position > 64 { return unknown(position, index) }
        }
        guard index < pending.count else { return cut() }
        let last = pending[index]
        if last == 0x4D, parameters.isEmpty {
            return oldMouse(at: position, introducer: introducer, final: final)
        }
        guard (0x40...0x7E).contains(last) || last == 0x24 else {
            // Broken off by something else: that something is looked at next.
            return unknown(position, index)
        }
        let length = index + 1 - position
        let sequence = ControlSequence(parameters: parameters, last: last)
        switch sequence.meaning(held: held, expectsCursor: expectedCursors > 0) {
        case .pasteBegins: return .pasteBegins(length: length)
        case .heard(let meaning): return .whole(length: length, meaning)
        case .unknown: return unknown(position, index + 1)
        }
    }

    /// ESC O and one letter: arrows and F1 to F4 of many terminals, and an application keypad.
    func ss3(at position: Int, introducer: Int, held: Key.Modifiers, final: Bool) -> Unit {
        var index = position + introducer
        func cut() -> Unit {
            guard final else { return .unfinished }
            if introducer == 3 { return .key(1, .escape) }
            return .key(2, .character("O"), .alt)
        }
        guard index < pending.count else { return cut() }
        var held = held
        if (0x32...0x38).contains(pending[index]) {  // older terminals: ESC O 5 A is Ctrl-Up
            held.formUnion(ControlSequence.modifiers(Int(pending[index]) - 0x30))
            index += 1
            guard index < pending.count else { return cut() }
        }
        guard let code = ControlSequence.keypad(pending[index]) else {
            if (0x40...0x7E).contains(pending[index]) { return unknown(position, index + 1) }
            return .key(2, .character("O"), .alt)
        }
        return .key(index + 1 - position, code, held)
    }

    /// ESC [ M and three bytes, the mouse of tmux-256color and older terminals.
    private func oldMouse(at position: Int, introducer: Int, final: Bool) -> Unit {
        let start = position + introducer + 1
        guard start + 3 <= pending.count else {
            return final ? unknown(position, pending.count) : .unfinished
        }
        let bytes = pending[start..<start + 3].map { Int($0) - 32 }
        guard bytes.allSatisfy({ $0 >= 0 }), bytes[1] > 0, bytes[2] > 0 else {
            return unknown(position, start)
        }
        let code = bytes[0]
        let isRelease = code & 3 == 3 && code & 64 == 0
        guard
            let mouse = ControlSequence.mouse(
                isRelease ? code & ~3 : code, column: bytes[1], row: bytes[2],
                isRelease: isRelease)
        else { return unknown(position, start + 3) }
        return .whole(length: start + 3 - position, .input(.mouse(mouse)))
    }

    private func unknown(_ start: Int, _ end: Int) -> Unit {
        let length = max(1, end - start)
        let spelled = Heard.spelling(pending[start..<start + length])
        return .whole(length: length, .input(.unknown(spelled)))
    }
}
