import Engine
import Macros

extension Words {
    // MARK: The list

    static let macroList = Bilingual(zh: "宏", en: "Macros")
    static func macroListFor(_ count: Int) -> Bilingual {
        Bilingual(zh: "宏：对标记的 \(count) 位", en: "Macros for \(count) marked")
    }
    static let macroListEdit = Bilingual(zh: "改哪个宏", en: "Which macro to change")
    static let noMacros = Bilingual(
        zh: "这里没有能用的宏。Alt-Shift-R 边做边录一个。",
        en: "No macro fits here. Alt-Shift-R records one as you work.")
    static let noMacroFound = Bilingual(
        zh: "没有这样的宏；退格改一改", en: "No such macro; Backspace to change")
    static let macroMark = Bilingual(zh: "宏 ", en: "macro: ")
    static func macroGone(_ name: String) -> Bilingual {
        Bilingual(zh: "宏“\(name)”不在了", en: "The macro “\(name)” is gone")
    }

    // MARK: The editor

    static func editorTitle(_ label: Bilingual) -> Bilingual {
        Bilingual(zh: "修改宏：\(label.zh)", en: "Macro: \(label.en)")
    }
    static let editorReads = Bilingual(zh: "读得懂，没有问题", en: "reads well, nothing to mend")
    static let editorUnsaved = Bilingual(
        zh: "改动还没存：Ctrl-S 存下，再按 Esc 丢掉",
        en: "Not kept yet: Ctrl-S keeps it, Esc once more throws it away")
    static func notOneMacro(_ count: Int) -> Bilingual {
        count == 0
            ? Bilingual(
                zh: "这里没有宏；开头要有 macros: 和 - name: …",
                en: "There is no macro here: it begins with macros: and - name: …")
            : Bilingual(
                zh: "这里有 \(count) 个宏，一次只改一个。",
                en: "These are \(count) macros; change one at a time.")
    }
    static let recordingChanged = Bilingual(
        zh: "录制改好了；Alt-Shift-K 起个名字存下",
        en: "The recording is changed; Alt-Shift-K keeps it under a name")
    static func shopKnows(_ known: Bilingual) -> Bilingual {
        Bilingual(zh: "不对，\(known.zh)", en: "wrong: \(known.en)")
    }
    static func shopHas(_ known: Bilingual) -> Bilingual {
        Bilingual(zh: "没有依据，\(known.zh)", en: "nothing bears it out: \(known.en)")
    }

    // MARK: The dry run

    static let carryOut = Bilingual(zh: "执行", en: "Carry out")
    static func trialTitle(_ label: Bilingual, _ name: String) -> Bilingual {
        Bilingual(zh: "试演 \(label.zh) → \(name)", en: "Dry run: \(label.en) → \(name)")
    }
    static func tableTitle(_ label: Bilingual, _ ready: Int, of count: Int) -> Bilingual {
        Bilingual(
            zh: "试演 \(label.zh)：\(count) 位里 \(ready) 位可以",
            en: "Dry run: \(label.en), ready for \(ready) of \(count)")
    }
    static func sendsTo(_ name: String) -> Bilingual {
        Bilingual(zh: "发给\(name)：", en: "To \(name):")
    }
    static let intoTheDraft = Bilingual(zh: "写字处会是：", en: "The draft will be:")
    static let tagsLine = Bilingual(zh: "标签  ", en: "Tags  ")
    static func promiseLine(_ text: String, _ due: String) -> Bilingual {
        Bilingual(zh: "承诺  \(text)，\(due)", en: "Promise  \(text), \(due)")
    }
    static func remarkLine(_ words: String, _ text: Bilingual) -> Bilingual {
        Bilingual(zh: "注意  \(words)：\(text.zh)", en: "Mind  \(words): \(text.en)")
    }
    static let stepsHead = Bilingual(zh: "步骤", en: "Steps")
    static let macroQuestion = Bilingual(zh: "要确认", en: "Question")
    static let macroYesNo = Bilingual(zh: "确认", en: "Answer")
    static let notYet = Bilingual(zh: "先不", en: "not yet")
    static let yes = Bilingual(zh: "是", en: "yes")
    static let momentHint = Bilingual(
        zh: "18:00、明天 18:00、+2h", en: "18:00, tomorrow 18:00, +2h")

