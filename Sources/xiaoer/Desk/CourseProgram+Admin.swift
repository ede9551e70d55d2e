import Console
import Course
import Engine
import Foundation
import Scenarios
import Shifts
import Storage

/// The five functions of looking after a system, told from files and shifts.
extension CourseProgram {
    func adminFacts() throws(StorageTrouble) -> AdminFacts {
        do {
            let served = try served()
            let profiles = (try? program.library.profiles()) ?? []
            // The one the others build upon first.
            let ordered = profiles.sorted {
                ($0.inherits.count, $0.name) < ($1.inherits.count, $1.name)
            }
            let offset = TimeZone.current.secondsFromGMT() / 60
            return AdminFacts(
                layers: layers(), incidents: incidents(),
                profiles: versions(of: ordered, served),
                shifts: served, costs: try curriculum().settings.costs,
                limits: limits(
                    of: ordered.first { $0.name == served.first?.profile } ?? ordered.first),
                offset: offset)
        } catch { throw DeskProgram.trouble(error) }
    }

    private func incidents() -> [AdminFacts.Incident] {
        IncidentLog(path: program.folders.incidentsFile).newest(50).map {
            AdminFacts.Incident(
                at: Instant(milliseconds: $0.at), layer: $0.layer.name, sentence: $0.sentence)
        }
    }

    // MARK: Layer by layer

    private func layers() -> [AdminFacts.Layer] {
        [settingsLayer(), looksLayer(), packsLayer(), courseLayer(), journalsLayer()]
    }

    private func settingsLayer() -> AdminFacts.Layer {
        let file = program.folders.settingsFile
        var faults: [Bilingual] = []
        do { _ = try Settings(file: file) } catch { faults.append(error.words) }
        return AdminFacts.Layer(
            name: Bilingual(zh: "设置", en: "Settings"), looked: Bilingual(zh: file, en: file),
            faults: faults)
    }

    private func looksLayer() -> AdminFacts.Layer {
        let library = program.library
        let folders = program.folders
        let keymaps = KeymapShelf(
            folders: [library.data.keymaps, folders.keymaps], file: folders.keysFile)
        var themes = ThemeShelf(folders: [library.data.themes, folders.themes])
        let problems =
            keymaps.problems.map(\.words) + themes.wear(program.settings.theme).map(\.words)
        return AdminFacts.Layer(
            name: Bilingual(zh: "键位和主题", en: "Keys and themes"),
            looked: Bilingual(
                zh: "主题 \(themes.names.count) 套", en: "\(themes.names.count) themes"),
            faults: problems)
    }

    private func packsLayer() -> AdminFacts.Layer {
        let data = program.library.data
        var faults: [Bilingual] = []
        let names = data.packNames
        for name in names where PackHead(folder: data.packs + "/" + name) == nil {
            faults.append(
                Bilingual(
                    zh: "教学包 \(name) 读不了，用 xiaoer check \(name) 看是哪一行",
                    en: "The pack \(name) cannot be read; xiaoer check \(name) names the line"))
        }
        var profiles = 0
        do { profiles = try program.library.profiles().count } catch let failure as Failure {
            faults.append(failure.sentence)
        } catch { faults.append(Bilingual(zh: "\(error)", en: "\(error)")) }
        return AdminFacts.Layer(
            name: Bilingual(zh: "教学包和平台规则", en: "Packs and profiles"),
            looked: Bilingual(
                zh: "\(names.count) 包 \(profiles) 套规则",
                en: "\(names.count) packs, \(profiles) profiles"),
            faults: faults)
    }

    private func courseLayer() -> AdminFacts.Layer {
        var faults: [Bilingual] = []
        var looked = Bilingual(zh: "", en: "")
        do {
            let course = try curriculum()
            looked = Bilingual(
                zh: "\(course.chapters.count) 章 \(course.lessons.count) 课 "
                    + "\(course.worksheets.count) 张练习纸",
                en: "\(course.chapters.count) chapters, \(course.lessons.count) lessons, "
                    + "\(course.worksheets.count) worksheets")
        } catch { faults.append(error.sentence) }
        return AdminFacts.Layer(
            name: Bilingual(zh: "课程", en: "Course"), looked: looked, faults: faults)
    }

    private func journalsLayer() -> AdminFacts.Layer {
        var faults: [Bilingual] = []
        var count = 0
        do {
            let shifts = try program.shelf.shifts()
            count = shifts.count
            for shift in shifts {
                if case .unreadable(let fault) = shift.state { faults.append(fault.words) }
            }
        } catch { faults.append(error.words) }
        if let failure = program.shift?.storeFailure { faults.append(failure.sentence) }
        return AdminFacts.Layer(
            name: Bilingual(zh: "班次文件", en: "Shift files"),
            looked: Bilingual(zh: "\(count) 个", en: "\(count)"), faults: faults)
    }

    // MARK: Profiles

    private func versions(
        of profiles: [Profile], _ served: [AdminFacts.Served]
    ) -> [AdminFacts.ProfileVersion] {
        profiles.map { profile in
            AdminFacts.ProfileVersion(
                name: profile.name, title: profile.title, dated: profile.dated,
                training: profile.trainingValues.count,
                differences: profiles.first.map { profile.differences(to: $0) } ?? [],
                shifts: served.count { $0.profile == profile.name })
        }
    }

    /// What somebody at the desk may give without asking, and the supervisor after.
    private func limits(of profile: Profile?) -> [AdminFacts.Limit] {
        guard let profile else { return [] }
        let names = [
            "compensationLimit", "compensationPercent", "money.supervisorLimit", "recallWithin",
        ]
        return names.compactMap { name in
            RuleField.all.first { $0.name == name }.map {
                AdminFacts.Limit(title: $0.title, value: $0.shown(in: profile))
            }
        }
    }
}

extension Profile {
    /// The values that are not as in another profile.
    fileprivate func differences(to other: Profile) -> [AdminFacts.Difference] {
        RuleField.all.compactMap { field in
            let (ours, theirs) = (field.shown(in: self), field.shown(in: other))
            guard ours != theirs, field.name != "kpi.platform" else { return nil }
            return AdminFacts.Difference(title: field.title, ours: ours, other: theirs)
        }
    }
}
