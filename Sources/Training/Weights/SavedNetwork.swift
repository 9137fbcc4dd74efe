import ActivationCore
import LocoProp

/// A network with its loss and a few words about its making, as it lies in a file of weights or a checkpoint.
///
/// Layer m's weights [in, out] are the tensor `layers.m.weight`, its biases [out] `layers.m.bias`, m from 0. The
/// metadata `activations` lists the activations with the values that training gave their parameters, and `learned`,
/// where there are any, the names of the learned ones of each layer. A checkpoint has them as `layers.m.learned`
/// too, and further tensors of its trainer's; those are not looked at here.
public struct SavedNetwork {
    public let network: Network<Float>
    public let loss: FinalLoss
    /// Of the making: recipe, data, seed, epoch and the like, by name.
    public let notes: [(name: String, text: String)]

    public init(network: Network<Float>, loss: FinalLoss, notes: [(name: String, text: String)] = []) {
        self.network = network
        self.loss = loss
        self.notes = notes
    }

    private static let format = "1"

    /// The file's content: the network alone, without what training needs besides.
    package var safetensors: Safetensors {
        let specification = network.specification
        let tensors = network.layers.enumerated().flatMap { index, layer in
            let shape = [specification.inputWidth(ofLayer: index), specification.layers[index].width]
            return [
                Safetensors.Tensor(name: "layers.\(index).weight", shape: shape, values: layer.weights),
                Safetensors.Tensor(name: "layers.\(index).bias", shape: [shape[1]], values: layer.biases),
            ]
        }
        return Safetensors(metadata: Self.metadata(of: network, loss) + notes, tensors: tensors)
    }

    /// What a file says of its network.
    static func metadata(of network: Network<Float>, _ loss: FinalLoss) -> [(name: String, text: String)] {
        let specification = network.specification
        let activations = specification.layers.indices.map {
            JSONValue.string(network.activation(ofLayer: $0).fullDescription)
        }
        var metadata = [
            (name: "locoprop_format", text: Self.format),
            (name: "network", text: ([specification.inputWidth] + specification.layers.map(\.width)).map(String.init).joined(separator: "-")),
            (name: "activations", text: JSONValue.array(activations).rendered),
            (name: "loss", text: loss.rawValue),
        ]
        if specification.layers.contains(where: { !$0.learned.isEmpty }) {
            let names = specification.layers.map { JSONValue.array($0.learnedNames.map { .string($0) }) }
            metadata.append((name: "learned", text: JSONValue.array(names).rendered))
        }
        return metadata
    }

    /// Reads a file of weights, or of a run's folder the last checkpoint.
    /// - Parameters:
    ///   - path: a file of weights, or a run's folder.
    ///   - registry: the activations that the file may name.
    /// - Throws: ``WeightsError``.
    public init(path: String, registry: ActivationRegistry) throws(WeightsError) {
        let run = path
        let path = try Self.file(at: path)
        do throws(WeightsError) {
            try self.init(file: path, registry: registry)
        } catch {
            let best = FileSystem.joined(run, RunFolder.bestName)
            guard run != path, FileSystem.kind(of: best) != .missing else { throw error }
            throw WeightsError(error.path, "\(error.reason). The run has another checkpoint: '\(best)'")
        }
    }

    private init(file path: String, registry: ActivationRegistry) throws(WeightsError) {
        let file = try SafetensorsFile(path)
        guard let format = file[metadata: "locoprop_format"] else {
            throw WeightsError(path, "holds tensors, but no network of locoprop: its metadata has no locoprop_format")
        }
        guard format == Self.format else {
            throw WeightsError(path, "has format \(format), and this program reads \(Self.format); take the program that wrote it")
        }
        do {
            let specification = try Self.specification(file, registry)
            loss = try FinalLoss(parsing: Self.text("loss", of: file))
            let layers = try Self.layers(of: file, specification)
            try file.verify()
            network = try Network(specification, layers: layers)
        } catch let error as Unfit {
            throw WeightsError(path, error.reason)
        } catch let error as WeightsError {
            throw error
        } catch {
            throw WeightsError(path, "\(error)")
        }
        let own = Checkpoint.ownNames.union(["locoprop_format", "network", "activations", "loss", "learned"])
        notes = file.metadata.filter { !own.contains($0.name) }
    }

