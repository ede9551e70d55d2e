public import Engine

extension StorageFault {
    /// What happened, that nothing is lost, and what to do next.
    public func sentence(in tongue: Tongue) -> String { bilingual[tongue] }

    private var bilingual: Bilingual {
        switch self {
        case .diskFull(let path):
            Bilingual(
                zh: "磁盘满了，写不进 \(path)。已显示为完成的都在盘上；腾出空间后再按一次，或先导出到别处。",
                en: """
                    No room left to write \(path). All that is shown as done is stored; free some \
                    space and try again, or export the shift elsewhere.
                    """)
        case .readOnly(let path):
            Bilingual(
                zh: "\(path) 不让写。已显示为完成的都在盘上；请改权限或换个文件夹（XDG_DATA_HOME），或先导出到别处。",
                en: """
                    \(path) may not be written. All that is shown as done is stored; change its \
                    permissions, choose another folder (XDG_DATA_HOME), or export the shift elsewhere.
                    """)
        case .damaged(let path, let detail):
            detail.bilingual(path: path)
        case .busy(let path, .some(let process)):
            Bilingual(
                zh: "另一个工作台（进程 \(process)）正写着，可以旁观；要接手，先关掉那一个（\(path)）。",
                en: """
                    Another desk (process \(process)) is writing it. You may watch; to take over, \
                    close that desk first (\(path)).
                    """)
        case .busy(let path, nil):
            Bilingual(
                zh: "另一个程序正占用它，可以旁观；要接手，先关掉那一个（\(path)）。",
                en: """
                    Another program is using it. You may watch; to take over, close that program \
                    first (\(path)).
                    """)
        case .newerFormat(let path, let version):
            Bilingual(
                zh: "\(path) 是新版本写的（格式 \(version)），这个版本读不了。文件没动过；请升级后再打开。",
                en: """
                    \(path) was written by a newer version (format \(version)). The file is \
                    untouched; upgrade and open it again.
                    """)
        case .missing(let path):
            Bilingual(
                zh: "没有 \(path)。看看路径是否写对；`xiaoer` 的开始页会列出所有班次。",
                en:
                    "There is no \(path). Check the path; the start page of `xiaoer` lists every shift."
            )
        case .cannotCreate(let path, let reason):
            reason.bilingual(path: path)
        case .io(let path, let detail):
            Bilingual(
                zh: "读写 \(path) 时系统报错：\(detail)。已显示为完成的都在盘上；再试一次，仍不行就导出到别处。",
                en: """
                    The system failed on \(path): \(detail). All that is shown as done is stored; try \
                    again, and if it stays, export the shift elsewhere.
                    """)
        case .noHome:
            Bilingual(
                zh: "不知道该存到哪里：没有主目录。请设 HOME 或 XDG_DATA_HOME 后再开。什么都还没写。",
                en: """
                    There is no home folder to keep shifts in. Set HOME or XDG_DATA_HOME and start \
                    again. Nothing has been written yet.
                    """)
        }
    }
}

extension StorageFault.Damage {
    fileprivate func bilingual(path: String) -> Bilingual {
        switch self {
        case .notAShift:
            Bilingual(
                zh: "\(path) 不是班次文件，或开头坏了。文件没动过；请另开一班，有备份就从备份取回。",
                en: """
                    \(path) is not a shift, or its beginning is broken. The file is untouched; start \
                    another shift, or put a backup in its place.
                    """)
        case .notARoom:
            Bilingual(
                zh: "\(path) 不是房间，或信箱被截断了。文件没动过；已经做完的都在各轮的 .shift 里，用 xiaoer report 看；要再练就另开一间。",
                en: """
                    \(path) is not a room, or its mailbox was cut. The file is untouched; all that was \
                    done is in the rounds' .shift files, for xiaoer report. To go on, open another room.
                    """)
        case .header:
            Bilingual(
                zh: "\(path) 的班次信息坏了。文件没动过；请另开一班，有备份就从备份取回。",
                en: """
                    \(path): the record of how the shift began is broken. The file is untouched; \
                    start another shift, or put a backup in its place.
                    """)
        case .entry(let sequence):
            Bilingual(
                zh: "\(path) 第 \(sequence) 条坏了，之前的都完好、可以查看。文件没动过；请另开一班。",
                en: """
                    \(path): entry \(sequence) is broken; those before it are good and can be read. \
                    The file is untouched; start another shift.
                    """)
        case .gap(let sequence):
            Bilingual(
                zh: "\(path) 在第 \(sequence) 条之后缺了记录，之前的都完好、可以查看。文件没动过；请另开一班。",
                en: """
                    \(path): entries are missing after \(sequence); those before are good and can be \
                    read. The file is untouched; start another shift.
                    """)
        case .kept:
            Bilingual(
                zh: "\(path) 里的草稿或时钟坏了，聊天记录可以查看。文件没动过；请另开一班。",
                en: """
                    \(path): a draft or the clock is broken; the transcript can be read. The file is \
                    untouched; start another shift.
                    """)
        case .structure(let words):
            Bilingual(
                zh: "\(path) 的结构坏了（\(words)）。文件没动过；请另开一班，有备份就从备份取回。",
                en: """
                    \(path) is broken inside (\(words)). The file is untouched; start another shift, \
                    or put a backup in its place.
                    """)
        case .line(let number, let count):
            Bilingual(
                zh: count == 1
                    ? "\(path) 第 \(number) 行读不懂，没算进去，其余照常。文件没动过，新的记录接在后面。"
                    : "\(path) 从第 \(number) 行起有 \(count) 行读不懂，没算进去，其余照常。文件没动过，新的记录接在后面。",
                en: count == 1
                    ? """
                    \(path): line \(number) cannot be read and is not counted; the rest is. The file \
                    is untouched, new lines are added behind.
                    """
                    : """
                    \(path): \(count) lines, the first of them \(number), cannot be read and are not \
                    counted; the rest is. The file is untouched, new lines are added behind.
                    """)
        case .settings(.some(let field)):
            Bilingual(
                zh: "设置文件 \(path) 里的 \(field) 写得不对，先用默认设置。文件没动过；改好后重开即可。",
                en: """
                    Settings file \(path): `\(field)` is not of the right kind, so the defaults are \
                    used. The file is untouched; correct it and start again.
                    """)
        case .settings(nil):
            Bilingual(
                zh: "设置文件 \(path) 读不懂，先用默认设置。文件没动过；改好后重开即可。",
                en: """
                    Settings file \(path) is not readable JSON, so the defaults are used. The file \
                    is untouched; correct it and start again.
                    """)
        }
    }
}

extension StorageFault.Obstacle {
    fileprivate func bilingual(path: String) -> Bilingual {
        switch self {
        case .alreadyExists:
            Bilingual(
                zh: "\(path) 已经有了，没有覆盖它。请换个名字。",
                en: "\(path) exists already and was left as it is. Choose another name.")
        case .unusableName(let name):
            Bilingual(
                zh: "“\(name)”不能当文件名。只用字母、数字、-、_ 和 .，且不以 . 开头。",
                en: """
                    “\(name)” cannot be a file name here. Use letters, digits, -, _ and ., and do not \
                    begin with a dot.
                    """)
        case .noSuchFolder:
            Bilingual(
                zh: "\(path) 所在的文件夹不存在。请先建好，或换个地方。",
                en: "The folder of \(path) does not exist. Make it first, or choose another place.")
        case .system(let words):
            Bilingual(
                zh: "建不了 \(path)：\(words)。什么都没写；请换个地方再试。",
                en: "\(path) cannot be made: \(words). Nothing was written; try another place.")
        }
    }
}
