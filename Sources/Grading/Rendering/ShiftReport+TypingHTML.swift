import Engine
import Typing

extension ShiftReport {
    /// Keys and typing as a table; nothing where nobody counted.
    func writeTyping(_ page: inout HTMLText) {
        guard let typing else { return }
        page.raw("<section><h2>")
        page.both(ShiftTyping.title)
        page.raw("</h2><table><tbody>")
        for line in typing.lines {
            page.raw("<tr><td>")
            page.both(line.title)
            page.raw("</td><td class=\"n\">")
            page.both(line.value)
            page.raw("</td><td>")
            page.both(line.counted)
            page.raw("</td></tr>")
        }
        page.raw("</tbody></table></section>\n")
    }
}
