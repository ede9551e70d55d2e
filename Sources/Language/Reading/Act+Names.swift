public import Engine

extension Act {
    /// What the trade calls it.
    public var name: Engine.Bilingual {
        let (zh, en): (String, String) =
            switch self {
            case .greet: ("问候", "greets")
            case .thank: ("致谢", "thanks")
            case .empathise: ("共情", "empathises")
            case .apologise: ("致歉", "apologises")
            case .own: ("担责", "takes responsibility")
            case .close: ("告别", "says goodbye")
            case .inviteReview: ("邀评", "asks for a review")
            case .probe: ("探询需求", "asks about the need")
            case .askIdentity: ("核实身份", "asks who it is")
            case .askOrderNumber: ("要订单号", "asks for the order number")
            case .askReason: ("问原因", "asks why")
            case .askPhoto: ("要照片", "asks for a photo")
            case .askChoice: ("让顾客选", "asks which")
            case .confirmOrder: ("核对", "reads back to confirm")
            case .askMore: ("还有别的吗", "asks for anything else")
            case .inform: ("告知", "informs")
            case .explain: ("解释", "explains")
            case .instruct: ("指引步骤", "gives a step")
            case .recommend: ("推荐", "recommends")
            case .offer: ("给方案", "offers")
            case .upsell: ("搭售", "upsells")
            case .nudge: ("催付", "nudges to pay")
            case .agree: ("同意", "agrees")
            case .refuse: ("拒绝", "refuses")
            case .reportDone: ("告知已办", "says it is done")
            case .promise: ("承诺", "promises")
            case .askWait: ("请稍等", "asks to wait")
            case .willReport: ("说会反馈", "says it is passed on")
            case .handOver: ("转接", "hands over")
            case .blame: ("推责", "blames")
            case .pressure: ("施压", "pushes")
            case .warn: ("警告", "warns")
            }
        return Engine.Bilingual(zh: zh, en: en)
    }
}

extension Fault.Kind {
    /// What the trade calls it.
    public var name: Engine.Bilingual {
        let (zh, en): (String, String) =
            switch self {
            case .taboo: ("服务禁语", "service taboo")
            case .superlative: ("极限词", "superlative")
            case .overPromise: ("过度承诺", "over-promise")
            case .offPlatform: ("站外联系或交易", "off the platform")
            case .privacyLeak: ("泄露隐私", "privacy leak")
            case .paidReview: ("有偿评价", "paid review")
            case .insult: ("辱骂", "insult")
            case .medicalClaim: ("医疗功效", "medical claim")
            case .falseReason: ("诱导假理由", "false reason")
            case .disparage: ("贬低同行", "runs down a rival")
            case .curt: ("敷衍", "curt")
            case .platformRule: ("平台禁语", "the platform's rule")
            }
        return Engine.Bilingual(zh: zh, en: en)
    }
}

extension PromiseFound.Deed {
    /// What will be done, in the words of the trade.
    public var name: Engine.Bilingual {
        let (zh, en): (String, String) =
            switch self {
            case .ship: ("发货", "ship")
            case .reship: ("补发", "send again")
            case .pay: ("打款", "pay")
            case .reply: ("回复", "reply")
            case .visit: ("回访", "ask how it went")
            case .arrive: ("送到", "arrive")
            case .chase: ("催件", "chase it up")
            case .handle: ("处理", "handle it")
            }
        return Engine.Bilingual(zh: zh, en: en)
    }
}
