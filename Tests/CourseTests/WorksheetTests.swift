import Course
import Engine
import Support
import Testing

@Suite struct `A worksheet` {
    private func worksheet(_ name: String) throws -> Worksheet {
        try #require(try `The course as shipped`.shipped().worksheet(name))
    }

    @Test func `counts what is filled in`() throws {
        let scores = try worksheet("peer-scores")
        var sheet = FilledSheet(worksheet: scores.name)
        #expect(scores.cells.count == 24)
        #expect(sheet.filled(in: scores) == 0)
        sheet["service.student"] = "小夏"
        sheet["service.score"] = "88"
        #expect(sheet.filled(in: scores) == 2)
        sheet["service.score"] = ""
        #expect(sheet.filled(in: scores) == 1)
    }

    @Test func `takes the mean of the scores there are, to a tenth`() throws {
        let scores = try worksheet("peer-scores")
        let total = try #require(scores.totals.first)
        var sheet = FilledSheet(worksheet: scores.name)
        #expect(sheet.result(of: total, in: scores) == nil)
        sheet["service.score"] = "88"
        sheet["design.score"] = "91"
        sheet["finance.score"] = "85"
        sheet["planning.score"] = "90"
        #expect(sheet.result(of: total, in: scores)?.text == "88.5")
        sheet["delivery.score"] = "77"
        #expect(sheet.result(of: total, in: scores)?.text == "86.2")
    }

    @Test func `wants weights that come to a hundred, once all are there`() throws {
        let post = try worksheet("job-description")
        let total = try #require(post.totals.first)
        var sheet = FilledSheet(worksheet: post.name)
        sheet["duty1.weight"] = "70"
        sheet["duty2.weight"] = "20"
        #expect(sheet.result(of: total, in: post)?.isWrong == false)
        sheet["duty3.weight"] = "20"
        #expect(sheet.result(of: total, in: post)?.isWrong == true)
        sheet["duty3.weight"] = "10"
        #expect(sheet.result(of: total, in: post)?.isWrong == false)
    }

    @Test func `says which number is none`() throws {
        let scores = try worksheet("peer-scores")
        var sheet = FilledSheet(worksheet: scores.name)
        let cell = try #require(scores.cells.first { $0.id == "service.score" })
        for wrong in ["101", "-1", "很好", "8.5", "99999999999999999999"] {
            sheet["service.score"] = wrong
            #expect(sheet.problem(of: cell)?.zh.contains("0 到 100") == true, "\(wrong)")
        }
        sheet["service.score"] = "100"
        #expect(sheet.problem(of: cell) == nil)
    }

    @Test func `says a choice in the reader's language`() throws {
        let scores = try worksheet("peer-scores")
        var sheet = FilledSheet(worksheet: scores.name)
        let cell = try #require(scores.cells.first { $0.id == "service.clear" })
        sheet["service.clear"] = "2"
        #expect(sheet.text(of: cell, in: .chinese) == "有一处没清")
        #expect(sheet.text(of: cell, in: .english) == "one thing unclear")
        // A choice that an older worksheet had is shown as nothing.
        sheet["service.clear"] = "9"
        #expect(sheet.text(of: cell, in: .chinese) == "")
    }

    @Test func `becomes tables in Markdown in which a bar stays a bar`() throws {
        let compare = try worksheet("shop-and-online")
        var sheet = FilledSheet(worksheet: compare.name)
        sheet["way.shop"] = "面对面|看得见\n摸得着"
        let text = sheet.markdown(of: compare, in: .chinese)
        #expect(text.hasPrefix("# 表1-2 门店接待和网络客服\n"))
        #expect(text.contains("| 工作方式 | 面对面\\|看得见<br>摸得着 |  |"))
        #expect(text.contains("|  | 门店 | 线上 |"))
    }

    @Test func `becomes CSV that no spreadsheet takes for a formula`() throws {
        let compare = try worksheet("shop-and-online")
        var sheet = FilledSheet(worksheet: compare.name)
        sheet["way.shop"] = "=1+1"
        sheet["way.online"] = "他说\"好\"，走了,\n再来"
        let text = sheet.csv(of: compare, in: .chinese)
        #expect(text.hasPrefix("\u{FEFF}部分,行,栏,填写\r\n"))
        #expect(text.contains(",工作方式,门店,'=1+1\r\n"))
        #expect(text.contains(",工作方式,线上,\"他说\"\"好\"\"，走了,\n再来\"\r\n"))
    }

    @Test(arguments: Tongue.allCases)
    func `has a heading, a task and titles for every place`(tongue: Tongue) throws {
        for worksheet in try `The course as shipped`.shipped().worksheets {
            let text = FilledSheet(worksheet: worksheet.name).markdown(of: worksheet, in: tongue)
            #expect(text.contains(worksheet.task[tongue]))
            for cell in worksheet.cells { #expect(text.contains(cell.cell.title[tongue])) }
        }
    }
}
