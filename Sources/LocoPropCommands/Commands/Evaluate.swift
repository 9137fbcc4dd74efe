import ActivationCore
import ArgumentParser
import LocoProp
import Training

struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Evaluate saved weights on a data set.",
        discussion: """
            Examples:
              locoprop evaluate runs/2026-01-31-120000-locoprop-m-tanh-fashion-mnist
              locoprop evaluate weights.safetensors --data curves --json
            """)

    @Argument(help: ArgumentHelp("A run's folder, or a file of weights.", valueName: "run|weights"), completion: .file())
    var weights: String

    @OptionGroup var options: DataOptions

    @Option(help: ArgumentHelp("Processors to use. (default: all)", valueName: "count"))
    var threads: Int?

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let saved = try SavedNetwork(path: weights, registry: LocoPropProgram.registry)
        let data = try options.loading(for: saved, weights: weights) { try Dataset.load($0) }
        let result = try saved.evaluate(on: data, threads: threads)
        StandardOutput.print(json ? result.json(weights: weights, data: data.name).rendered : text(result, data: data.name))
    }

    private func text(_ result: SavedNetwork.Result, data: String) -> String {
        func row(_ name: String, _ evaluation: Evaluation, _ floor: Double?) -> [String] {
            var row = [name, "loss \(Text.fixed(evaluation.loss, 3))"]
            if let floor { row.append("floor \(Text.fixed(floor, 3)), excess \(Text.fixed(evaluation.loss - floor, 3))") }
            if let accuracy = evaluation.accuracy { row.append("\(Text.fixed(100 * accuracy, 2)) % right") }
            return row
        }
        let learned = result.learned.map { "learned: \($0)\n" }.joined()
        return "\(weights) on \(data)\n\(learned)"
            + Text.table([
                row("train", result.train, result.floor?.train), row("test", result.test, result.floor?.test),
            ])
    }
}
