import ActivationCore
import Suggestions

extension NetworkSpecification.Layer {
    /// A layer that trains the named parameters of its activation, and no others; ``init(width:activation:)`` trains
    /// those that the catalogue marks learnable.
    /// - Parameters:
    ///   - width: the number of units.
    ///   - activation: the layer's.
    ///   - names: in any order, none for none.
    /// - Throws: ``LocoPropError/unknownName(kind:name:known:suggestion:)``.
    public init(width: Int, activation: any Activation, learning names: [String]) throws(LocoPropError) {
        let known = activation.descriptor.parameters.map(\.name)
        for name in names where !known.contains(name) {
            throw .unknownName(
                kind: "parameter of \(activation.descriptor.name)", name: name, known: known,
                suggestion: suggestion(for: name, in: known))
        }
        self.width = width
        self.activation = activation
        learned = known.indices.filter { names.contains(known[$0]) }
    }

    /// The names of the parameters that training changes, in the catalogue's order.
    public var learnedNames: [String] { learned.map { activation.descriptor.parameters[$0].name } }

    /// The activation with other values of the learned parameters, in their order.
    func learnedActivation<Scalar: ActivationScalar>(_ values: [Scalar]) throws(ActivationError) -> any Activation {
        var all = activation.parameterValues
        for (place, value) in zip(learned, values) { all[place] = Double(value) }
        return try type(of: activation).init(parameterValues: all)
    }

    /// The numbers that each learned parameter may take.
    func learnedBounds<Scalar: ActivationScalar>(_: Scalar.Type) -> [LearnedBounds<Scalar>] {
        learned.map { LearnedBounds(activation.descriptor.parameters[$0].domain) }
    }
}

/// The least and the greatest number of a type that lie in a parameter's domain.
package struct LearnedBounds<Scalar: ActivationScalar>: Sendable {
    package let least: Scalar
    package let greatest: Scalar

    /// An open end is left by one step of the type; 0 by its least normal number, because kernels divide by it.
    package init(_ domain: ParameterDomain) {
        var least = domain.lower.isInfinite ? -Scalar.greatestFiniteMagnitude : Scalar(domain.lower)
        if least == 0, !domain.includesLower { least = .leastNormalMagnitude }
        while !least.isInfinite, !domain.contains(Double(least)), Double(least) <= domain.lower { least = least.nextUp }
        var greatest = domain.upper.isInfinite ? Scalar.greatestFiniteMagnitude : Scalar(domain.upper)
        if greatest == 0, !domain.includesUpper { greatest = -.leastNormalMagnitude }
        while !greatest.isInfinite, !domain.contains(Double(greatest)), Double(greatest) >= domain.upper {
            greatest = greatest.nextDown
        }
        (self.least, self.greatest) = (least, greatest)
    }

    /// Whether the type has no number in the domain.
    package var isEmpty: Bool { !(least <= greatest) }

    /// The nearest number of the domain.
    package func nearest(to value: Scalar) -> Scalar { Swift.min(Swift.max(value, least), greatest) }
}

extension Network {
    /// The activation of layer `index`, counted from 0, with the values that its learned parameters have reached.
    public func activation(ofLayer index: Int) -> any Activation {
        let layer = specification.layers[index]
        // What `set` and every step write lies in the domains; a type without a number there keeps the first values.
        return (try? layer.learnedActivation(learnedValues(ofLayer: index))) ?? layer.activation
    }

    /// The learned parameters of layer `index`'s activation.
    func learnedValues(ofLayer index: Int) -> [Scalar] {
        let end = offsets[index] + specification.parameterCount(ofLayer: index)
        return parameters.values(end - specification.layers[index].learned.count..<end)
    }

    /// Writes learned parameters, moved into their domains.
    func setLearned(_ values: [Scalar], ofLayer index: Int) {
        let layer = specification.layers[index]
        let start = parameters.base + offsets[index] + specification.parameterCount(ofLayer: index) - layer.learned.count
        for (i, bounds) in layer.learnedBounds(Scalar.self).enumerated() { start[i] = bounds.nearest(to: values[i]) }
    }

    /// The learned parameters' first values: the specification's.
    func setLearnedFromSpecification() {
        for (index, layer) in specification.layers.enumerated() {
            setLearned(layer.learned.map { Scalar(layer.activation.parameterValues[$0]) }, ofLayer: index)
        }
    }
}
