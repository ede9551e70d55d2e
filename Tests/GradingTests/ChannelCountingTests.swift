import Engine
import Grading
import Testing

@Suite struct `Figures of other channels` {
    @Test func `a letter answered within its hours is in time, and no chat`() throws {
        var scene = Scene()
        try scene.opens(channel: .email)
        try scene.buyer(1, "发票抬头开错了，怎么办？")
        try scene.says(3600, "您好，已经重开，今天发到您邮箱。祝好")
        let report = scene.report()
        let own = try #require(report.kpi(.channelAnswered))
        #expect((own.part, own.whole) == (1, 1))
        let chats = try #require(report.kpi(.threeMinuteRate))
        #expect(chats.whole == 0)
        #expect(chats.leftOut.contains { $0.why.en.contains("no chat") })
        #expect(report.kpi(.firstResponse)?.value == KPI.Value.none)
    }

    @Test func `twenty seconds of silence on the phone are too many`() throws {
        var scene = Scene()
        try scene.opens(channel: .phone)
        try scene.buyer(1, "喂，快递到哪了？")
        try scene.says(40, "到杭州了")
        let own = try #require(scene.report().kpi(.channelAnswered))
        #expect((own.part, own.whole) == (0, 1))
    }

    @Test func `a letter still within its time is not due`() throws {
        var scene = Scene()
        try scene.opens(channel: .form)
        try scene.buyer(1, "想换个尺码？")
        let own = try #require(scene.report().kpi(.channelAnswered))
        #expect(own.whole == 0)
        #expect(own.leftOut.count == 1)
    }

    @Test func `on the phone the speed is judged by the phone's seconds`() throws {
        func lost(after seconds: Int) throws -> Int {
            var scene = Scene()
            try scene.opens(channel: .phone)
            try scene.buyer(1, "喂，快递到哪了？")
            try scene.says(1 + seconds, "到杭州了")
            return try scene.grade().marks.filter { $0.dimension == .speed }.reduce(0) {
                $0 + $1.lost
            }
        }
        #expect(try lost(after: 8) == 0)
        #expect(try lost(after: 170) > 5)
    }

    @Test func `a letter that is not due yet is neither unanswered nor slow`() throws {
        var scene = Scene()
        try scene.opens(channel: .email)
        try scene.buyer(1, "发票抬头开错了，怎么办？")
        #expect(scene.report().kpi(.unreplied)?.value == .count(0))
        let lost = try scene.grade().marks.filter { $0.dimension == .speed }.reduce(0) {
            $0 + $1.lost
        }
        #expect(lost == 0)
    }

    @Test func `a photo asks to be looked at`() throws {
        var scene = Scene()
        try scene.opens()
        try scene.buyer(1, "杯子碎了怎么办？")
        try scene.says(10, "请拍张照片")
        try scene.act(
            60,
            .show(
                conversation: "c1",
                attachment: Engine.Attachment(kind: .photo, name: "杯子.jpg", shows: "杯口缺了一块")),
            by: .buyer("liqian"))
        #expect(scene.report().kpi(.unreplied)?.value == .count(1))
        try scene.says(90, "看到了，杯口缺了一块，给您补发")
        #expect(scene.report().kpi(.unreplied)?.value == .count(0))
        #expect(scene.report().kpi(.threeMinuteRate)?.whole == 2)
    }
}
