import Engine
import Support
import Testing

@Suite struct `Docs/Transitions.md` {
    @Test func `is what the engine's tables say today`() throws {
        // Mend with: xiaoer check --transitions > Docs/Transitions.md
        let page = try Repository.text(of: "Docs/Transitions.md")
        #expect(page == TransitionPage.markdown + "\n" || page == TransitionPage.markdown)
    }
}
