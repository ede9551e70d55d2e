import Course
import Engine
import Terminal

/// Faults and configuration: is all well, and by which rules.
extension AdminPage {
    func faultLines(_ desk: Desk, _ width: Int) -> [PaneLine] {
        var lines = [PaneLine(desk.say(CourseWords.layers), ink: .title)]
        for (number, layer) in ([terminal(desk)] + facts.layers).enumerated() {
            let isWell = layer.faults.isEmpty
            lines += desk.fitted(
                "\(number + 1) " + desk.say(layer.name) + "  " + desk.say(layer.looked),
                isWell
                    ? desk.glyphs.ended + " " + desk.say(CourseWords.fine)
                    : "! " + desk.say(CourseWords.faultCount(layer.faults.count)),
                width: width, rightInk: isWell ? .ok : .danger)
            for fault in layer.faults {
                lines += desk.wrapped(desk.say(fault), width: width, indent: 4, ink: .warning)
            }
        }
        lines += [PaneLine(""), PaneLine(desk.say(CourseWords.incidents), ink: .title)]
        if facts.incidents.isEmpty {
            lines.append(PaneLine(desk.say(CourseWords.noIncidents), ink: .dim))
        }
        for incident in facts.incidents {
            let head =
                desk.wallDate(incident.at, offset: facts.offset) + "  " + desk.say(incident.layer)
            lines.append(PaneLine(head, ink: .dim))
            lines += desk.wrapped(desk.say(incident.sentence), width: width, indent: 4)
        }
        return lines + [PaneLine("")] + mishapLines(desk, width)
    }

    /// The nearest layer: what the person looks at.
    private func terminal(_ desk: Desk) -> AdminFacts.Layer {
        let size = "\(desk.size.columns)×\(desk.size.rows)"
        let isSmall = desk.size.columns < 60 || desk.size.rows < 15
        return AdminFacts.Layer(
            name: CourseWords.terminal, looked: Bilingual(zh: size, en: size),
            faults: isSmall ? [CourseWords.tooSmall] : [])
    }

    /// What ran out or was broken in the shifts, the newest first.
    private func mishapLines(_ desk: Desk, _ width: Int) -> [PaneLine] {
        var lines = [PaneLine(desk.say(CourseWords.mishaps), ink: .title)]
        for served in facts.shifts {
            for mishap in served.shift.mishaps {
                lines += desk.fitted(
                    inShop(mishap.at, served) + "  " + desk.say(mishap.kind.name) + "  "
                        + mishap.about, desk.say(served.title), width: width, rightInk: .dim)
            }
        }
        if lines.count == 1 {
            lines.append(PaneLine(desk.say(CourseWords.noMishaps), ink: .dim))
        }
        return lines
    }

    func configurationLines(_ desk: Desk, _ width: Int) -> [PaneLine] {
        var lines: [PaneLine] = []
        let first = facts.profiles.first?.name ?? ""
        for (number, profile) in facts.profiles.enumerated() {
            if number > 0 { lines.append(PaneLine("")) }
            lines.append(
                PaneLine(
                    desk.say(profile.title) + "  " + profile.name, profile.dated, ink: .title,
                    rightInk: .text))
            lines.append(
                PaneLine(
                    desk.say(CourseWords.versionLine(profile.training, profile.shifts)), ink: .dim))
            let words =
                number == 0
                ? CourseWords.asTheFirst
                : CourseWords.differs(profile.differences.count, from: first)
            lines.append(PaneLine(desk.say(words), ink: .dim))
            for difference in profile.differences {
                lines += desk.fitted(
                    "  " + desk.say(difference.title), difference.other + " → " + difference.ours,
                    width: width, rightInk: .after)
            }
        }
        return lines
    }
}
