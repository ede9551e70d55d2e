import Engine
import Stores

extension Gym {
    /// Opens a pack's shift, or a store of which nobody but the program plays any part.
    mutating func load(_ request: GymRequest) throws -> GymAnswer {
        let sources = [
            ("pack", request.pack != nil), ("store", request.store != nil),
            ("storeFile", request.storeFile != nil),
        ].filter(\.1).map(\.0)
        guard !sources.isEmpty else { throw GymFault.missing("pack", or: "store") }
        guard sources.count == 1 else { throw GymFault.oneOf(sources) }
        let opened = try request.pack.map { try open(pack: $0, request) } ?? openStore(request)
        shift = opened
        var answer = GymAnswer(after: opened)
        answer.over = nil
        return answer.with("shift", opened.card).with("agent", opened.shop.agent)
    }

    private func open(pack: String, _ request: GymRequest) throws -> Shift {
        try world.open(
            GymOpening(
                pack: pack, seed: request.seed, tongue: request.language ?? .chinese,
                scenarios: request.scenarios ?? [], crowd: request.crowd ?? 0,
                hasPeople: request.people ?? true))
    }

    private func openStore(_ request: GymRequest) throws -> Shift {
        let store: ShopFixture
        if let form = request.store {
            store = try form.store(profile: request.profile, rules: world.rules)
        } else {
            store = try StoreFile.read(
                try world.contents(of: request.storeFile ?? ""), profile: request.profile,
                rules: world.rules)
        }
        return Shift(
            card: ShiftCard(
                id: "gym", pack: "store", packHash: "", profile: store.rules.source.profile,
                title: Bilingual(zh: store.name, en: store.name), seed: request.seed ?? 0,
                tongue: request.language ?? .chinese, startsAt: store.opensAt),
            fixture: store)
    }

    /// The whole store as it stands, in the form in which it is loaded.
    func dump(_ request: GymRequest) throws -> GymAnswer {
        let shift = try loaded()
        var answer = GymAnswer()
        answer.now = shift.now
        switch request.to {
        case nil: return answer.with("store", shift.shop.store)
        case .instant: throw GymFault.noPath(in: "to")
        case .words(let path):
            try world.write(StoreFile.bytes(of: shift.shop.store), to: path)
            return answer.with("to", path)
        }
    }
}
