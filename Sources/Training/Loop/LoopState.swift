import LocoProp

/// Where a run is between two steps, and what it has gathered. With the network and its trainer's state it is all that
/// a run goes on from; the order of the examples follows from the seed and the epoch.
package struct LoopState: Sendable, Equatable {
    /// Epochs that are done, with their evaluation and their line in the metrics.
    package var epochsDone = 0
    /// Steps taken since the run began.
    package var stepsDone = 0
    /// Of the epoch under way; empty between two.
    package var tally = EpochTally()
    /// The epoch with the least watched loss so far: of what is held out for validation, or without that of the test set.
    package var best: Best?
    /// The last epoch whose watched loss was better than the best before it by more than the plan's least difference.
    package var improved: Best?

    package struct Best: Sendable, Equatable {
        package let epoch: Int
        package let loss: Double
    }

    package init() {}

    /// The epoch that is under way, or else the last one; 0 before the first step.
    package var epoch: Int { tally.steps > 0 ? epochsDone + 1 : epochsDone }

    /// `before the first step`, `after epoch 3`, `in epoch 4, after 17 of its steps`.
    package var place: String {
        if tally.steps > 0 { return "in epoch \(epoch), after \(tally.steps) of its steps" }
        return epochsDone == 0 ? "before the first step" : "after epoch \(epochsDone)"
    }

    /// Takes an epoch's end, once it has been evaluated.
    /// - Returns: whether it is the best so far.
    mutating func finishEpoch(watchedLoss loss: Double, _ stopping: EarlyStopping) -> Bool {
        epochsDone += 1
        tally = EpochTally()
        if improved.map({ loss < $0.loss - stopping.minDelta }) ?? true { improved = Best(epoch: epochsDone, loss: loss) }
        if let best, best.loss <= loss { return false }
        best = Best(epoch: epochsDone, loss: loss)
        return true
    }

    /// Whether the run has waited for a better loss as long as it may.
    package func isExhausted(_ stopping: EarlyStopping) -> Bool {
        guard let patience = stopping.patience, let improved else { return false }
        return epochsDone - improved.epoch >= patience
    }
}

/// Sums over the steps of an epoch.
package struct EpochTally: Sendable, Equatable {
    package private(set) var lossSum = 0.0
    package private(set) var steps = 0
    /// Spent in steps.
    package private(set) var seconds = 0.0
    /// Of the epoch's last step, once it is taken.
    package var localLosses: [LocalLoss] = []

    package init() {}

    mutating func timing(_ step: () throws -> Double) rethrows -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        let loss = try step()
        seconds += (clock.now - start) / .seconds(1)
        lossSum += loss
        steps += 1
        return loss
    }

    var meanLoss: Double { lossSum / Double(steps) }
}

extension LoopState {
    /// In a checkpoint's metadata. Numbers print so that they read back exactly.
    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("epochs_done", .integer(epochsDone)), .init("steps_done", .integer(stepsDone)),
            .init("loss_sum", .double(tally.lossSum)), .init("steps_of_epoch", .integer(tally.steps)),
            .init("seconds_of_epoch", .double(tally.seconds)),
        ]
        if !tally.localLosses.isEmpty {
            members.append(.init("local_losses", .array(tally.localLosses.map { .array([.double($0.before), .double($0.after)]) })))
        }
        if let best {
            members += [.init("best_epoch", .integer(best.epoch)), .init("best_loss", .double(best.loss))]
        }
        if let improved {
            members += [.init("improved_epoch", .integer(improved.epoch)), .init("improved_loss", .double(improved.loss))]
        }
        return .object(members)
    }

    /// Reads what ``json`` writes; `nil` of anything else.
    init?(_ json: JSONValue) {
        func count(_ name: String) -> Int? { json[name]?.integer.flatMap { $0 >= 0 ? $0 : nil } }
        guard let epochsDone = count("epochs_done"), let stepsDone = count("steps_done"),
            let steps = count("steps_of_epoch"), let lossSum = json["loss_sum"]?.number,
            let seconds = json["seconds_of_epoch"]?.number
        else { return nil }
        self.epochsDone = epochsDone
        self.stepsDone = stepsDone
        let losses = json["local_losses"]?.array?.map { $0.array?.compactMap(\.number) ?? [] } ?? []
        guard losses.allSatisfy({ $0.count == 2 }) else { return nil }
        tally = EpochTally(
            lossSum: lossSum, steps: steps, seconds: seconds,
            localLosses: losses.map { LocalLoss(before: $0[0], after: $0[1]) })
        if let epoch = json["best_epoch"]?.integer, let loss = json["best_loss"]?.number {
            best = Best(epoch: epoch, loss: loss)
        }
        if let epoch = json["improved_epoch"]?.integer, let loss = json["improved_loss"]?.number {
            improved = Best(epoch: epoch, loss: loss)
        }
    }
}

extension EpochTally {
    fileprivate init(lossSum: Double, steps: Int, seconds: Double, localLosses: [LocalLoss]) {
        (self.lossSum, self.steps, self.seconds, self.localLosses) = (lossSum, steps, seconds, localLosses)
    }
}
