import Engine

/// What the desk says of keys.
extension Words {
    static let escGivesUp = Bilingual(zh: "Esc 放弃", en: "Esc gives up")
    static let modeNormal = Bilingual(zh: "命令", en: "NORMAL")
    static let modeWriting = Bilingual(zh: "写字", en: "INSERT")

    static func noSuchSeries(_ keys: String) -> Bilingual {
        Bilingual(
            zh: "没有 \(keys) 这组键，什么也没做。", en: "\(keys) is no series of keys; nothing was done.")
    }

    static func noCommandHere(_ key: String, _ write: String) -> Bilingual {
        guard !write.isEmpty else {
            return Bilingual(zh: "这里没有 \(key) 这个键。", en: "\(key) does nothing here.")
        }
        return Bilingual(
            zh: "这里没有 \(key) 这个键；按 \(write) 开始写字。",
            en: "\(key) does nothing here; \(write) begins to write.")
    }

    static let nothingToRepeat = Bilingual(
        zh: "还没做过可以重复的事。", en: "Nothing has been done that could be repeated.")
}
