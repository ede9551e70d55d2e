/// How names are written in files, and which one somebody probably meant.
public enum Spelling {
    /// A name of the code as files have it: `waitPay` is `wait-pay`.
    public static func hyphened(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
    }

    /// The nearest of `names` to `word`, when it is near enough to be worth suggesting.
    public static func nearest(to word: String, among names: [String]) -> String? {
        let word = Array(word.lowercased().unicodeScalars.prefix(40))
        var best: (name: String, distance: Int)?
        for name in names {
            let other = Array(name.lowercased().unicodeScalars.prefix(40))
            let distance = distance(word, other)
            if distance < best?.distance ?? .max { best = (name, distance) }
        }
        guard let best, best.distance <= max(2, best.name.unicodeScalars.count / 3),
            best.distance < best.name.unicodeScalars.count
        else { return nil }
        return best.name
    }

    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var row = Array(0...b.count)
        for i in 1...a.count {
            var diagonal = row[0]
            row[0] = i
            for j in 1...b.count {
                let cost = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)
                diagonal = row[j]
                row[j] = min(cost, row[j] + 1, row[j - 1] + 1)
            }
        }
        return row[b.count]
    }
}
