public import Engine

/// How a team stands by the marks of its own members: the mean of what the others gave counts, and
/// who has not passed takes the turn again, until all have.
public struct TeamResult: Hashable, Sendable, Codable {
    public var team: Bilingual
    /// The most a mean can be, and the one that passes.
    public var most: Int
    public var pass: Int
    /// In the order of the posts on the sheet.
    public var members: [Member]
    /// What is missing or does not count, with file and line; without them where names are hidden.
    public var faults: [Bilingual]

    /// One member in the last round in which anybody heard them.
    public struct Member: Hashable, Sendable, Codable {
        public var name: Bilingual
        public var post: Bilingual
        public var round: Int
        /// The mean of the others' marks; nil where there is none.
        public var mean: Tenths?
        public var criteria: [Tenths]
        /// How many of the others have marked, and how many there are.
        public var marks: Int
        public var others: Int
        /// How many asked to hear it again.
        public var askedAgain: Int
        public var verdict: Verdict
    }

    /// What comes next for a member.
    public enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
        case passed
        /// The mean is under the line.
        case again
        /// The mean would do, but more than half want to hear it again.
        case asked
        /// Nobody's marks are in yet.
        case unmarked

        public var name: Bilingual {
            switch self {
            case .passed: Bilingual(zh: "通过", en: "passed")
            case .again: Bilingual(zh: "重新阐述：平均分不到线", en: "again: the mean is under the line")
            case .asked:
                Bilingual(zh: "重新阐述：一半以上要求再说一遍", en: "again: more than half asked for it")
            case .unmarked: Bilingual(zh: "还没有人评分", en: "not marked yet")
            }
        }
    }

    public var allHavePassed: Bool { members.allSatisfy { $0.verdict == .passed } }

    /// Who takes the turn again.
    public var again: [Member] {
        members.filter { $0.verdict == .again || $0.verdict == .asked }
    }

    public init(_ form: TeamForm, sheet: MarksSheet, naming: Naming = .open) {
        team = naming.name(ofTeam: form.team)
        most = sheet.most
        pass = sheet.pass
        members = sheet.posts.compactMap { post in
            form.members.first { $0.post == post.id }.map {
                Self.member($0, at: post, in: form, sheet, naming)
            }
        }
        // A fault names people; with hidden names only their number is told.
        if naming.isHidden {
            faults =
                form.faults.isEmpty
                ? []
                : [
                    Bilingual(
                        zh: "有 \(form.faults.count) 处缺分或不算数。",
                        en: "\(form.faults.count) marks are missing or do not count.")
                ]
        } else {
            faults = form.faults.map(\.sentence)
        }
    }

    private static func member(
        _ member: TeamForm.Member, at post: MarksSheet.Post, in form: TeamForm,
        _ sheet: MarksSheet, _ naming: Naming
    ) -> Member {
        let all = form.marks.filter { $0.of == member.name }
        let round = all.map(\.round).max() ?? 1
        let marks = all.filter { $0.round == round }
        let mean = Tenths(mean: marks.map(\.total))
        let asked = marks.count(where: \.asksAgain)
        let verdict: Verdict =
            switch mean {
            case nil: .unmarked
            case .some(let mean) where mean < Tenths(count: sheet.pass * 10): .again
            case .some: asked * 2 > marks.count ? .asked : .passed
            }
        return Member(
            name: naming.name(of: member.name), post: post.name, round: round, mean: mean,
            criteria: sheet.criteria.indices.compactMap { place in
                Tenths(mean: marks.map { $0.points[place] })
            },
            marks: marks.count, others: form.members.count - 1, askedAgain: asked,
            verdict: verdict)
    }
}
