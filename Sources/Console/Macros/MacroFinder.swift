import Engine
import Macros
import Replies

/// Macros found as one types: by name, label, pinyin, folder, and the words their authors gave.
struct MacroFinder {
    let macros: [Macro]
    private var index = NameIndex()

    init(_ macros: [Macro]) {
        self.macros = macros
        for macro in macros {
            let folder = macro.folder.map { [$0.zh, $0.en] } ?? []
            index.add(macro.label, code: macro.name, words: macro.words + folder)
        }
    }

    func search(_ typed: String, limit: Int = 200) -> [Macro] {
        index.search(typed, limit: limit).map { macros[$0] }
    }
}
