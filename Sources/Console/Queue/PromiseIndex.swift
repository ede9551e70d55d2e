import Engine

/// The open promises by the time they fall due, so that the header and the queue's rows need
/// not look through all of them.
struct PromiseIndex {
    private(set) var open: [Promise] = []

    init() {}

    init(_ shop: Shop) {
        open = shop.promises.values.filter(\.isOpen).sorted { ($0.due, $0.id) < ($1.due, $1.id) }
    }

    mutating func add(_ promise: Promise) {
        let place = open.firstIndex { $0.due > promise.due } ?? open.count
        open.insert(promise, at: place)
    }

    mutating func remove(_ id: PromiseID) {
        open.removeAll { $0.id == id }
    }

    /// What a recalled message promised is not waited for.
    mutating func remove(madeIn message: MessageID) {
        open.removeAll { $0.message == message }
    }

    /// The next one due for a conversation.
    func next(in conversation: ConversationID) -> Promise? {
        open.first { $0.conversation == conversation }
    }
}
