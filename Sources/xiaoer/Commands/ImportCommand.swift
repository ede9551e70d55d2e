import ArgumentParser
import Engine
import Foundation
import Shifts
import Stores
import Terminal

/// `xiaoer import`: what other programs exported becomes part of a store.
struct ImportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import",
            abstract: say(
                "把别的程序导出的订单、商品收进一家店", "Take another program's orders or products into a store"),
            discussion: say(
                "店的写法见 Docs/Store.md。不写 --out 只看结果，什么也不写。",
                "Docs/Store.md says how a store is written. Without --out nothing is written."),
            subcommands: [ImportOrders.self, ImportProducts.self])
    }
}

/// `xiaoer import orders`: a seller's list of orders, as 千牛 exports it.
struct ImportOrders: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "orders",
            abstract: say("收进淘宝、天猫导出的订单表（CSV）", "Take a Taobao list of orders (CSV)"))
    }

    @OptionGroup var way: ImportWay

    func run() throws {
        try way.run { bytes, store in
            let imported = try TaobaoOrders.read(bytes, offset: store.offset)
            var intake = StoreIntake(into: store)
            intake.take(imported)
            return (intake, imported.values.first { !$0.shop.isEmpty }?.shop)
        }
    }
}

/// `xiaoer import products`: a list of products, as Shopify exports it.
struct ImportProducts: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "products",
            abstract: say("收进 Shopify 导出的商品表（CSV）", "Take a Shopify list of products (CSV)"))
    }

    @OptionGroup var way: ImportWay

    func run() throws {
        try way.run { bytes, store in
            var intake = StoreIntake(into: store)
            intake.take(try ShopifyProducts.read(bytes))
            return (intake, nil)
        }
    }
}

/// What every import asks: from which file, into which store, whither.
struct ImportWay: ParsableArguments {
    @Argument(help: help("导出的文件（CSV）", "The exported file (CSV)")) var file: String
    @Option(help: help("收进这家店；省略时新开一家", "Into this store; else a new one"))
    var into: String?
    @Option(help: help("把店写到这里；省略时只看结果", "Write the store here; else only report"))
    var out: String?
    @Option(help: help("店名", "The shop's name")) var name: String?
    @Flag(help: help("结果用 JSON", "The report as JSON")) var json = false
    @Option(help: help("语言：zh 或 en", "Language: zh or en")) var language: String?

    func run(
        _ take: ([UInt8], ShopFixture) throws -> (intake: StoreIntake, shop: String?)
    ) throws {
        let tongue = try Choice.tongue(language)
        let bytes = try StoredFile.bytes(file)
        let store = try opened()
        let taken: (intake: StoreIntake, shop: String?)
        do {
            taken = try take(bytes, store)
        } catch let fault as CSVFault {
            throw failure(file) { fault.sentence(in: $0) }
        }
        var result = taken.intake.store
        if let name {
            result.name = name
        } else if into == nil, let shop = taken.shop {
            result.name = shop
        }
        report(taken.intake, in: tongue)
        guard taken.intake.tally.taken > 0 else {
            throw Failure.data(
                "\(file) 里没有可以收进店里的行。", "There is no row in \(file) that could be taken.")
        }
        if let out {
            try checked(result)
            try StoredFile.write(StoreFile.bytes(of: result), to: out)
        }
    }

    /// The store to take things into; a new one opens with the newest order.
    private func opened() throws -> ShopFixture {
        guard let into else {
            let title = (file as NSString).lastPathComponent
            return ShopFixture(
                name: name ?? title, rules: .plain, opensAt: Instant(milliseconds: 0))
        }
        do {
            return try StoreFile.read(try StoredFile.bytes(into), rules: PackWorld(Library()).rules)
        } catch let fault as StoreFault {
            throw failure(into) { fault.sentence[$0] }
        } catch let fault as GymFault {
            throw failure(into) { fault.sentence[$0] }
        }
    }

    /// What is written can be opened: the same look as when it is loaded.
    private func checked(_ store: ShopFixture) throws {
        do { _ = try StoreFile.read(StoreFile.bytes(of: store)) { _ in .plain } } catch let fault
            as StoreFault
        {
            throw failure(file) { fault.sentence[$0] }
        }
    }

    private func report(_ intake: StoreIntake, in tongue: Tongue) {
        let gate = TextGate()
        if json {
            let report = ImportSummary(intake)
            if let text = try? JSONWriter.text(of: report) { write(text) }
        } else {
            for sentence in intake.sentences(in: tongue) { write(gate.cleaned(sentence)) }
        }
    }

    private func failure(_ path: String, _ sentence: (Tongue) -> String) -> Failure {
        let gate = TextGate()
        return Failure.data(
            "\(path)：\(gate.cleaned(sentence(.chinese)))",
            "\(path): \(gate.cleaned(sentence(.english)))")
    }
}

/// The account of an import for programs.
struct ImportSummary: Encodable {
    var tally: StoreIntake.Tally
    var notes: [Note]

    struct Note: Encodable {
        var line: Int
        var kind: StoreIntake.Note.Kind
        var sentence: Bilingual
    }

    init(_ intake: StoreIntake) {
        tally = intake.tally
        notes = intake.notes.map { Note(line: $0.line, kind: $0.kind, sentence: $0.sentence) }
    }
}
