/// `metrics.jsonl`, an object a line and an epoch, and `metrics.csv`, the same numbers under one header.
final class MetricsFiles {
    private let linesPath: String
    private let tablePath: String
    private var lines: OutputFile
    private var table: OutputFile
    /// Of the table; `nil` before the first epoch.
    private var columns: [String]?

    /// No epoch's line is nearly as long, and no run has nearly as many.
    private static let largestFile = 1 << 30

    /// Opens both files to be added to, once they hold the epochs 1 … `epochs` and no others: what was written by a
    /// process that was killed before it had written the checkpoint is taken out again.
    init(in folder: String, keeping epochs: Int) throws(FileError) {
        linesPath = FileSystem.joined(folder, RunFolder.metricsName)
        tablePath = FileSystem.joined(folder, RunFolder.tableName)
        let kept = epochs == 0 ? [] : try Self.lines(linesPath, upTo: epochs)
        try Self.replace(linesPath, kept.map { $0.rendered + "\n" })
        columns = kept.isEmpty ? nil : Self.columns(of: kept)
        try Self.replace(tablePath, Self.table(kept, columns))
        lines = try OutputFile(appendingTo: linesPath)
        table = try OutputFile(appendingTo: tablePath)
    }

    /// Adds an epoch to both. A number that no earlier epoch had makes the table anew.
    func append(_ record: JSONValue) throws(FileError) {
        try lines.append(whole: record.rendered + "\n")
        let numbers = Self.numbers(in: record)
        if let columns, numbers.allSatisfy({ columns.contains($0.name) }) {
            return try table.append(whole: Self.row(numbers, columns))
        }
        let all = columns == nil ? [record] : try Self.lines(linesPath, upTo: .max)
        let columns = Self.columns(of: all)
        try Self.replace(tablePath, Self.table(all, columns))
        table = try OutputFile(appendingTo: tablePath)
        self.columns = columns
    }

    /// Waits until both are on the disk.
    func synchronize() throws(FileError) {
        try lines.synchronize()
        try table.synchronize()
    }

    // MARK: Lines

    /// The records of the epochs 1 … `epochs`, in order; of an epoch that is there twice, the later one.
    private static func lines(_ path: String, upTo epochs: Int) throws(FileError) -> [JSONValue] {
        guard FileSystem.kind(of: path) != .missing else { return [] }
        var records: [Int: JSONValue] = [:]
        for line in try InputFile.contents(of: path, limit: largestFile).split(separator: UInt8(ascii: "\n")) {
            guard let record = try? JSONValue(parsing: line), let epoch = record["epoch"]?.integer else { continue }
            if 1...epochs ~= epoch { records[epoch] = record }
        }
        return records.keys.sorted().compactMap { records[$0] }
    }

    private static func replace(_ path: String, _ lines: [String]) throws(FileError) {
        try OutputFile.replace(path) { (file) throws(FileError) in
            // A thousand lines a write, because lines are short.
            for start in stride(from: 0, to: lines.count, by: 1000) {
                try file.write(lines[start..<min(start + 1000, lines.count)].joined())
            }
        }
    }

    // MARK: The table

    private typealias Number = (name: String, text: String)

    /// The numbers of a record, in its order. Those within objects and lists have the path to them for a name, with
    /// places in lists counted from 1: `learned.1.parameters.beta`.
    private static func numbers(in record: JSONValue, under prefix: String = "") -> [Number] {
        switch record {
        case .object(let members):
            return members.flatMap { numbers(in: $0.value, under: prefix.isEmpty ? $0.name : "\(prefix).\($0.name)") }
        case .array(let values):
            return values.enumerated().flatMap { numbers(in: $1, under: "\(prefix).\($0 + 1)") }
        case .string(let text) where ["inf", "-inf", "nan"].contains(text): return [(prefix, text)]
        case .integer, .float, .double:
            let text = record.rendered
            // Infinities and NaN are texts in JSON, and bare words here.
            return [(prefix, text.filter { $0 != "\"" })]
        case .null, .bool, .string: return []
        }
    }

    /// All that any record has, the first's first.
    private static func columns(of records: [JSONValue]) -> [String] {
        var (names, seen): ([String], Set<String>) = ([], [])
        for record in records {
            for number in numbers(in: record) where seen.insert(number.name).inserted { names.append(number.name) }
        }
        return names
    }

    private static func table(_ records: [JSONValue], _ columns: [String]?) -> [String] {
        guard let columns else { return [] }
        return [columns.map(cell).joined(separator: ",") + "\n"] + records.map { row(numbers(in: $0), columns) }
    }

    private static func row(_ numbers: [Number], _ columns: [String]) -> String {
        let byName = Dictionary(numbers.map { ($0.name, $0.text) }) { $1 }
        return columns.map { byName[$0] ?? "" }.joined(separator: ",") + "\n"
    }

    /// RFC 4180. Names are ours and plain, but a layer's could come to hold anything.
    private static func cell(_ name: String) -> String {
        name.contains { ",\"\n\r".contains($0) } ? "\"\(name.replacing("\"", with: "\"\""))\"" : name
    }
}
