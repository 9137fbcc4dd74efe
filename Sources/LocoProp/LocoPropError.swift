import ActivationCore

/// What can be wrong with a network, a training setup or a batch. `description` names the place and
/// says how to mend the cause. Layers are counted from 1; layer 0 is the input.
public enum LocoPropError: Error, Equatable, Sendable {
    /// A network without layers.
    case noLayers
    /// A width below 1 or above ``NetworkSpecification/largestWidth``.
    case width(layer: Int, width: Int)
    /// More parameters than ``NetworkSpecification/largestParameterCount``.
    case tooManyParameters(Int)
    /// Values for another number of layers than the network's.
    case layerCount(expected: Int, found: Int)
    /// Values of another size than the layer's.
    case parameterCount(layer: Int, part: String, expected: Int, found: Int)
    /// A weight or bias to be loaded that is NaN or infinite.
    case parameterNotFinite(layer: Int, part: String, index: Int)

    /// A learned parameter to be loaded that its activation does not take.
    case activation(layer: Int, ActivationError)

    /// A name in none of the tables; `suggestion` is empty or a sentence.
    case unknownName(kind: String, name: String, known: [String], suggestion: String)
    /// An option's value out of its domain.
    case option(owner: String, name: String, value: String, domain: String)
    /// An option that the owner does not have.
    case unknownOption(owner: String, name: String, known: [String], suggestion: String)
    /// The last layer's activation is not the link of the final loss.
    case lossLink(loss: String, link: String, found: String)
    /// An activation through which no gradient passes.
    case cannotTrain(layer: Int, activation: String, reason: String)
    /// A parameter of an activation that cannot be trained where it is.
    case cannotLearn(layer: Int, activation: String, parameter: String, reason: String)
    /// A choice that has no meaning beside another.
    case unsupported(choice: String, reason: String)
    /// A thread count out of range, or refused by the system.
    case threads(Int)
    /// A batch size below 1, or whose arrays would be too large.
    case batchSize(Int, largest: Int)

    /// A batch without rows.
    case emptyBatch
    /// Numbers that do not make whole rows.
    case raggedBatch(part: String, count: Int, width: Int)
    /// Inputs and targets of different numbers of rows.
    case rowCount(inputs: Int, targets: Int)
    /// More rows than the trainer was made for.
    case batchTooLarge(rows: Int, batchSize: Int)
    /// A rate that is negative, NaN or infinite.
    case learningRate(Double)
    /// A target that the loss is not defined for.
    case target(loss: String, row: Int, column: Int, value: Double, domain: String)
    /// NaN or infinity, and where it came up first.
    case notFinite(NonFinite)
    /// A closed-form solve whose matrix overflows, or is not positive definite, in this precision.
    case factorisation(layer: Int)
    /// A preconditioner of K-FAC or Shampoo that is not finite, or cannot be inverted, in this precision.
    case preconditioner(layer: Int)
    /// A state to be restored that is not one of this trainer.
    case state(part: String, reason: String)

    /// Where NaN or infinity came up first.
    public enum NonFinite: Equatable, Sendable {
        case input(row: Int, column: Int)
        case preActivation(LayerPlace)
        case output(LayerPlace)
        case loss
        case gradient(LayerPlace)
        case parameters(LayerPlace)
    }

    /// A layer, counted from 1, and its activation.
    public struct LayerPlace: Equatable, Sendable, CustomStringConvertible {
        public let layer: Int
        public let activation: String

        public init(layer: Int, activation: String) {
            self.layer = layer
            self.activation = activation
        }

        public var description: String { "layer \(layer) (\(activation))" }
    }
}

