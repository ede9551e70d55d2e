extension Shop {
    /// How many more customers can come at once.
    public static let largestSurge = 50

    /// While time stands nobody at a seat acts, and nobody acts in a seat that the leader has.
    func checkSeat(of actor: Actor) throws(Refusal) {
        guard actor.isAgent || actor.isBuyer else { return }
        guard !leading.isFrozen else { throw .timeStands }
        guard !leading.taken.contains(where: { $0.isOf(actor) }) else { throw .seatTaken }
    }

    func lead(_ lead: Lead) throws(Refusal) -> [Event] {
        switch lead {
        case .freeze:
            guard !leading.isFrozen else { throw .alreadySo }
        case .goOn:
            guard leading.isFrozen else { throw .alreadySo }
        case .whisper(let seat, let text):
            try check(seat)
            try checkLength(text)
        case .surge(let customers):
            guard (1...Self.largestSurge).contains(customers) else {
                throw .badCount(customers, most: Self.largestSurge)
            }
        case .sendAway(let name):
            try checkColleague(name)
            guard !leading.away.contains(name) else { throw .alreadySo }
        case .callBack(let name):
            try checkColleague(name)
            guard leading.away.contains(name) else { throw .alreadySo }
        case .takeSeat(let seat):
            try check(seat)
            guard !leading.taken.contains(seat) else { throw .alreadySo }
        case .giveBack(let seat):
            try check(seat)
            guard leading.taken.contains(seat) else { throw .alreadySo }
        }
        return [.led(lead)]
    }

    mutating func apply(_ lead: Lead) {
        switch lead {
        case .freeze: leading.isFrozen = true
        case .goOn: leading.isFrozen = false
        case .sendAway(let name): leading.away.append(name)
        case .callBack(let name): leading.away.removeAll { $0 == name }
        case .takeSeat(let seat): leading.taken.append(seat)
        case .giveBack(let seat): leading.taken.removeAll { $0 == seat }
        case .whisper, .surge: break
        }
    }

    private func check(_ seat: Seat) throws(Refusal) {
        guard case .buyer(let id) = seat else { return }
        guard customers[id] != nil else { throw .noSuchCustomer(id) }
    }

    private func checkColleague(_ name: String) throws(Refusal) {
        guard colleagues.contains(name) else {
            throw .noSuchColleague(
                name: name, nearest: Spelling.nearest(to: name, among: colleagues))
        }
    }
}
