import ActivationCore
import ArgumentParser
import LocoProp
import Pictures
import Training

struct Reconstruct: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what a trained autoencoder makes of examples, beside the examples.",
        discussion: """
            Draws examples, and to the right of each the network's reconstruction of it, as a picture of pairs (.png); or \
            writes the same as an array of 32-bit floats [examples, 2, …] (.npy). Which examples is decided by the seed. \
            Values from 0 to 1 are drawn from black to white; where some lie beyond, the least is black and the largest white.

            Examples:
              locoprop reconstruct runs/2026-01-31-120000-locoprop-m-tanh-fashion-mnist --output pairs.png
              locoprop reconstruct weights.safetensors --data curves --count 100 --columns 10 --seed 7 --output curves.png
              locoprop reconstruct weights.safetensors --split train --output pairs.npy
            """)

    @Argument(help: ArgumentHelp("A run's folder, or a file of weights.", valueName: "run|weights"), completion: .file())
    var weights: String

    @OptionGroup var options: DataOptions

    @Option(help: ArgumentHelp("The examples to choose from: train, test or all.", valueName: "part"))
    var split = DataPart.test

    @Option(help: ArgumentHelp("Examples to show.", valueName: "count"))
    var count = 40

    @Option(help: ArgumentHelp("Pairs in a row of the picture.", valueName: "count"))
    var columns = 8

    @Option(help: ArgumentHelp("What decides which examples are shown.", valueName: "number"))
    var seed: UInt64 = 0

    @Option(name: .shortAndLong, help: ArgumentHelp("Where to write: FILE.png or FILE.npy.", valueName: "file"), completion: .file())
    var output: String

    @Option(help: ArgumentHelp("Processors to use. (default: all)", valueName: "count"))
    var threads: Int?

    /// What is shown is held in memory.
    private static let largestCount = 10_000

    func run() throws {
        guard output.hasSuffix(".png") || output.hasSuffix(".npy") else {
            throw UsageError("--output '\(output)': name a file that ends in .png or .npy")
        }
        guard 1...Self.largestCount ~= count, columns > 0 else {
            throw UsageError("--count is \(count) and --columns \(columns); they must be 1 to \(Self.largestCount), and at least 1 (locoprop predict writes the outputs of any number of examples)")
        }
        let saved = try SavedNetwork(path: weights, registry: LocoPropProgram.registry)
        let prediction = try Prediction(saved, threads: threads)
        guard prediction.rebuildsInputs else {
            throw UsageError("\(weights) is no autoencoder: its outputs do not stand for its inputs; try locoprop predict")
        }
        let data = try options.loading(for: saved, weights: weights) { try SelectedData($0, part: split, for: saved) }
        let pairs = try Reconstructions(of: data, count: min(count, data.count), seed: seed, by: prediction)
        if output.hasSuffix(".npy") {
            try OutputFile.replace(output, durably: false) { (file) throws(FileError) in
                try NPYWriter(file, element: .f4, shape: [pairs.count, 2] + pairs.shape).write(pairs.values)
            }
        } else {
            guard let format = PictureFormat(shape: pairs.shape) else {
                throw UsageError("--output \(output): examples of \(pairs.shape.map(String.init).joined(separator: "×")) values are no pictures; write them as .npy")
            }
            guard let grid = format.grid(pairs, columns: columns) else {
                throw UsageError("--count \(count): the picture would have more than \(PictureGrid.largest) pixels; show fewer examples")
            }
            let bytes = try PNG.encoded(grid)
            try OutputFile.replace(output, durably: false) { (file) throws(FileError) in try file.write(bytes) }
        }
        StandardOutput.print("\(output): \(pairs.count) of the \(Text.grouped(data.count)) examples, each beside its reconstruction")
    }
}
