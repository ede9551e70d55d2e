import Rig
import Support
import Testing

@Suite struct `A picture kept in git` {
    @Test func `is recorded on request and then compared, blanks at the ends aside`() throws {
        let folder = try TemporaryFolder()
        try Picture.check("a/desk", "张三  \n您好\n\n", in: folder.path, recording: true)
        #expect(try folder.text(of: "a/desk.txt") == "张三\n您好\n")
        try Picture.check("a/desk", "张三\n您好", in: folder.path, recording: false)
    }

    @Test func `fails with both pictures and the rows that differ`() throws {
        let folder = try TemporaryFolder()
        try folder.write("one\ntwo\n", to: "p.txt")
        let mismatch = try #require(
            #expect(throws: PictureMismatch.self) {
                try Picture.check("p", "one\nthree\n", in: folder.path, recording: false)
            })
        #expect("\(mismatch)".contains(" 2 - two\n 2 + three"))
    }

    @Test func `fails when there is none yet`() throws {
        let folder = try TemporaryFolder()
        let mismatch = #expect(throws: PictureMismatch.self) {
            try Picture.check("new", "x", in: folder.path, recording: false)
        }
        #expect(mismatch?.expected == nil)
    }
}
