/// Where a run is: what `live.json` holds, and what a live view shows beside the epochs' records.
package struct RunProgress: Sendable, Equatable {
    package enum Phase: String, Sendable, CaseIterable {
        case starting, training, evaluating
        case finished, stopped, failed

        /// Whether the run has come to an end of its own.
        package var isOver: Bool {
            switch self {
            case .starting, .training, .evaluating: false
            case .finished, .stopped, .failed: true
            }
        }
    }

    package var phase = Phase.starting
    /// Counted from 1; 0 before the first step.
    package var epoch = 0
    package var epochs: Int
    /// Of this epoch, counted from 1.
    package var step = 0
    package var steps = 0
    /// Of the last batch, before its step.
    package var loss: Double?
    /// Over this epoch.
    package var stepsPerSecond: Double?
    /// Until the last epoch has been evaluated; `nil` before anything can be said.
    package var secondsLeft: Double?
    /// Since the run began or was taken up again.
    package var secondsElapsed = 0.0
    /// Why it failed.
    package var reason: String?
    /// The most memory that the process had in use until it ended, in bytes.
    package var peakMemory: Int?
    /// Seconds since 1970, when it was so.
    package var time = 0.0
    package var process: ProcessIdentity?

    package init(epochs: Int) { self.epochs = epochs }

    package var json: JSONValue {
        func member(_ name: String, _ value: Double?) -> [JSONValue.Member] {
            value.map { [.init(name, .double($0))] } ?? []
        }
        var members: [JSONValue.Member] = [
            .init("state", .string(phase.rawValue)), .init("epoch", .integer(epoch)), .init("epochs", .integer(epochs)),
            .init("step", .integer(step)), .init("steps", .integer(steps)),
        ]
        members += member("loss", loss) + member("steps_per_second", stepsPerSecond)
        members += member("seconds_left", secondsLeft) + member("seconds_elapsed", secondsElapsed)
        if let reason { members.append(.init("reason", .string(reason))) }
        if let peakMemory { members.append(.init("peak_memory", .integer(peakMemory))) }
        members += member("time", time)
        if let process { members.append(.init("process", process.json)) }
        return .object(members)
    }

    /// Reads what ``json`` writes; `nil` of anything else.
    package init?(_ json: JSONValue) {
        guard let phase = json["state"]?.string.flatMap(Phase.init), let epoch = json["epoch"]?.integer,
            let epochs = json["epochs"]?.integer, let step = json["step"]?.integer, let steps = json["steps"]?.integer
        else { return nil }
        (self.phase, self.epoch, self.epochs, self.step, self.steps) = (phase, epoch, epochs, step, steps)
        loss = json["loss"]?.number
        stepsPerSecond = json["steps_per_second"]?.number
        secondsLeft = json["seconds_left"]?.number
        secondsElapsed = json["seconds_elapsed"]?.number ?? 0
        reason = json["reason"]?.string
        peakMemory = json["peak_memory"]?.integer
        time = json["time"]?.number ?? 0
        process = json["process"].flatMap(ProcessIdentity.init)
    }
}
