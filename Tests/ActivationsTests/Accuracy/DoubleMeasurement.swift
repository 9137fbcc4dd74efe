import ActivationCore
import Catalogue
import Symbolic

/// The errors of one quantity's Double kernels, by evaluators that know how sure they are.
struct DoubleMeasurement {
    struct Worst {
        var ulps = 0.0, point = Double.nan, value = Double.nan
        /// The points at which there was a finite value to compare with.
        var count = 0
    }

    private let f: any ElementwiseActivation
    private let quantity: KernelQuantity
    /// The quantity, and its distance from the parameter `value` in units of `unit`; of an inverse the slope at `value` = f⁻¹(y),
    /// and its distance. In units, because subnormal distances have too few digits.
    private let evaluators: [Evaluator]

    /// - Returns: nil where the quantity has no formula.
    init?(_ f: any ElementwiseActivation, _ entry: CatalogueEntry, _ quantity: KernelQuantity) {
        let link = entry.link.expression, value = Expression.parameter("value "), unit = Expression.parameter("unit ")
        func distance(_ exact: Expression) -> Expression { .divide(.subtract(exact, value), unit) }
        let expressions: [Expression]
        switch quantity {
        case .link: expressions = [link, distance(link)]
        case .derivative: expressions = [link.derivative(), distance(link.derivative())]
        case .integral:
            guard let integral = entry.integral?.expression else { return nil }
            expressions = [integral, distance(integral)]
        // To first order, and the next is 2⁻⁵⁰ of it.
        case .inverse: expressions = [link.derivative(), .divide(distance(link), link.derivative())]
        }
        self.f = f
        self.quantity = quantity
        let names = entry.parameters.map(\.name.value) + ["value ", "unit "]
        evaluators = [320, 1280, 4096].map { Evaluator(expressions, parameters: names, precision: $0) }
    }

    /// - Parameter values: of each instruction set, one at each point.
    func worst(_ values: [[Double]], at points: [Double]) -> Worst {
        var worst = Worst()
        for (i, point) in points.enumerated() where !DoubleLimits.isUnderflow(f.descriptor.name, quantity, at: point) {
            var isCompared = false
            // Two instruction sets mostly give the same bits.
            for value in Set(values.map { $0[i] }) {
                guard let ulps = error(of: value, at: point) else { continue }
                isCompared = true
                if !(ulps <= worst.ulps) { (worst.ulps, worst.point, worst.value) = (ulps, point, value) }
            }
            worst.count += isCompared ? 1 : 0
        }
        return worst
    }

    /// Nil where there is no value, none that is finite, or none that these precisions decide.
    private func error(of value: Double, at point: Double) -> Double? {
        let isInverse = quantity == .inverse
        // nan is due outside the range, infinity at its ends; other tests hold these.
        if isInverse && !value.isFinite { return nil }
        let own = value.isFinite ? value.ulp : 1
        for evaluator in evaluators {
            evaluator.setParameters(f.parameterValues + [isInverse ? point : value.isFinite ? value : 0, own])
            let found = evaluator.values(at: isInverse ? value : point)
            guard found.allSatisfy({ $0.status == .defined }) else { continue }
            let reference = found[0].midpoint
            guard reference.isFinite else { return nil }
            let unit = isInverse ? inverseUnit(value, point, slope: reference) : unit(reference, point)
            // A bound that is coarser than what is to be seen.
            guard found[1].width * (own / unit) <= 1.0 / 64, found[0].width <= max(unit, reference.magnitude / 1024) else { continue }
            return value.isFinite ? found[1].midpoint.magnitude * (own / unit) : .infinity
        }
        return nil
    }

    private func unit(_ reference: Double, _ point: Double) -> Double {
        guard let term = DoubleLimits.term(f.descriptor.name, quantity), term.near.contains(point) else { return reference.ulp }
        return max(reference.ulp, term.size(point).ulp)
    }

    private func inverseUnit(_ a: Double, _ y: Double, slope: Double) -> Double {
        guard DoubleLimits.isConditioned(f.descriptor.name, .inverse), slope > 0 else { return a.ulp }
        return max(a.ulp, y.ulp / slope)
    }
}
