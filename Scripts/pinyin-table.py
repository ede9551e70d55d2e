#!/usr/bin/env python3
"""Writes Sources/Search/Pinyin/PinyinTable*.swift: the pinyin of the 6,763 characters of GB 2312.

The everyday reading is ICU's (Scripts/latin.swift); the characters that truly have more than one
are listed below, the most usual reading first. Needs python3 and swift; run it from the package's
folder."""

import os
import subprocess
import unicodedata

READINGS = """
行xing,hang 重zhong,chong 长chang,zhang 还hai,huan 调diao,tiao 率lv,shuai 乐le,yue 了le,liao
得de,dei 都dou,du 便bian,pian 差cha,chai,ci 大da,dai 单dan,shan 降jiang,xiang 没mei,mo 模mo,mu
强qiang,jiang 省sheng,xing 系xi,ji 血xue,xie 折zhe,she 着zhe,zhao,zhuo 藏cang,zang
参can,shen,cen 朝chao,zhao 传chuan,zhuan 弹dan,tan 的de,di 地di,de 给gei,ji 会hui,kuai
角jiao,jue 卡ka,qia 落luo,la,lao 石shi,dan 识shi,zhi 似si,shi 提ti,di 削xiao,xue 什shen,shi
觉jue,jiao 校xiao,jiao 称cheng,chen 盛sheng,cheng 乘cheng,sheng 薄bao,bo 剥bo,bao 泊bo,po
伯bo,bai 暴bao,pu 曝pu,bao 堡bao,pu 扁bian,pian 屏ping,bing 柏bai,bo 刹sha,cha 厦sha,xia
吓xia,he 夹jia,ga 茄qie,jia 伽jia,qie,ga 咖ka,ga 咳ke,hai 壳ke,qiao 嚼jiao,jue 爪zhua,zhao
车che,ju 尺chi,che 臭chou,xiu 畜chu,xu 幢zhuang,chuang 绰chuo,chao 伺si,ci 攒zan,cuan
撮cuo,zuo 叨dao,tao 翟di,zhai 佃dian,tian 读du,dou 度du,duo 囤tun,dun 恶e,wu 番fan,pan
佛fo,fu 否fou,pi 脯fu,pu 扛kang,gang 革ge,ji 合he,ge 蛤ge,ha 颈jing,geng 谷gu,yu 鹄hu,gu
龟gui,jun,qiu 柜gui,ju 虾xia,ha 巷xiang,hang 吭keng,hang 和he,huo,hu 核he,hu 红hong,gong
虹hong,jiang 奇qi,ji 缉ji,qi 祭ji,zhai 稽ji,qi 贾jia,gu 见jian,xian 槛kan,jian 将jiang,qiang
解jie,xie 芥jie,gai 劲jin,jing 圈quan,juan 隽juan,jun 溃kui,hui 括kuo,gua 烙lao,luo 络luo,lao
勒le,lei 肋lei,le 棱leng,ling 俩liang,lia 六liu,lu 陆lu,liu 弄nong,long 露lu,lou 绿lv,lu
捋lv,luo 抹mo,ma 脉mai,mo 埋mai,man 蔓man,wan 氓mang,meng 冒mao,mo 糜mi,mei 秘mi,bi 泌mi,bi
牟mou,mu 哪na,nei,ne 那na,nei 娜na,nuo 呢ne,ni 尿niao,sui 疟nve,yao 区qu,ou 扒ba,pa 耙pa,ba
迫po,pai 胖pang,pan 刨pao,bao 炮pao,bao 辟pi,bi 朴pu,piao,po 瀑pu,bao 栖qi,xi 蹊xi,qi
铅qian,yan 雀que,qiao 亲qin,qing 塞sai,se 色se,shai 杉shan,sha 氏shi,zhi 熟shu,shou 属shu,zhu
术shu,zhu 谁shei,shui 说shuo,shui 宿su,xiu 沓ta,da 拓tuo,ta 陶tao,yao 褪tui,tun 尾wei,yi
尉wei,yu 蔚wei,yu 纤xian,qian 叶ye,xie 吁xu,yu 轧zha,ya 咽yan,ye 殷yin,yan 钥yao,yue
约yue,yao 艾ai,yi 熨yun,yu 员yuan,yun 咋za,zha 扎zha,za 择ze,zhai 曾ceng,zeng 粘zhan,nian
这zhe,zhei 吱zhi,zi 著zhu,zhe 琢zhuo,zuo 仔zi,zai 喔wo,o 哦o,e 姥lao,mu 万wan,mo 被bei,pi
蚌bang,beng 磅bang,pang 膀bang,pang 查cha,zha 颤chan,zhan 裳chang,shang 匙chi,shi 貉he,hao
铛dang,cheng 嗯en,ng 数shu,shuo 期qi,ji 说shuo,shui 食shi,si 逮dai,di 侧ce,zhai 吗ma 发fa
结jie 相xiang 空kong 难nan 少shao 退tui 为wei 应ying 中zhong 种zhong 转zhuan 当dang 倒dao
分fen 干gan 量liang 排pai,pa 切qie 曲qu 上shang 挑tiao 吐tu 要yao 载zai 只zhi 轴zhou,zhu
么me 件jian 货huo 钱qian 吧ba 啊a 呀ya 哈ha 啥sha 嘛ma 号hao 券quan,xuan 镜jing 码ma 尺chi,che
骑qi 行xing,hang 巾jin 袜wa 裙qun 裤ku 恤xu 绒rong 羽yu 晒shai 嗨hai 咯lo,ge,luo 柞zuo,zha 藉jie,ji 埔pu,bu
""".split()

