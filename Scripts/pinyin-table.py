#!/usr/bin/env python3
"""Writes Sources/Replies/Search/PinyinTable.swift: the first letter of the pinyin of the 3,755
everyday characters, from the order of GB 2312's first level, which is the order of pinyin."""

STARTS = {
    "a": 0xB0A1, "b": 0xB0C5, "c": 0xB2C1, "d": 0xB4EE, "e": 0xB6EA, "f": 0xB7A2, "g": 0xB8C1,
    "h": 0xB9FE, "j": 0xBBF7, "k": 0xBFA6, "l": 0xC0AC, "m": 0xC2E8, "n": 0xC4C3, "o": 0xC5B6,
    "p": 0xC5BE, "q": 0xC6DA, "r": 0xC8BB, "s": 0xC8F6, "t": 0xCBFA, "w": 0xCDDA, "x": 0xCEF4,
    "y": 0xD1B9, "z": 0xD4D1,
}

letters = {}
for high in range(0xB0, 0xD8):
    for low in range(0xA1, 0xFF):
        code = high << 8 | low
        if code > 0xD7F9:
            break
        letter = max((start, name) for name, start in STARTS.items() if start <= code)[1]
        letters.setdefault(letter, []).append(bytes([high, low]).decode("gb2312"))

print("// Written by Scripts/pinyin-table.py; do not edit.")
print()
print("/// The everyday characters by the first letter of their pinyin, one list a letter.")
print("enum PinyinTable {")
print("    static let characters: [(letter: UInt8, all: String)] = [")
for letter in sorted(letters):
    text = "".join(letters[letter])
    parts = [text[i:i + 40] for i in range(0, len(text), 40)]
    print("        (")
    print(f"            UInt8(ascii: \"{letter}\"),")
    print('            """')
    for part in parts[:-1]:
        print(f"            {part}\\")
    print(f"            {parts[-1]}")
    print('            """')
    print("        ),")
print("    ]")
print("}")
