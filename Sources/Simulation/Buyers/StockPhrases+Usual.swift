extension StockPhrases {
    /// What customers say where a pack brings no words of its own.
    public static let usual = StockPhrases(
        misunderstood: Wordings(
            zh: [
                "嗯？没太明白您的意思", "什么意思呀", "不好意思没看懂，能再说一下吗？", "您说的是我这个事吗？",
                "额，我问的不是这个",
            ],
            en: [
                "Sorry, I don't follow", "What do you mean?", "Not sure I get that, say it again?",
                "Is that about my question?", "Um, that's not what I asked",
            ]),
        nudges: Wordings(
            zh: ["在吗？", "人呢", "还在吗？等您回复呢", "怎么没人理我", "？"],
            en: [
                "Hello?", "Anyone there?", "Still waiting...", "Is somebody going to answer?",
                "?",
            ]),
        unanswered: Wordings(
            zh: ["那我的问题呢？", "所以到底怎么弄", "说了半天还是没解决呀", "别光客气，先帮我看看"],
            en: [
                "And my question?", "So what happens now?", "That's kind, but it doesn't help me",
                "Please just look into it",
            ]),
        thanks: Wordings(
            zh: ["好的，谢谢", "谢谢啦", "行，辛苦了", "好嘞，谢谢您"],
            en: ["OK, thanks", "Great, thank you", "Thanks for your help", "Thanks!"]),
        givesUp: Wordings(
            zh: ["算了，不问了", "没人管，走了", "就这服务，拜拜"],
            en: ["Forget it", "Nobody cares, I'm off", "Some service. Bye"]),
        promiseBroken: Wordings(
            zh: ["说好的答复呢？", "时间早过了，怎么还没消息", "你们说话不算数的吗？"],
            en: [
                "You said you'd get back to me", "The time you gave has passed. Any news?",
                "So much for your promise",
            ]),
        offended: Wordings(
            zh: ["你这是什么态度？", "能不能好好说话", "有你这么做客服的吗？", "问一句都不行吗？", "这话说的，听着真不舒服"],
            en: [
                "What kind of attitude is that?", "Is that how you talk to customers?",
                "No need to be rude", "Wow. I only asked", "You could say that more politely",
            ]),
        otherOrder: Wordings(
            zh: ["这不是这一单吧，看着是别的订单", "这是另外一单呀", "不对，这个是别的订单"],
            en: [
                "That's another order, isn't it?", "Not this one, that's a different order",
                "No, that's one of my other orders",
            ]))
}
