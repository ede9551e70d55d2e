public import Engine

extension ShiftReport {
    /// What a page says of the shift that the report is about.
    public struct Shift: Hashable, Sendable {
        /// Its name on the shelf.
        public var id: String
        public var title: Bilingual
        public var trainee: String?

        public init(id: String, title: Bilingual, trainee: String?) {
            self.id = id
            self.title = title
            self.trainee = trainee
        }
    }

    /// The debrief as one page for the browser or the printer: no scripts, nothing loaded from
    /// anywhere; both languages inside, `tongue` shown first.
    /// - Parameter shift: which shift it is and whose, for a pile of printed pages.
    public func html(in tongue: Engine.Tongue, of shift: Shift? = nil) -> String {
        var page = HTMLText()
        let code = tongue.rawValue
        page.raw("<!DOCTYPE html>\n<html lang=\"\(code)\"><head><meta charset=\"utf-8\">")
        page.raw("<meta name=\"viewport\" content=\"width=device-width\"><title>")
        page.text(
            [shift?.trainee, shift?.title[tongue] ?? shop, shift?.id ?? date]
                .compactMap { $0 }.joined(separator: " · "))
        page.raw("</title><style>\(Self.style)</style></head><body>\n")
        for choice in Engine.Tongue.allCases {
            let isChosen = choice == tongue ? " checked" : ""
            page.raw("<input type=\"radio\" name=\"tongue\" id=\"\(choice.rawValue)\"\(isChosen)>")
            page.raw("<label for=\"\(choice.rawValue)\">")
            page.raw(choice == .chinese ? "中文" : "English")
            page.raw("</label>\n")
        }
        page.raw("<main>\n")
        writeHead(shift, &page)
        writeScore(&page)
        writeFigures(&page)
        writeTyping(&page)
        for grade in conversations { write(grade, &page) }
        page.raw("</main></body></html>\n")
        return page.source
    }

    private var date: String { CivilTime(startedAt, offset: offset).date }

    private func clock(_ instant: Instant) -> String {
        CivilTime(instant, offset: offset).clock
    }

    private func writeHead(_ shift: Shift?, _ page: inout HTMLText) {
        page.raw("<h1>")
        if let title = shift?.title { page.both(title) } else { page.text(shop) }
        page.raw("</h1><p>")
        if let trainee = shift?.trainee {
            page.raw("<b>")
            page.text(trainee)
            page.raw("</b> · ")
        }
        page.text("\(date) \(clock(startedAt))–\(clock(endedAt)) · \(agent.rawValue)")
        if let id = shift?.id { page.text(" · \(id)") }
        page.raw("</p><section class=\"next\"><h2>")
        page.raw(HTMLText.both(zh: "下一步练什么", en: "Practise next"))
        page.raw("</h2><p>")
        page.both(nextStep.advice)
        page.raw("</p></section>\n")
    }

    private func writeScore(_ page: inout HTMLText) {
        page.raw("<section><h2>")
        page.raw(HTMLText.both(zh: "本班得分", en: "Shift score"))
        page.raw(" <b>\(score.total)</b></h2><table><tbody>")
        let halves = [
            (
                Bilingual(zh: "工作", en: "Work"), score.work,
                [score.reception, score.summaries, score.findings]
            ),
            (
                Bilingual(zh: "业绩", en: "Performance"), score.performance,
                [score.satisfaction, score.process]
            ),
        ]
        for (name, points, parts) in halves {
            page.raw("<tr class=\"dim\"><th>")
            page.both(name)
            page.raw("</th><th class=\"n\">\(points)</th><th class=\"n\">")
            page.raw(HTMLText.both(zh: "占比", en: "weight"))
            page.raw("</th></tr>")
            for part in parts {
                page.raw("<tr><td>")
                page.both(part.explanation)
                page.raw("</td><td class=\"n\">\(part.points.map { "\($0)" } ?? "–")</td>")
                page.raw("<td class=\"n\">\(part.weight)%</td></tr>")
            }
        }
        page.raw("</tbody></table></section>\n")
    }

    private func writeFigures(_ page: inout HTMLText) {
        page.raw("<section><h2>")
        page.raw(HTMLText.both(zh: "指标", en: "Figures"))
        page.raw("</h2><table><tbody>")
        for kpi in kpis {
            page.raw("<tr><td>")
            page.both(kpi.kind.name)
            page.raw("</td><td class=\"n\">")
            page.text(kpi.value.text)
            page.raw("</td><td>")
            page.both(kpi.kind.formula)
            page.raw("</td><td class=\"n\">")
            page.raw(
                HTMLText.both(
                    zh: "计入\(kpi.counted.count) 排除\(kpi.leftOut.count)",
                    en: "\(kpi.counted.count) counted, \(kpi.leftOut.count) left out"))
            page.raw("</td></tr>")
        }
        page.raw("</tbody></table></section>\n")
    }

