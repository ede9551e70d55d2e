import Engine
import Replaying

extension Event {
    /// The conversation it happened in, where it names one.
    var conversation: ConversationID? { talk }
}
