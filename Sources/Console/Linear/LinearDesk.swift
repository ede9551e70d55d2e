public import Engine
import Shifts
public import Terminal

/// The desk in plain lines, for a screen reader, a dumb terminal or a pipe: what happens is told
/// in sentences, and what one does is written as words.
///
/// ```swift
/// let linear = LinearDesk(desk)
/// linear.opening()            // what there is, and how to begin
/// linear.hear("说 在的，您请说")  // sends it, and tells what came of it
/// linear.elapse(1000)         // what has happened meanwhile
/// ```
///
/// Behind it is the very desk that is drawn elsewhere: every command is there under its own name,
/// every form with its fields. Nothing is repainted, no line depends on a place on a screen.
public final class LinearDesk {
    // A class: the loop and whatever it tells share the one desk.
    let desk: Desk
    /// Events told so far.
    private var told = 0
    /// What a bare number means: the list that was read last.
    var listed: Listed = .nothing
    /// The page told last, so that it is told again only when it is another.
    private var pageTold: String?

    /// A list whose rows can be named by number.
    enum Listed {
        case nothing
        case customers([ConversationID])
        /// Filled for the customer they were read to, and for nobody else.
        case replies([ReplyChoice], for: ConversationID?)
    }

    /// Wide and high enough for pages to be told whole.
    public static let size = Size(columns: 100, rows: 300)

    public init(_ desk: Desk) {
        self.desk = desk
        desk.size = Self.size
        // Nothing counts as seen that was not read.
        desk.zoomed = .chat
        told = desk.shift?.records.count ?? 0
    }

    public var hasQuit: Bool { desk.hasQuit }

    /// What is said first.
    public func opening() -> [String] {
        var lines = [say(LinearWords.welcome(shiftTitle))]
        if let note = desk.shop?.handover.received {
            lines.append(say(Words.handoverReceived) + say(LinearWords.colon) + oneLine(note))
        }
        lines.append(say(LinearWords.firstSteps))
        lines += queueLines()
        return lines
    }

    /// Said before the opening of a shift that was left earlier.
    public func wentOn(from instant: Instant) -> String {
        let time = desk.civil(instant)
        return say(LinearWords.wentOn(time.clock + ":" + Lengths.two(time.second)))
    }

    // MARK: Time

    /// Lets wall time pass; tells what has happened in it.
    public func elapse(_ milliseconds: Int) -> [String] {
        desk.elapse(milliseconds: milliseconds)
        return news() + telling(desk.notice)
    }

    /// Milliseconds until something may happen by itself; nil when only a person can go on. No
    /// second is counted here, so it sleeps longer than a drawn desk.
    public var nextWake: Int? {
        guard let shift = desk.shift, desk.isRunning || desk.outgoing != nil else { return nil }
        if desk.outgoing != nil { return 500 }
        guard let due = shift.nextDue else { return nil }
        let span = max(0, (due - shift.now).milliseconds)
        return Int(min(60_000, span / Int64(desk.clock.speed) + 1))
    }

    /// Lets the shop's time run on at once.
    private func wait(_ words: String) -> [String] {
        guard let shift = desk.shift, !shift.isOver else { return [say(Words.shiftOver)] }
        let (number, unit) = Self.split(words)
        guard let count = Int(number), count > 0, let seconds = LinearWords.seconds(in: unit)
        else { return [say(LinearWords.howToWait)] }
        let (length, isTooMuch) = count.multipliedReportingOverflow(by: seconds)
        guard !isTooMuch, length <= 24 * 3600 else { return [say(LinearWords.howToWait)] }
        do {
            desk.observe(try shift.advance(to: shift.now + .seconds(length)))
        } catch { desk.report(error) }
        return news() + [clockLine()]
    }

    /// `30秒` into `30` and `秒`.
    private static func split(_ words: String) -> (String, String) {
        let text = words.trimmed
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        return (String(digits), String(text.dropFirst(digits.count)).trimmed)
    }

    // MARK: Hearing

    /// Takes one line; answers with what there is to say.
    public func hear(_ line: String) -> [String] {
        let line = desk.gate.cleaned(line).trimmed
        desk.notice = nil
        if desk.focus == .composer { desk.zoomed = .chat }
        let answer: [String]
        if !desk.overlays.isEmpty {
            answer = hearInSheet(line)
        } else if desk.page != nil {
            answer = hearOnPage(line)
        } else {
            answer = hearAtDesk(line)
        }
        desk.keepDraft()
        return afterwards(answer)
    }

    /// What has come of it: events, a notice, a sheet or a page that has come up.
    private func afterwards(_ lines: [String]) -> [String] {
        var lines = lines
        lines += news() + telling(desk.notice) + sheetLines()
        if let page = desk.page {
            if pageTold != say(page.title) {
                pageTold = say(page.title)
                lines += pageLines()
            }
        } else {
            pageTold = nil
        }
        return lines
    }

    private func telling(_ notice: Notice?) -> [String] {
        guard let notice else { return [] }
        desk.notice = nil
        return [say(LinearWords.notice(notice.kind)) + say(notice.text)]
    }

    private func hearAtDesk(_ line: String) -> [String] {
        guard !line.isEmpty else { return [clockLine()] + queueLines() }
        if let number = Int(line) { return take(number) }
        let (verb, rest) = LinearVerb.read(line)
        guard let verb else { return run(line) }
        switch verb {
        case .say: return reply(rest)
        case .draft: return draft(rest)
        case .note: return note(rest)
        case .queue: return queueLines()
        case .read: return chatLines(last: Int(rest) ?? 6)
        case .order: return orderLines()
        case .customer: return customerLines()
        case .replies: return replyLines(rest)
        case .go: return go(to: rest)
        case .status: return [clockLine()] + statusLines()
        case .wait: return wait(rest)
        case .commands: return commandLines(rest)
        case .help: return LinearWords.help.map(say)
        case .key: return press(rest)
        case .type:
            guard desk.selected != nil else { return [say(Words.nobodySelected)] }
            desk.turn(to: .composer)
            desk.write { $0.paste(rest.replacing("\\n", with: "\n")) }
            return draftLines()
        case .command: return run(rest)
        }
    }

