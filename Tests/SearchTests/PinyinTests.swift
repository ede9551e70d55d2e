import Search
import Testing

struct PinyinTests {
    private let pinyin = Pinyin()

    @Test(arguments: [
        "fahuo", "fhsj", "fahuosj", "fhshijian", "fahuosh", "fahuoshij", "FaHuo", "fa huo shi jian",
        "发货sj", "faHsj", "fahshj",
    ])
    func `发货时间 is found by its sound`(typed: String) {
        #expect(Shop.first(typed) == "发货时间")
        #expect(Shop.index.search(typed, limit: 1).first?.match == .pinyin)
    }

    @Test(arguments: ["fahou", "fhsjx", "fahuosq", "hfsj"])
    func `letters that spell nothing find nothing`(typed: String) {
        #expect(Shop.titles(typed).isEmpty)
    }

    @Test(arguments: [
        ("xinglixiang", "行李箱重量"), ("hanglixiang", "行李箱重量"), ("zhongliang", "行李箱重量"),
        ("lvse", "绿色率先补货"), ("luse", "绿色率先补货"), ("lvxian", "绿色率先补货"),
        ("shuaixian", "绿色率先补货"), ("txu", "T恤洗涤"), ("txv", "T恤洗涤"),
        ("iphonesjk", "T恤洗涤"), ("7tth", "七天无理由"),
    ])
    func `every reading, ü as v or u, and Latin letters in a name`(typed: String, title: String) {
        #expect(Shop.titles(typed).contains(title))
    }

    @Test func `a body is not spelled out`() {
        #expect(Shop.titles("jiankuan").isEmpty)
        #expect(Shop.titles("shuiwen").isEmpty)
    }

    @Test func `initials and syllables take the usual reading`() {
        #expect(pinyin.initials(of: "发货时间") == "fhsj")
        #expect(pinyin.initials(of: "T恤7天！") == "tx7t")
        #expect(
            pinyin.syllables(of: "长裙还没发货 48小时")
                == ["chang", "qun", "hai", "mei", "fa", "huo", "48", "xiao", "shi"])
        #expect(pinyin.syllables(of: "绿女略") == ["lv", "nv", "lve"])
    }

    @Test func `letters are matched to the characters they spell`() throws {
        let letters = try #require(pinyin.letters(of: "fahsj"))
        let text = "请看发货时间表"
        let range = try #require(pinyin.match(letters, in: text))
        #expect(text[range] == "发货时间")
        #expect(pinyin.match(letters, in: "发货") == nil)
        #expect(pinyin.letters(of: "发货") == nil)
        #expect(pinyin.letters(of: String(repeating: "fahuo", count: 50)) == nil)
    }

    @Test(arguments: [
        ("重", "zhong,chong"), ("长", "chang,zhang"), ("还", "hai,huan"), ("调", "diao,tiao"),
        ("乐", "le,yue"), ("得", "de,dei"), ("都", "dou,du"), ("便", "bian,pian"),
        ("差", "cha,chai"), ("降", "jiang,xiang"), ("模", "mo,mu"), ("省", "sheng,xing"),
        ("系", "xi,ji"), ("折", "zhe,she"), ("藏", "cang,zang"), ("参", "can,shen"),
        ("朝", "chao,zhao"), ("给", "gei,ji"), ("会", "hui,kuai"), ("卡", "ka,qia"),
        ("落", "luo,la"), ("削", "xiao,xue"), ("券", "quan,xuan"), ("色", "se,shai"),
        ("粘", "zhan,nian"), ("薄", "bao,bo"), ("露", "lu,lou"), ("弹", "dan,tan"),
    ])
    func `everyday characters have all their readings`(character: String, readings: String) {
        for reading in readings.split(separator: ",") {
            let letters = pinyin.letters(of: String(reading))
            #expect(letters.flatMap { pinyin.match($0, in: character) } != nil)
        }
    }
}