    // MARK: The run

    static func macroDone(_ label: Bilingual, _ undoes: Undoing?) -> Bilingual {
        switch undoes {
        case .wholly, .partly:
            Bilingual(zh: "“\(label.zh)”做完了；Alt-U 撤销", en: "“\(label.en)” is done; Alt-U undoes")
        case .not, nil: Bilingual(zh: "“\(label.zh)”做完了", en: "“\(label.en)” is done")
        }
    }
    static func macroDoneFor(_ label: Bilingual, _ done: Int, of count: Int) -> Bilingual {
        let rest = count - done
        return Bilingual(
            zh: "“\(label.zh)”做了 \(done) 位" + (rest > 0 ? "，\(rest) 位没做，标记还在" : "")
                + "；Alt-U 撤销",
            en: "“\(label.en)” is done for \(done)" + (rest > 0 ? "; \(rest) left marked" : "")
                + "; Alt-U undoes")
    }
    static let macroDiffers = Bilingual(
        zh: "刚才情况变了，什么也没做；再看一遍，Enter 执行",
        en: "Things have changed; nothing was done. Look again, then Enter")
    static let macroFitsNobody = Bilingual(
        zh: "标记的几位都做不了，原因在各行", en: "It can be done for none of them; each row says why")
    static func macroAsks(_ labels: [Bilingual]) -> Bilingual {
        Bilingual(
            zh: "还要填：" + labels.map(\.zh).joined(separator: "、"),
            en: "Still to give: " + labels.map(\.en).joined(separator: ", "))
    }
    static func macroStops(_ reason: Rehearsal.Reason) -> Bilingual {
        Bilingual(
            zh: "什么也没做：\(reason.sentence(in: .chinese))",
            en: "Nothing was done: \(reason.sentence(in: .english))")
    }
    static func macroStoppedFor(
        _ name: String, _ fault: Bilingual, _ stays: [Bilingual]
    ) -> Bilingual {
        let why = macroStopped(fault, stays)
        return Bilingual(zh: "\(name)：\(why.zh)", en: "\(name): \(why.en)")
    }
    static let draftStays = Bilingual(
        zh: "草稿后来改过，留着", en: "the draft was written on and stays")
    /// A step cannot be done as the shop stands: which one, why, and the ways on.
    static func macroStuck(_ stop: Rehearsal.Stop, asks: Bool) -> Bilingual {
        let step = stop.step.map { ("第 \($0) 步做不了：", "Step \($0) cannot be done: ") }
        let zh = stop.reason.sentence(in: .chinese)
        let en = stop.reason.sentence(in: .english)
        return Bilingual(
            zh: (step?.0 ?? "这里做不了：") + (asks ? "改填的内容，或" : "")
                + "Esc 后在列表里 F4 改宏。" + zh,
            en: (step?.1 ?? "It cannot be done here: ") + (asks ? "change the answers, or " : "")
                + "Esc, then F4 in the list edits it. " + en)
    }
    static func macroStopped(_ why: Bilingual, _ stays: [Bilingual]) -> Bilingual {
        guard !stays.isEmpty else {
            return Bilingual(
                zh: "中途被拒绝，前面的已撤回：\(why.zh)", en: "Refused midway, all taken back: \(why.en)")
        }
        return Bilingual(
            zh: "中途被拒绝：\(why.zh)；\(stays.map(\.zh).joined(separator: "；"))",
            en: "Refused midway: \(why.en); \(stays.map(\.en).joined(separator: "; "))")
    }
    static func fault(_ fault: SubmitFault) -> Bilingual {
        switch fault {
        case .refused(let refusal):
            Bilingual(
                zh: refusal.sentence(in: .chinese), en: refusal.sentence(in: .english))
        case .notStored: Bilingual(zh: "没能存盘", en: "it could not be stored")
        }
    }

