import Engine
import Language
import Testing

/// Forbidden words: found in disguise, and silent on innocent uses.
struct FaultTests {
    let shop: Fixture

    init() throws { shop = try Fixture() }

    @Test(arguments: [
        ("这个不归我管", Fault.Kind.taboo), ("您自己看详情页吧", .taboo), ("页面上都有写", .taboo),
        ("都说了多少遍了", .taboo), ("爱买不买", .taboo), ("没办法", .curt), ("你自己当初怎么不看清楚", .taboo),
        ("券不能用就别用", .taboo), ("L也行，随便你", .taboo), ("你去投诉吧", .taboo),
        ("It's on the page, look it up.", .taboo), ("That's not my job.", .taboo),
        ("全网最低价，错过就没了", .superlative), ("这是最好的面料", .superlative),
        ("质量第一，行业顶级", .superlative), ("It's the best quality on the market.", .superlative),
        ("您穿M肯定合适", .overPromise), ("保证明天到", .overPromise), ("绝对没问题", .overPromise),
        ("100%不会掉色", .overPromise), ("It will definitely fit you.", .overPromise),
        ("I guarantee it arrives tomorrow.", .overPromise),
        ("加我微信聊", .offPlatform), ("加我薇❤信 abc123", .offPlatform), ("加 V X 详聊", .offPlatform),
        ("您加下我ＶＸ吧", .offPlatform), ("加我威信给您便宜", .offPlatform), ("微.信转账便宜10块", .offPlatform),
        ("直接转账给我，便宜10块", .offPlatform), ("加個微信吧", .offPlatform),
        ("您这价哪看到的，加我微信我给您更低", .offPlatform),
        ("Add me on WeChat for a discount.", .offPlatform), ("Just pay me directly.", .offPlatform),
        ("您的电话13812345678对吗", .privacyLeak),
        ("地址是杭州市余杭区文一西路98号3幢502室对吧", .privacyLeak),
        ("五星好评返现5元哦", .paidReview), ("麻烦删除差评，退您20元", .paidReview),
        ("Leave a five-star review and we'll send you a gift.", .paidReview),
        ("你是不是傻逼", .insult), ("傻 逼", .insult), ("Are you stupid?", .insult),
        ("买不起就别买", .insult),
        ("这款面霜能治疗痘痘", .medicalClaim), ("It cures acne in a week.", .medicalClaim),
        ("退款原因选不想要了就行", .falseReason), ("申请时别选缺货，选个人原因", .falseReason),
        ("Please choose \"changed my mind\" as the reason.", .falseReason),
        ("隔壁那家都是假货", .disparage), ("Their products are fakes.", .disparage),
        ("哦", .curt), ("嗯。", .curt), ("ok", .curt),
    ])
    func `what must not be said is found`(text: String, kind: Fault.Kind) throws {
        let faults = shop.read(text).faults
        let fault = try #require(faults.first { $0.subject.kind == kind }, "\(faults)")
        #expect(!fault.range.words(in: text).isEmpty)
        #expect(!fault.subject.why.zh.isEmpty && !fault.subject.better.en.isEmpty)
    }

