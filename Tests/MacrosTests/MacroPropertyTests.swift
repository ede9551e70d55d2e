import Engine
import Foundation
import Language
import Support
import Testing

@testable import Macros

/// Done-when 4 of the macros: by dice, over stores made by dice.
@Suite struct `Macros as a property` {
    /// One store serves so many macros, each on a desk of its own.
    static let perStore = 20
    static let macros = Soak.rounds(400, soaking: 10_000)

    struct Count {
        var ready = 0, refused = 0, wholly = 0, partly = 0, not = 0, heard = 0, stopped = 0
    }

    @Test func `the dry run is the run, and an undo that says wholly restores the dump`() throws {
        var count = Count()
        for store in 0..<(Self.macros / Self.perStore) {
            // Reading takes most of the time; every fourth store is heard.
            let reads = store % 4 == 0 ? Scene.reads : nil
            let start = try RandomShop.desk(seed: UInt64(store)).shop
            let before = try Dump.of(start)
            for number in 0..<Self.perStore {
                let seed = UInt64(store * Self.perStore + number)
                try tryMacro(seed: seed, on: start, before, reads, &count)
            }
        }
        print("macros by dice:", count)
        // The dice must reach every end, or the property says nothing about it.
        #expect(count.ready > Self.macros / 5 && count.refused > Self.macros / 10)
        #expect(count.wholly > Self.macros / 40 && count.partly > Self.macros / 40)
        #expect(count.not > 0 && count.heard > 0 && count.stopped > 0)
    }

    private func tryMacro(
        seed: UInt64, on start: Shop, _ before: Data,
        _ reads: (@Sendable (String, Context) -> Reading)?, _ count: inout Count
    ) throws {
        var dice = RandomMacro(seed: seed)
        let macro = dice.macro()
        let talks = start.conversations.keys.map(\.self)
        let desk = TestDesk(start, reads: reads)
        var occasion = Occasion(
            shop: start, conversation: talks[Int(seed) % talks.count],
            tongue: seed % 2 == 0 ? .chinese : .english,
            draft: Draft(seed % 3 == 0 ? "写到一半" : ""))
        occasion.reads = reads
        let answers = Answers(
            ["amount": "2.00", "tone": "1", "what": seed % 5 == 0 ? "好的" : "1"],
            confirmed: Set(0..<macro.steps.count * 20))
        let trial = macro.rehearse(on: occasion, answers: answers)
        #expect(trial == macro.rehearse(on: occasion, answers: answers), "seed \(seed)")
        let run = macro.perform(on: occasion, answers: answers, shown: trial, submit: desk.submit)
        #expect(run.rehearsal == trial, "seed \(seed)")
        guard trial.isReady else {
            count.refused += 1
            guard case .notStarted = run.outcome else {
                Issue.record("seed \(seed) ran although \(trial.stop as Any)")
                return
            }
            #expect(desk.shop == start && run.draft == occasion.draft, "seed \(seed)")
            return
        }
        count.ready += 1
        guard case .done = run.outcome else {
            Issue.record("seed \(seed): \(run.outcome)")
            return
        }
        #expect(run.records.map(\.event) == trial.events, "seed \(seed)")
        let texts = run.records.compactMap { record -> String? in
            if case .replySent(_, _, _, let text) = record.event { text } else { nil }
        }
        #expect(texts == trial.sent, "seed \(seed)")
        #expect(run.draft == trial.draft, "seed \(seed)")
        if trial.promises.contains(where: { $0.message != nil }) { count.heard += 1 }
        try undo(run, desk, before, seed, &count)
        try stopMidway(
            macro, occasion, answers, TestDesk(start, reads: reads), before, seed, &count)
    }

    private func undo(
        _ run: Performance, _ desk: TestDesk, _ before: Data, _ seed: UInt64, _ count: inout Count
    ) throws {
        guard let undo = run.undo else {
            #expect(run.records.isEmpty, "seed \(seed)")
            return
        }
        let taken = undo.perform(desk.submit)
        switch undo.undoes {
        case .wholly:
            count.wholly += 1
            #expect(taken.stays.isEmpty, "seed \(seed)")
            #expect(try Dump.of(desk.shop) == before, "seed \(seed)")
        case .partly(let stays), .not(let stays):
            if case .not = undo.undoes {
                count.not += 1
                #expect(taken.reverses.isEmpty, "seed \(seed)")
            } else {
                count.partly += 1
            }
            #expect(!stays.isEmpty, "seed \(seed)")
            #expect(try Dump.of(desk.shop) != before, "seed \(seed) says too little")
        }
        #expect(desk.shop.violations().isEmpty, "seed \(seed)")
    }

    /// Somebody is quicker at one of the commands: what can be taken back has been.
    private func stopMidway(
        _ macro: Macro, _ occasion: Occasion, _ answers: Answers, _ desk: TestDesk,
        _ before: Data, _ seed: UInt64, _ count: inout Count
    ) throws {
        let commands = macro.rehearse(on: occasion, answers: answers).commands.count
        guard commands > 1 else { return }
        desk.failsAfter = Int(seed) % commands
        let run = macro.perform(on: occasion, answers: answers, submit: desk.submit)
        guard case .stopped(let stopped) = run.outcome else {
            Issue.record("seed \(seed): \(run.outcome)")
            return
        }
        count.stopped += 1
        #expect(run.draft == occasion.draft && run.undo == nil, "seed \(seed)")
        if stopped.stays.isEmpty {
            #expect(try Dump.of(desk.shop) == before, "seed \(seed)")
        }
    }
}
