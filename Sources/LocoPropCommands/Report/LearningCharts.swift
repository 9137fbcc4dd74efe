import Charts
import Training

/// A run's losses, accuracy and rate, by epoch and by the time spent in training.
struct LearningCharts {
    let records: [EpochRecord]

    /// What is drawn along the horizontal axis.
    private struct Axis {
        let name: String
        let isCount: Bool
        /// Of each record.
        let places: [Double]
    }

    var figures: [ChartFigure] {
        let axes = [epochs, time].compactMap { $0 }
        var figures: [ChartFigure] = []
        for axis in axes {
            figures.append(figure("Loss by \(axis.name)", axis, [
                ("train", .blue, { $0.train.loss }), ("validation", .greenDashed, { $0.validation?.loss ?? .nan }),
                ("test", .redDashed, { $0.test.loss }),
            ]))
        }
        if records.contains(where: { $0.testExcess != nil }) {
            for axis in axes {
                figures.append(figure(
                    "Excess over the data's floor by \(axis.name)", axis, [
                        ("train", .blue, { $0.trainExcess ?? .nan }), ("test", .redDashed, { $0.testExcess ?? .nan }),
                    ], caption: "No network can have less than the floor, which is the entropy of the pixels."))
            }
        }
        if records.contains(where: { $0.test.accuracy != nil }) {
            for axis in axes {
                figures.append(figure("Accuracy by \(axis.name)", axis, [
                    ("train", .blue, { 100 * ($0.train.accuracy ?? .nan) }),
                    ("validation", .greenDashed, { 100 * ($0.validation?.accuracy ?? .nan) }),
                    ("test", .redDashed, { 100 * ($0.test.accuracy ?? .nan) }),
                ], scale: .linear, caption: "Labels that are right, in percent."))
            }
        }
        if Set(records.map(\.learningRate)).count > 1 {
            figures.append(figure("Learning rate by epoch", epochs, [("rate", .green, { $0.learningRate })], scale: .linear))
        }
        return figures
    }

    private var epochs: Axis { Axis(name: "epoch", isCount: true, places: records.map { Double($0.epoch) }) }

    /// `nil` where no times are known.
    private var time: Axis? {
        var sum = 0.0
        let seconds = records.map { record in
            sum += record.seconds
            return sum
        }
        guard let last = seconds.last, last.isFinite, last > 0 else { return nil }
        let (unit, name) = last < 180 ? (1.0, "seconds") : last < 10_800 ? (60, "minutes") : (3600, "hours")
        return Axis(name: name, isCount: false, places: seconds.map { $0 / unit })
    }

    private func figure(
        _ title: String, _ axis: Axis, _ lines: [(name: String, look: DataSeries.Look, value: (EpochRecord) -> Double)],
        scale: AxisScale? = nil, caption: String = ""
    ) -> ChartFigure {
        // A run that holds nothing out has no line of it.
        let shown = lines.filter { $0.name != "validation" || records.contains { $0.validation != nil } }
        let series = shown.map { line in
            DataSeries(line.name, zip(axis.places, records).map { Point($0, line.value($1)) }, look: line.look)
        }
        return ChartFigure(
            LineChart(series, xName: axis.name, countsX: axis.isCount, scale: scale), title: title, caption: caption)
    }
}
