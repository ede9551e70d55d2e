import Engine
import Support
import Terminal
import Testing

@testable import Console

@Suite struct `The desk looks as drawn` {
    @Test(arguments: [(80, 24), (120, 36), (200, 50)], [Tongue.chinese, .english])
    func `side by side at every size`(size: (Int, Int), tongue: Tongue) throws {
        let scene = try DeskScene.busy(columns: size.0, rows: size.1, tongue: tongue)
        scene.type(tongue == .chinese ? "亲，刚和仓库核对过，这款" : "I have just asked the warehouse,")
        try Picture.check("desk-\(size.0)x\(size.1)-\(tongue.rawValue)", scene.picture)
    }
}
