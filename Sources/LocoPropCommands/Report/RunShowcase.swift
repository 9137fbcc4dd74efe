import Charts
import Pictures
import Training

/// What a run's network makes of unseen examples: reconstructions beside their inputs, or which classes it takes for
/// which. Where weights or data are missing, a sentence says so: the rest of a report does not need them.
struct RunShowcase {
    let section: Markup
    let hasPictures: Bool

    /// Pairs of input and reconstruction.
    private static let pairs = 24
    private static let pairsInARow = 4

    /// - Parameter data: the run's, where they are in memory.
    init(of folder: String, data: Dataset?) {
        let content: (parts: [Markup], hasPictures: Bool)
        do {
            content = try Self.content(folder, data)
        } catch {
            content = ([.tag("p", ["class": "note"], text: "There is nothing to show: \(Self.sentence("\(error)"))")], false)
        }
        hasPictures = content.hasPictures
        section = .tag("section", ["id": "examples", "aria-labelledby": "examples-title"], [
            .tag("h2", ["id": "examples-title"], text: "Unseen examples"),
        ] + content.parts)
    }

    /// With a full stop, of which some messages have one.
    private static func sentence(_ message: String) -> String { message.hasSuffix(".") ? message : message + "." }

    private static func content(_ folder: String, _ data: Dataset?) throws -> (parts: [Markup], hasPictures: Bool) {
        let saved = try SavedNetwork(path: folder, registry: LocoPropProgram.registry)
        let prediction = try Prediction(saved)
        let selected: SelectedData
        if let data {
            selected = SelectedData(testOf: data)
        } else {
            guard let request = saved.trainingData else {
                throw UsageError("the weights do not say what they were trained on")
            }
            selected = try SelectedData(request, part: .test, for: saved)
        }
        if prediction.rebuildsInputs { return try reconstructions(selected, prediction) }
        return (try confusion(selected, prediction), false)
    }

    private static func reconstructions(
        _ data: SelectedData, _ prediction: Prediction
    ) throws -> (parts: [Markup], hasPictures: Bool) {
        let pairs = try Reconstructions(of: data, count: min(Self.pairs, data.count), seed: 0, by: prediction)
        guard let format = PictureFormat(shape: pairs.shape), let grid = format.grid(pairs, columns: pairsInARow) else {
            return ([.tag("p", ["class": "note"], text: "The examples are no pictures; locoprop predict writes what the network makes of them.")], false)
        }
        let attributes: [Markup.Attribute] = [
            .init("src", try PNG.dataURI(grid)), .init("width", "\(grid.width)"), .init("height", "\(grid.height)"),
            .init("alt", "\(pairs.count) pairs: an example of the test set, and right of it what the network makes of it"),
        ]
        return ([
            .tag("p", ["class": "note"], text: "Examples of the test set, and right of each its reconstruction by the last weights."),
            .tag("figure", ["class": "pictures"], .element("img", attributes, [])),
        ], true)
    }

    private static func confusion(_ data: SelectedData, _ prediction: Prediction) throws -> [Markup] {
        let set = data.sets[0]
        let classes = prediction.saved.network.specification.outputWidth
        guard let labels = set.labels else { return [.tag("p", ["class": "note"], text: "The test set has no labels.")] }
        var counts = ConfusionCounts(classes: classes)
        var place = 0
        try prediction.run(on: set, of: data.name) { _, outputs in
            for guess in prediction.classes(outputs) {
                counts.add(label: Int(labels[place]), guess: Int(guess))
                place += 1
            }
        }
        return counts.markup { data.className(Int32($0)) }
    }
}