characters = [
    bytes([high, low]).decode("gb2312")
    for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF)
    if not (high == 0xD7 and low > 0xF9)
]
answer = subprocess.run(
    ["swift", os.path.join(os.path.dirname(__file__), "latin.swift")],
    input="\n".join(characters), capture_output=True, text=True, check=True).stdout


def plain(latin):
    """`lv` for `lǜ`: u with two dots is v, tones are left out."""
    result = ""
    for letter in unicodedata.normalize("NFD", latin):
        if letter == "\u0308":
            result = result[:-1] + "v"
        elif not unicodedata.combining(letter):
            result += letter
    return result


usual, also = {}, {}
given = {word[0]: word[1:].split(",") for word in READINGS}
for line in answer.splitlines():
    character, latin = line.split(" ", 1)
    readings = given.get(character) or [plain(latin)]
    assert all(r.isascii() and r.isalpha() and len(r) <= 6 for r in readings), line
    usual.setdefault(readings[0], []).append(character)
    for reading in readings[1:]:
        also.setdefault(reading, []).append(character)


def lines(table, first, last):
    for syllable in sorted(table):
        if first <= syllable[0] <= last:
            text = "".join(table[syllable])
            for start in range(0, len(text), 42):
                yield f"{syllable} {text[start:start + 42]}"


def write(name, member, comment, table, first, last):
    with open(f"Sources/Search/Pinyin/{name}.swift", "w") as file:
        print("// Written by Scripts/pinyin-table.py; do not edit.\n", file=file)
        print("extension PinyinTable {", file=file)
        print(f"    /// {comment}", file=file)
        print(f"    static let {member}: StaticString = \"\"\"", file=file)
        for line in lines(table, first, last):
            print(f"        {line}", file=file)
        print('        """\n}', file=file)


os.makedirs("Sources/Search/Pinyin", exist_ok=True)
write("PinyinTable+AtoL", "usualAtoL", "The usual readings from a to l.", usual, "a", "l")
write("PinyinTable+MtoZ", "usualMtoZ", "The usual readings from m to z.", usual, "m", "z")
write("PinyinTable+Also", "also", "Further readings of characters that have several.", also, "a", "z")
print(len(characters), "characters,", len(usual), "syllables")
