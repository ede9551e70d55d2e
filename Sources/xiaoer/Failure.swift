import Engine

/// Why a command line ends: a sentence that says what to do, and a stable exit code.
struct Failure: Error {
    var code: Int32
    var sentence: Bilingual

    static func usage(_ zh: String, _ en: String) -> Self {
        Self(code: 64, sentence: Bilingual(zh: zh, en: en))
    }
    static func data(_ zh: String, _ en: String) -> Self {
        Self(code: 65, sentence: Bilingual(zh: zh, en: en))
    }
    static func noInput(_ zh: String, _ en: String) -> Self {
        Self(code: 66, sentence: Bilingual(zh: zh, en: en))
    }
    static func ours(_ zh: String, _ en: String) -> Self {
        Self(code: 70, sentence: Bilingual(zh: zh, en: en))
    }
    static func cannotCreate(_ zh: String, _ en: String) -> Self {
        Self(code: 73, sentence: Bilingual(zh: zh, en: en))
    }
    static func input(_ sentence: Bilingual) -> Self { Self(code: 74, sentence: sentence) }
}

/// The argument parser speaks English; its commonest sentences, in Chinese.
enum UsageChinese {
    private static let phrases: [(String, String)] = [
        ("Error: ", "写法有误："), ("Unknown option", "没有选项"),
        (". Did you mean", "。是不是想写"), ("Unexpected argument", "多出来的参数"),
        ("unexpected arguments:", "个多出来的参数："), ("Missing expected argument", "缺少参数"),
        ("Missing value for", "缺少选项的值："), ("The value", "选项值"), ("is invalid for", "不适用于"),
        ("See '", "用 '"), ("--help' for more information.", "--help' 查看全部用法。"),
        ("Usage: ", "用法："), ("Please provide one of", "请从这些里选："), ("Help:", "说明："),
    ]

    static func translated(_ message: String) -> String {
        phrases.reduce(message) { $0.replacing($1.0, with: $1.1) }
    }
}
