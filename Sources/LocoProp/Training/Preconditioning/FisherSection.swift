import ActivationCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Gradients of single examples with respect to the pre-activations, for targets that the network's own distribution
/// p(y|a) gives: Bernoulli(f(a)) for sigmoid cross entropy, Categorical(f(a)) for softmax cross entropy, N(a, I) for
/// squared error; cut by rows. With e = f(a) − y, E[e eᵀ] is the Hessian of the loss.
///
/// A row's targets depend on the seed, the step and the row alone, not on the threads.
final class FisherSection<Scalar: ActivationScalar>: ParallelSection {
    /// What e is.
    enum Residual {
        /// f(a) − y for a drawn y.
        case sampled(seed: UInt64)
        /// The column of this output in a square root of the loss's Hessian: over all outputs, Σ e eᵀ is the Hessian.
        case root(output: Int)
    }

    private unowned let workspace: Workspace<Scalar>
    private let sample: Int
    /// By layer, [sample, out]: ∂/∂a of an example's own loss, which is not averaged over the batch.
    let gradients: [AlignedBuffer<Scalar>]
    var residual = Residual.root(output: 0)

    /// - Parameter sample: the most rows of a batch, from the first on, that gradients are taken of.
    init(_ workspace: Workspace<Scalar>, sample: Int) {
        self.workspace = workspace
        self.sample = sample
        gradients = workspace.layers.map { AlignedBuffer(count: min(sample, workspace.batchSize) * $0.outputs) }
    }

    override func run(member: Int) {
        let range = WorkPlan.rows(min(sample, workspace.rows), member: member, members: workspace.members)
        guard !range.isEmpty else { return }
        let last = workspace.layers.count - 1
        let width = workspace.layers[last].outputs
        let (outputs, e) = (UnsafePointer(workspace.outputs[last].base), gradients[last].base)
        switch residual {
        case .sampled(let seed):
            for row in range {
                // An odd factor gives different rows different seeds.
                var generator = SeededGenerator(seed: seed ^ (UInt64(row) &* 0xD1B5_4A32_D192_ED03))
                Self.sample(
                    workspace.loss, outputs + row * width, into: e + row * width, count: width, &generator)
            }
        case .root(let output):
            for row in range {
                Self.setRoot(workspace.loss, output, outputs + row * width, into: e + row * width, count: width)
            }
        }
        workspace.backward(range, gradients)
    }

    /// e ← f(a) − y of one row, with y drawn.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    private static func sample(
        _ loss: FinalLoss, _ p: UnsafePointer<Scalar>, into e: UnsafeMutablePointer<Scalar>, count: Int,
        _ generator: inout SeededGenerator
    ) {
        switch loss {
        case .sigmoidCrossEntropy:
            for j in 0..<count { e[j] = p[j] - (generator.nextUnit() < Double(p[j]) ? 1 : 0) }
        case .softmaxCrossEntropy:
            var rest = generator.nextUnit()
            var drawn = count - 1
            for j in 0..<count {
                e[j] = p[j]
                rest -= Double(p[j])
                if rest < 0, drawn == count - 1 { drawn = j }
            }
            e[drawn] -= 1
        case .squaredError:
            for j in stride(from: 0, to: count, by: 2) {
                let (x, y) = generator.nextNormalPair()
                e[j] = Scalar(x)
                if j + 1 < count { e[j + 1] = Scalar(y) }
            }
        }
    }

    /// e ← column `k` of R with R Rᵀ the loss's Hessian: √(p_k(1 − p_k)) at k; √p_k (1_k − p) for softmax, where it is
    /// the k-th target's residual times the root of its probability; 1 at k.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    private static func setRoot(
        _ loss: FinalLoss, _ k: Int, _ p: UnsafePointer<Scalar>, into e: UnsafeMutablePointer<Scalar>, count: Int
    ) {
        switch loss {
        case .sigmoidCrossEntropy:
            for j in 0..<count { e[j] = 0 }
            e[k] = (p[k] * (1 - p[k])).squareRoot()
        case .softmaxCrossEntropy:
            let root = p[k].squareRoot()
            for j in 0..<count { e[j] = -root * p[j] }
            e[k] += root
        case .squaredError:
            for j in 0..<count { e[j] = 0 }
            e[k] = 1
        }
    }
}

extension SeededGenerator {
    /// Two independent numbers of the normal distribution N(0, 1), by Marsaglia's polar method.
    mutating func nextNormalPair() -> (Double, Double) {
        while true {
            let (x, y) = (nextUniform(within: 1), nextUniform(within: 1))
            let square = x * x + y * y
            if square > 0, square < 1 {
                let factor = (-2 * log(square) / square).squareRoot()
                return (x * factor, y * factor)
            }
        }
    }
}
