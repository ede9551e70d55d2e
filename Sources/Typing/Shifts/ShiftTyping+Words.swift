public import Engine

extension ShiftTyping {
    /// A figure with its name, and what was counted for it.
    public struct Line: Hashable, Sendable {
        public var title: Bilingual
        public var value: Bilingual
        public var counted: Bilingual
    }

    /// What the section is called.
    public static let title = Bilingual(zh: "按键与打字", en: "Keys and typing")

    /// The figures in words, the same in the debrief, on the command line and in the browser.
    public var lines: [Line] {
        var lines = [keysLine]
        // What nobody typed in is not worth a line; with neither, one says so.
        if chinese.milliseconds > 0 || english.milliseconds == 0 {
            lines.append(paceLine(chinese, .chinese, charactersPerMinute))
        }
        if english.milliseconds > 0 {
            lines.append(paceLine(english, .english, wordsPerMinute))
        }
        lines.append(
            Line(
                title: Bilingual(zh: "改字", en: "Taken back"),
                value: Bilingual(
                    zh: "\(corrections) 字", en: Self.count(corrections, "character")),
                counted: Bilingual(
                    zh: "写进去又删掉的字；没有原文可比，所以不说准确率",
                    en: "typed and erased again; with nothing to compare there is no accuracy")))
        lines.append(savedLine)
        return lines
    }

    private var keysLine: Line {
        let inSolved = conversations.filter(\.isSolved).reduce(0) { $0 + $1.keys }
        return Line(
            title: Bilingual(zh: "每解决一个会话的按键", en: "Keys per solved conversation"),
            value: Bilingual(both: keysPerSolved.map { "\($0)" } ?? "–"),
            counted: Bilingual(
                zh: "解决了 \(solved) 个，共按 \(inSolved) 下；全班 \(keys) 下，其中输入法上屏 \(commits) 次："
                    + "一次算一下，选字的键程序看不到"
                    + (padded > 0 ? "；键盘宏一次送来的算一下（\(padded) 字）" : ""),
                en: "\(solved) solved with \(Self.count(inSolved, "key")); \(keys) in the whole "
                    + "shift, \(commits) of them commits of an input method, one each: the keys "
                    + "inside them reach no program"
                    + (padded > 0 ? "; a burst from a macro pad is one (\(padded) characters)" : "")
            )
        )
    }

    private func paceLine(_ pace: Pace, _ tongue: Tongue, _ figure: Int?) -> Line {
        let name: Bilingual =
            switch tongue {
            case _ where pace.milliseconds == 0: Bilingual(zh: "打字速度", en: "Typing speed")
            case .chinese: Bilingual(zh: "中文打字", en: "Typing Chinese")
            case .english: Bilingual(zh: "英文打字", en: "Typing English")
            }
        let time = Self.clock(pace.milliseconds)
        return Line(
            title: name,
            value: figure.map {
                Bilingual(zh: "\($0) \(tongue.paceUnit.zh)", en: "\($0) \(tongue.paceUnit.en)")
            } ?? Bilingual(both: "–"),
            counted: figure == nil
                ? Bilingual(
                    zh: "写得太少，量不出（要 20 字、10 秒）",
                    en: "too little to measure (it takes 20 characters and 10 seconds)")
                : Bilingual(
                    zh: "连着写的 \(pace.characters) 字，\(time)；每段第一次上屏不算，停 10 秒以上另起一段",
                    en:
                        "\(pace.characters) characters in \(time) of steady typing; the first commit "
                        + "of each run is not counted, ten seconds’ pause begins another"))
    }

    private var savedLine: Line {
        let title = Bilingual(zh: "短语和宏省下", en: "Spared by replies and macros")
        guard !saved.isEmpty else {
            return Line(
                title: title, value: Bilingual(both: "–"),
                counted: Bilingual(
                    zh: "这一班没有用短语发出的字", en: "no words of a reply were sent in this shift"))
        }
        let parts = saved.map { part -> Bilingual in
            let unit = part.tongue.paceUnit
            guard let figure = part.figure else {
                return Bilingual(
                    zh: "\(part.characters) 字（没有速度可算）",
                    en: "\(part.characters) characters (no speed to reckon with)")
            }
            return part.isMeasured
                ? Bilingual(
                    zh: "\(part.characters) 字，按这一班自己的 \(figure) \(unit.zh)",
                    en: "\(part.characters) characters at this shift’s own \(figure) \(unit.en)")
                : Bilingual(
                    zh: "\(part.characters) 字，按目标 \(figure) \(unit.zh)（自己的速度没量出来）",
                    en:
                        "\(part.characters) characters at the goal of \(figure) \(unit.en) (own speed "
                        + "not measured)")
        }
        return Line(
            title: title,
            value: Bilingual(both: savedMilliseconds.map(Self.clock) ?? "–"),
            counted: Bilingual(
                zh: "\(replies) 条里不用打的 " + parts.map(\.zh).joined(separator: "；"),
                en: "from \(replies): " + parts.map(\.en).joined(separator: "; ")))
    }

    private static func count(_ n: Int, _ noun: String) -> String {
        "\(n) \(noun)" + (n == 1 ? "" : "s")
    }

    /// `4:05`
    private static func clock(_ milliseconds: Int64) -> String {
        let seconds = (milliseconds + 500) / 1000
        let rest = seconds % 60
        return "\(seconds / 60):" + (rest < 10 ? "0\(rest)" : "\(rest)")
    }
}

extension Bilingual {
    /// A figure that reads the same in every language.
    fileprivate init(both text: String) { self.init(zh: text, en: text) }
}