extension LocoPropError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noLayers: "the network has no layers; give at least two widths, such as 784-10"
        case .width(let layer, let width):
            "\(layer == 0 ? "the input" : "layer \(layer)") has width \(width); widths are 1 to \(NetworkSpecification.largestWidth)"
        case .tooManyParameters(let count):
            "the network has \(count) parameters, more than the \(NetworkSpecification.largestParameterCount) supported; make its layers narrower"
        case .layerCount(let expected, let found):
            "values for \(found) layers given to a network of \(expected); load them with the network they were saved from"
        case .parameterCount(let layer, let part, let expected, let found):
            "layer \(layer): \(found) \(part) given, the network has \(expected); load them with the network they were saved from"
        case .parameterNotFinite(let layer, let part, let index):
            "layer \(layer): number \(index) of the \(part) is not finite; the file they come from is damaged, or its training diverged"
        case .activation(let layer, let error): "layer \(layer): \(error)"
        case .unknownName(let kind, let name, let known, let suggestion):
            "unknown \(kind) '\(name)'.\(suggestion) "
                + (known.isEmpty ? "It has none." : "Known: \(known.joined(separator: ", ")).")
        case .option(let owner, let name, let value, let domain):
            "\(owner): \(name) is \(value); it must be \(domain)"
        case .unknownOption(let owner, let name, let known, let suggestion):
            "\(owner) has no option '\(name)'.\(suggestion) "
                + (known.isEmpty ? "It has none." : "It has: \(known.joined(separator: ", ")).")
        case .lossLink(let loss, let link, let found):
            "\(loss) needs '\(link)' as the last layer's activation, which is '\(found)'; change the activation to '\(link)' or take another loss"
        case .cannotTrain(let layer, let activation, let reason):
            "layer \(layer): '\(activation)' cannot be trained: \(reason)"
        case .cannotLearn(let layer, let activation, let parameter, let reason):
            "layer \(layer): '\(parameter)' of '\(activation)' cannot be learned: \(reason)"
        case .unsupported(let choice, let reason): "'\(choice)' has no meaning here: \(reason)"
        case .threads(let count):
            (1...ThreadTeam.largestCount).contains(count)
                ? "the system refused to start \(count) threads; ask for fewer"
                : "\(count) threads asked for; 1 to \(ThreadTeam.largestCount) can be had"
        case .batchSize(let size, let largest):
            "batch size \(size); for this network it must be 1 to \(largest)"
        case .emptyBatch: "the batch has no rows; give at least one example"
        case .raggedBatch(let part, let count, let width):
            "\(count) numbers of \(part) do not make whole rows of \(width); the data's width must be the network's"
        case .rowCount(let inputs, let targets):
            "\(inputs) rows of inputs and \(targets) of targets; each input needs its target"
        case .batchTooLarge(let rows, let batchSize):
            "a batch of \(rows) rows, where the trainer was made for at most \(batchSize)"
        case .learningRate(let rate): "learning rate \(rate); it must be finite and at least 0"
        case .target(let loss, let row, let column, let value, let domain):
            "row \(row), column \(column) of the targets is \(value); \(loss) needs \(domain)"
        case .notFinite(let place): place.description
        case .factorisation(let layer):
            "layer \(layer): I + ηXᵀX cannot be factorised in this precision; lower eta, or scale the inputs down"
        case .preconditioner(let layer):
            "layer \(layer): its preconditioner cannot be factorised in this precision; raise damping or epsilon, or lower the learning rate"
        case .state(let part, let reason):
            "the trainer's state: '\(part)' \(reason); restore it with the network, method and optimizer it was taken with"
        }
    }
}

extension LocoPropError.NonFinite: CustomStringConvertible {
    public var description: String {
        let divergence = "; lower the learning rate or gamma"
        return switch self {
        case .input(let row, let column):
            "row \(row), column \(column) of the inputs is not finite; clean the data"
        case .preActivation(let layer):
            "the pre-activations of \(layer) are not finite: training has diverged\(divergence)"
        case .output(let layer):
            "the outputs of \(layer) are not finite: its activation is not defined for these pre-activations, or training has diverged\(divergence)"
        case .loss: "the loss is not finite: training has diverged\(divergence)"
        case .gradient(let layer):
            "the gradient at \(layer) is not finite: training has diverged\(divergence)"
        case .parameters(let layer):
            "the step would make parameters of \(layer) infinite or NaN: training has diverged\(divergence)"
        }
    }
}
