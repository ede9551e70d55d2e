/// Traditional characters that turn up in shop chat, each with its simplified form.
///
/// A small table, not a converter: enough that 發貨 and 发货 are one word to the lexicon.
public enum Traditional {
    private static let pairs = """
        們们個个來来後后時时間间會会為为這这說说請请謝谢對对嗎吗麼么沒没還还過过開开關关點点實实現现買买賣卖\
        錢钱價价優优惠惠費费貨货發发寄寄遞递運运單单號号碼码訂订購购退退換换補补償偿賠赔付付給给您您幫帮聯联\
        繫系係系電电話话網网頁页態态評评論论問问題题處处理理決决誤误錯错歉歉諒谅體体驗验寬宽鬆松緊紧長长短短\
        標标準准確确認认證证據据圖图片片視视頻频質质量量壞坏損损壓压裝装類类別别種种樣样顏颜紅红藍蓝綠绿黃黄\
        內内裡里裏里邊边遠远進进送送達达簽签收收倉仓庫库盤盘結结業业務务員员專专級级組组團团隊队經经濟济\
        賬账帳账戶户銀银行行轉转匯汇額额滿满減减領领券券積积贈赠禮礼節节慶庆動动變变讓让應应當当該该與与\
        並并從从於于雖虽無无難难極极絕绝將将較较廠厂產产務务責责備备註注記记錄录讀读寫写聽听講讲詢询\
        試试穿穿鞋鞋褲裤襪袜襯衬圍围臺台灣湾廣广東东蘇苏寧宁陝陕遼辽龍龙鄭郑連连濱滨陽阳陰阴貴贵雲云區区縣县\
        鎮镇鄉乡號号樓楼層层門门週周兩两萬万億亿歲岁條条張张雙双隻只顆颗盡尽儘尽馬马場场線线廢废親亲愛爱喜喜\
        歡欢迎迎樂乐祝祝謹谨遲迟緩缓慢慢擔担憂忧氣气惱恼煩烦貼贴報报審审檢检測测驗验鑑鉴僅仅貓猫
        """

    private static let table: [UInt32: UInt32] = {
        var result: [UInt32: UInt32] = [:]
        let values = pairs.unicodeScalars.map(\.value)
        var index = 0
        while index + 1 < values.count {
            result[values[index]] = values[index + 1]
            index += 2
        }
        return result
    }()

    public static func simplified(_ value: UInt32) -> UInt32 { table[value] ?? value }
}
