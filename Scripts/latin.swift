// The pinyin of each character of standard input, one line a character, as ICU has it.
// Used by pinyin-table.py.
import Foundation

while let line = readLine() {
    print(line, line.applyingTransform(.mandarinToLatin, reverse: false) ?? "")
}
