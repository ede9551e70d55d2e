import Engine
public import Shifts
import Terminal

/// The best run so far of the same shift, to race against.
public struct Ghost: Sendable {
    public let track: RaceTrack
    /// What it was worth in the end, out of 100.
    public let score: Int

    public init(track: RaceTrack, score: Int) {
        self.track = track
        self.score = score
    }
}

/// A race with a ghost while it is being shown: the ghost, and where one stands oneself, kept until
/// something happens.
struct GhostRace {
    let ghost: Ghost
    private var own = RaceTrack.Standing()
    private var grades: [ConversationID: Int] = [:]
    /// How much had happened, and how many were served, when it was last worked out.
    private var records = -1
    private var served = -1

    init(_ ghost: Ghost) { self.ghost = ghost }

    /// Judging costs more than a picture should, and a finished conversation's grade is all that is
    /// shown: it is judged anew only when one more is finished.
    mutating func standing(
        in shift: Shift, grades judge: (Shift) -> [ConversationID: Int]
    ) -> RaceTrack.Standing {
        guard records != shift.records.count else { return own }
        records = shift.records.count
        own = RaceTrack.Standing(of: shift.shop, grades: grades)
        if own.served != served {
            served = own.served
            grades = served > 0 ? judge(shift) : [:]
            own = RaceTrack.Standing(of: shift.shop, grades: grades)
        }
        return own
    }
}

extension Desk {
    /// Puts the ghost beside one's own run, or puts it away.
    func toggleRace() {
        if race != nil {
            race = nil
            return announce(.done, Words.raceOff)
        }
        guard let shift else { return }
        do throws(StorageTrouble) {
            guard let ghost = try ghostFor(shift) else { return announce(.hint, Words.noGhost) }
            race = GhostRace(ghost)
        } catch {
            announce(.refused, error.sentence)
        }
    }

    /// One line: where one stands, and where the ghost stood at this second.
    func drawRace(in row: Rect, into canvas: inout Canvas) {
        guard let shift, var racing = race else { return }
        let own = racing.standing(in: shift, grades: gradesFor)
        race = racing
        let then = racing.ghost.track.standing(at: now - shift.card.startsAt)
        canvas.fill(row, style: style(.header))
        canvas.put(
            say(Words.race(own, then, ghostScore: racing.ghost.score)), at: row.origin,
            limit: row.width, style: style(.header), overflow: .ellipsis)
    }
}