    // MARK: The way back

    static func macroUndone(_ label: Bilingual, _ count: Int) -> Bilingual {
        Bilingual(
            zh: "整个撤销了：\(label.zh)" + (count > 1 ? "，\(count) 位" : ""),
            en: "All of it is undone: \(label.en)" + (count > 1 ? " for \(count)" : ""))
    }
    static func macroUndoneInPart(
        _ label: Bilingual, _ count: Int, _ stays: [Bilingual]
    ) -> Bilingual {
        Bilingual(
            zh: "撤销了\(label.zh)" + (count > 1 ? "（\(count) 位）" : "") + "；"
                + stays.map(\.zh).joined(separator: "；"),
            en: "Undone: \(label.en)" + (count > 1 ? " for \(count)" : "") + "; "
                + stays.map(\.en).joined(separator: "; "))
    }
    static func notTakenBack(_ what: Bilingual, _ why: Bilingual) -> Bilingual {
        Bilingual(zh: "\(what.zh)没撤回：\(why.zh)", en: "\(what.en) stays: \(why.en)")
    }
    static func takeBackTitle(_ label: Bilingual) -> Bilingual {
        Bilingual(zh: "撤销 \(label.zh)", en: "Undo \(label.en)")
    }
    static func takeBackAll(_ count: Int) -> Bilingual {
        Bilingual(zh: "全部 \(count) 位", en: "All \(count)")
    }

    // MARK: Recording

    static func recording(_ count: Int) -> Bilingual {
        Bilingual(zh: "录 \(count)", en: "REC \(count)")
    }
    static func recordingStarts(_ name: String) -> Bilingual {
        Bilingual(zh: "开始录对\(name)做的；再按一次停", en: "Recording what is done for \(name)")
    }
    static func recordingStops(_ count: Int, _ again: String, _ keep: String) -> Bilingual {
        Bilingual(
            zh: "录了 \(count) 步；\(again) 重做，\(keep) 存下",
            en: "Recorded \(count) steps; \(again) repeats, \(keep) keeps")
    }
    static let justRecorded = Bilingual(zh: "刚录的", en: "Just recorded")
    static let nothingRecorded = Bilingual(
        zh: "停了，什么也没录到", en: "Stopped; there was nothing to record")
    static let nothingRecordedYet = Bilingual(
        zh: "还没有录过；Alt-Shift-R 开始", en: "Nothing recorded yet; Alt-Shift-R begins")
    static let keepTitle = Bilingual(zh: "存下录制", en: "Keep the recording")
    static let keep = Bilingual(zh: "存下", en: "Keep")
    static let macroName = Bilingual(zh: "名字", en: "Name")
    static let macroNameHint = Bilingual(
        zh: "字母、数字、汉字和 -，如 late-ship", en: "Letters, digits and -, such as late-ship")
    static let macroLabel = Bilingual(zh: "说明", en: "Label")
    static let macroLabelHint = Bilingual(zh: "列表里显示的几个字", en: "What the list shows")
    static func macroNameTaken(_ name: String) -> Bilingual {
        Bilingual(zh: "“\(name)”已经有了，换一个。", en: "“\(name)” is taken; choose another.")
    }
    static func macroKept(_ path: String) -> Bilingual {
        Bilingual(zh: "存好了：\(path)", en: "Kept in \(path)")
    }

    // MARK: Marks

    static func markedCount(_ count: Int) -> Bilingual {
        Bilingual(zh: " 标记 \(count)", en: " marked \(count)")
    }
    static func marks(_ count: Int, _ key: String) -> Bilingual {
        Bilingual(
            zh: "标记了 \(count) 位；\(key) 选宏一起做", en: "\(count) marked; \(key) runs a macro for all")
    }
    static let noMarks = Bilingual(zh: "没有标记了", en: "No marks left")

    // MARK: Replies that ask

    static let putIn = Bilingual(zh: "放进草稿", en: "Put in")
    static let shopDoesNotKnow = Bilingual(zh: "店里没有这一项", en: "The shop does not have it")
}
