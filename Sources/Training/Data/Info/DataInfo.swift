/// What there is to know of data before a network is trained on them.
public struct DataInfo: Sendable {
    public let name: String
    public let request: DataRequest
    public let train: PartInfo
    public let test: PartInfo
    /// Whether the test part was split off, because the data have none.
    public let isSplitHere: Bool
    public let classNames: [String]?
    public let columnNames: [String]?
    /// What may not be as it was meant, though it can be read.
    public let remarks: [String]

    /// Reads data, and looks at every value.
    /// - Throws: ``DataError``: all that keeps the data from being read.
    public init(_ request: DataRequest) throws {
        let parts = try DataParts.load(request)
        let data = try Dataset(request, parts)
        name = data.name
        self.request = request
        train = try PartInfo(data.train)
        test = try PartInfo(data.test)
        isSplitHere = data.isSplitHere
        classNames = data.classNames
        columnNames = parts.columnNames
        remarks = Self.remarks(train, test, parts)
    }

    public var classCount: Int { max(train.classCounts.count, test.classCounts.count) }

    /// The name of a class, or its number.
    public func className(_ number: Int) -> String { classNames?[number] ?? "\(number)" }

    private static func remarks(_ train: PartInfo, _ test: PartInfo, _ parts: DataParts) -> [String] {
        var remarks: [String] = []
        let outside = train.outsideUnit + test.outsideUnit
        if outside > 0 {
            let how = train.least >= 0 && train.largest <= 255 && train.largest > 2 ? "--scale=bytes or --scale=min-max" : "--scale=min-max"
            remarks.append("\(outside) values lie outside [0, 1]: sigmoid cross entropy refuses them as targets; give \(how), or take --loss=squared-error")
        }
        if train.constantColumns > 0 {
            let few = train.constantColumns == 1
            remarks.append("\(train.constantColumns) of \(train.shape.reduce(1, *)) columns \(few ? "has" : "have") the same value in every training example")
        }
        if !train.classCounts.isEmpty, !test.classCounts.isEmpty {
            let count = max(train.classCounts.count, test.classCounts.count)
            func has(_ part: PartInfo, _ index: Int) -> Bool { index < part.classCounts.count && part.classCounts[index] > 0 }
            let absent = (0..<count).filter { !has(train, $0) }
            let untested = (0..<count).filter { has(train, $0) && !has(test, $0) }
            for (classes, part) in [(absent, "training"), (untested, "test")] where !classes.isEmpty {
                let names = classes.prefix(10).map { parts.classNames?[$0] ?? "\($0)" }.joined(separator: ", ")
                remarks.append("\(classes.count) of \(count) classes have no \(part) example: \(names)\(classes.count > 10 ? ", …" : "")")
            }
        }
        if !parts.unused.isEmpty {
            remarks.append("not read: \(parts.unused.prefix(10).joined(separator: ", "))\(parts.unused.count > 10 ? ", …" : ""); arrays that are read are called \(ArrayRole.listing)")
        }
        return remarks
    }

    public var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("data", .string(name)), .init("train", train.json), .init("test", test.json),
            .init("split", isSplitHere
                ? .object([.init("test_fraction", .double(request.testFraction)), .init("seed", .string("\(request.seed)"))]) : .null),
            .init("scale", .string(request.scaling.rawValue)), .init("classes", .integer(classCount)),
        ]
        if let classNames { members.append(.init("class_names", .array(classNames.map { .string($0) }))) }
        if let columnNames { members.append(.init("column_names", .array(columnNames.map { .string($0) }))) }
        return .object(members + [.init("remarks", .array(remarks.map { .string($0) })), .init("problems", .array([]))])
    }
}
