import Language
import Search

extension Folding {
    /// How the shop's texts are compared: 發貨 is 发货. Made once; it takes milliseconds.
    static let shop = Folding { Unicode.Scalar(Traditional.simplified($0.value)) ?? $0 }
}
