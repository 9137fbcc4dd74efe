import Suggestions

/// Whether the first line of a table names its columns.
public enum TableHeader: String, CaseIterable, Sendable {
    /// It does if it has a word where the second line has a number.
    case auto
    case yes
    case no
}

/// A table of numbers, with a column of labels where it has one.
struct Table {
    let path: String
    /// Of the numbers; `nil` without a header.
    let columnNames: [String]?
    /// One row an example; without the labels.
    let examples: ExampleSet
    let labels: Labels?

    /// Texts of labels, each once, and by row which of them it has.
    struct Labels {
        let rows: [Int32]
        let names: [String]
    }

    /// The most different labels of a column.
    static let largestLabelCount = 1 << 16

    /// Reads a table whole.
    /// - Throws: ``DataError``; that of a bad field has its line and column, and counts further bad ones.
    init(path: String, separator: UInt8, request: DataRequest) throws {
        let source = try ByteSource(path)
        var text = try DelimitedText(source, separator: separator)
        try Self.refuseBinary(text.start, path)
        var (first, second) = (DelimitedText.Record(), DelimitedText.Record())
        guard try text.next(&first) else { throw DataError(path, .badHeader(reason: "holds empty lines alone")) }
        let hasSecond = try text.next(&second)
        let header = try Self.header(first, hasSecond ? second : nil, choice: request.header)
        let label = try Self.labelColumn(request.labelColumn, header: header, count: first.count, path: path)
        guard first.count > (label == nil ? 0 : 1) else {
            throw DataError(path, .badHeader(reason: "has a label column and no other"))
        }

        var rows = TableRows(path: path, count: first.count, label: label, header: header)
        rows.reserve(lineBytes: first.bytes.count + first.count, fileBytes: source.isCompressed ? 0 : source.upperBound)
        if header == nil { try rows.append(first) }
        if hasSecond { try rows.append(second) }
        while try text.next(&first) { try rows.append(first) }
        self.path = path
        columnNames = header.map { names in names.indices.filter { $0 != label }.map { names[$0] } }
        (examples, labels) = try rows.finished()
    }

    private static func refuseBinary(_ start: ArraySlice<UInt8>, _ path: String) throws {
        let found: String? =
            if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { "is UTF-16; save it as UTF-8" }
            else if start.starts(with: [0x1F, 0x8B]) { "is compressed by gzip but not named so; add .gz to its name" }
            else if start.starts(with: [0x50, 0x4B, 3, 4]) { "is a zip archive; unpack it" }
            else if start.starts(with: [0x93, 0x4E, 0x55]) { "is a NumPy array; name it .npy" }
            else { nil }
        if let found { throw DataError(path, .badHeader(reason: found)) }
    }

    private static func header(
        _ first: DelimitedText.Record, _ second: DelimitedText.Record?, choice: TableHeader
    ) throws -> [String]? {
        func isNumber(_ record: DelimitedText.Record, _ column: Int) -> Bool {
            record.withField(column) { DecimalNumber.float($0) != nil }
        }
        let isHeader = switch choice {
        case .yes: true
        case .no: false
        case .auto:
            (0..<first.count).contains { column in
                !isNumber(first, column) && second.map { column < $0.count && isNumber($0, column) } ?? true
            }
        }
        return isHeader ? (0..<first.count).map { first.text($0) } : nil
    }

    /// The label column, counted from 0.
    private static func labelColumn(
        _ choice: String?, header: [String]?, count: Int, path: String
    ) throws(DataError) -> Int? {
        guard let choice else {
            let found = (header ?? []).indices.filter { DataRequest.labelColumnNames.contains(header![$0].lowercased()) }  // within the header
            guard found.count <= 1 else {
                throw DataError(path, .unfitOption(option: "label-column", reason: "both '\(header![found[0]])' and '\(header![found[1]])' may be the label column; name it by --label-column"))
            }
            return found.first
        }
        if choice == "none" { return nil }
        if let header {
            let found = header.indices.filter { header[$0] == choice }
            guard found.count <= 1 else {
                throw DataError(path, .unfitOption(option: "label-column", reason: "has \(found.count) columns called '\(choice)'; give --label-column its number"))
            }
            if let column = found.first { return column }
        }
        if let number = Int(choice), number != 0, 1...count ~= abs(number) { return number > 0 ? number - 1 : count + number }
        let names = header.map { "\(suggestion(for: choice, in: $0)) Its columns are \($0.prefix(20).joined(separator: ", "))\($0.count > 20 ? ", …" : "")" }
        throw DataError(path, .unfitOption(option: "label-column", reason: "has no column '\(choice)' for --label-column; a number is 1 to \(count), or from the last column -1 to -\(count).\(names ?? " It has no header")"))
    }
}

extension Table {
    /// The classes of several tables of one data set, counted alike: labels that are whole numbers from 0 count
    /// themselves, others are numbered in their order, numbers by size and texts by letters.
    static func classes(of labels: [Labels], path: String) throws(DataError) -> (rows: [[Int32]], names: [String]?) {
        let all = Set(labels.flatMap(\.names))
        let numbers = all.compactMap { Double($0) }.filter(\.isFinite)
        if numbers.count == all.count, numbers.allSatisfy({ $0 >= 0 && $0 == $0.rounded() && $0 < Double(ClassLabel.largest) }) {
            return (labels.map { part in part.rows.map { Int32(Double(part.names[Int($0)])!) } }, nil)  // each is a number
        }
        guard all.count <= largestLabelCount else {
            throw DataError(path, .badHeader(reason: "its label column has over \(largestLabelCount) different values; are they classes?"))
        }
        let ordered = numbers.count == all.count ? all.sorted { Double($0)! < Double($1)! } : all.sorted()  // each is a number
        let places = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1, Int32($0)) })
        return (labels.map { part in part.rows.map { places[part.names[Int($0)]]! } }, ordered)  // `ordered` has all of them
    }
}

