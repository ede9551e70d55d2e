#!/usr/bin/env python3
"""Writes Sources/Terminal/Text/WidthTable.swift from the tables of the `wcwidth` package.

    pip install wcwidth && Scripts/width-table.py > Sources/Terminal/Text/WidthTable.swift

Run it when a new Unicode version is out, commit what changed, and run the terminal tests.
"""
import datetime

import wcwidth
from wcwidth.table_ambiguous import AMBIGUOUS_EASTASIAN
from wcwidth.table_vs16 import VS16_NARROW_TO_WIDE
from wcwidth.table_wide import WIDE_EASTASIAN
from wcwidth.table_zero import ZERO_WIDTH


def newest(table):
    return list(table.values())[-1]


def merged(ranges):
    out = []
    for first, last in sorted(ranges):
        if out and first <= out[-1][1] + 1:
            out[-1][1] = max(out[-1][1], last)
        else:
            out.append([first, last])
    return out


def swift(name, doc, ranges):
    print()
    print(f"    /// {doc}")
    print(f"    static let {name}: [UInt32] = [")
    line = "       "
    for first, last in merged(ranges):
        pair = f" 0x{first:X}, 0x{last:X},"
        if len(line) + len(pair) > 100:
            print(line)
            line = "       "
        line += pair
    print(line)
    print("    ]")


version = wcwidth.list_versions()[-1]
print(f"""// Written by Scripts/width-table.py; do not edit.

/// How many columns each code point takes: our own table, so that every machine agrees.
///
/// Unicode {version}, written {datetime.date.today().isoformat()} from wcwidth {wcwidth.__version__}. The C library's
/// table is years older and answers \u22121 for newer emoji, which makes them vanish. Each list holds
/// pairs: the first and the last code point of a range.
enum WidthTable {{
    static let unicodeVersion = "{version}\"""")
swift("wide", "Two columns in every terminal.", newest(WIDE_EASTASIAN))
swift("zero", "Drawn on top of the character before.", newest(ZERO_WIDTH))
swift("ambiguous", "One column, or two in some Chinese terminals.", newest(AMBIGUOUS_EASTASIAN))
swift("emojiByChoice", "One column alone, two with U+FE0F behind.", newest(VS16_NARROW_TO_WIDE))
print("}")
