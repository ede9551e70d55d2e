import Engine

/// A message with what a person found in it: `promise apologise | 抱歉，今天下班前给您发出`.
///
/// `-` stands for nothing, `#` begins a remark. `innocent` says that nothing in the message is
/// wrong and leaves open what it does.
public struct Example: Hashable, Sendable {
    public var labels: Set<Label>
    public var text: String
    /// Only faults were looked for.
    public var isActsOpen = false

    public init(labels: Set<Label>, text: String, isActsOpen: Bool = false) {
        self.labels = labels
        self.text = text
        self.isActsOpen = isActsOpen
    }

    /// A line of a file that is no example, and why.
    public struct Problem: Error, Hashable, Sendable {
        public var line: Int
        public var fact: Fact

        public enum Fact: Hashable, Sendable {
            case noBar
            case noText
            case unknownLabel(String, nearest: String?)
        }
    }

    /// Every example of a file, or every mistake in it.
    public static func read(_ file: String) -> Result<[Example], Problems> {
        var examples: [Example] = []
        var problems: [Problem] = []
        for (number, line) in file.split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        ).enumerated() where !line.hasPrefix("#") && !line.isEmpty {
            func fail(_ fact: Problem.Fact) {
                problems.append(Problem(line: number + 1, fact: fact))
            }
            guard let bar = line.firstIndex(of: "|") else {
                fail(.noBar)
                continue
            }
            let text = line[line.index(after: bar)...].drop { $0 == " " }
            var labels: Set<Label> = []
            let words = line[..<bar].split(separator: " ")
            // Signs alone are read by no weight: they can stand for nothing, and for nothing else.
            guard words == ["-"] && !text.isEmpty || !NormalText(String(text)).isEmpty else {
                fail(.noText)
                continue
            }
            for word in words where word != "-" && word != "innocent" {
                guard let label = Label(name: word) else {
                    let names = Label.all.map(\.name)
                    fail(
                        .unknownLabel(
                            String(word), nearest: Spelling.nearest(to: String(word), among: names))
                    )
                    continue
                }
                labels.insert(label)
            }
            examples.append(
                Example(
                    labels: labels, text: String(text), isActsOpen: words == ["innocent"]))
        }
        return problems.isEmpty ? .success(examples) : .failure(Problems(problems: problems))
    }

    public struct Problems: Error, Hashable, Sendable {
        public var problems: [Problem]
    }
}
