import Engine

/// Orders in words: items, masked addresses, coupons. Used by the order panel, by cards and forms.
extension Desk {
    /// `电饭煲 5L` for one line of an order.
    func itemName(_ line: Order.Line) -> String {
        itemName(line.variant)
    }

    func itemName(_ id: VariantID) -> String {
        guard let product = shop?.product(of: id), let variant = shop?.variant(id) else {
            return id.rawValue
        }
        return variant.name.isEmpty || product.variants.count == 1
            ? product.title : product.title + " " + variant.name
    }

    /// `张** 138****0000 浙江杭州 ****`: enough to recognise, not enough to read out.
    func masked(_ address: Address) -> String {
        let name = address.name.prefix(1) + String(repeating: "*", count: 2)
        return "\(name) \(maskedPhone(address.phone)) \(address.region) ****"
    }

    func maskedPhone(_ phone: String) -> String {
        guard phone.count >= 7 else { return "****" }
        return phone.prefix(3) + "****" + phone.suffix(4)
    }

    /// `满 200 减 20，至 04-01`.
    func couponTerms(_ coupon: Coupon) -> String {
        say(
            Words.couponTerms(
                threshold: coupon.threshold.plain, amount: coupon.amount.plain,
                until: civil(coupon.validUntil).date))
    }
}
