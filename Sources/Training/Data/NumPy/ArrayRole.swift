/// What an array of a data set is for: its name says it, in an archive and in a folder alike.
enum ArrayRole: CaseIterable {
    case trainExamples, trainLabels, testExamples, testLabels, examples, labels

    /// The names it may have, in letters of either case; the first is what messages suggest.
    var names: [String] {
        switch self {
        case .trainExamples: ["x_train", "train_images", "train_x", "train"]
        case .trainLabels: ["y_train", "train_labels", "train_y"]
        case .testExamples: ["x_test", "test_images", "test_x", "test"]
        case .testLabels: ["y_test", "test_labels", "test_y"]
        case .examples: ["x", "images", "data", "inputs"]
        case .labels: ["y", "labels"]
        }
    }

    var title: String {
        switch self {
        case .trainExamples: "training examples"
        case .trainLabels: "their labels"
        case .testExamples: "test examples"
        case .testLabels: "their labels"
        case .examples: "examples in one part"
        case .labels: "their labels"
        }
    }

    static func of(_ name: String) -> ArrayRole? {
        allCases.first { $0.names.contains(name.lowercased()) }
    }

    static var listing: String { allCases.map(\.names[0]).joined(separator: ", ") }
}

/// The arrays of an archive or a folder, made to parts of a data set.
struct NamedArrays {
    /// The archive or folder.
    let path: String
    /// What is there, by name.
    let arrays: [(name: String, place: () throws -> ArrayPlace)]

    /// Reads the arrays that have a role.
    /// - Throws: ``DataError``.
    func parts() throws -> DataParts {
        var roles: [ArrayRole: (name: String, place: () throws -> ArrayPlace)] = [:]
        for array in arrays {
            guard let role = ArrayRole.of(array.name) else { continue }
            if let other = roles[role] {
                throw DataError(path, .mismatched(reason: "'\(other.name)' and '\(array.name)' are both there, and mean the same; keep one"))
            }
            roles[role] = array
        }
        // One array needs no name.
        if roles.isEmpty, arrays.count == 1 { roles[.examples] = arrays[0] }
        for (first, second) in [(ArrayRole.trainExamples, ArrayRole.examples), (.trainLabels, .labels)] {
            if let first = roles[first], let second = roles[second] {
                throw DataError(path, .mismatched(reason: "'\(first.name)' and '\(second.name)' are both there; keep the one that is meant"))
            }
        }
        guard let examples = roles[.trainExamples] ?? roles[.examples] else {
            let names = arrays.prefix(20).map { "'\($0.name)'" }.joined(separator: ", ")
            throw DataError(path, .badHeader(reason: "holds \(arrays.isEmpty ? "no arrays" : names), and none that is called as examples are; names are \(ArrayRole.listing)"))
        }
        let labels = roles[.trainLabels] ?? roles[.labels]
        if let test = roles[.testExamples], (labels == nil) != (roles[.testLabels] == nil) {
            throw DataError(path, .mismatched(reason: "'\(examples.name)' \(labels == nil ? "has no" : "has") labels and '\(test.name)' \(labels == nil ? "has" : "none"); give them to both or to none"))
        }
        let used = [examples, labels, roles[.testExamples], roles[.testLabels]].compactMap { $0?.name }
        var attempts = Attempts()
        let train = try attempts.attempt { try set(examples.place, labels?.place) }
        let test = try roles[.testExamples].map { test in
            try attempts.attempt { try set(test.place, roles[.testLabels]?.place) }
        }
        try attempts.check()
        return DataParts(
            train: train!, test: test ?? nil,  // no attempt failed
            unused: arrays.map(\.name).filter { !used.contains($0) })
    }

    /// The one array, as examples, whatever it is called.
    func single() throws -> DataParts { DataParts(train: try set(arrays[0].place, nil)) }

    private func set(
        _ examplePlace: () throws -> ArrayPlace, _ labelPlace: (() throws -> ArrayPlace)?
    ) throws -> ExampleSet {
        var attempts = Attempts()
        let labels = try labelPlace.flatMap { open in
            try attempts.attempt { () -> (name: String, classes: [Int32]) in
                let place = try open()
                return (place.name, try NumericArray.labels(at: place))
            }
        }
        let examples = try attempts.attempt { () -> (name: String, content: NumericArray.Examples) in
            let place = try examplePlace()
            return (place.name, try NumericArray.examples(at: place))
        }
        try attempts.check()
        let (name, content) = examples!  // no attempt failed
        let shape = content.header.shape
        if let labels, labels.classes.count != shape[0] {
            throw DataError(
                labels.name,
                .mismatched(reason: "holds \(labels.classes.count) labels for the \(shape[0]) examples of \(name); both must come from one data set"))
        }
        return ExampleSet(
            count: shape[0], shape: Array(shape.dropFirst()), storage: content.storage,
            storedAs: content.header.element.name, labels: labels?.classes)
    }
}
