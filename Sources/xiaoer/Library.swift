import Engine
import Language
import Scenarios
import Shifts

/// The packs and the lexicon on disk, opened when they are needed.
struct Library {
    let data: DataFolder
    private let lexicon = LexiconShelf()

    init() throws { data = try DataFolder() }

    func reader() throws -> Reader {
        do { return Reader(lexicon: try lexicon.lexicon(in: data.lexicons)) } catch {
            throw Failure(code: 65, sentence: error.words)
        }
    }

    /// A pack by name or path, with everything that is wrong with it said at once.
    func premises(_ name: String) throws -> Premises {
        let folder = try data.pack(name)
        let reader = try reader()
        do {
            let pack = try Pack.load(
                folder, profiles: data.profiles, topics: reader.lexicon.topics)
            return Premises(pack: pack, reader: reader)
        } catch {
            throw Failure(code: 65, sentence: error.words)
        }
    }

    /// A profile by name or path; nil where there is none of that name.
    func profile(_ name: String) throws -> Profile? {
        guard let file = data.profile(name) else { return nil }
        do { return try Profile.load(file) } catch {
            throw Failure(code: 65, sentence: error.words(for: .profile))
        }
    }

    /// Every profile of the data folder.
    func profiles() throws -> [Profile] {
        do { return try Profile.all(in: data.profiles) } catch {
            throw Failure(code: 65, sentence: error.words(for: .profile))
        }
    }

    /// The pack that holds a scenario, and the scenario's id as it is written there.
    func premises(ofScenario id: String) throws -> (premises: Premises, scenario: String)? {
        let wanted = id.lowercased()
        // In the order of the start page; of equal places, by name.
        let shelf = data.packNames.compactMap { name in
            (try? data.pack(name)).flatMap(PackHead.init(folder:)).map { (name: name, head: $0) }
        }.sorted { ($0.head.place, $0.name) < ($1.head.place, $1.name) }
        for (name, head) in shelf {
            if let found = head.scenarios.first(where: { $0.id.lowercased() == wanted }) {
                return (try premises(name), found.id)
            }
        }
        return nil
    }
}

/// The lexicon, read once in a run.
private final class LexiconShelf {
    // A class: the library is a value that is handed about.
    private var read: Lexicon?

    func lexicon(in folder: String) throws(LexiconProblems) -> Lexicon {
        if let read { return read }
        let fresh = try Lexicon(folder: folder)
        read = fresh
        return fresh
    }
}

extension Premises {
    /// The shop of a seed; the pack's own where nil.
    func seeded(_ seed: UInt64?) throws -> Premises {
        do { return try varied(by: seed ?? pack.seed) } catch {
            throw Failure(code: 65, sentence: error.words)
        }
    }
}

extension PackProblems {
    /// What was read and is not right.
    enum Subject {
        case pack, profile, course

        func head(_ count: Int) -> Engine.Bilingual {
            switch self {
            case .pack:
                Engine.Bilingual(
                    zh: "教学包有 \(count) 处要改，改完再试：",
                    en: "\(count) things in the pack need mending:")
            case .profile:
                Engine.Bilingual(
                    zh: "平台规则有 \(count) 处要改，改完再试：",
                    en: "\(count) things in the profile need mending:")
            case .course:
                Engine.Bilingual(
                    zh: "课程有 \(count) 处要改，改完再试：",
                    en: "\(count) things in the course need mending:")
            }
        }
    }

    var words: Engine.Bilingual { words(for: .pack) }

    func words(for subject: Subject) -> Engine.Bilingual {
        let head = subject.head(problems.count)
        return Engine.Bilingual(
            zh: head.zh + "\n" + report(in: .chinese), en: head.en + "\n" + report(in: .english))
    }
}
