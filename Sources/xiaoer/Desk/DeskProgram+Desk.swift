import Console
import Engine
import Foundation
import Scenarios
import Shifts
import Storage
import Terminal

/// A desk put together with all that stands behind it: for the loop, for the linear mode and for
/// pictures.
extension DeskProgram {
    func desk(
        settings: DeskSettings, themes: ThemeShelf, keymaps: KeymapShelf, size: Size,
        profile: TerminalProfile = TerminalProfile()
    ) -> Desk {
        let desk = Desk(
            host: self,
            pages: DeskPages(
                start: { [self] _ -> any Page in
                    if isNoNewcomer { return StartPage(host: self) }
                    return LanguagePage(host: self)
                },
                debrief: { [self] desk in
                    guard let shift = desk.shift else { return StartPage.opening(self) }
                    return DebriefPage(host: self, debrief(of: shift))
                }), settings: settings, themes: themes, keymaps: keymaps, size: size,
            profile: profile)
        furnish(desk)
        desk.ghostFor = ghost
        desk.gradesFor = grades
        return desk
    }

    /// What an agent has at hand, at the desk and at a seat in a room.
    func furnish(_ desk: Desk) {
        desk.repliesFor = snippets.choices
        desk.replyWasUsed = snippets.wasUsed
        desk.replyNamed = snippets.choice
        desk.refill = snippets.refill
        desk.macroLibrary = snippets.macros
        desk.followLibrary = snippets.follow
        desk.voiceFor = voice
        desk.coachFor = coach
    }

    /// What is wrong with the files of replies and was not told yet: before a picture, to be in it.
    func tellProblems(on desk: Desk) {
        if let news = snippets.news() { desk.tell(news) }
    }

    /// What keys can be given to: behind a picture, which does not wait for files to be read.
    func putUnderKeys(on desk: Desk) {
        if let library = snippets.libraryNews() { desk.take(library) }
    }

    /// Does what was wished of the terminal and of the desk.
    func grant(_ display: inout NcursesDisplay, _ desk: Desk) {
        let wishes = wishes
        self.wishes = Wishes()
        for text in wishes.copies { display.copy(text) }
        for _ in 0..<wishes.bells { display.bell() }
        if wishes.suspend { display.suspend() }
        if let words = wishes.words { desk.words = words }
    }

    /// Puts a shift on the desk of which nothing is kept: a stored one that is looked at, or a
    /// model run.
    func show(_ shift: Shift, of premises: Premises) {
        keep(premises, of: shift.card)
        hold(shift, nil)
    }

    /// The captions and the model run of the shift on the desk.
    func script(of shift: Shift) throws -> DemoScript {
        DemoScript(try premises(of: shift.card).pack, tongue: shift.card.tongue)
    }
}

extension Folders {
    /// The person's folders, or the sentence why there are none.
    static func here() throws -> Folders {
        do { return try Folders(environment: ProcessInfo.processInfo.environment) } catch {
            throw Failure(code: error.exitCode, sentence: error.words)
        }
    }
}
