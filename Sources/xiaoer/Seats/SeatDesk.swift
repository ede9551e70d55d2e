import Console
import Engine
import Macros
import Shifts
import Storage
import Typing

/// What stands behind the desk of somebody in a room: drafts are kept in the room, the clock is
/// the host's, the rest is the program's.
final class SeatDesk: DeskHost {
    // A class: desk and loop hold the same one.
    let program: DeskProgram
    let seat: RoomSeat

    init(_ program: DeskProgram, _ seat: RoomSeat) {
        self.program = program
        self.seat = seat
    }

    func saveDraft(_ draft: Console.Draft, for slot: DraftSlot) throws(StorageTrouble) {
        try seat.save(draft, named: seat.draftName(slot))
    }

    func loadDrafts() -> [DraftSlot: Console.Draft] {
        let prefix = "talk/\(seat.round)/"
        return seat.drafts().reduce(into: [:]) { drafts, item in
            guard item.key.hasPrefix(prefix) else { return }
            let name = item.key.dropFirst(prefix.count)
            let isNote = name.hasSuffix("/note")
            let talk = isNote ? String(name.dropLast(5)) : String(name)
            drafts[DraftSlot(ConversationID(talk), isNote: isNote)] = item.value
        }
    }

    func saveClock(_ clock: DeskClock, at instant: Instant) throws(StorageTrouble) {}

    // Only the host writes the round's file: keys are counted while one sits, and not kept.
    func saveTyping(_ tallies: [ConversationID: KeyTally]) throws(StorageTrouble) {}
    func loadTyping() -> [ConversationID: KeyTally] { [:] }

    func drills() -> DrillShelf { program.drills() }
    func keepDrill(_ line: DrillLine) throws(StorageTrouble) { try program.keepDrill(line) }

    func saveSettings(_ settings: DeskSettings) throws(StorageTrouble) {
        try program.saveSettings(settings)
    }

    func saveMacro(_ macro: Macro) throws(StorageTrouble) -> String {
        try program.saveMacro(macro)
    }

    func openMacro(_ macro: Macro) -> MacroPage { program.openMacro(macro) }

    func saveMacro(
        _ macro: Macro, text: String, on page: MacroPage
    ) throws(StorageTrouble) -> String {
        try program.saveMacro(macro, text: text, on: page)
    }

    func copy(_ text: String) { program.copy(text) }
    func bell() { program.bell() }
    func suspend() { program.suspend() }
    func quit() { program.quit() }

    func exportShift() throws(StorageTrouble) -> String {
        // The journal of the round lies there already, whole.
        seat.file.shiftPath(round: seat.round)
    }
}
