public import Engine

/// Counts what a person presses and types while serving customers, conversation by conversation.
///
/// ```swift
/// watch.press("您", in: "c1", at: 900)
/// watch.wrote(added: 1, removed: 0, in: "c1", at: 900)
/// watch.tally(of: "c1").characters    // 1
/// ```
/// Costs the same at every key, however much has been counted.
public struct KeyWatch: Sendable {
    /// A pause longer than this is thinking or reading; what follows is a new run of typing.
    public static let pause: Int64 = 10_000
    /// So many ASCII characters nearer than `Attempt.together` come from no hand.
    static let padLength = 4

    private var tallies: [ConversationID: KeyTally]
    private var changed: Set<ConversationID> = []
    private var burst: Burst?
    private var run: Run?

    /// - Parameter tallies: what was counted before a shift was gone on with.
    public init(_ tallies: [ConversationID: KeyTally] = [:]) {
        self.tallies = tallies
    }

    /// Characters that came together: a letter, a word out of an input method, a pad's line.
    private struct Burst {
        let id: ConversationID
        let start: Int64
        var last: Int64
        var keys = 0
        var characters = 0
        var isPlain = true
        var hasChinese = false

        var isFromPad: Bool { isPlain && keys >= KeyWatch.padLength }
    }

    /// Bursts that follow each other without a long pause. Its first one is not counted: how long
    /// it took to compose nobody saw.
    private struct Run {
        let id: ConversationID
        let start: Int64
        var last: Int64
        var characters = 0
        var hasChinese: Bool

        var pace: Pace { Pace(characters: characters, milliseconds: last - start) }
    }

    // MARK: Counting

    /// A key was pressed with this customer in view.
    ///
    /// - Parameters:
    ///   - typed: the character it types; nil for a command.
    ///   - instant: milliseconds of the wall's time.
    public mutating func press(_ typed: Character?, in id: ConversationID, at instant: Int64) {
        changed.insert(id)
        guard let typed else {
            closeBurst()
            tallies[id, default: KeyTally()].keys += 1
            return
        }
        let joins = burst.map { $0.id == id && instant - $0.last < Attempt.together } ?? false
        if !joins {
            closeBurst()
            burst = Burst(id: id, start: instant, last: instant)
        }
        burst?.keys += 1
        burst?.last = instant
        if !typed.isASCII { burst?.isPlain = false }
        if typed.isChinese { burst?.hasChinese = true }
    }

    /// The text being written has changed by the key just pressed.
    public mutating func wrote(
        added: Int, removed: Int, in id: ConversationID, at instant: Int64
    ) {
        if added > 0, burst?.id == id { burst?.characters += added }
        guard removed > 0 else { return }
        closeBurst()
        changed.insert(id)
        tallies[id, default: KeyTally()].corrections += removed
        if var going = run, going.id == id {
            going.characters = max(0, going.characters - removed)
            if instant - going.last <= Self.pause { going.last = instant }
            run = going
        }
    }

    /// A reply has written a text into the draft.
    ///
    /// - Parameter cost: characters typed to find it.
    public mutating func putIn(_ text: String, cost: Int, in id: ConversationID) {
        closeBurst()
        changed.insert(id)
        tallies[id, default: KeyTally()].pending.append(KeyTally.PutIn(text, cost: cost))
    }

    /// The draft is empty: what replies had written is gone.
    public mutating func emptied(_ id: ConversationID) {
        guard tallies[id]?.pending.isEmpty == false else { return }
        changed.insert(id)
        tallies[id]?.pending = []
    }

    /// A message went out.
    public mutating func sent(_ text: String, in id: ConversationID) {
        closeRun()
        changed.insert(id)
        tallies[id, default: KeyTally()].send(text)
    }

    /// A macro was carried out: what stood in the draft, what it sent, what it left there.
    public mutating func macroRan(
        over draft: String, sent: [String], left: String, in id: ConversationID
    ) {
        closeRun()
        changed.insert(id)
        for text in sent { tallies[id, default: KeyTally()].sendFromMacro(text, over: draft) }
        let before = sent.isEmpty ? draft : ""
        let fresh = Alignment.added(
            in: String(left.prefix(KeyTally.longest)), over: String(before.prefix(KeyTally.longest))
        )
        guard !fresh.isEmpty, left != draft else { return }
        tallies[id, default: KeyTally()].pending.append(KeyTally.PutIn(fresh, cost: 0))
    }

    private mutating func closeBurst() {
        guard let done = burst else { return }
        burst = nil
        Self.add(done, to: &tallies[done.id, default: KeyTally()])
        guard !done.isFromPad else { return closeRun() }
        guard done.characters > 0 else { return }
        if var going = run, going.id == done.id, done.start - going.last <= Self.pause {
            going.characters += done.characters
            going.last = done.last
            going.hasChinese = going.hasChinese || done.hasChinese
            run = going
        } else {
            closeRun()
            run = Run(
                id: done.id, start: done.last, last: done.last, hasChinese: done.hasChinese)
        }
    }

    private mutating func closeRun() {
        closeBurst()
        guard let done = run else { return }
        run = nil
        Self.add(done, to: &tallies[done.id, default: KeyTally()])
    }

    private static func add(_ burst: Burst, to tally: inout KeyTally) {
        if burst.isPlain {
            tally.keys += burst.isFromPad ? 1 : burst.keys
        } else {
            tally.keys += 1
            tally.commits += 1
        }
        if burst.isFromPad {
            tally.padded += burst.characters
        } else {
            tally.characters += burst.characters
        }
    }

    private static func add(_ run: Run, to tally: inout KeyTally) {
        guard run.pace.milliseconds > 0 else { return }
        if run.hasChinese {
            tally.chinese = tally.chinese + run.pace
        } else {
            tally.english = tally.english + run.pace
        }
    }

    // MARK: Reading

    /// What has been counted, with what is still going on.
    public var all: [ConversationID: KeyTally] {
        var copy = self
        copy.closeRun()
        return copy.tallies
    }

    /// What has been counted in one conversation.
    public func tally(of id: ConversationID) -> KeyTally {
        var copy = self
        copy.closeRun()
        return copy.tallies[id] ?? KeyTally()
    }

    public var hasChanges: Bool { !changed.isEmpty }

    /// What has changed since changes were last forgotten, to be kept.
    public var changes: [ConversationID: KeyTally] {
        let now = all
        var changes: [ConversationID: KeyTally] = [:]
        for id in changed { changes[id] = now[id] }
        return changes
    }

    /// The changes have been kept.
    public mutating func forgetChanges() { changed = [] }
}
