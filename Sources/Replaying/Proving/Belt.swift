import Dispatch
import Synchronization

/// A short belt between two threads: who puts something on it waits while it is full, who takes
/// from it waits while it is empty.
final class Belt<Item: Sendable>: Sendable {
    // A class: both threads hold the same one.
    private let items = Mutex<(waiting: [Item], isStopped: Bool)>(([], false))
    private let room = DispatchSemaphore(value: 0)
    private let filled = DispatchSemaphore(value: 0)

    init(places: Int) {
        // Counted up from nought: a semaphore may not end below what it began with.
        for _ in 0..<places { room.signal() }
    }

    /// - Returns: false once nobody takes any more.
    @discardableResult
    func put(_ item: Item) -> Bool {
        room.wait()
        let isTaken = items.withLock { items in
            guard !items.isStopped else { return false }
            items.waiting.append(item)
            return true
        }
        // Whoever waits behind this one is let go as well.
        if isTaken { filled.signal() } else { room.signal() }
        return isTaken
    }

    /// Nil once the belt is stopped.
    func take() -> Item? {
        filled.wait()
        let item = items.withLock { items -> Item? in
            items.isStopped || items.waiting.isEmpty ? nil : items.waiting.removeFirst()
        }
        if item == nil { filled.signal() } else { room.signal() }
        return item
    }

    /// Lets both threads go; what lies on the belt is of no use any more.
    func stop() {
        items.withLock { $0 = ([], true) }
        room.signal()
        filled.signal()
    }
}
