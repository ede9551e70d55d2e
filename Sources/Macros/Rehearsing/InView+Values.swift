import Engine

extension InView {
    /// What was typed for a parameter, as a text says it and a field takes it; nil where it is
    /// none of the kind.
    func value(of parameter: Parameter, from text: String) -> ParameterValue? {
        let text = text.trimmed
        guard !text.isEmpty else { return nil }
        switch parameter.kind {
        case .text, .tag: return .init(shown: text, raw: text, isExact: true)
        case .money:
            let amount = text.hasSuffix("元") ? text.dropLast().trimmed : text
            return Money(text: amount).map {
                .init(shown: $0.plain, raw: "\($0.fen)", isExact: true)
            }
        case .integer:
            return Int(text).map { .init(shown: "\($0)", raw: "\($0)", isExact: true) }
        case .moment:
            return moments.read(text).map { value(of: .moment($0)) }
        case .line:
            // A line has a number of its own, counted from 0: its place is not another one.
            return choice(text, among: options(for: parameter), byPlace: false)
        case .order:
            // A text says its number; what is in it is only there to choose by.
            return choice(text, among: options(for: parameter), byPlace: true).map {
                .init(shown: $0.raw, raw: $0.raw, isExact: true)
            }
        case .choice, .variant, .coupon, .customer, .ticket, .account, .afterSale,
            .parcel, .department, .colleague:
            return choice(text, among: options(for: parameter), byPlace: true)
        }
    }

    func value(of worth: Worth) -> ParameterValue {
        switch worth {
        case .money(let money):
            .init(shown: money.plain, raw: worth.raw, isExact: true)
        case .moment(let instant):
            .init(shown: moments.shown(instant, in: tongue), raw: worth.raw, isExact: true)
        }
    }

    /// By value, by label, or by place counted from 1.
    private func choice(
        _ text: String, among options: [Parameter.Option], byPlace: Bool
    ) -> ParameterValue? {
        let named = options.first { option in
            [option.value.zh, option.value.en, option.label.zh, option.label.en].contains(text)
        }
        let place = Int(text).flatMap { number in
            byPlace && options.indices.contains(number - 1) ? options[number - 1] : nil
        }
        return (named ?? place).map(value(of:))
    }

    func value(of option: Parameter.Option) -> ParameterValue {
        // What the shop has a name for is spoken of by that name, and sent by its number.
        let isNamed = option.value.zh == option.value.en && option.label != option.value
        return .init(
            shown: isNamed ? option.label[tongue] : option.value[tongue],
            raw: option.value[tongue], isExact: true)
    }

    /// What may be given, for the kinds of which there are only so many here.
    func options(for parameter: Parameter) -> [Parameter.Option] {
        switch parameter.kind {
        case .text, .money, .integer, .moment, .tag: return []
        case .choice: return parameter.options
        case .order:
            return shop.orders(of: talk.customer).reversed().map { order in
                let items = order.lines.map { shop.said($0.variant) }.joined(separator: "、")
                return named(order.id.rawValue, "…\(order.id.rawValue.suffix(4)) \(items)")
            }
        case .line:
            return (order?.lines ?? []).enumerated().map { number, line in
                named("\(number)", shop.said(line.variant))
            }
        case .variant:
            let products = (order?.lines ?? []).compactMap { shop.product(of: $0.variant) }
            var seen: Set<VariantID> = []
            return products.flatMap(\.variants).filter { seen.insert($0.id).inserted }.map {
                named($0.id.rawValue, shop.said($0.id))
            }
        case .coupon:
            return shop.coupons.values.filter { $0.validUntil > shop.now }.map {
                named($0.id.rawValue, $0.name)
            }
        case .customer:
            return [named(talk.customer.rawValue, shop.customers[talk.customer]?.name ?? "")]
        case .ticket:
            return shop.tickets(of: talk.id).map {
                named($0.id.rawValue, $0.summary)
            }
        case .account:
            return (shop.customers[talk.customer]?.accounts ?? []).map { account in
                Parameter.Option(
                    value: both(account.id.rawValue),
                    label: Bilingual(
                        zh: account.method.name.zh + account.label,
                        en: account.method.name.en + " " + account.label))
            }
        case .afterSale:
            return shop.orders(of: talk.customer).flatMap { shop.afterSales(of: $0.id) }
                .filter(\.isOpen).map { item in
                    Parameter.Option(value: both(item.id.rawValue), label: item.kind.name)
                }
        case .parcel:
            return (order?.parcels ?? []).filter { !$0.isVoid }.map { same($0.tracking) }
        case .department:
            return Department.allCases.map {
                Parameter.Option(value: both($0.rawValue), label: $0.name)
            }
        case .colleague: return shop.colleagues.map(same)
        }
    }

    private func both(_ text: String) -> Bilingual { Bilingual(zh: text, en: text) }
    private func same(_ text: String) -> Parameter.Option { Parameter.Option(value: both(text)) }
    private func named(_ value: String, _ name: String) -> Parameter.Option {
        Parameter.Option(value: both(value), label: both(name))
    }
}
