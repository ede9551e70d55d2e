public import Engine
import Grading

/// The class as one page for the browser, the projector or the printer: no scripts, nothing loaded
/// from anywhere, both languages inside.
public struct ClassPage {
    let report: ClassReport?
    let teams: [TeamResult]

    public init(_ report: ClassReport?, teams: [TeamResult] = []) {
        self.report = report
        self.teams = teams
    }

    /// - Parameter tongue: the language shown first; the other is one click away.
    public func html(in tongue: Tongue) -> String {
        var page = HTMLText()
        let title = report?.contest ?? Bilingual(zh: "班级报告", en: "Class report")
        page.raw("<!DOCTYPE html>\n<html lang=\"\(tongue.rawValue)\"><head>")
        page.raw("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
        page.raw("<title>")
        page.text(title[tongue])
        page.raw("</title><style>\(Self.style)\(HeatColour.styles)</style></head><body>\n")
        for choice in Tongue.allCases {
            let isChosen = choice == tongue ? " checked" : ""
            page.raw("<input type=\"radio\" name=\"tongue\" id=\"\(choice.rawValue)\"\(isChosen)>")
            page.raw("<label for=\"\(choice.rawValue)\">")
            page.raw(choice == .chinese ? "中文" : "English")
            page.raw("</label>\n")
        }
        page.raw("<main>\n<h1>")
        page.both(title)
        page.raw("</h1>\n")
        if let report {
            writeHead(report, &page)
            if !report.standings.isEmpty {
                writeRanking(report, &page)
                writeHeat(report, &page)
                writeMistakes(report, &page)
                writeSpread(report, &page)
                writeWeeks(report, &page)
            }
        }
        for team in teams { write(team, &page) }
        if let report { writeLeftOut(report, &page) }
        page.raw("</main></body></html>\n")
        return page.source
    }

    func head(_ zh: String, _ en: String, _ page: inout HTMLText) {
        page.raw("<section><h2>")
        page.both(Bilingual(zh: zh, en: en))
        page.raw("</h2>")
    }

    func note(_ text: Bilingual, _ page: inout HTMLText) {
        page.raw("<p class=\"note\">")
        page.both(text)
        page.raw("</p>")
    }

    /// The heads of a table's columns; `true` stands flush right.
    func heads(_ columns: [(Bilingual, Bool)], kind: String = "list", _ page: inout HTMLText) {
        page.raw("<table class=\"\(kind)\"><thead><tr>")
        for (name, isNumber) in columns {
            page.raw(isNumber ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
            page.both(name)
            page.raw("</th>")
        }
        page.raw("</tr></thead><tbody>\n")
    }

    func number(_ text: String, _ page: inout HTMLText) {
        page.raw("<td class=\"n\">")
        page.text(text)
        page.raw("</td>")
    }

    private func writeHead(_ report: ClassReport, _ page: inout HTMLText) {
        page.raw("<p class=\"lead\">")
        page.both(report.summary)
        page.raw("</p>")
        if !report.packs.isEmpty {
            page.raw("<p>")
            page.both(
                Bilingual(
                    zh: report.packs.map(\.zh).joined(separator: "、"),
                    en: report.packs.map(\.en).joined(separator: ", ")))
            page.raw("</p>")
        }
    }

    private func writeLeftOut(_ report: ClassReport, _ page: inout HTMLText) {
        guard !report.leftOut.isEmpty else { return }
        head("没有算进来的文件", "Files that do not count", &page)
        page.raw("<ul>")
        for omission in report.leftOut {
            page.raw("<li><b>")
            page.both(omission.file)
            page.raw("</b> ")
            page.both(omission.reason)
            page.raw("</li>")
        }
        page.raw("</ul></section>\n")
    }

    private static let style = """
        :root{color-scheme:light}
        body{font:clamp(16px,1.1vw + 4px,24px)/1.5 system-ui,"Noto Sans CJK SC",sans-serif;
        max-width:72rem;margin:1.5rem auto;padding:0 1rem;background:#fff;color:#1a1a1a}
        h1{font-size:1.8em;margin:.4em 0}h2{font-size:1.35em;margin:1.4em 0 .4em;break-after:avoid}
        .lead{font-size:1.15em}.note{color:#4a4a4a;margin:.2em 0 .6em}
        table{border-collapse:collapse;width:100%}
        th,td{text-align:left;vertical-align:middle;padding:.25rem .5rem;
        border-bottom:1px solid #c8c8c8;overflow-wrap:break-word}
        section{overflow-x:auto}tbody th{min-width:6em;max-width:16em}
        thead th{border-bottom:2px solid #1a1a1a}tr{break-inside:avoid}
        .n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        td.c{text-align:center;border:2px solid #fff;font-variant-numeric:tabular-nums}
        .heat thead .n{text-align:center}
        .mean td,.mean th{font-weight:bold;border-top:2px solid #1a1a1a}
        .key span.k{display:inline-block;padding:.1rem .6rem;border:1px solid #767676;
        margin-right:.4rem}
        svg{display:block;max-width:100%}svg.bar{width:9rem;height:.9rem}
        svg.spark{width:8rem;height:1.6rem}svg.plot{width:100%;height:auto;max-width:60rem}
        .b0{fill:#dcdcdc}.b1{fill:#0b5a8a}.g{stroke:#c8c8c8;stroke-width:1}
        .l{fill:none;stroke:#0b5a8a;stroke-width:3}.o{fill:none;stroke:#8a8a8a;stroke-width:1}
        .r{fill:#cfe3f0}.d{fill:#0b5a8a}.s{fill:none;stroke:#0b5a8a;stroke-width:2}
        .t{font-size:15px;fill:#1a1a1a;stroke:#fff;stroke-width:4;paint-order:stroke}.m{text-anchor:middle}.e{text-anchor:end}
        blockquote{margin:.3rem 0 .3rem .2rem;padding-left:.7rem;border-left:4px solid #0b5a8a}
        blockquote.buyer{border-color:#a04a00}ol>li{margin-bottom:.8em;break-inside:avoid}
        .bad{color:#8a1c00;font-weight:bold}.good{color:#0a5c36;font-weight:bold}
        #en:checked~main [lang=zh],#zh:checked~main [lang=en]{display:none}
        @media(max-width:40rem){svg.bar{display:none}}
        @media print{@page{size:A4;margin:12mm}body{font-size:10pt;margin:0;max-width:none}
        input,label{display:none}thead{display:table-header-group}
        *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
        """
}

extension ClassReport {
    /// `24 students · 31 shifts · mean 78.2 · places by …`
    public var summary: Bilingual {
        guard let mean else {
            return Bilingual(zh: "没有能算的班次。", en: "There is no shift that counts.")
        }
        return Bilingual(
            zh: "\(standings.count) 位学员 · \(shifts) 班 · 平均 \(mean) · 名次按\(basis.name.zh)",
            en: "\(standings.count) \(standings.count == 1 ? "trainee" : "trainees") · "
                + "\(shifts) \(shifts == 1 ? "shift" : "shifts") · mean \(mean) · "
                + "places by \(basis.name.en)")
    }
}
