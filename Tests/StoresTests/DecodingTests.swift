import Foundation
import Stores
import Testing

@Suite struct `The bytes of a file` {
    private static let gb18030 = String.Encoding(rawValue: 0x8000_0000 | 0x0632)
    private static let text = "订单编号,买家会员名\n1,“小李”€ é 𠮷 🧧\n"

    private func decoded(_ bytes: [UInt8]) throws -> (String, TextDecoding) {
        let (text, decoding) = try TextDecoding.decode(bytes)
        return (String(decoding: text, as: UTF8.self), decoding)
    }

    @Test func `are read in each encoding a shop's program writes`() throws {
        let plain = Array(Self.text.utf8)
        let little = Array(Self.text.utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let big = Array(Self.text.utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        let chinese = Array(try #require(Self.text.data(using: Self.gb18030)))
        let files: [([UInt8], TextDecoding)] = [
            (plain, .utf8), ([0xef, 0xbb, 0xbf] + plain, .utf8WithMark),
            ([0xff, 0xfe] + little, .utf16LittleEndian), ([0xfe, 0xff] + big, .utf16BigEndian),
            (chinese, .gb18030),
        ]
        for (bytes, expected) in files {
            #expect(try decoded(bytes) == (Self.text, expected))
        }
    }

    @Test func `in GB18030 are what Foundation says they are`() throws {
        // All of the first plane that has a character, and some beyond it.
        let plane = (UInt32(0xa0)...0xffef).compactMap(Unicode.Scalar.init)
        let scalars = plane.filter { !(0xe000...0xf8ff ~= $0.value) } + ["🧧", "𠮷", "\u{10fffd}"]
        var text = String.UnicodeScalarView()
        for scalar in scalars where String(scalar).data(using: Self.gb18030) != nil {
            text.append(scalar)
        }
        let bytes = Array(try #require(String(text).data(using: Self.gb18030)))
        let (read, decoding) = try decoded(bytes)
        #expect(decoding == .gb18030)
        #expect(text.count > 20_000)
        #expect(read == String(bytes: bytes, encoding: Self.gb18030))
    }

    @Test(arguments: [
        // A lone lead byte at the end, a byte that is nothing, a lead before a blank.
        (Array("a\nb\n".utf8) + [0xb6, 0xa9, 0xb6], 6, 3),
        (Array("a\r\nb\r\n".utf8) + [0xff, 0x41], 6, 3),
        ([0xb6, 0xa9, 0x0a, 0xb6, 0x20], 3, 2),
        // UTF-8 with a mark, cut in a character.
        ([0xef, 0xbb, 0xbf, 0x61, 0x0a, 0xe8, 0xae], 5, 2),
        // UTF-16 with half a pair, and with half a unit.
        ([0xff, 0xfe, 0x0a, 0x00, 0x00, 0xd8, 0x41, 0x00], 4, 2),
        ([0xff, 0xfe, 0x0a, 0x00, 0x41], 4, 2),
        // No text at all.
        ([0x61, 0x0a, 0x00], 2, 2),
    ])
    func `that fit no encoding are named with place and line`(
        bytes: [UInt8], offset: Int, line: Int
    ) {
        #expect(throws: CSVFault.undecodable(offset: offset, line: line)) {
            try TextDecoding.decode(bytes)
        }
    }

    @Test func `of damaged UTF-8 are not taken for Chinese GB18030`() {
        // An even number of bytes above ASCII: all of them would be characters of GBK.
        let cut = Array("订单编号买家会员名称".utf8) + [0xe8, 0xae]
        #expect(String(bytes: cut, encoding: Self.gb18030) != nil)
        #expect(throws: CSVFault.undecodable(offset: 30, line: 1)) {
            try TextDecoding.decode(cut)
        }
    }

    @Test func `of a workbook are recognised`() {
        for start: [UInt8] in [[0x50, 0x4b, 0x03, 0x04], [0xd0, 0xcf, 0x11, 0xe0]] {
            #expect(throws: CSVFault.workbook) { try TextDecoding.decode(start + [0, 1, 2]) }
        }
    }
}
