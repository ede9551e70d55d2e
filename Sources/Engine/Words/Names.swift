// The trade's words for the engine's states, as Docs/Vocabulary.md lists them.

extension Order.Status {
    public var name: Bilingual {
        switch self {
        case .waitPay: Bilingual(zh: "待付款", en: "awaiting payment")
        case .depositPaid: Bilingual(zh: "定金已付", en: "deposit paid")
        case .depositForfeit: Bilingual(zh: "定金罚没", en: "deposit forfeited")
        case .grouping: Bilingual(zh: "待成团", en: "waiting for its group")
        case .waitShip: Bilingual(zh: "待发货", en: "to be shipped")
        case .partShipped: Bilingual(zh: "部分发货", en: "partly shipped")
        case .shipped: Bilingual(zh: "待收货", en: "on its way")
        case .signed: Bilingual(zh: "已签收", en: "signed for")
        case .done: Bilingual(zh: "交易成功", en: "completed")
        case .closedUnpaid: Bilingual(zh: "未付款关闭", en: "closed unpaid")
        case .closedRefunded: Bilingual(zh: "已退款", en: "refunded")
        }
    }
}

extension AfterSale.Kind {
    public var name: Bilingual {
        switch self {
        case .refund: Bilingual(zh: "仅退款", en: "refund")
        case .returnRefund: Bilingual(zh: "退货退款", en: "return and refund")
        case .exchange: Bilingual(zh: "换货", en: "exchange")
        case .repair: Bilingual(zh: "维修", en: "repair")
        case .priceProtection: Bilingual(zh: "价保", en: "price protection")
        case .refusedParcel: Bilingual(zh: "拒收退款", en: "refused parcel")
        case .reship: Bilingual(zh: "补寄", en: "reshipment")
        case .compensation: Bilingual(zh: "小额打款", en: "compensation")
        }
    }
}

extension AfterSale.Reason {
    public var name: Bilingual {
        switch self {
        case .changedMind: Bilingual(zh: "不想要了", en: "changed my mind")
        case .wrongOrder: Bilingual(zh: "拍错/多拍", en: "ordered by mistake")
        case .outOfStock: Bilingual(zh: "缺货", en: "out of stock")
        case .lateShipment: Bilingual(zh: "未按约定时间发货", en: "shipped late")
        case .stuckInTransit: Bilingual(zh: "物流长时间未更新", en: "parcel stuck")
        case .missingPart: Bilingual(zh: "少件/漏发", en: "part missing")
        case .damaged: Bilingual(zh: "破损", en: "damaged")
        case .quality: Bilingual(zh: "质量问题", en: "quality")
        case .agreed: Bilingual(zh: "协商一致", en: "agreed with the shop")
        case .couponForgotten: Bilingual(zh: "没用优惠", en: "forgot the discount")
        case .wrongAddress: Bilingual(zh: "地址填错", en: "wrong address given")
        case .noTrack: Bilingual(zh: "物流无记录", en: "no tracking record")
        case .notReceived: Bilingual(zh: "未收到货", en: "not received")
        case .refused: Bilingual(zh: "已拒签", en: "parcel refused")
        case .emptyParcel: Bilingual(zh: "空包裹", en: "empty parcel")
        case .wrongItem: Bilingual(zh: "发错货", en: "wrong item sent")
        case .notAsDescribed: Bilingual(zh: "与描述不符", en: "not as described")
        case .counterfeit: Bilingual(zh: "假冒", en: "counterfeit")
        case .noReason: Bilingual(zh: "7天无理由", en: "seven-day return")
        case .priceFell: Bilingual(zh: "买贵了", en: "price fell after purchase")
        case .other: Bilingual(zh: "其他", en: "other")
        }
    }
}

