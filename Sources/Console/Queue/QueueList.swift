import Engine

/// The queue as it stands on the screen: the sorted index with the selected row held in its
/// place.
///
/// Sorting goes on around the selected row and never moves it: whoever looks away and back finds
/// the cursor on the same line and the same customer. When another row is selected, the former
/// one returns to where it belongs.
struct QueueList {
    var index = QueueIndex()
    private(set) var selected: ConversationID?
    /// The row, counted from the top of the whole list, at which the selected one is held.
    private(set) var pin = 0
    /// Whether conversations that have ended stand below the open ones.
    var showsEnded = false

    var count: Int {
        var rows = index.count + (showsEnded ? index.ended.count : 0)
        if let selected, !index.isOpen(selected), !showsEnded { rows += 1 }
        return rows
    }

    /// The conversation on one row.
    subscript(row: Int) -> ConversationID? {
        guard row >= 0, row < count else { return nil }
        guard let selected else { return unpinned(row) }
        let held = min(pin, count - 1)
        if row == held { return selected }
        let among = row < held ? row : row - 1
        guard let own = unpinnedRow(of: selected) else { return unpinned(among) }
        return unpinned(among < own ? among : among + 1)
    }

    /// The row a conversation stands on; nil when it is not shown.
    func row(of id: ConversationID) -> Int? {
        guard let selected else { return unpinnedRow(of: id) }
        let held = min(pin, count - 1)
        if id == selected { return held }
        guard let row = unpinnedRow(of: id) else { return nil }
        var among = row
        if let own = unpinnedRow(of: selected), own < row { among -= 1 }
        return among < held ? among : among + 1
    }

    /// Selects a conversation where it stands; an ended one that is hidden is shown below.
    mutating func select(_ id: ConversationID?) {
        guard let id else {
            selected = nil
            return
        }
        let place = row(of: id)
        selected = id
        // A hidden ended one above may just have left the list.
        pin = max(0, min(place ?? count - 1, count - 1))
    }

    mutating func rebuild(_ shop: Shop) {
        index = QueueIndex(shop)
    }

    private func unpinned(_ row: Int) -> ConversationID? {
        if row < index.count { return index[row] }
        let rest = row - index.count
        guard showsEnded, rest < index.ended.count else { return nil }
        return index.ended[index.ended.count - 1 - rest]
    }

    private func unpinnedRow(of id: ConversationID) -> Int? {
        if let row = index.index(of: id) { return row }
        guard showsEnded, let place = index.endedPlace(of: id) else { return nil }
        return index.count + index.ended.count - 1 - place
    }
}
