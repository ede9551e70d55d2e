import Engine
import Stores
import Testing

@Suite struct `Products that Shopify exported` {
    private func read() throws -> Imported<ImportedProduct> {
        try ShopifyProducts.read(Fixture.bytes("products-multiline.csv"))
    }

    @Test func `have a variant a row, cells of many lines, and pictures`() throws {
        let imported = try read()
        #expect(imported.values.map(\.handle) == ["spring-dress", "gift-card", "socks"])
        let dress = imported.values[0]
        #expect(dress.title == "春季连衣裙")
        #expect(dress.body.split(separator: "\n").count == 4)
        #expect(dress.body.contains("<td>\"胸围\" 88</td>"))
        #expect(dress.tags == ["春", "新品", "显瘦"])
        #expect(dress.options == ["颜色", "尺码"])
        #expect(dress.variants.map(\.choices) == [["米白", "M"], ["米白", "L"], ["黑", "M"]])
        #expect(dress.variants.map(\.line) == [2, 6, 7])
        #expect(dress.variants.map(\.price.fen) == [29_800, 29_800, 28_800])
        #expect(dress.variants.map(\.compareAt?.fen) == [39_800, 39_800, nil])
        #expect(dress.variants.map(\.code) == ["SD-W-M", "SD-W-L", ""])
        #expect(dress.variants.map(\.stock) == [7, 0, nil])
        #expect(dress.variants.map(\.grams) == [320, 336, 320])
        #expect(
            dress.pictures == ["a", "b", "c"].map { "https://cdn.example.com/\($0).jpg" })
    }

    @Test func `without a choice have one plain variant`() throws {
        let products = try read().values
        #expect(products[1].options == [] && products[1].variants.map(\.choices) == [[]])
        #expect(products.map(\.state) == [.active, .draft, .archived])
    }

    @Test func `account for every row and every changed value`() throws {
        let report = try read().report
        #expect(report.rows == 11 && report.taken == 6 && report.pictures == 1)
        #expect(report.isBalanced)
        let changes: [(Int, String, ImportReport.Change.Reason)] = [
            (6, "-2", .oversold), (6, "335.6", .rounded(to: 336)),
            (7, "SD-W-M", .repeatedCode(line: 2)), (13, "many", .leftOut(.notACount)),
            (13, "heavy", .leftOut(.notACount)), (13, "", .titleFromHandle),
        ]
        #expect(report.changes.map(\.line) == changes.map(\.0))
        #expect(report.changes.map(\.value) == changes.map(\.1))
        #expect(report.changes.map(\.why) == changes.map(\.2))
        let price = CellFault(
            line: 11, column: "Variant Price", value: "12.345", fact: .tooManyDecimals)
        let handle = CellFault(line: 15, column: "Handle", value: "", fact: .empty)
        let skipped: [ImportReport.Skip] = [
            .init(
                line: 10, why: .duplicate(of: "spring-dress / 黑 / M", line: 7, isSame: false)),
            .init(line: 11, why: .cell(price)),
            .init(line: 12, why: .noVariant(product: "broken")),
            .init(line: 14, why: .nothingToTake),
            .init(line: 15, why: .cell(handle)),
        ]
        #expect(report.skipped == skipped)
    }

    @Test func `are read under the newer names of the columns`() throws {
        let text = """
            Title,URL handle,Description,Published on online store,Status,SKU,Option1 name,\
            Option1 value,Price,Compare-at price,Inventory tracker,Inventory quantity,\
            Weight value (grams),Product image URL
            针织开衫,cardigan,<p>软</p>,TRUE,Draft,K-1,颜色,灰,99.00,,shopify,3,250,
            """
        let product = try #require(try ShopifyProducts.read(Array(text.utf8)).values.first)
        #expect(product.handle == "cardigan" && product.state == .draft)
        #expect(product.body == "<p>软</p>")
        let variant = try #require(product.variants.first)
        #expect(variant.code == "K-1" && variant.price == .yuan(99))
        #expect(variant.stock == 3 && variant.grams == 250)
    }

    @Test func `are refused when the prices are missing`() {
        #expect(throws: CSVFault.missingColumn("Variant Price", nearest: "Varient Price")) {
            try ShopifyProducts.read(Array("Handle,Title,Varient Price\na,b,1\n".utf8))
        }
    }
}
