import LocoProp
import Testing
import Training
import TrainingTestSupport

@Suite struct TableTests {
    private let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    private func load(
        _ text: String, _ name: String = "t.csv", label: String? = nil, header: TableHeader = .auto
    ) throws -> DataParts {
        let path = try folder.write(Array(text.utf8), name)
        return try DataParts.load(DataRequest(path, header: header, labelColumn: label))
    }

    @Test(arguments: ["a,b,label\n1,2.5,0\n-3,4e-1,2\n", "a,b,label\r\n1,2.5,0\r\n-3,4e-1,2", "a,b,label\r1,2.5,0\r-3,4e-1,2\r",
        "\u{FEFF}a,b,Label\n\n1,2.5,0\n\n-3,4e-1,2\n\n", "\"a\",\"b\",\"label\"\n\"1\", 2.5 ,\"0\"\n-3,\"4e-1\",2.0\n", "1,2.5,0\n-3,.4,2\n"])
    func `ends of line, quotes, marks, spaces and empty lines make no difference`(text: String) throws {
        let parts = try load(text, label: text.hasPrefix("1") ? "3" : nil)
        #expect(parts.train.shape == [2] && parts.train.labels == [0, 2])
        #expect(try parts.train.values(0..<2) == [1, 2.5, -3, 0.4])
        #expect(parts.classNames == nil)
        #expect(parts.columnNames == (text.hasPrefix("1") ? nil : ["a", "b"]))
    }

    @Test func `tabs separate in .tsv, and .gz is unpacked`() throws {
        #expect(try load("x\ty\n1\t2\n3\t4\n", "t.tsv").train.labels == [2, 4])
        let path = try folder.write(gzipped(Array("1,2\n3,4\n".utf8)), "t.csv.gz")
        #expect(try DataParts.load(DataRequest(path)).train.values(0..<2) == [1, 2, 3, 4])
    }

    @Test func `small whole numbers are kept as bytes, until the first that is none`() throws {
        guard case .bytes(let bytes, unit: 1) = try load("0,255\n7,8\n").train.storage else {
            Issue.record("not bytes")
            return
        }
        #expect(bytes == [0, 255, 7, 8])
        for (last, value) in [("256", Float(256)), ("-1", -1), ("0.5", 0.5), ("-0", -0.0)] {
            let set = try load("0,255\n7,\(last)\n").train
            guard case .floats(let floats) = set.storage else {
                Issue.record("not floats")
                return
            }
            #expect(floats == [0, 255, 7, value] && floats[3].sign == value.sign)
        }
    }

    @Test func `the label column is found by name, taken by name or number, or left`() throws {
        let text = "size,CLASS,kind\n1,2,3\n4,5,6\n"
        #expect(try load(text).train.labels == [2, 5])
        #expect(try load(text, label: "kind").train.labels == [3, 6])
        #expect(try load(text, label: "1").train.labels == [1, 4])
        #expect(try load(text, label: "-1").train.labels == [3, 6])
        #expect(try load(text, label: "none").train.labels == nil)
        #expect(try load(text, label: "none").train.width == 3)
        #expect(try load("10,20\n1,2\n3,4\n", label: "20", header: .yes).train.labels == [2, 4])
        #expect(try load("10,20\n1,2\n3,4\n", label: "2", header: .no).train.labels == [20, 2, 4])
    }

    @Test func `a first line is a header where it has a word above a number`() throws {
        #expect(try load("5.1,setosa\n4.9,virginica\n", label: "2").train.count == 2)
        #expect(try load("size,kind\n4.9,virginica\n", label: "2").train.count == 1)
        #expect(try load("label,0,1\n4,5,6\n").train.values([0]) == [5, 6])
    }

    @Test func `labels that are words are numbered in their order, and numbers below 0 by size`() throws {
        let words = try load("x,label\n1,cat\n2,\"a, dog\"\n3,cat\n")
        #expect(words.train.labels == [1, 0, 1] && words.classNames == ["a, dog", "cat"])
        let signs = try load("x,label\n1,1\n2,-1\n3,10\n")
        #expect(signs.train.labels == [1, 0, 2] && signs.classNames == ["-1", "1", "10"])
        let place = try TemporaryFolder()
        try place.write(Array("x,label\n1,b\n2,c\n".utf8), "train.csv")
        try place.write(Array("x,label\n1,a\n2,b\n".utf8), "test.csv")
        let both = try DataParts.load(DataRequest(place.path))
        #expect(both.train.labels == [1, 2] && both.test?.labels == [0, 1] && both.classNames == ["a", "b", "c"])
    }

