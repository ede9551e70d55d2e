import Engine

extension SettingsProblem.Fact {
    /// What somebody probably meant to write.
    static func nearest(_ word: String, _ names: [String]) -> String? {
        Spelling.nearest(to: word, among: names)
    }
}
