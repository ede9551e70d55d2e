import Engine
import Support
import Testing

@testable import Scenarios

/// The desk marks a time as a training value by the name of its field: the name must be one.
struct TrainingMarkTests {
    @Test func `every field that can set a time exists in a profile`() throws {
        let names = Set(RuleField.all.map(\.name))
        let source = try Repository.text(of: "Sources/Engine/Dues/Shop+RuleBehind.swift")
        let code = source.split(separator: "\n").filter { !$0.contains("///") }.joined()
        let asked = code.matches(of: /"([a-zA-Z.]+)"/).map { String($0.1) }
        #expect(asked.count > 15)
        #expect(asked.filter { !names.contains($0) } == [])
    }

    @Test func `taobao's marks name departments as the desk asks for them`() throws {
        let profile = try Profile.load(Repository.path("Profiles/taobao.yaml"))
        let marked = profile.rules.source.training.filter { $0.hasPrefix("tickets.departments.") }
        #expect(
            marked.allSatisfy { $0.hasSuffix(".within") || $0.hasSuffix(".fields") }, "\(marked)")
    }
}
