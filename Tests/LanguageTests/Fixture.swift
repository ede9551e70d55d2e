import Engine
import Foundation
import Language

/// The real lexicons and a fixed Wednesday afternoon, shared by the tests of this room.
struct Fixture {
    let reader: Reader
    /// Wednesday, 2026-03-18, 14:00 on the shop's clock.
    let now = CivilTime(year: 2026, month: 3, day: 18, hour: 14).instant()

    /// Read once for all tests: the files do not change while they run.
    private static let lexicon = Result {
        let root = #filePath.components(separatedBy: "/Tests/LanguageTests/")[0]
        return try Lexicon(folder: root + "/Lexicons")
    }

    init() throws { reader = Reader(lexicon: try Self.lexicon.get()) }

    func read(
        _ text: String, after buyer: String? = nil, speaker: Context.Speaker = .agent
    ) -> Reading {
        reader.read(text, in: Context(now: now, speaker: speaker, lastBuyerMessage: buyer))
    }

    /// `2026-03-19 17:00` of what is promised first.
    func due(_ text: String) -> String? {
        read(text).promises.first?.due.map { CivilTime($0).date + " " + CivilTime($0).clock }
    }
}
