/// What one conversation cost in keys, and what replies spared: kept beside the shift, never in its
/// journal, for it changes nothing in the shop.
public struct KeyTally: Hashable, Sendable, Codable {
    /// Keys that reached the program. One commit of an input method is one, however many keys went
    /// into it: those nobody can see. A line that a macro pad sends in one burst is one, too.
    public var keys = 0
    /// Of these, commits of an input method.
    public var commits = 0
    /// Characters typed by hand.
    public var characters = 0
    /// Characters taken back.
    public var corrections = 0
    /// Characters that came in a burst no hand types, from a macro pad.
    public var padded = 0
    /// How fast Chinese and English were typed, thinking and reading left out.
    public var chinese = Pace.none
    public var english = Pace.none
    /// Replies and macros whose words were sent.
    public var replies = 0
    /// Characters sent that nobody had to type.
    public var savedChinese = 0
    public var savedEnglish = 0
    /// What replies have written into the draft that is not sent yet.
    public var pending: [PutIn] = []

    public init() {}

    /// A text a reply wrote into a draft, and what was typed to find it.
    public struct PutIn: Hashable, Sendable, Codable {
        public var text: String
        public var cost: Int

        public init(_ text: String, cost: Int) {
            self.text = text
            self.cost = cost
        }
    }

    /// Counts a message on its way out: what of it replies had written.
    ///
    /// A reply of which less than half is left was rewritten by hand and spared nothing.
    mutating func send(_ text: String) {
        // What two replies both say stands in the message once.
        var left = text.count
        for item in pending {
            let length = item.text.count
            let kept = Alignment.kept(
                of: String(item.text.prefix(Self.longest)), in: String(text.prefix(Self.longest)))
            guard kept * 2 >= min(length, Self.longest), kept > 0 else { continue }
            replies += 1
            save(min(kept, left) - item.cost, of: item.text)
            left -= min(kept, left)
        }
        pending = []
    }

    /// Counts a message a macro wrote and sent: what of it had not stood in the draft.
    mutating func sendFromMacro(_ text: String, over draft: String) {
        let fresh = Alignment.added(
            in: String(text.prefix(Self.longest)), over: String(draft.prefix(Self.longest)))
        send(text)
        guard !fresh.isEmpty else { return }
        replies += 1
        save(fresh.count, of: fresh)
    }

    private mutating func save(_ count: Int, of text: String) {
        if text.contains(where: \.isChinese) {
            savedChinese += max(0, count)
        } else {
            savedEnglish += max(0, count)
        }
    }

    /// Longer texts are compared by their beginnings: comparing costs the product of both lengths.
    static let longest = 1000
}
