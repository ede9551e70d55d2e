import Foundation
import Rig
import Support
import Testing

@Suite(.waitsForTerminals) struct `xiaoer import` {
    private let orders = Repository.path("Tests/StoresTests/Fixtures/orders-gbk.csv")
    private let products = Repository.path("Tests/StoresTests/Fixtures/products-multiline.csv")

    @Test func `takes orders in GBK into a new store that the gym opens`() throws {
        let home = try TemporaryFolder()
        let out = home.file("shop.json")
        let taken = try Served.run(["import", "orders", orders, "--out", out], home: home)
        #expect(taken.status.isSuccess, "\(taken.errors)")
        #expect(taken.output.hasPrefix("5 rows: 5 taken, 0 skipped"))
        let more = try Served.run(
            ["import", "products", products, "--into", out, "--out", out], home: home)
        #expect(more.status.isSuccess, "\(more.errors)")
        let gym = try Served.run(
            ["gym"], home: home,
            input: #"{"do":"load","storeFile":"\#(out)"}"# + "\n" + #"{"do":"dump"}"# + "\n")
        let answers = gym.output.split(separator: "\n")
        #expect(answers.count == 2 && answers.allSatisfy { $0.contains(#""ok":true"#) })
        #expect(answers.last?.contains("松间女装") == true)
    }

    @Test func `without --out only says what it would do, for people and for programs`() throws {
        let home = try TemporaryFolder()
        let chinese = try Served.run(["import", "orders", orders, "--language", "zh"], home: home)
        #expect(chinese.output.hasPrefix("文件共 5 行：收进 5 个"))
        let json = try Served.run(["import", "orders", orders, "--json"], home: home)
        let form = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
        let tally = (form as? [String: Any])?["tally"] as? [String: Int]
        #expect(tally?["taken"] == 5)
    }

    @Test func `ends with a code that says why not`() throws {
        let home = try TemporaryFolder()
        #expect(try end(["import", "orders", home.file("none.csv")], home) == .code(66))
        #expect(try end(["import", "orders", home.path], home) == .code(74))
        #expect(try end(["import", "orders", products], home) == .code(65))
        #expect(try end(["import", "orders", orders, "--language", "fr"], home) == .code(64))
        #expect(try end(["import", "orders"], home) == .code(64))
        let nowhere = home.file("no/such/folder/shop.json")
        #expect(try end(["import", "orders", orders, "--out", nowhere], home) == .code(73))
        let wrong = home.file("wrong.json")
        try Data(#"{"name":"店"}"#.utf8).write(to: URL(fileURLWithPath: wrong))
        #expect(try end(["import", "orders", orders, "--into", wrong], home) == .code(65))
    }

    private func end(_ arguments: [String], _ home: TemporaryFolder) throws -> Exit {
        try Served.run(arguments, home: home).status
    }
}
