import Engine

/// What a room says to somebody at a seat.
enum SeatWords {
    static let wrongToken = Bilingual(
        zh: "口令不对，这件事没有做。口令在开房间时给过，一个位子一个。",
        en:
            "The token is wrong; nothing was done. Each seat has its own, printed when the room opened."
    )
    static let unreadableLetter = Bilingual(
        zh: "这一条在信箱里坏了，没有做；请再来一次。",
        en: "This request was damaged in the mailbox and not done; please try again.")
    static let roundOver = Bilingual(
        zh: "这一条是上一轮的，新的一轮已经开始，没有做。",
        en: "This belongs to the round before; a new one has begun, so it was not done.")
    static let swapTooEarly = Bilingual(
        zh: "这一轮还没结束：下班之后才能换边，或者请带班换。",
        en: "The round still runs: end the shift first, or ask the leader to swap.")
}
