import Engine
import Testing
import Written
import Yams

@Suite struct `YAML that a person wrote` {
    private func fault(
        _ text: String, _ limits: WrittenYAML.Limits = .init()
    ) -> WrittenYAML.Fault? {
        do throws(WrittenYAML.Fault) {
            _ = try WrittenYAML.node(text, limits: limits)
            return nil
        } catch { return error }
    }

    @Test func `is a tree with a line for everything`() throws {
        let root = try #require(try WrittenYAML.node("a: 1\nb:\n  - x\n  - y\n"))
        #expect(root["b"]?[1]?.string == "y" && root["b"]?[1]?.mark?.line == 4)
        #expect(try WrittenYAML.node("# nothing\n") == nil)
    }

    @Test func `says where it is none`() {
        #expect(fault("a: 1\nb: [\n")?.line == 3)
        let twice = fault("a: 1\nb: 2\nb: 3\n")
        #expect(twice?.fact == .twice(["b"]) && twice?.words.zh.contains("两次") == true)
    }

    @Test(arguments: ["[", "{a: ", "- ", "? ", "- [", "\"\n[\": ["])
    func `is not nested without end`(opening: String) {
        let deep = fault(String(repeating: opening, count: 100_000))
        #expect(deep?.fact == .tooDeep(limit: 100), "\(opening)")
        let fits = String(repeating: "[", count: 90) + String(repeating: "]", count: 90)
        #expect(fault(fits) == nil)
    }

    @Test func `does not unfold without end, as values or as names`() {
        let bomb = { (form: String) in
            var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
            for (before, name) in zip("abcdefghij", "bcdefghijk") {
                let parts = Array(repeating: "*\(before)", count: 9).joined(separator: ", ")
                text += "\(name): &\(name) [\(parts)]\n"
            }
            return text + form
        }
        for form in ["", "? *k\n: 1\n", "[*k]: 1\n"] {
            #expect(fault(bomb(form))?.fact == .tooManyReferences(limit: 30))
        }
        // As many as there may be, unfolded beyond the budget.
        var few = "a: &a [x, x, x, x, x, x, x, x, x]\n"
        for (before, name) in zip("abcdefghi", "bcdefghij") {
            few += "\(name): &\(name) [*\(before), *\(before), *\(before)]\n"
        }
        let limits = WrittenYAML.Limits(nodes: 50_000)
        #expect(fault(few, limits)?.fact == .tooManyNodes(limit: 50_000))
        #expect(fault(few, .init(nodes: 500_000)) == nil)
    }

    @Test func `may refer to what it said before, and hold starred text`() throws {
        let root = try #require(try WrittenYAML.node("a: &x [1, 2]\nb: *x\n"))
        #expect(root["b"]?.sequence?.count == 2)
        let stars = (1...100).map { "- \"亲 *x 您好 &y\"\n- '*y'\n- a *z\($0)\n" }.joined()
        #expect(fault("r: &r 1\n") == nil && fault(stars) == nil)
    }

    @Test func `is no larger than it may be`() {
        #expect(fault("abc", .init(bytes: 2))?.fact == .tooLarge(limit: 2))
    }
}
