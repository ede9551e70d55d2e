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
        desk.repliesFor = snippets.choices
        desk.replyWasUsed = snippets.wasUsed
        desk.replyNamed = snippets.choice
        desk.refill = snippets.refill
        desk.macroLibrary = snippets.macros
        desk.followLibrary = snippets.follow
        desk.voiceFor = voice
        desk.coachFor = coach
        desk.ghostFor = ghost
        desk.gradesFor = grades
        return desk
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
