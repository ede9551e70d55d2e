import Engine
import Language
import Macros
import Replies

/// The macros of a few files, looked over: what cannot be read, what would go wrong or must not be
/// said, and names that two files use.
struct MacroCheckup {
    let library: MacroLibrary
    private let reads: (String, Context) -> Reading
    /// Whether a file is one of the person's own.
    private let isOwn: (String) -> Bool

    init(
        _ library: MacroLibrary, reads: @escaping (String, Context) -> Reading,
        isOwn: @escaping (String) -> Bool
    ) {
        self.library = library
        self.reads = reads
        self.isOwn = isOwn
    }

    /// Everything, in the order of the files.
    ///
    /// - Parameter unread: files of which it was said already that they cannot be read.
    func findings(besides unread: Set<String>) -> [RepliesDoctor.Finding] {
        library.problems.filter { !$0.isOfFile || !unread.contains($0.file) }.map { problem in
            RepliesDoctor.Finding(
                kind: problem.kind, file: problem.file, line: problem.line, code: "",
                sentence: problem.words)
        } + faults + doubles
    }

    private var faults: [RepliesDoctor.Finding] {
        let lint = MacroLint(reads: reads)
        // One that is not in use may come to be, when the file before it goes.
        return (library.macros + library.shadowed).flatMap { lint.faults(in: $0) }.map { fault in
            RepliesDoctor.Finding(
                kind: fault.kind, file: fault.file ?? "", line: fault.line ?? 0,
                code: fault.macro, sentence: fault.words)
        }
    }

    /// One's own goes before the shop's of the same name: that is how one changes it.
    private var doubles: [RepliesDoctor.Finding] {
        library.shadowed.compactMap { macro in
            guard let first = library.named(macro.name), isPersonal(first) == isPersonal(macro)
            else { return nil }
            let place = first.source.map { "\($0.file):\($0.line)" } ?? ""
            return RepliesDoctor.Finding(
                kind: "doubleName", file: macro.source?.file ?? "", line: macro.source?.line ?? 0,
                code: macro.name,
                sentence: Bilingual(
                    zh: "\(place) 也叫这个名字，用的是那一个；换个名字。",
                    en: "\(place) has the same name, and that one is used; choose another name."))
        }
    }

    private func isPersonal(_ macro: Macro) -> Bool {
        macro.scope == .personal || macro.source.map { isOwn($0.file) } ?? false
    }
}

extension MacroProblem {
    /// As replies call the same thing.
    fileprivate var kind: String {
        if case .unknownVariable = fact { return DoctorFinding.Kind.undefinedVariable.rawValue }
        return DoctorFinding.Kind.problem.rawValue
    }
}

extension MacroFault {
    fileprivate var kind: String {
        let kind: DoctorFinding.Kind =
            switch fact {
            case .words: .forbidden
            case .unknownVariable: .undefinedVariable
            case .unreachable, .afterNext, .nothingToSend, .unsent, .unusedParameter, .neverGiven:
                .problem
            }
        return kind.rawValue
    }
}
