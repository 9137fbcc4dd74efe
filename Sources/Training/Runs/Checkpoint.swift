import ActivationCore
import LocoProp

/// All that a run goes on from, as it lies in a file of safetensors: the network (as ``SavedNetwork`` reads it), the
/// trainer's state, the loop's, and what they belong to. Documentation/Runs.md lists every tensor and word.
public struct Checkpoint {
    package let path: String
    package let state: LoopState
    /// The run's settings by key.
    package let settings: [(name: String, text: String)]
    /// Of the whole catalogue, and by name those of the activations that the network has.
    package let catalogueDigest: String
    package let activationDigests: [(name: String, text: String)]
    /// Of the data (``Dataset/fingerprint()``).
    package let dataFingerprint: String?
    private let counters: [TrainerState.Counter]
    private let file: SafetensorsFile

    /// Says that a file is a checkpoint, and of which format.
    static let formatName = "locoprop_checkpoint"
    /// What of the metadata means nothing without the trainer's state.
    static let ownNames: Set = [formatName, "loop", "counters", "permutation"]
    private static let format = "1"

    // MARK: Writing

    /// Writes a checkpoint from where its parts lie.
    /// - Parameters:
    ///   - notes: what ``SavedNetwork`` keeps of the making.
    static func write(
        to path: String, trainer: Trainer<Float>, state: LoopState, order: BatchOrder,
        settings: [(name: String, text: String)], notes: [(name: String, text: String)], fingerprint: String,
        registry: ActivationRegistry
    ) throws(FileError) {
        let network = trainer.network
        func object(_ pairs: [(name: String, text: String)]) -> String {
            JSONValue.object(pairs.map { .init($0.name, .string($0.text)) }).rendered
        }
        let metadata = SavedNetwork.metadata(of: network, trainer.loss) + notes + [
            (name: formatName, text: format),
            (name: "version", text: ProgramVersion.current),
            (name: "epoch", text: "\(state.epoch)"),
            (name: "steps_of_epoch", text: "\(state.tally.steps == 0 && state.epochsDone > 0 ? order.batchesPerEpoch : state.tally.steps)"),
            (name: "step", text: "\(state.stepsDone)"),
            (name: "permutation", text: JSONValue.object([
                .init("generator", "xoshiro256**"), .init("seed", .string("\(order.seed)")),
                .init("stream", .integer(state.epochsDone + 1)), .init("position", .integer(state.tally.steps * order.batchSize)),
                .init("of", .integer(order.count)),
            ]).rendered),
            (name: "loop", text: state.json.rendered),
            (name: "counters", text: object(trainer.stateCounters.map { ($0.name, "\($0.value)") })),
            (name: "configuration", text: object(settings)), (name: "data_fingerprint", text: fingerprint),
            (name: "catalogue_digest", text: registry.digest),
            (name: "activation_digests", text: object(digests(of: network.specification))),
        ]
        let arrays = network.parameterArrays + trainer.stateArrays
        try withExtendedLifetime(trainer) { () throws(FileError) in
            try Safetensors.write(
                to: path, metadata: metadata,
                tensors: arrays.map {
                    .init(name: $0.name, shape: $0.shape, type: $0.element.tensorType, bytes: UnsafeRawBufferPointer($0.bytes))
                }, isChecked: true)
        }
    }

    /// The digests of a network's activations, by name, each once.
    private static func digests(of specification: NetworkSpecification) -> [(name: String, text: String)] {
        var seen: Set<String> = []
        return specification.layers.map { $0.activation.descriptor }
            .filter { seen.insert($0.name).inserted }
            .map { (name: $0.name, text: $0.digest) }
    }

    // MARK: Reading