    /// The file itself, or of a run's folder its last checkpoint; of an old one, its weights.
    private static func file(at path: String) throws(WeightsError) -> String {
        switch FileSystem.kind(of: path) {
        case .missing: throw WeightsError(path, "no such file; name a run's folder, or a file of weights")
        case .directory:
            for name in [RunFolder.lastName, RunFolder.oldWeightsName] {
                let file = FileSystem.joined(path, name)
                if FileSystem.kind(of: file) != .missing { return file }
            }
            throw WeightsError(path, "holds no \(RunFolder.lastName); name a run's folder, or a file of weights")
        default: return path
        }
    }

    /// A note by its name.
    public subscript(note name: String) -> String? { notes.first { $0.name == name }?.text }

    private struct Unfit: Error {
        let reason: String
    }

    private static func text(_ name: String, of file: SafetensorsFile) throws -> String {
        guard let text = file[metadata: name] else { throw Unfit(reason: "its metadata has no '\(name)'") }
        return text
    }

    private static func specification(
        _ file: SafetensorsFile, _ registry: ActivationRegistry
    ) throws -> NetworkSpecification {
        let widths = try NetworkWidths(parsing: text("network", of: file)).values
        guard let names = try? JSONValue(parsing: text("activations", of: file).utf8).array?.compactMap(\.string),
            names.count == widths.count - 1
        else { throw Unfit(reason: "its metadata 'activations' does not list \(widths.count - 1) activations") }
        let learned = try learnedNames(file, count: names.count)
        let layers = try zip(widths.dropFirst(), zip(names, learned)).map { width, activation in
            try NetworkSpecification.Layer(
                width: width, activation: registry.make(activation.0), learning: activation.1)
        }
        return try NetworkSpecification(inputWidth: widths[0], layers: layers)
    }

    /// By layer; none where the file does not say.
    private static func learnedNames(_ file: SafetensorsFile, count: Int) throws -> [[String]] {
        guard let text = file[metadata: "learned"] else { return Array(repeating: [], count: count) }
        let lists = try? JSONValue(parsing: text.utf8).array?.compactMap { $0.array?.compactMap(\.string) }
        guard let lists, lists.count == count, lists.last == [] else {
            throw Unfit(reason: "its metadata 'learned' does not list the parameters learned by \(count) layers, none by the last")
        }
        return lists
    }

    private static func layers(
        of file: SafetensorsFile, _ specification: NetworkSpecification
    ) throws -> [LayerParameters<Float>] {
        let places = Dictionary(uniqueKeysWithValues: file.places.map { ($0.name, $0) })  // the reader saw each name once
        func place(_ name: String, _ shape: [Int]) throws -> SafetensorsFile.Place {
            guard let place = places[name] else { throw Unfit(reason: "has no tensor '\(name)'") }
            guard place.shape == shape else {
                throw Unfit(reason: "its tensor '\(name)' has shape \(place.shape), and its network needs \(shape)")
            }
            return place
        }
        let parts = try specification.layers.indices.map { index in
            let (inputs, outputs) = (specification.inputWidth(ofLayer: index), specification.layers[index].width)
            return (
                weight: try place("layers.\(index).weight", [inputs, outputs]),
                bias: try place("layers.\(index).bias", [outputs]))
        }
        let known = Set(parts.indices.flatMap { ["layers.\($0).weight", "layers.\($0).bias", "layers.\($0).learned"] })
        let isCheckpoint = file[metadata: Checkpoint.formatName] != nil
        for place in file.places where !known.contains(place.name) && (!isCheckpoint || place.name.hasPrefix("layers.")) {
            throw Unfit(reason: "has a tensor '\(place.name)', and its network none of this name")
        }
        // Every shape is that of the network, so no more is read than the network takes.
        return try parts.map { part in
            LayerParameters(
                weights: part.weight.type.floats(try file.bytes(of: part.weight)),
                biases: part.bias.type.floats(try file.bytes(of: part.bias)))
        }
    }
}
