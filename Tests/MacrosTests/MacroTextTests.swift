import Testing

@testable import Macros

/// Changing one macro of a file by its lines.
@Suite struct `A macro as lines of a file` {
    private static let file = """
        # mine
        matches:
          - trigger: /a
            replace: b
        macros:
            # the first
            - name: one
              label: One

              steps: # two of them
                - insert: |
                    Hello,

                    dear.
                - send

            -
              name: two
              label: Two
              steps:
                - insert: x
        # the end
        """

    private func line(of name: String) throws -> Int {
        var library = MacroLibrary()
        library.add(yaml: Self.file, named: "f")
        #expect(library.problems.isEmpty)
        return try #require(library.named(name)?.source?.line)
    }

    @Test(arguments: ["one", "two"])
    func `reads by itself as the same macro, and put back the file is the same`(name: String) throws
    {
        let text = try #require(MacroText(Self.file, line: try line(of: name)))
        var alone = MacroLibrary()
        alone.add(yaml: text.own, named: "own")
        var whole = MacroLibrary()
        whole.add(yaml: Self.file, named: "own")
        #expect(alone.macros == [try #require(whole.named(name))])
        #expect(text.file(with: text.own) == Self.file)
    }

    @Test func `changes only its own lines`() throws {
        let text = try #require(MacroText(Self.file, line: try line(of: "one")))
        let changed = text.own.replacing("- send", with: "- send\n      - next")
        #expect(
            text.file(with: changed)
                == Self.file.replacing("- send\n", with: "- send\n        - next\n"))
    }

    @Test func `a remark at the margin hides nothing behind it`() throws {
        let file = "macros:\n  - name: a\n    steps:\n      - send\n# - next\n      - send\n# end\n"
        let text = try #require(MacroText(file, line: 2))
        #expect(text.own.contains("# - next\n      - send\n"))
        #expect(text.file(with: text.own) == file)
    }

    @Test func `keeps comments that were put before it, and takes a head with remarks`() throws {
        let text = try #require(MacroText(Self.file, line: try line(of: "two")))
        let written = "# a remark\nmacros:\n- name: two\n  label: Two\n  steps: [send]\n\n"
        let whole = try #require(text.file(with: written))
        #expect(
            whole.hasSuffix(
                "    - name: two\n      label: Two\n      steps: [send]\n# the end"))
    }

    @Test func `says no to what is no list of macros, or stands on one line`() throws {
        let text = try #require(MacroText(Self.file, line: try line(of: "one")))
        #expect(text.file(with: "- name: one") == nil)
        #expect(text.file(with: "macros:\n") == nil)
        #expect(text.file(with: "macros:\n    - name: one\n  steps: []\n") == nil)
        #expect(MacroText("macros: [{name: one, steps: [send]}]", line: 1) == nil)
        #expect(MacroText("macros:", line: 9) == nil)
    }
}
