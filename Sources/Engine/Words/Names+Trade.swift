// The trade's words for after-sales, roads, reviews and customers, as Docs/Vocabulary.md lists them.

extension AfterSale.State.Name {
    public var name: Bilingual {
        switch self {
        case .waitSeller: Bilingual(zh: "待商家处理", en: "waits for the shop")
        case .waitBuyerReply: Bilingual(zh: "待买家回应协商", en: "waits for the buyer’s answer")
        case .refused: Bilingual(zh: "商家已拒绝", en: "refused by the shop")
        case .waitReturn: Bilingual(zh: "待买家退货", en: "waits for the goods")
        case .waitCheck: Bilingual(zh: "待商家验货", en: "goods to be checked")
        case .returnDisputed: Bilingual(zh: "退货有争议", en: "return disputed")
        case .waitConsign: Bilingual(zh: "待商家发出", en: "to be sent out")
        case .waitBuyerConfirm: Bilingual(zh: "待买家确认", en: "waits for the buyer to confirm")
        case .atPlatform: Bilingual(zh: "平台处理中", en: "with the platform")
        case .done: Bilingual(zh: "已完成", en: "settled")
        case .withdrawn: Bilingual(zh: "买家已撤销", en: "withdrawn by the buyer")
        case .closed: Bilingual(zh: "已关闭", en: "closed")
        }
    }
}

extension AfterSale.RefusalReason {
    public var name: Bilingual {
        switch self {
        case .onItsWay: Bilingual(zh: "已按时发货，正在运输", en: "shipped in time and moving")
        case .delivered: Bilingual(zh: "已签收", en: "already delivered")
        case .noDefect: Bilingual(zh: "看不出问题，请补照片", en: "no defect seen, photo needed")
        case .specialGoods: Bilingual(zh: "特殊商品", en: "goods excluded from returns")
        case .wrongReturnNumber: Bilingual(zh: "退货单号不对", en: "wrong return number")
        case .resaleHarmed: Bilingual(zh: "影响二次销售", en: "cannot be sold again")
        case .wrongItemReturned: Bilingual(zh: "退回的不是原物", en: "other goods came back")
        case .partsMissing: Bilingual(zh: "退回缺件或空包", en: "parts missing or empty")
        case .untrueReason: Bilingual(zh: "申请原因不实", en: "the stated reason is untrue")
        case .buyerAgreed: Bilingual(zh: "买家同意撤销", en: "the buyer agreed to withdraw")
        }
    }
}

extension AfterSale.Freight.Payer {
    public var name: Bilingual {
        switch self {
        case .nobody: Bilingual(zh: "无运费", en: "no freight")
        case .buyer: Bilingual(zh: "买家承担", en: "paid by the buyer")
        case .seller: Bilingual(zh: "商家承担", en: "paid by the shop")
        case .insurer: Bilingual(zh: "运费险", en: "freight insurance")
        }
    }
}

extension AfterSale.Verdict.Outcome {
    public var name: Bilingual {
        switch self {
        case .refund: Bilingual(zh: "支持买家，退款", en: "for the buyer: refund")
        case .returnRefund: Bilingual(zh: "支持买家，退货退款", en: "for the buyer: return and refund")
        case .forSeller: Bilingual(zh: "支持商家", en: "for the shop")
        }
    }
}

extension AfterSale.Dispute.Status {
    public var name: Bilingual {
        switch self {
        case .none: Bilingual(zh: "未介入", en: "none")
        case .requested: Bilingual(zh: "买家申请介入", en: "requested")
        case .inProgress: Bilingual(zh: "介入中", en: "in progress")
        case .firstReview: Bilingual(zh: "初审", en: "first review")
        case .reviewFailed: Bilingual(zh: "初审不通过", en: "review failed")
        case .done: Bilingual(zh: "处理完成", en: "done")
        case .withdrawn: Bilingual(zh: "已撤回", en: "withdrawn")
        case .forBuyer: Bilingual(zh: "判买家", en: "for the buyer")
        case .forSeller: Bilingual(zh: "判商家", en: "for the shop")
        case .evidenceOpen: Bilingual(zh: "举证中", en: "evidence open")
        case .appealOpen: Bilingual(zh: "申诉中", en: "appeal open")
        }
    }
}

