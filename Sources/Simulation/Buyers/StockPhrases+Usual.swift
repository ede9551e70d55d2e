extension StockPhrases {
    /// What customers say in a chat where a pack brings no words of its own.
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
            zh: ["说好的时间过了，事儿呢？", "时间早过了，怎么还没动静", "你们说话不算数的吗？"],
            en: [
                "The time you gave has passed. Well?", "That was due by now, you said",
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
            ]),
        wantsPerson: Wordings(
            zh: ["转人工", "我要人工客服", "你是机器人吧，转人工", "别发这些了，找个人来"],
            en: [
                "Can I talk to a human?", "A real person, please",
                "You're a bot, aren't you? Human!",
                "That's not it. Get me a person",
            ]))

    /// Whole sentences, as one writes to somebody who will read it tomorrow.
    public static let letters = changed(
        misunderstood: (
            [
                "您好，上一封回信我没看明白，请再具体说明一下。", "您好，回信里好像没有答到我的问题，麻烦再看一下。",
                "抱歉，我不太理解您的意思，能否说得具体些？",
            ],
            [
                "Hello, I am afraid I did not understand your reply. Could you be more specific?",
                "Your answer does not seem to address my question. Please have another look.",
                "Sorry, I do not follow. Could you explain what happens next?",
            ]
        ),
        nudges: (
            ["您好，前一封信还没有收到回复，请问处理得怎样了？", "再次来信询问此事的进展，盼复。", "至今没有收到答复，请尽快处理。"],
            [
                "I have not had an answer to my last message. Is there any news?",
                "I am writing again about the matter below. Please reply.",
                "Still no reply. I would like this dealt with.",
            ]
        ),
        unanswered: (
            ["谢谢来信，但是我问的事还没有答复。", "您的回信很客气，可问题还在，请告知具体怎么处理。"],
            [
                "Thank you for writing, but my question is still open.",
                "A kind letter, but what will actually be done? Please let me know.",
            ]
        ),
        thanks: (
            ["收到，谢谢您的答复。", "已阅，感谢处理，祝好。"],
            ["Received, thank you for your answer.", "Thanks for sorting this out. Best wishes"]
        ),
        givesUp: (
            ["一直没有回音，我另想办法了。", "这件事我会向平台反映。"],
            ["As nobody answers, I shall look elsewhere.", "I will take this to the platform."]
        ),
        promiseBroken: (
            ["您信里说的时间已经过了，仍没有消息，请说明。", "上次承诺的答复没有等到。"],
            [
                "The date in your letter has passed and I have heard nothing.",
                "I am still waiting for the reply you promised.",
            ]
        ))

    /// Others read along: one appeals to them, too.
    public static let openTalk = changed(
        misunderstood: (
            ["没看懂，大家看懂了吗？", "@客服 说的是我这个事吗？", "什么意思，能说人话吗"],
            [
                "Didn't get that, did anyone?", "@shop is that about my case?",
                "Meaning what, exactly?",
            ]
        ),
        nudges: (
            ["@客服 有人管吗？", "顶一下，还没人回", "大家看看，这都多久了"],
            ["@shop anybody?", "Bump. Still no answer", "Look how long this has been sitting here"]
        ),
        unanswered: (
            ["光说好听的，问题呢？", "@客服 那我的事怎么办？"],
            ["Nice words. And my problem?", "@shop so what happens with my case?"]
        ),
        thanks: (
            ["好的，谢谢客服，解决了", "处理了，给个好评，谢谢"],
            ["Sorted, thanks to the shop", "They dealt with it, thanks"]
        ),
        givesUp: (
            ["没人管，大家慎重", "就这样吧，以后不来了"],
            ["Nobody answers. Be warned, everyone", "That's it, not coming back"]
        ),
        promiseBroken: (
            ["说好的时间过了，大家都看着呢", "@客服 承诺的事呢？"],
            ["The time they gave has passed, you all saw it", "@shop what about your promise?"]
        ))

    /// Said aloud.
    public static let spoken = changed(
        misunderstood: (
            ["啊？您再说一遍？", "等等，我没听明白。", "不是，我问的不是这个。"],
            [
                "Sorry, what was that?", "Hang on, I didn't get that.",
                "No, that's not what I asked.",
            ]
        ),
        nudges: (
            ["喂？听得到吗？", "喂，还在吗？", "怎么没声音了？"],
            ["Hello? Can you hear me?", "Are you still there?", "It's gone quiet. Hello?"]
        ),
        unanswered: (
            ["那到底怎么办呢？", "您说的我都听见了，可我的事呢？"],
            ["So what do we do now?", "I hear you, but what about my problem?"]
        ),
        thanks: (
            ["行，那谢谢您啊，再见。", "好，清楚了，谢谢。"],
            ["All right, thank you. Bye.", "That's clear, thanks a lot."]
        ),
        givesUp: (
            ["算了，我挂了。", "一直没人说话，挂了啊。"],
            ["Never mind, I'm hanging up.", "Nobody's talking. Goodbye."]
        ),
        promiseBroken: (
            ["您上回电话里说的时间已经过了。", "说好给我回电话的呢？"],
            ["The time you gave me on the phone has passed.", "You were going to call me back."]
        ))

    private typealias Both = (zh: [String], en: [String])

    /// The rest is said in any way of talking as in a chat.
    private static func changed(
        misunderstood: Both, nudges: Both, unanswered: Both, thanks: Both, givesUp: Both,
        promiseBroken: Both
    ) -> StockPhrases {
        func wordings(_ both: Both) -> Wordings { Wordings(zh: both.zh, en: both.en) }
        return StockPhrases(
            misunderstood: wordings(misunderstood), nudges: wordings(nudges),
            unanswered: wordings(unanswered), thanks: wordings(thanks),
            givesUp: wordings(givesUp), promiseBroken: wordings(promiseBroken),
            offended: usual.offended, otherOrder: usual.otherOrder, wantsPerson: usual.wantsPerson)
    }
}