    // MARK: Commands

    /// A command of the desk by its name, in either language.
    private func run(_ words: String) -> [String] {
        let wanted = words.lowercased()
        let found =
            desk.command(named: wanted)
            ?? DeskCommand.all.first {
                $0.title.zh.lowercased() == wanted || $0.title.en.lowercased() == wanted
            }
        guard let command = found else { return [unknown(words)] }
        command.run(on: desk)
        // What a drawn desk would now show is told.
        switch command.id {
        case "next-customer", "previous-customer", "first-customer", "last-customer",
            "worst-overdue", "close-conversation":
            return desk.overlays.isEmpty ? hereLines() : []
        case "focus-order", "next-order", "show-track", "show-address": return orderLines()
        case "focus-customer": return customerLines()
        case "focus-queue", "show-closed": return queueLines()
        case "focus-chat", "scroll-up", "chat-start", "chat-end": return chatLines(last: 20)
        case "focus-replies": return replyLines("")
        case "private-note": return [say(LinearWords.howToNote)]
        case "pause", "faster", "slower": return [clockLine()]
        case "reply-suggested": return draftLines()
        case let id where id.hasPrefix("reply-"): return draftLines()
        case _: return []
        }
    }

    private func unknown(_ words: String) -> String {
        let all = LinearVerb.all + DeskCommand.all.flatMap { [$0.id, $0.title.zh, $0.title.en] }
        let nearest = Spelling.nearest(to: words, among: all)
        return say(LinearWords.unknown(words, nearest: nearest, to: currentName))
    }

    /// A number says which of the list that was read last.
    private func take(_ number: Int) -> [String] {
        switch listed {
        case .customers(let ids) where ids.indices.contains(number - 1):
            desk.select(ids[number - 1])
            return hereLines()
        case .replies(let replies, desk.selected) where replies.indices.contains(number - 1):
            desk.insert(replies[number - 1])
            return desk.overlays.isEmpty ? draftLines() : []
        case .nothing, .customers, .replies: return [say(LinearWords.noSuchNumber(number))]
        }
    }

    private func go(to words: String) -> [String] {
        guard let shop = desk.shop, !words.isEmpty else { return queueLines() }
        let wanted = words.lowercased()
        let talks = shop.conversations.values.reversed().filter { talk in
            guard let customer = shop.customers[talk.customer] else { return false }
            return customer.name.lowercased().contains(wanted)
                || customer.account.lowercased().contains(wanted)
        }
        guard let found = talks.first(where: \.isOpen) ?? talks.first else {
            return [say(LinearWords.nobodyCalled(words))]
        }
        desk.select(found.id)
        return hereLines()
    }

    private func press(_ words: String) -> [String] {
        guard let series = KeySeries(name: words) else {
            return [say(LinearWords.noSuchKey(words, nearest: KeySeries.nearest(to: words)))]
        }
        desk.handle(series.keys.map { .key($0) })
        return []
    }

    // MARK: Writing

    /// Writes a text in the place of what is there.
    /// - Returns: what stood there; nil where nobody is selected.
    private func write(_ text: String, asNote: Bool) -> Draft? {
        guard let id = desk.selected else { return nil }
        if asNote != desk.writesNote.contains(id) {
            if asNote { desk.writesNote.insert(id) } else { desk.writesNote.remove(id) }
        }
        desk.turn(to: .composer)
        let before = desk.composer.draft
        // It can be fetched back like what was sent.
        if !desk.composer.isEmpty { desk.sent.remember(before.text) }
        desk.write {
            $0.load(Draft())
            $0.paste(text.replacing("\\n", with: "\n"))
        }
        return before
    }

    private func reply(_ text: String) -> [String] {
        // Without words what is drafted goes.
        guard !text.isEmpty else {
            DeskCommand.named("send")?.run(on: desk)
            return []
        }
        return send(text, asNote: false)
    }

    /// Sends it past whatever is half written, which waits on.
    private func send(_ text: String, asNote: Bool) -> [String] {
        guard let before = write(text, asNote: asNote) else { return [say(Words.nobodySelected)] }
        DeskCommand.named("send")?.run(on: desk)
        if desk.composer.isEmpty, !before.text.isEmpty { desk.write { $0.load(before) } }
        return []
    }

    private func note(_ text: String) -> [String] {
        guard !text.isEmpty else { return [say(LinearWords.howToNote)] }
        return send(text, asNote: true)
    }

    /// Writes without sending, and reads what the coach has to say of it.
    private func draft(_ text: String) -> [String] {
        if !text.isEmpty, write(text, asNote: false) == nil { return [say(Words.nobodySelected)] }
        return draftLines()
    }

    // MARK: News

    /// What has happened since it was last told.
    private func news() -> [String] {
        guard let shift = desk.shift else { return [] }
        let records = shift.records
        guard told < records.count else { return [] }
        defer { told = records.count }
        return records[told...].compactMap { LinearNews(desk).line(of: $0) }
    }

    // MARK: Words

    func say(_ text: Bilingual) -> String { desk.say(text) }
    func oneLine(_ text: String) -> String { desk.oneLine(text) }

    var currentName: String? { desk.selected.map { desk.name(of: $0) } }

    private var shiftTitle: Bilingual {
        desk.shift?.card.title ?? Words.product
    }
}
