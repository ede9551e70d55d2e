import Foundation

/// A whole small pack as text, for tests that read packs: change a file, write it to a fresh
/// folder, read it, throw it away.
public struct SamplePack: Sendable {
    /// Contents by path under the folder: `Packs/sample/shop.yaml`, `Profiles/training.yaml`.
    public var files: [String: String]

    public init() {
        files = [
            "Packs/sample/pack.yaml": Self.pack,
            "Packs/sample/shop.yaml": Self.shop,
            "Packs/sample/knowledge.yaml": Self.knowledge,
            "Packs/sample/scenarios/T01.yaml": Self.scenario,
            "Profiles/training.yaml": Self.profile,
        ]
    }

    /// Replaces one text by another in one file; the text must be there.
    public mutating func replace(_ old: String, with new: String, in path: String) {
        let text = files[path] ?? ""
        precondition(text.contains(old), "\(path) does not contain \(old)")
        files[path] = text.replacingOccurrences(of: old, with: new)
    }

    /// Writes the files under a fresh temporary folder, hands it over, and removes it.
    public func inFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        let root = FileManager.default.temporaryDirectory
            .appendingPathComponent("pack-" + UUID().uuidString)
        defer {
            // What cannot be removed is the system's to clean.
            try? FileManager.default.removeItem(at: root)
        }
        for (path, text) in files {
            let url = root.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
        return try body(root.path)
    }

    static let pack = """
        name: sample
        title: {zh: 样品店, en: Sample shop}
        profile: training
        opensAt: 2026-03-18 09:00
        seed: 7
        minutes: 30
        colleagues: [{zh: 老周, en: Zhou}]
        greeting: {zh: [您好，正在为您转接], en: [Hi, connecting you]}
        arrivals:
          - {scenario: T01, at: "0:20"}
        warehouse: {carrier: {zh: 顺丰, en: SF Express}, prefix: SF, after: 10m, urged: 2m, part: 3m}
        carrier:
          scans:
            - {after: 5m, code: picked-up, text: {zh: 已揽收, en: Picked up}}
        departments:
          carrier: {after: 4m, say: {zh: [正在核实], en: [Checking]}}
        """

    static let shop = """
        products:
          - id: dress
            title: {zh: 碎花裙, en: Floral dress}
            facts: [{name: {zh: 尺码, en: Sizes}, value: {zh: L 52–60kg, en: L 52–60 kg}}]
            variants:
              - {id: dress-M, name: {zh: M码, en: size M}, price: 168.00, stock: 12}
              - {id: dress-L, name: {zh: L码, en: size L}, price: 168.00, stock: 9}
        coupons:
          - {id: off30, name: {zh: 满300减30, en: 30 off 300}, threshold: 300.00, amount: 30.00, validUntil: D+7 23:59}
        customers:
          - id: liqian
            name: {zh: 李倩, en: Li Qian}
            account: liqian_88
            level: regular
            coupons: [off30]
            address: {name: {zh: 李倩, en: Li Qian}, phone: "13800000001", region: {zh: 杭州市, en: Hangzhou}, street: {zh: 文三路1号, en: 1 Wensan Road}}
        orders:
          - id: first
            customer: liqian
            placed: -2d 20:15
            status: wait-ship
            paid: -2d 20:18
            lines: [{variant: dress-M, quantity: 2}]
            coupon: off30
            leaves: {after: 20m, urged: 3m}
          - id: old
            customer: liqian
            placed: -9d 10:00
            status: shipped
            paid: -9d 10:05
            lines: [{variant: dress-L}]
            parcels:
              - carrier: {zh: 中通, en: ZTO}
                tracking: ZT7312004411
                shipped: -8d 18:00
                scans: [{at: -8d 20:10, code: picked-up, text: {zh: 已揽收, en: Picked up}}]
                coming: [{at: +15m, code: out-for-delivery, text: {zh: 派送中, en: Out for delivery}}]
        """

    static let knowledge = """
        - {id: returns, title: {zh: 七天无理由, en: Seven-day returns}, text: {zh: 签收次日起7天, en: Within 7 days}}
        """

