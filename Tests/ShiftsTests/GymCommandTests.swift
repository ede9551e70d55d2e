import Engine
import Foundation
import Shifts
import Support
import Testing

/// Every command there is, as somebody would write it who leaves out what may be left out.
private let lines: [String: String] = [
    "openConversation": #"{"customer":"b1","channel":"taobao","stage":"preSale","mood":60}"#,
    "say": #"{"conversation":"c1","text":"在吗"}"#,
    "placeOrder":
        #"{"conversation":"c1","lines":[{"variant":"p1-1"}],"address":{"name":"王芳","phone":"13800000000","region":"上海","street":"漕溪路 12 号"}}"#,
    "buy":
        #"{"customer":"b1","lines":[{"variant":"p1-1","quantity":2}],"address":{"name":"王芳","phone":"13800000000","region":"上海","street":"漕溪路 12 号"}}"#,
    "pay": #"{"order":"o1","method":"mobile"}"#,
    "payFrom": #"{"order":"o1","parts":[{"account":"gift1","amount":100},{"account":"card1"}]}"#,
    "cancelOrder": #"{"order":"o1"}"#,
    "confirmReceipt": #"{"order":"o1"}"#,
    "requestInvoice": #"{"order":"o1","invoice":{"title":"王芳"}}"#,
    "requestRefund": #"{"order":"o1","reason":"changedMind"}"#,
    "apply": #"{"order":"o1","request":{"kind":"refund","reason":"changedMind"}}"#,
    "editApplication": #"{"afterSale":"r1","request":{"kind":"refund","reason":"agreed"}}"#,
    "answerOffer": #"{"afterSale":"r1","accepts":true}"#,
    "sendBack": #"{"afterSale":"r1","carrier":"中通","tracking":"ZT1"}"#,
    "confirmReplacement": #"{"afterSale":"r1"}"#,
    "callPlatform": #"{"afterSale":"r1","claim":"三天没人理"}"#,
    "dropDispute": #"{"afterSale":"r1"}"#,
    "reportParcel": #"{"tracking":"SF1","fault":"damaged","text":"盒子破了","photos":2}"#,
    "review": #"{"order":"o1","line":0,"rating":{"stars":5},"text":"很好"}"#,
    "editReview": #"{"review":"v1","rating":{"stars":4,"service":5},"text":"还行"}"#,
    "followUp": #"{"review":"v1","text":"洗过没缩水"}"#,
    "answerSurvey": #"{"campaign":"m1","customer":"b1","texts":["好"]}"#,
    "withdraw": #"{"afterSale":"r1"}"#,
    "rate": #"{"conversation":"c1","stars":5}"#,
    "leave": #"{"conversation":"c1"}"#,
    "feel": #"{"conversation":"c1","shift":-5,"cause":{"rule":"waited"}}"#,
    "reveal": #"{"conversation":"c1","need":"周六要穿"}"#,
    "show": #"{"conversation":"c1","attachment":"photo:box.jpg"}"#,
    "joinIn": #"{"conversation":"c1","name":"阿杰","text":"我也是"}"#,
    "take": #"{"conversation":"c1"}"#,
    "hold": #"{"conversation":"c1","note":"等仓库"}"#,
    "resume": #"{"conversation":"c1"}"#,
    "transfer": #"{"conversation":"c1","to":"售后组","note":"要退货"}"#,
    "close": #"{"conversation":"c1"}"#,
    "reply": #"{"conversation":"c1","text":"在的"}"#,
    "sendCard": #"{"conversation":"c1","card":"order:o1"}"#,
    "recall": #"{"message":1}"#,
    "note": #"{"conversation":"c1","text":"老顾客"}"#,
    "look": #"{"conversation":"c1","at":"track:o1"}"#,
    "memo": #"{"order":"o1","flag":1,"text":"先发"}"#,
    "changeAddress":
        #"{"order":"o1","address":{"name":"王芳","phone":"13800000000","region":"上海","street":"漕溪路 12 号"}}"#,
    "reprice": #"{"order":"o1","reduction":500,"postage":0}"#,
    "closeUnpaid": #"{"order":"o1","reason":"buyerDeclined"}"#,
    "urge": #"{"order":"o1"}"#,
    "changeItem": #"{"order":"o1","line":0,"to":"p1-1"}"#,
    "extendReceipt": #"{"order":"o1","days":3}"#,
    "changeItems": #"{"order":"o1","changes":[{"line":0,"to":"p1-1"}]}"#,
    "changePayment": #"{"order":"o1","to":"card1"}"#,
    "mergeOrders": #"{"orders":["o1","o2"]}"#,
    "nudge": #"{"order":"o1"}"#,
    "moveShipDate": #"{"order":"o1","to":1773968400000,"reason":"台风"}"#,
    "issueInvoice":
        #"{"order":"o1","invoice":{"kind":"ordinary","title":"王芳","email":"w@example.com"}}"#,
    "reverseInvoice": #"{"order":"o1","number":"INV000001"}"#,
    "agreeRefund": #"{"afterSale":"r1"}"#,
    "agreeReturn":
        #"{"afterSale":"r1","to":{"name":"退货组","phone":"02100000000","region":"上海","street":"仓库 3 号门"}}"#,
    "agreeToSend": #"{"afterSale":"r1"}"#,
    "refuse": #"{"afterSale":"r1","reason":"noDefect","text":"照片上看不出问题"}"#,
    "negotiate": #"{"afterSale":"r1","offer":{"kind":"compensation","amount":500}}"#,
    "acceptReturn": #"{"afterSale":"r1"}"#,
    "rejectReturn": #"{"afterSale":"r1","reason":"resaleHarmed","text":"吊牌剪了"}"#,
    "giveEvidence": #"{"afterSale":"r1","evidence":{"kind":"photo","text":"出库照片"}}"#,
    "protectPrice": #"{"order":"o1","line":0}"#,
    "voidParcel": #"{"tracking":"SF1"}"#,
    "intercept": #"{"tracking":"SF1"}"#,
    "claim": #"{"tracking":"SF1","amount":9900,"reason":"丢件"}"#,
    "noticeBatch": #"{"batch":"batch1","text":"晚两天发","shipBy":1773968400000}"#,
    "explainReview": #"{"review":"v1","text":"已经给您换新"}"#,
    "contactReviewer": #"{"review":"v1","text":"您好，问题解决了吗"}"#,
    "reportReview": #"{"review":"v1","abuse":"extortion"}"#,
    "reship": #"{"order":"o1","contents":"勺子","reason":"missingPart"}"#,
    "compensate": #"{"order":"o1","amount":500,"reason":"lateShipment"}"#,
    "giveCoupon": #"{"customer":"b1","coupon":"off1"}"#,
    "tag": #"{"customer":"b1","name":"母婴"}"#,
    "untag": #"{"customer":"b1","name":"母婴"}"#,
    "customerNote": #"{"customer":"b1","text":"周末在家"}"#,
    "tagMany": #"{"customers":["b1","b2"],"name":"大促"}"#,
    "giveConsent": #"{"customer":"b1","source":"聊天"}"#,
    "optOut": #"{"customer":"b1","source":"聊天"}"#,
    "blacklist": #"{"customer":"b1","reason":"敲诈","until":1776560400000}"#,
    "unblacklist": #"{"customer":"b1"}"#,
    "sendCampaign": #"{"kind":"message","name":"春装","text":"上新了","customers":["b1"]}"#,
    "mergeCustomers": #"{"from":"b2","into":"b1"}"#,
    "partCustomers": #"{"from":"b2"}"#,
    "promise": #"{"conversation":"c1","text":"今天发","deed":"ship:o1","due":1773968400000}"#,
    "openTicket": #"{"department":"warehouse","summary":"查库存"}"#,
    "autoReply": #"{"conversation":"c1","text":"稍等"}"#,
    "ship": #"{"order":"o1","carrier":"中通","tracking":"ZT1"}"#,
    "shipPieces": #"{"order":"o1","carrier":"中通","tracking":"ZT1","pieces":[{"line":0}]}"#,
    "reportShortage": #"{"order":"o1","line":0}"#,
    "answerIntercept": #"{"tracking":"SF1","succeeded":true}"#,
    "answerClaim": #"{"tracking":"SF1","paid":9900}"#,
    "stopArea": #"{"region":"新疆","reason":"大雪"}"#,
    "reopenArea": #"{"region":"新疆"}"#,
    "overload": #"{"carrier":"中通","until":1773968400000}"#,
    "delayBatch": #"{"batch":"batch1","orders":["o1"],"reason":"断货","shipBy":1773968400000}"#,
    "judge": #"{"afterSale":"r1","verdict":{"outcome":"forSeller"}}"#,
    "judgeReport": #"{"review":"v1","isUpheld":true}"#,
    "hearAnswer": #"{"promise":"p1"}"#,
    "shipPart": #"{"afterSale":"r1","carrier":"中通","tracking":"ZT1"}"#,
    "scan": #"{"tracking":"SF1","code":1,"text":"已揽收"}"#,
    "restock": #"{"variant":"p1-1","quantity":10}"#,
    "answerTicket": #"{"ticket":"t1","text":"有货"}"#,
    "searchKnowledge": #"{"query":"fhsj","found":3}"#,
    "proposeEntry": #"{"title":"以旧换新","body":"旧机上门取走","keywords":[]}"#,
    "writeHandover": #"{"text":"李倩那单明天催"}"#,
    "lead": #"{"whisper":{"to":"agent","text":"先问她哪天要"}}"#,
    "passTime": "{}",
    "endShift": "{}",
]

