import Engine

extension ShopifyProducts {
    /// The products as far as the rows were read.
    struct Catalogue {
        let columns: Columns
        var report: ImportReport
        private var products: [ImportedProduct] = []
        private var places: [String: Int] = [:]
        /// The line on which a code was first given to a variant.
        private var codes: [String: Int] = [:]
        /// The lines of each product's rows, and of those that only brought a picture.
        private var lines: [[Int]] = []
        private var pictureLines: [[Int]] = []

        init(columns: Columns, report: ImportReport) {
            self.columns = columns
            self.report = report
        }

        mutating func add(_ row: CSVRow) throws(CellFault) {
            let handle = row.text(at: columns.handle)
            guard !handle.isEmpty else { throw row.fault(.empty, at: columns.handle) }
            let place = place(of: handle, row)
            lines[place].append(row.line)
            describe(place, from: row)
            let hadPicture = addPicture(of: row, to: place)
            if columns.hasVariant(row) {
                try addVariant(row, to: place)
            } else if hadPicture {
                pictureLines[place].append(row.line)
                report.taken += 1
                report.pictures += 1
            } else {
                report.skip(row.line, .nothingToTake)
            }
        }

        private mutating func place(of handle: String, _ row: CSVRow) -> Int {
            if let place = places[handle] { return place }
            places[handle] = products.count
            products.append(ImportedProduct(line: row.line, handle: handle))
            lines.append([])
            pictureLines.append([])
            return products.count - 1
        }

        /// What is said of the product as a whole stands on its first row; a later row fills only
        /// what is empty yet.
        private mutating func describe(_ place: Int, from row: CSVRow) {
            func fill(_ value: inout String, _ text: String) { if value.isEmpty { value = text } }
            fill(&products[place].title, row.text(at: columns.title))
            fill(&products[place].body, row.raw(at: columns.body))
            fill(&products[place].vendor, row.text(at: columns.vendor))
            fill(&products[place].kind, row.text(at: columns.kind))
            if products[place].tags.isEmpty {
                products[place].tags = row.text(at: columns.tags)
                    .split { $0 == "," || $0 == "，" }
                    .map { CellText.trimmed($0) }.filter { !$0.isEmpty }
            }
            let state = row.text(at: columns.state).lowercased()
            if let state = ImportedProduct.State(rawValue: state) {
                products[place].state = state
            } else if !state.isEmpty {
                let all = ImportedProduct.State.allCases.map(\.rawValue)
                let nearest = Spelling.nearest(to: state, among: all)
                report.change(row, at: columns.state, .leftOut(.unknownWord(nearest: nearest)))
            } else if row.text(at: columns.published).uppercased() == "FALSE" {
                products[place].state = .draft
            }
            if products[place].options.isEmpty {
                let names = columns.options.map { row.text(at: $0.name) }
                products[place].options = Array(names.prefix { !$0.isEmpty })
            }
        }

        private mutating func addPicture(of row: CSVRow, to place: Int) -> Bool {
            let picture = row.text(at: columns.picture)
            guard !picture.isEmpty else { return false }
            if !products[place].pictures.contains(picture) {
                products[place].pictures.append(picture)
            }
            return true
        }

        private mutating func addVariant(_ row: CSVRow, to place: Int) throws(CellFault) {
            guard let price = try row.money(at: columns.price) else {
                throw row.fault(.empty, at: columns.price)
            }
            var variant = ImportedProduct.Variant(line: row.line, price: price)
            variant.compareAt = try row.money(at: columns.compareAt)
            variant.choices = columns.options.map { row.text(at: $0.value) }
            while variant.choices.last == "" { variant.choices.removeLast() }
            let earlier = products[place].variants.first { $0.choices == variant.choices }
            let code = try row.identifier(at: columns.code) ?? ""
            if let earlier {
                let name = ([products[place].handle] + variant.choices).joined(separator: " / ")
                let isSame = earlier.price == price && earlier.code == code
                report.skip(row.line, .duplicate(of: name, line: earlier.line, isSame: isSame))
                return
            }
            // Nothing below can fail: what is changed of the row belongs to one that is taken.
            if let first = codes[code] {
                report.change(row, at: columns.code, .repeatedCode(line: first))
            } else {
                variant.code = code
                if !code.isEmpty { codes[code] = row.line }
            }
            variant.barcode = CellText.plain(row.raw(at: columns.barcode))
            variant.picture = row.text(at: columns.variantPicture)
            variant.stock = stock(of: row)
            variant.grams = grams(of: row)
            products[place].variants.append(variant)
            report.taken += 1
        }

        /// Nothing counted where the shop names no tracker.
        private mutating func stock(of row: CSVRow) -> Int? {
            if columns.tracker != nil, row.text(at: columns.tracker).isEmpty { return nil }
            do throws(CellFault) {
                return try row.count(at: columns.stock)
            } catch {
                if error.fact == .negative {
                    report.change(row, at: columns.stock, .oversold)
                    return 0
                }
                report.change(row, at: columns.stock, .leftOut(error.fact))
                return nil
            }
        }

        private mutating func grams(of row: CSVRow) -> Int? {
            let text = CellText.plain(row.raw(at: columns.grams))
            guard !text.isEmpty else { return nil }
            do throws(CellFault.Fact) {
                let (grams, isWhole) = try CellValue.nearestCount(text)
                if !isWhole { report.change(row, at: columns.grams, .rounded(to: grams)) }
                return grams
            } catch {
                report.change(row, at: columns.grams, .leftOut(error))
                return nil
            }
        }

        /// The result: products without a variant go, and their rows are named; a product whose
        /// only choice is Shopify's “Default Title” has nothing to choose.
        consuming func closed() -> Imported<ImportedProduct> {
            var kept: [ImportedProduct] = []
            for (place, product) in products.enumerated() {
                var product = product
                if product.variants.isEmpty {
                    report.changes.removeAll { lines[place].contains($0.line) }
                    for line in pictureLines[place] {
                        report.taken -= 1
                        report.pictures -= 1
                        report.skip(line, .noVariant(product: product.handle))
                    }
                    continue
                }
                if product.options == ["Title"], product.variants.count == 1,
                    product.variants[0].choices == ["Default Title"]
                {
                    product.options = []
                    product.variants[0].choices = []
                }
                if product.title.isEmpty {
                    product.title = product.handle
                    report.changes.append(
                        ImportReport.Change(
                            line: product.line, column: columns.names[columns.title], value: "",
                            why: .titleFromHandle))
                }
                kept.append(product)
            }
            report.skipped.sort { $0.line < $1.line }
            report.changes.sort { $0.line < $1.line }
            return Imported(values: kept, report: report)
        }
    }
}
