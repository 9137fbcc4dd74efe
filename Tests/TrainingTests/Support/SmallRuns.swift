import Activations
import LocoProp
import Testing
import Training
import TrainingTestSupport

/// Runs of a small network on 120 and 40 drawings: two steps an epoch.
enum SmallRuns {
    static let data: Dataset = {
        do {
            return try Dataset(name: "drawn", train: Curves.images(0..<120, seed: 0), test: Curves.images(120..<160, seed: 0))
        } catch {
            preconditionFailure("both sets are 28×28: \(error)")
        }
    }()

    static func plan(_ method: String, optimizer: Optimizer? = nil, epochs: Int = 3) throws -> TrainingPlan {
        var plan = try TrainingPlan(.locoprop2022, registry: .catalogue, method: Method(parsing: method), seed: 1, threads: 1)
        plan.widths = try NetworkWidths(parsing: "784-20-6-20-784")
        plan.batchSize = 50
        plan.epochs = epochs
        plan.schedule = .constant
        plan.learningRate = plan.method.kind == .backProp ? 1e-2 : 1e-4
        if let optimizer { plan.optimizer = optimizer }
        return plan
    }

    /// A run's part in one process: in a new folder, or on from its last checkpoint.
    @discardableResult
    static func run(
        _ plan: TrainingPlan, in path: String, checkpointSeconds: Double = 25, shouldStop: @escaping () -> Bool = { false },
        report: (TrainingLoop.Event) -> Void = { _ in }
    ) throws -> TrainingLoop.Outcome {
        let loop = try TrainingLoop(plan, data: data)
        let configuration = Configuration(data: DataRequest("drawn"), plan: plan)
        let isNew = FileSystem.kind(of: path) == .missing
        let folder = try isNew ? RunFolder(at: path, replacing: false) : RunFolder(resuming: path)
        try folder.begin(
            configuration: configuration.yaml, settings: configuration.settings,
            environment: RunEnvironment(plan: plan, command: ["test"]))
        return try loop.run(
            in: folder, from: isNew ? nil : Checkpoint(path: folder.lastCheckpoint), checkpointSeconds: checkpointSeconds,
            shouldStop: shouldStop, report: report)
    }
}

extension JSONValue {
    /// An object without these members.
    func without(_ names: String...) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { !names.contains($0.name) })
    }
}

extension TemporaryFolder {
    /// The lines of a run's `metrics.jsonl`, without the times.
    func metrics(_ run: String) throws -> [JSONValue] {
        try text("\(run)/metrics.jsonl").split(separator: "\n").map { try JSONValue(parsing: $0.utf8).without("seconds") }
    }
}
