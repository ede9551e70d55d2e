import Engine
import Testing

@Suite struct `The channels` {
    /// The customer of the sample shop, writing on some channel.
    private func counter(_ channel: Conversation.Channel) throws -> Counter {
        var counter = Counter()
        try counter.send(
            .openConversation(
                customer: "b1", channel: channel, stage: .afterSale, order: nil, mood: 60),
            by: .buyer("b1"))
        try counter.send(.say(conversation: "c1", text: "衣服破了"), by: .buyer("b1"))
        return counter
    }

    @Test(arguments: [Conversation.Channel.email, .form, .phone, .video])
    func `what left as a letter or was said aloud cannot be taken back`(
        channel: Conversation.Channel
    ) throws {
        var counter = try counter(channel)
        try counter.send(.reply(conversation: "c1", text: "您好"))
        #expect(counter.refusal(.recall(message: MessageID(2))) == .noRecall(channel))
    }

    @Test(arguments: [Conversation.Channel.taobao, .group, .post])
    func `what was typed can be taken back`(channel: Conversation.Channel) throws {
        var counter = try counter(channel)
        try counter.send(.reply(conversation: "c1", text: "您好"))
        try counter.send(.recall(message: MessageID(2)))
    }

    @Test func `a telephone shows no cards, and a group no orders`() throws {
        let phone = try counter(.phone)
        #expect(
            phone.refusal(.sendCard(conversation: "c1", card: .product("dress-M")))
                == .noCards(.phone))
        let group = try counter(.group)
        #expect(
            group.refusal(.sendCard(conversation: "c1", card: .order("o1")))
                == .othersReadAlong(.group))
    }

    @Test func `others join in only where they read along, and start no clock`() throws {
        var post = try counter(.post)
        try post.send(.reply(conversation: "c1", text: "正在查"))
        let remark = Command.joinIn(conversation: "c1", name: "阿杰", text: "我也是")
        try post.send(remark, by: .buyer("b1"))
        #expect(post.shop.conversations["c1"]?.messages.last?.author == .bystander("阿杰"))
        #expect(post.shop.conversations["c1"]?.waitingSince == nil)
        let chat = try counter(.taobao)
        #expect(chat.refusal(remark, by: .buyer("b1")) == .nobodyReadsAlong(.taobao))
    }

    @Test func `a photo starts the clock and shows what is on it once it is opened`() throws {
        var counter = try counter(.taobao)
        try counter.send(.reply(conversation: "c1", text: "请拍张照片"))
        let photo = Engine.Attachment(kind: .photo, name: "袖子.jpg", shows: "左袖有一道三厘米的口子")
        try counter.send(.show(conversation: "c1", attachment: photo), by: .buyer("b1"))
        let talk = try #require(counter.shop.conversations["c1"])
        #expect(talk.waitingSince == counter.shop.now)
        let message = try #require(talk.attachments.first)
        #expect(talk.opened.isEmpty)
        try counter.send(.look(conversation: "c1", at: .attachment(message)))
        #expect(counter.shop.conversations["c1"]?.opened == [message])
        #expect(
            counter.refusal(.look(conversation: "c1", at: .attachment(MessageID(1))))
                == .noSuchMessage(MessageID(1)))
    }

    @Test func `sends the shop's own files and no others`() throws {
        var counter = try counter(.taobao)
        #expect(
            counter.refusal(.sendCard(conversation: "c1", card: .file("尺码表.png")))
                == .noSuchFile(name: "尺码表.png", nearest: nil))
        var fixture = SampleShop.fixture()
        fixture.files = [Engine.Attachment(kind: .paper, name: "尺码表.png", shows: "S 到 XL")]
        counter = Counter(Shop(fixture))
        try counter.send(
            .openConversation(
                customer: "b1", channel: .web, stage: .preSale, order: nil, mood: 60),
            by: .buyer("b1"))
        try counter.send(.sendCard(conversation: "c1", card: .file("尺码表.png")))
        #expect(
            counter.refusal(.sendCard(conversation: "c1", card: .file("尺码表.jpg")))
                == .noSuchFile(name: "尺码表.jpg", nearest: "尺码表.png"))
    }

    @Test(arguments: [
        Engine.Attachment(kind: .photo, name: "a:b.jpg", shows: "两行\n都在"),
        Engine.Attachment(kind: .film, name: "开箱", shows: ""),
    ])
    func `an attachment is written and read back`(attachment: Engine.Attachment) {
        #expect(Engine.Attachment(code: attachment.code) == attachment)
    }
}
