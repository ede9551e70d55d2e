import Engine

extension Form {
    /// What the keys do where the caret stands, for the last line of the screen.
    var keys: [KeyHint] {
        var keys = [KeyHint("Enter", enterSubmits ? verb : Words.next)]
        if fields.indices.contains(place) {
            switch fields[place].content {
            case .choice: keys.append(KeyHint("← →", Words.changes))
            case .flag: keys.append(KeyHint("Space", Words.changes))
            case .text(let composer, _, _), .money(let composer, _, _), .time(let composer):
                if !composer.isEmpty { keys.append(KeyHint("Ctrl-U", Words.clears)) }
            case .fixed: break
            }
        }
        if enterSubmits, fields.contains(where: \.takesFocus) {
            keys.append(KeyHint("Tab", Words.next))
        } else if !enterSubmits {
            // Where money moves, its button comes first, and says what will happen.
            keys.append(KeyHint("Ctrl-S", movesMoney ? Words.toTheButton : verb))
        }
        return keys + [KeyHint("Esc", leaving)]
    }
}
