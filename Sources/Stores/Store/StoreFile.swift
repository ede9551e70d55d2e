public import Engine

/// A whole store in its one documented form (Docs/Store.md): read with everything about it looked
/// at, or not at all; written so that the same store is always the same bytes.
///
///     let store = try StoreFile.read(bytes) { try rules(ofProfile: $0) }
///     let bytes = StoreFile.bytes(of: shop.store)
public enum StoreFile {
    /// - Parameters:
    ///   - profile: whose rules it has, where it brings neither rules nor a profile itself.
    ///   - rules: the rules of a profile by its name.
    /// - Throws: `StoreFault`; or what `rules` throws.
    public static func read(
        _ bytes: [UInt8], profile: String? = nil, rules: (String) throws -> Rules
    ) throws -> ShopFixture {
        let form: StoreForm
        do {
            form = try JSONReader.read(StoreForm.self, from: bytes)
        } catch let fault as JSONFault {
            throw StoreFault(fault)
        }
        do {
            return try form.store(profile: profile, rules: rules)
        } catch var fault as StoreFault {
            fault.place = JSONReader.place(of: fault.path, in: bytes)
            throw fault
        }
    }

    /// On one line, keys sorted, with a line break at the end.
    public static func bytes(of store: ShopFixture) -> [UInt8] {
        // Our own values never throw while they are encoded.
        ((try? JSONWriter.bytes(of: store)) ?? []) + [UInt8(ascii: "\n")]
    }
}

/// A store as it is written: with rules of its own, or with the name of a profile instead.
///
/// A class: a request of the gym that brings none should not be as large as one that does.
public final class StoreForm: Decodable, Sendable {
    private let fixture: ShopFixture
    private let profile: String?
    private let bringsRules: Bool

    private enum CodingKeys: String, CodingKey { case profile, rules }

    public init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: CodingKeys.self)
        profile = try form.decodeIfPresent(String.self, forKey: .profile)
        bringsRules = form.contains(.rules)
        fixture = try ShopFixture(from: decoder)
    }

    /// The store itself, once all of it has been looked at.
    ///
    /// - Parameter instead: a profile that whoever loads the store wants, where the store brings
    ///   neither rules nor a profile.
    public func store(
        profile instead: String? = nil, rules: (String) throws -> Rules
    ) throws -> ShopFixture {
        if profile != nil, bringsRules {
            throw StoreFault(
                "profile", zh: "rules 和 profile 只能写一个", en: "write rules or profile, not both")
        }
        var store = fixture
        if let name = profile ?? (bringsRules ? nil : instead) { store.rules = try rules(name) }
        var check = StoreCheck(store)
        try check.all()
        return store
    }
}

/// A store that cannot be opened: where in it, and what to do. Nothing of it has been opened.
public struct StoreFault: Error, Hashable, Sendable {
    public static let code = "bad-store"
    public var code: String { Self.code }
    /// `orders[17].lines[0].variant`; empty for the file as a whole.
    public var path: String
    /// Nil where the store came without a text.
    public var place: TextPlace?
    /// What is wrong, without the place.
    public var words: Bilingual

    public init(_ path: String, zh: String, en: String) {
        self.path = path
        words = Bilingual(zh: zh, en: en)
    }

    /// - Parameter prefix: what leads to the store where it stands within something else.
    public init(_ fault: JSONFault, within prefix: String = "") {
        path =
            fault.path.hasPrefix(prefix) ? String(fault.path.dropFirst(prefix.count)) : fault.path
        place = fault.place
        words = fault.words
    }

    /// The place, the field, and what is wrong with it.
    public var sentence: Bilingual {
        var (zh, en) = ("", "")
        if let place {
            zh = "第 \(place.line) 行第 \(place.column) 列"
            en = "Line \(place.line), column \(place.column)"
        }
        if !path.isEmpty {
            zh += (zh.isEmpty ? "" : "，") + path
            en += (en.isEmpty ? "" : ", ") + path
        }
        return Bilingual(
            zh: (zh.isEmpty ? "" : zh + "：") + words.zh + "。",
            en: (en.isEmpty ? "" : en + ": ") + words.en + ".")
    }
}
