extension Shop {
    /// Whether a text tells who the buyer is: the full name, a phone or an address, however it is
    /// spaced. A public answer that does breaks the law, whoever was right about the goods.
    func tellsPrivateData(_ text: String, of review: Review) -> Bool {
        let customer = customers[review.customer]
        var addresses: [Address] = []
        if let order = orders[review.order] {
            addresses = [order.address] + order.parcels.compactMap { $0.intercept?.to }
        }
        if let address = customer?.address { addresses.append(address) }
        let words = bare(text)
        // One character is no name, three digits are no phone: they would be found anywhere.
        let names = [customer?.name].compactMap { $0 } + addresses.map(\.name)
        let secrets = names.map { ($0, 2) } + addresses.map { ($0.street, 3) }
        for (secret, least) in secrets.map({ (bare($0.0), $0.1) }) where secret.count >= least {
            if words.contains(secret) { return true }
        }
        let digits = words.filter(\.isNumber)
        return addresses.contains { address in
            let phone = bare(address.phone).filter(\.isNumber)
            return phone.count >= 7 && digits.contains(phone)
        }
    }

    /// Without spaces and marks, small letters, full-width digits as plain ones.
    private func bare(_ text: String) -> String {
        var bare = ""
        for letter in text.lowercased() where letter.isLetter || letter.isNumber {
            bare += letter.wholeNumberValue.map { "\($0)" } ?? "\(letter)"
        }
        return bare
    }
}
