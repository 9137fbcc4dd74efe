import LocoProp
import Testing
import Training
import TrainingTestSupport

@Suite struct DataFormatTests {
    private let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    static let x = npy("|u1", [5, 2], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    static let y = npy("|u1", [5], [0, 1, 2, 0, 1])

    /// One example file or folder of each row of the table, so that a new row needs one here.
    private func write(_ format: DataFormat) throws -> String? {
        let place = try folder.makeFolder(format.name)
        func write(_ bytes: [UInt8], _ name: String) throws { try folder.write(bytes, "\(format.name)/\(name)") }
        switch format.name {
        case "IDX folder":
            for (name, count) in [("train", 5), ("t10k", 2)] {
                try write(idx([UInt32(count), 1, 2], (0..<2 * count).map { UInt8($0) }), "\(name)-images-idx3-ubyte")
                try write(idx([UInt32(count)], [0, 1, 2, 0, 1].prefix(count).map { $0 }), "\(name)-labels-idx1-ubyte")
            }
        case "NPY folder":
            try write(Self.x, "x_train.npy")
            try write(Self.y, "y_train.npy")
            try write(Self.x, "x_test.npy")
            try write(Self.y, "y_test.npy")
        case "table folder":
            try write(Array("1,2\n3,4\n".utf8), "train.csv")
            try write(Array("5,6\n".utf8), "test.csv")
        case "NPY": try write(Self.x, "a.npy")
        case "NPZ": try write(ZIPArchive([("x.npy", Self.x), ("y.npy", Self.y)]).bytes, "a.npz")
        case "CSV": try write(Array("1,2\n3,4\n".utf8), "a.csv")
        case "TSV": try write(Array("1\t2\n3\t4\n".utf8), "a.tsv")
        default: return nil
        }
        let file = try folder.names(in: format.name)[0]
        return format.suffixes.isEmpty ? place : place + "/" + file
    }

    @Test func `each format of the table is read, and known by its name`() throws {
        for format in DataFormat.all {
            let path = try #require(try write(format), "write an example of \(format.name) here")
            let data = try Dataset.load(path)
            #expect(data.width == 2 && data.train.count >= 1 && data.test.count >= 1)
            // A folder that holds one file of data is that file.
            if !format.suffixes.isEmpty { #expect(try Dataset.load(folder.file(format.name)).train.count == data.train.count) }
            #expect(!format.title.isEmpty && !format.memory.isEmpty)
        }
        #expect(Set(DataFormat.all.map(\.name)).count == DataFormat.all.count)
    }

    @Test func `what is no data is refused with what would be`() throws {
        let empty = try folder.makeFolder("empty")
        func message(_ path: String) throws -> String {
            try #require(throws: DataError.self) { try Dataset.load(path) }.description
        }
        #expect(try message(empty).hasPrefix("\(empty): holds no data; give a folder with the four IDX files of the MNIST family, plain or .gz; or "))
        try folder.write([1], "empty/a.csv")
        try folder.write([1], "empty/b.npz")
        #expect(try message(empty) == "\(empty): holds a.csv, b.npz: which is meant? Give the file itself")
        let text = try folder.write([1], "a.txt")
        #expect(try message(text) == "\(text): its name does not say what it holds; name it by its format: .npy, .npz, .csv, .csv.gz, .tsv, .tsv.gz, or give a folder")
        #expect(try message(folder.file("no")).hasPrefix("\(folder.file("no")): no data set, file or folder of this name; data sets are fashion-mnist, curves."))
        folder.makePipe("p.csv")
        #expect(try message(folder.file("p.csv")) == "\(folder.file("p.csv")): cannot be read: it is no regular file")
        #expect(try message("/dev/zero") == "/dev/zero: cannot be read: it is no regular file")
    }

    @Test func `a split takes every example once, by its seed and share`() throws {
        let path = try folder.write(npy("<f4", [50, 1], elements((0..<50).map { Float($0) })), "x.npy")
        func split(_ seed: UInt64, _ fraction: Double) throws -> (train: [Float], test: [Float]) {
            let data = try Dataset.load(DataRequest(path, seed: seed, testFraction: fraction))
            #expect(data.isSplitHere)
            return (try data.train.values(0..<data.train.count), try data.test.values(0..<data.test.count))
        }
        let (train, test) = try split(1, 0.1)
        #expect(test.count == 5 && train.count == 45)
        #expect(train == train.sorted() && test == test.sorted())
        #expect((train + test).sorted() == (0..<50).map { Float($0) })
        #expect(try split(1, 0.1).test == test)
        #expect(try split(2, 0.1).test != test)
        #expect(try split(1, 0.5).test.count == 25)
        #expect(try split(1, 0.001).test.count == 1)
        #expect(try split(1, 0.999).train.count == 1)
        #expect(throws: DataError.self) { try split(1, 1) }
        let single = try folder.write(npy("<f4", [1, 1], elements([0] as [Float])), "one.npy")
        #expect(try #require(throws: DataError.self) { try Dataset.load(single) }.description
            == "\(single): holds a single example; a training and a test part need one each")
    }

    @Test func `labels go with their examples into a split`() throws {
        let text = (0..<40).map { "\($0),\($0 % 7)\n" }.joined()
        let path = try folder.write(Array(text.utf8), "t.csv")
        let data = try Dataset.load(DataRequest(path, testFraction: 0.3, labelColumn: "2"))
        for set in [data.train, data.test] {
            #expect(try set.values(0..<set.count).map { Int32($0) % 7 } == set.labels)
        }
    }

    @Test func `parts of other shape are refused`() throws {
        try folder.write(Array("1,2\n".utf8), "train.csv")
        try folder.write(Array("1,2,3\n".utf8), "test.csv")
        #expect(try #require(throws: DataError.self) { try Dataset.load(folder.path) }.description
            == "\(folder.path): training examples are 2 and test examples 3; both must come from one data set")
        try folder.write(Array("a,b\n1,2\n".utf8), "train.csv")
        try folder.write(Array("b,a\n1,2\n".utf8), "test.csv")
        #expect(try #require(throws: DataError.self) { try Dataset.load(folder.path) }.description.contains("have other names, or another order"))
    }
}