    /// Opens a checkpoint, and compares its content with its checksum.
    /// - Throws: ``WeightsError`` for anything but a whole checkpoint of this format.
    package init(path: String) throws(WeightsError) {
        let file = try SafetensorsFile(path)
        func text(_ name: String) throws(WeightsError) -> String {
            guard let text = file[metadata: name] else { throw WeightsError(path, "its metadata has no '\(name)'") }
            return text
        }
        func object(_ name: String) throws(WeightsError) -> [(name: String, text: String)] {
            let text = try text(name)
            guard case .object(let members)? = try? JSONValue(parsing: text.utf8) else {
                throw WeightsError(path, "its metadata '\(name)' is no JSON object")
            }
            return members.compactMap { member in member.value.string.map { (name: member.name, text: $0) } }
        }
        guard let format = file[metadata: Self.formatName] else {
            throw WeightsError(path, "is no checkpoint: its metadata has no \(Self.formatName); weights alone can be evaluated, and no run goes on from them")
        }
        guard format == Self.format else {
            throw WeightsError(path, "is a checkpoint of format \(format), and this program reads \(Self.format); take the program that wrote it")
        }
        let loop = try text("loop")
        guard let state = (try? JSONValue(parsing: loop.utf8)).flatMap(LoopState.init) else {
            throw WeightsError(path, "its metadata 'loop' does not say where the run is")
        }
        self.path = path
        self.file = file
        self.state = state
        settings = try object("configuration")
        catalogueDigest = try text("catalogue_digest")
        activationDigests = try object("activation_digests")
        dataFingerprint = file[metadata: "data_fingerprint"]
        counters = try object("counters").map { (name, text) throws(WeightsError) in
            guard let value = UInt64(text) else { throw WeightsError(path, "its counter '\(name)' is no whole number") }
            return TrainerState.Counter(name: name, value: value)
        }
        try file.verify()
    }

    /// What the activations of a network have now and had not when the checkpoint was written: names of entries that
    /// compute something else.
    package func changedActivations(_ specification: NetworkSpecification) -> [String] {
        let now = Dictionary(uniqueKeysWithValues: Self.digests(of: specification).map { ($0.name, $0.text) })  // each once
        return activationDigests.filter { now[$0.name] != nil && now[$0.name] != $0.text }.map(\.name)
    }

    /// Puts network and trainer's state into a trainer of the run's plan.
    /// - Throws: ``WeightsError`` if they are those of another network, method or optimizer.
    package func restore(_ trainer: Trainer<Float>) throws(WeightsError) {
        let network = trainer.network
        let places = Dictionary(uniqueKeysWithValues: file.places.map { ($0.name, $0) })  // the reader saw each name once
        // Shapes first: no memory is taken for what does not fit.
        for array in network.parameterArrays + trainer.stateArrays {
            guard let place = places[array.name] else { throw WeightsError(path, "has no tensor '\(array.name)', which the run needs") }
            guard place.shape == array.shape else {
                throw WeightsError(path, "its tensor '\(array.name)' has shape \(place.shape), and the run needs \(array.shape)")
            }
        }
        func floats(_ name: String) throws(WeightsError) -> [Float] {
            guard let place = places[name] else { return [] }
            return place.type.floats(try file.bytes(of: place))
        }
        let isParameter = Set(network.parameterArrays.map(\.name))
        let tensors = try file.places.filter { !isParameter.contains($0.name) }.map { (place) throws(WeightsError) in
            guard let element = place.type.stateElement else {
                throw WeightsError(path, "its tensor '\(place.name)' has type \(place.type.rawValue), where F32 or F64 is needed")
            }
            return TrainerState.Tensor(
                name: place.name, shape: place.shape, element: element, bytes: try file.bytes(of: place))
        }
        let layers = try network.specification.layers.indices.map { (index) throws(WeightsError) in
            LayerParameters(
                weights: try floats("layers.\(index).weight"), biases: try floats("layers.\(index).bias"),
                learned: try floats("layers.\(index).learned"))
        }
        do throws(LocoPropError) {
            for (index, layer) in layers.enumerated() { try network.set(layer, ofLayer: index) }
            try trainer.restore(TrainerState(tensors: tensors, counters: counters))
        } catch {
            throw WeightsError(path, "\(error)")
        }
    }
}

extension StateElement {
    fileprivate var tensorType: TensorType { self == .float32 ? .f32 : .f64 }
}

extension TensorType {
    fileprivate var stateElement: StateElement? {
        switch self {
        case .f32: .float32
        case .f64: .float64
        case .f16, .bf16: nil
        }
    }
}
