import ActivationCore
import CTrainingKernels
import Suggestions

/// The loss of the network's outputs, taken on the pre-activations a of the last layer, summed over the
/// outputs and averaged over the batch.
///
/// Each is the matching loss of its link f up to a term of the target t alone:
/// L(a) = F(a) − t·a + c(t), ∂L/∂a = f(a) − t.
public enum FinalLoss: String, CaseIterable, Sendable {
    /// Σ log(1 + eᵃ) − t a, targets in [0, 1]; link `sigmoid`.
    case sigmoidCrossEntropy = "sigmoid-cross-entropy"
    /// log Σ eᵃ − t·a, targets a distribution over the outputs; link `softmax`.
    case softmaxCrossEntropy = "softmax-cross-entropy"
    /// ½ Σ (a − t)²; link `linear`.
    case squaredError = "squared-error"

    /// The catalogue's name of the link that this loss matches.
    public var link: String {
        switch self {
        case .sigmoidCrossEntropy: "sigmoid"
        case .softmaxCrossEntropy: "softmax"
        case .squaredError: "linear"
        }
    }

    public var title: String {
        switch self {
        case .sigmoidCrossEntropy: "Sigmoid cross entropy"
        case .softmaxCrossEntropy: "Softmax cross entropy"
        case .squaredError: "Squared error"
        }
    }

    /// The targets it is defined for, as a phrase.
    public var targetDomain: String {
        switch self {
        case .sigmoidCrossEntropy: "targets from 0 to 1"
        case .softmaxCrossEntropy: "targets from 0 to 1 that sum to 1 in each row"
        case .squaredError: "finite targets"
        }
    }

    /// Reads a loss by its name.
    /// - Throws: ``LocoPropError/unknownName(kind:name:known:suggestion:)``.
    public init(parsing name: String) throws(LocoPropError) {
        guard let loss = FinalLoss(rawValue: name.lowercased()) else {
            let known = Self.allCases.map(\.rawValue)
            throw .unknownName(
                kind: "loss", name: name, known: known, suggestion: suggestion(for: name, in: known))
        }
        self = loss
    }

    /// The loss whose link is the activation named `link`, if there is one.
    public init?(link: String) {
        guard let loss = Self.allCases.first(where: { $0.link == link }) else { return nil }
        self = loss
    }

    func kernel(_ table: UnsafePointer<training_kernels>) -> training_loss {
        let kernel = switch self {
        case .sigmoidCrossEntropy: table.pointee.sigmoid_cross_entropy
        case .softmaxCrossEntropy: table.pointee.softmax_cross_entropy
        case .squaredError: table.pointee.squared_error
        }
        // Every variant's table is filled by the same initialiser, field by field.
        return kernel!
    }
}