    private func write(_ grade: ConversationGrade, _ page: inout HTMLText) {
        page.raw("<section class=\"talk\"><h2>")
        page.text("\(grade.scenario ?? grade.conversation.rawValue) ")
        page.both(grade.title)
        page.text(" · \(grade.customerName) ")
        page.raw("<b>\(grade.total)</b></h2><p class=\"lights\">")
        for light in grade.lights {
            page.raw("<span class=\"\(light.isLit ? "lit" : "dark")\">")
            page.raw(light.isLit ? "● " : "○ ")
            page.both(light.step.name)
            page.raw("</span> ")
        }
        page.raw("</p><table><tbody>")
        for dimension in Dimension.allCases {
            let marks = grade.marks(of: dimension)
            if marks.isEmpty { continue }
            page.raw("<tr class=\"dim\"><th>")
            page.both(dimension.name)
            page.raw("</th><th class=\"n\">")
            page.text(
                dimension == .redLines
                    ? grade.cap.map { "≤ \($0)" } ?? ""
                    : "\(grade.points(of: dimension))/\(dimension.points)")
            page.raw("</th></tr>")
            for mark in marks { write(mark, &page) }
        }
        page.raw("</tbody></table>")
        writePromises(grade, &page)
        writeTurningPoint(grade, &page)
        page.raw("</section>\n")
    }

    private func write(_ mark: Mark, _ page: inout HTMLText) {
        page.raw("<tr><td>")
        page.both(mark.title)
        for quote in mark.evidence.quotes.prefix(3) { write(quote, &page) }
        if let advice = mark.advice {
            page.raw("<p class=\"advice\">→ ")
            page.both(advice)
            page.raw("</p>")
        }
        page.raw("</td><td class=\"n\">")
        switch mark.effect {
        case .gained(let n): page.text("+\(n)")
        case .deducted(0), .missed(0): page.text("0")
        case .deducted(let n), .missed(let n): page.text("−\(n)")
        }
        page.raw("</td></tr>")
    }

    private func write(_ quote: Evidence.Quote, _ page: inout HTMLText) {
        page.raw("<blockquote class=\"\(quote.isBuyer ? "buyer" : "agent")\"><time>")
        page.text(clock(quote.at))
        page.raw("</time> ")
        page.text(quote.text)
        page.raw("</blockquote>")
    }

    private func writePromises(_ grade: ConversationGrade, _ page: inout HTMLText) {
        guard !grade.promises.isEmpty else { return }
        page.raw("<h3>")
        page.raw(HTMLText.both(zh: "承诺", en: "Promises"))
        page.raw("</h3><ul>")
        for promise in grade.promises {
            page.raw("<li><b>")
            page.both(promise.outcome.name)
            page.raw("</b> ")
            page.text(promise.text)
            if let due = promise.due { page.text(" · \(clock(due))") }
            page.raw("</li>")
        }
        page.raw("</ul>")
    }

    private func writeTurningPoint(_ grade: ConversationGrade, _ page: inout HTMLText) {
        guard let shift = grade.mood.turningPoint else { return }
        page.raw("<h3>")
        page.raw(HTMLText.both(zh: "转折点", en: "Turning point"))
        page.raw("</h3><p>")
        page.text("\(clock(shift.at)) \(shift.by > 0 ? "+" : "−")\(abs(shift.by)) ")
        if let title = shift.title { page.both(title) }
        page.raw("</p>")
        if let quote = shift.quote { write(quote, &page) }
    }

    private static let style = """
        body{font:15px/1.6 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}
        table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;
        padding:.2rem .5rem;border-bottom:1px solid #ddd}section{overflow-x:auto}.n{text-align:right;white-space:nowrap}
        .dim th{background:#f2f2f2}blockquote{margin:.2rem 0 .2rem 1rem;padding-left:.6rem;
        border-left:3px solid #999;color:#333;overflow-wrap:anywhere}.buyer{border-color:#b60}
        .advice{margin:.1rem 0;color:#064}.dark{color:#777}.lit{font-weight:bold}
        time{color:#666}.next{border:2px solid #064;padding:0 1rem}
        #en:checked~main [lang=zh],#zh:checked~main [lang=en]{display:none}
        @media print{input,label{display:none}.talk{break-before:page}body{margin:0}}
        """
}
