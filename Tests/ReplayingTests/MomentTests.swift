import Engine
import Replaying
import Shifts
import Storage
import Testing

@Suite struct `A moment that is typed` {
    private let start = CivilTime(year: 2026, month: 3, day: 18, hour: 22, minute: 30).instant()
    private var span: ClosedRange<Instant> { start...(start + .hours(3)) }

    private func instant(_ typed: String, from now: Instant? = nil) -> Instant? {
        let place = MomentWish(typed)?.place(
            from: now ?? start, in: span, offset: CivilTime.chinaOffset)
        guard case .instant(let instant)? = place else { return nil }
        return instant
    }

    @Test
    func `is a time of the shop's clock, also behind midnight and as an input method types it`() {
        #expect(instant("22:45") == start + .minutes(15))
        #expect(instant("22:45:30") == start + .seconds(930))
        #expect(instant("0:30") == start + .hours(2))
        #expect(instant("２３：００") == start + .minutes(30))
        #expect(instant("12:00") == start)
    }

    @Test func `is a way from here, a share, or an entry`() {
        #expect(instant("+5m", from: start + .minutes(1)) == start + .minutes(6))
        #expect(instant("-30s", from: start + .minutes(1)) == start + .seconds(30))
        #expect(instant("-2h", from: start + .minutes(1)) == start)
        #expect(instant("50%") == start + .minutes(90))
        #expect(MomentWish("#120") == .entry(120))
        #expect(MomentWish("＃１２") == .entry(12))
    }

    @Test(arguments: [
        "", "25:00", "14:60", "14", "abc", "#", "#-3", "101%", "+x", "1:2:3:4", "+99999999999m",
    ])
    func `is refused where it means none`(typed: String) {
        #expect(MomentWish(typed) == nil)
    }
}

@Suite struct `A teacher's notes` {
    @Test func `travel as bytes and stand in the order of their moments`() throws {
        var notes = TeacherNotes()
        notes.put(TeacherNote(entry: 9, at: Instant(milliseconds: 9), text: "这里该先查订单"))
        notes.put(TeacherNote(entry: 2, at: Instant(milliseconds: 2), text: "good"))
        #expect(notes.all.map(\.entry) == [2, 9])
        #expect(try TeacherNotes(bytes: notes.bytes) == notes)
    }

    @Test func `are one a moment, replaced by the next and gone when emptied`() {
        var notes = TeacherNotes([TeacherNote(entry: 3, at: Instant(milliseconds: 0), text: "一")])
        notes.put(TeacherNote(entry: 3, at: Instant(milliseconds: 0), text: "二"))
        #expect(notes.all.map(\.text) == ["二"])
        notes.put(TeacherNote(entry: 3, at: Instant(milliseconds: 0), text: " \n"))
        #expect(notes.all.isEmpty)
    }

    @Test func `are kept in the file of a shift at rest, and no entry changes`() throws {
        let shift = try PlayedShift()
        try inFolder { folder in
            let path = try shift.file(in: folder)
            let notes = TeacherNotes([
                TeacherNote(entry: 4, at: shift.entries[3].at, text: "态度好，没解决")
            ])
            try Journal.keepNote(TeacherNote.key, notes.bytes, with: path)
            let journal = try Journal.open(path, mode: .watcher)
            let bytes = try #require(try journal.note(TeacherNote.key))
            #expect(try TeacherNotes(bytes: bytes) == notes)
            #expect(try shift.verdict(of: path).outcome == .same)
        }
    }

    @Test func `are refused while another desk writes the shift`() throws {
        let shift = try PlayedShift()
        try inFolder { folder in
            let path = try shift.file(in: folder)
            let writer = try Journal.open(path, mode: .writer)
            #expect(throws: StorageFault.self) {
                try Journal.keepNote(TeacherNote.key, [1], with: path)
            }
            #expect(try writer.note(TeacherNote.key) == nil)
        }
    }
}

@Suite struct `The tree of branches` {
    private func drawn(_ shifts: [(id: String, parent: String?)]) -> [String] {
        ShiftTree(shifts).rows.map { $0.lead(isPlain: false) + shifts[$0.index].id }
    }

    @Test func `puts each branch below what it was taken over from, the oldest first`() {
        #expect(
            drawn([("d", "b"), ("c", "a"), ("b", "a"), ("x", nil), ("a", nil)])
                == ["x", "a", "├ b", "│ └ d", "└ c"])
    }

    @Test func `makes a root of a branch whose origin is not here`() {
        #expect(drawn([("b", "gone"), ("a", nil)]) == ["b", "a"])
    }

    @Test func `lists each shift of a ring once`() {
        let rows = ShiftTree([("a", "b"), ("b", "c"), ("c", "a"), ("s", "s")]).rows
        #expect(rows.map(\.index).sorted() == [0, 1, 2, 3])
    }
}