    static let scenario = """
        id: T01
        level: 1
        chapter: 3
        title: {zh: M还是L, en: M or L?}
        goal: {zh: 先问再荐, en: Ask first}
        persona: H
        customer: liqian
        channel: taobao
        stage: pre-sale
        order: first
        opens: {zh: ["你好\\n穿M还是L？", "你好\\nM还是L？", "你好\\nM码L码怎么选？"], en: ["Hi\\nM or L?", "Hi\\nM or L, which?", "Hi\\nIs it M or L?"]}
        needs: [{id: loose, title: {zh: 宽松, en: loose}}]
        start: asking
        states:
          asking:
            - hears: {says: [宽松, loose]}
              say: {zh: [喜欢宽松一点, 宽松点好, 宽松的], en: [A bit loose, Loose please, Loose]}
              reveal: loose
              mood: +6
              because: {zh: 问了习惯, en: asked about fit}
              go: waiting
            - after: 60s
              once: true
              say: {zh: [差多少呀, 差多少, 差几厘米], en: [How different?, How much?, By how much?]}
          waiting:
            - hears: {says: [L码, size l]}
              if: {revealed: loose}
              say: {zh: [那我拍L, 那L吧, 就L], en: [L then, The L then, L it is]}
              met: loose
              do: [{place-order: {variant: dress-L}}, pay]
              go: bought
          bought:
            - sees: card order
              say: {zh: [对的, 对, 没错], en: [Right, Correct, Yes]}
              resolved: true
              done: true
        also:
          - hears: {says: [绝对, absolutely]}
            say: {zh: [真的？, 真的吗, 这么肯定？], en: [Really?, Is it?, You sure?]}
        rubric:
          success: [{title: {zh: 付了L, en: Paid for L}, is: {paid-for: dress-L}}]
          process: [{title: {zh: 先问, en: Ask first}, says: {says: [宽松, loose]}}]
        golden:
          - {after: buyer, at: "+0:12", reply: {zh: 您喜欢宽松吗？, en: Do you like it loose?}}
          - {after: buyer, at: "+0:08", reply: {zh: 建议您拍L码, en: I'd go for size L}}
          - {after: {paid-for: dress-L}, at: "+0:08", card: order}
          - {after: buyer, at: "+0:20", close: true}
        """

    static let profile: String = {
        var text = """
            name: training
            title: {zh: 训练, en: Training}
            dated: 2026-03-01
            rules:
              payWithin: 30m
              shipWithin: 48h
              autoConfirmAfter: 10d
              extensionDays: [3, 5, 7]
              extensionsPerOrder: 1
              answerRefundWithin: {value: 48h, training: true, source: a table}
              compensationLimit: 20.00
              compensationPercent: 10
              recallWithin: 2m
              memoBytes: 1000
              messageCharacters: 2000
              ticketWithin: 4h
              postage: 8.00
              freePostageFrom: 99.00
            stars: {5: 85, 4: 70, 3: 50, 2: 30}
            leaves: {mood: 5, silence: 10m}
            personas:

            """
        for letter in ["N", "H", "B", "E", "A", "R", "V", "G", "P", "O", "Q", "S", "T"] {
            text += "  \(letter): {mood: 60, patience: 60s, rates: 100}\n"
        }
        text += "mood:\n"
        let moods = [
            ("first-reply-fast", 5, "within: 30s, "), ("first-reply-slow", -5, "over: 60s, "),
            ("first-reply-very-slow", -15, "over: 180s, "), ("wait-beyond-patience", -5, ""),
            ("question-resolved", 10, ""), ("need-met", 20, ""),
            ("empathy-first", 6, "below: 60, "), ("second-apology", -4, ""),
            ("dated-promise", 6, ""), ("promise-kept", 8, ""), ("early-notice", 5, ""),
            ("promise-broken", -25, ""), ("asked-again", -6, ""), ("canned-repeat", -5, ""),
            ("silent-transfer", -8, ""), ("wrong-fact", -15, ""), ("pushed-after-no", -8, ""),
            ("fault-light", -10, ""), ("fault-medium", -15, ""), ("fault-severe", -25, ""),
            ("closed-unresolved", -15, ""), ("misunderstood", -2, ""),
        ]
        for (name, value, more) in moods {
            text += "  \(name): {value: \(value), \(more)title: {zh: \(name), en: \(name)}}\n"
        }
        return text
    }()
}
