public import Engine
import Typing

extension ShiftReport {
    /// A row a conversation, for a spreadsheet; commas, quotes and line breaks quoted, and texts
    /// that a spreadsheet would take for a formula made harmless.
    public func csv(in tongue: Engine.Tongue) -> String {
        var rows = [Self.header[tongue]]
        for grade in conversations {
            var row = [
                grade.conversation.rawValue, grade.scenario ?? "", grade.customerName,
                grade.stage.name[tongue], "\(grade.total)",
            ]
            row += Dimension.allCases.filter { $0 != .redLines }
                .map { "\(grade.points(of: $0))" }
            row += [
                grade.cap.map { "\($0)" } ?? "", grade.isSuccess ? "1" : "0",
                grade.rating.map { "\($0)" } ?? "", "\(grade.mood.start)", "\(grade.mood.end)",
                "\(grade.promises.filter { $0.outcome == .kept }.count)",
                "\(grade.promises.filter { $0.outcome == .broken || $0.outcome == .late }.count)",
                "\(grade.promises.filter { $0.outcome == .undated }.count)",
                grade.marks.filter { $0.lost > 0 }.map { "\($0.title[tongue]) −\($0.lost)" }
                    .joined(separator: "; "),
            ]
            let typed = typing?.row(of: grade.conversation)
            row += [typed?.keys, typed?.characters, typed?.saved].map { number in
                number.map { "\($0)" } ?? ""
            }
            rows.append(row)
        }
        return rows.map { $0.map { CSVCell.text($0) }.joined(separator: ",") }.joined(
            separator: "\r\n")
            + "\r\n"
    }

    private static let header = Columns(
        zh: [
            "会话", "场景", "顾客", "阶段", "总分", "结果", "流程", "准确", "用语", "速度", "记录", "封顶", "成功", "星级",
            "开始心情", "结束心情", "兑现承诺", "未兑现", "没说时间", "失分", "按键", "打字", "短语省打",
        ],
        en: [
            "conversation", "scenario", "customer", "stage", "total", "outcome", "process",
            "accuracy", "language", "speed", "record", "cap", "success", "stars", "mood at start",
            "mood at end", "promises kept", "promises broken", "promises undated", "lost on",
            "keys",
            "characters typed", "characters spared",
        ])

    private struct Columns {
        let zh: [String]
        let en: [String]
        subscript(tongue: Engine.Tongue) -> [String] {
            switch tongue {
            case .chinese: zh
            case .english: en
            }
        }
    }
}

extension String {
    /// Without control characters and without those that turn the direction of writing round.
    func replacingControls(with replacement: String) -> String {
        var result = ""
        for scalar in unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
            let turnsText =
                (0x202a...0x202e).contains(scalar.value)
                || (0x2066...0x2069).contains(scalar.value) || scalar.value == 0x200e
                || scalar.value == 0x200f || scalar.value == 0xfeff
            if isControl || turnsText {
                result += replacement
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
