import Engine
import Foundation
import Storage
import Typing

/// The drill's files: sentences in the data folder, the book of rounds in the person's own.
struct DrillFolder {
    /// `Drills` of the data folder.
    let sentences: String
    /// `drills.jsonl`
    let book: LineBook

    init(data: DataFolder, folders: Folders) {
        sentences = data.drills
        book = LineBook(path: folders.drills)
    }

    /// The files of sentences, by language.
    static func files(in folder: String) -> [(tongue: Tongue, path: String)] {
        Tongue.allCases.map { ($0, "\(folder)/\($0.rawValue).yaml") }
    }

    /// The sheets that can be read, and the first thing that is wrong with each of the others.
    static func sheets(in folder: String) -> (sheets: [DrillSheet], problems: [Bilingual]) {
        var sheets: [DrillSheet] = []
        var problems: [Bilingual] = []
        for (_, path) in files(in: folder) {
            do { sheets.append(try DrillSheet(path: path)) } catch {
                problems += error.problems.prefix(1).map(\.words)
            }
        }
        return (sheets, problems)
    }

    /// What the post asks for, to reckon with where a person's own speed is not known.
    static func goals(in folder: String) -> TypingGoals {
        let sheets = sheets(in: folder).sheets
        return TypingGoals(
            chinese: sheets.first { $0.tongue == .chinese }?.goal,
            english: sheets.first { $0.tongue == .english }?.goal)
    }

    /// Everything that can be read. What cannot is told and left as it is; the rest works on.
    func shelf(seed: UInt64?) -> DrillShelf {
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        var shelf = DrillShelf(
            sheets: [], now: now, offset: TimeZone.current.secondsFromGMT() / 60,
            seed: seed ?? UInt64.random(in: 1...999_999))
        (shelf.sheets, shelf.problems) = Self.sheets(in: sentences)
        let lines: [LineBook.Line]
        do { lines = try book.lines() } catch {
            shelf.problems.append(error.words)
            return shelf
        }
        var broken: [Int] = []
        for line in lines {
            do { shelf.history.add(try DrillLine(json: line.bytes)) } catch {
                broken.append(line.number)
            }
        }
        if let first = broken.first {
            shelf.problems.append(
                StorageFault.damaged(
                    path: book.path, detail: .line(first, count: broken.count)
                ).words)
        }
        return shelf
    }
}

extension DrillProblem {
    /// In both languages at once.
    var words: Bilingual {
        Bilingual(zh: sentence(in: .chinese), en: sentence(in: .english))
    }
}
