import Engine

extension DeskCommand {
    static let customerCommands: [DeskCommand] = [
        DeskCommand(
            "add-tag", keys: ["Alt-T"], title: Bilingual(zh: "打标签", en: "Add a tag"),
            help: Bilingual(
                zh: "写上标签名和有效期，下一位客服也看得见",
                en: "A word and how long it holds; the next agent sees it too"),
            group: .customer, when: withTalk
        ) { $0.openTag() },
        DeskCommand(
            "remove-tag", keys: ["Alt-Shift-T"],
            title: Bilingual(zh: "去掉标签", en: "Remove a tag"),
            help: Bilingual(zh: "打字选要去掉的标签", en: "Choose by typing"),
            group: .customer, when: withTalk
        ) { $0.openUntag() },
        DeskCommand(
            "customer-note", keys: ["Alt-Shift-P"],
            title: Bilingual(zh: "客户备注", en: "Note on the customer"),
            help: Bilingual(
                zh: "记在客户档案里，以后的会话也看得见",
                en: "Kept in the customer’s file, for later conversations too"),
            group: .customer, when: withTalk
        ) { $0.openCustomerNote() },
        DeskCommand(
            "give-coupon", title: Bilingual(zh: "送优惠券", en: "Give a coupon"),
            help: Bilingual(
                zh: "放进顾客的券包", en: "Puts it into the customer’s purse"),
            group: .customer, when: withTalk
        ) { $0.openGiveCoupon() },
        DeskCommand(
            "make-promise", keys: ["Alt-W"], title: Bilingual(zh: "记承诺", en: "Promise"),
            help: Bilingual(
                zh: "答应了什么、几点前；到点前提醒，逾期记为失信",
                en: "What and by when; shown until it is due, broken when it is not done"),
            group: .customer, when: withOpenTalk
        ) { $0.openPromise() },
        DeskCommand(
            "open-ticket", keys: ["Alt-Shift-W"], title: Bilingual(zh: "提工单", en: "Open a ticket"),
            help: Bilingual(
                zh: "交给仓库、快递、财务等部门，写清要什么",
                en: "Asks the warehouse, carrier, finance … and says what is needed"),
            group: .customer, when: withOpenTalk
        ) { $0.openTicket() },
        DeskCommand(
            "find-customer", keys: ["Alt-;"], title: Bilingual(zh: "找顾客", en: "Find a customer"),
            help: Bilingual(
                zh: "打名字或账号的一部分，转到那段会话",
                en: "By a part of name or account; turns to that conversation"),
            group: .customer, when: withShift
        ) { $0.openFindCustomer() },
    ]
}
