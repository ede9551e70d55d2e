/// A list of steps that another program called a macro, in the words of our macros.
///
/// The room of macros reads and runs them; here they are only brought along and written down.
public struct ReplyMacro: Hashable, Sendable {
    public let name: String
    public let label: String
    /// From the outermost.
    public let folders: [String]
    public let scope: Snippet.Scope?
    /// What is asked before it runs: values that nobody here knows.
    public let parameters: [Parameter]
    public let steps: [Step]
    /// Where it began in the file it came from.
    public let line: Int

    public init(
        name: String, label: String, folders: [String] = [], scope: Snippet.Scope? = nil,
        parameters: [Parameter] = [], steps: [Step], line: Int = 0
    ) {
        self.name = name
        self.label = label
        self.folders = folders
        self.scope = scope
        self.parameters = parameters
        self.steps = steps
        self.line = line
    }

    /// A value that is asked for, and what it was called where the macro came from.
    public struct Parameter: Hashable, Sendable {
        public let name: String
        public let title: String

        public init(name: String, title: String) {
            self.name = name
            self.title = title
        }
    }

    /// `tag: vip`, or `send` by itself.
    public struct Step: Hashable, Sendable {
        public let name: String
        public let value: String?

        public init(_ name: String, _ value: String? = nil) {
            self.name = name
            self.value = value
        }
    }
}
