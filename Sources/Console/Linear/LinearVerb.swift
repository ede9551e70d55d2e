import Engine

/// The words of the linear desk that are no commands of the drawn one: what is read aloud, and
/// what is written on one line.
enum LinearVerb: String, CaseIterable {
    case say, draft, note, queue, read, order, customer, replies, go, status, wait, commands, help
    case key, type
    case command = "do"

    /// Its Chinese word.
    var chinese: String {
        switch self {
        case .say: "说"
        case .draft: "草稿"
        case .note: "记"
        case .queue: "队列"
        case .read: "读"
        case .order: "订单"
        case .customer: "客户"
        case .replies: "短语"
        case .go: "找"
        case .status: "时间"
        case .wait: "等"
        case .commands: "命令"
        case .help: "帮助"
        case .key: "按"
        case .type: "打"
        case .command: "做"
        }
    }

    static var all: [String] { allCases.flatMap { [$0.rawValue, $0.chinese] } }

    /// The verb a line begins with, and the rest of it; no verb where it begins with none. A Chinese
    /// verb stands apart from what follows by a blank; `说` and `>` need none.
    static func read(_ line: String) -> (verb: LinearVerb?, rest: String) {
        if line.hasPrefix(">") { return (.say, String(line.dropFirst()).trimmed) }
        let first = line.prefix { !$0.isWhitespace }
        let rest = String(line.dropFirst(first.count)).trimmed
        let word = first.lowercased()
        if let verb = allCases.first(where: { $0.rawValue == word || $0.chinese == word }) {
            return (verb, rest)
        }
        // 等30秒, 读10
        for verb in [LinearVerb.wait, .read] where word.hasPrefix(verb.chinese) {
            let tail = String(line.dropFirst(verb.chinese.count)).trimmed
            if tail.first?.isNumber == true { return (verb, tail) }
        }
        return (nil, line)
    }
}
