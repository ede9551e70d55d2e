public import Engine
import Yams

extension Engine.Bilingual {
    /// Reads `{zh: 第一班, en: "The first shift"}`; nil where it is anything else.
    public init?(yaml: String) {
        guard let node = try? Yams.compose(yaml: yaml), let mapping = node.mapping,
            let zh = mapping["zh"]?.string, let en = mapping["en"]?.string
        else { return nil }
        self.init(zh: zh, en: en)
    }
}
