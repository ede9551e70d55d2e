import Engine
import Shifts
import Terminal

/// What is read aloud on request: who waits, what was said, the order, the customer.
extension LinearDesk {
    /// The clock, and whether it stands.
    func clockLine() -> String {
        let time = desk.civil(desk.now)
        let clock = time.clock + ":" + Lengths.two(time.second)
        return say(
            LinearWords.clock(
                clock, isPaused: desk.clock.isPaused, speed: desk.clock.speed,
                isOver: desk.shift?.isOver == true))
    }

    func statusLines() -> [String] {
        var lines = [
            say(
                LinearWords.status(
                    waiting: desk.queue.index.waiting,
                    overdue: desk.queue.index.overdue(at: desk.now)))
        ]
        for promise in desk.promises.open {
            lines.append(
                say(
                    LinearWords.promise(
                        desk.name(of: promise.conversation), promise.text,
                        desk.moment(promise.due))))
        }
        if desk.hasDraft(desk.selected ?? "") { lines += draftLines() }
        return lines
    }

    // MARK: Customers

    /// Everybody who is here, numbered.
    func queueLines() -> [String] {
        guard let shop = desk.shop else { return [] }
        let ids = (0..<desk.queue.count).compactMap { desk.queue[$0] }
        guard !ids.isEmpty else { return [say(Words.queueIsEmpty)] }
        listed = .customers(ids)
        return ids.enumerated().compactMap { place, id in
            guard let talk = shop.conversations[id] else { return nil }
            return "\(place + 1). " + say(row(of: talk))
        }
    }

    private func row(of talk: Conversation) -> Bilingual {
        let name = desk.name(of: talk.id)
        let channel = talk.channel.name
        let stage = talk.stage.name
        let isHere = talk.id == desk.selected
        var zh = "\(name)，\(channel.zh)，\(stage.zh)，"
        var en = "\(name), \(channel.en), \(stage.en), "
        if talk.isOpen, let since = talk.awaitsReplySince {
            let span = desk.now - since
            zh += "等了 \(LinearWords.span(span).zh)"
            en += "waiting \(LinearWords.span(span).en)"
            if talk.unread > 0, !isHere {
                zh += "，\(talk.unread) 条没读"
                en += ", \(talk.unread) unread"
            }
        } else {
            let state = Words.state(of: talk)
            zh += state.zh
            en += state.en
        }
        if desk.promises.next(in: talk.id) != nil {
            zh += "，有承诺"
            en += ", a promise is open"
        }
        if desk.hasDraft(talk.id) {
            zh += "，有草稿"
            en += ", a draft"
        }
        if isHere {
            zh += "，正在接待"
            en += ", the one you serve"
        }
        return Bilingual(zh: zh + "。", en: en + ".")
    }

    /// Where one is now, and the last that was said there.
    func hereLines() -> [String] {
        guard let talk = desk.talk else { return [say(Words.nobodySelected)] }
        return [say(LinearWords.nowWith) + say(row(of: talk))] + chatLines(last: 3)
    }

    /// The last messages, who said them before what was said.
    func chatLines(last count: Int) -> [String] {
        guard let talk = desk.talk else { return [say(Words.nobodySelected)] }
        guard !talk.messages.isEmpty else { return [say(LinearWords.nothingSaid)] }
        return talk.messages.suffix(max(1, count)).map { message in
            let text = oneLine(desk.text(of: message))
            let clock = desk.civil(message.at).clock
            return "\(clock) " + speaker(of: message, in: talk) + say(LinearWords.colon) + text
        }
    }

    private func speaker(of message: Message, in talk: Conversation) -> String {
        if message.isPrivate { return say(Words.noteAuthor) }
        switch message.author {
        case .buyer: return desk.name(of: talk.id)
        case .bystander(let name): return name
        case .agent(let id): return id == desk.shop?.agent ? say(Words.me) : id.rawValue
        case .bot: return say(Words.bot)
        case .system: return say(Words.system)
        }
    }

    /// The order in sentences, the same facts in the same order as the pane has them.
    func orderLines() -> [String] {
        guard let order = desk.order else {
            return [say(desk.talk == nil ? Words.nobodySelected : Words.customerHasNoOrder)]
        }
        if let selected = desk.selected,
            desk.places.looked.insert(
                Looked(talk: selected, what: .order(order.id))
            ).inserted
        {
            desk.look(at: .order(order.id))
        }
        let whole = OrderPane.lines(desk, width: Self.size.columns)
        return [say(LinearWords.orderOf(currentName ?? "", order.id.rawValue))]
            + whole.map(sentence)
    }

    func customerLines() -> [String] {
        guard let customer = desk.customer else { return [say(Words.nobodySelected)] }
        if let selected = desk.selected,
            desk.places.looked.insert(
                Looked(talk: selected, what: .customer(customer.id))
            ).inserted
        {
            desk.look(at: .customer(customer.id))
        }
        return [customer.name]
            + CustomerPane.lines(desk, width: Self.size.columns, rows: 60).map(sentence)
    }

    /// A line of a pane as a sentence: what stands left and right of it, joined and ended.
    func sentence(_ line: PaneLine) -> String {
        let left = spoken(line.left)
        let right = spoken(line.right)
        if right.isEmpty { return left }
        return left.isEmpty ? right : left + say(LinearWords.comma) + right
    }

    /// Without the marks that only the eye reads: rules, bars, triangles, circles and figures drawn
    /// of blocks.
    func spoken(_ text: String) -> String {
        var words = text
        for mark in LinearWords.marks { words = words.replacing(mark, with: " ") }
        var plain = String.UnicodeScalarView()
        for scalar in words.unicodeScalars {
            plain.append((0x2500...0x25FF).contains(scalar.value) ? " " : scalar)
        }
        return String(plain).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    // MARK: Writing

    /// What is half written, and what the coach says of it.
    func draftLines() -> [String] {
        guard !desk.composer.isEmpty, let name = currentName else {
            return [say(LinearWords.noDraft)]
        }
        return [say(LinearWords.draft(name)) + oneLine(desk.composer.text)]
            + desk.advice.map { say(LinearWords.hint) + desk.sentence($0) }
    }

    func replyLines(_ filter: String) -> [String] {
        desk.places.replyFilter = filter
        let replies = desk.replies
        desk.places.replyFilter = ""
        guard !replies.isEmpty else { return [say(Words.noReplyFound)] }
        let shown = Array(replies.prefix(20))
        listed = .replies(shown, for: desk.selected)
        return shown.enumerated().map { place, reply in
            "\(place + 1). /\(reply.code) \(reply.title)" + say(LinearWords.colon)
                + oneLine(reply.preview(in: desk.tongue))
        }
    }

    // MARK: Commands

    /// The commands that can be done now, or those whose name has the word.
    func commandLines(_ filter: String) -> [String] {
        let wanted = filter.lowercased()
        let fitting = DeskCommand.all.filter { command in
            guard command.group != .list else { return false }
            if wanted.isEmpty { return command.availability(on: desk) == .now }
            return [command.id, command.title.zh, command.title.en, command.help[desk.tongue]]
                .contains { $0.lowercased().contains(wanted) }
        }
        guard !fitting.isEmpty else { return [say(Words.noCommand)] }
        return fitting.map { command in
            "\(command.id)" + say(LinearWords.colon) + say(command.title) + say(LinearWords.comma)
                + say(command.help)
        }
    }
}
