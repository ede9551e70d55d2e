import Engine
import Foundation
import Scenarios
import Shifts

/// The pack of a stored shift. What stands in a file is a name and nothing more: it is looked up
/// among the packs that are there, and no path in it leads anywhere.
extension Library {
    func premises(of card: ShiftCard, pack folder: String? = nil) throws -> Premises {
        if let folder {
            return try premises(folder).seeded(of: card)
        }
        guard data.packNames.contains(card.pack) else {
            let known = data.packNames
            let hint = Spelling.nearest(to: card.pack, among: known)
            let name = card.pack.printable
            throw Failure.noInput(
                "这一班用的教学包 \(name) 不在这里。" + (hint.map { "是不是 \($0)？" } ?? "")
                    + "有它的话用 --pack 指明文件夹。能看回放，不能核对和接手。",
                "The shift's pack \(name) is not here. "
                    + (hint.map { "Did you mean \($0)? " } ?? "")
                    + "Name its folder with --pack if you have it.")
        }
        return try premises(data.packs + "/" + card.pack).seeded(of: card)
    }
}

extension Premises {
    /// The shop of a stored shift: the names and numbers of its seed, its crowd where it had one.
    fileprivate func seeded(of card: ShiftCard) throws -> Premises {
        let shop = try seeded(card.seed)
        return card.crowd > 0 ? shop.crowd(card.crowd, seed: card.seed) : shop
    }
}

extension String {
    /// Nothing in it that a terminal would obey.
    var printable: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate,
                        .privateUse:
                        "\u{FFFD}"
                    case _: scalar
                    }
                }))
    }
}
