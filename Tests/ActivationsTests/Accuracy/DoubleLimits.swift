import ActivationCore
import Foundation

/// How far Double kernels may be off, in ulp: 2 for link and derivative, 4 for integral and inverse, and the exceptions.
enum DoubleLimits {
    /// The next halves above what 60,000 to 300,000 points within ±4.5 showed; the tests, which are quick, find less.
    private static let exceptions: [String: Double] = [
        // One exponential or root, one division, and the sums around them, each rounded.
        "sigmoid link": 2.5, "sigmoid derivative": 2.5, "tanh derivative": 2.5, "hard_silu link": 2.5,
        "gudermannian link": 3, "squareplus link": 3, "squareplus derivative": 3, "silu link": 3,
        "probit link": 3.5, "gelu derivative": 3.5, "isru derivative": 3.5, "silu derivative": 3.5, "softsign derivative": 3.5,
        "tanhshrink link": 3.5, "tanhshrink derivative": 3.5,
        "gelu link": 4, "gudermannian derivative": 4, "mish link": 4, "mish derivative": 4,
        // Three times the rounding of a + 1, whose cube it is, and two products.
        "sparse_plus integral": 4.5,
    ]

    static func limit(_ name: String, _ quantity: KernelQuantity) -> Double {
        exceptions["\(name) \(quantity.rawValue)"] ?? quantity.goal
    }

    /// Where a value crosses zero away from a = 0: the neighbourhood, and there the largest term of the stable form.
    static func term(_ name: String, _ quantity: KernelQuantity) -> (near: ClosedRange<Double>, size: (Double) -> Double)? {
        switch (name, quantity) {
        case ("gelu", .derivative): (-0.752...(-0.7515), { erfc(-$0 / 2.0.squareRoot()) / 2 })
        case ("silu", .derivative): (-1.78...(-0.78), { 1 / (1 + exp(-$0)) })
        case ("mish", .derivative): (-1.69...(-0.69), { tanh(log1p(exp($0))) })
        case ("gelu", .integral): (0...1.5, { _ in 0.25 })
        case ("silu", .integral): (0.3...2, { _ in Double.pi * Double.pi / 6 })
        default: nil
        }
    }

    /// Inverses of which an ulp of y decides more than an ulp of a: squareplus's crosses zero at y = 1, those of erf, probit and
    /// tanhshrink are searched for, and selu's logarithm has a rounded constant in it. Their unit is the greater of the two.
    static func isConditioned(_ name: String, _ quantity: KernelQuantity) -> Bool {
        guard quantity == .inverse else { return false }
        return ["squareplus", "erf", "probit", "tanhshrink", "selu"].contains(name)
    }

    /// From 2⁵¹¹ on the square in 1/(1 + a²) and 1/(1 + |a|)² overflows, and the value, which is below the normal numbers, is 0.
    static func isUnderflow(_ name: String, _ quantity: KernelQuantity, at a: Double) -> Bool {
        quantity == .derivative && ["arctan", "softsign"].contains(name) && a.magnitude > 0x1p511
    }
}
