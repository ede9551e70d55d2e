import Engine
import Testing

@testable import Replies

@Suite struct `Lists brought along` {
    @Test func `a heading has a blank behind its mark and is told of`() throws {
        let taken = try ReplyImport.read(
            Array("# 发货\n#1 店铺，放心买\n【售后】\n可以退\n".utf8), named: "x")
        #expect(taken.replies.map(\.text.zh) == ["#1 店铺，放心买", "可以退"])
        #expect(taken.replies.map { $0.folders.map(\.zh) } == [["发货"], ["售后"]])
        let said = taken.notes.map { $0.sentence(in: .chinese) }
        #expect(said.contains { $0.hasPrefix("1：") && $0.contains("文件夹“发货”") }, "\(said)")
        #expect(said.contains { $0.hasPrefix("3：") && $0.contains("文件夹“售后”") }, "\(said)")
    }
}
