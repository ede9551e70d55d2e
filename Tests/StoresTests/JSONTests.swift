import Engine
import Foundation
import Stores
import Support
import Testing

@Suite struct `JSON of our own` {
    private struct Thing: Codable, Hashable {
        var name: String
        var count: Int?
        var flag: Bool?
        var parts: [Thing]?
        var share: Double?
    }

    private func fault(_ text: String) -> JSONFault? {
        fault(Array(text.utf8))
    }

    private func fault(_ bytes: [UInt8]) -> JSONFault? {
        do {
            _ = try JSONReader.read(Thing.self, from: bytes)
            return nil
        } catch { return error as? JSONFault }
    }

    @Test(arguments: [
        #"{"name":"杯子","count":-3,"flag":true,"parts":[{"name":"盖"},{"name":""}]}"#,
        #" { "name" : "a\"b\\c\/d\n\t\u4e00\ud83d\ude00" , "share" : -1.5e2 } "#,
        #"{"name":"x","count":null,"parts":[]}"#, "\u{FEFF}{\"name\":\"带 BOM\"}",
        #"{"name":"x","count":9223372036854775807}"#,
        #"{"name":"x","count":-9223372036854775808}"#,
    ])
    func `is read like Foundation's`(text: String) throws {
        let bytes = Array(text.utf8)
        let ours = try JSONReader.read(Thing.self, from: bytes)
        let bare = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        #expect(ours == (try JSONDecoder().decode(Thing.self, from: Data(bare.utf8))))
    }

    @Test(arguments: [
        ("", 1, 1, JSONFault.Fact.cut), (#"{"name":"x""#, 1, 12, .cut),
        ("{\"name\":\n\"x\",\n  \"cou", 3, 7, .cut), (#"{"name":"x"} 1"#, 1, 14, .more),
        (#"{"name" "x"}"#, 1, 9, .unexpected("\"", wanted: .colon)),
        (#"{name:"x"}"#, 1, 2, .unexpected("n", wanted: .key)),
        (#"{"name":"杯子",}"#, 1, 14, .unexpected("}", wanted: .key)),
        (#"{"name":'x'}"#, 1, 9, .unexpected("'", wanted: .value)),
        (#"{"name":"x","count":01}"#, 1, 22, .unexpected("1", wanted: .commaOrEnd)),
        (#"{"name":"x","count":-}"#, 1, 22, .unexpected("}", wanted: .digit)),
        (#"{"name":"x","flag":tru}"#, 1, 20, .unexpected("t", wanted: .value)),
        ("{\"name\":\"a\nb\"}", 1, 11, .controlCharacter), (#"{"name":"\x"}"#, 1, 10, .badEscape),
        (#"{"name":"\ud83d x"}"#, 1, 10, .badEscape),
    ])
    func `that is broken is named with line and column`(
        text: String, line: Int, column: Int, fact: JSONFault.Fact
    ) {
        let fault = fault(text)
        #expect(fault?.fact == fact)
        #expect(fault?.place == TextPlace(line: line, column: column))
        for tongue in [Tongue.chinese, .english] {
            #expect(fault?.sentence(in: tongue).isEmpty == false)
        }
    }

    @Test func `that is not UTF-8 is named with line and column`() {
        let bytes = Array("{\"name\":\n\"".utf8) + [0xD6, 0xD0] + Array("\"}".utf8)
        #expect(fault(bytes)?.fact == .notUTF8)
        #expect(fault(bytes)?.place == TextPlace(line: 2, column: 2))
        // Surrogates and overlong forms are none either.
        for sequence: [UInt8] in [[0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF5, 0x80, 0x80, 0x80]] {
            #expect(fault(Array("{\"name\":\"".utf8) + sequence + [0x22, 0x7D])?.fact == .notUTF8)
        }
        #expect(fault([0xFF])?.fact == .notUTF8)
    }

    @Test(arguments: [
        (#"{"count":1}"#, JSONFault.Fact.missing(field: "name"), ""),
        (#"{"name":1}"#, .wrongKind(wanted: .text), "name"),
        (#"{"name":"x","count":1.5}"#, .notWhole("1.5"), "count"),
        (#"{"name":"x","count":12.0}"#, .notWhole("12.0"), "count"),
        (#"{"name":"x","count":"1"}"#, .wrongKind(wanted: .number), "count"),
        (#"{"name":"x","count":9223372036854775808}"#, .outOfRange("9223372036854775808"), "count"),
        (#"{"name":"x","parts":[{"name":"y"},{"nam":"z"}]}"#, .missing(field: "name"), "parts[1]"),
        (#"{"name":"x","cuont":1}"#, .unknownField(nearest: "count"), "cuont"),
        (#"{"name":"x","name":"y"}"#, .repeatedField, "name"),
        (
            #"{"name":"x","parts":[{"name":"y","wieght":2}]}"#, .unknownField(nearest: nil),
            "parts[0].wieght"
        ),
    ])
    func `that says something else is named with its field`(
        text: String, fact: JSONFault.Fact, path: String
    ) {
        #expect(fault(text)?.fact == fact)
        #expect(fault(text)?.path == path)
    }

    @Test func `that is nested without end is refused and does not exhaust the stack`() {
        let text = String(repeating: #"{"name":"x","parts":["#, count: 100_000)
        #expect(fault(text)?.fact == .tooDeep)
    }

    @Test func `never stops the program, whatever byte is changed`() throws {
        let store = StoreMill.store(orders: 2, customers: 2, seed: 3)
        let bytes = try JSONWriter.bytes(of: store)
        var dice = Dice(seed: 9)
        for _ in 1...2_000 {
            var changed = bytes
            switch dice.roll(1...3) {
            case 1: changed[dice.roll(0...bytes.count - 1)] = UInt8(dice.roll(0...255))
            case 2: changed.removeLast(dice.roll(1...bytes.count))
            case _: changed.remove(at: dice.roll(0...bytes.count - 1))
            }
            // Read or refused; a number may have become another number.
            _ = try? StoreFile.read(changed) { _ in .plain }
        }
    }

    @Test func `is written like Foundation's with sorted keys`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var traffic = StoreTraffic(StoreMill.store(orders: 30, customers: 9, seed: 2), seed: 2)
        for _ in 1...200 { _ = traffic.step() }
        #expect(try JSONWriter.bytes(of: traffic.shop) == Array(try encoder.encode(traffic.shop)))
        #expect(
            try JSONWriter.bytes(of: traffic.shop.store)
                == Array(try encoder.encode(traffic.shop.store)))
        let odd = Thing(
            name: "a\"\\/\u{1}\u{7F}\n\r\t\u{8}\u{C}é😀", count: .min, flag: false,
            parts: [Thing(name: "")], share: 0.1)
        #expect(try JSONWriter.bytes(of: odd) == Array(try encoder.encode(odd)))
        #expect(try JSONWriter.text(of: ["b": 1, "a": 2]) == #"{"a":2,"b":1}"#)
        #expect(try JSONWriter.text(of: [Int]()) == "[]")
    }
}
