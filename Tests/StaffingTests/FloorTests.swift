import Engine
import Testing

@testable import Staffing

/// Small rooms, reckoned by hand; times in seconds.
@Suite struct `The floor` {
    private func guest(_ number: Int, at: Int64, takes: Int64, waits: Int64? = nil) -> Floor.Guest {
        Floor.Guest(
            number: number, arrivedAt: at * 1000, handling: takes * 1000,
            patience: waits.map { $0 * 1000 })
    }

    private func played(
        places: Int, _ guests: [Floor.Guest]
    ) -> [Floor.Outcome] {
        var floor = Floor(places: places)
        for guest in guests { floor.arrive(guest) }
        floor.advance(to: .max - 1)
        return floor.outcomes.sorted { $0.number < $1.number }
    }

    @Test func `one agent takes them in the order in which they came`() {
        let outcomes = played(
            places: 1,
            [guest(0, at: 0, takes: 60), guest(1, at: 10, takes: 30), guest(2, at: 20, takes: 5)])
        #expect(outcomes.map(\.wait) == [0, 50_000, 70_000])
        #expect(outcomes.map(\.hadToWait) == [false, true, true])
        #expect(outcomes.allSatisfy { $0.ending == .answered })
    }

    @Test func `who gives up is passed over, and has waited as long as their patience`() {
        let outcomes = played(
            places: 1,
            [
                guest(0, at: 0, takes: 60), guest(1, at: 10, takes: 30, waits: 20),
                guest(2, at: 20, takes: 5, waits: 100),
            ])
        #expect(outcomes.map(\.ending) == [.answered, .gaveUp, .answered])
        #expect(outcomes.map(\.wait) == [0, 20_000, 40_000])
    }

    @Test func `an answer in the very moment of giving up is an answer`() {
        let outcomes = played(
            places: 1, [guest(0, at: 0, takes: 30), guest(1, at: 10, takes: 30, waits: 20)])
        #expect(outcomes[1].ending == .answered)
    }

    @Test func `an agent who leaves finishes the talk, and one who comes takes the next`() {
        var floor = Floor(places: 2)
        for number in 0...3 { floor.arrive(guest(number, at: 0, takes: 100)) }
        floor.staff(1, at: 50_000)
        floor.advance(to: 100_000)
        #expect(floor.outcomes.map(\.number) == [0, 1, 2])
        floor.staff(2, at: 130_000)
        #expect(floor.outcomes.last?.number == 3 && floor.outcomes.last?.wait == 130_000)
    }
}
