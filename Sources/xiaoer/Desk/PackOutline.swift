import Console
import Engine
import Foundation
import Scenarios

/// What the start page says of a pack, read from the heads of its files: a dozen packs with their
/// hundred scenarios are listed before anybody notices, and read whole only when one is begun.
struct PackOutline {
    var choice: PackChoice
    /// Where it stands in the list; packs that do not say come last.
    var place: Int

    /// - Parameter name: the pack's folder name in `packs`; nil is answered where its head cannot
    ///   be read, which `xiaoer check` explains.
    init?(_ name: String, in packs: String) {
        let folder = packs + "/" + name
        guard
            let head = Self.fields(
                ["title", "minutes", "place", "arrivals"], in: folder + "/pack.yaml"),
            let title = Self.bilingual(head["title"]),
            let minutes = head["minutes"].flatMap({ Int($0) })
        else { return nil }
        let files =
            (try? FileManager.default.contentsOfDirectory(atPath: folder + "/scenarios")) ?? []
        let scenarios = files.filter { $0.hasSuffix(".yaml") }.sorted().compactMap {
            Self.scenario(folder + "/scenarios/" + $0)
        }
        place = head["place"].flatMap { Int($0) } ?? 1000
        choice = PackChoice(
            name: name, title: title, minutes: minutes, scenarios: scenarios,
            isGuide: name == "first-steps")
        choice.customers = head["arrivals"].flatMap { Int($0) } ?? scenarios.count
    }

    private static func scenario(_ path: String) -> ScenarioChoice? {
        guard let head = fields(["id", "level", "title", "goal", "stage"], in: path),
            let id = head["id"], let level = head["level"].flatMap({ Int($0) }),
            let title = bilingual(head["title"]), let goal = bilingual(head["goal"]),
            let stage = head["stage"].flatMap(stage)
        else { return nil }
        return ScenarioChoice(id: id, level: level, title: title, goal: goal, stage: stage)
    }

    private static func stage(_ word: String) -> Conversation.Stage? {
        switch word {
        case "pre-sale": .preSale
        case "order": .order
        case "after-sale": .afterSale
        default: nil
        }
    }

    /// The values of top-level fields that stand on one line each; of `arrivals` how many there
    /// are.
    private static func fields(_ names: [String], in path: String) -> [String: String]? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        var found: [String: String] = [:]
        var isCounting = false
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
            if line.hasPrefix(" ") {
                if isCounting {
                    found["arrivals"] = String((found["arrivals"].flatMap { Int($0) } ?? 0) + 1)
                }
                continue
            }
            isCounting = false
            guard let colon = line.firstIndex(of: ":") else { continue }
            let name = String(line[..<colon])
            guard names.contains(name) else { continue }
            if name == "arrivals" {
                isCounting = true
                continue
            }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            found[name] = value
            if found.count == names.count, !names.contains("arrivals") { break }
        }
        return found
    }

    private static func bilingual(_ value: String?) -> Bilingual? {
        value.flatMap { Bilingual(yaml: $0) }
    }
}
