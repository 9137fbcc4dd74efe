import ActivationCore

/// Whether gradients pass through a network's activations.
enum Trainability {
    /// The largest order of a square matrix that a layer's size asks for: 1 GiB in Float.
    static let largestMatrix = 1 << 14

    /// - Throws: ``LocoPropError/cannotTrain(layer:activation:reason:)`` for a hidden layer whose
    ///   activation's derivative is 0 everywhere (step): ∂L/∂a is then 0 there and in every layer below,
    ///   so BackProp's step, and the target's distance from f(a) under LocoProp, are 0 too.
    ///   Under LocoProp-M also for one whose link falls somewhere and has no split into increasing parts.
    static func check(_ specification: NetworkSpecification, _ method: Method) throws(LocoPropError) {
        if method.kind == .locoPropM {
            for (index, layer) in specification.layers.enumerated() {
                guard let reason = splitProblem(layer.activation) else { continue }
                throw .cannotTrain(
                    layer: index + 1, activation: layer.activation.descriptor.name,
                    reason: "\(reason); take LocoProp-S or BackProp, or an activation that increases")
            }
        }
        if method.kronecker != nil {
            for (index, layer) in specification.layers.enumerated() {
                let order = max(specification.inputWidth(ofLayer: index) + 1, layer.width)
                guard order > largestMatrix else { continue }
                throw .cannotTrain(
                    layer: index + 1, activation: layer.activation.descriptor.name,
                    reason: "its Kronecker factors would be matrices of order \(order), and \(largestMatrix) is the largest; "
                        + "take narrower layers, or another method")
            }
        }
        for (index, layer) in specification.layers.dropLast().enumerated() {
            guard layer.activation.descriptor.hasZeroDerivative else { continue }
            throw .cannotTrain(
                layer: index + 1, activation: layer.activation.descriptor.name,
                reason: "its derivative is 0 everywhere, so no gradient passes through layer \(index + 1) to it "
                    + "and the layers below; take an activation with a slope, such as 'sigmoid' for 'step'")
        }
    }
}

extension Trainability {
    /// - Throws: ``LocoPropError/unsupported(choice:reason:)`` for weight decay under the closed form, and for
    ///   decay and clipping under K-FAC and Shampoo.
    static func check(_ decay: WeightDecay, _ clip: GradientClip, _ method: Method) throws(LocoPropError) {
        let own = method.kind.rawValue
        if method.kronecker != nil || method.shampoo != nil {
            if decay.kind != .off {
                throw .unsupported(
                    choice: "weight-decay",
                    reason: "\(own) takes its step from its own model of the loss, which does not know '\(decay)'; take another method, or no decay")
            }
            if clip.kind != .off {
                throw .unsupported(
                    choice: "clip",
                    reason: "\(own) sets the length of its step itself, by its damping or grafting; take another method, or clip nothing")
            }
        }
        guard decay.kind != .off, method.solver == .closedForm else { return }
        throw .unsupported(
            choice: "weight-decay",
            reason: "the closed form takes no steps for '\(decay)' to act in; take 'solver=iterative', or no decay")
    }

    /// Why LocoProp-M has no convex local loss; `nil` where it has one.
    private static func splitProblem(_ activation: any Activation) -> String? {
        guard !activation.hasMatchingLoss else { return nil }
        guard let link = activation as? any ElementwiseActivation else { return "its link falls, and is coupled" }
        do throws(ActivationError) { _ = try LinkSplit(link) } catch { return "\(error)" }
        return nil
    }

    /// - Throws: ``LocoPropError/cannotLearn(layer:activation:parameter:reason:)`` for a learned parameter of the last
    ///   layer, which the final loss has no derivative for, one without a number of the network's type in its domain, and
    ///   any under the closed form, whose minimum is in W alone; under LocoProp-M also one of a link that falls, whose
    ///   split is held fixed.
    static func checkLearned<Scalar: ActivationScalar>(
        _ specification: NetworkSpecification, _ method: Method, _: Scalar.Type
    ) throws(LocoPropError) {
        for (index, layer) in specification.layers.enumerated() {
            for (name, bounds) in zip(layer.learnedNames, layer.learnedBounds(Scalar.self)) {
                let reason: String? =
                    if index == specification.layers.count - 1 {
                        "the final loss is that of the link as it is; let the last layer learn none"
                    } else if method.solver == .closedForm {
                        "the closed form solves for the weights alone; take 'solver=iterative', or learn none"
                    } else if method.kind == .locoPropM, !layer.activation.hasMatchingLoss {
                        "its link falls somewhere, and LocoProp-M holds the split of such a link fixed; take LocoProp-S or BackProp, or learn none"
                    } else if bounds.isEmpty {
                        "no \(Scalar.self) lies in its domain; learn none, or widen the domain in the catalogue"
                    } else { nil }
                guard let reason else { continue }
                throw .cannotLearn(
                    layer: index + 1, activation: layer.activation.descriptor.name, parameter: name, reason: reason)
            }
        }
    }
}

extension FinalLoss {
    /// - Throws: ``LocoPropError/lossLink(loss:link:found:)`` if the last layer's activation is not
    ///   this loss's link: LocoProp-M's target f(a) − γ ∂L/∂a and the gradient f(a) − t would then
    ///   belong to two different links.
    func check(_ specification: NetworkSpecification) throws(LocoPropError) {
        let last = specification.layers[specification.layers.count - 1].activation
        let found = last.descriptor.name
        guard found == link else { throw .lossLink(loss: rawValue, link: link, found: found) }
    }
}
