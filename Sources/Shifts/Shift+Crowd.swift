import Engine

extension Shift {
    /// Puts a conversation with messages in front of each of the first customers: a shop as full
    /// as a promotion night leaves it, for measuring and for trying things on many at once. It is
    /// stored like everything else, and the card says how many (`ShiftCard.filled`), so that whoever
    /// serves the shift again fills it the same.
    public func fill(with conversations: Int, messagesEach: Int = 20) throws(ShiftFault) {
        let opened = now
        for (index, customer) in shop.customers.keys.prefix(conversations).enumerated() {
            let id: ConversationID = "c\(index + 1)"
            let first = opened - .seconds(30 + index % 3600)
            var events: [Event] = [
                .conversationOpened(
                    conversation: id, customer: customer, channel: .taobao,
                    stage: index % 3 == 0 ? .afterSale : .preSale,
                    order: shop.orders(of: customer).last?.id, mood: 60)
            ]
            for line in 0..<messagesEach {
                let message = MessageID(index * messagesEach + line + 1)
                // Most have been answered; every fifth customer still waits.
                let isBuyer = line % 2 == 0 || (line == messagesEach - 1 && index % 5 == 0)
                let text = Self.crowdLines[(index + line) % Self.crowdLines.count]
                events.append(
                    isBuyer
                        ? .buyerSpoke(conversation: id, message: message, text: text)
                        : .replySent(
                            conversation: id, message: message, by: shop.agent, text: text))
            }
            takeIn(
                Entry(
                    sequence: entryCount + 1, at: first, actor: .buyer(customer),
                    isExternal: false, command: .passTime, events: events))
        }
        try storeWhatWaits()
    }

    private static let crowdLines = [
        "在吗？想问下这款什么时候能发货", "您好，在的，马上帮您看一下", "尺码有点拿不准，165/55kg 穿哪个",
        "Could you check where my parcel is? 📦", "好的，谢谢～", "券用不了，提示未达门槛",
    ]
}
