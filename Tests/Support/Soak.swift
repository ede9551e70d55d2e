import Foundation

/// How long a property is tried: briefly in `make test`, patiently in `make soak`.
///
///     for seed in 1...Soak.rounds(200, soaking: 20_000) { … }
public enum Soak {
    public static let isOn = ProcessInfo.processInfo.environment["XIAOER_SOAK"] != nil

    public static func rounds(_ usual: Int, soaking patient: Int) -> Int {
        isOn ? patient : usual
    }
}
