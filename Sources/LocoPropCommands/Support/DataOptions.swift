import ArgumentParser
import Training

/// The options of commands that run a saved network on data.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A data set, or a folder with four IDX files. (default: what the weights were trained on)", valueName: "name|dir"))
    var data: String?

    @Option(help: ArgumentHelp("What a synthetic data set is drawn from. (default: as in training)", valueName: "number"))
    var dataSeed: UInt64?

    /// What was asked for; where nothing was, what the weights were trained on.
    func request(for saved: SavedNetwork, weights: String) throws -> DataRequest {
        guard let name = data ?? saved[note: "data"] else {
            throw UsageError("\(weights) does not say what it was trained on; give --data")
        }
        return DataRequest(name, seed: dataSeed ?? saved[note: "data_seed"].flatMap(UInt64.init) ?? 0)
    }
}

extension DataPart: ExpressibleByArgument {}
