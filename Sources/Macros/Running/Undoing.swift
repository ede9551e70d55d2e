import Engine

extension Undoing {
    /// How far these commands can be taken back, found by taking them back on a copy.
    ///
    /// - Parameter back: the copy as it stands after the commands; they are taken back on it.
    init(
        of commands: [Command], _ reverses: [Reverse?], events: [Event], from before: Shop,
        on back: inout Shop
    ) {
        let actor = Actor.agent(before.agent)
        var stays: [Bilingual] = []
        var isAnyTaken = false
        for (command, reverse) in zip(commands, reverses).reversed() {
            guard let reverse else {
                if !command.onlyLooks { stays.append(MacroWords.stays(command)) }
                continue
            }
            do throws(Refusal) {
                for event in try back.decide(reverse.command, by: actor, at: back.now) {
                    back.apply(event, by: actor, at: back.now)
                }
                isAnyTaken = true
                if let trace = reverse.trace { stays.append(trace) }
            } catch {
                stays.append(MacroWords.stays(command))
            }
        }
        if back.differsOnlyInHistory(from: before) {
            self = .wholly
            return
        }
        for case .promiseMade(let promise) in events where promise.message != nil {
            stays.append(MacroWords.heardStays(promise.text))
        }
        if stays.isEmpty { stays.append(MacroWords.somethingStays) }
        let each = stays.reversed().reduce(into: [Bilingual]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        self = isAnyTaken ? .partly(each) : .not(each)
    }

    /// How far the first commands of a run could have been taken back alone.
    init(first count: Int, of rehearsal: Rehearsal, _ reverses: [Reverse?], on occasion: Occasion) {
        var copy = ShopCopy(occasion)
        var events: [Event] = []
        for command in rehearsal.commands.prefix(count) {
            // They have just gone through on another copy.
            events += (try? copy.carryOut(command)) ?? []
        }
        self.init(
            of: Array(rehearsal.commands.prefix(count)), Array(reverses.prefix(count)),
            events: events, from: occasion.shop, on: &copy.shop)
    }

    /// What is left, in words.
    var stays: [Bilingual] {
        switch self {
        case .wholly: []
        case .partly(let stays), .not(let stays): stays
        }
    }
}
