public import Engine
import Foundation
import Written
import Yams

/// What a list says of a pack, read from the heads of its files: a dozen packs with their hundred
/// scenarios are listed before anybody notices. A pack is read whole, and its mistakes found, only
/// when it is begun or checked.
public struct PackHead: Hashable, Sendable {
    public var title: Engine.Bilingual
    public var minutes: Int
    /// Where it stands in a list; packs that do not say come last.
    public var place: Int
    /// How many come in its shift, its own and borrowed ones.
    public var customers: Int
    /// Its own, in the order of their files.
    public var scenarios: [ScenarioHead]

    public struct ScenarioHead: Hashable, Sendable {
        public var id: String
        public var level: Int
        public var title: Engine.Bilingual
        public var goal: Engine.Bilingual
        public var stage: Conversation.Stage
    }

    /// Nil where the head cannot be read; `Pack.load` says why.
    public init?(folder: String) {
        var reader = FieldReader(file: folder + "/pack.yaml")
        guard let head = Self.head(["title", "minutes", "place", "arrivals"], &reader),
            let title = reader.bilingual(head, "title"),
            let minutes = reader.whole(head, "minutes", 1...1440)
        else { return nil }
        self.title = title
        self.minutes = minutes
        place = reader.whole(head, "place", 0...10_000) ?? .max
        customers = head["arrivals"]?.sequence?.count ?? 0
        scenarios = PackLoading.yamlFiles(in: folder + "/scenarios").compactMap {
            Self.scenario(folder + "/scenarios/" + $0)
        }
    }

    private static func scenario(_ path: String) -> ScenarioHead? {
        var reader = FieldReader(file: path)
        guard let head = head(["id", "level", "title", "goal", "stage"], &reader),
            let id = reader.text(head, "id"), let level = reader.whole(head, "level", 1...5),
            let title = reader.bilingual(head, "title"), let goal = reader.bilingual(head, "goal"),
            let stage: Conversation.Stage = reader.name(head, "stage")
        else { return nil }
        return ScenarioHead(id: id, level: level, title: title, goal: goal, stage: stage)
    }

    /// These fields of a file and no more: the lines from each to the next field at the margin are
    /// cut out, and only they are read as YAML.
    private static func head(
        _ names: [String], _ reader: inout FieldReader
    ) -> FieldReader.Fields? {
        guard let data = FileManager.default.contents(atPath: reader.file) else { return nil }
        var wanted = ""
        var isWanted = false
        for line in String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline) {
            if let first = line.first, first != " ", first != "-", first != "#" {
                isWanted = names.contains(String(line.prefix { $0 != ":" }))
            }
            if isWanted { wanted += line + "\n" }
        }
        guard let node = try? WrittenYAML.node(wanted) else { return nil }
        return reader.fields(node, "", optional: names)
    }
}
