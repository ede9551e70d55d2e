import Engine
import Language
import ShippedData
import Support
import Testing

@testable import Replies

private func reader() throws -> Reader {
    try Shipped.reader
}

/// A library with one of each fault, and what its agents have sent.
private let seeded = """
    matches:
      - {trigger: /fh, replace: "您的订单{{order.id}}最晚{{order.shipBy}}发出。", keys: F13}
      - {trigger: /fh, replace: "快递单号{{order.tracking}}，您可以随时查。"}
      - {trigger: /wl, replace: "{{order.trackin}}在路上了，请放心。", keys: f13}
      - {trigger: /zj, replace: "我们是全网最便宜的，放心买。"}
      - {trigger: /f2, replace: "您的订单 {{order.id}} 最晚 {{order.shipBy}} 发出！"}
      - {trigger: /th, replace: "七天之内商品完好，吊牌没有剪，就可以申请退货退款。"}
      - {trigger: /t2, replace: "七天之内商品完好，吊牌没有剪掉，就可以申请退货退款。"}
      - {trigger: /pi, replace: "{{w}}", vars: [{name: w, type: choice, params: {values: [好的, 百分百不会坏]}}]}
    """

private let sent = [
    "您的订单A1最晚今天18:00发出。", "快递单号SF1，您可以随时查。谢谢",
    "亲，尺码表在详情页第二张图。身高165选M。", "亲，尺码表在详情页第二张图哦", "亲，尺码表在详情页第二张图。",
    "亲， 尺码表在详情页，第二张图！", "您的包裹要3天到。", "您的包裹要 5 天到", "您的包裹要12天到！", "稍等", "稍等", "稍等",
]

@Suite struct `The doctor` {
    private func library(_ yaml: String) -> SnippetLibrary {
        var library = SnippetLibrary()
        library.add(yaml: yaml, named: "s.yaml")
        return library
    }

    @Test func `finds each of its kinds in a seeded library, with its line`() throws {
        let found = Doctor(library(seeded), reader: try reader()).findings(sent: sent, enough: 1)
        func lines(_ kind: DoctorFinding.Kind) -> [Int] {
            found.filter { $0.kind == kind }.map(\.line)
        }
        #expect(lines(.undefinedVariable) == [4])
        #expect(lines(.clashingCode) == [3])
        #expect(lines(.clashingKey) == [4])
        #expect(lines(.duplicate) == [6, 8])
        #expect(Set(lines(.forbidden)) == [5, 9])
        #expect(Set(lines(.neverUsed)).isSuperset(of: [4, 5, 7]))
        #expect(!lines(.neverUsed).contains(2) && !lines(.neverUsed).contains(3))
        let typed = found.filter { $0.kind == .typedByHand }
        #expect(
            typed.map(\.fact) == [
                .typedByHand(text: "亲，尺码表在详情页第二张图。", count: 4),
                .typedByHand(text: "您的包裹要3天到。", count: 3),
            ])
        #expect(
            found.map(\.kind).filter { $0 == .problem }.isEmpty)
    }

    @Test func `says the same and the nearly the same apart`() throws {
        let found = Doctor(library(seeded), reader: nil).findings()
        let place = { Snippet.Place(file: "s.yaml", line: $0) }
        #expect(
            found.compactMap { finding -> DoctorFinding.Fact? in
                finding.kind == .duplicate ? finding.fact : nil
            } == [
                .duplicate(of: "fh", at: place(2), isNearly: false),
                .duplicate(of: "th", at: place(7), isNearly: true),
            ])
    }

    @Test func `knows nothing of use where no shift was kept`() throws {
        let found = Doctor(library(seeded), reader: try reader()).findings(sent: nil)
        #expect(!found.contains { $0.kind == .neverUsed || $0.kind == .typedByHand })
    }

    @Test func `a handful of messages says nothing about what is never used`() throws {
        let found = Doctor(library(seeded), reader: nil).findings(sent: sent)
        #expect(!found.contains { $0.kind == .neverUsed })
        #expect(found.contains { $0.kind == .typedByHand })
    }

    @Test(arguments: ["first-shift", "first-steps", "promotion-night"])
    func `finds nothing in the shipped library`(pack: String) throws {
        let library = SnippetLibrary(
            ReplyFolders(own: nil, pack: Repository.path("Packs/\(pack)")))
        #expect(!library.snippets.isEmpty)
        let found = Doctor(library, reader: try reader()).findings()
        #expect(found.isEmpty, "\(found.map { $0.sentence(in: .chinese) })")
    }

    @Test func `speaks both languages`() throws {
        for finding in Doctor(library(seeded), reader: try reader()).findings(sent: sent, enough: 1)
        {
            #expect(!finding.words.zh.isEmpty && !finding.words.en.isEmpty)
            #expect(finding.words.zh != finding.words.en)
        }
    }

    @Test func `the quick way to likes finds what the plain way finds`() {
        var dice = Dice(seed: 3)
        let words = ["您好", "发货", "退款", "明天", "之前", "尺码", "M", "L", "可以", "不能", "快递", "顺丰"]
        for _ in 0..<60 {
            let texts = (0..<40).map { _ in
                LikeText((0..<dice.roll(4...9)).map { _ in dice.pick(words) ?? "" }.joined())
            }
            let quick = LikeText.pairs(texts, least: 700)
            for (number, text) in texts.enumerated() {
                let plain = texts[..<number].firstIndex {
                    $0.letters == text.letters
                        || text.letters.count >= 8 && $0.letters.count >= 8
                            && $0.likeness(to: text) >= 700
                }
                let found = quick.first { $0.second == number }
                #expect((plain == nil) == (found == nil))
            }
        }
    }
}
