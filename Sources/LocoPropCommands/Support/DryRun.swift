import LocoProp
import Training

/// `--dry-run`: settings, data, shapes, the run's folder, memory and a step of real work, every problem in one go.
/// Nothing is written.
struct DryRun {
    let request: ConfigurationRequest
    let output: String?
    let replaces: Bool
    let isQuiet: Bool

    /// The settings that decide whether others fit the data.
    private static let shapes: Set = [
        "recipe", "data", "data-seed", "test-fraction", "label-column", "csv-header", "validation", "network", "loss", "batch-size",
    ]

    func run() throws {
        let (configuration, refused) = try request.resolution(registry: LocoPropProgram.registry)
        var problems = Problems(refused)
        let plan = configuration.plan
        var data: Dataset?
        problems.take(request) { data = try Dataset.load(configuration.data) }
        problems.take(request) { try RunFolder.check(output, replacing: replaces) }
        // With a value that was refused the plan is not the one that was meant; what was given and taken can still be
        // held against data that are.
        if let data, refused.settings.isDisjoint(with: Self.shapes) {
            for problem in plan.problems(for: data) where refused.isEmpty || request.locating(problem) is ConfigurationError {
                problems.take(request) { throw problem }
            }
        }
        guard refused.isEmpty else { throw problems }
        problems.take(request) { try configuration.check() }
        let memory = problems.take(request) { try checkMemory(plan, data) }
        guard problems.isEmpty, let data, let memory else { throw problems }

        var lines: [[String]] = []
        problems.take(request) {
            let loop = try TrainingLoop(plan, data: data)
            lines = TrainingSummary.rows(loop)
            lines += text(try loop.rehearse(), memory: memory)
        }
        guard problems.isEmpty else { throw problems }
        if !isQuiet { StandardOutput.print(Text.table(lines) + "\nnothing is wrong, and nothing was written") }
    }

    /// What training takes, and what can be had, in bytes.
    private typealias Memory = (needed: Int, available: Int?)

    private func checkMemory(_ plan: TrainingPlan, _ data: Dataset?) throws -> Memory {
        let arrays = Trainer<Float>.memory(
            for: try plan.specification(), method: plan.method, optimizer: plan.optimizer, clip: plan.clip,
            batchSize: plan.batchSize, threads: plan.threads)
        // The data are there already.
        let memory: Memory = (arrays, AvailableMemory.bytes)
        if let available = memory.available, arrays > available {
            throw UsageError(
                "network and trainer need about \(megabytes(arrays)), and \(megabytes(available)) can be had; make layers narrower, batches smaller, or take an optimizer with fewer slots")
        }
        return (arrays + (data.map { $0.train.storage.memory + $0.test.storage.memory } ?? 0), memory.available)
    }

    private func text(_ rehearsal: TrainingLoop.Rehearsal, memory: Memory) -> [[String]] {
        let available = memory.available.map { "; \(megabytes($0)) more can be had" } ?? ""
        return [
            ["memory", "about \(megabytes(memory.needed)) for network, trainer and data\(available)"],
            ["step", "\(seconds(rehearsal.stepSeconds)), loss \(Text.fixed(rehearsal.loss, 3)) before the first; \(Text.grouped(rehearsal.stepsPerEpoch)) an epoch"],
            ["time", "about \(seconds(rehearsal.epochSeconds)) an epoch, \(seconds(rehearsal.evaluationSeconds)) of it evaluation; \(Text.duration(rehearsal.seconds)) in all"],
        ]
    }

    private func megabytes(_ bytes: Int) -> String { "\(Text.grouped((bytes + 500_000) / 1_000_000)) MB" }

    private func seconds(_ seconds: Double) -> String {
        seconds < 1 ? "\(Text.fixed(1000 * seconds, 1)) ms" : seconds < 60 ? "\(Text.fixed(seconds, 1)) s" : Text.duration(seconds)
    }
}

extension DryRun {
    /// Everything that is wrong, in the order it was found.
    struct Problems: Error {
        /// Those of the settings, each at its source.
        private(set) var settings: ConfigurationError
        private(set) var others: [any Error] = []

        init(_ settings: ConfigurationError) { self.settings = settings }

        var isEmpty: Bool { settings.isEmpty && others.isEmpty }

        /// Runs `body`, and keeps what it throws.
        /// - Returns: `nil` if it threw.
        @discardableResult
        mutating func take<Result>(_ request: ConfigurationRequest, _ body: () throws -> Result) -> Result? {
            do { return try body() } catch {
                let located = request.locating(error)
                if let located = located as? ConfigurationError { settings.add(located) } else { add(located) }
                return nil
            }
        }

        /// One problem may be found on two ways.
        private mutating func add(_ problem: any Error) {
            if !others.contains(where: { "\($0)" == "\(problem)" }) { others.append(problem) }
        }

        /// Bad input outweighs wrong usage, and that a failure of the work.
        var status: ExitStatus {
            let statuses = (settings.isEmpty ? [] : [settings as any Error]) + others
            let all = statuses.map { ExitStatus(of: $0) ?? .failed }
            return all.contains(.data) ? .data : all.contains(.usage) ? .usage : .failed
        }
    }
}
