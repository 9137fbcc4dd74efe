import ProgramTestSupport
import Testing
import Training
import TrainingTestSupport

@Suite struct BadDataTests {
    private func train(_ folder: TemporaryFolder, _ place: TemporaryFolder) throws -> Program.Result {
        try Program.run(["train", "--data", folder.path, "--network", "6-4-2-4-6", "--batch-size", "5"], in: place.path)
    }

    /// The table of bad files is that of the reader's own tests; these are that the program says the same.
    @Test(arguments: [
        ("train-images-idx3-ubyte", idx([5, 2, 3], [1, 2, 3]), "is truncated: 5 images of 2×3 need 30 bytes and it has 3; fetch it again"),
        ("t10k-labels-idx1-ubyte", idx([2, 2, 3], [UInt8](repeating: 0, count: 12)), "holds images, not labels; are two files swapped?"),
        ("t10k-images-idx3-ubyte", [], "is empty; fetch it again"),
        ("train-images-idx3-ubyte", idx(type: 0x0D, [5, 2, 3], bigEndian([Float](repeating: .nan, count: 30))), "image 0, row 0, column 0 is nan; grey values lie in [0, 1]"),
    ])
    func `bad data end with 65 and the file's name, and the run waits for better ones`(name: String, bytes: [UInt8], message: String) throws {
        let (folder, place) = (try TemporaryFolder(), try TemporaryFolder())
        try folder.writeDataset()
        try folder.write(bytes, name)
        let result = try train(folder, place)
        #expect(result.status == 65)
        let errors = result.errors.split(separator: "\n")
        #expect(errors.count == 2 && errors[1] == "error: \(folder.file(name)): \(message)")
        // The settings were written before the data were read.
        let run = try #require(errors[0].firstMatch(of: /^note: the settings are kept; once the data are mended, go on with: locoprop train --resume (runs\/\S+)$/)).1
        #expect(try place.text("\(run)/config.yaml").contains("\ndata: "))
        try folder.writeDataset()
        let again = try Program.run(["train", "--resume", String(run), "--epochs", "1"], in: place.path)
        #expect(again.status == 0)
        #expect(again.errors == "note: \(run) was ended before its first checkpoint; it begins anew\n")
    }

    @Test func `a missing file is bad data`() throws {
        let (folder, place) = (try TemporaryFolder(), try TemporaryFolder())
        try folder.writeDataset()
        try folder.remove("train-labels-idx1-ubyte")
        let result = try train(folder, place)
        #expect(result.status == 65)
        #expect(result.errors.hasSuffix("\nerror: \(folder.path): no training labels: looked for train-labels-idx1-ubyte[.gz], train-labels.idx1-ubyte[.gz]\n"))
    }

    @Test func `settings that turn out not to fit the data leave nothing`() throws {
        let (folder, place) = (try TemporaryFolder(), try TemporaryFolder())
        try folder.writeDataset()
        for arguments in [["--network", "7-4-2-4-7"], ["--batch-size", "6"]] {
            let common = ["train", "--data", folder.path, "--network", "6-4-2-4-6", "--batch-size", "5", "--output", "run"]
            #expect(try Program.run(common + arguments, in: place.path).status == 64)
            #expect(place.names == [])
        }
    }

    @Test func `weights that are none are bad data`() throws {
        let folder = try TemporaryFolder()
        try folder.write([1, 2, 3], "w")
        let bad = try Program.run(["evaluate", folder.file("w")])
        #expect(bad.status == 65)
        #expect(bad.errors == "error: \(folder.file("w")): is no intact safetensors file: it has 3 bytes, and its header's length alone needs 8\n")
        let missing = try Program.run(["evaluate", "no/such"])
        #expect(missing.status == 65)
        #expect(missing.errors == "error: no/such: no such file; name a run's folder, or a file of weights\n")
    }
}
