import Console
import Engine
import Replies
import Shifts

/// The replies of the shift on the desk: one's own first, then the pack's, filled for the customer
/// in view.
final class SnippetShelf {
    // A class: the closure that the desk holds and the program that changes packs share it.
    private let own: String
    private var library = SnippetLibrary()
    private var uses: [String: Int] = [:]
    private(set) var pack = ""
    /// What customers are told the agent is called, where the pack says.
    private var agentName: Bilingual?

    /// - Parameter own: the folder with a person's own files.
    init(own: String) { self.own = own }

    /// Reads one's own files and those of a pack's folder.
    func open(pack folder: String, agentName: Bilingual?) {
        pack = folder
        self.agentName = agentName
        library = SnippetLibrary(ReplyFolders(own: own, pack: folder))
    }

    /// Takes in what was saved since.
    func follow() {
        if library.changed() { library = library.reloaded() }
    }

    var problems: [SnippetProblem] { library.problems }

    /// A reply was put in: it is offered sooner from now on.
    func wasUsed(_ code: String) { uses[code, default: 0] += 1 }

    /// What fits what was typed, ready for the customer in view.
    /// Where nothing was, the ones that fit what the customer asks come first.
    func choices(_ desk: Desk, _ typed: String, _ asked: String) -> [ReplyChoice] {
        guard let shop = desk.shop, let talk = desk.talk, let shift = desk.shift else { return [] }
        // The list opens with nothing typed: what was saved meanwhile is in it.
        if typed.isEmpty { follow() }
        let tongue = shift.card.tongue
        let fitting = asked.isEmpty ? [] : library.suggestions(for: asked, stage: talk.stage)
        let found = library.search(
            typed, stage: talk.stage, channel: talk.channel, uses: uses, limit: 30)
        return (fitting + found).enumerated().map { place, snippet in
            let filled = snippet.fill(
                in: shop, talk, agentName: agentName?[tongue], tongue: tongue, now: shop.now)
            return ReplyChoice(
                code: snippet.code, title: snippet.label[desk.tongue], text: filled.text,
                caret: filled.caret, isSuggested: place < fitting.count)
        }
    }
}
