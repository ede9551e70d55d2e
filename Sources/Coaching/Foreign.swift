public import Engine

/// Finds in a text what belongs to somebody else: an order number, a parcel, a telephone.
public enum Foreign {
    /// Something of another customer's in a text.
    public struct Found: Hashable, Sendable {
        public var words: String
        public var owner: CustomerID
    }

    /// Looked for by the number itself, however the text is meant; what this customer has written
    /// is theirs to hear.
    public static func numbers(
        in text: String, of talk: Conversation, _ shop: Shop
    ) -> [Found] {
        let own = talk.buyerText?.uppercased() ?? ""
        return words(of: text)
            .filter { $0.count >= 6 && !own.contains($0.uppercased()) }
            .compactMap { word in
                owner(of: word, talk, shop).map { Found(words: word, owner: $0) }
            }
    }

    /// Runs of letters and digits; digits parted as people part a telephone number
    /// (138-0013-8000) are one run.
    private static func words(of text: String) -> [String] {
        let all = Array(text)
        func isDigit(_ place: Int) -> Bool {
            all.indices.contains(place) && all[place].isASCII && all[place].isNumber
        }
        var joined = ""
        for (place, character) in all.enumerated() {
            let parts = character == "-" || character == " "
            if parts, isDigit(place - 1), isDigit(place + 1) { continue }
            joined.append(character)
        }
        let pieces = [text, joined].flatMap { text in
            text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
        }
        var seen: Set<String> = []
        return pieces.filter { seen.insert($0).inserted }
    }

    /// Whose it is, when it is another's and not this customer's too.
    private static func owner(
        of word: String, _ talk: Conversation, _ shop: Shop
    ) -> CustomerID? {
        let owners: [CustomerID]
        if let order = shop.orders[OrderID(word)] {
            owners = [order.customer]
        } else if let parcel = shop.parcel(word) ?? shop.parcel(word.uppercased()) {
            owners = parcel.orders.compactMap { shop.orders[$0]?.customer }
        } else if word.count == 11, word.first == "1", word.allSatisfy(\.isNumber) {
            owners =
                shop.orders(of: talk.customer).contains { $0.address.phone == word }
                ? []
                : shop.orders.values.first { $0.address.phone == word }.map { [$0.customer] } ?? []
        } else {
            owners = []
        }
        return owners.contains(talk.customer) ? nil : owners.first
    }

    static func advice(on text: String, _ talk: Conversation, _ shop: Shop) -> [Advice] {
        numbers(in: text, of: talk, shop).map { found in
            let name = shop.customers[found.owner]?.name ?? found.owner.rawValue
            return Advice(
                words: found.words,
                fact: .foreign(
                    Bilingual(zh: "这是\(name)的，不是这位顾客的", en: "\(name)'s, not this customer's")))
        }
    }
}
