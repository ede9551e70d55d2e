import Engine
import Shifts

/// Ending conversations, with the questions that save a customer from being forgotten.
extension Desk {
    /// Closes the selected conversation; asks first when something would be left undone.
    func closeTalk() {
        guard let talk, let shop else { return }
        let name = name(of: talk.id)
        if talk.awaitsReplySince != nil {
            return confirmClose(talk.id, Words.closeWhileWaiting(name))
        }
        if hasDraft(talk.id) { return confirmClose(talk.id, Words.closeWithDraft(name)) }
        if !shop.openPromises(in: talk.id).isEmpty {
            return confirmClose(talk.id, Words.closeWithPromise(name))
        }
        close(talk.id)
    }

    private func confirmClose(_ id: ConversationID, _ question: Bilingual) {
        overlays.append(
            Confirmation(question: question, yes: Words.closeAnyway) { $0.close(id) })
    }

    private func close(_ id: ConversationID) {
        let name = name(of: id)
        let next = queue.index.firstDue.flatMap { $0 == id ? nil : $0 }
        guard submit(.close(conversation: id), saying: Words.closed(name)) else { return }
        if shift?.isQuiet == true, guide == nil { announce(.done, Words.everyoneServed) }
        if let next {
            select(next)
        } else if let first = queue.index.count > 0
            ? queue.index[0] : nil
        {
            select(first)
        }
    }
}
