import ActivationCore
import ArgumentParser
import LocoProp
import Training

struct Predict: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a trained network's outputs on data.",
        discussion: """
            Writes a row an example, in the data's order: an array of 32-bit floats [examples, outputs] as .npy, or a table \
            with a header as .csv, or the table to the standard output for -. With --classes, which is for networks \
            that learnt labels, each row is the class of the largest output. The file appears once it is complete.

            Examples:
              locoprop predict runs/2026-01-31-120000-locoprop-m-tanh-fashion-mnist --output outputs.npy
              locoprop predict weights.safetensors --data curves --split test --output outputs.csv
              locoprop predict runs/labels --classes --output - | head
            """)

    @Argument(help: ArgumentHelp("A run's folder, or a file of weights.", valueName: "run|weights"), completion: .file())
    var weights: String

    @OptionGroup var options: DataOptions

    @Option(help: ArgumentHelp("The examples to take: train, test or all.", valueName: "part"))
    var split = DataPart.all

    @Flag(help: "Write the class of each example in place of the outputs.")
    var classes = false

    @Option(name: .shortAndLong, help: ArgumentHelp("Where to write: FILE.npy, FILE.csv, or - for the standard output.", valueName: "file"), completion: .file())
    var output: String

    @Option(help: ArgumentHelp("Processors to use. (default: all)", valueName: "count"))
    var threads: Int?

    func run() throws {
        Interruption.install()
        guard output == "-" || output.hasSuffix(".npy") || output.hasSuffix(".csv") else {
            throw UsageError("--output '\(output)': name a file that ends in .npy or .csv, or give - for the standard output")
        }
        let saved = try SavedNetwork(path: weights, registry: LocoPropProgram.registry)
        if classes, saved.loss != .softmaxCrossEntropy {
            throw UsageError("--classes: \(weights) was trained with \(saved.loss.rawValue) and learnt no labels; leave --classes out for its outputs")
        }
        let prediction = try Prediction(saved, threads: threads)
        let data = try options.loading(for: saved, weights: weights) { try SelectedData($0, part: split, for: saved) }
        do {
            try write(data, prediction)
        } catch is Interrupted {
            Interruption.exitIfPending()
        } catch is ReaderLeft {
            // Whether that is an error is decided at the program's end.
        }
    }

    private func write(_ data: SelectedData, _ prediction: Prediction) throws {
        let (count, width) = (data.count, prediction.saved.network.specification.outputWidth)
        guard output != "-" else {
            StandardOutput.write(raw: header(width))
            return try forEachBatch(data, prediction) { outputs, classes in
                StandardOutput.write(raw: lines(outputs, width, classes, data))
                if StandardOutput.isLost { throw ReaderLeft() }
            }
        }
        try OutputFile.replaceComputing(output) { file in
            guard output.hasSuffix(".npy") else {
                try file.write(header(width))
                return try forEachBatch(data, prediction) { try file.write(lines($0, width, $1, data)) }
            }
            let array = try NPYWriter(file, element: classes ? .i4 : .f4, shape: classes ? [count] : [count, width])
            try forEachBatch(data, prediction) { outputs, classes in
                if let classes { try array.write(classes) } else { try array.write(outputs) }
            }
        }
        let what = classes ? "the classes of \(Text.grouped(count)) examples" : "\(Text.grouped(count)) rows of \(Text.grouped(width)) outputs"
        StandardOutput.print("\(output): \(what)")
    }

    /// Calls `body` with the outputs of each batch, and their classes where they are asked for.
    private func forEachBatch(
        _ data: SelectedData, _ prediction: Prediction, _ body: ([Float], [Int32]?) throws -> Void
    ) throws {
        for set in data.sets {
            try prediction.run(on: set, of: data.name) { _, outputs in
                if Interruption.isPending { throw Interrupted() }
                try body(outputs, classes ? prediction.classes(outputs) : nil)
            }
        }
    }

    private func header(_ width: Int) -> String {
        classes ? "class\n" : (0..<width).map { "output_\($0)" }.joined(separator: ",") + "\n"
    }

    /// Lines of a table; numbers read back exactly.
    private func lines(_ outputs: [Float], _ width: Int, _ classes: [Int32]?, _ data: SelectedData) -> String {
        if let classes { return classes.map { Self.field(data.className($0)) + "\n" }.joined() }
        return stride(from: 0, to: outputs.count, by: width).map { start in
            outputs[start..<start + width].map { "\($0)" }.joined(separator: ",") + "\n"
        }.joined()
    }
}

extension Predict {
    /// A field of a table, in quotes where it needs them.
    private static func field(_ text: String) -> String {
        text.contains { ",\"\r\n".contains($0) } ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}

/// Nothing more can be written to the standard output.
private struct ReaderLeft: Error {}
