import ActivationCore

/// Where Double kernels are measured: seeded points of every binade and both signs, of the ranges where links do their work, around
/// the places where forms are switched, and around zeros.
enum DoublePoints {
    static func points(of f: any ElementwiseActivation, _ quantity: KernelQuantity) -> [Double] {
        let domain = f.descriptor.domain
        var points = inputs.filter(domain.contains)
        let name = f.descriptor.name
        if let near = DoubleLimits.term(name, quantity)?.near {
            points += (0...100).map { near.lowerBound + Double($0) / 100 * (near.upperBound - near.lowerBound) }
        }
        for zero in zeros["\(name) \(quantity.rawValue)"] ?? [] { points += beside(zero, 3...50) }
        guard quantity == .inverse else { return points }
        // The images, and what is beside the ends and the places of the range.
        return points.map { f.link($0) } + inputs.filter { $0.magnitude < 40 }
    }

    private static let zeros: [String: [Double]] = [
        "gelu derivative": [-0.7517915246935645], "silu derivative": [-1.2784645427610738], "mish derivative": [-1.1924312145154498],
        "logarithm integral": [2.718281828459045],
    ]

    private static let inputs: [Double] = {
        var generator = SplitMix64(seed: 41)
        var points: [Double] = []
        for exponent in -1074...1023 where (-40...10).contains(exponent) || exponent % 31 == 0 || exponent > 1020 {
            for sign in [1.0, -1] {
                points.append(sign * Double(sign: .plus, exponent: exponent, significand: Double.random(in: 1..<2, using: &generator)))
            }
        }
        // Strata, so that no stretch is missed.
        for (range, count) in [(-2.0...2.0, 200), (-9.0...9.0, 200), (-45.0...45.0, 80), (-760.0...760.0, 50)] {
            let width = (range.upperBound - range.lowerBound) / Double(count)
            points += (0..<count).map { range.lowerBound + width * (Double($0) + Double.random(in: 0..<1, using: &generator)) }
        }
        for place in [0.35, 0.5, 0.55, 0.66, 0.7, 0.5.squareRoot(), 1, 1.4, 1.5, 2, 1 + 2.0.squareRoot(), 3, 5, 6, 8, 28, 40, 42] {
            points += beside(place, 4...6) + beside(-place, 4...6) + [place.nextDown, place, -place, -place.nextDown]
        }
        return points
    }()

    private static func beside(_ place: Double, _ steps: ClosedRange<Int>) -> [Double] {
        steps.flatMap { k in
            let step = place * Double(sign: .plus, exponent: -k, significand: 1)
            return [place - step, place + step]
        }
    }
}
