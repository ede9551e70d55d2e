import Engine
import Grading
import Language
import Testing

/// What was recalled earns nothing and answers nobody; what was wrong in it counts all the same.
struct RecallTests {
    private func scene() throws -> Scene {
        let rubric = Rubric(
            id: "T", title: Bilingual(zh: "测试", en: "Test"),
            process: [
                Step(
                    title: Bilingual(zh: "问穿着", en: "Ask the fit"),
                    means: .says(try Pattern("{act: probe}")))
            ])
        var scene = Scene(rubric: rubric)
        try scene.opens()
        try scene.buyer(1, "穿M还是L?")
        return scene
    }

    private func recall(_ seconds: Int, in scene: inout Scene) throws {
        let message = try #require(scene.shop.conversations["c1"]?.messages.last?.id)
        try scene.agent(seconds, .recall(message: message))
    }

    @Test func `a recalled answer earns no speed, no step and no first response`() throws {
        var standing = try scene()
        try standing.says(5, "您好，喜欢宽松还是修身")
        #expect(try standing.grade().points(of: .process) == 15)
        #expect(standing.report().kpi(.firstResponse)?.whole == 1)

        var recalled = try scene()
        try recalled.says(5, "您好，喜欢宽松还是修身")
        try recall(20, in: &recalled)
        let grade = try recalled.grade()
        #expect(grade.points(of: .process) == 0)
        #expect(grade.points(of: .speed) == 0)
        #expect(grade.points(of: .language) == 0)
        #expect(recalled.report().kpi(.firstResponse)?.whole == 0)
        #expect(recalled.report().kpi(.answeredRate)?.part == 0)
        #expect(recalled.report().kpi(.unreplied)?.whole == 1)
    }

    @Test func `a red line stays crossed after its message was recalled`() throws {
        var scene = try scene()
        try scene.says(5, "加微信聊")
        try recall(8, in: &scene)
        let grade = try scene.grade()
        #expect(grade.cap == 0)
        #expect(grade.marks(of: .redLines).count == 1)
    }

    @Test func `a recalled promise is not in the debrief, said or entered`() throws {
        var said = try scene()
        try said.says(5, "10分钟内回复您")
        try recall(8, in: &said)
        try said.buyer(900, "人呢?")
        #expect(try said.grade().promises.isEmpty)

        var entered = try scene()
        try entered.says(5, "10分钟内回复您")
        let message = try #require(entered.shop.conversations["c1"]?.messages.last?.id)
        try entered.agent(
            5,
            .promise(
                conversation: "c1", text: "10分钟内回复您", deed: .report(ticket: nil),
                due: Scene.opensAt + .minutes(10), message: message))
        try recall(8, in: &entered)
        try entered.buyer(900, "人呢?")
        let grade = try entered.grade()
        #expect(grade.promises.isEmpty)
        #expect(
            !grade.marks(of: .outcome).contains {
                $0.effect == .deducted(4) && $0.title.en.hasPrefix("Promise")
            })
    }

    @Test func `no turning point for the better stands on what was recalled`() throws {
        for isRecalled in [false, true] {
            var scene = try scene()
            try scene.says(5, "10分钟内回复您")
            let message = try #require(scene.shop.conversations["c1"]?.messages.last?.id)
            try scene.act(
                7,
                .feel(
                    conversation: "c1", shift: 8,
                    cause: MoodCause(rule: "dated-promise", message: message)),
                by: .buyer("liqian"))
            if isRecalled { try recall(9, in: &scene) }
            #expect((try scene.grade().mood.turningPoint == nil) == isRecalled)
        }
    }

    @Test func `words that cross one of the scenario's red lines earn no step`() throws {
        func grade(_ text: String) throws -> ConversationGrade {
            var rubric = Rubric(
                id: "T", title: Bilingual(zh: "测试", en: "Test"),
                process: [
                    Step(
                        title: Bilingual(zh: "打码回读", en: "Read it back masked"),
                        means: .says(try Pattern("{says: 锦绣路}")))
                ])
            rubric.redLines = [
                RedLine(
                    title: Bilingual(zh: "念出门牌", en: "Read out the door"),
                    means: .says(try Pattern("{says: 888弄6号}")))
            ]
            var scene = Scene(rubric: rubric)
            try scene.opens()
            try scene.buyer(1, "改地址")
            try scene.says(5, text)
            return try scene.grade()
        }
        let masked = try grade("寄到锦绣路***")
        #expect(masked.points(of: .process) == 15)
        #expect(masked.cap == nil)
        let whole = try grade("寄到锦绣路888弄6号1202")
        #expect(whole.points(of: .process) == 0)
        #expect(whole.cap == 59)
    }
}
