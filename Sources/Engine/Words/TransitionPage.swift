/// The page of the guide that shows every arrow an order and a case can take. It is written from
/// the tables, so it cannot tell another story than the engine.
public enum TransitionPage {
    public static var markdown: String {
        """
        # 状态怎么变 · How states change

        由程序写出：`xiaoer check --transitions > Docs/Transitions.md`。平台规则可以再收紧，不能放宽。
        Written by the program: `xiaoer check --transitions > Docs/Transitions.md`. A profile may narrow
        this, never widen it.

        ## 订单 · Orders

        状态在订单的每一行上，订单显示它们的合计。The state stands on each line; the order shows the
        summary.

        \(Order.markdown())
        ## 售后 · After-sales

        谁不说话，时间到了就按对方的意思办。Whoever says nothing loses when the time is over.

        \(AfterSale.markdown())
        ## 在哪个状态能做什么 · What may be done in which state

        | 操作 operation | 订单状态 states |
        | --- | --- |
        \(operations)
        """
    }

    private static var operations: String {
        Operation.allCases.map { operation in
            let states = operation.states.map(\.name)
            return "| \(operation.name.zh) \(operation.name.en) `\(operation.rawValue)` | "
                + states.map(\.zh).joined(separator: "、") + " "
                + states.map(\.en).joined(separator: ", ") + " |"
        }.joined(separator: "\n") + "\n"
    }
}
