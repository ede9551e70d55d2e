import Foundation
import Language
import Testing

/// How well the acts of a labelled corpus are found, on lines never tuned on.
struct CorpusTests {
    let shop: Fixture

    init() throws { shop = try Fixture() }

    /// A message and the acts a person found in it.
    struct Labelled {
        var acts: Set<Act>
        var text: String
    }

    /// Hits, false alarms and misses.
    struct Tally {
        var hits = 0
        var falseAlarms = 0
        var misses = 0

        var precision: Double { hits == 0 ? 0 : Double(hits) / Double(hits + falseAlarms) }
        var recall: Double { hits == 0 ? 0 : Double(hits) / Double(hits + misses) }
        var f1: Double {
            hits == 0 ? 0 : Double(2 * hits) / Double(2 * hits + falseAlarms + misses)
        }
    }

    static func corpus(_ name: String, file: String = #filePath) throws -> [Labelled] {
        let folder = file.components(separatedBy: "/CorpusTests.swift")[0]
        let text = try String(contentsOfFile: "\(folder)/Corpus/\(name).txt", encoding: .utf8)
        return try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let parts = line.split(separator: "|", maxSplits: 1)
            try #require(parts.count == 2, "\(line)")
            let acts = try parts[0].split(separator: " ").filter { $0 != "-" }.map {
                try #require(Act(rawValue: String($0)), "\(line)")
            }
            return Labelled(
                acts: Set(acts), text: parts[1].trimmingCharacters(in: .whitespaces))
        }
    }

    func measure(_ lines: [Labelled], shows: Bool) -> (all: Tally, byAct: [Act: Tally]) {
        var all = Tally()
        var byAct: [Act: Tally] = [:]
        for line in lines {
            let found = Set(shop.read(line.text).acts.map(\.subject))
            for act in Act.allCases {
                switch (line.acts.contains(act), found.contains(act)) {
                case (true, true):
                    all.hits += 1
                    byAct[act, default: Tally()].hits += 1
                case (false, true):
                    all.falseAlarms += 1
                    byAct[act, default: Tally()].falseAlarms += 1
                case (true, false):
                    all.misses += 1
                    byAct[act, default: Tally()].misses += 1
                case (false, false): break
                }
            }
            if shows, found != line.acts {
                let missed = line.acts.subtracting(found).map(\.rawValue).sorted()
                let extra = found.subtracting(line.acts).map(\.rawValue).sorted()
                print("- \(missed) + \(extra) \(line.text)")
            }
        }
        return (all, byAct)
    }

    @Test(arguments: ["zh", "en"])
    func `most acts of a message are found and few are imagined`(language: String) throws {
        let lines = try Self.corpus(language)
        let shows = ProcessInfo.processInfo.environment["XIAOER_CORPUS"] == "show"
        let halves = (0...1).map { half in
            lines.enumerated().filter { $0.offset % 2 == half }.map(\.element)
        }
        let dev = measure(halves[0], shows: shows)
        let test = measure(halves[1], shows: false)
        for act in Act.allCases {
            guard let tally = test.byAct[act] else { continue }
            print("\(language) \(act.rawValue)", tally.precision, tally.recall)
        }
        print("\(language) dev", dev.all.precision, dev.all.recall, dev.all.f1)
        print("\(language) test", test.all.precision, test.all.recall, test.all.f1)
        #expect(dev.all.f1 >= 0.8)
        #expect(test.all.f1 >= 0.8)
    }
}
