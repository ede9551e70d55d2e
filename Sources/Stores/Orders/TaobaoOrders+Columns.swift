extension TaobaoOrders {
    /// Where each fact stands. The first name is that of the older exports, which more files have.
    struct Columns {
        let id: Int
        let state: Int
        let placedAt: Int
        let paid: Int
        let paidAt, shippedAt, confirmedAt: Int?
        let goods, postage, total, refunded, pointsPaid, pointsGiven: Int?
        let nick, account: Int?
        let receiver, address, changedAddress, phone, mobile: Int?
        let method, carrier, tracking: Int?
        let titles, variants, kinds, pieces: Int?
        let message, memo, closeReason, shop: Int?

        init(_ finder: inout ColumnFinder) throws(CSVFault) {
            if let column = try finder.name(of: "子订单编号", "子订单号") {
                throw .rowsAreItems(column: column)
            }
            id = try finder.needed("订单编号", "订单号")
            state = try finder.needed("订单状态", "交易状态")
            placedAt = try finder.needed("订单创建时间", "下单时间", "买家下单时间", "拍下时间")
            paid = try finder.needed("买家实际支付金额", "买家实付金额", "买家实付", "实付金额", "支付金额")
            paidAt = try finder.perhaps("订单付款时间", "付款时间", "买家付款时间")
            shippedAt = try finder.perhaps("发货时间")
            confirmedAt = try finder.perhaps("确认收货时间")
            goods = try finder.perhaps("买家应付货款", "应付货款")
            postage = try finder.perhaps("买家应付邮费", "邮费", "运费")
            total = try finder.perhaps("总金额", "订单总金额")
            refunded = try finder.perhaps("退款金额")
            pointsPaid = try finder.perhaps("买家实际支付积分", "买家支付积分")
            pointsGiven = try finder.perhaps("返点积分")
            nick = try finder.perhaps("买家会员名", "买家昵称", "买家旺旺", "买家")
            account = try finder.perhaps("买家支付宝账号", "支付宝账号")
            receiver = try finder.perhaps("收货人姓名", "收货人", "收件人")
            address = try finder.perhaps("收货地址", "收件地址")
            changedAddress = try finder.perhaps("修改后的收货地址")
            phone = try finder.perhaps("联系电话")
            mobile = try finder.perhaps("联系手机", "手机号", "手机")
            method = try finder.perhaps("运送方式")
            carrier = try finder.perhaps("物流公司", "快递公司")
            tracking = try finder.perhaps("物流单号", "运单号", "快递单号")
            titles = try finder.perhaps("宝贝标题", "商品标题")
            variants = try finder.perhaps("商品属性SKU", "商品属性", "宝贝规格", "修改后的sku")
            kinds = try finder.perhaps("宝贝种类", "商品种类")
            pieces = try finder.perhaps("宝贝总数量", "商品总数量", "购买数量")
            message = try finder.perhaps("买家留言")
            memo = try finder.perhaps("订单备注", "商家备注", "卖家备注")
            closeReason = try finder.perhaps("订单关闭原因", "关闭原因")
            shop = try finder.perhaps("店铺名称")
        }
    }

    /// The platform's words for a state over the years, its codes, and cash on delivery.
    static let states: [(words: String, state: ImportedOrder.State)] = [
        ("等待买家付款", .waitPay), ("等待付款", .waitPay), ("待付款", .waitPay),
        ("没有创建支付宝交易", .waitPay), ("等待买家确认货到付款订单信息", .waitPay),
        ("WAIT_BUYER_PAY", .waitPay), ("TRADE_NO_CREATE_PAY", .waitPay),
        ("买家已付款，等待卖家发货", .waitShip), ("买家已付款", .waitShip), ("等待卖家发货", .waitShip),
        ("等待发货", .waitShip), ("待发货", .waitShip), ("买家已确认，等待卖家发货", .waitShip),
        ("WAIT_SELLER_SEND_GOODS", .waitShip),
        ("卖家部分发货", .partShipped), ("部分发货", .partShipped),
        ("SELLER_CONSIGNED_PART", .partShipped),
        ("卖家已发货，等待买家确认", .shipped), ("卖家已发货，等待买家确认收货", .shipped),
        ("卖家已发货，等待买家确认收货并付款", .shipped), ("卖家已发货", .shipped), ("已发货", .shipped),
        ("等待买家确认", .shipped), ("等待买家确认收货", .shipped), ("待收货", .shipped),
        ("买家已签收", .shipped), ("买家已签收，回款至卖家", .shipped),
        ("WAIT_BUYER_CONFIRM_GOODS", .shipped), ("TRADE_BUYER_SIGNED", .shipped),
        ("交易成功", .done), ("交易完成", .done), ("已完成", .done), ("TRADE_FINISHED", .done),
        ("交易关闭", .closed), ("已关闭", .closed), ("交易被淘宝关闭", .closed),
        ("付款以后用户退款成功，交易自动关闭", .closed), ("付款以前，卖家或买家主动关闭交易", .closed),
        ("TRADE_CLOSED", .closed), ("TRADE_CLOSED_BY_TAOBAO", .closed),
    ]
}
