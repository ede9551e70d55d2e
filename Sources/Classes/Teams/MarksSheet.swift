public import Engine

/// What members of a team mark each other by: the posts of an online shop, the criteria with their
/// most points, and the mean that passes.
///
/// ```yaml
/// title: {zh: 实训评价, en: Marks}
/// posts:
///   - {id: service, zh: 客服人员, en: Customer service}
/// criteria:
///   - {id: clear, zh: 表达清晰, en: Clear, max: 50}
/// pass: 60
/// ```
public struct MarksSheet: Hashable, Sendable {
    public var title: Bilingual
    public var posts: [Post]
    public var criteria: [Criterion]
    /// The mean of all marks that passes, out of `most`.
    public var pass: Int

    /// A seat in the shop.
    public struct Post: Hashable, Sendable {
        public var id: String
        public var name: Bilingual
    }

    /// One thing to mark, from 0 to its most.
    public struct Criterion: Hashable, Sendable {
        public var id: String
        public var name: Bilingual
        public var most: Int
    }

    /// What can be had at most.
    public var most: Int { criteria.reduce(0) { $0 + $1.most } }

    public init(title: Bilingual, posts: [Post], criteria: [Criterion], pass: Int) {
        self.title = title
        self.posts = posts
        self.criteria = criteria
        self.pass = pass
    }

    /// - Throws: everything that is wrong with the file, with lines.
    public init(_ bytes: [UInt8], file: String) throws(FormFaults) {
        let root = try FormNode(bytes, file: file)
        var reader = FormReader(file: file)
        guard
            let fields = reader.fields(root, required: ["title", "posts", "criteria", "pass"])
        else { throw FormFaults(reader.faults) }
        self.init(
            title: reader.bilingual(fields, "title") ?? Bilingual(zh: "", en: ""), posts: [],
            criteria: [], pass: 0)
        for item in reader.items(fields["posts"], "posts") {
            guard let (id, name, _) = Self.entry(item, &reader, withMost: false) else { continue }
            if posts.contains(where: { $0.id == id }) { reader.fail(item.line, "id", .twice) }
            posts.append(Post(id: id, name: name))
        }
        for item in reader.items(fields["criteria"], "criteria") {
            guard let (id, name, most) = Self.entry(item, &reader, withMost: true) else {
                continue
            }
            if criteria.contains(where: { $0.id == id }) { reader.fail(item.line, "id", .twice) }
            criteria.append(Criterion(id: id, name: name, most: most))
        }
        for (name, isEmpty) in [("posts", posts.isEmpty), ("criteria", criteria.isEmpty)]
        where isEmpty && reader.faults.isEmpty {
            reader.fail(fields[name]?.line ?? 0, name, .missing)
        }
        pass = reader.whole(fields, "pass", 0...max(0, most)) ?? 0
        guard reader.faults.isEmpty else { throw FormFaults(reader.faults) }
    }

    private static func entry(
        _ node: FormNode, _ reader: inout FormReader, withMost: Bool
    ) -> (id: String, name: Bilingual, most: Int)? {
        let names = ["id", "zh", "en"] + (withMost ? ["max"] : [])
        guard let fields = reader.fields(node, required: names), let id = reader.text(fields, "id"),
            let zh = reader.text(fields, "zh"), let en = reader.text(fields, "en")
        else { return nil }
        guard withMost else { return (id, Bilingual(zh: zh, en: en), 0) }
        guard let most = reader.whole(fields, "max", 1...1000) else { return nil }
        return (id, Bilingual(zh: zh, en: en), most)
    }

    /// A post by its id or its name in either language.
    func post(_ name: String) -> Post? {
        let name = name.lowercased()
        return posts.first {
            [$0.id, $0.name.zh, $0.name.en].contains { $0.lowercased() == name }
        }
    }
}