    /// Text, options, and what is said of it behind the file's name.
    static let badTables: [(text: String, label: String?, header: TableHeader, message: String)] = [
        ("\n\n", nil, .auto, ": holds empty lines alone"),
        ("a,b\n", nil, .auto, ": has a header and no rows; if the first line is a row, give --csv-header=no"),
        ("1,2\n3,x\n", nil, .auto, ":2:3: field 2 is 'x', which is no number; if these are labels, give --label-column=2"),
        ("a,b\n1,2\n3,é\n4\n5,\n", nil, .auto, ":3:3: field 2 'b' is 'é', which is no number; if these are labels, give --label-column=2, and 2 further ones are bad, too"),
        ("a,b\n1,2\né,3x\n", nil, .auto, ":3:1: field 1 'a' is 'é', which is no number; if these are labels, give --label-column=1, and 1 further one is bad, too"),
        ("1,2\n 3,\n", nil, .auto, ":2:4: field 2 is empty; fill it, or leave the line out"),
        ("1,2\n3,4,5\n", nil, .auto, ":2:1: the line has 3 fields, and the first line 2"),
        ("1,2\n3,nan\n", nil, .auto, ":2:3: field 2 is 'nan', which is not finite as a 32-bit float"),
        ("1,2\n3,1e39\n", nil, .auto, ":2:3: field 2 is '1e39', which is not finite as a 32-bit float"),
        ("1,2\n3,0x10\n", nil, .auto, ":2:3: field 2 is '0x10', which is no number; if these are labels, give --label-column=2"),
        ("1,2\n\"3\n4\",\"5\n", nil, .auto, ":3:4: the quote is never closed"),
        ("1,2\n\"3\" ,4\n", nil, .auto, ":2:4: the quoted field ended before this; double the quotes within it"),
        ("1,\"2\"\"\"\n3,4\n", nil, .no, ":1:3: field 2 is '2\"', which is no number; if these are labels, give --label-column=2"),
        ("1;2\n3;4\n", nil, .no, ":1:1: field 1 is '1;2'; separate the fields by commas in .csv and by tabs in .tsv, and 1 further one is bad, too"),
        ("a,label\n1,\n", nil, .auto, ":2:3: the label 'label' is empty"),
        ("label\n1\n", nil, .auto, ": has a label column and no other"),
        ("label,y\n1,2\n", nil, .auto, ": both 'label' and 'y' may be the label column; name it by --label-column"),
        ("size,kind\n1,2\n", "kindd", .auto, ": has no column 'kindd' for --label-column; a number is 1 to 2, or from the last column -1 to -2. Did you mean 'kind'? Its columns are size, kind"),
        ("1,2\n", "3", .auto, ": has no column '3' for --label-column; a number is 1 to 2, or from the last column -1 to -2. It has no header"),
        ("k,k\n1,2\n", "k", .auto, ": has 2 columns called 'k'; give --label-column its number"),
        ("1,2\n3\u{0},4\n", nil, .no, ":2:1: field 1 is '3\u{0}', which is no number; if these are labels, give --label-column=1"),
        ("1,2\n3,4\u{0}\n", "2", .no, ":2:3: the label has a zero byte in it; is the file damaged?"),
        ("\u{1}\u{0},2\n3,4\n", nil, .no, ":1:1: field 1 is '\u{1}\u{0}', which is no number; if these are labels, give --label-column=1"),
    ]

    @Test(arguments: badTables.indices) func `the first bad field is placed and the others are counted`(index: Int) throws {
        let bad = Self.badTables[index]
        let error = try #require(throws: DataError.self) { try load(bad.text, label: bad.label, header: bad.header) }
        #expect(error.description == folder.file("t.csv") + bad.message)
    }

    @Test func `what is no text is refused by its first bytes`() throws {
        for (bytes, message) in [
            ([0xFF, 0xFE, 0x31, 0x00], "is UTF-16; save it as UTF-8"), (gzipped([0x31]), "is compressed by gzip but not named so; add .gz to its name"),
            (ZIPArchive([("x", [1])]).bytes, "is a zip archive; unpack it"), (npy("<f4", [1, 1], []), "is a NumPy array; name it .npy"),
        ] as [([UInt8], String)] {
            let path = try folder.write(bytes, "t.csv")
            let error = try #require(throws: DataError.self) { try DataParts.load(DataRequest(path)) }
            #expect(error.description == "\(path): \(message)")
        }
    }

    /// Numbers of every length and form, against Swift's own reader of them.
    @Test func `numbers are the nearest floats`() throws {
        var random = SeededGenerator(seed: 3)
        var texts = ["0", "-0", "+1.", ".5", "16777215", "16777216", "16777217", "0.1", "1e10", "3.4028235e38", "1.17549435e-38", "1e-45",
            "0.00000000001", "123456.789012345", "9007199254740993", "33554431", "1234567.8", "8388608.5", "8388609.5"]
        for _ in 0..<2000 {
            let digits = (0..<1 + random.nextIndex(below: 12)).map { _ in "\(random.nextIndex(below: 10))" }.joined()
            let point = random.nextIndex(below: digits.count + 1)
            texts.append("\(random.nextIndex(below: 2) == 0 ? "-" : "")\(digits.prefix(point)).\(digits.dropFirst(point))")
        }
        texts.removeAll { $0 == "." || $0 == "-." }
        let values = try load(texts.joined(separator: "\n"), header: .no).train.values(texts.indices)
        for (text, value) in zip(texts, values) {
            // Swift's reader wants digits on both sides of the point in no case, but a digit somewhere.
            let expected = try #require(Float(text))
            #expect(value == expected && value.sign == expected.sign, "\(text)")
        }
    }

    @Test func `what Swift writes reads back`() throws {
        var random = SeededGenerator(seed: 4)
        let values = (0..<600).map { _ in Float(bitPattern: UInt32(truncatingIfNeeded: random.next())) }.filter(\.isFinite).prefix(500)
        let text = values.enumerated().map { "\($1)\($0 % 5 == 4 ? "\n" : ",")" }.joined()
        #expect(try load(text, header: .no).train.values(0..<100) == Array(values))
    }

    @Test func `pieces of the file may end anywhere`() throws {
        // Longer than a piece of 64 KiB, with quotes, ends of line of two bytes and characters of three.
        let rows = (0..<9000).map { "\"\($0)\",  \($0 % 251),\"„a\"\"b“, \($0 % 3)\"\r\n" }
        let parts = try load(rows.joined(), label: "3", header: .no)
        #expect(try parts.train.values(0..<9000) == (0..<9000).flatMap { [Float($0), Float($0 % 251)] })
        #expect(parts.train.labels == (0..<9000).map { Int32($0 % 3) })
        #expect(parts.classNames?.first == "„a\"b“, 0")
    }
}
