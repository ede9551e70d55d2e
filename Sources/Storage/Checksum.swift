/// A running 64-bit sum over what is stored, so that a byte changed on disk is noticed.
///
/// Every step is a bijection of the running value, so a change inside one eight-byte word always
/// changes the result. It guards against a failing disk, not against a forger.
struct Checksum {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func mix(_ word: UInt64) {
        value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
        value ^= value >> 32
    }

    mutating func mix(_ number: Int64) { mix(UInt64(bitPattern: number)) }

    /// Mixes the length first, so that bytes cannot move from one field into the next unnoticed.
    mutating func mix(_ bytes: some Sequence<UInt8>) {
        let contiguous: Void? = bytes.withContiguousStorageIfAvailable { buffer in
            mix(buffer: UnsafeRawBufferPointer(buffer))
        }
        if contiguous == nil {
            Array(bytes).withUnsafeBytes { mix(buffer: $0) }
        }
    }

    private mutating func mix(buffer: UnsafeRawBufferPointer) {
        mix(UInt64(buffer.count))
        var offset = 0
        while offset + 8 <= buffer.count {
            mix(UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            offset += 8
        }
        guard offset < buffer.count else { return }
        var tail: UInt64 = 0
        while offset < buffer.count {
            tail = tail << 8 | UInt64(buffer[offset])
            offset += 1
        }
        mix(tail)
    }

    /// As SQLite keeps it: its integers are signed.
    var stored: Int64 { Int64(bitPattern: value) }
}
