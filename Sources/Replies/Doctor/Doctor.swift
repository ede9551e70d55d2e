import Engine
public import Language

/// Looks a library over: what is broken, what must not be said, what is there twice, what nobody
/// uses, and what people type again and again although it could be a reply.
///
/// ```swift
/// let doctor = Doctor(library, reader: reader)
/// for finding in doctor.findings(sent: texts) { print(finding.sentence(in: .chinese)) }
/// ```
public struct Doctor: Sendable {
    /// A day's messages of one agent, roughly; a handful says nothing about what is never used.
    public static let enough = 50

    private let library: SnippetLibrary
    private let reader: Reader?

    /// - Parameter reader: knows what must not be said; without one that is not looked at.
    public init(_ library: SnippetLibrary, reader: Reader?) {
        self.library = library
        self.reader = reader
    }

    /// Everything, in the order of the files; what is about no reply at the end.
    ///
    /// - Parameters:
    ///   - sent: what agents have sent; nil where no shift was kept. Without it nobody can know
    ///     what is never used or typed by hand, and nothing is said about it.
    ///   - enough: from so many messages on, what none of them has counts as never used.
    public func findings(
        sent: [String]? = nil, enough: Int = Doctor.enough
    ) -> [DoctorFinding] {
        var found = library.problems.map {
            DoctorFinding(file: $0.file, line: $0.line, code: "", fact: .problem($0.fact))
        }
        found += clashes + forbidden + duplicates
        var typed: [DoctorFinding] = []
        if let sent {
            let usage = ReplyUsage(library.snippets, sent: sent)
            if sent.count >= max(1, enough) {
                found += usage.unused.map {
                    finding(library.snippets[$0], .neverUsed(messages: sent.count))
                }
            }
            typed = usage.typed.map { text, count in
                DoctorFinding(
                    file: "", line: 0, code: "", fact: .typedByHand(text: text, count: count))
            }
        }
        var files: [String: Int] = [:]
        for file in found.map(\.file) where files[file] == nil { files[file] = files.count }
        let order = found.enumerated().sorted {
            (files[$0.element.file] ?? 0, $0.element.line, $0.offset)
                < (files[$1.element.file] ?? 0, $1.element.line, $1.offset)
        }
        return order.map(\.element) + typed
    }

    private func finding(_ snippet: Snippet, _ fact: DoctorFinding.Fact) -> DoctorFinding {
        DoctorFinding(
            file: snippet.place.file, line: snippet.place.line, code: snippet.code, fact: fact)
    }

    // MARK: Clashes

    private var clashes: [DoctorFinding] {
        var found: [DoctorFinding] = []
        var codes: [String: Snippet] = [:]
        var keys: [String: Snippet] = [:]
        for snippet in library.snippets {
            for code in snippet.codes {
                if let first = codes[code] {
                    found.append(finding(snippet, .clashingCode(with: first.place)))
                } else {
                    codes[code] = snippet
                }
            }
            for key in snippet.keys {
                if let first = keys[key.lowercased()] {
                    found.append(
                        finding(snippet, .clashingKey(key, with: first.code, at: first.place)))
                } else {
                    keys[key.lowercased()] = snippet
                }
            }
        }
        return found
    }

    // MARK: Words

    private var forbidden: [DoctorFinding] {
        guard let reader else { return [] }
        // Any moment will do: what may not be said may not be said at any time.
        let context = Context(
            now: CivilTime(year: 2026, month: 3, day: 18, hour: 14).instant())
        var found: [DoctorFinding] = []
        for snippet in library.snippets {
            var said: [DoctorFinding] = []
            for text in snippet.samples {
                for fault in reader.read(text, in: context).faults {
                    let fresh = finding(
                        snippet,
                        .forbidden(
                            words: fault.range.words(in: text), name: fault.subject.kind.name,
                            why: fault.subject.why, better: fault.subject.better))
                    if !said.contains(fresh) { said.append(fresh) }
                }
            }
            found += said
        }
        return found
    }

    // MARK: Duplicates

    private var duplicates: [DoctorFinding] {
        let texts = library.snippets.map { LikeText($0.text.zh) }
        let english = library.snippets.map { $0.text.en == $0.text.zh ? nil : LikeText($0.text.en) }
        var found: [DoctorFinding] = []
        for pair in LikeText.pairs(texts, least: 800) {
            let (first, second) = (library.snippets[pair.first], library.snippets[pair.second])
            // Two texts that are alike in one language and not in the other are two.
            if let one = english[pair.first], let other = english[pair.second],
                one.likeness(to: other) < 600, pair.likeness < 1000
            {
                continue
            }
            // One for this channel and one for that, one for each stage.
            if !first.meets(second) { continue }
            found.append(
                finding(
                    second,
                    .duplicate(
                        of: first.code, at: first.place, isNearly: pair.likeness < 1000)))
        }
        return found
    }
}

extension Snippet {
    /// Whether both can be offered in the same conversation.
    fileprivate func meets(_ other: Snippet) -> Bool {
        channels.isEmpty || other.channels.isEmpty
            || channels.contains(where: other.channels.contains)
    }

    /// Its texts with something in every hole, and whatever else it may put in.
    var samples: [String] {
        var samples: [String] = []
        for tongue in Tongue.allCases {
            samples.append(sample(text[tongue], tongue, variables, depth: 0))
            for variable in variables { samples += variable.value.texts(tongue) }
        }
        var seen: Set<String> = []
        return samples.filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    private func sample(
        _ pattern: String, _ tongue: Tongue, _ variables: [Variable], depth: Int
    ) -> String {
        var result = ""
        var place = pattern.startIndex
        for hole in Holes(pattern) where hole.isVariable {
            result += pattern[place..<hole.range.lowerBound]
            place = hole.range.upperBound
            let variable = variables.first { $0.names.contains(hole.name) }
            switch variable?.value {
            case .echo(let text) where depth < 8:
                result += sample(text[tongue], tongue, variables, depth: depth + 1)
            case .reply(let text, let own) where depth < 8:
                result += sample(text[tongue], tongue, own + variables, depth: depth + 1)
            case .choice(let choices): result += choices.first?.title[tongue] ?? ""
            case .random(let texts): result += texts.first?[tongue] ?? ""
            case .date: result += ShopVariable.named("date")?.example[tongue] ?? ""
            case .form, .clipboard, .match, .echo, .reply: result += "…"
            case nil:
                let name =
                    hole.name.hasPrefix("date")
                    ? "date" : hole.name.hasPrefix("time") ? "time" : hole.name
                result += ShopVariable.named(name)?.example[tongue] ?? "…"
            }
        }
        return (result + pattern[place...]).replacing("$|$", with: "")
    }
}

extension VariableValue {
    /// What it may put into a text, one by one.
    fileprivate func texts(_ tongue: Tongue) -> [String] {
        switch self {
        case .choice(let choices): choices.map { $0.title[tongue] }
        case .random(let texts): texts.map { $0[tongue] }
        case .form(_, let fields):
            fields.flatMap { field -> [String] in
                let value = field.value.map { [$0[tongue]] } ?? []
                guard case .choice(let choices) = field.kind else { return value }
                return value + choices.map { $0.title[tongue] }
            }
        case .echo, .date, .clipboard, .match, .reply: []
        }
    }
}
