import Charts
import Training

/// Losses by epoch and by time, a line for each method: the median of its seeds, and their range as a band.
struct ComparisonCharts {
    let comparison: Comparison
    let workload: Int

    private struct Quantity {
        let title: String
        let caption: String
        let scale: AxisScale?
        let value: (EpochRecord) -> Double
    }

    var figures: [ChartFigure] {
        let records = comparison.study.methods.indices.flatMap { comparison.runs(pairing($0)).flatMap(\.records) }
        guard !records.isEmpty else { return [] }
        let hasFloor = records.contains { $0.trainExcess != nil }
        let floor = "No network can have less than the data's floor, which is the entropy of the pixels."
        var quantities = hasFloor
            ? [
                Quantity(title: "Training loss above the data's floor", caption: floor, scale: nil) { $0.trainExcess ?? .nan },
                Quantity(title: "Test loss above the data's floor", caption: floor, scale: nil) { $0.testExcess ?? .nan },
            ]
            : [
                Quantity(title: "Training loss", caption: "", scale: nil) { $0.train.loss },
                Quantity(title: "Test loss", caption: "", scale: nil) { $0.test.loss },
            ]
        if records.contains(where: { $0.test.accuracy != nil }) {
            quantities.append(Quantity(title: "Test accuracy, in percent", caption: "", scale: .linear) { 100 * ($0.test.accuracy ?? .nan) })
        }
        return quantities.flatMap { [byEpoch($0), byTime($0)] }
    }

    private func pairing(_ method: Int) -> Study.Pairing { .init(workload: workload, method: method) }

    private func byEpoch(_ quantity: Quantity) -> ChartFigure {
        figure(quantity, "by epoch", "epoch", countsX: true) { index, _ in Double(index + 1) }
    }

    private func byTime(_ quantity: Quantity) -> ChartFigure {
        let longest = comparison.study.methods.indices.compactMap { comparison.curve(pairing($0), quantity.value).seconds.last }.max() ?? 0
        let (unit, name) = longest < 600 ? (1.0, "seconds of steps") : (60.0, "minutes of steps")
        return figure(quantity, "by time", name, countsX: false) { _, seconds in seconds / unit }
    }

    private func figure(
        _ quantity: Quantity, _ by: String, _ xName: String, countsX: Bool, _ x: (Int, Double) -> Double
    ) -> ChartFigure {
        let series = comparison.study.methods.indices.compactMap { method -> DataSeries? in
            let curve = comparison.curve(pairing(method), quantity.value)
            guard !curve.values.isEmpty else { return nil }
            let points = zip(curve.seconds, curve.values).enumerated().map { index, value in
                (x: x(index, value.0), statistics: value.1)
            }
            return DataSeries(
                comparison.study.methods[method].name, points.map { Point($0.x, $0.statistics?.median ?? .nan) },
                band: comparison.study.seeds.count > 1
                    ? points.map { .init(x: $0.x, lower: $0.statistics?.least ?? .nan, upper: $0.statistics?.most ?? .nan) } : [],
                look: .numbered(method))
        }
        return ChartFigure(
            LineChart(series, xName: xName, countsX: countsX, scale: quantity.scale), title: "\(quantity.title) \(by)",
            caption: quantity.caption)
    }
}
