import Training

/// An epoch on a line: what `train` prints, and `watch`, where nothing can be drawn.
enum EpochLine {
    static func text(_ record: EpochRecord, epochs: Int?) -> String {
        func part(_ name: String, _ evaluation: Evaluation, _ excess: Double?) -> String {
            var text = "\(name) \(Text.fixed(evaluation.loss, 3))"
            if let excess { text += " (excess \(Text.fixed(excess, 3)))" }
            if let accuracy = evaluation.accuracy { text += " (\(Text.fixed(100 * accuracy, 2)) % right)" }
            return text
        }
        return [
            "epoch \(record.epoch)" + (epochs.map { "/\($0)" } ?? ""),
            part("train", record.train, record.trainExcess),
            part("test", record.test, record.testExcess),
            record.validation.map { part("validation", $0, nil) },
            "rate \(Float(record.learningRate))",
            "\(Text.fixed(record.seconds, 1)) s",
        ].compactMap(\.self).joined(separator: "  ")
    }
}
