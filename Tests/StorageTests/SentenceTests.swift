import Engine
import Testing

@testable import Storage

@Suite struct SentenceTests {
    static let faults: [StorageFault] =
        [
            .diskFull(path: "/d/s"), .readOnly(path: "/d/s"),
            .busy(path: "/d/s", holderProcess: 41),
            .busy(path: "/d/s", holderProcess: nil), .newerFormat(path: "/d/s", version: 9),
            .missing(path: "/d/s"), .io(path: "/d/s", detail: "Input/output error"), .noHome,
        ]
        + [
            .notAShift, .header, .entry(12), .gap(after: 3), .kept, .structure("bad page"),
            .settings(field: "theme"), .settings(field: nil),
        ].map { .damaged(path: "/d/s", detail: $0) }
        + [.alreadyExists, .unusableName("a b"), .noSuchFolder, .system("Is a directory")].map {
            .cannotCreate(path: "/d/s", reason: $0)
        }

    @Test(arguments: faults)
    func `every fault says what happened in both languages`(fault: StorageFault) {
        let chinese = fault.sentence(in: .chinese)
        let english = fault.sentence(in: .english)
        #expect(chinese.hasSuffix("。") && !chinese.contains("\n"))
        #expect(english.hasSuffix(".") && !english.contains("\n") && !english.contains("  "))
        #expect(
            english.unicodeScalars.allSatisfy { $0.isASCII || "“”".unicodeScalars.contains($0) })
        #expect(chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    }

    @Test func `the facts are in the sentence`() {
        let busy = StorageFault.busy(path: "/d/s", holderProcess: 41)
        #expect(busy.sentence(in: .english).contains("41"))
        #expect(busy.sentence(in: .chinese).contains("41"))
        let entry = StorageFault.damaged(path: "/d/s", detail: .entry(12))
        #expect(entry.sentence(in: .english).contains("entry 12"))
        #expect(entry.sentence(in: .chinese).contains("12"))
    }

    @Test func `no two faults are told alike`() {
        #expect(Set(Self.faults.map { $0.sentence(in: .english) }).count == Self.faults.count)
        #expect(Set(Self.faults.map { $0.sentence(in: .chinese) }).count == Self.faults.count)
    }
}