/// Gathers rows: bytes as long as all numbers are whole and fit one, 32-bit floats from then on.
private struct TableRows {
    private let path: String
    private let count: Int
    private let label: Int?
    private let header: [String]?
    private var bytes: [UInt8] = []
    private var floats: [Float]?
    private var labelRows: [Int32] = []
    private var labelNames: [String: Int32] = [:]
    private var rowCount = 0
    private var firstProblem: (line: Int, column: Int, reason: String)?
    private var furtherProblems = 0

    init(path: String, count: Int, label: Int?, header: [String]?) {
        self.path = path
        self.count = count
        self.label = label
        self.header = header
    }

    /// Makes room for about as many numbers as the file has, so that no growing array is copied.
    mutating func reserve(lineBytes: Int, fileBytes: Int) {
        bytes.reserveCapacity(min(fileBytes / max(1, lineBytes) * count + count, NumericArray.largestInMemory))
    }

    mutating func append(_ record: DelimitedText.Record) throws {
        rowCount += 1
        guard record.count == count else {
            let place = record.places[0]
            return problem(place.line, place.column, "the line has \(record.count) field\(record.count == 1 ? "" : "s"), and the first line \(count)")
        }
        for column in 0..<count {
            if column == label {
                try append(label: record.withField(column) { String(decoding: DecimalNumber.trimmed($0), as: UTF8.self) }, record, column)
            } else if let value = record.withField(column, { DecimalNumber.float($0) }), value.isFinite {
                try append(value)
            } else {
                let place = record.places[column]
                problem(place.line, place.column, reason(record.text(column), column))
            }
        }
    }

    private mutating func append(_ value: Float) throws {
        // After a bad field nothing is kept: the rest is read to count further ones.
        guard firstProblem == nil else { return }
        if floats == nil {
            // Written so that −0, which is no byte, fails it.
            if value >= 0, value <= 255, value == value.rounded(), value.sign == .plus {
                bytes.append(UInt8(value))
            } else {
                var all: [Float] = []
                all.reserveCapacity(max(bytes.capacity, bytes.count + 1))
                for byte in bytes { all.append(Float(byte)) }
                all.append(value)
                (bytes, floats) = ([], all)
            }
        } else {
            floats!.append(value)  // seen above
        }
        let memory = floats.map { 4 * $0.count } ?? bytes.count
        guard memory <= NumericArray.largestInMemory else {
            throw DataError(path, .badHeader(reason: "has more numbers than are kept in memory, \(NumericArray.largestInMemory) bytes of them; save it as an uncompressed .npy file, which is read batch by batch"))
        }
    }

    private mutating func append(label: String, _ record: DelimitedText.Record, _ column: Int) throws {
        guard !label.isEmpty else {
            return problem(record.places[column].line, record.places[column].column, "the label\(name(column)) is empty")
        }
        guard !label.utf8.contains(0) else {
            return problem(record.places[column].line, record.places[column].column, "the label\(name(column)) has a zero byte in it; is the file damaged?")
        }
        guard firstProblem == nil else { return }
        if labelNames[label] == nil {
            guard labelNames.count < ClassLabel.largest else {
                throw DataError(path, .badHeader(reason: "its label column has over \(ClassLabel.largest) different values; are they classes?"))
            }
            labelNames[label] = Int32(labelNames.count)
        }
        labelRows.append(labelNames[label]!)  // set above
    }

    private mutating func problem(_ line: Int, _ column: Int, _ reason: String) {
        if firstProblem == nil { firstProblem = (line, column, reason) } else { furtherProblems += 1 }
    }

    private func name(_ column: Int) -> String { header.map { " '\($0[column])'" } ?? "" }

    private func reason(_ field: String, _ column: Int) -> String {
        let what = "field \(column + 1)\(name(column))"
        let text = field.count > 40 ? field.prefix(40) + "…" : field
        if field.allSatisfy(\.isWhitespace) { return "\(what) is empty; fill it, or leave the line out" }
        if let value = Float(field), !value.isFinite { return "\(what) is '\(text)', which is not finite as a 32-bit float" }
        if count == 1, field.contains(";") || field.contains("\t") {
            return "\(what) is '\(text)'; separate the fields by commas in .csv and by tabs in .tsv"
        }
        return "\(what) is '\(text)', which is no number; if these are labels, give --label-column=\(column + 1)"
    }

    /// - Throws: the first problem.
    func finished() throws(DataError) -> (ExampleSet, Table.Labels?) {
        if let (line, column, reason) = firstProblem {
            throw DataError(path, .badField(line: line, column: column, reason: reason, further: furtherProblems))
        }
        guard rowCount > 0 else { throw DataError(path, .badHeader(reason: "has a header and no rows; if the first line is a row, give --csv-header=no")) }
        let set = ExampleSet(
            count: rowCount, shape: [count - (label == nil ? 0 : 1)], storage: floats.map { .floats($0) } ?? .bytes(bytes, unit: 1),
            storedAs: "decimal numbers")
        guard label != nil else { return (set, nil) }
        return (set, Table.Labels(rows: labelRows, names: labelNames.sorted { $0.value < $1.value }.map(\.key)))
    }
}
