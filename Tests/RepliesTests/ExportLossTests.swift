import Engine
import Testing

@testable import Replies

@Suite struct `What an export leaves out` {
    private static let rich = """
        matches:
          - triggers: [/fh, /ship]
            label: {zh: 发货时间, en: When it ships}
            group: 发货
            stage: order
            channel: taobao
            status: wait-ship
            hours: 8-18
            keys: F13
            search_terms: [几天发]
            tags: [仓库]
            scope: personal
            replace:
              zh: "付了{{order.paid|money}}，$|$\\n马上发"
              en: "You paid {{order.paid|money}}$|$\\nIt ships"
          - {trigger: /ok, replace: 好的}
          - trigger: /cm
            label: 尺码
            form: "[[size]] 码"
            form_fields: {size: {type: choice, values: [S, M]}}
        """

    private func said(_ format: ReplyFormat) -> [String] {
        var library = SnippetLibrary()
        library.add(yaml: Self.rich, named: "r.yaml")
        return ReplyExport(library.snippets, as: format, tongue: .chinese).notes.map {
            $0.sentence(in: .chinese)
        }
    }

    @Test(arguments: [
        (ReplyFormat.csv, ["英文", "阶段", "渠道", "订单状态和钟点", "第二个短码", "按键", "过滤器", "光标", "选项"]),
        (.qianniu, ["英文", "阶段", "渠道", "订单状态和钟点", "第二个短码", "按键", "过滤器", "标题", "查找词", "选项"]),
        (.plain, ["英文", "阶段", "渠道", "订单状态和钟点", "第二个短码", "按键", "过滤器", "标题", "换行", "选项"]),
        (.zammad, ["英文", "阶段", "渠道", "订单状态和钟点", "短码", "按键", "过滤器"]),
        (.espanso, ["英文", "阶段", "渠道", "订单状态和钟点", "按键", "过滤器", "文件夹"]),
        (.rocketChat, ["英文", "阶段", "文件夹", "标题", "查找词"]),
        (.chatwoot, ["英文", "文件夹", "标签", "个人"]),
    ])
    func `is said once for each kind, with the replies it is about`(
        format: ReplyFormat, kinds: [String]
    ) {
        let said = said(format)
        for kind in kinds {
            let lines = said.filter { $0.contains("“\(kind)”") }
            #expect(lines.count == 1, "\(format) \(kind): \(said)")
            #expect(lines.allSatisfy { $0.contains("fh") || $0.contains("cm") })
        }
        #expect(!said.contains { $0.contains("ok") && !$0.contains("短码") }, "\(said)")
    }

    @Test func `is nothing in our own format, and replies where only macros go`() {
        #expect(said(.xiaoer).isEmpty)
        #expect(said(.zendesk).contains { $0.contains("3 条短语") })
    }
}
