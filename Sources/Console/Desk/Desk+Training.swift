import Engine

extension Desk {
    /// `*` beside a time or limit whose value nobody has confirmed; empty beside the others.
    func trainingMark(_ rule: String?) -> String {
        guard let rule, let source = shop?.rules.source, source.isTraining(rule) else { return "" }
        return "*"
    }

    /// What the mark stands for, with the date of the rules: to be shown once beneath whatever
    /// carries it.
    var trainingNote: String { say(Words.trainingNote(shop?.rules.source.dated ?? "")) }
}
