import Testing

@testable import Replies

@Suite struct `Formatting taken off` {
    @Test(arguments: [
        ("Price < 5 &amp; <b>bold</b>", "Price < 5 & bold"), ("<p>a <3 b</p>", "a <3 b"),
        ("<p>1 < 2 and 3 > 2</p>", "1 < 2 and 3 > 2"), ("<b>a</b> <!-- x --> b", "a b"),
        ("<b>a</b> <!-- x > y --> b", "a b"), ("<p>x <y <b>z</b></p>", "x <y z"),
        ("满100<br>减5 <不叠加>", "满100\n减5 <不叠加>"), ("<p>a<", "a<"),
    ])
    func `leaves every word that is no tag`(html: String, text: String) {
        #expect(HTMLText.plain(html).text == text)
    }
}
