import Engine
import Terminal
import Testing

@testable import Console

@Suite struct `What a customer has sent` {
    @Test func `says in the chat what it shows once it was opened`() throws {
        let scene = try DeskScene.busy(tongue: .chinese)
        let photo = Engine.Attachment(kind: .photo, name: "锅盖.jpg", shows: "锅盖裂了一道口子")
        try scene.others(.show(conversation: "c1", attachment: photo), by: .buyer("liqian"))
        #expect(scene.picture.contains("还没打开"))
        #expect(!scene.picture.contains("锅盖裂了一道口子"))
        scene.press("Alt-Shift-V", "Esc")
        #expect(!scene.picture.contains("还没打开"))
        #expect(scene.picture.contains("锅盖裂了一道口子"))
    }
}
