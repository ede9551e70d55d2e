import Engine
import Scenarios
import Support

/// A folder with profiles as text, for tests that read them: `open-retail` as it is shipped, and
/// what a teacher wrote beside it.
struct ProfileFolder {
    var files: [String: String]

    init(_ files: [String: String] = [:]) throws {
        self.files = files
        self.files["open-retail"] = try Repository.text(of: "Profiles/open-retail.yaml")
    }

    /// A profile that inherits from `open-retail` and says this below its head of four lines.
    init(mine body: String) throws {
        try self.init(["mine": Self.head("mine", inherits: "open-retail") + body])
    }

    static func head(_ name: String, inherits: String) -> String {
        """
        name: \(name)
        title: {zh: 我的店, en: My shop}
        dated: 2026-09-01
        inherits: \(inherits)

        """
    }

    func load(_ name: String = "mine") throws -> Profile {
        try inFolder { try Profile.load($0 + "/\(name).yaml") }
    }

    /// What is wrong with a profile; empty when nothing is. Files are named without their folder.
    func problems(_ name: String = "mine") throws -> [PackProblem] {
        try inFolder { folder in
            do {
                _ = try Profile.load(folder + "/\(name).yaml")
                return []
            } catch let error as PackProblems {
                return error.problems.map { problem in
                    var problem = problem
                    problem.file = String(problem.file.dropFirst(folder.count + 1))
                    return problem
                }
            }
        }
    }

    private func inFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        var sample = SamplePack()
        sample.files = [:]
        for (name, text) in files { sample.files[name + ".yaml"] = text }
        return try sample.inFolder(body)
    }
}
