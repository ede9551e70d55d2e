import Classes
import Engine
import Foundation

/// Reads the marks sheet and the forms of teams.
struct TeamIntake {
    let library: Library
    /// A sheet of the teacher's own; else the one that comes with the program.
    let sheet: String?

    func marksSheet() throws -> MarksSheet {
        let path = sheet ?? library.data.sheets + "/team-marks.yaml"
        do {
            return try MarksSheet(
                try StoredFile.bytes(path), file: (path as NSString).lastPathComponent)
        } catch let faults as FormFaults {
            throw Failure(code: 65, sentence: faults.sentence)
        }
    }

    func read(_ path: String) throws -> TeamForm {
        do {
            return try TeamForm(
                try StoredFile.bytes(path), file: (path as NSString).lastPathComponent,
                sheet: try marksSheet())
        } catch let faults as FormFaults {
            throw Failure(code: 65, sentence: faults.sentence)
        }
    }

    func blank(in tongue: Tongue) throws -> String { try marksSheet().blank(in: tongue) }
}
