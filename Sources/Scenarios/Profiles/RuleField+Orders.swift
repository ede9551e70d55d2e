import Engine
import Yams

extension RuleField {
    static let orders: [RuleField] = [
        .table(
            "orders.names", "平台对状态的叫法", "the platform's names of states",
            show: { "\($0.rules.orders.names.count)" }, read: readNames),
        .table(
            "orders.operations", "各操作可用的状态", "in which states what may be done",
            show: { "\($0.rules.orders.permits.count)" }, read: readOperations),
        .span(
            "orders.depositWithin", "定金付款时限", "a deposit is paid within",
            \.rules.orders.depositWithin),
        .whole(
            "orders.depositPercent", "定金上限占价款 %", "a deposit is at most, % of the price",
            \.rules.orders.depositPercent, 0...20),
        .flag(
            "orders.depositDouble", "商家违约双倍返还定金", "a defaulting shop returns it double",
            \.rules.orders.depositDouble),
        .span(
            "orders.groupWithin", "成团时限", "a group fills within", \.rules.orders.groupWithin),
        .choice(
            "orders.confirmFrom", "自动确认从何时起算", "time to confirm runs from",
            \.rules.orders.confirmFrom),
        .span(
            "orders.autoConfirmPost", "自动确认（邮政平邮）", "receipt confirms itself, by post",
            \.rules.orders.autoConfirmPost),
        .span(
            "orders.autoConfirmVirtual", "自动确认（虚拟商品）", "…for goods that are no goods",
            \.rules.orders.autoConfirmVirtual),
        .whole(
            "orders.nudgeLimit", "每单催付次数上限", "payment nudges per order",
            \.rules.orders.nudgeLimit, 0...20),
        .flag(
            "orders.cancelsPaid", "未发货可直接取消", "a paid order can be cancelled unshipped",
            \.rules.orders.cancelsPaid),
    ]

    /// `names: {wait-pay: {zh: 等待买家付款, en: awaiting the buyer's payment}}`
    private static let readNames:
        @Sendable (inout FieldReader, FieldReader.Fields, String, inout ProfileDraft) -> Void = {
            reader, fields, key, draft in
            let entries: [FieldReader.Entry<Order.Status>] = reader.entries(
                fields, key, "orders.names", &draft)
            for entry in entries {
                guard let name = reader.bilingual(entry.node, entry.path) else { continue }
                draft.change { values, _ in
                    values.rules.orders.names.removeAll { $0.status == entry.key }
                    values.rules.orders.names.append(
                        OrderRules.StatusName(status: entry.key, name: name))
                    values.rules.orders.names.sort { place($0.status) < place($1.status) }
                }
            }
        }

    /// `operations: {change-address: [wait-pay, wait-ship], merge: []}`
    private static let readOperations:
        @Sendable (inout FieldReader, FieldReader.Fields, String, inout ProfileDraft) -> Void = {
            reader, fields, key, draft in
            let entries: [FieldReader.Entry<Operation>] = reader.entries(
                fields, key, "orders.operations", &draft)
            for entry in entries {
                guard let states = reader.states(for: entry) else { continue }
                draft.change { values, _ in
                    values.rules.orders.permits.removeAll { $0.operation == entry.key }
                    values.rules.orders.permits.append(
                        OrderRules.Permit(operation: entry.key, states: states))
                    values.rules.orders.permits.sort {
                        place($0.operation) < place($1.operation)
                    }
                }
            }
        }

    /// Where a case stands among its enumeration's, so that two files give one order.
    static func place<Case: CaseIterable & Equatable>(_ value: Case) -> Int {
        Array(Case.allCases).firstIndex(of: value) ?? 0
    }
}

extension FieldReader {
    /// States in which the engine can do it; one where it never can is a mistake.
    fileprivate mutating func states(for entry: Entry<Operation>) -> [Order.Status]? {
        let one = Fields(node: entry.node, path: "", map: [entry.path: entry.node])
        guard let states: [Order.Status] = choices(one, entry.path) else { return nil }
        let allowed = entry.key.states
        var isWhole = true
        for (item, state) in zip(items(entry.node, entry.path), states)
        where !allowed.contains(state) {
            fail(
                item.node, item.path,
                .neverInState(
                    operation: entry.key.rawValue, state: Spelling.hyphened("\(state)"),
                    allowed: allowed.map { Spelling.hyphened("\($0)") }))
            isWhole = false
        }
        return isWhole ? states : nil
    }
}
