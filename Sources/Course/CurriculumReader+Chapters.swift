import Engine
import Grading
import Scenarios
import Yams

extension CurriculumReading {
    /// `chapters/4.yaml`.
    func chapter(_ reader: inout FieldReader, _ root: Node, called name: String) -> Chapter? {
        guard
            let fields = reader.fields(
                root, "",
                required: ["chapter", "title", "story", "goals", "tasks", "lessons"],
                optional: ["worksheets", "packs", "drills"]),
            let number = reader.whole(fields, "chapter", 1...99),
            let title = reader.bilingual(fields, "title"),
            let story = reader.bilingual(fields, "story"), let goals = goals(&reader, fields)
        else { return nil }
        if "\(number)" != name, let node = fields["chapter"] {
            reader.fail(node, "chapter", .fileIsCalled(name))
        }
        var chapter = Chapter(
            number: number, title: title, story: story, goals: goals,
            tasks: texts(&reader, fields, "tasks"), lessons: [], worksheets: [], packs: [],
            drills: [])
        for item in reader.items(fields, "lessons") {
            chapter.lessons += [known(&reader, item.node, item.path, .lesson)].compactMap { $0 }
        }
        for item in reader.items(fields, "worksheets") {
            chapter.worksheets += [known(&reader, item.node, item.path, .worksheet)]
                .compactMap { $0 }
        }
        for item in reader.items(fields, "packs") {
            guard let pack = item.node.string, scenarios(pack) != nil else {
                reader.fail(
                    item.node, item.path,
                    .unknownID(item.node.string ?? "", kind: .pack, nearest: nil))
                continue
            }
            chapter.packs.append(pack)
        }
        for item in reader.items(fields, "drills") {
            if let drill = drill(&reader, item.node, item.path) { chapter.drills.append(drill) }
        }
        return chapter
    }

    private func goals(
        _ reader: inout FieldReader, _ fields: FieldReader.Fields
    ) -> Chapter.Goals? {
        guard let node = fields["goals"],
            let part = reader.fields(
                node, "goals", required: ["knowledge", "skill", "attitude"])
        else { return nil }
        return Chapter.Goals(
            knowledge: texts(&reader, part, "knowledge"), skill: texts(&reader, part, "skill"),
            attitude: texts(&reader, part, "attitude"))
    }

    /// At least one text.
    private func texts(
        _ reader: inout FieldReader, _ fields: FieldReader.Fields, _ name: String
    ) -> [Bilingual] {
        let items = reader.items(fields, name)
        if items.isEmpty, let node = fields[name] { reader.fail(node, fields.path(name), .empty) }
        return items.compactMap { reader.bilingual($0.node, $0.path) }
    }

    private func drill(_ reader: inout FieldReader, _ node: Node, _ path: String) -> Drill? {
        guard
            let fields = reader.fields(
                node, path, required: ["id", "title", "about", "trains", "pack"],
                optional: ["scenarios"]),
            let id = reader.text(fields, "id"), let title = reader.bilingual(fields, "title"),
            let about = reader.bilingual(fields, "about"), let pack = pack(&reader, fields)
        else { return nil }
        return Drill(
            id: id, title: title, about: about, trains: trains(&reader, fields), pack: pack,
            scenarios: scenarios(&reader, fields, of: pack))
    }

    private func trains(
        _ reader: inout FieldReader, _ fields: FieldReader.Fields
    ) -> [Dimension] {
        reader.items(fields, "trains").compactMap { reader.name($0.node, $0.path) }
    }

    // MARK: Lessons

    /// `lessons/ask-first.yaml`.
    func lesson(_ reader: inout FieldReader, _ root: Node, called name: String) -> Lesson? {
        guard
            let fields = reader.fields(
                root, "", required: ["name", "title", "trains", "text", "try"]),
            let written = reader.text(fields, "name"),
            let title = reader.bilingual(fields, "title"),
            let text = reader.bilingual(fields, "text"), let node = fields["try"],
            let part = reader.fields(node, "try", required: ["say", "open"]),
            let trial = reader.bilingual(part, "say"), let place = place(&reader, part)
        else { return nil }
        if written != name, let node = fields["name"] {
            reader.fail(node, "name", .fileIsCalled(name))
        }
        return Lesson(
            name: name, title: title, trains: trains(&reader, fields), text: text, trial: trial,
            place: place)
    }

    /// `{page: payments}`, `{worksheet: peer-scores}` or `{shift: {pack: …, scenarios: […]}}`.
    private func place(
        _ reader: inout FieldReader, _ fields: FieldReader.Fields
    ) -> CoursePlace? {
        guard let node = fields["open"],
            let open = reader.fields(
                node, fields.path("open"), optional: ["page", "worksheet", "shift"])
        else { return nil }
        if open.map.count != 1 {
            reader.fail(node, open.path, .needsCount(1))
            return nil
        }
        if open.has("page") {
            let page: CoursePage? = reader.name(open, "page")
            return page.map(CoursePlace.page)
        }
        if let named = open["worksheet"] {
            return known(&reader, named, open.path("worksheet"), .worksheet)
                .map(CoursePlace.worksheet)
        }
        guard let named = open["shift"],
            let shift = reader.fields(
                named, open.path("shift"), required: ["pack"], optional: ["scenarios"]),
            let pack = pack(&reader, shift)
        else { return nil }
        return .shift(pack: pack, scenarios: scenarios(&reader, shift, of: pack))
    }
}
