import Engine

/// Where an order export keeps what an analysis of customers needs. Every platform calls its
/// columns differently, and the same columns over again in English.
struct PurchaseColumns {
    let customer: Int
    let paidAt: Int
    let amount: Int
    let refund: Int?
    let status: Int?
    let order: Int?

    /// - Throws: `CSVFault.missingColumn` with the column's name in both languages and the nearest
    ///   name in the file; `.doubledColumn`.
    init(_ header: CSVHeader) throws(CSVFault) {
        customer = try Self.place(of: Self.customers, in: header, called: "买家会员名 / customer_id")
        paidAt = try Self.place(of: Self.times, in: header, called: "订单付款时间 / order_date")
        amount = try Self.place(of: Self.amounts, in: header, called: "买家实际支付金额 / amount")
        refund = try header.placeIfPresent(of: Self.refunds)
        status = try header.placeIfPresent(of: Self.states)
        order = try header.placeIfPresent(of: Self.orders)
    }

    private static func place(
        of column: CSVColumn, in header: CSVHeader, called name: String
    ) throws(CSVFault) -> Int {
        do {
            return try header.place(of: column)
        } catch .missingColumn(_, let nearest) {
            throw .missingColumn(name, nearest: nearest)
        }
    }

    // The surest name first: where an export has two of them, the first is read. A number beats
    // a nickname, the time of payment beats the time of ordering.
    static let customers = CSVColumn(
        "买家会员名", "买家会员ID", "买家ID", "客户编号", "会员ID", "用户ID", "买家昵称", "买家旺旺", "买家账号",
        "会员名", "会员名称", "用户名", "客户", "顾客", "买家", "customer_id", "customer id", "customer-id",
        "user_id", "user id", "buyer_id", "buyer id", "client_id", "customer", "customer_email",
        "customer email", "email", "e-mail", "buyer", "buyer_name", "customer_name", "username",
        "user")
    static let times = CSVColumn(
        "订单付款时间", "付款时间", "支付时间", "订单支付时间", "成交时间", "付款日期", "下单时间", "订单创建时间",
        "创建时间", "日期", "时间", "paid_at", "paid at", "payment_date", "payment time", "date_paid",
        "order_date", "order date", "order_time", "purchase_date", "purchased_at", "created_at",
        "created at", "invoicedate", "invoice_date", "transaction_date", "timestamp", "date", "time"
    )
    static let amounts = CSVColumn(
        "买家实际支付金额", "买家实付金额", "实付款", "实付金额", "实际支付金额", "买家实付", "支付金额", "付款金额",
        "订单金额", "总金额", "金额", "paid", "amount_paid", "paid_amount", "revenue", "amount",
        "order_amount", "order_total", "order total", "total", "total_price", "grand_total",
        "net_sales", "price", "value")
    static let refunds = CSVColumn(
        "退款金额", "已退款金额", "退款", "refund", "refunds", "refund_amount", "refund amount",
        "refunded", "refunded_amount", "refunded amount", "amount_refunded")
    static let states = CSVColumn(
        "订单状态", "交易状态", "付款状态", "状态", "financial_status", "financial status",
        "payment_status", "payment status", "order_status", "order status", "status", "state")
    static let orders = CSVColumn(
        "订单编号", "订单号", "主订单编号", "交易单号", "order_id", "order id", "order_number",
        "order number", "order_no", "order no", "order", "invoice", "invoiceno")
}
