public import Engine

/// A file that does not count in the report, and why not. It stays as it is.
public struct LeftOut: Hashable, Sendable {
    /// What to call it: its name, or where names are hidden its place among the files given.
    public var file: Bilingual
    public var reason: Reason

    public init(file: Bilingual, reason: Reason) {
        self.file = file
        self.reason = reason
    }

    /// Why a file does not count.
    public enum Reason: Hashable, Sendable {
        /// Cut, altered, another program's, or newer than this one: in the disk's own words.
        case unreadable(Bilingual)
        /// No pack of this name is known here.
        case unknownPack(String, nearest: String?)
        /// The pack has been edited since, so its rubric is another.
        case editedPack(String)
        /// The pack itself cannot be read.
        case brokenPack(String)
        /// Generated customers, for measuring speed.
        case crowd
        /// Taken over from another shift at some moment: a part of it was served there.
        case branch
        case unfinished
        /// The header is not what the desk writes for such a shift.
        case alteredHeader
        /// Nobody came.
        case empty
        /// The very same shift was given before, under this name.
        case sameAs(Bilingual)
        /// Sent again, the commands lead to something else from this entry on.
        case doesNotReplay(at: Int)
        /// Not served as the contest asks.
        case outsideContest([Objection])
    }
}

extension LeftOut.Reason {
    /// What is wrong, and where it helps what to do.
    public var sentence: Bilingual {
        switch self {
        case .unreadable(let words): words
        case .unknownPack(let name, let nearest):
            Bilingual(
                zh: "教学包是“\(name)”，这里没有" + (nearest.map { "（最接近的是 \($0)）" } ?? "")
                    + "。用 --pack 指明它的文件夹。",
                en: "Its pack “\(name)” is not here"
                    + (nearest.map { " (the nearest is \($0))" } ?? "")
                    + ". Name its folder with --pack.")
        case .editedPack(let name):
            Bilingual(
                zh: "教学包 \(name) 在这一班之后改过，评分标准不一样了。要按现在的标准评，加 --edited-packs。",
                en: "The pack \(name) has been edited since, so its rubric is another. "
                    + "To judge by the present one, add --edited-packs.")
        case .brokenPack(let name):
            Bilingual(
                zh: "教学包 \(name) 读不了，先用 xiaoer check \(name) 看看。",
                en: "The pack \(name) cannot be read; xiaoer check \(name) says why.")
        case .crowd:
            Bilingual(
                zh: "是生成的测速班次，不评分。",
                en: "It is a generated crowd for measuring speed; it has no score.")
        case .branch:
            Bilingual(
                zh: "是从别的班次中途接手重来的一支，只作练习；请交原来那一班。",
                en: "It is a branch, taken over from another shift half-way: practice, and no "
                    + "shift of its own. Hand in the shift it came from.")
        case .unfinished:
            Bilingual(zh: "这一班还没下班。", en: "This shift is not over yet.")
        case .alteredHeader:
            Bilingual(
                zh: "文件开头和班次对不上：被改过。", en: "Its header does not fit the shift: it was altered.")
        case .empty:
            Bilingual(zh: "这一班没有来过顾客。", en: "No customer came in this shift.")
        case .sameAs(let other):
            Bilingual(
                zh: "和 \(other.zh) 是同一班，只算一次。",
                en: "It is the same shift as \(other.en) and counts once.")
        case .doesNotReplay(let entry):
            Bilingual(
                zh: "重演到第 \(entry) 步就不一样了：文件被改过，或者是别的版本上的班。",
                en: "Replayed, it differs from step \(entry) on: it was altered, "
                    + "or served with another version.")
        case .outsideContest(let objections):
            Bilingual(
                zh: "不算参赛：" + objections.map(\.words.zh).joined(separator: "；") + "。",
                en: "Not in the contest: " + objections.map(\.words.en).joined(separator: "; ")
                    + ".")
        }
    }

    /// A short name that stays, for programs.
    public var code: String {
        switch self {
        case .unreadable: "unreadable"
        case .unknownPack: "unknown-pack"
        case .editedPack: "edited-pack"
        case .brokenPack: "broken-pack"
        case .crowd: "crowd"
        case .branch: "branch"
        case .unfinished: "unfinished"
        case .alteredHeader: "altered-header"
        case .empty: "empty"
        case .sameAs: "same-shift"
        case .doesNotReplay: "does-not-replay"
        case .outsideContest: "outside-contest"
        }
    }
}
