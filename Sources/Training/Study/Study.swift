import ActivationCore
import LocoProp

/// What is compared with what: methods, each on every workload, with every seed, under one budget.
///
/// A *workload* is what is to be learnt: data, network, activation, loss. A *method* is how: method, optimizer, rate,
/// schedule. Both are settings of a training run under a name. A run's settings are, from weak to strong: those common
/// to all, the workload's, the method's, what is tuned for the two together, and the seed.
package struct Study: Sendable {
    /// Settings under a name.
    package struct Part: Sendable {
        package let name: String
        package var settings: [SettingText]
        /// Of a workload: training losses whose times are compared.
        package var targets: [Double] = []
        /// Of a method: what a sweep searches.
        package var tuning = Tuning.rate

        package init(name: String, settings: [SettingText]) { (self.name, self.settings) = (name, settings) }
    }

    /// How long a run may train.
    package enum Budget: Sendable, Equatable {
        /// As the settings say.
        case epochs
        /// The epochs that fit into so many seconds of steps (``TrainingLoop/epochSeconds()``), at least one.
        case seconds(Double)
    }

    /// Settings of one method on one workload.
    package struct Tuned: Sendable {
        package let workload: String
        package let method: String
        package let settings: [SettingText]
    }

    /// For places and lines of problems; `nil` where all was given by flags.
    package var file: ConfigurationFile?
    package var common: [SettingText] = []
    package var workloads: [Part] = []
    package var methods: [Part] = []
    package var tuned: [Tuned] = []
    package var seeds: [UInt64] = Study.defaultSeeds
    package var budget = Budget.epochs
    /// What methods are judged by.
    package var judge = Judge.trainLoss
    /// What the report says of how it came about.
    package var note: String?
    /// Of a sweep: the most values that are tried of a method on a workload.
    package var trials = Study.defaultTrials
    /// Of a sweep: the seed of weights and batches in all trials. It is none of ``seeds``, so that what is compared is not
    /// what was searched on.
    package var trialSeed = Study.defaultTrialSeed

    package static let defaultSeeds: [UInt64] = [0, 1, 2]
    /// More than anyone waits for.
    package static let mostParts = 64
    package static let mostSeeds = 1000
    package static let defaultTrials = 8
    package static let trialCounts = 3...100
    package static let defaultTrialSeed: UInt64 = 1000

    package init() {}
}

extension Study {
    /// A method on a workload.
    package struct Pairing: Sendable, Hashable {
        package let workload: Int
        package let method: Int

        package init(workload: Int, method: Int) { (self.workload, self.method) = (workload, method) }
    }

    /// Every pairing, workload by workload.
    package var pairings: [Pairing] {
        workloads.indices.flatMap { workload in methods.indices.map { Pairing(workload: workload, method: $0) } }
    }

    /// What a run of a pairing is asked for.
    /// - Parameter extra: stronger than all that the study says.
    package func request(_ pairing: Pairing, extra: [SettingText] = []) -> ConfigurationRequest {
        let (workload, method) = (workloads[pairing.workload], methods[pairing.method])
        let tuned = tuned.filter { $0.workload == workload.name && $0.method == method.name }.flatMap(\.settings)
        return ConfigurationRequest(
            file: file, layers: [common, workload.settings, method.settings, tuned, extra].filter { !$0.isEmpty })
    }

    /// What a run of a pairing is, with the seed that is asked for.
    /// - Throws: ``ConfigurationError``.
    package func configuration(
        _ pairing: Pairing, seed: UInt64, extra: [SettingText] = [], registry: ActivationRegistry
    ) throws -> Configuration {
        var configuration = try request(pairing, extra: extra).resolved(registry: registry)
        configuration.plan.seed = seed
        configuration.data = configuration.data.fromRoot
        return configuration
    }

    /// Checks what can be told before data are read: every problem of every pairing.
    /// - Throws: ``ConfigurationError``.
    package func check(registry: ActivationRegistry) throws {
        var problems = ConfigurationError(file: file)
        for pairing in pairings {
            let request = request(pairing)
            let (configuration, refused) = try request.resolution(registry: registry)
            guard refused.isEmpty else {
                problems.add(refused)
                continue
            }
            do {
                try request.locatingProblems { try configuration.check() }
                try methods[pairing.method].tuning.check(configuration)
            } catch let error as ConfigurationError {
                problems.add(error)
            } catch {
                problems.usage.append("\(label(pairing)): \(error)")
            }
        }
        guard problems.isEmpty else { throw problems }
    }

    /// `CURVES, Adam`.
    package func label(_ pairing: Pairing) -> String {
        "\(workloads[pairing.workload].name), \(methods[pairing.method].name)"
    }
}

/// What methods are judged by.
package enum Judge: String, CaseIterable, Sendable {
    case trainLoss = "train-loss"
    case testLoss = "test-loss"
    case testAccuracy = "test-accuracy"

    package var isLoss: Bool { self != .testAccuracy }

    package func value(_ record: EpochRecord) -> Double {
        switch self {
        case .trainLoss: record.train.loss
        case .testLoss: record.test.loss
        case .testAccuracy: record.test.accuracy ?? .nan
        }
    }

    /// In words: `training loss`.
    package var title: String {
        switch self {
        case .trainLoss: "training loss"
        case .testLoss: "test loss"
        case .testAccuracy: "test accuracy"
        }
    }
}