extension Evidence.Kind {
    public var name: Bilingual {
        switch self {
        case .photo: Bilingual(zh: "照片", en: "photo")
        case .video: Bilingual(zh: "视频", en: "video")
        case .weight: Bilingual(zh: "称重记录", en: "weight")
        case .chat: Bilingual(zh: "聊天记录", en: "chat")
        case .page: Bilingual(zh: "商品页快照", en: "product page")
        case .tracking: Bilingual(zh: "物流记录", en: "tracking")
        case .inspection: Bilingual(zh: "质检报告", en: "inspection report")
        case .authorisation: Bilingual(zh: "授权书", en: "authorisation")
        case .statement: Bilingual(zh: "书面说明", en: "statement")
        }
    }
}

extension AfterSale.RedLine {
    public var name: Bilingual {
        switch self {
        case .falseReason: Bilingual(zh: "售后原因不实", en: "false reason")
        case .rightRefused: Bilingual(zh: "拒绝法定权利", en: "legal right refused")
        }
    }
}

extension AfterSaleRules.Ground {
    public var name: Bilingual {
        switch self {
        case .unshipped: Bilingual(zh: "还没发货", en: "nothing has been shipped")
        case .noReason: Bilingual(zh: "7天无理由", en: "the seven-day right")
        }
    }
}

extension Cut.Kind {
    public var name: Bilingual {
        switch self {
        case .item: Bilingual(zh: "单品优惠", en: "item price")
        case .shop: Bilingual(zh: "店铺满减", en: "shop discount")
        case .coupon: Bilingual(zh: "优惠券", en: "coupon")
        case .crossShop: Bilingual(zh: "跨店满减", en: "cross-shop discount")
        case .redPacket: Bilingual(zh: "红包", en: "red packet")
        case .deposit: Bilingual(zh: "定金膨胀", en: "deposit bonus")
        case .manual: Bilingual(zh: "改价", en: "price change")
        }
    }
}

extension Invoice.Kind {
    public var name: Bilingual {
        switch self {
        case .ordinary: Bilingual(zh: "电子普通发票", en: "ordinary e-invoice")
        case .special: Bilingual(zh: "增值税专用发票", en: "VAT special invoice")
        }
    }
}

extension Parcel.Fault {
    public var name: Bilingual {
        switch self {
        case .notReceived: Bilingual(zh: "显示签收但没收到", en: "signed for, not received")
        case .leftUnasked: Bilingual(zh: "未经同意放柜或驿站", en: "left at a locker unasked")
        case .damaged: Bilingual(zh: "破损", en: "damaged")
        case .wrongItem: Bilingual(zh: "发错货", en: "wrong item")
        case .missingPart: Bilingual(zh: "少件", en: "part missing")
        case .empty: Bilingual(zh: "空包裹", en: "empty")
        }
    }
}

extension Product.Returns {
    public var name: Bilingual {
        switch self {
        case .sevenDays: Bilingual(zh: "支持7天无理由", en: "seven-day return")
        case .customMade: Bilingual(zh: "定作商品", en: "made to order")
        case .perishable: Bilingual(zh: "鲜活易腐", en: "perishable")
        case .digital: Bilingual(zh: "数字化商品", en: "digital goods")
        case .press: Bilingual(zh: "报纸期刊", en: "newspapers, magazines")
        case .agreedUnsuitable: Bilingual(zh: "购买时确认不退", en: "no returns, agreed at purchase")
        }
    }
}

extension Review.Grade {
    public var name: Bilingual {
        switch self {
        case .good: Bilingual(zh: "好评", en: "good")
        case .medium: Bilingual(zh: "中评", en: "medium")
        case .bad: Bilingual(zh: "差评", en: "bad")
        }
    }
}

extension Review.Abuse {
    public var name: Bilingual {
        switch self {
        case .extortion: Bilingual(zh: "敲诈", en: "extortion")
        case .competitor: Bilingual(zh: "同行", en: "competitor")
        case .spam: Bilingual(zh: "广告", en: "spam")
        }
    }
}

