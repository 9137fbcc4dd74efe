extension Dataset {
    /// What a file of weights keeps of the data that its network was trained on: enough to read them again, and to scale
    /// others alike. `DataRequest/init(notes:)` and `FeatureScale/init(notes:)` read it back.
    package var notes: [(name: String, text: String)] {
        var notes = [(name: "data", text: name), (name: "data_seed", text: "\(seed)")]
        if isSplitHere { notes.append((name: "data_test_fraction", text: "\(request.testFraction)")) }
        if request.header != .auto { notes.append((name: "data_csv_header", text: request.header.rawValue)) }
        if let column = request.labelColumn { notes.append((name: "data_label_column", text: column)) }
        if let classNames { notes.append((name: "data_classes", text: JSONValue.array(classNames.map { .string($0) }).rendered)) }
        if let scale {
            let numbers = JSONValue.object([
                .init("offsets", .array(scale.offsets.map { .float($0) })),
                .init("divisors", .array(scale.divisors.map { .float($0) })),
                .init("clips", .bool(scale.clips)),
            ])
            notes += [(name: "data_scale", text: request.scaling.rawValue), (name: "data_scale_numbers", text: numbers.rendered)]
        }
        return notes
    }
}

extension SavedNetwork {
    /// The data that the network was trained on; `nil` where the file does not say.
    public var trainingData: DataRequest? {
        guard let name = self[note: "data"] else { return nil }
        return DataRequest(
            name, seed: self[note: "data_seed"].flatMap(UInt64.init) ?? 0,
            scaling: self[note: "data_scale"].flatMap(Scaling.init(rawValue:)) ?? .none,
            testFraction: self[note: "data_test_fraction"].flatMap(Double.init) ?? DataRequest.defaultTestFraction,
            header: self[note: "data_csv_header"].flatMap(TableHeader.init(rawValue:)) ?? .auto,
            labelColumn: self[note: "data_label_column"])
    }

    /// The names of the classes that the network learnt, where they have names.
    public var classNames: [String]? {
        self[note: "data_classes"].flatMap { try? JSONValue(parsing: $0.utf8).array?.compactMap(\.string) }
    }

    /// How the network's inputs were scaled in training; `nil` where they were not.
    /// - Throws: ``DataError`` for numbers that do not fit the network.
    package func scale() throws(DataError) -> FeatureScale? {
        guard let text = self[note: "data_scale_numbers"] else { return nil }
        let json = try? JSONValue(parsing: text.utf8)
        func numbers(_ name: String) -> [Float]? {
            let values = json?[name]?.array?.compactMap(\.number).map { Float($0) }
            return values?.count == network.specification.inputWidth && values!.allSatisfy(\.isFinite) ? values : nil  // counted
        }
        guard let offsets = numbers("offsets"), let divisors = numbers("divisors"), !divisors.contains(0),
            case .bool(let clips)? = json?["clips"]
        else { throw DataError("weights", .badHeader(reason: "their data_scale_numbers are not a finite offset and divisor for each of \(network.specification.inputWidth) inputs; train again")) }
        return FeatureScale(offsets: offsets, divisors: divisors, clips: clips)
    }
}
