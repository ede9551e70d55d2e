import Engine
import Foundation
import Yams

extension Profile {
    /// Reads one profile file, and those it inherits from beside it.
    public static func load(_ path: String) throws(PackProblems) -> Profile {
        var loading = ProfileLoading()
        guard let profile = loading.profile(at: path), loading.problems.isEmpty else {
            throw PackProblems(loading.problems)
        }
        return profile
    }

    /// Reads every profile of a folder, in the order of their names.
    public static func all(in folder: String) throws(PackProblems) -> [Profile] {
        var profiles: [Profile] = []
        for name in names(in: folder) { profiles.append(try load(folder + "/" + name + ".yaml")) }
        return profiles
    }

    /// The profiles of a folder by their names, sorted.
    public static func names(in folder: String) -> [String] {
        PackLoading.yamlFiles(in: folder).map { String($0.dropLast(5)) }
    }
}

/// The reading of one profile: up the chain of `inherits` to its root, then down again, each file
/// writing over what the one before said.
struct ProfileLoading {
    private(set) var problems: [PackProblem] = []

    private struct Layer {
        let name: String
        let path: String
        let root: Node
    }

    mutating func profile(at path: String) -> Profile? {
        let url = URL(fileURLWithPath: path)
        let folder =
            path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]) : "."
        let (layers, isWhole) = chain(
            from: url.deletingPathExtension().lastPathComponent, path: path, folder: folder)
        var draft = ProfileDraft()
        for (index, layer) in layers.reversed().enumerated() {
            var reader = FieldReader(file: layer.path)
            reader.layer(
                layer.root, isWhole: isWhole && index == 0, fileName: layer.name, into: &draft)
            problems += reader.problems
        }
        guard isWhole, problems.isEmpty else { return nil }
        problems += draft.contradictions()
        return draft.profile(inherits: layers.dropFirst().map(\.name))
    }

    /// The files from the named one to its root; not whole where one of them is missing.
    private mutating func chain(
        from name: String, path: String, folder: String
    ) -> (layers: [Layer], isWhole: Bool) {
        var layers: [Layer] = []
        var next: (name: String, path: String) = (name, path)
        while true {
            let file: YAMLFile
            do { file = try YAMLFile(path: next.path) } catch {
                problems.append(error)
                return (layers, false)
            }
            layers.append(Layer(name: next.name, path: next.path, root: file.root))
            guard let node = file.root.mapping?["inherits"] else { return (layers, true) }
            let parent = node.string ?? ""
            var reader = FieldReader(file: next.path)
            let names = layers.map(\.name)
            let all = Profile.names(in: folder)
            if let start = names.firstIndex(of: parent) {
                reader.fail(node, "inherits", .inheritsItself(names[start...] + [parent]))
            } else if !all.contains(parent) {
                let nearest = Spelling.nearest(to: parent, among: all)
                reader.fail(
                    node, "inherits", .unknownID(parent, kind: .profile, nearest: nearest))
            }
            if !reader.problems.isEmpty {
                problems += reader.problems
                return (layers, false)
            }
            next = (parent, folder + "/" + parent + ".yaml")
        }
    }
}
