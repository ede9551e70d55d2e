import Engine

/// The marks that the members of one team gave each other, as they stand in the team's file.
///
/// A file may be YAML (members, then marks) or a table with a row a mark. What can be counted is
/// counted; what cannot is among the `faults`, each with its line.
public struct TeamForm: Hashable, Sendable {
    public var team: String
    public var members: [Member]
    public var marks: [Mark]
    /// Marks that do not count, and marks that are missing.
    public internal(set) var faults: [FormFault] = []

    /// One of the team, at a post of the shop.
    public struct Member: Hashable, Sendable {
        public var name: String
        /// The id of a post on the sheet.
        public var post: String
        /// Where the member stands in the file.
        public var line: Int
    }

    /// What one member thought of another's turn.
    public struct Mark: Hashable, Sendable {
        public var round: Int
        public var of: String
        public var by: String
        /// Points by criterion, in the order of the sheet.
        public var points: [Int]
        /// Asks to hear it again.
        public var asksAgain: Bool
        public var line: Int

        public var total: Int { points.reduce(0, +) }
    }

    /// More than this and somebody typed a year.
    static let roundLimit = 50

    /// - Parameter bytes: YAML, or a table (CSV, TSV) where the file is called so.
    /// - Throws: what keeps the file from being read at all.
    public init(_ bytes: [UInt8], file: String, sheet: MarksSheet) throws(FormFaults) {
        let ending = file.lowercased().split(separator: ".").last ?? ""
        if ["csv", "tsv", "txt"].contains(ending) {
            self = try TeamTable(sheet: sheet, file: file).form(bytes)
        } else {
            self = try TeamYAML(sheet: sheet, file: file).form(bytes)
        }
    }

    init(team: String, members: [Member], marks: [Mark], faults: [FormFault]) {
        self.team = team
        self.members = members
        self.marks = marks
        self.faults = faults
    }
}

/// Puts a team's marks together while a file is being read: who is meant, and whether it counts.
struct TeamDraft {
    let sheet: MarksSheet
    var reader: FormReader
    var members: [TeamForm.Member] = []
    private(set) var marks: [TeamForm.Mark] = []

    init(sheet: MarksSheet, file: String) {
        self.sheet = sheet
        reader = FormReader(file: file)
    }

    mutating func add(member name: String, post: String, line: Int) {
        guard let known = sheet.post(post) else {
            let names = sheet.posts.flatMap { [$0.id, $0.name.zh, $0.name.en] }
            reader.fail(
                line, post,
                .noSuchPost(post, nearest: Spelling.nearest(to: post, among: names)))
            return
        }
        if members.contains(where: { $0.name == name }) {
            return reader.fail(line, post, .takenTwice(name))
        }
        if members.contains(where: { $0.post == known.id }) {
            return reader.fail(line, post, .takenTwice(known.id))
        }
        members.append(TeamForm.Member(name: name, post: known.id, line: line))
    }

    /// The member called so, or sitting at the post called so.
    mutating func member(_ name: String, line: Int, _ field: String) -> TeamForm.Member? {
        let post = sheet.post(name)?.id
        if let found = members.first(where: { $0.name == name || $0.post == post }) {
            return found
        }
        let known = members.flatMap { [$0.name, $0.post] }
        reader.fail(
            line, field, .notInTeam(name, nearest: Spelling.nearest(to: name, among: known)))
        return nil
    }

    /// Takes a mark in, or says why it does not count.
    mutating func add(
        round: Int, of: TeamForm.Member, by: TeamForm.Member, points: [Int], asksAgain: Bool,
        line: Int
    ) {
        if of == by { return reader.fail(line, "by", .ownMark(by.name)) }
        let isSecond = marks.contains {
            $0.round == round && $0.of == of.name && $0.by == by.name
        }
        if isSecond { return reader.fail(line, "by", .markedTwice(of: of.name, by: by.name)) }
        marks.append(
            TeamForm.Mark(
                round: round, of: of.name, by: by.name, points: points, asksAgain: asksAgain,
                line: line))
    }

    /// The form, with what is missing in each member's last round named.
    mutating func form(team: String) throws(FormFaults) -> TeamForm {
        if members.count < 2 {
            reader.fail(0, "members", .tooFewMembers(members.count))
            throw FormFaults(reader.faults)
        }
        for member in members {
            let round = marks.filter { $0.of == member.name }.map(\.round).max() ?? 1
            let given = marks.filter { $0.of == member.name && $0.round == round }
            for other in members where other != member {
                guard !given.contains(where: { $0.by == other.name }) else { continue }
                let line = given.first?.line ?? member.line
                reader.fail(
                    line, "", .unmarked(of: member.name, by: other.name, round: round))
            }
        }
        // In the order of the lines: one goes through the file once.
        let faults = reader.faults.enumerated().sorted {
            ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }.map(\.element)
        return TeamForm(team: team, members: members, marks: marks, faults: faults)
    }
}
