import Engine

/// Taking over from the shift before and handing over to the next.
extension Desk {
    /// What the last shift left, before anybody is served.
    func readHandover() {
        guard let note = shop?.handover.received else { return }
        overlays.append(
            TextSheet(
                title: say(Words.handoverReceived),
                lines: note.split(whereSeparator: \.isNewline).map(String.init)))
    }

    /// The note for the next shift; before one is written, everything that is open stands there.
    func openHandover() {
        guard let shop else { return }
        let received = shop.handover.received.map { oneLine($0) }
        let text = handoverDraft(shop)
        overlays.append(
            ActionForm(
                Words.handoverTitle,
                fields: [
                    .fixed(
                        "received", Words.handoverReceived,
                        received.map { Bilingual(zh: $0, en: $0) } ?? Words.handoverNothing),
                    .text(
                        "text", Words.handoverText, initial: text, rows: 8, limit: Handover.limit,
                        hint: Words.handoverHint, words: words),
                ], verb: Words.handoverVerb, on: self,
                command: { .writeHandover(text: $0.text("text")) },
                done: { _ in Words.handoverWritten }))
    }

    /// What was written before, then what it does not tell of yet; as much as a note may hold. In
    /// an exam nothing is written for anybody.
    private func handoverDraft(_ shop: Shop) -> String {
        var lines = shop.handover.written.map { [$0] } ?? []
        let note = lines.joined()
        if coach != nil {
            lines += shop.openMatters.filter { !shop.tells(note, of: $0) }.map(line)
        }
        var text = ""
        for line in lines {
            let longer = text + (text.isEmpty ? "" : "\n") + line
            if longer.count <= Handover.limit { text = longer }
        }
        return text
    }

    /// One matter as it is handed over: who, which order, what.
    private func line(_ matter: OpenMatter) -> String {
        let name = shop?.customers[matter.customer]?.name ?? matter.customer.rawValue
        let order = matter.order.map { " …" + $0.rawValue.suffix(4) } ?? ""
        return name + order + " " + say(matter.kind.words(self))
    }
}

extension OpenMatter.Kind {
    fileprivate func words(_ desk: Desk) -> Bilingual {
        switch self {
        case .conversation(let waits):
            waits
                ? Bilingual(zh: "还在等回复", en: "is waiting for an answer")
                : Bilingual(zh: "会话还没结束", en: "conversation still open")
        case .promise(let text, let due):
            Bilingual(
                zh: "答应过 \(desk.moment(due)) 前：\(text)",
                en: "promised by \(desk.moment(due)): \(text)")
        case .ticket(let department, let summary):
            Bilingual(
                zh: "\(department.name.zh)还没答复：\(summary)",
                en: "\(department.name.en) has not answered: \(summary)")
        case .afterSale:
            Bilingual(zh: "售后单等我们处理", en: "a case waits for us")
        }
    }
}