    @Test(arguments: [
        "我们会第一时间给您处理", "您是第一次购买的话建议先看尺码表", "到最后一步点确认就可以了", "最低起订量是10件",
        "支持正品承诺，假一赔三", "这边不能加微信哦，平台不允许的", "微信转账没有保障，咱们就在平台上付款",
        "支持微信支付和支付宝", "不会保证一定能到的哦", "我不敢说绝对合适", "您最好量一下腰围", "最近活动比较多",
        "最新的物流显示在武汉", "最快明天发货", "最晚20号发出", "一定要先量一下哦", "肯定很着急吧，我理解",
        "您是想确认明天一定能到吗？", "红包可以和券一起用", "需要您如实选择退款原因", "请您如实评价",
        "快递员电话是13812345678，您可以联系他", "尾号5678对吗", "收件电话138****5678对吗",
        "退货地址：杭州市余杭区文一西路98号3幢，收件人售后部", "不是药品，不能治疗痘痘，建议咨询医生", "页面尺码表可以参考一下",
        "我不知道您的具体身高，方便说一下吗", "好的，马上帮您查", "在的亲，请问有什么可以帮您", "好的呢",
        "我们不会送红包换好评的", "您的心情我理解，不是您的问题", "七天无理由退货，选对原因就行",
        "包装好了，今天发出", "这款面包机带说明书", "我帮您争取一张优惠券", "这个颜色没有现货了，真的抱歉",
        "谢谢您夸奖，我让师傅多送您朵花", "这是国家级非遗的手工", "通勤两小时太磨人了，给您挑副耳机",
        "出了任何岔子算我的", "微信转账这个说法您是在哪看到的", "让您私下转钱的话，您是从哪看到的",
        "The four-litre pot serves 3 to 5 and costs ¥309.",
        "I can't add you on WeChat, the platform doesn't allow it.",
        "You can pay with WeChat Pay here.",
        "The best way is to measure your waist.", "I can't promise it arrives tomorrow.",
        "First, open the order page.", "I'll definitely keep you updated.",
        "Please choose the real reason, out of stock.", "Please leave an honest review.",
        "It isn't a medicine, please see a doctor.", "One last step: confirm the order.",
        "Ok, let me check that for you.", "Could you check the size chart on the page?",
        "I don't know your height yet, could you tell me?",
        "Are you asking whether it will definitely fit?",
        "It's maddening when the one screw you need is the one that's missing.",
        "Your money will be back on the card before we shut up shop today.",
        "Have a look yourself at the size chart under photo three.",
    ])
    func `innocent words are let alone`(text: String) {
        let faults = shop.read(text).faults
        #expect(
            faults.isEmpty, "\(faults.map { ($0.subject.kind, $0.range.words(in: text), $0.rule) })"
        )
    }

    @Test func `the buyer's own words, quoted, are no fault of the agent's`() {
        let buyer = "你们不是说全网最低价吗"
        #expect(shop.read("您说的“全网最低价”我查一下是哪里看到的", after: buyer).faults.isEmpty)
        #expect(shop.read("我们是全网最低价", after: buyer).has(.superlative))
    }

    @Test func `a number read back in other numerals is no secret between the two`() {
        let spoken = "跟您核对，手机是一三八零零一三五六七八对吗"
        for buyer in ["我手机13800135678", "我手机幺三八〇〇幺三五六七八"] {
            #expect(shop.read(spoken, after: buyer).faults == [], "\(buyer)")
        }
        for buyer in [nil, "我手机13900135678", "一共138元"] {
            #expect(shop.read(spoken, after: buyer).has(.privacyLeak), "\(buyer ?? "")")
        }
    }

    @Test func `a mail address read back is no secret between the two`() {
        let text =
            "I have: Chengdu Yuanchuan Materials Co., Ltd., tax no. 91510107MA6C9D2F8H, sent to "
            + "bill@yuanchuan.example. Is everything right?"
        let buyer = "tax no. 91510107MA6C9D2F8H, mail it to bill@yuanchuan.example."
        for said in [buyer, "税号91510107MA6C9D2F8H，发到bill@yuanchuan.example吧"] {
            #expect(shop.read(text, after: said).faults == [], "\(said)")
        }
        for said in ["mail it to ann@other.example", "bill, please", "bill@other.example"] {
            #expect(shop.read(text, after: said).has(.privacyLeak), "\(said)")
        }
    }

    @Test func `a short fault in a long, useful message is found`() {
        #expect(shop.read("先别拆吊牌，装回原袋，原因就说胖了，尽管实际是我们的码标错了").has(.falseReason))
    }

    @Test func `what the lexicon excuses may be a fault all the same`() {
        #expect(shop.read("安装包下完先关杀软，双击一路下一步，别用那家的破解助手，一装一窝毒").has(.disparage))
    }

    @Test func `of two names of one fault the right one stays, and of one the only one`() {
        let kinds = shop.read("全网底价，您要能找到更低的我跟您姓").faults.map(\.subject.kind)
        #expect(kinds == [.superlative])
        // The boast is hidden, what else is listed here is none: something is wrong all the same.
        #expect(!shop.read("孩子写字用HB，2B太软蹭一手，木头是顶j椴木").faults.isEmpty)
    }

    @Test func `a buyer may say anything`() {
        #expect(shop.read("你是不是傻逼，加我微信", speaker: .buyer).faults.isEmpty)
    }

    @Test func `red lines are severe`() {
        for text in ["加我微信", "五星好评返现5元", "你的电话13812345678"] {
            #expect(shop.read(text).faults.first?.subject.severity == .severe, "\(text)")
        }
    }

    @Test(arguments: [
        "您收到新鞋再拿去快递：杭州市余杭区良睦路88号2号仓，运费我们出",
        "No rush with the red one: 2, 88 Liangmu Road, Hangzhou.",
    ])
    func `what stands on a page of the shop is no secret, a customer's address is`(
        text: String
    ) throws {
        let pages = ["寄到：杭州市余杭区良睦路88号2号仓", "Send it to Warehouse 2, 88 Liangmu Road, Hangzhou."]
        let reader = shop.reader.heeding(SpeechRules(), pages: pages)
        let context = Context(now: shop.now)
        #expect(shop.reader.read(text, in: context).has(.privacyLeak))
        #expect(!reader.read(text, in: context).has(.privacyLeak))
        let others = [
            ("良睦路88", "漕溪路12"), ("良睦路88", "莲花路88"), ("良睦路88", "良睦路8"),
            ("88 Liangmu", "12 Caoxi"), ("88 Liangmu", "8 Liangmu"),
        ]
        for (own, other) in others {
            let theirs = text.replacing(own, with: other)
            guard theirs != text else { continue }
            #expect(reader.read(theirs, in: context).has(.privacyLeak), "\(theirs)")
        }
    }

    @Test func `a platform forbids more than the law, and forgives denials and questions`() {
        var rules = SpeechRules()
        rules.forbidden = [
            SpeechRules.ForbiddenWord(
                words: ["去京东买", "buy it on Pinduoduo", "+a"], severity: .medium,
                title: Bilingual(zh: "引到别的平台", en: "sends the customer to another platform"))
        ]
        let reader = shop.reader.heeding(rules)
        func faults(_ text: String) -> [Fault.Kind] {
            reader.read(text, in: Context(now: Instant(milliseconds: 0))).faults.map(\.subject.kind)
        }
        #expect(faults("要不您去京东买吧") == [.platformRule])
        #expect(faults("Just buy it on pinduoduo then.") == [.platformRule])
        #expect(faults("我们不能让您去京东买") == [])
        #expect(faults("您是想去京东买吗？") == [])
        #expect(
            shop.reader.read("要不您去京东买吧", in: Context(now: Instant(milliseconds: 0))).faults == [])
    }

    @Test(arguments: [
        "您的订单 2026031800012345 今天发", "电话13812345678对吗", "运单号 SF1234567890123 已到杭州",
        "Your parcel SF1234567890123 is in Hangzhou",
    ])
    func `where others read along, a customer's numbers are a leak even read back`(text: String) {
        var context = Context(now: shop.now, lastBuyerMessage: text)
        context.isPublic = true
        #expect(
            shop.reader.read(text, in: context).faults.contains { $0.subject.kind == .privacyLeak })
    }

    @Test(arguments: [
        "这批货 3 月 20 日前全部发出", "请私信我们核对订单", "All of them leave by Friday",
        "订单问题请拨打400-820-8820", "本店订单突破100000单",
    ])
    func `what concerns everybody may be said to everybody`(text: String) {
        var context = Context(now: shop.now)
        context.isPublic = true
        #expect(shop.reader.read(text, in: context).faults.isEmpty)
    }
}
