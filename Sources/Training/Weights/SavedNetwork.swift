import ActivationCore
import LocoProp

/// A network with its loss and a few words about its making, as it lies in a file of weights.
///
/// Layer m's weights [in, out] are the tensor `layers.m.weight`, its biases [out] `layers.m.bias`, m from 0.
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
        let activations = specification.layers.map { JSONValue.string(Self.fullText($0.activation)) }
        let metadata = [
            (name: "locoprop_format", text: Self.format),
            (name: "network", text: ([specification.inputWidth] + specification.layers.map(\.width)).map(String.init).joined(separator: "-")),
            (name: "activations", text: JSONValue.array(activations).rendered),
            (name: "loss", text: loss.rawValue),
        ]
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
        notes = file.metadata.filter { !["locoprop_format", "network", "activations", "loss"].contains($0.name) }
    }

    /// An activation with all its parameters, the defaults too: they may change in the catalogue.
    private static func fullText(_ activation: any Activation) -> String {
        let descriptor = type(of: activation).descriptor
        let settings = zip(descriptor.parameters, activation.parameterValues).map { "\($0.name)=\($1)" }
        return settings.isEmpty ? descriptor.name : "\(descriptor.name)(\(settings.joined(separator: ", ")))"
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
        let layers = try zip(widths.dropFirst(), names).map { width, name in
            NetworkSpecification.Layer(width: width, activation: try registry.make(name))
        }
        return try NetworkSpecification(inputWidth: widths[0], layers: layers)
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
