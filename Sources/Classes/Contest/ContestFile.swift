public import Engine

extension Contest {
    /// Reads `contest.yaml`.
    /// - Throws: everything that is wrong with it, with lines.
    public init(_ bytes: [UInt8], file: String) throws(FormFaults) {
        let root = try FormNode(bytes, file: file)
        var reader = FormReader(file: file)
        let fields = reader.fields(
            root, required: ["pack", "seed"],
            optional: ["title", "profile", "clock", "language", "until"])
        guard let fields else { throw FormFaults(reader.faults) }
        let seed = reader.whole(fields, "seed", 0...Int.max)
        self.init(
            title: reader.bilingual(fields, "title"), pack: reader.text(fields, "pack") ?? "",
            seed: UInt64(seed ?? 0), profile: reader.text(fields, "profile"),
            clock: reader.whole(fields, "clock", 1...8) ?? 1)
        if !Self.clocks.contains(clock), let node = fields["clock"] {
            reader.fail(node.line, "clock", .expected(.number, found: "\(clock) (1, 2, 4, 8)"))
        }
        if let node = fields["language"] {
            language = node.text.flatMap(Tongue.init(rawValue:))
            if language == nil {
                reader.fail(node.line, "language", .expected(.tongue, found: node.text ?? "…"))
            }
        }
        if let node = fields["until"] {
            until = node.text.flatMap(Self.moment)
            if until == nil {
                reader.fail(node.line, "until", .expected(.date, found: node.text ?? "…"))
            }
        }
        guard reader.faults.isEmpty else { throw FormFaults(reader.faults) }
    }

    /// `2026-04-01 18:00` on the wall in China; a day alone means its end.
    public static func moment(_ text: String) -> Instant? {
        let halves = text.split(whereSeparator: { $0 == " " || $0 == "T" })
        guard (1...2).contains(halves.count) else { return nil }
        // Whatever is no number, a zone of the world above all, is no moment as it is meant here.
        let day = halves[0].split(separator: "-")
        let date = day.compactMap { Int($0) }
        guard day.count == 3, date.count == 3, (2000...2999).contains(date[0]),
            (1...12).contains(date[1]),
            (1...31).contains(date[2])
        else { return nil }
        var time = CivilTime(year: date[0], month: date[1], day: date[2])
        // The 31st of February is read as the day it would be, and is no day a person means.
        guard CivilTime(time.instant()) == time else { return nil }
        guard halves.count == 2 else { return time.instant() + .days(1) }
        let parts = halves[1].split(separator: ":", omittingEmptySubsequences: false)
        let clock = parts.compactMap { Int($0) }
        guard (2...3).contains(parts.count), clock.count == parts.count,
            (0...23).contains(clock[0]),
            (0...59).contains(clock[1])
        else { return nil }
        time.hour = clock[0]
        time.minute = clock[1]
        return time.instant()
    }
}