extension Campaign.Kind {
    public var name: Bilingual {
        switch self {
        case .message: Bilingual(zh: "营销消息", en: "marketing message")
        case .announcement: Bilingual(zh: "服务通知", en: "announcement")
        case .survey: Bilingual(zh: "小调查", en: "survey")
        }
    }
}

extension Campaign.Skipped.Why {
    public var name: Bilingual {
        switch self {
        case .noConsent: Bilingual(zh: "未同意接收", en: "no consent")
        case .optedOut: Bilingual(zh: "已退订", en: "opted out")
        case .tooSoon: Bilingual(zh: "间隔太短", en: "too soon after the last")
        case .blacklisted: Bilingual(zh: "黑名单", en: "blacklisted")
        }
    }
}

extension Customer.Consent.State {
    public var name: Bilingual {
        switch self {
        case .unasked: Bilingual(zh: "未询问", en: "not asked")
        case .given: Bilingual(zh: "已同意", en: "given")
        case .refused: Bilingual(zh: "已退订", en: "refused")
        }
    }
}

extension Ticket.Kind {
    public var name: Bilingual {
        switch self {
        case .request: Bilingual(zh: "请求", en: "request")
        case .summary: Bilingual(zh: "问题整理", en: "problem summary")
        }
    }
}

extension Operation {
    public var name: Bilingual {
        switch self {
        case .submit: Bilingual(zh: "下单", en: "order")
        case .pay: Bilingual(zh: "付款", en: "pay")
        case .payDeposit: Bilingual(zh: "付定金", en: "pay the deposit")
        case .payBalance: Bilingual(zh: "付尾款", en: "pay the balance")
        case .forfeitDeposit: Bilingual(zh: "罚没定金", en: "forfeit the deposit")
        case .returnDeposit: Bilingual(zh: "退还定金", en: "return the deposit")
        case .cancel: Bilingual(zh: "取消订单", en: "cancel")
        case .closeUnpaid: Bilingual(zh: "关闭未付款订单", en: "close unpaid")
        case .completeGroup: Bilingual(zh: "成团", en: "complete the group")
        case .failGroup: Bilingual(zh: "拼团失败", en: "give the group up")
        case .ship: Bilingual(zh: "发货", en: "ship")
        case .confirmReceipt: Bilingual(zh: "确认收货", en: "confirm receipt")
        case .extendReceipt: Bilingual(zh: "延长收货", en: "extend receipt")
        case .changeAddress: Bilingual(zh: "改地址", en: "change the address")
        case .reprice: Bilingual(zh: "改价", en: "change the price")
        case .changeItem: Bilingual(zh: "换款", en: "change the item")
        case .changePayment: Bilingual(zh: "换支付方式", en: "change the payment")
        case .merge: Bilingual(zh: "合并发货", en: "merge orders")
        case .moveShipDate: Bilingual(zh: "改发货时间", en: "move the shipping date")
        case .memo: Bilingual(zh: "备注", en: "memo")
        case .nudge: Bilingual(zh: "催付", en: "payment nudge")
        case .urge: Bilingual(zh: "催仓库", en: "urge the warehouse")
        case .reportShortage: Bilingual(zh: "报缺货", en: "report a shortage")
        case .requestInvoice: Bilingual(zh: "申请发票", en: "ask for an invoice")
        case .issueInvoice: Bilingual(zh: "开发票", en: "issue an invoice")
        case .refund: Bilingual(zh: "仅退款", en: "refund")
        case .returnRefund: Bilingual(zh: "退货退款", en: "return and refund")
        case .exchange: Bilingual(zh: "换货", en: "exchange")
        case .repair: Bilingual(zh: "维修", en: "repair")
        case .reship: Bilingual(zh: "补寄", en: "send again")
        case .priceProtection: Bilingual(zh: "价保", en: "price protection")
        case .compensate: Bilingual(zh: "小额补偿", en: "compensate")
        case .refusedParcel: Bilingual(zh: "拒收退款", en: "refund a refused parcel")
        case .voidParcel: Bilingual(zh: "运单作废", en: "void the label")
        case .intercept: Bilingual(zh: "改址拦截", en: "intercept")
        case .reportParcel: Bilingual(zh: "包裹异常", en: "report a parcel")
        case .claim: Bilingual(zh: "快递理赔", en: "claim from the carrier")
        case .review: Bilingual(zh: "评价", en: "review")
        }
    }
}

