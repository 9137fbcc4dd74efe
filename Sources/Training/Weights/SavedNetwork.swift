import ActivationCore
import LocoProp

/// A network with its loss and a few words about its making, as it lies in a file of weights.
///
/// Layer m's weights [in, out] are the tensor `layers.m.weight`, its biases [out] `layers.m.bias`, m from 0. The
/// metadata `activations` lists the activations with the values that training gave their parameters, and `learned`,
/// where there are any, the names of the learned ones of each layer.
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

    /// The file's content.
    package var safetensors: Safetensors {
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
        let tensors = network.layers.enumerated().flatMap { index, layer in
            let shape = [specification.inputWidth(ofLayer: index), specification.layers[index].width]
            return [
                Safetensors.Tensor(name: "layers.\(index).weight", shape: shape, values: layer.weights),
                Safetensors.Tensor(name: "layers.\(index).bias", shape: [shape[1]], values: layer.biases),
            ]
        }
        return Safetensors(metadata: metadata + notes, tensors: tensors)
    }

    /// Reads a file of weights, or the one of a run's folder.
    /// - Parameter registry: the activations that the file may name.
    /// - Throws: ``WeightsError``.
    public init(path: String, registry: ActivationRegistry) throws {
        var path = path
        switch FileSystem.kind(of: path) {
        case .missing: throw WeightsError(path, "no such file; name a run's folder, or a file of weights")
        case .directory:
            let folder = path
            path = FileSystem.joined(folder, RunFolder.weightsName)
            guard FileSystem.kind(of: path) != .missing else {
                throw WeightsError(folder, "holds no \(RunFolder.weightsName); name a run's folder, or a file of weights")
            }
        default: break
        }
        let file = try Safetensors(path: path)
        guard let format = file[metadata: "locoprop_format"] else {
            throw WeightsError(path, "holds tensors, but no network of locoprop: its metadata has no locoprop_format")
        }
        guard format == Self.format else {
            throw WeightsError(path, "has format \(format), and this program reads \(Self.format); take the program that wrote it")
        }
        do {
            let specification = try Self.specification(file, registry)
            loss = try FinalLoss(parsing: Self.text("loss", of: file))
            network = try Network(specification, layers: Self.layers(of: file, specification))
        } catch let error as Unfit {
            throw WeightsError(path, error.reason)
        } catch {
            throw WeightsError(path, "\(error)")
        }
        notes = file.metadata.filter { !["locoprop_format", "network", "activations", "loss", "learned"].contains($0.name) }
    }

    /// A note by its name.
    public subscript(note name: String) -> String? { notes.first { $0.name == name }?.text }

    private struct Unfit: Error {
        let reason: String
    }

    private static func text(_ name: String, of file: Safetensors) throws -> String {
        guard let text = file[metadata: name] else { throw Unfit(reason: "its metadata has no '\(name)'") }
        return text
    }

    private static func specification(
        _ file: Safetensors, _ registry: ActivationRegistry
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
    private static func learnedNames(_ file: Safetensors, count: Int) throws -> [[String]] {
        guard let text = file[metadata: "learned"] else { return Array(repeating: [], count: count) }
        let lists = try? JSONValue(parsing: text.utf8).array?.compactMap { $0.array?.compactMap(\.string) }
        guard let lists, lists.count == count, lists.last == [] else {
            throw Unfit(reason: "its metadata 'learned' does not list the parameters learned by \(count) layers, none by the last")
        }
        return lists
    }

    private static func layers(
        of file: Safetensors, _ specification: NetworkSpecification
    ) throws -> [LayerParameters<Float>] {
        let tensors = Dictionary(uniqueKeysWithValues: file.tensors.map { ($0.name, $0) })  // the reader saw each name once
        func values(_ name: String, _ shape: [Int]) throws -> [Float] {
            guard let tensor = tensors[name] else { throw Unfit(reason: "has no tensor '\(name)'") }
            guard tensor.shape == shape else {
                throw Unfit(reason: "its tensor '\(name)' has shape \(tensor.shape), and its network needs \(shape)")
            }
            return tensor.values
        }
        let layers = try specification.layers.indices.map { index in
            let (inputs, outputs) = (specification.inputWidth(ofLayer: index), specification.layers[index].width)
            return LayerParameters(
                weights: try values("layers.\(index).weight", [inputs, outputs]),
                biases: try values("layers.\(index).bias", [outputs]))
        }
        guard file.tensors.count == 2 * layers.count else {
            throw Unfit(reason: "has \(file.tensors.count) tensors, and its network \(2 * layers.count)")
        }
        return layers
    }
}
