import ProgramTestSupport
import Testing
import Training
import TrainingTestSupport

@Suite struct DataInfoTests {
    private let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    @Test func `a table is described, for people and for programs`() throws {
        let table = try folder.write(Array("width,kind\n0.5,b\n0.25,a\n1,b\n0,b\n".utf8), "t.csv")
        let arguments = ["data", "info", table, "--label-column", "kind", "--test-fraction", "0.25"]
        let text = try Program.run(arguments)
        #expect(text.status == 0 && text.errors == "")
        for line in ["train          3 examples of 1", "test           1 example of 1; split off (0.25 of the examples, seed 0)",
            "stored as      decimal numbers, kept in memory", "classes        2, train+test: a: "] {
            #expect(text.output.contains(line), "\(text.output)")
        }
        let json = try JSONValue(parsing: Program.run(arguments + ["--json"]).output.utf8)
        #expect(json["train"]?["examples"]?.integer == 3 && json["test"]?["shape"]?.array == [1])
        #expect(json["class_names"]?.array?.map(\.string) == ["a", "b"])
        #expect(json["split"]?["test_fraction"]?.number == 0.25)
        #expect(json["problems"]?.array == [])
    }

    @Test func `all problems are said at once, and end with 65`() throws {
        try folder.write(npy("<f4", [2, 1], elements([.nan, 1] as [Float])), "x_train.npy")
        try folder.write(npy("<f4", [2], elements([0, -1] as [Float])), "y_train.npy")
        try folder.write(npy("<f4", [2, 1], [1, 2, 3]), "x_test.npy")
        try folder.write(npy("|u1", [2], [0, 1]), "y_test.npy")
        let result = try Program.run(["data", "info", folder.path])
        #expect(result.status == 65 && result.output == "")
        #expect(result.errors == """
            error: \(folder.file("y_train.npy")): label 1 is -1; classes are counted by whole numbers from 0 to 1048575
            error: \(folder.file("x_train.npy")): example 0, column 0 is nan; clean the data
            error: \(folder.file("x_test.npy")): is truncated: float32 of shape (2, 1) need 8 bytes and it has 3; fetch it again

            """)
        let json = try Program.run(["data", "info", folder.path, "--json"])
        #expect(json.status == 65)
        #expect(try JSONValue(parsing: json.output.utf8)["problems"]?.array?.count == 3)
    }

    @Test(arguments: [
        (["--scale", "minmax"], "error: unknown scaling 'minmax'. Did you mean 'min-max'? Known: none, bytes, min-max, standardise."),
        (["--test-fraction", "1"], "error: '1' is not a number between 0 and 1"),
        (["--csv-header", "maybe"], "error: 'maybe' is not 'yes', 'no' or 'auto'"),
        (["--label-column", "size"], "error: FILE: has no column 'size' for --label-column; a number is 1 to 2, or from the last column -1 to -2. It has no header"),
        (["--data-seed=-1"], "error: '-1' is not a whole number from 0 to 18446744073709551615"),
    ])
    func `options that do not fit end with 64`(options: [String], message: String) throws {
        let table = try folder.write(Array("1,2\n3,4\n".utf8), "t.csv")
        let result = try Program.run(["data", "info", table] + options)
        #expect(result.status == 64)
        #expect(result.errors == message.replacing("FILE", with: table) + "\n")
    }

    /// Claims of gigabytes in files of a few bytes or megabytes, where the program may reserve one, of which its libraries
    /// take a third.
    @Test func `hostile files cost no memory`() throws {
        var zeros = ZIPArchive([("x.npy", npy("|i1", [1 << 28, 2], [UInt8](repeating: 0, count: 1 << 24)))], isDeflated: true)
        zeros.members[0].count = 0xFFFF_FFF0
        zeros.members[0].packed += [UInt8](repeating: 0, count: 1 << 20)
        let files: [(String, [UInt8])] = [
            ("shape.npy", npy("<f8", [1 << 40, 4], [])), ("header.npy", [0x93] + Array("NUMPY".utf8) + [2, 0, 255, 255, 255, 127]),
            ("zeros.npz", zeros.bytes), ("quote.csv", Array("1,\"2".utf8) + [UInt8](repeating: 0x33, count: 1 << 22)),
            ("fields.csv", [UInt8](repeating: UInt8(ascii: ","), count: 1 << 22)),
        ]
        for (name, bytes) in files {
            let path = try folder.write(bytes, name)
            let result = try Program.run(["data", "info", path], by: "ulimit -v 1048576 && exec \"$0\" \"$@\"")
            #expect(result.status == 65, "\(name): \(result.errors)")
            #expect(result.output == "" && result.errors.hasPrefix("error: \(path)"))
        }
    }
}
