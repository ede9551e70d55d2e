import Engine

/// Where one was in each pane: cursors and scroll anchors, kept per conversation where they
/// belong to one, so that coming back is easy.
struct Places {
    /// What one reads in a transcript.
    enum Anchor: Hashable {
        /// The end; new messages are followed.
        case end
        /// The first line on top is this line of this message (counted in the conversation);
        /// `seen` messages had arrived when one scrolled here.
        case line(message: Int, line: Int, seen: Int)
    }

    var anchors: [ConversationID: Anchor] = [:]
    /// The message that is marked for copying or recalling, by its place in the conversation.
    var marked: [ConversationID: Int] = [:]
    /// Conversations marked in the queue, for what is done with several at once.
    var chosen: Set<ConversationID> = []
    /// The order shown in the panel, where it was chosen.
    var order: [ConversationID: OrderID] = [:]
    /// Orders whose address was asked for in a conversation; hidden again with another customer.
    var unveiled: OrderID?
    /// Orders whose track is spread out.
    var tracked: Set<OrderID> = []
    /// What has been noted as shown when the agent spoke.
    var looked: Set<Looked> = []
    /// What was looked up in each conversation, the latest first.
    var shelf: [ConversationID: [Lookup]] = [:]
    /// First row shown of a list, or first line of a text, by pane.
    var top: [Focus: Int] = [:]
    /// Row under the cursor, by pane.
    var cursor: [Focus: Int] = [:]
    /// What is typed into the filter of the replies list.
    var replyFilter = ""
}
