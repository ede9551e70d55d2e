public import Engine

extension ImportReport {
    /// First the sum, then what was changed and what was left out, a sentence each, by line.
    public func sentences(in tongue: Tongue) -> [String] {
        let details =
            changes.map { (line: $0.line, text: $0.sentence(in: tongue)) }
            + skipped.map { (line: $0.line, text: $0.sentence(in: tongue)) }
        let sorted = details.enumerated().sorted {
            ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }
        return [summary[tongue]] + sorted.map(\.element.text)
    }

    private var summary: Bilingual {
        var zh = "文件共 \(rows) 行，导入 \(taken) 行"
        var en = "\(rows) rows in the file, \(taken) taken"
        if pictures > 0 {
            zh += "（其中 \(pictures) 行只有图片）"
            en += " (\(pictures) of them only pictures)"
        }
        zh += skipped.isEmpty ? "，没有遗漏" : "，没有导入 \(skipped.count) 行"
        en += skipped.isEmpty ? ", none left out" : ", \(skipped.count) left out"
        if !changes.isEmpty {
            zh += "，改动 \(changes.count) 处"
            en += ", \(changes.count) values changed"
        }
        return Bilingual(zh: zh + "。", en: en + ".")
    }
}

extension ImportReport.Change {
    /// Line, column, value, and what became of it.
    public func sentence(in tongue: Tongue) -> String {
        if case .leftOut(let fact) = why {
            let fault = CellFault(line: line, column: column, value: value, fact: fact)
            return fault.sentence(in: tongue)
                + (tongue == .chinese ? "此格留空，其余照收。" : " Left empty; the rest is taken.")
        }
        return switch tongue {
        case .chinese: "第 \(line) 行“\(column)”：“\(value)”\(text.zh)。"
        case .english: "Line \(line), “\(column)”: “\(value)” \(text.en)."
        }
    }

    private var text: Bilingual {
        switch why {
        case .leftOut: Bilingual(zh: "此格留空", en: "is left empty")
        case .oversold:
            Bilingual(zh: "是负数（超卖），库存按 0 导入", en: "is oversold; the stock is taken as 0")
        case .rounded(let number):
            Bilingual(zh: "不是整数，按 \(number) 导入", en: "is not whole; taken as \(number)")
        case .repeatedCode(let first):
            Bilingual(
                zh: "与第 \(first) 行的编码重复，此处不用编码",
                en: "stands on line \(first) already; no code is taken here")
        case .titleFromHandle:
            Bilingual(zh: "没有标题，用商品代号作标题", en: "is no title; the handle is used")
        }
    }
}

extension ImportReport.Skip {
    /// Line, why the row is not in the result, and what to do where something can be done.
    public func sentence(in tongue: Tongue) -> String {
        if case .cell(let fault) = why {
            return fault.sentence(in: tongue)
                + (tongue == .chinese ? "这一行没有导入。" : " The row is left out.")
        }
        return switch tongue {
        case .chinese: "第 \(line) 行没有导入：\(text.zh)。"
        case .english: "Line \(line) is left out: \(text.en)."
        }
    }

    private var text: Bilingual {
        switch why {
        case .blank: Bilingual(zh: "整行是空的", en: "it is blank")
        case .shape(let shape): Self.text(of: shape)
        case .cell(let fault): Bilingual(zh: fault.value, en: fault.value)
        case .duplicate(let id, let first, true):
            Bilingual(
                zh: "“\(id)”与第 \(first) 行重复", en: "“\(id)” repeats line \(first)")
        case .duplicate(let id, let first, false):
            Bilingual(
                zh: "“\(id)”在第 \(first) 行出现过，内容不同，只取了那一行",
                en: "“\(id)” stands on line \(first) with other contents, which are taken")
        case .noVariant(let product):
            Bilingual(
                zh: "商品“\(product)”没有一个规格读得出来",
                en: "no variant of the product “\(product)” can be read")
        case .nothingToTake:
            Bilingual(zh: "只有商品代号，没有规格和图片", en: "it names a product and says nothing of it")
        }
    }

    private static func text(of shape: CSVRow.Shape) -> Bilingual {
        switch shape {
        case .fits: Bilingual(zh: "", en: "")
        case .tooFew(let cells, let columns):
            Bilingual(
                zh: "只有 \(cells) 格，应有 \(columns) 格，这一行可能被截断了；请重新导出",
                en: "it has \(cells) cells of \(columns) and may have been cut; export it again")
        case .tooMany(let cells, let columns):
            Bilingual(
                zh: "有 \(cells) 格，应有 \(columns) 格，多半是某格里的逗号没加引号",
                en: "it has \(cells) cells for \(columns) columns; a comma in a cell lacks quotes")
        case .strayQuote(let column):
            Bilingual(
                zh: "第 \(column + 1) 格的引号不成对", en: "the quotes of cell \(column + 1) do not match")
        }
    }
}