extension Scan.Code {
    public var name: Bilingual {
        switch self {
        case .inTransit: Bilingual(zh: "在途", en: "in transit")
        case .pickedUp: Bilingual(zh: "揽收", en: "picked up")
        case .problem: Bilingual(zh: "疑难", en: "problem")
        case .signed: Bilingual(zh: "签收", en: "signed for")
        case .returnedSigned: Bilingual(zh: "退签", en: "return signed")
        case .outForDelivery: Bilingual(zh: "派件", en: "out for delivery")
        case .returning: Bilingual(zh: "退回", en: "returning")
        case .handedOver: Bilingual(zh: "转投", en: "handed to another carrier")
        case .customs: Bilingual(zh: "清关", en: "customs")
        case .refused: Bilingual(zh: "拒签", en: "refused")
        case .ordered: Bilingual(zh: "已下单", en: "label ordered")
        case .awaitingPickUp: Bilingual(zh: "待揽收", en: "awaiting pick-up")
        case .collected: Bilingual(zh: "已揽收", en: "collected")
        case .atDestination: Bilingual(zh: "到达派件城市", en: "at the destination city")
        case .onTrunk: Bilingual(zh: "干线运输", en: "on the trunk line")
        case .forwarded: Bilingual(zh: "转递", en: "forwarded")
        case .atLocker: Bilingual(zh: "投柜或驿站", en: "at a locker or station")
        case .signedInPerson: Bilingual(zh: "本人签收", en: "signed in person")
        case .signedAfterProblem: Bilingual(zh: "派件异常后签收", en: "signed after a problem")
        case .signedByOther: Bilingual(zh: "代签", en: "signed by someone else")
        case .signedAtLocker: Bilingual(zh: "投柜或驿站签收", en: "collected from a locker")
        case .overdueSignature: Bilingual(zh: "超时未签收", en: "not signed in time")
        case .noUpdate: Bilingual(zh: "超时未更新", en: "no update")
        case .refusalPending: Bilingual(zh: "拒收待确认", en: "refusal pending")
        case .deliveryFailed: Bilingual(zh: "派件异常", en: "delivery failed")
        case .lockerOverdue: Bilingual(zh: "柜或驿站超时未取", en: "left too long at the locker")
        case .unreachable: Bilingual(zh: "无法联系", en: "unreachable")
        case .outOfArea: Bilingual(zh: "超区", en: "out of area")
        case .heldAtStation: Bilingual(zh: "滞留", en: "held at the station")
        case .damaged: Bilingual(zh: "破损", en: "damaged")
        case .cancelled: Bilingual(zh: "销单", en: "cancelled")
        case .labelCancelled: Bilingual(zh: "已销单", en: "label cancelled")
        case .customsPending: Bilingual(zh: "待清关", en: "awaiting customs")
        case .inCustoms: Bilingual(zh: "清关中", en: "in customs")
        case .customsCleared: Bilingual(zh: "已清关", en: "customs cleared")
        case .customsProblem: Bilingual(zh: "清关异常", en: "customs problem")
        }
    }
}

extension Actor {
    public var name: Bilingual {
        switch self {
        case .agent: Bilingual(zh: "客服", en: "agent")
        case .buyer: Bilingual(zh: "买家", en: "buyer")
        case .bot: Bilingual(zh: "机器人", en: "robot")
        case .warehouse: Bilingual(zh: "仓库", en: "warehouse")
        case .carrier: Bilingual(zh: "快递", en: "carrier")
        case .department(let department): department.name
        case .platform: Bilingual(zh: "平台", en: "platform")
        case .instructor: Bilingual(zh: "老师", en: "teacher")
        }
    }
}
