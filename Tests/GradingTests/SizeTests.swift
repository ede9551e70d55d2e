import Engine
import Grading
import Language
import Testing

/// Which sizes an agent may name, where every size must be known from somewhere.
struct SizeTests {
    private func scene(orders: [Order] = []) throws -> Scene {
        var rubric = Rubric(id: "T", title: Bilingual(zh: "尺码", en: "Sizes"))
        rubric.exact = [.size]
        var scene = Scene(rubric: rubric, orders: orders)
        try scene.opens()
        return scene
    }

    private func truths(_ scene: Scene) throws -> [Statement.Truth] {
        try scene.grade().statements.map(\.truth)
    }

    @Test func `a size of the goods that were looked up or ordered is right`() throws {
        var looked = try scene()
        try looked.buyer(1, "这条怎么选?")
        try looked.agent(3, .look(conversation: "c1", at: .product("dress")))
        try looked.says(5, "选L码")
        #expect(try truths(looked) == [.isTrue])

        var ordered = try scene(orders: [Scene.order("o1")])
        try ordered.buyer(1, "这条怎么选?")
        try ordered.says(5, "选L码")
        #expect(try truths(ordered) == [.isTrue])
    }

    @Test func `a size of the goods then bought in the conversation was right`() throws {
        var scene = try scene()
        try scene.buyer(1, "这条怎么选?")
        try scene.says(5, "选L码")
        try scene.act(
            20,
            .placeOrder(
                conversation: "c1",
                lines: [Command.LineRequest(variant: "dress-L", quantity: 1)],
                coupon: nil, address: Scene.address), by: .buyer("liqian"))
        try scene.says(30, "L码，您看对吗")
        #expect(try truths(scene) == [.isTrue, .isTrue])
    }

    @Test func `a size that the customer named is their own word`() throws {
        var scene = try scene()
        try scene.buyer(1, "穿M码还是L码?")
        try scene.says(5, "选L码")
        #expect(try truths(scene).isEmpty)
    }

    @Test func `a size of the shop's, not looked up, is unfounded and not wrong`() throws {
        var scene = try scene()
        try scene.buyer(1, "这条怎么选?")
        try scene.says(5, "选L码")
        #expect(try truths(scene) == [.unknown])
    }

    @Test func `a size that nothing comes in is wrong`() throws {
        var scene = try scene()
        try scene.buyer(1, "这条怎么选?")
        try scene.says(5, "选XXL码")
        // The plain reader of these tests finds the L in it, too.
        #expect(try truths(scene).contains(.isFalse))
    }
}
