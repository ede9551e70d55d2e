public import Engine

extension Profile {
    /// What `xiaoer check` says about a profile without a mistake: whose it is, from when, and
    /// which of its values nobody has confirmed.
    public func account(in tongue: Engine.Tongue) -> String {
        var lines = [head[tongue]]
        if !inherits.isEmpty {
            lines.append(
                said(
                    "继承自 \(inherits.joined(separator: " → "))",
                    "inherits \(inherits.joined(separator: " → "))")[tongue])
        }
        let training = Set(rules.source.training)
        if training.isEmpty {
            lines.append(said("所有数值都有出处。", "Every value has a source.")[tongue])
        } else {
            lines.append(
                said(
                    "教学值 \(training.count) 项，没有得到平台确认，用前请核对：",
                    "\(training.count) training values, not confirmed by the platform; "
                        + "check them before relying on them:")[tongue])
            lines += RuleField.all.filter { isTraining($0.name) }.map { field in
                let value = field.isTable ? parts(of: field.name) : field.shown(in: self)
                return "  \(field.name)  \(field.title[tongue])  \(value)"
            }
        }
        return lines.joined(separator: "\n")
    }

    private var head: Engine.Bilingual {
        said(
            "\(title.zh)（\(name)），\(dated) 的规则，没有错误。",
            "\(title.en) (\(name)), rules of \(dated): no mistakes.")
    }

    /// `names.wait-pay` of `orders.names`, without the beginning that is said already.
    private func parts(of name: String) -> String {
        rules.source.training.filter { $0.hasPrefix(name + ".") }
            .map { String($0.dropFirst(name.count + 1)) }.joined(separator: " ")
    }

    private func said(_ zh: String, _ en: String) -> Engine.Bilingual {
        Engine.Bilingual(zh: zh, en: en)
    }
}
