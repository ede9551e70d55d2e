import Engine
import Foundation
import Replaying
import Shifts
import Storage
import Support
import Testing

@Suite struct `A shift's file is proven` {
    @Test(arguments: [UInt64](1...4))
    func `to be what its pack, seed and commands lead to`(seed: UInt64) throws {
        let shift = try PlayedShift(
            seed % 2 == 0 ? .golden : .polite, seed: seed,
            tongue: seed > 2 ? .english : .chinese)
        try inFolder { folder in
            let verdict = try shift.verdict(of: shift.file(in: folder))
            #expect(verdict.outcome == .same)
            #expect(verdict.entries == shift.entries.count)
            #expect(verdict.events == shift.entries.flatMap(\.events).count)
            #expect(verdict.otherPack == nil)
        }
    }

    /// A field of one line changed and the sums made good again, as somebody who knows the form
    /// would do it.
    @Test(arguments: UInt64(1)...UInt64(Soak.rounds(6, soaking: 60)))
    func `and a forged field is found at its entry`(seed: UInt64) throws {
        let shift = try PlayedShift(seed % 2 == 0 ? .golden : .polite, seed: 7)
        let lines = try shift.lines()
        var dice = Dice(seed: seed, purpose: "forgery")
        for number in 0..<6 {
            var forged = lines
            let place = dice.roll(0...lines.count - 1)
            let what = Forgery.allCases[(number + Int(seed)) % Forgery.allCases.count]
            guard what.apply(to: &forged[place], &dice), forged[place] != lines[place] else {
                continue
            }
            try inFolder { folder in
                let verdict = try shift.verdict(of: shift.file(in: folder, forged))
                guard case .differs(let difference) = verdict.outcome else {
                    Issue.record("seed \(seed): \(what) at entry \(place + 1) was not found")
                    return
                }
                #expect(
                    difference.entry <= place + 1 || what == .sender || what == .hand,
                    "\(what) at \(place + 1) was found at \(difference.entry)")
                #expect(!difference.words.zh.isEmpty && !difference.words.en.isEmpty)
            }
        }
    }

    @Test func `and the first difference is named with both values`() throws {
        let shift = try PlayedShift(.polite)
        var lines = try shift.lines()
        let place = try #require(
            shift.entries.firstIndex {
                if case .buyerSpoke? = $0.events.first { true } else { false }
            })
        guard case .buyerSpoke(let talk, let message, let text)? = shift.entries[place].events.first
        else { return }
        lines[place].events = Array(
            try EntryCoding().encode([
                Event.buyerSpoke(conversation: talk, message: message, text: "谢谢，很满意！")
            ]))
        try inFolder { folder in
            let verdict = try shift.verdict(of: shift.file(in: folder, lines))
            guard case .differs(let difference) = verdict.outcome else {
                Issue.record("\(verdict)")
                return
            }
            #expect(difference.entry == place + 1)
            #expect(difference.field == .path("events[0].buyerSpoke.text"))
            #expect(difference.stored == "\"谢谢，很满意！\"")
            #expect(difference.played?.contains(text.prefix(10)) == true)
            #expect(verdict.entries == place)
        }
    }

    @Test func `and an entry left out, doubled or cut off is found`() throws {
        let shift = try PlayedShift(.polite)
        let lines = try shift.lines()
        func renumbered(_ lines: [JournalEntry]) -> [JournalEntry] {
            lines.enumerated().map { place, line in
                var line = line
                line.sequence = place + 1
                return line
            }
        }
        let middle = lines.count / 2
        var without = lines
        without.remove(at: middle)
        var doubled = lines
        doubled.insert(lines[middle], at: middle)
        for forged in [without, doubled, Array(lines.dropLast(3))] {
            try inFolder { folder in
                let verdict = try shift.verdict(of: shift.file(in: folder, renumbered(forged)))
                guard case .differs = verdict.outcome else {
                    Issue.record("\(forged.count) lines of \(lines.count) were not found out")
                    return
                }
            }
        }
    }

    @Test func `and another seed or a longer shift in its beginning is found`() throws {
        let shift = try PlayedShift()
        var card = shift.card
        card.endsAt = card.endsAt.map { $0 + .hours(1) }
        let longer = try shift.header { $0.options = try EntryCoding().encode(card) }
        let other = try shift.header { $0.seed += 1 }
        for (header, field) in [(longer, "options.endsAt"), (other, "header.seed")] {
            try inFolder { folder in
                let verdict = try shift.verdict(of: shift.file(in: folder, header: header))
                guard case .differs(let difference) = verdict.outcome else {
                    Issue.record("\(field) was not found")
                    return
                }
                #expect(difference.entry == 0 && difference.field == .path(field))
            }
        }
    }

    /// Whatever byte of the file is changed: it is said, or nothing of the shift has changed.
    @Test(arguments: UInt64(1)...UInt64(Soak.rounds(6, soaking: 60)))
    func `and an altered byte is found or harmless`(seed: UInt64) throws {
        let shift = try PlayedShift()
        var dice = Dice(seed: seed, purpose: "bytes")
        try inFolder { folder in
            let path = try shift.file(in: folder)
            let whole = try Data(contentsOf: URL(fileURLWithPath: path))
            var found = 0
            for _ in 0..<12 {
                var bytes = whole
                let place = dice.roll(0...bytes.count - 1)
                bytes[place] ^= UInt8(1 << dice.roll(0...7))
                try bytes.write(to: URL(fileURLWithPath: path))
                do {
                    if try shift.verdict(of: path).outcome != .same {
                        found += 1
                        continue
                    }
                    let journal = try Journal.open(path, mode: .watcher)
                    #expect(try journal.header == shift.header())
                    #expect(try journal.entries(after: 0, limit: .max) == shift.lines())
                } catch { found += 1 }
            }
            #expect(found > 0)
        }
    }

    @Test func `by playing what can be read of a damaged one`() throws {
        let shift = try PlayedShift()
        try inFolder { folder in
            let path = try shift.file(in: folder)
            let victim = try shift.lines()[40]
            var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            let place = try #require(bytes.firstRange(of: Data(victim.command)))
            bytes[place.lowerBound + 2] ^= 0x20
            try bytes.write(to: URL(fileURLWithPath: path))
            let verdict = try shift.verdict(of: path)
            #expect(verdict.entries == 40)
            guard case .unreadable(let why) = verdict.outcome else {
                Issue.record("\(verdict)")
                return
            }
            #expect(why.en.contains("entry 41"))
        }
    }

    @Test func `and nothing in a difference can steer a terminal`() {
        let difference = Difference(
            entry: 1, field: .path("events[0].buyerSpoke.text"),
            stored: "\u{1B}]0;x\u{07}\u{202E}a",
            played: nil)
        #expect(difference.stored == "\\u{1b}]0;x\\u{7}\\u{202e}a")
    }
}

/// Ways in which a line may be forged.
enum Forgery: CaseIterable {
    case time, sender, hand, command, events

    /// - Returns: false where this line cannot be forged so.
    func apply(to line: inout JournalEntry, _ dice: inout Dice) -> Bool {
        switch self {
        case .time:
            // When a person acts is theirs to choose; what follows by itself is not.
            guard !line.isExternal else { return false }
            line.at = line.at + Span(milliseconds: Int64(dice.roll(1...5000)))
        case .sender: line.actor = line.actor == "platform" ? "carrier" : "platform"
        case .hand: line.isExternal.toggle()
        case .command: return Self.alter(&line.command, &dice)
        case .events: return Self.alter(&line.events, &dice)
        }
        return true
    }

    /// Another letter or digit inside a value, not in the name of a field.
    private static func alter(_ bytes: inout [UInt8], _ dice: inout Dice) -> Bool {
        let digits = bytes.indices.filter { place in
            bytes[place] >= 0x30 && bytes[place] <= 0x39
        }
        guard let place = dice.pick(digits) else { return false }
        bytes[place] = bytes[place] == 0x39 ? 0x31 : bytes[place] + 1
        return true
    }
}
