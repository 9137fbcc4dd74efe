import Testing
import Training
import TrainingTestSupport

@Suite struct IDXFolderTests {
    @Test func `a folder of four plain files is read in full`() throws {
        let folder = try TemporaryFolder()
        try folder.writeDataset()
        let data = try Dataset.load(folder.path)
        #expect(data.train.count == 5)
        #expect(data.test.count == 2)
        #expect(data.width == 6)
        #expect(data.train.labels == [0, 1, 2, 0, 1])
        #expect(data.classCount == 3)
        #expect(try data.train.values([4, 0]) == [24, 25, 26, 27, 28, 29, 0, 1, 2, 3, 4, 5].map { Float(UInt8(truncatingIfNeeded: $0 * 37)) / 255 })
    }

    @Test func `compressed files, names with a dot and several gzip members read alike`() throws {
        let folder = try TemporaryFolder()
        try folder.writeDataset()
        let plain = try Dataset.load(folder.path)
        let other = try TemporaryFolder()
        for (prefix, count) in [("train", 5), ("t10k", 2)] {
            let pixels = (0..<count * 6).map { UInt8(truncatingIfNeeded: $0 &* 37) }
            let bytes = idx([UInt32(count), 2, 3], pixels)
            try other.write(gzipped(Array(bytes[..<11])) + gzipped(Array(bytes[11...])), "\(prefix)-images.idx3-ubyte.gz")
            try other.write(
                gzipped(idx([UInt32(count)], (0..<count).map { UInt8($0 % 3) })), "\(prefix)-labels.idx1-ubyte.gz")
        }
        let compressed = try Dataset.load(other.path)
        #expect(try compressed.train.values(0..<5) == plain.train.values(0..<5))
        #expect(try compressed.test.values(0..<2) == plain.test.values(0..<2))
        #expect(compressed.train.labels == plain.train.labels)
    }

    @Test func `floats are big-endian grey values`() throws {
        let folder = try TemporaryFolder()
        try folder.writeDataset(train: 1)
        let values: [Float] = [0, 0.1, 0.25, 1, 0.5, 1e-9]
        try folder.write(idx(type: 0x0D, [1, 2, 3], bigEndian(values)), "train-images-idx3-ubyte")
        try #expect(Dataset.load(folder.path).train.values([0]) == values)
    }

    /// What is done to one of the four good files, and what is then said of it.
    struct Case: CustomTestStringConvertible {
        let name: String
        let file: String
        let bytes: [UInt8]
        let message: String
        var testDescription: String { name }

        init(_ name: String, _ file: String, _ bytes: [UInt8], _ message: String) {
            self.name = name
            self.file = file
            self.bytes = bytes
            self.message = message
        }
    }

    static let images = "train-images-idx3-ubyte"
    static let labels = "train-labels-idx1-ubyte"
    static let good = idx([5, 2, 3], [UInt8](repeating: 9, count: 30))

    static let cases: [Case] = [
        Case("empty file", images, [], "is empty; fetch it again"),
        Case("3 bytes", images, [0, 0, 8], "ends within its header, after 3 bytes; fetch it again"),
        Case("header cut", images, Array(good.prefix(9)), "ends within its header, after 9 bytes; fetch it again"),
        Case("truncated", images, good.dropLast(4), "is truncated: 5 images of 2×3 need 30 bytes and it has 26; fetch it again"),
        Case("one byte too many", images, good + [0], "goes on after its 30 bytes of 5 images of 2×3; fetch it again"),
        Case("labels in place of images", images, idx([5], [1, 2, 3, 4, 5]), "holds labels, not images; are two files swapped?"),
        Case("images in place of labels", labels, good, "holds images, not labels; are two files swapped?"),
        Case("compressed under a plain name", images, gzipped(good), "is compressed by gzip but not named so; add .gz to its name"),
        Case("web page", images, Array("<!DOCTYPE html>".utf8), "is no IDX file of images (3 dimensions of bytes or floats): it is a web page; fetch the file itself"),
        Case("zip archive", images, [0x50, 0x4B, 3, 4, 0], "is no IDX file of images (3 dimensions of bytes or floats): it is a zip archive; unpack it"),
        Case("wrong byte order", images, [3, 8, 0, 0, 5, 0, 0, 0], "is no IDX file of images (3 dimensions of bytes or floats): it has its bytes in the wrong order"),
        Case("other magic", images, Array("PNG…".utf8), "is no IDX file of images (3 dimensions of bytes or floats): it begins with the bytes 50 4e 47 e2"),
        Case("colour images", images, idx([1, 2, 3, 1], [0, 0, 0, 0, 0, 0]), "is no IDX file of images (3 dimensions of bytes or floats): it has 4 dimensions of bytes"),
        Case("integer labels", labels, idx(type: 0x0C, [1], [0, 0, 0, 1]), "is no IDX file of labels (1 dimension of bytes): it has 1 dimensions of 32-bit integers"),
        Case("no images", images, idx([0, 2, 3], []), "promises 0 images of 2×3: nothing to learn from"),
        Case("a promise of 2⁹⁶ bytes", images, idx([.max, .max, .max], [0]), "promises 4294967295 images of 4294967295×4294967295, more than the 1073741824 bytes that are read at most"),
        Case("a promise of 1 GiB", images, idx([1 << 20, 32, 32], [0]), "is truncated: 1048576 images of 32×32 need 1073741824 bytes and it has 1; fetch it again"),
        Case("nan", images, idx(type: 0x0D, [5, 2, 3], bigEndian([Float](repeating: 0.5, count: 22) + [.nan] + [Float](repeating: 0.5, count: 7))), "image 3, row 1, column 1 is nan; grey values lie in [0, 1]"),
        Case("grey value of 255", images, idx(type: 0x0D, [5, 2, 3], bigEndian([255] + [Float](repeating: 0.5, count: 29))), "image 0, row 0, column 0 is 255.0; grey values lie in [0, 1]"),
        Case("labels for other images", labels, idx([4], [0, 1, 2, 3]), "holds 4 labels for the 5 images of FOLDER/train-images-idx3-ubyte; both must come from one data set"),
    ]

