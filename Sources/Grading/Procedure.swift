/// An order in which a piece of work is done: its steps, and which must come before which (业务流程).
///
/// Written plainly, `["greet", "query", "inform"]`, each step follows the one before it. Written
/// out, `{"step": "inform", "after": ["query"]}`, it follows those it names and no other.
public struct Procedure: Hashable, Sendable, Codable {
    public var steps: [Step]

    public init(steps: [Step]) { self.steps = steps }

    public struct Step: Hashable, Sendable, Codable {
        public var step: String
        /// Steps that must have been done before.
        public var after: [String]
        /// May be left out.
        public var optional: Bool

        public init(step: String, after: [String] = [], optional: Bool = false) {
            self.step = step
            self.after = after
            self.optional = optional
        }

        enum CodingKeys: CodingKey { case step, after, optional }

        public init(from decoder: any Decoder) throws {
            let form = try decoder.container(keyedBy: CodingKeys.self)
            step = try form.decode(String.self, forKey: .step)
            after = try form.decodeIfPresent([String].self, forKey: .after) ?? []
            optional = try form.decodeIfPresent(Bool.self, forKey: .optional) ?? false
        }
    }

    public init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        steps = []
        while !list.isAtEnd {
            if let name = try? list.decode(String.self) {
                steps.append(Step(step: name, after: steps.last.map { [$0.step] } ?? []))
            } else {
                steps.append(try list.decode(Step.self))
            }
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        for step in steps { try list.encode(step) }
    }

    /// How what was done compares with it.
    public struct Grade: Hashable, Sendable, Codable {
        /// Steps that had to be done and were not.
        public var missed: [String]
        /// What was done and is no step, each once.
        public var extra: [String]
        /// Steps done before one they must follow, with that one.
        public var outOfOrder: [Misplaced]
        /// 0…100: a step in its place counts whole, one out of place half.
        public var points: Int

        public struct Misplaced: Hashable, Sendable, Codable {
            public var step: String
            public var before: String

            public init(step: String, before: String) {
                self.step = step
                self.before = before
            }
        }
    }

    /// - Parameter actions: what was done, the first first; a thing done twice counts where it was
    ///   done first.
    public func grade(_ actions: [String]) -> Grade {
        let known = Set(steps.map(\.step))
        var extra: [String] = []
        for action in actions where !known.contains(action) && !extra.contains(action) {
            extra.append(action)
        }
        var missed: [String] = []
        var misplaced: [Grade.Misplaced] = []
        var halves = 0
        var counted = 0
        for step in steps {
            guard let place = actions.firstIndex(of: step.step) else {
                if !step.optional {
                    missed.append(step.step)
                    counted += 1
                }
                continue
            }
            counted += 1
            let early = step.after.first { name in
                actions.firstIndex(of: name).map { $0 > place } ?? false
            }
            if let early { misplaced.append(Grade.Misplaced(step: step.step, before: early)) }
            halves += early == nil ? 2 : 1
        }
        return Grade(
            missed: missed, extra: extra, outOfOrder: misplaced,
            points: counted == 0 ? 0 : (halves * 100 + counted) / (2 * counted))
    }
}
