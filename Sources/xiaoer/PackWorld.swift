import Engine
import Grading
import Language
import Scenarios
import Shifts
import Simulation

/// The gym's world: packs from the data folder, judged by their rubrics.
final class PackWorld: GymWorld {
    // A class: the pack that was opened last is needed again for the score.
    private let library: Library
    private var premises: Premises?

    init(_ library: Library) { self.library = library }

    func open(_ opening: GymOpening) throws -> Shift {
        let opened: Premises
        do { opened = try library.premises(opening.pack).seeded(opening.seed) } catch let failure
            as Failure
        {
            throw GymFault(
                code: failure.code == 66 ? "no-such-pack" : "pack-problems",
                zh: failure.sentence.zh, en: failure.sentence.en)
        }
        let known = opened.pack.scenarios.map(\.id)
        for id in opening.scenarios where !known.contains(id) {
            let hint = Spelling.nearest(to: id, among: known)
            throw GymFault(
                code: "no-such-scenario",
                zh: "没有场景 \(id)" + (hint.map { "，是不是 \($0)？" } ?? ""),
                en: "There is no scenario \(id)" + (hint.map { "; did you mean \($0)?" } ?? ""))
        }
        let crowded =
            opening.crowd > 0
            ? opened.crowd(opening.crowd, seed: opening.seed ?? opened.pack.seed) : opened
        premises = crowded
        return crowded.open(
            crowded.card(
                id: "gym", tongue: opening.tongue, seed: opening.seed,
                scenarios: opening.scenarios, crowd: opening.crowd),
            hasPeople: opening.hasPeople)
    }

    func rules(of profile: String) throws -> Rules {
        let found: Profile?
        do { found = try library.profile(profile) } catch let failure as Failure {
            throw GymFault(
                code: "profile-problems", zh: failure.sentence.zh, en: failure.sentence.en)
        }
        guard let found else {
            let known = try library.profiles().map(\.name)
            let hint = Spelling.nearest(to: profile, among: known)
            throw GymFault(
                code: "no-such-profile",
                zh: "没有平台规则 \(profile)。" + (hint.map { "是不是 \($0)？" } ?? "")
                    + "现有：" + known.joined(separator: "、"),
                en: "There is no profile \(profile). " + (hint.map { "Did you mean \($0)? " } ?? "")
                    + "There are: " + known.joined(separator: ", "))
        }
        return found.rules
    }

    func contents(of path: String) throws -> [UInt8] {
        do { return try StoredFile.bytes(path) } catch let failure as Failure {
            throw GymFault(code: "no-such-file", zh: failure.sentence.zh, en: failure.sentence.en)
        }
    }

    func write(_ bytes: [UInt8], to path: String) throws {
        do { try StoredFile.write(bytes, to: path) } catch let failure as Failure {
            throw GymFault(code: "not-written", zh: failure.sentence.zh, en: failure.sentence.en)
        }
    }

    func report(_ shift: Shift) throws -> any Encodable {
        guard let premises else {
            throw GymFault(
                code: "nothing-loaded", zh: "这家店没有评分标准：用教学包开店才有",
                en: "This shop has no rubric: load a pack to be scored")
        }
        return premises.report(on: shift.records, of: shift.card)
    }

    func read(_ text: String, in context: Context) throws -> Reading {
        try (premises?.reader ?? library.reader()).read(text, in: context)
    }
}
