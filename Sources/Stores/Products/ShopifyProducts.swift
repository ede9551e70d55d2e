/// Reads the products that Shopify exports: one row a variant, the first of a product's rows with
/// its title and description, further rows with nothing but a picture.
///
///     let imported = try ShopifyProducts.read(bytes)
///     imported.values[0].variants.map(\.choices)      // [["红色", "M"], ["红色", "L"]]
public enum ShopifyProducts {
    /// A price or a handle that cannot be read costs its row; weight and stock only themselves.
    ///
    /// - Throws: `CSVFault` where the file as a whole cannot be read; nothing is taken then.
    public static func read(
        _ bytes: [UInt8]
    ) throws(CSVFault) -> Imported<ImportedProduct> {
        var reader = try CSVReader(bytes)
        var finder = ColumnFinder(reader.header)
        let columns = try Columns(&finder)
        var catalogue = Catalogue(
            columns: columns,
            report: ImportReport(decoding: reader.decoding, ignoredColumns: finder.ignored))
        while let row = try reader.next() {
            guard catalogue.report.admits(row) else { continue }
            do throws(CellFault) {
                try catalogue.add(row)
            } catch {
                catalogue.report.skip(row.line, .cell(error))
            }
        }
        return catalogue.closed()
    }
}
