import Foundation
import Testing

/// A test at a terminal mostly waits for it, and while it waits it holds its thread. The pool that
/// tests run in has as many threads as the machine has processors; there, two such tests would keep
/// all the others from running. So they get threads of their own, a few at a time.
struct WaitingThreads: SuiteTrait, TestTrait, TestScoping {
    var isRecursive: Bool { true }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await withTaskExecutorPreference(Threads.shared) { try await function() }
    }
}

extension Trait where Self == WaitingThreads {
    static var waitsForTerminals: Self { Self() }
}

private final class Threads: TaskExecutor {
    static let shared = Threads()
    private let queue: OperationQueue

    private init() {
        queue = OperationQueue()
        // More desks at once would only make each other slow enough to look hung.
        queue.maxConcurrentOperationCount = 6
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.addOperation { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