@Suite struct `Every command in JSON` {
    @Test func `is on the list and in the table`() throws {
        let source = try Repository.text(of: "Sources/Engine/Command.swift")
        let body = try #require(source.components(separatedBy: "    /// A basket: what").first)
        let declared = body.matches(of: /\n    (?:indirect )?case (\w+)/).map { String($0.1) }
        #expect(declared == Command.names)
        #expect(Set(lines.keys) == Set(declared))
    }

    @Test(arguments: lines.keys.sorted())
    func `is understood without what may be left out`(name: String) throws {
        var gym = Gym(world: EmptyWorld())
        _ = gym.answer(#"{"do":"load","pack":"corner","seed":3}"#)
        let before = gym.answer(#"{"do":"dump"}"#)
        let reply = try GymLine.answer(
            &gym, #"{"do":"act","as":"instructor","command":{"\#(name)":\#(lines[name] ?? "")}}"#)
        let code = reply["code"] as? String ?? ""
        #expect(code != "bad-request" && code != "unknown-field" && code != "unknown-command")
        // A refusal changes nothing.
        if reply["ok"] as? Bool != true { #expect(gym.answer(#"{"do":"dump"}"#) == before) }
    }

    @Test(arguments: [
        (#"{"replie":{"conversation":"c1","text":"在"}}"#, "unknown-command", "reply"),
        (#"{"reply":{"conversation":"c1","txt":"在"}}"#, "bad-request", "command.reply.text"),
        (#"{"tag":{"customer":"b1","name":"母婴","expire":1}}"#, "unknown-field", "expires"),
        (#"{"memo":{"order":"o1","flag":9,"text":""}}"#, "bad-request", "command.memo.flag"),
        (#"{"pay":{"order":"o1","method":"cash"}}"#, "bad-request", "giftCard"),
        (#"{"reprice":{"order":"o1","reduction":12.345,"postage":0}}"#, "bad-request", "reduction"),
        (#"{"reprice":{"order":"o1","reduction":1.5,"postage":0}}"#, "bad-request", "reduction"),
        (#"{"reprice":{"order":"o1","reduction":"5","postage":0}}"#, "bad-request", "reduction"),
        (
            #"{"compensate":{"order":"o1","amount":9999999999999999,"reason":"other"}}"#,
            "bad-request", "amount"
        ),
        (
            #"{"compensate":{"order":"o1","amount":99999999999999999999,"reason":"other"}}"#,
            "bad-request", "amount"
        ),
        (#"{"take":{"conversation":"c1"},"hold":{}}"#, "bad-request", ""),
        (#"{"look":{"conversation":"c1","at":"here"}}"#, "bad-request", "track:…"),
    ])
    func `that is written wrong is named with its field`(
        command: String, code: String, word: String
    ) throws {
        var gym = Gym(world: EmptyWorld())
        _ = gym.answer(#"{"do":"load","pack":"corner","seed":3}"#)
        let reply = try GymLine.answer(&gym, #"{"do":"act","command":\#(command)}"#)
        #expect(reply["code"] as? String == code)
        let sentence = try #require(reply["sentence"] as? [String: String])
        for text in [sentence["zh"], sentence["en"]] {
            #expect(word.isEmpty || text?.contains(word) == true, "\(text ?? "")")
        }
    }
}

/// A line to the gym and its answer as an object.
enum GymLine {
    static func answer(_ gym: inout Gym, _ line: String) throws -> [String: Any] {
        let text = gym.answer(line)
        #expect(!text.contains("\n"))
        return try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text)")
    }
}
