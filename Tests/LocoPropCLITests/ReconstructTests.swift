import ProgramTestSupport
import Testing
import Training
import TrainingTestSupport

@Suite struct ReconstructTests {
    private let folder: TemporaryFolder
    init() throws {
        folder = try TemporaryFolder()
        try folder.writeDataset(train: 40, test: 10)
        let result = try Program.run([
            "train", "--data", folder.path, "--network", "6-5-2-5-6", "--epochs", "2", "--batch-size", "10", "--threads", "1",
            "--method", "backprop", "--output", folder.file("run"), "--quiet",
        ])
        #expect(result.status == 0, "\(result.errors)")
    }

    private func reconstruct(_ options: String...) throws -> Program.Result {
        try Program.run(["reconstruct", folder.file("run"), "--threads", "1"] + options)
    }

    @Test func `an array holds examples of the data beside the network's outputs`() throws {
        let result = try reconstruct("--count", "4", "--output", folder.file("p.npy"))
        #expect(result.status == 0 && result.errors == "")
        #expect(result.output == "\(folder.file("p.npy")): 4 of the 10 examples, each beside its reconstruction\n")
        let array = try DataParts.load(DataRequest(folder.file("p.npy"))).train
        #expect(array.count == 4 && array.shape == [2, 2, 3])
        let test = try Dataset.load(folder.path).test
        func rows(_ set: ExampleSet) throws -> [[Float]] {
            var values = [Float](repeating: 0, count: set.count * set.width)
            try values.withUnsafeMutableBufferPointer { try set.copyExamples(0..<set.count, into: $0) }
            return stride(from: 0, to: values.count, by: set.width).map { Array(values[$0..<$0 + set.width]) }
        }
        let (inputs, pairs) = (try rows(test), try rows(array))
        let places = pairs.map { pair in inputs.firstIndex(of: Array(pair.prefix(6))) }
        // Different examples, in the data's order.
        #expect(places.allSatisfy { $0 != nil })
        #expect(zip(places, places.dropFirst()).allSatisfy { $0! < $1! })
        #expect(try Program.run(["predict", folder.file("run"), "--split", "test", "--threads", "1", "--output", folder.file("o.npy")]).status == 0)
        let outputs = try rows(DataParts.load(DataRequest(folder.file("o.npy"))).train)
        for (pair, place) in zip(pairs, places) {
            // Batches of 4 and of 10 rows may be summed otherwise.
            #expect(zip(pair.suffix(6), outputs[place!]).allSatisfy { abs($0 - $1) < 1e-6 })
        }
    }

    @Test func `a picture is decided by the seed`() throws {
        func picture(_ seed: String) throws -> [UInt8] {
            let result = try reconstruct("--count", "3", "--columns", "2", "--seed", seed, "--output", folder.file("p.png"))
            #expect(result.status == 0 && result.errors == "")
            return try folder.bytes("p.png")
        }
        let first = try picture("1")
        #expect(first.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        // Pixels drawn 19 wide: 2 pairs of 2 × 3 × 19 + 2, and 6 around each; 2 rows of 2 × 19.
        #expect(Array(first[16..<24]) == [0, 0, 0, 250, 0, 0, 0, 94])
        #expect(try picture("1") == first)
        #expect(try picture("2") != first)
    }

    @Test func `more than there is shows all there is`() throws {
        #expect(try reconstruct("--count", "10000", "--split", "all", "--output", folder.file("p.png")).output.contains("50 of the 50 examples"))
    }

    @Test func `what cannot be shown ends with 64 and leaves no file`() throws {
        let before = folder.names
        let odd = try folder.write(Array((0..<3).map { "0,0,0,0,0,\($0)\n" }.joined().utf8), "odd.csv")
        for (arguments, message) in [
            (["--output", "p.jpg"], "error: --output 'p.jpg': name a file that ends in .png or .npy"),
            (["--count", "0", "--output", "p.png"], "error: --count is 0 and --columns 8; they must be 1 to 10000, and at least 1 (locoprop predict writes the outputs of any number of examples)"),
            (["--data", odd, "--output", folder.file("p.png")], "error: --output \(folder.file("p.png")): examples of 6 values are no pictures; write them as .npy"),
        ] {
            let result = try Program.run(["reconstruct", folder.file("run")] + arguments)
            #expect(result.status == 64)
            #expect(result.errors == message + "\n")
        }
        #expect(folder.names == (before + ["odd.csv"]).sorted())
    }
}
