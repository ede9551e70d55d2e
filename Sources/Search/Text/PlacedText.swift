/// A folded text that still knows where each unit came from, for highlighting.
struct PlacedText {
    let units: [UInt16]
    private let starts: [String.Index]
    private let ends: [String.Index]

    init(_ text: String, _ folding: Folding) {
        var writer = Folding.Writer(capacity: text.utf8.count)
        var starts: [String.Index] = []
        var ends: [String.Index] = []
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let next = scalars.index(after: index)
            writer.write(scalars[index].value, folding)
            while starts.count < writer.units.count {
                starts.append(index)
                ends.append(next)
            }
            index = next
        }
        units = writer.units
        self.starts = starts
        self.ends = ends
    }

    func range(_ range: Range<Int>) -> Range<String.Index> {
        starts[range.lowerBound]..<ends[range.upperBound - 1]
    }
}
