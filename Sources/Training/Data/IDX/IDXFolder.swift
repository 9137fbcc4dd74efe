import Suggestions

/// A folder with the four IDX files of a data set of the MNIST family, each plain or compressed.
enum IDXFolder {
    /// Reads the four files.
    /// - Throws: ``DataError``.
    static func read(_ folder: String) throws -> DataParts {
        switch FileSystem.kind(of: folder) {
        case .directory: break
        case .unreadable(let reason): throw DataError(folder, .unreadable(reason: reason))
        default: throw DataError(folder, .notAFolder)
        }
        // All four are looked for before the first is read: the slow part comes last.
        var attempts = Attempts()
        let trainImages = try attempts.attempt { try find("training images", ["train-images"], "idx3", in: folder) }
        let trainLabels = try attempts.attempt { try find("training labels", ["train-labels"], "idx1", in: folder) }
        let testImages = try attempts.attempt { try find("test images", ["t10k-images", "test-images"], "idx3", in: folder) }
        let testLabels = try attempts.attempt { try find("test labels", ["t10k-labels", "test-labels"], "idx1", in: folder) }
        try attempts.check()
        let train = try attempts.attempt { try examples(images: trainImages!, labels: trainLabels!) }  // all were found
        let test = try attempts.attempt { try examples(images: testImages!, labels: testLabels!) }
        try attempts.check()
        return DataParts(train: train!, test: test!)  // no attempt failed
    }

    /// The path of the one of the four that has one of its usual names, `train-images-idx3-ubyte.gz` among them.
    private static func find(_ what: String, _ stems: [String], _ rank: String, in folder: String) throws -> String {
        let names = stems.flatMap { stem in ["-", "."].map { "\(stem)\($0)\(rank)-ubyte" } }
        for name in names.flatMap({ [$0, $0 + ".gz"] }) {
            let path = FileSystem.joined(folder, name)
            if FileSystem.kind(of: path) != .missing { return path }
        }
        let near = FileSystem.names(in: folder).first { file in
            // A name of another of the four is close in letters, but not meant.
            !file.hasSuffix("-ubyte") && !file.hasSuffix("-ubyte.gz") && nearMatch(to: file, in: names) != nil
        }
        throw DataError(folder, .missing(what: what, tried: names.map { $0 + "[.gz]" }, near: near))
    }

    private static func examples(images imagePath: String, labels labelPath: String) throws -> ExampleSet {
        let imageSource = try ByteSource(imagePath)
        let imageHeader = try IDXFormat.header(of: imageSource, content: .images)
        let labelSource = try ByteSource(labelPath)
        let labelHeader = try IDXFormat.header(of: labelSource, content: .labels)
        let labels = try IDXFormat.elements(of: labelHeader, from: labelSource)
        let elements = try IDXFormat.elements(of: imageHeader, from: imageSource)

        let (count, rows, columns) = (imageHeader.dimensions[0], imageHeader.dimensions[1], imageHeader.dimensions[2])
        guard labels.count == count else {
            throw DataError(
                labelPath,
                .mismatched(reason: "holds \(labels.count) labels for the \(count) images of \(imagePath); both must come from one data set"))
        }
        let pixels: ExampleStorage =
            switch imageHeader.element {
            case .byte: .bytes(elements, unit: 255)
            case .float: .floats(try greyValues(elements, rows: rows, columns: columns, path: imagePath))
            }
        return ExampleSet(count: count, shape: [rows, columns], storage: pixels, storedAs: imageHeader.element == .byte ? "uint8" : "float32",
            labels: labels.map { Int32($0) })
    }

    /// Big-endian floats, each of them in [0, 1].
    private static func greyValues(_ bytes: [UInt8], rows: Int, columns: Int, path: String) throws -> [Float] {
        try (0..<bytes.count / 4).map { index in
            let bits = bytes[4 * index..<4 * index + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            let value = Float(bitPattern: bits)
            // Written so that nan fails it.
            guard value >= 0, value <= 1 else {
                let (image, pixel) = index.quotientAndRemainder(dividingBy: rows * columns)
                throw DataError(
                    path,
                    .badValue(
                        value: value.isNaN ? "nan" : "\(value)", image: image, row: pixel / columns,
                        column: pixel % columns))
            }
            return value
        }
    }
}