extension Order.CloseReason {
    public var name: Bilingual {
        switch self {
        case .notPaidInTime: Bilingual(zh: "未及时付款", en: "not paid in time")
        case .buyerDeclined: Bilingual(zh: "买家不想买", en: "buyer declined")
        case .wrongDetails: Bilingual(zh: "信息填错，重拍", en: "wrong details, reorder")
        case .outOfStock: Bilingual(zh: "缺货", en: "out of stock")
        case .wrongItem: Bilingual(zh: "拍错", en: "wrong item")
        case .suspicious: Bilingual(zh: "恶意或同行", en: "suspicious")
        case .metInPerson: Bilingual(zh: "同城见面交易", en: "met in person")
        case .groupFailed: Bilingual(zh: "未成团", en: "group not filled")
        }
    }
}

extension Memo.Flag {
    public var name: Bilingual {
        switch self {
        case .grey: Bilingual(zh: "灰", en: "grey")
        case .red: Bilingual(zh: "红", en: "red")
        case .yellow: Bilingual(zh: "黄", en: "yellow")
        case .green: Bilingual(zh: "绿", en: "green")
        case .blue: Bilingual(zh: "蓝", en: "blue")
        case .pink: Bilingual(zh: "粉", en: "pink")
        }
    }
}

extension Conversation.Stage {
    public var name: Bilingual {
        switch self {
        case .preSale: Bilingual(zh: "售前", en: "pre-sale")
        case .order: Bilingual(zh: "售中", en: "order")
        case .afterSale: Bilingual(zh: "售后", en: "after-sale")
        }
    }
}

extension Conversation.Channel {
    public var name: Bilingual {
        switch self {
        case .taobao: Bilingual(zh: "淘宝", en: "Taobao")
        case .jd: Bilingual(zh: "京东", en: "JD")
        case .pdd: Bilingual(zh: "拼多多", en: "PDD")
        case .wechatShop: Bilingual(zh: "微信小店", en: "WeChat Shop")
        case .web: Bilingual(zh: "网店", en: "web shop")
        case .email: Bilingual(zh: "邮件", en: "e-mail")
        case .form: Bilingual(zh: "表单", en: "form")
        case .group: Bilingual(zh: "社群", en: "group chat")
        case .post: Bilingual(zh: "帖子", en: "community post")
        case .phone: Bilingual(zh: "电话", en: "phone")
        case .video: Bilingual(zh: "视频", en: "video")
        }
    }
}

extension Department {
    public var name: Bilingual {
        switch self {
        case .warehouse: Bilingual(zh: "仓库", en: "warehouse")
        case .carrier: Bilingual(zh: "快递", en: "carrier")
        case .finance: Bilingual(zh: "财务", en: "finance")
        case .product: Bilingual(zh: "产品", en: "product")
        case .legal: Bilingual(zh: "法务", en: "legal")
        case .supervisor: Bilingual(zh: "主管", en: "supervisor")
        }
    }
}

extension PaymentMethod {
    public var name: Bilingual {
        switch self {
        case .card: Bilingual(zh: "银行卡", en: "card")
        case .eWallet: Bilingual(zh: "电子钱包", en: "e-wallet")
        case .onlineBank: Bilingual(zh: "网上银行", en: "online bank")
        case .escrow: Bilingual(zh: "第三方担保", en: "third-party escrow")
        case .mobile: Bilingual(zh: "移动支付", en: "mobile payment")
        case .giftCard: Bilingual(zh: "礼品卡", en: "gift card")
        case .redPacket: Bilingual(zh: "红包", en: "red packet")
        }
    }
}

extension Customer.Level {
    public var name: Bilingual {
        switch self {
        case .store: Bilingual(zh: "店铺客户", en: "store customer")
        case .regular: Bilingual(zh: "普通会员", en: "regular")
        case .senior: Bilingual(zh: "高级会员", en: "senior")
        case .vip: Bilingual(zh: "VIP", en: "VIP")
        case .supreme: Bilingual(zh: "至尊VIP", en: "supreme VIP")
        }
    }
}
