extension ShopifyProducts {
    /// Where each fact stands: under the names of the long-lived format or of the one from 2025 on.
    struct Columns {
        /// What the file calls them.
        let names: [String]
        let handle, title: Int
        let body, vendor, kind, tags, published, state: Int?
        /// Name and value of the up to three options.
        let options: [(name: Int?, value: Int?)]
        let price: Int
        let compareAt, code, barcode, tracker, stock, grams: Int?
        let picture, variantPicture: Int?

        init(_ finder: inout ColumnFinder) throws(CSVFault) {
            names = finder.names
            handle = try finder.needed("Handle", "URL handle")
            title = try finder.needed("Title")
            price = try finder.needed("Variant Price", "Price")
            body = try finder.perhaps("Body (HTML)", "Description")
            vendor = try finder.perhaps("Vendor")
            kind = try finder.perhaps("Type", "Product Type")
            tags = try finder.perhaps("Tags")
            published = try finder.perhaps("Published", "Published on online store")
            state = try finder.perhaps("Status")
            var options: [(name: Int?, value: Int?)] = []
            for number in 1...3 {
                options.append(
                    (
                        try finder.perhaps("Option\(number) Name"),
                        try finder.perhaps("Option\(number) Value")
                    ))
            }
            self.options = options
            compareAt = try finder.perhaps("Variant Compare At Price", "Compare-at price")
            code = try finder.perhaps("Variant SKU", "SKU")
            barcode = try finder.perhaps("Variant Barcode", "Barcode")
            tracker = try finder.perhaps("Variant Inventory Tracker", "Inventory tracker")
            stock = try finder.perhaps("Variant Inventory Qty", "Inventory quantity")
            grams = try finder.perhaps("Variant Grams", "Weight value (grams)")
            picture = try finder.perhaps("Image Src", "Product image URL")
            variantPicture = try finder.perhaps("Variant Image", "Variant image URL")
        }

        /// Whether the row describes a variant; the others bring a picture more.
        func hasVariant(_ row: CSVRow) -> Bool {
            ([price, code] + options.map(\.value)).contains { !row.text(at: $0).isEmpty }
        }
    }
}
