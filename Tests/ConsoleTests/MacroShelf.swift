import Engine
import Language
import Macros
import Replies
import Shifts
import Support

@testable import Console

/// A few macros and replies for the small shop of the desk tests.
enum MacroShelf {
    static let yaml = """
        macros:
          - name: late-ship
            label: {zh: 迟发安抚, en: Late shipment}
            folder: {zh: 售中, en: Orders}
            search_terms: [催发货]
            when: {status: waitShip}
            steps:
              - insert:
                  zh: "{{customer.name}}，您的{{order.items}}最晚{{order.shipBy|date}}发出。"
                  en: "{{customer.name}}, your {{order.items}} leaves by {{order.shipBy|date}}."
              - send
              - tag: {zh: 迟发, en: late}
              - memo: {flag: red, text: {zh: 催发货, en: chase it}}
          - name: pay-back
            label: {zh: 小额补偿, en: Small compensation}
            parameters:
              - {name: amount, type: money, label: {zh: 补偿金额, en: Amount}, default: 5.00, ask: true}
              - name: why
                type: choice
                label: {zh: 原因, en: Cause}
                options: [{value: {zh: 破损, en: damage}}, {value: {zh: 少件, en: a missing part}}]
            steps:
              - compensate: "{{amount}}"
              - insert: {zh: "因为{{why}}，补偿您{{amount}}元。", en: "For {{why}} you get {{amount}} yuan."}
              - send
          - name: hurry
            label: {zh: 催仓库, en: Hurry the warehouse}
            steps:
              - urge
              - insert: {zh: "已经催了仓库，{{customer.name}}。", en: "The warehouse knows, {{customer.name}}."}
              - send
          - name: which-one
            label: {zh: 看上哪款, en: Which one}
            stage: pre-sale
            steps:
              - insert: {zh: "{{customer.name}}，看上哪款了？", en: "Which one is it, {{customer.name}}?"}
              - send
          - name: sign-off
            label: {zh: 落款, en: Sign-off}
            steps:
              - insert: {zh: "有事随时找我。", en: "Here any time."}
        """

    static let library: MacroLibrary = {
        var library = MacroLibrary()
        library.add(yaml: yaml, named: "macros.yaml")
        precondition(library.problems.isEmpty, "\(library.problems)")
        return library
    }()

    static let replies: SnippetLibrary = {
        var library = SnippetLibrary()
        library.add(
            yaml: """
                matches:
                  - trigger: /cm
                    label: {zh: 尺码, en: Size}
                    form: "[[size]] 码适合您，[[note]]"
                    form_fields:
                      size: {type: choice, values: [S, M, L], default: M, label: {zh: 尺码, en: Size}}
                      note: {label: {zh: 补充, en: Note}}
                  - trigger: /dh
                    label: {zh: 单号, en: Tracking}
                    replace:
                      zh: 您的运单号是{{order.tracking}}，放心。
                      en: "Your tracking number is {{order.tracking}}."
                  - trigger: /qyb
                    label: {zh: 差多少, en: Short of it}
                    replace:
                      zh: 还没到门槛，还差$|$元。
                      en: "Your order is $|$ short of the minimum."
                """, named: "replies.yaml")
        precondition(library.problems.isEmpty, "\(library.problems)")
        return library
    }()
}

extension DeskScene {
    /// Gives the desk these macros, and replies that ask.
    func offerMacros() {
        desk.macroLibrary = { MacroShelf.library }
        desk.repliesFor = { desk, typed, _ in
            guard let shop = desk.shop, let talk = desk.talk, let shift = desk.shift else {
                return []
            }
            return MacroShelf.replies.search(typed, limit: 9).map { snippet in
                let filled = snippet.fill(
                    in: shop, talk, tongue: shift.card.tongue, now: shop.now)
                return ReplyChoice(
                    code: snippet.code, title: snippet.label[desk.tongue], text: filled.text,
                    caret: filled.caret, asks: filled.asks, place: snippet.place)
            }
        }
        desk.refill = { desk, reply, answers in
            guard let shop = desk.shop, let talk = desk.talk, let shift = desk.shift else {
                return nil
            }
            return MacroShelf.replies.named(reply.code).first?.fill(
                in: shop, talk, tongue: shift.card.tongue, now: shop.now, answers: answers)
        }
    }

    /// Replies and tags of one customer's conversation, to compare.
    func sent(to customer: CustomerID) -> [String] {
        shift.shop.conversations(of: customer).flatMap(\.messages).compactMap { message in
            guard case .agent = message.author, message.recalledAt == nil,
                case .text(let text) = message.body
            else { return nil }
            return text
        }
    }

    func tags(of customer: CustomerID) -> [String] {
        shift.shop.customers[customer]?.tags.map(\.name) ?? []
    }
}
