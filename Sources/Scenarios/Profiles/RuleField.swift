public import Engine
import Grading
import Yams

/// One value of a profile: what it is called in the file, what it means, how it is read and shown.
///
/// The reader, the list of what is missing and the table that compares platforms all go by
/// `RuleField.all`; a value that stands there is whole.
///
/// ```swift
/// RuleField.all.first { $0.name == "afterSales.sendBackWithin" }?.title.zh  // 买家寄回时限
/// ```
public struct RuleField: Sendable {
    /// With its section: `payWithin`, `afterSales.answerReturn`, `kpi.fromHour`.
    public let name: String
    public let title: Engine.Bilingual
    /// Has parts with names of their own, each of which may be written, inherited and marked.
    let isTable: Bool
    let read: @Sendable (inout FieldReader, FieldReader.Fields, String, inout ProfileDraft) -> Void
    let show: @Sendable (RuleValues) -> String

    /// `afterSales`; empty for what stands at the top.
    var section: String {
        name.firstIndex(of: ".").map { String(name[..<$0]) } ?? ""
    }

    /// `answerReturn`.
    var key: String {
        name.firstIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? name
    }

    /// The value as one would write it in the file; tables are counted.
    public func shown(in profile: Profile) -> String {
        show(RuleValues(rules: profile.rules, counting: profile.counting))
    }

    /// In the order of the files.
    public static let all: [RuleField] =
        general + orders + money + afterSales + logistics + reviews + customers + tickets + speech
        + channels + figures

    /// The sections below `rules:`, in the order of the files.
    static let sections = [
        "orders", "money", "afterSales", "logistics", "reviews", "customers", "tickets", "speech",
        "channels",
    ]

    static func section(_ name: String) -> [RuleField] { all.filter { $0.section == name } }
}

extension RuleField {
    typealias Path<Value> = any WritableKeyPath<RuleValues, Value> & Sendable

    /// A value that is read in one go and is the same in both languages.
    private static func one<Value: Sendable>(
        _ name: String, _ zh: String, _ en: String, _ path: Path<Value>,
        show: @escaping @Sendable (Value) -> String,
        read: @escaping @Sendable (inout FieldReader, FieldReader.Fields, String) -> Value?
    ) -> RuleField {
        RuleField(
            name: name, title: Engine.Bilingual(zh: zh, en: en), isTable: false,
            read: { reader, fields, key, draft in
                if let value = read(&reader, fields, key) { draft.set(path, value) }
            }, show: { show($0[keyPath: path]) })
    }

    /// `48h`, within what a platform could mean.
    static func span(
        _ name: String, _ zh: String, _ en: String, _ path: Path<Span>,
        _ range: ClosedRange<Span> = .minutes(1)...(.days(90))
    ) -> RuleField {
        one(name, zh, en, path, show: ShopClock.written, read: { $0.span($1, $2, range) })
    }

    static func money(
        _ name: String, _ zh: String, _ en: String, _ path: Path<Money>,
        most: Money = .yuan(10_000)
    ) -> RuleField {
        one(name, zh, en, path, show: \.plain, read: { $0.money($1, $2, most: most) })
    }

    static func whole(
        _ name: String, _ zh: String, _ en: String, _ path: Path<Int>, _ range: ClosedRange<Int>
    ) -> RuleField {
        one(name, zh, en, path, show: { "\($0)" }, read: { $0.whole($1, $2, range) })
    }

    static func flag(
        _ name: String, _ zh: String, _ en: String, _ path: Path<Bool>
    ) -> RuleField {
        one(name, zh, en, path, show: { "\($0)" }, read: { $0.flag($1, $2) })
    }

    static func text(
        _ name: String, _ zh: String, _ en: String, _ path: Path<String>
    ) -> RuleField {
        one(name, zh, en, path, show: { $0 }, read: { $0.text($1, $2) })
    }

    /// One of an enumeration's names.
    static func choice<Case: CaseIterable & Sendable>(
        _ name: String, _ zh: String, _ en: String, _ path: Path<Case>
    ) -> RuleField {
        one(name, zh, en, path, show: { Spelling.hyphened("\($0)") }, read: { $0.name($1, $2) })
    }

    /// A list of an enumeration's names, each at most once.
    static func choices<Case: CaseIterable & Hashable & Sendable>(
        _ name: String, _ zh: String, _ en: String, _ path: Path<[Case]>, isOrdered: Bool = false
    ) -> RuleField {
        one(
            name, zh, en, path,
            show: { listed($0.map { Spelling.hyphened("\($0)") }, isOrdered ? " → " : " ") },
            read: { $0.choices($1, $2) })
    }

    /// Whole numbers, each at most once, from the smallest up.
    static func wholes(
        _ name: String, _ zh: String, _ en: String, _ path: Path<[Int]>, _ range: ClosedRange<Int>
    ) -> RuleField {
        one(
            name, zh, en, path, show: { listed($0.map { "\($0)" }) },
            read: { $0.wholes($1, $2, range) })
    }

    /// So many spans, from the shortest up.
    static func spans(
        _ name: String, _ zh: String, _ en: String, _ path: Path<[Span]>, count: Int
    ) -> RuleField {
        one(
            name, zh, en, path, show: { listed($0.map(ShopClock.written)) },
            read: { $0.spans($1, $2, count: count) })
    }

    /// A list of things that have fields; `body` reads them all.
    static func things(
        _ name: String, _ zh: String, _ en: String,
        show: @escaping @Sendable (RuleValues) -> String,
        read body:
            @escaping @Sendable (
                inout FieldReader, FieldReader.Fields, String, inout ProfileDraft
            ) -> Void
    ) -> RuleField {
        RuleField(
            name: name, title: Engine.Bilingual(zh: zh, en: en), isTable: false, read: body,
            show: show)
    }

    /// A table with named parts, which are inherited one by one.
    static func table(
        _ name: String, _ zh: String, _ en: String,
        show: @escaping @Sendable (RuleValues) -> String,
        read body:
            @escaping @Sendable (
                inout FieldReader, FieldReader.Fields, String, inout ProfileDraft
            ) -> Void
    ) -> RuleField {
        RuleField(
            name: name, title: Engine.Bilingual(zh: zh, en: en), isTable: true, read: body,
            show: show)
    }

    /// The items beside each other, a dash where there are none.
    static func listed(_ items: [String], _ between: String = " ") -> String {
        items.isEmpty ? "—" : items.joined(separator: between)
    }
}
