import Course
import Engine

/// What every page of the course has in hand: the host, the content, and the way to anything else
/// in the course.
struct CourseDoor {
    let host: any PageHost
    let course: any CourseHost
    let curriculum: Curriculum

    /// Nil where the course cannot be read; says why at the desk.
    init?(_ host: any PageHost, _ desk: Desk) {
        guard let course = host.course else { return nil }
        do {
            curriculum = try course.curriculum()
        } catch {
            desk.announce(.refused, error.sentence)
            return nil
        }
        self.host = host
        self.course = course
    }

    /// Where Esc goes from a page of the course.
    enum Way: Hashable {
        case course
        case chapter(Int)
        case lesson(String, Int?)
        case sheets
    }

    func back(to way: Way, _ desk: Desk) {
        switch way {
        case .sheets: open(.page(.worksheets), from: .course, desk)
        case .course: desk.show(CourseStartPage(self, desk))
        case .chapter(let number): open(.chapter(number), from: .course, desk)
        case .lesson(let name, let chapter):
            open(.lesson(name), from: chapter.map(Way.chapter) ?? .course, desk)
        }
    }

    func open(_ place: CoursePlace, from way: Way, _ desk: Desk) {
        do {
            switch place {
            case .chapter(let number):
                guard let chapter = curriculum.chapter(number) else { return }
                desk.show(ChapterPage(self, chapter, try course.learningRecord()))
            case .lesson(let name):
                guard let lesson = curriculum.lesson(name) else { return }
                desk.show(LessonPage(self, lesson, from: way))
            case .worksheet(let name):
                guard let worksheet = curriculum.worksheet(name) else { return }
                desk.show(WorksheetPage(self, worksheet, try course.sheet(name), from: way))
            case .page(.twoWays):
                desk.show(TwoWaysPage(self, try course.twoWays(in: desk.tongue), from: way))
            case .page(.worksheets): desk.show(SheetsPage(self, try course.learningRecord()))
            case .page(.payments):
                desk.show(PaymentsPage(self, try course.moneyWalk(in: desk.tongue), from: way))
            case .page(.admin): desk.show(AdminPage(self, try course.adminFacts(), from: way))
            case .shift(let pack, let scenarios):
                let guide = host.startMenu().guide?.name
                desk.begin(
                    ShiftChoice(pack: pack, scenarios: scenarios), with: host,
                    isGuided: pack == guide)
            }
        } catch {
            desk.announce(.refused, error.sentence)
        }
    }

    /// What a place is called in a list.
    func kind(of place: CoursePlace) -> Bilingual {
        switch place {
        case .chapter: CourseWords.chapterMark
        case .lesson: CourseWords.lessonMark
        case .worksheet: CourseWords.worksheetMark
        case .page: CourseWords.pageMark
        case .shift: CourseWords.shiftMark
        }
    }
}

extension CoursePage {
    var name: Bilingual {
        switch self {
        case .twoWays: CourseWords.twoWays
        case .worksheets: CourseWords.sheets
        case .payments: CourseWords.payments
        case .admin: CourseWords.admin
        }
    }

    /// What is to be found there.
    var detail: Bilingual {
        switch self {
        case .twoWays: CourseWords.twoWaysDetail
        case .worksheets: CourseWords.sheetsDetail
        case .payments: CourseWords.paymentsDetail
        case .admin: CourseWords.adminDetail
        }
    }
}

extension Desk {
    /// Leaves for the start page of the course.
    func showCourse(_ host: any PageHost) {
        guard let door = CourseDoor(host, self) else { return }
        show(CourseStartPage(door, self))
    }
}
