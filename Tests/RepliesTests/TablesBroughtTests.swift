import Engine
import Stores
import Testing

@testable import Replies

@Suite struct `Tables and JSON brought along` {
    private func read(_ text: String, _ format: ReplyFormat? = nil) throws -> ReplyImport {
        try ReplyImport.read(Array(text.utf8), named: "x", format: format)
    }

    @Test func `questions and answers are titles and texts, quoted cells whole`() throws {
        let taken = try read("问题,回答\n什么时候发货,\"48小时内发出,请放心\"\n能退吗,七天内可以退\n")
        #expect(taken.format == .csv)
        #expect(taken.replies.map(\.text.zh) == ["48小时内发出,请放心", "七天内可以退"])
        #expect(taken.replies.map(\.label.zh) == ["什么时候发货", "能退吗"])
        #expect(try read("question,answer\na,b\n").replies.map(\.text.en) == ["b"])
    }

    @Test func `a table without a column for the text is refused, its columns named`() {
        for text in [
            "id,question,wording\n1,a,\"b, c\"\n2,d,e\n", "id;question;wording\n1;a;b\n",
            "id\tquestion\twording\n1\ta\tb\n", "编号,\"问,题\",措辞\n1,a,b\n",
        ] {
            #expect(throws: ReplyFileFault.self, "\(text)") { try read(text) }
        }
        #expect(throws: ReplyFileFault.noContent(columns: ["id", "question", "wording"])) {
            try read("id,question,wording\n1,a,b\n")
        }
    }

    @Test(arguments: [nil, ReplyFormat.csv])
    func `a column that is there twice is refused by its name`(format: ReplyFormat?) {
        #expect(throws: ReplyFileFault.table(.doubledColumn("内容"))) {
            try read("内容,内容,编码\n甲,乙,a\n", format)
        }
    }

    @Test func `JSON that was cut off is refused and not read as lines`() {
        for text in [
            "[\n  {\"short_code\": \"a\", \"content\": \"b\"},\n  {\"short_co", "{\"macros\": [",
            "{\n", "[", "  [\n\"a\",",
        ] {
            #expect(throws: ReplyFileFault.self, "\(text)") { try read(text) }
        }
    }

    @Test func `JSON of something else is refused, its fields named`() {
        do {
            _ = try read(#"[{"q": "能退吗", "a": "能"}]"#)
            Issue.record("it was taken")
        } catch {
            let words = (error as? ReplyFileFault)?.sentence.zh ?? ""
            #expect(words.contains("q、a"), "\(words)")
        }
    }

    @Test func `a list may begin with a hole or have commas in it`() throws {
        for (text, count) in [
            ("[买家昵称]您好\n再见\n", 2), ("{{customer.name}}您好\n再见\n", 2),
            ("您好,亲,请问要什么\n请稍等\n好的,马上\n", 3),
            ("Hello, thanks for writing, we look into it.\nOne moment, please.\n", 2),
            ("fh\t您好,亲,请\nth\t可以退\n", 2), ("[微笑]您好\n", 1),
        ] {
            let taken = try read(text)
            #expect(taken.format == .plain, "\(text)")
            #expect(taken.replies.count == count, "\(text)")
        }
    }
}