    @Test(arguments: cases) func `what is wrong with a file is told apart and located`(_ bad: Case) throws {
        let folder = try TemporaryFolder()
        try folder.writeDataset()
        try folder.write(bad.bytes, bad.file)
        let error = try #require(throws: DataError.self) { try Dataset.load(folder.path) }
        #expect(error.description == "\(folder.file(bad.file)): " + bad.message.replacing("FOLDER", with: folder.path))
    }

    @Test func `damage to a compressed file is told apart`() throws {
        let packed = gzipped(Self.good)
        var flipped = packed
        flipped[packed.count - 6] ^= 0xFF  // in the checksum
        let bomb = gzipped(idx([1, 2, 3], [UInt8](repeating: 0, count: 1 << 24)))
        #expect(bomb.count < 1 << 15)
        for (bytes, message) in [
            (Array(packed.dropLast(3)), "is damaged (its compressed data end early); fetch it again"),
            (Array(packed.prefix(2)), "is damaged (its compressed data end early); fetch it again"),
            (flipped, "is damaged (incorrect data check); fetch it again"),
            (packed + [1, 2, 3], "is damaged (incorrect header check); fetch it again"),
            (gzipped(Array(Self.good.dropLast(4))), "is truncated: 5 images of 2×3 need 30 bytes and it has 26; fetch it again"),
            (gzipped(idx([60000, 28, 28], [1, 2, 3])), "is truncated: 60000 images of 28×28 need 47040000 bytes and it has 3; fetch it again"),
            (gzipped([]), "ends within its header, after 0 bytes; fetch it again"),
            (Self.good, "is named .gz but is not compressed; take .gz from its name"),
            (bomb, "goes on after its 6 bytes of 1 images of 2×3; fetch it again"),
        ] {
            let folder = try TemporaryFolder()
            try folder.writeDataset()
            try folder.write(bytes, Self.images + ".gz")
            try folder.remove(Self.images)
            let error = try #require(throws: DataError.self) { try Dataset.load(folder.path) }
            #expect(error.description == "\(folder.file(Self.images)).gz: \(message)")
        }
    }

    @Test func `a missing file is named with all the names it may have`() throws {
        let folder = try TemporaryFolder()
        try folder.writeDataset()
        try folder.remove("t10k-labels-idx1-ubyte")
        #expect(throws: DataError(folder.path, .missing(
            what: "test labels",
            tried: ["t10k-labels-idx1-ubyte[.gz]", "t10k-labels.idx1-ubyte[.gz]", "test-labels-idx1-ubyte[.gz]", "test-labels.idx1-ubyte[.gz]"],
            near: nil))
        ) { try Dataset.load(folder.path) }
        try folder.write([], "t10k_label-idx1-ubyt")
        let error = try #require(throws: DataError.self) { try Dataset.load(folder.path) }
        #expect(error.description.hasSuffix("Is it 't10k_label-idx1-ubyt'? Rename it"))
    }

    @Test func `what is wrong with several files is said at once`() throws {
        let folder = try TemporaryFolder()
        try folder.writeDataset()
        try folder.write([], Self.images)
        try folder.write([1, 2, 3], "t10k-images-idx3-ubyte")
        let error = try #require(throws: DataError.self) { try Dataset.load(folder.path) }
        #expect(error.each.map(\.path) == [folder.file(Self.images), folder.file("t10k-images-idx3-ubyte")])
        try folder.remove(Self.images)
        try folder.remove(Self.labels)
        #expect(try #require(throws: DataError.self) { try Dataset.load(folder.path) }.each.count == 2)
    }

    @Test func `sets of different size do not make a data set`() throws {
        let folder = try TemporaryFolder()
        try folder.writeDataset()
        try folder.write(idx([2, 3, 2], [UInt8](repeating: 0, count: 12)), "t10k-images-idx3-ubyte")
        let error = try #require(throws: DataError.self) { try Dataset.load(folder.path) }
        #expect(error.description == "\(folder.path): training examples are 2×3 and test examples 3×2; both must come from one data set")
    }

    @Test func `a pipe, a device, a folder in place of a file and a file in place of a folder are refused`() throws {
        let folder = try TemporaryFolder()
        try folder.writeDataset()
        try folder.remove(Self.images)
        folder.makePipe(Self.images)
        #expect(throws: DataError(folder.file(Self.images), .unreadable(reason: "it is no regular file"))) {
            try Dataset.load(folder.path)
        }
        try folder.remove(Self.images)
        try folder.makeFolder(Self.images)
        #expect(throws: DataError(folder.file(Self.images), .unreadable(reason: "it is a folder"))) {
            try Dataset.load(folder.path)
        }
        #expect(throws: DataError("/dev/zero", .unreadable(reason: "it is no regular file"))) { try Dataset.load("/dev/zero") }
        #expect(throws: DataError(folder.file(Self.labels), .unknownFormat(known: DataFormat.all.flatMap(\.suffixes)))) {
            try Dataset.load(folder.file(Self.labels))
        }
    }

    @Test func `an unknown name gets a near match`() throws {
        let error = try #require(throws: DataError.self) { try Dataset.load("fashon-mnist") }
        #expect(error.description == "fashon-mnist: no data set, file or folder of this name; data sets are fashion-mnist, curves. Did you mean 'fashion-mnist'?")
    }
}
