import Engine
import Testing

@testable import Typing

@Suite struct `A typed text beside its sentence` {
    private func steps(_ typed: String, _ target: String, isWhole: Bool = true) -> String {
        Alignment(of: typed, to: target, isWhole: isWhole).steps.map { step in
            switch step {
            case .right: "="
            case .wrong: "x"
            case .missing: "-"
            case .extra: "+"
            }
        }.joined()
    }

    @Test func `says what is right, wrong, left out and too much`() {
        #expect(steps("今天发货。", "今天发货。") == "=====")
        #expect(steps("今天发火。", "今天发货。") == "===x=")
        #expect(steps("今发货。", "今天发货。") == "=-===")
        #expect(steps("今天就发货。", "今天发货。") == "==+===")
        #expect(steps("", "今天") == "--")
        #expect(steps("今天", "") == "++")
        #expect(steps("", "") == "")
    }

    @Test func `counts characters as a reader does`() {
        let flags = Alignment(of: "👨‍👩‍👧‍👦é", to: "👨‍👩‍👧‍👦é")
        #expect(flags.right == 2)
        #expect(flags.distance == 0)
        // The accent typed apart is the same letter.
        #expect(Alignment(of: "e\u{301}", to: "é").permille == 1000)
    }

    @Test func `is not short of what one has not come to yet`() {
        let going = Alignment(of: "今天发", to: "今天发货。", isWhole: false)
        #expect(going.distance == 0)
        #expect(going.reached == 3)
        #expect(going.permille == 1000)
        #expect(Alignment(of: "今天发", to: "今天发货。").distance == 2)
        // A wrong last character is one wrong, not one too many.
        #expect(steps("今天发火", "今天发货。", isWhole: false) == "===x")
        #expect(steps("您好马上", "您好，马上帮您", isWhole: false) == "==-==")
    }

    @Test(
        arguments: [
            ("好，在的。", "好,在的.", 0), ("好！（在）", "好!(在)", 0), ("“在”", "\"在\"", 0),
            ("共￥8", "共¥8", 0), ("29.90 元", "29。90 元", 1), ("Hi, there", "Hi， there", 1),
            ("单号 8842", "单号 ８８42", 2), ("好、在", "好,在", 1), ("A款", "Ａ款", 1),
        ])
    func `takes a half-width mark for a full-width one, and nothing the other way about`(
        target: String, typed: String, distance: Int
    ) {
        #expect(Alignment(of: typed, to: target).distance == distance)
    }

    @Test func `has as few differences as there can be`() {
        var dice = Dice(seed: 3)
        for _ in 0..<400 {
            let letters: [Character] = ["您", "好", "，", ",", "a"]
            func text() -> String {
                String((0..<dice.roll(0...9)).compactMap { _ in dice.pick(letters) })
            }
            let (target, typed) = (text(), text())
            let alignment = Alignment(of: typed, to: target)
            #expect(alignment.distance == Self.distance(Array(target), Array(typed)))
            // The steps go through both texts once, in order.
            var places = (target: 0, typed: 0)
            for step in alignment.steps {
                switch step {
                case .right(let a, let b), .wrong(let a, let b):
                    #expect((a, b) == places)
                    places = (a + 1, b + 1)
                case .missing(let a):
                    #expect(a == places.target)
                    places.target += 1
                case .extra(let b):
                    #expect(b == places.typed)
                    places.typed += 1
                }
            }
            #expect(places == (target.count, typed.count))
        }
    }

    /// By definition, without a table.
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        guard let first = a.first else { return b.count }
        guard let other = b.first else { return a.count }
        let rest = (Array(a.dropFirst()), Array(b.dropFirst()))
        if first == other || (first == "，" && other == ",") { return distance(rest.0, rest.1) }
        return 1
            + min(
                distance(rest.0, rest.1), distance(rest.0, b), distance(a, rest.1))
    }

    @Test func `tells slips whole: words, numbers, neighbours`() {
        func slips(_ typed: String, _ target: String) -> [Slip] {
            Alignment(of: typed, to: target).slips
        }
        #expect(slips("很抱谦", "很抱歉") == [Slip(expected: "歉", typed: "谦")])
        #expect(slips("他以经发了", "他已经发了") == [Slip(expected: "已", typed: "以")])
        #expect(
            slips("for teh lamp", "for the lamp") == [Slip(expected: "the", typed: "teh")])
        #expect(slips("尾号 8824。", "尾号 8842。") == [Slip(expected: "8842", typed: "8824")])
        #expect(slips("您好", "您好。") == [Slip(expected: "。", typed: "")])
        #expect(slips("您好好。", "您好。").count == 1)
        #expect(slips("您好。", "您好。").isEmpty)
    }

    @Test func `says what was put into a draft, and what of a reply was kept`() {
        #expect(Alignment.added(in: "您好，今天发货。", over: "您好，") == "今天发货。")
        #expect(Alignment.kept(of: "今天发货。", in: "亲，今天发货。谢谢") == 5)
        #expect(Alignment.kept(of: "今天发货。", in: "明天发。") == 3)
    }
}
